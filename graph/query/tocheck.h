// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/id.h"
#include "graph/base/progress.h"
#include "graph/query/checkkind.h"
#include "graph/text/textspan.h"

#include <optional>
#include <string>
#include <vector>

namespace entente
{

class Copies;
class KnowledgeGraph;
class Ontology;
class Store;

/// One thing to look at: where it is, what is wrong and what can be done.
struct ToCheck
{
    CheckKind kind = CheckKind::QuoteMissing;
    /// For SettleMatter: the same as long as it is the same matter. Words of articles are not in
    /// it.
    std::string matter;
    std::string about; ///< The event, the edge or the name: "Choe Son-hui to Russia".
    std::string what;  ///< What is wrong, in a sentence.
    std::string fix;   ///< What can be done about it, likewise.
    std::vector<NodeId> nodes;
    std::vector<EdgeId> edges;
    std::vector<ClaimId> claims; ///< The first one is where to look first.
    ArticleId article;           ///< Nil: it is in no one place of a text.
    TextSpans spans;             ///< There; none: the article as a whole.
    /// Why an analyst leaves it as it is, perhaps in no words; none: it is open.
    std::optional<std::string> settled;
};

/// What is looked through. @pre the graph is that of the store, unfiltered.
struct CheckGround
{
    const Store& store;
    const Ontology& ontology;
    const KnowledgeGraph& events;
    const Copies& copies;
};

/// Whether what analysts left as it is comes along, with their reasons.
enum class Settled { LeftOut, Marked };

/// What is to be checked, the gravest kind first, each kind in the order of the store. Claims that
/// an analyst rejected are never counted.
///
/// Of events on one source only those are listed one by one that look surer than they are (several
/// articles that are one source) or that somebody relies on (an analyst is confident of them, or
/// graded what they say as confirmed or probable); the others are one item for each source.
///
/// @returns nothing when it is asked to stop.
std::vector<ToCheck> toCheck(const CheckGround& ground, Settled settled = Settled::LeftOut,
                             const Progress& progress = {});

} // namespace entente
