// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/annotation/annotations.h"
#include "graph/base/id.h"
#include "graph/citing/excerpt.h"
#include "graph/model/attribution.h"
#include "graph/model/records.h"
#include "graph/query/sources.h"
#include "graph/text/differences.h"

#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

namespace entente
{

class Copies;
class KnowledgeGraph;
class Ontology;
class Store;
struct Edge;

/// What evidence is asked for: a node, or an edge of either graph.
using Subject = std::variant<NodeId, EdgeId>;

/// Where evidence is read from; borrowed for as long as a call lasts.
struct EvidenceBase
{
    const Store& store;
    const Ontology& ontology;
    const KnowledgeGraph& events;
    const KnowledgeGraph& actors;
    const Copies* copies = nullptr; ///< Null: it is not known yet who copies whom.
};

/// The edge and the graph it is in; null pointers when neither has it.
struct FoundEdge
{
    const KnowledgeGraph* graph = nullptr;
    const Edge* edge = nullptr;
};
FoundEdge findEdge(const EvidenceBase& base, EdgeId id);

/// One line of the list: an article's heading, or a claim of it.
struct EvidenceRow
{
    ArticleId article;
    ClaimId claim; ///< Nil for the heading.

    bool operator==(const EvidenceRow&) const = default;
};

/// Whose part in a claim is worth saying on its card, and whether it is clear from above the cards
/// what a claim is about.
struct Interest
{
    std::set<NodeId> nodes;
    bool aboutIsClear = false;
    std::vector<ArticleId> articles; ///< That the claims stand in; those with a date by it.

    bool operator==(const Interest&) const = default;
};

/// All claims that the subjects rest on, grouped by article. Cheap: cards are made one by one, when
/// they come into view.
struct Evidence
{
    std::vector<EvidenceRow> rows; ///< Articles latest first; claims as they stand in the text.
    int claims = 0;
    int judgements = 0; ///< Claims that an analyst's judgement alone stands for.
    int articles = 0;   ///< With claims that count; without the texts of such judgements.
    int rejected = 0;   ///< Claims that do not: last in their articles, and in none of the numbers.
    /// Independent ones: articles that copy one dispatch are one. Empty while that is not known.
    std::vector<OneSource> sources;
    /// How many of them say so, as the lines' widths and the filter count them; 0: not known, or no
    /// one thing is asked about.
    int sayingSo = 0;
    Interest interest;

    bool operator==(const Evidence&) const = default;
};

Evidence evidenceOf(const EvidenceBase& base, const std::vector<Subject>& subjects);
/// The same with what analysts rejected of it.
Evidence evidenceWithRejected(const EvidenceBase& base, const std::vector<Subject>& subjects);

/// Whoever fills a role, by the name they have in the graph.
struct NamedRole
{
    std::string role;
    std::string name;

    bool operator==(const NamedRole&) const = default;
};

/// The passage that a claim's words stand in, as another article has it.
struct OtherVersion
{
    ArticleId article;
    bool isEarlier = false; ///< It was published before this one, by all that its date may mean.
    std::vector<Difference> differences; ///< First here, then there.

    bool operator==(const OtherVersion&) const = default;
};

/// One claim, as the panel shows it; values, not words.
struct EvidenceCard
{
    ClaimId claim;
    ArticleId article;
    Excerpt excerpt;
    TextSpans spans;    ///< Of the quotes, in the article; empty when none was found.
    std::string quoted; ///< The quotes' words, for copying.
    QuoteStatus status = QuoteStatus::Exact; ///< The worst of its quotes.
    std::string anchoredBy;
    QuoteSource source = QuoteSource::Evidence;
    std::string about;            ///< What the claim speaks of, where the subject does not say it.
    std::vector<NamedRole> roles; ///< What the subject does in it.
    Attribution attribution;
    std::vector<std::string>
        reported; ///< Whose statement it is told from, when it names no source.
    std::optional<OtherVersion> other; ///< Of those that the interest is in, the earliest.

    bool operator==(const EvidenceCard&) const = default;
};

EvidenceCard cardOf(const EvidenceBase& base, const Claim& claim, const Interest& interest);

/// The node that fills a role; nil for what is no vertex.
NodeId nodeOf(const EvidenceBase& base, const Filler& filler);

/// The store's articles, the latest first; those of one day, and those without one, in its order.
std::vector<const Article*> latestFirst(const Store& store);

} // namespace entente
