// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"
#include "app/cli/filteroptions.h"
#include "app/cli/input.h"
#include "app/cli/tally.h"
#include "graph/query/filtered.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <ostream>

namespace entente
{

namespace
{

using Json = nlohmann::ordered_json;

/// In terminal columns: Han and Hangul take two.
int columnsOf(const std::string& text)
{
    const icu::UnicodeString utf16 = icu::UnicodeString::fromUTF8(text);
    int columns = 0;
    for (int i = 0; i < utf16.length(); i = utf16.moveIndex32(i, 1)) {
        const UChar32 letter = utf16.char32At(i);
        const int width = u_getIntPropertyValue(letter, UCHAR_EAST_ASIAN_WIDTH);
        const bool isMark = u_charType(letter) == U_NON_SPACING_MARK;
        columns += isMark ? 0 : width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
    }
    return columns;
}

std::string padded(const std::string& text, int columns)
{
    return text +
           std::string(static_cast<std::size_t>(std::max(0, columns - columnsOf(text))), ' ');
}

/// As names are counted, so that JSON and text say the same.
CountsByName byModality(const ModalityCounts& counts)
{
    CountsByName list;
    for (const Modality modality : allModalities)
        list.push_back({std::string(nameOf(modality)), countOf(counts, modality)});
    list.push_back({"unstated", countOf(counts, std::nullopt)});
    return list;
}

CountsByName withoutZeros(CountsByName counts)
{
    std::erase_if(counts, [](const CountByName& one) { return one.count == 0; });
    return counts;
}

/// Names at the left, numbers in one column.
class Lines
{
public:
    explicit Lines(std::ostream& stream)
        : m_stream(stream)
    {
    }

    void total(std::string_view what, int count, std::string_view more = {})
    {
        m_stream << fmt::format("{:<24}{:>8}{}{}\n", what, count, more.empty() ? "" : "   ", more);
    }
    void parts(const CountsByName& counts)
    {
        for (const CountByName& one : counts)
            m_stream << "  " << padded(plain(one.name), 22) << fmt::format("{:>8}\n", one.count);
    }

private:
    std::ostream& m_stream;
};

void printArticles(const Tally& tally, std::ostream& stream)
{
    constexpr std::array<std::string_view, 8> heads{"happened", "announced", "planned",
                                                    "expected", "proposed",  "speculated",
                                                    "did not",  "unstated"};
    int nameColumns = columnsOf("Claims by article");
    for (const ArticleTally& article : tally.articles)
        nameColumns = std::max(nameColumns, columnsOf(plain(article.name)));
    std::string head =
        padded("Claims by article", nameColumns) + "  published        spans  claims";
    for (const std::string_view one : heads)
        head += fmt::format("  {}", one);
    stream << head << "  relations\n";
    for (const ArticleTally& article : tally.articles) {
        std::string row = padded(plain(article.name), nameColumns) + "  " +
                          padded(plain(article.published), 14) +
                          fmt::format("{:>8}{:>8}", article.spans, article.claims);
        const CountsByName counts = byModality(article.modalities);
        for (std::size_t i = 0; i < heads.size(); ++i)
            row += fmt::format("  {:>{}}", counts[i].count, heads.at(i).size());
        stream << row << fmt::format("  {:>9}", article.relationClaims)
               << (article.annotated ? "" : "  not annotated") << '\n';
    }
}

void printText(const Tally& tally, std::ostream& stream)
{
    const int articles = static_cast<int>(tally.articles.size());
    if (!tally.filters.empty())
        stream << "Filters: " << plain(tally.filters) << "\n\n";
    Lines lines(stream);
    const std::string_view all = tally.filters.empty() ? "" : "whatever the filters";
    lines.total("Articles", articles, all);
    lines.parts({{"annotated", tally.annotated}, {"not annotated", articles - tally.annotated}});
    if (tally.judgements > 0)
        lines.total("Judgements", tally.judgements, "texts of analysts; no articles");
    lines.total("Spans", sumOf(tally.spansByStatus), all);
    lines.parts(tally.spansByStatus);
    lines.total("Entities", sumOf(tally.entities),
                tally.joinedByName == 0
                    ? std::string()
                    : fmt::format("{} joined across articles by name alone", tally.joinedByName));
    lines.parts(tally.entities);
    std::vector<std::string> kept;
    if (tally.contested > 0)
        kept.push_back(fmt::format("{} contested", tally.contested));
    if (tally.judgedEvents > 0)
        kept.push_back(fmt::format("{} by judgement alone", tally.judgedEvents));
    lines.total("Events", sumOf(tally.events), fmt::format("{}", fmt::join(kept, ", ")));
    lines.parts(tally.events);
    lines.total("Events by modality", sumOf(tally.eventModalities));
    lines.parts(withoutZeros(byModality(tally.eventModalities)));
    lines.total("Edges: roles", sumOf(tally.roles));
    lines.parts(tally.roles);
    lines.total("Edges: relations", sumOf(tally.relations));
    lines.parts(tally.relations);
    if (tally.judged > 0)
        lines.total("Edges: judgement", tally.judged, "rest on an analyst's judgement alone");
    lines.total("Ties between actors", tally.ties);
    lines.total("Claims of events", sumOf(tally.claims));
    lines.parts(withoutZeros(byModality(tally.claims)));
    lines.total("Claims of relations", tally.relationClaims);
    lines.total("Problems", sumOf(tally.problems), all);
    lines.parts(tally.problems);
    stream << '\n';
    printArticles(tally, stream);
}

Json jsonOf(const CountsByName& counts)
{
    Json object = Json::object();
    for (const CountByName& one : counts)
        object[one.name] = one.count;
    return object;
}

Json orNull(const std::string& text) { return text.empty() ? Json() : Json(text); }

Json jsonOf(const Tally& tally)
{
    const int articles = static_cast<int>(tally.articles.size());
    Json document = Json::object();
    if (!tally.filters.empty())
        document["filters"] = tally.filters;
    document["articles"] = {{"total", articles},
                            {"annotated", tally.annotated},
                            {"not_annotated", articles - tally.annotated}};
    document["judgements"] = tally.judgements;
    const auto put = [&](const char* name, const CountsByName& counts, const char* by) {
        document[name] = {{"total", sumOf(counts)}, {by, jsonOf(counts)}};
    };
    put("spans", tally.spansByStatus, "by_status");
    put("entities", tally.entities, "by_type");
    document["entities"]["joined_by_name"] = tally.joinedByName;
    put("events", tally.events, "by_type");
    document["events"]["by_modality"] = jsonOf(byModality(tally.eventModalities));
    document["events"]["contested"] = tally.contested;
    document["events"]["judgement_alone"] = tally.judgedEvents;
    document["edges"] = {{"total", sumOf(tally.roles) + sumOf(tally.relations)},
                         {"roles", jsonOf(tally.roles)},
                         {"relations", jsonOf(tally.relations)},
                         {"judgement_alone", tally.judged}};
    document["ties"] = tally.ties;
    document["claims"] = {{"total", sumOf(tally.claims) + tally.relationClaims},
                          {"by_modality", jsonOf(byModality(tally.claims))},
                          {"of_relations", tally.relationClaims}};
    put("problems", tally.problems, "by_severity");
    document["by_article"] = Json::array();
    for (const ArticleTally& article : tally.articles)
        document["by_article"].push_back({{"article", article.name},
                                          {"title", article.title},
                                          {"outlet", orNull(article.outlet)},
                                          {"published", orNull(article.published)},
                                          {"annotated", article.annotated},
                                          {"spans", article.spans},
                                          {"claims", article.claims},
                                          {"by_modality", jsonOf(byModality(article.modalities))},
                                          {"of_relations", article.relationClaims}});
    return document;
}

Exit summary(const Arguments& arguments, const Streams& streams)
{
    const std::optional<Corpus> corpus = readAndReport("summary", arguments, streams);
    if (!corpus)
        return Exit::NotDone;
    const auto graph = filteredGraph("summary", *corpus, arguments, streams);
    if (!graph)
        return graph.error();
    std::optional<std::unordered_set<ClaimId>> claims;
    if (graph->isPart())
        claims = passingClaims(
            graph->all, {corpus->store, corpus->ontology, corpus->diagnostics, &graph->copies},
            graph->filter);
    Tally tally =
        tallyOf(*corpus, graph->events(), actorsProjection(graph->events(), corpus->ontology),
                claims ? &*claims : nullptr);
    tally.filters = graph->words;
    if (arguments.has("json"))
        streams.out << jsonOf(tally).dump(1, ' ', false, Json::error_handler_t::replace) << '\n';
    else
        printText(tally, streams.out);
    return Exit::Done;
}

} // namespace

Command summaryCommand()
{
    return {
        "summary",
        "Counts articles, spans, entities, events, edges, claims and problems.",
        {},
        withFilters({jsonOption(), identityOption()}),
        "Spans are the words that annotations mark: exact when they stand where the file\n"
        "says, moved when they were found elsewhere without doubt, missing when not. Claims\n"
        "are counted by what they say of an event: one that says nothing is unstated.\n"
        "With filters entities, events, edges and claims are those that pass; articles, spans\n"
        "and problems are counted whatever the filters.",
        summary,
    };
}

} // namespace entente
