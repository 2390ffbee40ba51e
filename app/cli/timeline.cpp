// SPDX-License-Identifier: Apache-2.0
#include "graph/query/timeline.h"

#include "app/cli/candidates.h"
#include "app/cli/commands.h"
#include "app/cli/filteroptions.h"
#include "app/cli/input.h"
#include "graph/model/store.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <ostream>

namespace entente
{

namespace
{

using Json = nlohmann::ordered_json;

std::string textOf(const std::optional<Edtf>& date) { return date ? date->text : "undated"; }

void printText(const Corpus& corpus, const KnowledgeGraph& events, const Timeline& timeline,
               std::ostream& stream)
{
    stream << "Events, by when they happened or were to\n";
    for (const NodeId id : timeline.events) {
        const Node& node = *events.node(id);
        stream << fmt::format("  {:<21}  {} ({})\n", textOf(node.date), plain(node.name),
                              wordsOf(node.modality));
    }
    for (const NodeId id : timeline.undatedEvents)
        stream << fmt::format("  {:<21}  {} ({})\n", "undated", plain(events.node(id)->name),
                              wordsOf(events.node(id)->modality));
    stream << "\nArticles, by when they reported\n";
    for (const ArticleId id : timeline.articles)
        stream << fmt::format("  {:<21}  {}\n", textOf(corpus.store.article(id)->published),
                              plain(corpus.store.article(id)->title));
    for (const ArticleId id : timeline.undatedArticles)
        stream << fmt::format("  {:<21}  {}\n", "undated", plain(corpus.store.article(id)->title));
}

Json documentOf(const Corpus& corpus, const KnowledgeGraph& events, const Timeline& timeline,
                const std::string& filters)
{
    Json document = Json::object();
    if (!filters.empty())
        document["filters"] = filters;
    const auto orNull = [](const std::optional<Edtf>& date) {
        return date ? Json(date->text) : Json();
    };
    document["events"] = Json::array();
    for (const std::vector<NodeId>* part : {&timeline.events, &timeline.undatedEvents}) {
        for (const NodeId id : *part) {
            const Node& node = *events.node(id);
            document["events"].push_back(
                {{"date", orNull(node.date)},
                 {"id", id.text()},
                 {"name", node.name},
                 {"modality", node.modality ? Json(nameOf(*node.modality)) : Json()}});
        }
    }
    document["articles"] = Json::array();
    for (const std::vector<ArticleId>* part : {&timeline.articles, &timeline.undatedArticles}) {
        for (const ArticleId id : *part) {
            const Article& article = *corpus.store.article(id);
            document["articles"].push_back({{"published", orNull(article.published)},
                                            {"name", article.name},
                                            {"title", article.title}});
        }
    }
    document["undatedEvents"] = timeline.undatedEvents.size();
    document["undatedArticles"] = timeline.undatedArticles.size();
    return document;
}

Exit timeline(const Arguments& arguments, const Streams& streams)
{
    const std::optional<Corpus> corpus = readAndReport("timeline", arguments, streams);
    if (!corpus)
        return Exit::NotDone;
    const auto events = filteredGraph("timeline", *corpus, arguments, streams);
    if (!events)
        return events.error();
    const Timeline found = timelineOf(events->events(), corpus->store);
    if (arguments.has("json")) {
        print(documentOf(*corpus, events->events(), found, events->words), streams.out);
        return Exit::Done;
    }
    if (!events->words.empty())
        streams.out << "Filters: " << plain(events->words) << '\n';
    printText(*corpus, events->events(), found, streams.out);
    return Exit::Done;
}

} // namespace

Command timelineCommand()
{
    return {
        "timeline",
        "Lists events by when they happened, and articles by when they reported.",
        "",
        withFilters({jsonOption(), identityOption()}),
        "Dates are in EDTF, as the articles give them, and say no more than these do. What\n"
        "has no date comes last.",
        timeline,
    };
}

} // namespace entente
