// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/diagnostic.h"
#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "graph/query/filter.h"
#include "graph/query/strength.h"

#include <boost/container/small_vector.hpp>

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace entente
{

class Copies;

/// What claims are looked up in to be judged.
struct FilterGround
{
    const Store& store;
    const Ontology& ontology;
    const Diagnostics& diagnostics; ///< Looked at when a filter asks for problems.
    /// Looked at when it asks for independent sources; null: it is not known who copies whom.
    const Copies* copies = nullptr;
};

/// Only events have one: a relation between two actors, or two events, has neither type of event,
/// nor modality, nor date.
bool isOfEvents(Facet facet);

/// Nearly always one.
using FacetValues = boost::container::small_vector<std::string_view, 4>;

/// Says of claims, and of the edges they stand in, which conditions of a filter they meet. A claim
/// of an event meets conditions on roles and kinds by an edge of it: who asks for visitors is given
/// the visit, and of its edges the visitors'.
class FilterJudge
{
public:
    /// A bit for each condition.
    using Mask = std::uint64_t;

    /// @pre no more than conditionsAtMost, and none of Facet::KnownOn, which is none of claims.
    FilterJudge(const FilterGround& ground, Filter filter);
    FilterJudge(const FilterJudge&) = delete;
    FilterJudge& operator=(const FilterJudge&) = delete;

    /// Finds out the strength of edges that will be asked about again and again.
    void weighEdges(const KnowledgeGraph::Boost& graph);

    bool passes(Mask met) const;
    /// Without those that are met by edges; negated ones of these count as met.
    /// @param event null for a claim of a relation.
    Mask ofClaim(const Claim& claim, const Node* event) const;
    /// What an edge meets by its role, and by who or what is at its ends.
    Mask ofEdge(const Edge& edge, const Node& source, const Node& target) const;
    /// What a claim meets with no edge in sight: that none has a role or kind that is not wanted.
    /// Where one condition is enough that is too little to stay by, for every event has it.
    Mask ofNoEdge() const { return m_filter.isAny ? 0 : m_metByNoEdge; }
    /// Those that only events can meet: see isOfEvents().
    Mask ofEventsAlone() const { return m_ofEventsAlone; }
    /// What somebody or something meets by itself, as a mention speaks of it.
    Mask ofMention(const Mention& mention, const Node& entity) const;
    /// The same by its kind alone, when nothing else is asked.
    bool wantsKind(const Node& entity) const;

    /// What a claim has to say to a facet; for dates, see below. Views into the store.
    FacetValues valuesOf(Facet facet, const Claim& claim, const Node* event) const;
    /// The same of an edge, for what its independent sources tell.
    std::vector<std::string> valuesOf(Facet facet, const Edge& edge) const;
    boost::container::small_vector<const Edtf*, 2> datesOf(Facet facet, const Claim& claim,
                                                           const Node* event) const;

private:
    struct Asked
    {
        Facet facet;
        std::unordered_set<std::string_view> values;
        std::vector<Edtf> dates;
        bool undated = false;
        int sourcesAtLeast = 0; ///< The least of those that are asked for.
        bool isNegated = false;
    };

    Mask metBy(auto isMetBy) const;
    Strength strengthOf(const Edge& edge) const;
    static bool isMet(const Asked& asked, const Strength& strength);
    bool isMet(const Asked& asked, const Claim& claim, const Node* event) const;
    bool isMet(const Asked& asked, const Mention& mention) const;
    bool hasProblem(const Claim& claim) const;

    const Store& m_store;
    const Copies& m_copies;
    Filter m_filter; ///< What is asked views into it.
    std::vector<Asked> m_asked;
    std::unordered_set<ClaimId> m_complainedOf;
    std::unordered_map<EdgeId, Strength> m_strengths; ///< Of edges that were weighed.
    Mask m_all = 0;
    Mask m_metByNoEdge = 0;
    Mask m_ofEventsAlone = 0;
};

} // namespace entente
