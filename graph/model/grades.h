// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/model/edit.h"

#include <string>
#include <string_view>

namespace entente
{

// Grades of the Admiralty code (NATO AJP-2.1). Empty: not graded.

/// A completely reliable … E unreliable, F cannot be judged.
bool isSourceGrade(std::string_view grade);
/// 1 confirmed … 5 improbable, 6 cannot be judged.
bool isInformationGrade(std::string_view grade);

/// "completely reliable" … "unreliable", "cannot be judged"; empty: "not graded". What is no grade
/// is said as it is.
std::string wordsOfSourceGrade(std::string_view grade);
/// "confirmed" … "improbable", "cannot be judged"; the same otherwise.
std::string wordsOfInformationGrade(std::string_view grade);

/// What is no grade in what somebody wants done, in words; empty: nothing. The store itself takes
/// what it is given, as annotation from elsewhere has grades of its own, which stay as they are.
std::string gradeTrouble(const Edit& edit);

} // namespace entente
