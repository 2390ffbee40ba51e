// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/command.h"
#include "app/cli/filteroptions.h"
#include "graph/citing/dossiersubject.h"

#include <optional>
#include <string>
#include <vector>

namespace entente
{

/// The options that say what a dossier is about, before all others.
std::vector<Option> withSubjects(std::vector<Option> options);

/// What is wrong with them, in words; empty: nothing.
std::string complaintOfSubjects(const Arguments& arguments);

/// What they ask for, of what the filters leave; all that they leave, where nothing is asked.
/// @returns nothing, after saying why there is none.
std::optional<DossierSubject> subjectFrom(const Corpus& corpus, const FilteredGraph& graph,
                                          const Arguments& arguments, const Streams& streams);

} // namespace entente
