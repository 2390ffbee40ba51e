// SPDX-License-Identifier: Apache-2.0
#include "graph/query/tables.h"

#include "graph/base/overloaded.h"
#include "graph/model/analystsown.h"
#include "graph/model/attribution.h"
#include "graph/model/boostgraph.h"
#include "graph/model/store.h"
#include "graph/model/sureness.h"
#include "graph/ontology/ontology.h"
#include "graph/query/complaints.h"
#include "graph/query/contested.h"
#include "graph/query/copies.h"
#include "graph/query/strength.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <numeric>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace entente
{

namespace
{

using Graph = KnowledgeGraph::Boost;
using Vertex = KnowledgeGraph::Vertex;

Cell cellOf(const std::optional<Edtf>& date) { return date ? Cell(*date) : Cell(); }

Cell cellOf(std::string text) { return text.empty() ? Cell() : Cell(std::move(text)); }

/// The first and the last of some dates.
struct Period
{
    std::optional<Edtf> first, last;

    void add(const Edtf& date)
    {
        const auto begins = [](const Edtf& d) { return d.earliest ? d.earliest : d.latest; };
        if (!begins(date))
            return;
        if (!first || begins(date) < begins(*first))
            first = date;
        if (!last || begins(date) > begins(*last))
            last = date;
    }
};

std::string namesOf(const Node& node)
{
    std::string names;
    for (const Alias& alias : node.aliases)
        names += alias.name + '\n';
    return names;
}

// Actors -----------------------------------------------------------------------------------------

/// The meetings that count are those of Node::weight, in any role.
std::unordered_map<NodeId, Period> presences(const TableBase& base)
{
    std::unordered_map<NodeId, Period> periods;
    const Graph& graph = base.events.boost();
    for (const auto edge : boost::make_iterator_range(boost::edges(graph))) {
        const Node& event = graph[boost::source(edge, graph)];
        const Node& actor = graph[boost::target(edge, graph)];
        const bool happened =
            event.modality == Modality::Happened && graph[edge].modality == Modality::Happened;
        if (happened && event.date && actor.isActor && graph[edge].kind == EdgeKind::Role)
            periods[actor.id].add(*event.date);
    }
    return periods;
}

/// An analyst's judgement is no article.
int countOf(const std::unordered_set<ArticleId>& articles, const Store& store)
{
    return static_cast<int>(std::ranges::count_if(
        articles, [&](ArticleId id) { return !isAnalystsOwn(*store.article(id)); }));
}

int articlesOf(const Node& actor, const Store& store)
{
    std::unordered_set<ArticleId> articles;
    for (const EntityId id : actor.entities) {
        if (const Entity* entity = store.entity(id))
            articles.insert(entity->article);
    }
    return countOf(articles, store);
}

Table actorsTable(const TableBase& base)
{
    Table table{.kind = TableKind::Actors,
                .columns = {{ColumnKind::Name, {}},
                            {ColumnKind::Type, {}},
                            {ColumnKind::Meetings, {}},
                            {ColumnKind::Ties, {}},
                            {ColumnKind::First, {}},
                            {ColumnKind::Last, {}},
                            {ColumnKind::Articles, {}}},
                .rows = {}};
    const std::unordered_map<NodeId, Period> periods = presences(base);
    const Graph& ties = base.actors.boost();
    for (const Vertex vertex : boost::make_iterator_range(boost::vertices(ties))) {
        const Node& actor = ties[vertex];
        const auto found = periods.find(actor.id);
        const Period period = found == periods.end() ? Period() : found->second;
        const auto tieCount =
            static_cast<int>(boost::out_degree(vertex, ties) + boost::in_degree(vertex, ties));
        table.rows.push_back(
            {.id = actor.id,
             .cells = {actor.name, base.ontology.entity(actor.type).label, actor.weight, tieCount,
                       cellOf(period.first), cellOf(period.last), articlesOf(actor, base.store)},
             .otherNames = namesOf(actor)});
    }
    return table;
}

// Meetings ---------------------------------------------------------------------------------------

/// How many articles some claims stand in.
int articlesOf(const std::vector<ClaimId>& claims, const Store& store)
{
    std::unordered_set<ArticleId> articles;
    for (const ClaimId id : claims) {
        if (const Claim* claim = store.claim(id))
            articles.insert(claim->article);
    }
    return countOf(articles, store);
}

/// The lowest number first, then the first letter; who is not graded comes last.
Cell cellOf(const Grade& grade)
{
    if (grade.isEmpty())
        return {};
    const int letter = grade.reliability.empty() ? 26 : grade.reliability.front() - 'A';
    return RankedWords{grade.credibility.front() * 32 + letter, nameOf(grade)};
}

Cell surenessOf(const Node& event)
{
    const int rank =
        event.modality ? static_cast<int>(*event.modality) : static_cast<int>(allModalities.size());
    return RankedWords{rank, surenessWords(event)};
}

/// Of what is said of an event.
Strength strengthOf(const TableBase& base, const Node& event)
{
    return base.copies == nullptr
               ? Strength()
               : strengthOf(base.store, *base.copies, event.claims, event.modality);
}

Cell cellOf(const TableBase& base, int sources)
{
    return base.copies == nullptr ? Cell() : Cell(sources);
}

Table meetingsTable(const TableBase& base)
{
    Table table{.kind = TableKind::Meetings,
                .columns = {{ColumnKind::Date, {}},
                            {ColumnKind::Title, {}},
                            {ColumnKind::Type, {}},
                            {ColumnKind::Sureness, {}},
                            {ColumnKind::Contested, {}},
                            {ColumnKind::Claims, {}},
                            {ColumnKind::Articles, {}},
                            {ColumnKind::Sources, {}},
                            {ColumnKind::Grade, {}}},
                .rows = {}};
    const Graph& graph = base.events.boost();
    for (const Vertex vertex : boost::make_iterator_range(boost::vertices(graph))) {
        const Node& event = graph[vertex];
        if (event.kind != NodeKind::Event)
            continue;
        const Strength strength = strengthOf(base, event);
        const bool isContested =
            event.claims.size() > 1 && !contestsOf(base.events, base.store, event.id).empty();
        table.rows.push_back(
            {.id = event.id,
             .cells = {cellOf(event.date), event.title.empty() ? event.name : event.title,
                       base.ontology.event(event.type).label, surenessOf(event),
                       isContested ? Cell("contested") : Cell(),
                       static_cast<int>(event.claims.size()), articlesOf(event.claims, base.store),
                       cellOf(base, strength.sources), cellOf(strength.grade)},
             .otherNames = event.name,
             .didNotHappen = event.modality == Modality::DidNotHappen});
    }
    return table;
}

// Articles ---------------------------------------------------------------------------------------

Table articlesTable(const TableBase& base)
{
    Table table{.kind = TableKind::Articles,
                .columns = {{ColumnKind::Date, {}},
                            {ColumnKind::Outlet, {}},
                            {ColumnKind::Title, {}},
                            {ColumnKind::Meetings, {}},
                            {ColumnKind::Claims, {}},
                            {ColumnKind::Problems, {}}},
                .rows = {}};
    std::map<std::filesystem::path, int> problems;
    for (const Diagnostic& one : base.diagnostics)
        problems[stemOf(one.file)] += isProblem(one) ? 1 : 0;
    for (const ArticleId id : base.store.articles()) {
        const ArticleRecords& records = base.store.records(id);
        if (isAnalystsOwn(records.article))
            continue;
        std::unordered_set<NodeId> meetings;
        for (const Event& event : records.events) {
            if (const NodeId node = base.events.nodeOf(event.id); !node.isNil())
                meetings.insert(node);
        }
        const auto claims = std::ranges::count(records.claims, false, &Claim::rejected);
        const auto found = problems.find(stemOf(records.article.file));
        const Article& article = records.article;
        table.rows.push_back(
            {.id = id,
             .cells = {cellOf(article.published), cellOf(chainWords(chainOf(article))),
                       article.title, static_cast<int>(meetings.size()), static_cast<int>(claims),
                       found == problems.end() ? 0 : found->second},
             .otherNames = article.name + '\n' + article.byline});
    }
    return table;
}

// Ties -------------------------------------------------------------------------------------------

std::vector<std::optional<Modality>> modalitiesThatOccur(const Graph& ties)
{
    std::vector<std::optional<Modality>> all(allModalities.begin(), allModalities.end());
    all.emplace_back();
    std::erase_if(all, [&](std::optional<Modality> modality) {
        const auto edges = boost::make_iterator_range(boost::edges(ties));
        return std::none_of(edges.begin(), edges.end(), [&](const auto& edge) {
            return countOf(ties[edge].tie().counts, modality) > 0;
        });
    });
    return all;
}

int sumOf(const ModalityCounts& counts) { return std::accumulate(counts.begin(), counts.end(), 0); }

bool isAnyJudgedIn(const Graph& ties)
{
    const auto edges = boost::make_iterator_range(boost::edges(ties));
    return std::any_of(edges.begin(), edges.end(),
                       [&](const auto& edge) { return sumOf(ties[edge].tie().judgedCounts) > 0; });
}

Table tiesTable(const TableBase& base)
{
    const Graph& ties = base.actors.boost();
    const std::vector<std::optional<Modality>> modalities = modalitiesThatOccur(ties);
    Table table{.kind = TableKind::Ties,
                .columns = {{ColumnKind::Name, {}}, {ColumnKind::OtherName, {}}},
                .rows = {}};
    for (const auto modality : modalities)
        table.columns.push_back({ColumnKind::OfModality, modality});
    const bool isAnyJudged = isAnyJudgedIn(ties);
    if (isAnyJudged)
        table.columns.push_back({ColumnKind::Judged, {}});
    table.columns.push_back({ColumnKind::First, {}});
    table.columns.push_back({ColumnKind::Last, {}});
    table.columns.push_back({ColumnKind::Sources, {}});
    for (const auto edge : boost::make_iterator_range(boost::edges(ties))) {
        const Edge& tie = ties[edge];
        const Node& one = ties[boost::source(edge, ties)];
        const Node& other = ties[boost::target(edge, ties)];
        TableRow row{.id = tie.id,
                     .cells = {one.name, other.name},
                     .otherNames = namesOf(one) + namesOf(other)};
        for (const auto modality : modalities)
            row.cells.emplace_back(countOf(tie.tie().counts, modality));
        if (isAnyJudged)
            row.cells.emplace_back(sumOf(tie.tie().judgedCounts));
        row.cells.push_back(cellOf(tie.tie().first));
        row.cells.push_back(cellOf(tie.tie().last));
        row.cells.push_back(cellOf(
            base, base.copies == nullptr ? 0 : strengthOf(base.store, *base.copies, tie).sources));
        table.rows.push_back(std::move(row));
    }
    return table;
}

// What is contested ------------------------------------------------------------------------------

/// "15 January 2024 (2 articles) against 16 January 2024 (1)"
std::string wordsOf(const Contest& contest, const Store& store)
{
    std::string words;
    for (const Side& side : contest.sides) {
        const int articles = articlesOf(side.claims, store);
        words += fmt::format("{}{} ({}{})", words.empty() ? "" : " against ", side.says, articles,
                             !words.empty()  ? ""
                             : articles == 1 ? " article"
                                             : " articles");
    }
    return words;
}

/// A row for each meeting of which something is.
Table contestedTable(const TableBase& base)
{
    Table table{.kind = TableKind::Contested,
                .columns = {{ColumnKind::Date, {}},
                            {ColumnKind::Title, {}},
                            {ColumnKind::Type, {}},
                            {ColumnKind::About, {}},
                            {ColumnKind::Said, {}},
                            {ColumnKind::Sources, {}}},
                .rows = {}};
    for (const NodeId id : contestedEvents(base.events, base.store)) {
        const Node& event = *base.events.node(id);
        std::vector<std::string> about;
        std::vector<std::string> said;
        for (const Contest& contest : contestsOf(base.events, base.store, id)) {
            about.emplace_back(wordsOf(contest.about));
            said.push_back(wordsOf(contest, base.store));
        }
        table.rows.push_back(
            {.id = id,
             .cells = {cellOf(event.date), event.title.empty() ? event.name : event.title,
                       base.ontology.event(event.type).label,
                       fmt::format("{}", fmt::join(about, "; ")),
                       fmt::format("{}", fmt::join(said, "; ")),
                       cellOf(base, strengthOf(base, event).sources)},
             .otherNames = event.name,
             .didNotHappen = event.modality == Modality::DidNotHappen});
    }
    return table;
}

} // namespace

std::string_view nameOf(TableKind kind)
{
    switch (kind) {
    case TableKind::Actors:
        return "actors";
    case TableKind::Meetings:
        return "meetings";
    case TableKind::Articles:
        return "articles";
    case TableKind::Ties:
        return "ties";
    case TableKind::Contested:
        return "contested";
    }
    return {};
}

std::string textOf(const Cell& cell)
{
    return std::visit(Overloaded{[](std::monostate) { return std::string(); },
                                 [](int number) { return std::to_string(number); },
                                 [](const std::string& text) { return text; },
                                 [](const RankedWords& ranked) { return ranked.words; },
                                 [](const Edtf& date) { return date.text; }},
                      cell);
}

Table tableOf(TableKind kind, const TableBase& base)
{
    switch (kind) {
    case TableKind::Actors:
        return actorsTable(base);
    case TableKind::Meetings:
        return meetingsTable(base);
    case TableKind::Articles:
        return articlesTable(base);
    case TableKind::Ties:
        return tiesTable(base);
    case TableKind::Contested:
        return contestedTable(base);
    }
    return {};
}

} // namespace entente
