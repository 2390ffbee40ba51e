// SPDX-License-Identifier: Apache-2.0
#include "graph/query/filterjudge.h"

#include "graph/base/inparallel.h"
#include "graph/model/analystsown.h"
#include "graph/model/boostgraph.h"
#include "graph/query/complaints.h"
#include "graph/query/copies.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <utility>

namespace entente
{

namespace
{

FacetValues tagsOf(const Claim& claim, const Event* event, const Article& article)
{
    FacetValues values(claim.tags.begin(), claim.tags.end());
    if (event != nullptr)
        values.insert(values.end(), event->tags.begin(), event->tags.end());
    values.insert(values.end(), article.tags.begin(), article.tags.end());
    if (values.empty())
        values.emplace_back();
    return values;
}

std::string_view worstQuoteOf(const Claim& claim)
{
    if (claim.quotes.empty())
        return {};
    return nameOf(std::ranges::max_element(claim.quotes, {}, &Quote::status)->status);
}

/// @returns nothing where it knows neither of its ends.
const Edtf* known(const std::optional<Edtf>& date)
{
    return date && (date->earliest || date->latest) ? &*date : nullptr;
}

bool isAmong(const FacetValues& values, const std::unordered_set<std::string_view>& wanted)
{
    return std::ranges::any_of(values, [&](std::string_view one) { return wanted.contains(one); });
}

/// As they are written: how far "about" and "perhaps" reach nobody says, so they widen nothing.
bool overlap(const Edtf& a, const Edtf& b)
{
    return !(a.latest && b.earliest && *a.latest < *b.earliest) &&
           !(b.latest && a.earliest && *b.latest < *a.earliest);
}

/// A span that is open may be in any year that it does not leave out.
bool isAmong(const auto& dates, const std::vector<Edtf>& wanted)
{
    return std::ranges::any_of(dates, [&](const Edtf* date) {
        return std::ranges::any_of(wanted, [&](const Edtf& span) { return overlap(*date, span); });
    });
}

} // namespace

bool isOfEvents(Facet facet)
{
    return facet == Facet::Type || facet == Facet::Modality || facet == Facet::Factuality ||
           facet == Facet::Date;
}

namespace
{

const Copies& copiesOf(const FilterGround& ground)
{
    static const Copies none;
    return ground.copies == nullptr ? none : *ground.copies;
}

/// A number that cannot be read is more than anybody has.
int leastOf(const std::vector<std::string>& counts)
{
    int least = std::numeric_limits<int>::max();
    for (const std::string& count : counts) {
        int number = 0;
        if (std::from_chars(count.data(), count.data() + count.size(), number).ec == std::errc())
            least = std::min(least, number);
    }
    return least;
}

} // namespace

FilterJudge::FilterJudge(const FilterGround& ground, Filter filter)
    : m_store(ground.store)
    , m_copies(copiesOf(ground))
    , m_filter(std::move(filter))
{
    Mask bit = 1;
    for (const Condition& condition : m_filter.conditions) {
        Asked& asked = m_asked.emplace_back();
        asked.facet = condition.facet;
        asked.isNegated = condition.isNegated;
        asked.values.insert(condition.values.begin(), condition.values.end());
        if (isOfDates(condition.facet)) {
            for (const std::string& value : condition.values) {
                if (const std::optional<Edtf> span = parseEdtf(value))
                    asked.dates.push_back(*span);
            }
            asked.undated = asked.values.contains("");
        }
        if (condition.facet == Facet::Sources)
            asked.sourcesAtLeast = leastOf(condition.values);
        m_all |= bit;
        if (isOfEdges(condition.facet) && condition.isNegated)
            m_metByNoEdge |= bit;
        if (isOfEvents(condition.facet))
            m_ofEventsAlone |= bit;
        bit <<= 1U;
    }
    if (m_filter.asks(Facet::Problems))
        m_complainedOf = complainedOf(ground.store, ground.diagnostics);
}

bool FilterJudge::passes(Mask met) const { return m_filter.isAny ? met != 0 : met == m_all; }

FilterJudge::Mask FilterJudge::metBy(auto isMetBy) const
{
    Mask met = 0;
    Mask bit = 1;
    for (const Asked& asked : m_asked) {
        if (isMetBy(asked))
            met |= bit;
        bit <<= 1U;
    }
    return met;
}

FilterJudge::Mask FilterJudge::ofClaim(const Claim& claim, const Node* event) const
{
    return metBy([&](const Asked& asked) {
        return !isOfEdges(asked.facet) && (event != nullptr || !isOfEvents(asked.facet)) &&
               isMet(asked, claim, event) != asked.isNegated;
    });
}

FilterJudge::Mask FilterJudge::ofEdge(const Edge& edge, const Node& source,
                                      const Node& target) const
{
    const Strength strength = m_filter.asksForSources() ? strengthOf(edge) : Strength();
    return metBy([&](const Asked& asked) {
        const auto isWanted = [&](const Node& node) {
            return (node.kind == NodeKind::Entity && asked.values.contains(node.type)) !=
                   asked.isNegated;
        };
        if (asked.facet == Facet::Role)
            return asked.values.contains(edge.type) != asked.isNegated;
        if (isOfSources(asked.facet))
            return isMet(asked, strength) != asked.isNegated;
        if (asked.facet != Facet::Kind)
            return false;
        return isWanted(target) && (edge.kind != EdgeKind::Relation || isWanted(source));
    });
}

Strength FilterJudge::strengthOf(const Edge& edge) const
{
    const auto weighed = m_strengths.find(edge.id);
    return weighed == m_strengths.end() ? entente::strengthOf(m_store, m_copies, edge)
                                        : weighed->second;
}

void FilterJudge::weighEdges(const KnowledgeGraph::Boost& graph)
{
    std::vector<const Edge*> edges;
    edges.reserve(boost::num_edges(graph));
    for (const auto edge : boost::make_iterator_range(boost::edges(graph)))
        edges.push_back(&graph[edge]);
    std::vector<Strength> strengths(edges.size());
    inParallel(edges.size(), [&](std::size_t i) {
        strengths[i] = entente::strengthOf(m_store, m_copies, *edges[i]);
    });
    for (std::size_t i = 0; i < edges.size(); ++i)
        m_strengths.insert_or_assign(edges[i]->id, std::move(strengths[i]));
}

bool FilterJudge::isMet(const Asked& asked, const Strength& strength)
{
    return asked.facet == Facet::Sources
               ? strength.sources >= asked.sourcesAtLeast
               : asked.values.contains(std::string_view(strength.grade.credibility));
}

std::vector<std::string> FilterJudge::valuesOf(Facet facet, const Edge& edge) const
{
    const Strength strength = strengthOf(edge);
    if (facet == Facet::Credibility)
        return {strength.grade.credibility};
    std::vector<std::string> counts;
    // One source is behind everything.
    for (int count = 2; count <= strength.sources; ++count)
        counts.push_back(std::to_string(count));
    return counts;
}

FilterJudge::Mask FilterJudge::ofMention(const Mention& mention, const Node& entity) const
{
    return metBy([&](const Asked& asked) {
        if (asked.facet == Facet::Kind)
            return asked.values.contains(entity.type) != asked.isNegated;
        return isMet(asked, mention);
    });
}

bool FilterJudge::wantsKind(const Node& entity) const
{
    return std::ranges::all_of(m_asked,
                               [](const Asked& asked) { return asked.facet == Facet::Kind; }) &&
           passes(metBy([&](const Asked& asked) {
               return asked.values.contains(entity.type) != asked.isNegated;
           }));
}

FacetValues FilterJudge::valuesOf(Facet facet, const Claim& claim, const Node* event) const
{
    const Article& article = *m_store.article(claim.article);
    switch (facet) {
    case Facet::Type:
        return {event != nullptr ? std::string_view(event->type) : std::string_view()};
    case Facet::Modality:
        return {claim.modality ? nameOf(*claim.modality) : std::string_view()};
    case Facet::Factuality:
        return {claim.factuality ? nameOf(*claim.factuality) : std::string_view()};
    case Facet::Confidence:
        return {claim.confidence};
    case Facet::Reliability:
        return {claim.reliability.empty() ? article.reliability : claim.reliability};
    case Facet::Outlet:
        return {article.outlet};
    case Facet::Article:
        return {article.name};
    case Facet::Tag:
        return tagsOf(claim, m_store.event(claim.event), article);
    case Facet::Language:
        return {article.language};
    case Facet::Origin:
        return {isAnalystsOwn(article)           ? "judged"
                : claim.origin == Origin::ByHand ? "hand"
                                                 : "annotated"};
    case Facet::Quote:
        return {isAnalystsOwn(article) ? std::string_view() : worstQuoteOf(claim)};
    case Facet::Problems:
        return {hasProblem(claim) ? "some" : ""};
    case Facet::Kind:
    case Facet::Role:
    case Facet::Date:
    case Facet::Reported:
    case Facet::Credibility:
    case Facet::Sources:
    case Facet::KnownOn:
        break;
    }
    return {};
}

boost::container::small_vector<const Edtf*, 2> FilterJudge::datesOf(Facet facet, const Claim& claim,
                                                                    const Node* event) const
{
    boost::container::small_vector<const Edtf*, 2> dates;
    if (facet == Facet::Reported) {
        if (const Edtf* date = known(m_store.article(claim.article)->published))
            dates.push_back(date);
        return dates;
    }
    for (const Edtf& date : claim.dates) {
        if (date.earliest || date.latest)
            dates.push_back(&date);
    }
    if (dates.empty() && event != nullptr) {
        if (const Edtf* date = known(event->date))
            dates.push_back(date);
    }
    return dates;
}

bool FilterJudge::isMet(const Asked& asked, const Claim& claim, const Node* event) const
{
    if (!isOfDates(asked.facet))
        return isAmong(valuesOf(asked.facet, claim, event), asked.values);
    const auto dates = datesOf(asked.facet, claim, event);
    return dates.empty() ? asked.undated : isAmong(dates, asked.dates);
}

/// What only claims say is not met by who is only mentioned, negated or not.
bool FilterJudge::isMet(const Asked& asked, const Mention& mention) const
{
    Claim claim; // Of its article, and of nothing else.
    claim.article = mention.article;
    claim.quotes = {{.spans = {}, .text = {}, .status = mention.status, .anchoredBy = {}}};
    switch (asked.facet) {
    case Facet::Problems:
        return asked.values.contains(mention.status == QuoteStatus::Exact ? "" : "some") !=
               asked.isNegated;
    case Facet::Reliability:
    case Facet::Outlet:
    case Facet::Article:
    case Facet::Tag:
    case Facet::Language:
    case Facet::Reported:
    case Facet::Quote:
        return isMet(asked, claim, nullptr) != asked.isNegated;
    case Facet::Type:
    case Facet::Kind:
    case Facet::Role:
    case Facet::Modality:
    case Facet::Factuality:
    case Facet::Confidence:
    case Facet::Date:
    case Facet::Origin:
    case Facet::Credibility:
    case Facet::Sources:
    case Facet::KnownOn:
        return false;
    }
    return false;
}

bool FilterJudge::hasProblem(const Claim& claim) const
{
    const auto isElsewhere = [&](MentionId id) {
        const Mention* mention = m_store.mention(id);
        return mention != nullptr && mention->status != QuoteStatus::Exact;
    };
    return m_complainedOf.contains(claim.id) || isElsewhere(claim.trigger) ||
           std::ranges::any_of(
               claim.quotes,
               [](const Quote& quote) { return quote.status != QuoteStatus::Exact; }) ||
           std::ranges::any_of(claim.roles, [&](const RoleFiller& role) {
               const auto* filler = std::get_if<MentionId>(&role.filler);
               return filler != nullptr && isElsewhere(*filler);
           });
}

} // namespace entente
