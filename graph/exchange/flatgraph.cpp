// SPDX-License-Identifier: Apache-2.0
#include "graph/exchange/flatgraph.h"

#include "graph/base/overloaded.h"
#include "graph/exchange/nodelink.h"
#include "graph/model/attribution.h"
#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "graph/ontology/ontology.h"
#include "graph/query/strength.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <set>

namespace entente
{

namespace
{

constexpr std::string_view between = "; "; ///< Several values in one cell.

FlatValue listOrNone(std::vector<std::string> texts)
{
    return texts.empty() ? FlatValue() : FlatValue(std::move(texts));
}

FlatValue dateText(const std::optional<Edtf>& date)
{
    return date ? FlatValue(date->text) : FlatValue();
}

FlatValue modalityText(std::optional<Modality> modality)
{
    return modality ? FlatValue(std::string(nameOf(*modality))) : FlatValue();
}

/// None: it is not dated, or only by words that name no day.
std::vector<Days> daysOf(const std::optional<Edtf>& date)
{
    if (!date || (!date->earliest && !date->latest))
        return {};
    return {Days{date->earliest, date->latest}};
}

/// By name, so that a row need not be filled in the order of its columns.
class Row
{
public:
    explicit Row(const std::vector<FlatColumn>& columns)
        : m_columns(columns)
        , m_values(columns.size())
    {
    }

    void set(std::string_view name, FlatValue value)
    {
        const auto column = std::ranges::find(m_columns, name, &FlatColumn::name);
        m_values.at(static_cast<std::size_t>(column - m_columns.begin())) = std::move(value);
    }
    std::vector<FlatValue> take() && { return std::move(m_values); }

private:
    const std::vector<FlatColumn>& m_columns;
    std::vector<FlatValue> m_values;
};

std::vector<FlatColumn> nodeColumns()
{
    return {
        {"kind", FlatType::Text},      {"type", FlatType::Text},      {"aliases", FlatType::List},
        {"ids", FlatType::List},       {"identity", FlatType::Text},  {"positions", FlatType::List},
        {"mentions", FlatType::Whole}, {"articles", FlatType::Whole}, {"claims", FlatType::Whole},
        {"meetings", FlatType::Whole}, {"date", FlatType::Text},      {"modality", FlatType::Text},
        {"contested", FlatType::Flag}};
}

std::vector<FlatColumn> edgeColumns()
{
    return {{"kind", FlatType::Text},      {"type", FlatType::Text},
            {"modality", FlatType::Text},  {"contested", FlatType::Flag},
            {"judged", FlatType::Flag},    {"claims", FlatType::Whole},
            {"articles", FlatType::Whole}, {"sources", FlatType::Whole},
            {"grade", FlatType::Text},     {"meetings", FlatType::Whole},
            {"counts", FlatType::List},    {"first", FlatType::Text},
            {"last", FlatType::Text},      {"attribution", FlatType::List},
            {"quotes", FlatType::List}};
}

std::string_view nameOf(EdgeKind kind)
{
    switch (kind) {
    case EdgeKind::Role:
        return "role";
    case EdgeKind::Relation:
        return "relation";
    case EdgeKind::Tie:
        return "tie";
    }
    return {};
}

/// "happened 2", "expected 1", by the names that files use.
std::vector<std::string> countsOf(const ModalityCounts& counts)
{
    std::vector<std::string> parts;
    for (const Modality modality : allModalities) {
        if (const int count = countOf(counts, modality); count > 0)
            parts.push_back(fmt::format("{} {}", nameOf(modality), count));
    }
    if (const int count = countOf(counts, std::nullopt); count > 0)
        parts.push_back(fmt::format("unstated {}", count));
    return parts;
}

class Flattener
{
public:
    Flattener(const NodeLink& content, const Copies& copies, const std::map<NodeId, Point>& places)
        : m_content(content)
        , m_store(content.store)
        , m_copies(copies)
        , m_places(places)
    {
    }

    FlatGraph run() const
    {
        FlatGraph flat{.name = m_content.name,
                       .description = description(),
                       .isDirected = m_content.view != "actors",
                       .nodeColumns = nodeColumns(),
                       .edgeColumns = edgeColumns(),
                       .nodes = {},
                       .edges = {}};
        for (const NodeId id : m_content.shown.nodes())
            flat.nodes.push_back(nodeRow(*m_content.shown.node(id), flat.nodeColumns));
        for (const EdgeId id : m_content.shown.edges())
            flat.edges.push_back(edgeRow(id, flat.edgeColumns));
        return flat;
    }

private:
    std::string description() const
    {
        std::string words = fmt::format("{} view of {}", m_content.view, m_content.name);
        if (!m_content.filters.empty())
            words += fmt::format("; filters: {}", m_content.filters);
        if (!m_content.part.empty())
            words += fmt::format("; {}", m_content.part);
        return words + "; written by Entente " ENTENTE_VERSION;
    }

    FlatNode nodeRow(const Node& node, const std::vector<FlatColumn>& columns) const
    {
        const bool isEvent = node.kind == NodeKind::Event;
        Row row(columns);
        row.set("kind", std::string(isEvent ? "event" : "entity"));
        row.set("type", node.type);
        row.set("aliases", listOrNone(aliasesOf(node)));
        row.set("ids", listOrNone(idsOf(node)));
        row.set("identity", std::string(nameOf(node.identity)));
        row.set("positions", listOrNone(positionsOf(node)));
        row.set("mentions", static_cast<int>(node.mentions.size()));
        row.set("articles", articlesOf(node));
        if (isEvent) {
            row.set("claims", static_cast<int>(node.claims.size()));
            row.set("date", dateText(node.date));
            row.set("modality", modalityText(node.modality));
            row.set("contested", node.contested);
        } else {
            row.set("meetings", node.weight);
        }
        const auto place = m_places.find(node.id);
        const Ontology& ontology = m_content.ontology;
        return {.id = node.id.text(),
                .label = node.name,
                .values = std::move(row).take(),
                .days = daysOf(node.date),
                .place = place == m_places.end() ? std::nullopt : std::optional(place->second),
                .colour =
                    (isEvent ? ontology.event(node.type).light : ontology.entity(node.type).light)
                        .line};
    }

    FlatEdge edgeRow(EdgeId id, const std::vector<FlatColumn>& columns) const
    {
        const Edge& edge = *m_content.shown.edge(id);
        const Strength strength = strengthOf(m_store, m_copies, edge);
        const std::optional<Edtf> date = dateOf(edge);
        Row row(columns);
        row.set("kind", std::string(nameOf(edge.kind)));
        row.set("type", edge.type);
        row.set("modality", modalityText(edge.modality));
        row.set("contested", edge.contested);
        row.set("judged", edge.judged);
        row.set("claims", static_cast<int>(edge.claims.size()));
        row.set("articles", static_cast<int>(articlesOf(edge.claims).size()));
        row.set("sources", strength.sources);
        if (!strength.grade.isEmpty())
            row.set("grade", nameOf(strength.grade));
        if (edge.kind == EdgeKind::Tie) {
            row.set("meetings", static_cast<int>(edge.tie().events.size()));
            row.set("counts", listOrNone(countsOf(edge.tie().counts)));
            row.set("first", dateText(edge.tie().first));
            row.set("last", dateText(edge.tie().last));
        } else {
            row.set("first", dateText(date));
            row.set("last", dateText(date));
        }
        row.set("attribution", listOrNone(attributionsOf(edge)));
        row.set("quotes", listOrNone(quotesOf(edge)));
        return {.id = id.text(),
                .source = m_content.shown.source(id).text(),
                .target = m_content.shown.target(id).text(),
                .label = edge.label,
                // The label of a tie is a count.
                .kind = edge.kind == EdgeKind::Tie ? edge.type : edge.label,
                .values = std::move(row).take(),
                .days = daysBehind(id, edge),
                .weight = strength.sources};
    }

    /// A tie lasts through each of its meetings, not from the first to the last of them.
    std::vector<Days> daysBehind(EdgeId id, const Edge& edge) const
    {
        std::vector<NodeId> events = edge.tie().events;
        if (edge.kind == EdgeKind::Role)
            events.push_back(m_content.shown.source(id));
        std::vector<Days> all;
        for (const NodeId event : events) {
            const Node* node = m_content.events.node(event);
            std::ranges::move(daysOf(node ? node->date : std::nullopt), std::back_inserter(all));
        }
        return all;
    }

    /// Of a role, that of its event.
    std::optional<Edtf> dateOf(const Edge& edge) const
    {
        if (edge.kind != EdgeKind::Role)
            return std::nullopt;
        const Node* event = m_content.shown.node(m_content.shown.source(edge.id));
        return event != nullptr ? event->date : std::nullopt;
    }

    static std::vector<std::string> aliasesOf(const Node& node)
    {
        std::vector<std::string> names;
        for (const Alias& alias : node.aliases) {
            if (alias.name != node.name)
                names.push_back(alias.name);
        }
        return names;
    }

    static std::vector<std::string> idsOf(const Node& node)
    {
        std::vector<std::string> ids;
        ids.reserve(node.ids.size());
        for (const OutsideId& id : node.ids)
            ids.push_back(fmt::format("{}:{}", id.authority, id.entry));
        return ids;
    }

    static std::vector<std::string> positionsOf(const Node& node)
    {
        std::vector<std::string> positions;
        positions.reserve(node.positions.size());
        for (const HeldPosition& position : node.positions)
            positions.push_back(position.of.empty()
                                    ? position.title
                                    : fmt::format("{}, {}", position.title, position.of));
        return positions;
    }

    int articlesOf(const Node& node) const
    {
        std::set<ArticleId> articles;
        for (const MentionId id : node.mentions)
            articles.insert(m_store.mention(id)->article);
        for (const ClaimId id : node.claims)
            articles.insert(m_store.claim(id)->article);
        return static_cast<int>(articles.size());
    }

    std::set<ArticleId> articlesOf(const std::vector<ClaimId>& claims) const
    {
        std::set<ArticleId> articles;
        for (const ClaimId id : claims)
            articles.insert(m_store.claim(id)->article);
        return articles;
    }

    /// Each with how real it says it is: who denies it is among them.
    std::vector<std::string> attributionsOf(const Edge& edge) const
    {
        std::vector<std::string> all;
        for (const ClaimId id : edge.claims) {
            const Claim& claim = *m_store.claim(id);
            std::string words =
                fmt::format("{} ({})", wordsOf(attributionOf(m_store, m_content.events, claim)),
                            surenessOf(claim));
            if (std::ranges::find(all, words) == all.end())
                all.push_back(std::move(words));
        }
        return all;
    }

    /// Each with where it stands: “…” (The Herald, 2024-01-16: Happened).
    std::vector<std::string> quotesOf(const Edge& edge) const
    {
        std::vector<std::string> all;
        for (const ClaimId id : edge.claims) {
            const Claim& claim = *m_store.claim(id);
            const Article& article = *m_store.article(claim.article);
            for (const Quote& quote : claim.quotes) {
                std::string words =
                    fmt::format("“{}” ({}: {})", quote.text, whereOf(article), surenessOf(claim));
                if (std::ranges::find(all, words) == all.end())
                    all.push_back(std::move(words));
            }
        }
        return all;
    }

    /// "Expected", "Happened, denied", "unstated"; of relations, which just hold, "stated".
    static std::string surenessOf(const Claim& claim)
    {
        std::string words = claim.modality       ? std::string(nameOf(*claim.modality))
                            : claim.isRelation() ? std::string("stated")
                                                 : std::string("unstated");
        return denies(claim) && claim.modality != Modality::DidNotHappen ? words + ", denied"
                                                                         : words;
    }

    static std::string whereOf(const Article& article)
    {
        const std::string& by = article.outlet.empty() ? article.name : article.outlet;
        return article.published ? fmt::format("{}, {}", by, article.published->text) : by;
    }

    const NodeLink& m_content;
    const Store& m_store;
    const Copies& m_copies;
    const std::map<NodeId, Point>& m_places;
};

} // namespace

FlatGraph flatten(const NodeLink& content, const Copies& copies,
                  const std::map<NodeId, Point>& places)
{
    return Flattener(content, copies, places).run();
}

const char* typeName(FlatType type, const char* whole, const char* list)
{
    switch (type) {
    case FlatType::Text:
        return "string";
    case FlatType::Whole:
        return whole;
    case FlatType::Flag:
        return "boolean";
    case FlatType::List:
        return list;
    }
    return "string";
}

std::string textOf(const FlatValue& value)
{
    return std::visit(Overloaded{[](std::monostate) { return std::string(); },
                                 [](const std::string& text) { return text; },
                                 [](int number) { return fmt::format("{}", number); },
                                 [](const std::vector<std::string>& texts) {
                                     return fmt::format("{}", fmt::join(texts, between));
                                 },
                                 [](bool flag) { return std::string(flag ? "true" : "false"); }},
                      value);
}

std::string isoDay(Day day)
{
    return fmt::format("{}{:04}-{:02}-{:02}", day.year < 0 ? "-" : "", std::abs(day.year),
                       day.month, day.day);
}

} // namespace entente
