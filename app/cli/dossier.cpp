// SPDX-License-Identifier: Apache-2.0
#include "graph/citing/dossier.h"

#include "app/cli/candidates.h"
#include "app/cli/commands.h"
#include "app/cli/drawing.h"
#include "app/cli/filteroptions.h"
#include "app/cli/input.h"
#include "graph/citing/dossierhtml.h"
#include "graph/citing/dossiermarkdown.h"
#include "graph/query/copies.h"
#include "graph/text/ascii.h"
#include "ui/paint/exporter.h"
#include "ui/text/qtext.h"

#include <fmt/format.h>

#include <QGuiApplication>

#include <algorithm>
#include <ostream>

namespace entente
{

namespace
{

std::string suffixOf(const Arguments& arguments)
{
    return asciiLower(std::filesystem::path(arguments.value("output")).extension().string());
}

bool isHtml(const Arguments& arguments)
{
    return suffixOf(arguments) == ".html" || suffixOf(arguments) == ".htm";
}

/// What is wrong with the arguments, in words; empty for nothing.
std::string complaintOf(const Arguments& arguments)
{
    if (!arguments.has("output"))
        return "-o with the file to write is missing";
    const bool isMarkdown = suffixOf(arguments) == ".md";
    if (!isHtml(arguments) && !isMarkdown)
        return fmt::format("“{}” ends neither in .html nor in .md, which says what to write",
                           arguments.value("output"));
    for (const char* option : {"engine", "seconds", "view", "no-picture"}) {
        if (isMarkdown && arguments.has(option))
            return fmt::format("--{} goes with .html; Markdown holds no picture", option);
    }
    if (arguments.has("title") && arguments.has("of"))
        return "--title goes with what the filters leave; what --of names has a name";
    if (arguments.has("seconds") && !parseSeconds(arguments.value("seconds")))
        return fmt::format("--seconds cannot be “{}”; it takes a number, as in 600",
                           arguments.value("seconds"));
    return {};
}

/// The one that --of names, or all that the filters leave. @returns nothing, after saying why.
std::optional<std::set<NodeId>> nodesAsked(const Corpus& corpus, const FilteredGraph& graph,
                                           const Arguments& arguments, const Streams& streams)
{
    if (!arguments.has("of")) {
        const std::vector<NodeId> all = graph.events().nodes();
        return std::set<NodeId>(all.begin(), all.end());
    }
    Arguments asked = arguments;
    asked.operand = arguments.value("of");
    const KnowledgeGraph actors = actorsProjection(graph.all, corpus.ontology);
    const std::optional<Candidate> candidate =
        meantBy("dossier", asked, corpus.store, graph.all, actors, streams);
    if (!candidate)
        return std::nullopt;
    const auto* node = std::get_if<NodeId>(&candidate->id);
    if (node == nullptr) {
        notDone(streams, "dossier",
                fmt::format("“{}” is an edge; a dossier is of an actor, a meeting or another node",
                            candidate->name));
        return std::nullopt;
    }
    if (graph.events().node(*node) == nullptr) {
        notDone(streams, "dossier",
                fmt::format("“{}” is left out by the filters ({})", candidate->name, graph.words));
        return std::nullopt;
    }
    return std::set<NodeId>{*node};
}

/// The one with who and what is nearest, as far as it can be read; or the busiest of several.
Shown shownOf(const KnowledgeGraph& graph, const std::set<NodeId>& nodes, bool isActors)
{
    if (nodes.size() > 1)
        return showBusiest(graph, nodesOnAPage);
    const Node* node = graph.node(*nodes.begin());
    if (node == nullptr)
        return showOnly(graph, {}, {});
    const Reach reach = aroundOf(graph, node->id, isActors);
    return showOnly(graph, reach.nodes,
                    reach.leftOut > 0 ? "those with most ties around " + node->name
                                      : "what is around " + node->name);
}

Expected<DossierPicture, std::string> pictureOf(const KnowledgeGraph& graph,
                                                const std::set<NodeId>& nodes, const Corpus& corpus,
                                                const Arguments& arguments, const Streams& streams)
{
    const auto application = applicationIfNone();
    const Shown shown = shownOf(graph, nodes, wantsActors(arguments));
    if (shown.nodes.empty())
        return DossierPicture{};
    const Expected<ShownPicture, std::string> drawing =
        drawn(graph, shown, corpus, arguments, streams);
    if (!drawing)
        return Unexpected{drawing.error()};
    const Expected<std::string, QString> svg = svgTextOf(drawing->picture, drawing->style);
    if (!svg)
        return Unexpected{toUtf8(svg.error())};
    return DossierPicture{*svg, toUtf8(noteOf(shown))};
}

Exit write(const Corpus& corpus, const FilteredGraph& graph, const std::set<NodeId>& nodes,
           const Arguments& arguments, const Streams& streams)
{
    const Copies copies = Copies::among(corpus.store);
    const CitingBase base{corpus.store, corpus.ontology, graph.all, copies};
    DossierRequest request{
        graph.events(), nodes, arguments.value("title", graphName(arguments)), graph.words, {}};
    if (isHtml(arguments) && !arguments.has("no-picture")) {
        const KnowledgeGraph actors = actorsProjection(graph.events(), corpus.ontology);
        Expected<DossierPicture, std::string> picture = pictureOf(
            wantsActors(arguments) ? actors : graph.events(), nodes, corpus, arguments, streams);
        if (!picture)
            return notDone(streams, "dossier",
                           picture.error() + " Without a picture: --no-picture.");
        request.picture = *std::move(picture);
    }
    const Dossier dossier = dossierOf(base, request);
    return writeResult("dossier", arguments, arguments.value("output"),
                       isHtml(arguments) ? dossierHtml(dossier) : dossierMarkdown(dossier),
                       streams);
}

Exit dossier(const Arguments& arguments, const Streams& streams)
{
    if (const std::string complaint = complaintOf(arguments); !complaint.empty())
        return wrongUsage(streams, "dossier", complaint);
    for (const auto& reason : {reasonNotToWrite(arguments, arguments.value("output")),
                               noPlaceFor(arguments.value("output"))}) {
        if (reason)
            return notDone(streams, "dossier", *reason);
    }
    const std::optional<Corpus> corpus = readAndReport("dossier", arguments, streams);
    if (!corpus)
        return Exit::NotDone;
    const auto graph = filteredGraph("dossier", *corpus, arguments, streams);
    if (!graph)
        return graph.error();
    const auto nodes = nodesAsked(*corpus, *graph, arguments, streams);
    if (!nodes)
        return Exit::NotDone;
    if (nodes->empty())
        return notDone(streams, "dossier",
                       graph->words.empty()
                           ? std::string("there is nothing annotated here, so there is no dossier")
                           : fmt::format("nothing passes the filters ({})", graph->words));
    return write(*corpus, *graph, *nodes, arguments, streams);
}

} // namespace

Command dossierCommand()
{
    return {
        "dossier",
        "Writes all that is known of an actor or a meeting, with quotes and sources.",
        {},
        withFilters({{"of",
                      "NAME",
                      "whom or what it is about; if not given, all the filters leave",
                      {},
                      ""},
                     {"output", "FILE", "where to write to: .html or .md", {}, "o"},
                     {"title", "TEXT", "what it is called without --of", {}, ""},
                     {"view",
                      "VIEW",
                      "what the picture shows; events if not given",
                      {"events", "actors"},
                      ""},
                     {"no-picture", "", "leaves the picture out", {}, ""},
                     {"engine", "ENGINE", "how nodes are laid out; chosen by size if not given",
                      engineNames(), ""},
                     {"seconds", "S", "how long the layout may take; 60 if not given", {}, ""},
                     identityOption()}),
        "NAME is looked up as by \"quotes\". The HTML is one file, for a browser or for paper:\n"
        "who it is, a picture, what is claimed by date under how sure it is (happened,\n"
        "announced, expected ...), each claim's quote in its sentence with who says so, what is\n"
        "contested with its sides beside each other, and each article once with its address.\n"
        "Markdown (.md) has the same without the picture.\n"
        "\n"
        "What analysts rejected is left out. Nothing in it tells when or where it was made:\n"
        "the same data gives the same bytes.",
        dossier,
    };
}

} // namespace entente
