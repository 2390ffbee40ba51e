// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/id.h"

#include <string>
#include <string_view>
#include <vector>

namespace entente
{

class KnowledgeGraph;
class Store;
struct Article;
struct Claim;

/// Who says so, within the article.
enum class AttributionKind {
    Author,       ///< The article itself: it names no source, and does not hedge.
    Named,        ///< At least one source that has a name.
    Anonymous,    ///< Sources without a name: "a senior official".
    Unattributed, ///< A hedge that nobody holds: "it is expected that".
    Analyst,      ///< An analyst, by his own judgement: no article says so.
};

/// As in files: "author", "named", "anonymous", "unattributed", "analyst".
std::string_view nameOf(AttributionKind kind);

struct AttributionSource
{
    NodeId node;      ///< Nil when it is no node of the graph.
    std::string name; ///< What it goes by in the graph: "Rodong Sinmun".
    std::string text; ///< What this passage calls it: "the newspaper".
    bool isNamed = true;

    bool operator==(const AttributionSource&) const = default;
};

/// Who a claim is according to: whom the passage names, and who published it.
struct Attribution
{
    AttributionKind kind = AttributionKind::Author;
    std::vector<AttributionSource> sources; ///< Each once, in the order of the annotation.
    std::vector<std::string> cues;          ///< The words of a hedge that nobody holds.
    std::vector<std::string> chain;         ///< Who published it, after whom; outermost first.

    bool operator==(const Attribution&) const = default;
};

/// From the claim's Source roles, and the outlet and chain of its article. A claim with none that
/// is less than certain by a cue has no holder; any other is the article's own.
Attribution attributionOf(const Store& store, const KnowledgeGraph& graph, const Claim& claim);

/// "according to North Korean media and Rodong Sinmun", "the article itself",
/// "according to “a senior official”, unnamed", "nobody named: “it is expected that”".
std::string wordsOf(const Attribution& attribution);

/// Who published an article, after whom; outermost first, its outlet among them.
std::vector<std::string> chainOf(const Article& article);
/// Where the words come from: the last of the chain of those who copied them, or the outlet.
/// Articles of one origin are no independent sources.
std::string originOf(const Article& article);
/// The agency that an article's own dateline names: "MOSCOW (Reuters) —", "MOSCOW, 15 January.
/// /TASS/." It is looked for in the first lines, as a title may come before; empty: none is named.
std::string datelineAgencyOf(const Article& article);
/// "News Rebeat, after The Dong-A Ilbo"; empty when unknown.
std::string chainWords(const std::vector<std::string>& chain);

} // namespace entente
