// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace entente
{

class KnowledgeGraph;
struct Shown;

/// What a picture has on it, for those who do not see it: "A drawing of 3 nodes and 2 edges.
/// Actors: Choe Son-hui, Russia. Meetings: Visit: Choe Son-hui to Russia." Of very many names the
/// busiest.
std::string picturedWords(const KnowledgeGraph& graph, const Shown& shown);

} // namespace entente
