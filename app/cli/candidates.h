// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/command.h"
#include "graph/model/store.h"
#include "graph/query/lookup.h"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>

namespace entente
{

/// The one thing that the command's NAME means. @returns nothing, after saying that there is none,
/// with what is called nearly so, or listing all that it can mean.
std::optional<Candidate> meantBy(const std::string& command, const Arguments& arguments,
                                 const Store& store, const KnowledgeGraph& events,
                                 const KnowledgeGraph& actors, const Streams& streams);

/// Its id, kind, type and name.
nlohmann::ordered_json headOf(const Candidate& candidate);

/// As commands write documents: indented by one, whatever their bytes.
void print(const nlohmann::ordered_json& document, std::ostream& stream);

} // namespace entente
