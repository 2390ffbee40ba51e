// SPDX-License-Identifier: Apache-2.0
#include "app/cli/candidates.h"
#include "app/cli/commands.h"
#include "app/cli/filteroptions.h"
#include "app/cli/input.h"
#include "app/cli/modalities.h"
#include "graph/query/groups.h"
#include "graph/query/ranking.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <map>
#include <ostream>
#include <ranges>

namespace entente
{

namespace
{

using Json = nlohmann::ordered_json;

constexpr int rowsAtMost = 1'000'000;

/// Actors with their scores, and the group each belongs to.
struct Ranking
{
    explicit Ranking(const KnowledgeGraph& among)
        : actors(among)
    {
    }

    const KnowledgeGraph& actors;
    RankBy by = RankBy::Degree;
    std::string over; ///< What was counted, in words.
    std::vector<Ranked> rows;
    Communities communities;
    std::map<NodeId, int> groups; ///< From 1, the largest first.
};

std::string scoreOf(RankBy by, double score)
{
    return by == RankBy::Degree ? fmt::format("{:.0f}", score) : fmt::format("{:.4f}", score);
}

void printText(const Ranking& ranking, std::size_t limit, std::ostream& stream)
{
    stream << "Who " << wordsOf(ranking.by) << " (" << plain(ranking.over) << ")\n";
    for (const Ranked& row : ranking.rows | std::views::take(limit)) {
        const auto group = ranking.groups.find(row.actor);
        stream << fmt::format("{:>10}  {}", scoreOf(ranking.by, row.score),
                              plain(ranking.actors.node(row.actor)->name));
        if (group != ranking.groups.end())
            stream << fmt::format("  [community {}]", group->second);
        stream << '\n';
    }
    if (ranking.rows.size() > limit)
        stream << fmt::format("  … and {} more; --limit shows them.\n",
                              ranking.rows.size() - limit);
    if (!ranking.communities.groups.empty())
        stream << fmt::format(
            "{} of {} actors; modularity {:.3f}\n",
            ranking.communities.groups.size() == 1
                ? std::string("1 community")
                : fmt::format("{} communities", ranking.communities.groups.size()),
            ranking.groups.size(), ranking.communities.modularity);
}

Json documentOf(const Ranking& ranking, std::size_t limit)
{
    Json document = {{"by", nameOf(ranking.by)}, {"over", ranking.over}};
    document["count"] = ranking.rows.size();
    document["actors"] = Json::array();
    for (const Ranked& row : ranking.rows | std::views::take(limit)) {
        const Node& node = *ranking.actors.node(row.actor);
        Json one = {
            {"id", node.id.text()}, {"name", node.name}, {"type", node.type}, {"score", row.score}};
        if (const auto group = ranking.groups.find(row.actor); group != ranking.groups.end())
            one["community"] = group->second;
        document["actors"].push_back(std::move(one));
    }
    if (!ranking.communities.groups.empty())
        document["modularity"] = ranking.communities.modularity;
    return document;
}

Exit rank(const Arguments& arguments, const Streams& streams)
{
    const std::optional<int> limit = numberOf(arguments, "limit", 25, rowsAtMost);
    if (!limit)
        return wrongUsage(streams, "rank",
                          fmt::format("--limit takes a number from 1 to {}", rowsAtMost));
    const std::optional<Corpus> corpus = readAndReport("rank", arguments, streams);
    if (!corpus)
        return Exit::NotDone;
    const auto events = filteredGraph("rank", *corpus, arguments, streams);
    if (!events)
        return events.error();
    const KnowledgeGraph actors = actorsProjection(events->events(), corpus->ontology);
    const CountedModalities counted =
        arguments.has("all") ? CountedModalities{} : CountedModalities{Modality::Happened};
    Ranking ranking(actors);
    ranking.by = arguments.value("by") == "betweenness" ? RankBy::Betweenness : RankBy::Degree;
    ranking.over = wordsOf(counted) + (events->words.empty() ? "" : "; filters: " + events->words);
    ranking.rows = ranked(events->events(), actors, corpus->ontology, ranking.by, counted);
    if (arguments.has("communities")) {
        ranking.communities = communities(actors, counted);
        for (std::size_t i = 0; i < ranking.communities.groups.size(); ++i) {
            for (const NodeId actor : ranking.communities.groups[i])
                ranking.groups.emplace(actor, static_cast<int>(i) + 1);
        }
    }
    const auto rows = static_cast<std::size_t>(*limit);
    if (arguments.has("json"))
        print(documentOf(ranking, rows), streams.out);
    else
        printText(ranking, rows, streams.out);
    return Exit::Done;
}

} // namespace

Command rankCommand()
{
    return {
        "rank",
        "Lists who takes part in most meetings, or connects others most.",
        "",
        withFilters({jsonOption(),
                     identityOption(),
                     {"by",
                      "HOW",
                      "degree: meetings (unless given); betweenness: chains",
                      {"degree", "betweenness"},
                      ""},
                     {"all", "", "counts all meetings, not only those that happened", {}, ""},
                     {"communities", "", "says who belongs together, by Louvain's method", {}, ""},
                     {"limit", "N", "how many are shown; 25 unless given", {}, ""}}),
        "By degree an actor's score is how many meetings he takes part in. By betweenness\n"
        "(Brandes 2001) it is the share of all shortest chains between two others that lead\n"
        "over him. Only what passes the filters counts, and of that what happened.",
        rank,
    };
}

} // namespace entente
