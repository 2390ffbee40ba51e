// SPDX-License-Identifier: Apache-2.0
#include "app/cli/candidates.h"
#include "app/cli/commands.h"
#include "app/cli/filteroptions.h"
#include "app/cli/input.h"
#include "graph/citing/citations.h"
#include "graph/citing/csljson.h"
#include "graph/citing/endnotes.h"
#include "graph/citing/shownsources.h"
#include "graph/query/copies.h"
#include "graph/text/ascii.h"

#include <fmt/format.h>

#include <ostream>

namespace entente
{

namespace
{

std::string formatOf(const Arguments& arguments)
{
    if (arguments.has("format"))
        return arguments.value("format");
    const std::string suffix =
        asciiLower(std::filesystem::path(arguments.value("output")).extension().string());
    if (suffix == ".json")
        return "csl";
    return suffix == ".md" || !arguments.has("output") ? "md" : std::string();
}

std::vector<Citable> thingsOf(const CitingBase& base, const FilteredGraph& graph, bool isActors)
{
    std::vector<Citable> things;
    const auto add = [&](const KnowledgeGraph& shown) {
        for (Noted& noted : notedIn(base, shown, nullptr))
            things.push_back(std::move(noted.thing));
    };
    if (isActors)
        add(actorsProjection(graph.events(), base.ontology));
    else
        add(graph.events());
    return things;
}

Exit cite(const Arguments& arguments, const Streams& streams)
{
    const std::string format = formatOf(arguments);
    if (format.empty())
        return wrongUsage(streams, "cite",
                          fmt::format("“{}” ends neither in .md nor in .json, which says what to "
                                      "write; --format can, too",
                                      arguments.value("output")));
    const std::optional<Corpus> corpus = readAndReport("cite", arguments, streams);
    if (!corpus)
        return Exit::NotDone;
    const auto graph = filteredGraph("cite", *corpus, arguments, streams);
    if (!graph)
        return graph.error();
    const Copies copies = Copies::among(corpus->store);
    const CitingBase base{corpus->store, corpus->ontology, graph->all, copies};
    const Citations citations = citationsOf(base, thingsOf(base, *graph, wantsActors(arguments)));
    if (citations.notes.empty())
        return notDone(streams, "cite",
                       graph->words.empty()
                           ? std::string("there is nothing annotated here, so there is nothing to "
                                         "cite")
                           : fmt::format("nothing passes the filters ({})", graph->words));
    const std::string text = format == "csl"
                                 ? cslJson(citations)
                                 : endnotesMarkdown(citations, graphName(arguments), graph->words);
    if (arguments.has("output"))
        return writeResult("cite", arguments, arguments.value("output"), text, streams);
    streams.out << text;
    return Exit::Done;
}

} // namespace

Command citeCommand()
{
    return {
        "cite",
        "Writes numbered notes with quotes and articles, or the articles for Zotero.",
        {},
        withFilters(
            {{"output", "FILE", "writes into this file: .md, or .json as CSL-JSON", {}, "o"},
             {"format",
              "FORMAT",
              "this one, whatever the suffix; md if neither says",
              {"md", "csl"},
              ""},
             viewOption(),
             identityOption()}),
        "Each meeting and each relation that the filters leave has a number, in the order of\n"
        "dates; with --view actors each tie. Below it stand its quotes with who says so, how\n"
        "surely, and the grades; at the end each article once, with which of them are one\n"
        "source. An analyst's judgement is said to be one, with its reason; what analysts\n"
        "rejected is left out.\n"
        "\n"
        "CSL-JSON holds the articles alone, as Zotero and other programs import them.",
        cite,
    };
}

} // namespace entente
