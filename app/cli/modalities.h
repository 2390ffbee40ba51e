// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/command.h"
#include "graph/query/ranking.h"

#include <string>
#include <vector>

namespace entente
{

/// With --all and --modality, which say what meetings count.
std::vector<Option> withModalities(std::vector<Option> options);

/// What they ask for; what happened, unless they ask for more. @returns what is wrong, in words.
Expected<CountedModalities, std::string> modalitiesFrom(const Arguments& arguments);

/// "meetings that happened", "all meetings, also those that did not happen".
std::string wordsOf(const CountedModalities& modalities);

} // namespace entente
