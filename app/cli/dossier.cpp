// SPDX-License-Identifier: Apache-2.0
#include "graph/citing/dossier.h"

#include "app/cli/commands.h"
#include "app/cli/dossierabout.h"
#include "app/cli/drawing.h"
#include "app/cli/filteroptions.h"
#include "app/cli/input.h"
#include "graph/base/writefile.h"
#include "graph/citing/dossierfiles.h"
#include "graph/query/copies.h"
#include "graph/text/ascii.h"
#include "ui/paint/dossierpicture.h"
#include "ui/text/qtext.h"

#include <fmt/format.h>

#include <QGuiApplication>

#include <ostream>
#include <vector>

namespace entente
{

namespace
{

std::string suffixOf(const Arguments& arguments)
{
    return asciiLower(std::filesystem::path(arguments.value("output")).extension().string());
}

bool isMarkdown(const Arguments& arguments) { return isMarkdownFile(arguments.value("output")); }

/// What is wrong with the arguments, in words; empty for nothing.
std::string complaintOf(const Arguments& arguments)
{
    if (!arguments.has("output"))
        return "-o with the file to write is missing";
    const std::string suffix = suffixOf(arguments);
    if (suffix != ".html" && suffix != ".htm" && !isMarkdown(arguments))
        return fmt::format("“{}” ends neither in .html nor in .md, which says what to write",
                           arguments.value("output"));
    for (const char* option : {"engine", "seconds", "view"}) {
        if (arguments.has("no-picture") && arguments.has(option))
            return fmt::format("--{} is of the picture, which --no-picture leaves out", option);
    }
    if (std::string complaint = complaintOfSubjects(arguments); !complaint.empty())
        return complaint;
    const bool hasName = arguments.values("of").size() == 1 || arguments.has("path-from");
    if (arguments.has("title") && hasName)
        return "--title goes with what the filters leave, or with several; one thing and a path "
               "have names";
    if (arguments.has("seconds") && !parseSeconds(arguments.value("seconds")))
        return fmt::format("--seconds cannot be “{}”; it takes a number, as in 600",
                           arguments.value("seconds"));
    return {};
}

/// Why a file cannot be written, before anybody waits for it.
std::optional<std::string> reasonAgainst(const Arguments& arguments)
{
    const std::filesystem::path file = arguments.value("output");
    std::vector<std::filesystem::path> files{file};
    if (isMarkdown(arguments) && !arguments.has("no-picture"))
        files.push_back(pictureBeside(file));
    for (const std::filesystem::path& one : files) {
        for (const auto& reason : {reasonNotToWrite(arguments, one), noPlaceFor(one)}) {
            if (reason)
                return reason;
        }
    }
    return files.size() > 1 ? pictureInTheWay(file) : std::nullopt;
}

Expected<DossierPicture, std::string> pictureOf(const CitingBase& base, const KnowledgeGraph& graph,
                                                const DossierRequest& request, const Corpus& corpus,
                                                const Arguments& arguments, const Streams& streams)
{
    const auto application = applicationIfNone();
    const Shown shown = pictured(graph, request.about, wantsActors(arguments));
    if (shown.nodes.empty())
        return DossierPicture{};
    const Expected<ShownPicture, std::string> drawing =
        drawn(graph, shown, corpus, {}, arguments, streams);
    if (!drawing)
        return Unexpected{drawing.error()};
    Expected<DossierPicture, QString> picture =
        dossierPicture({drawing->picture, drawing->style, graph, shown}, base, request.filters,
                       isMarkdown(arguments));
    if (!picture)
        return Unexpected{toUtf8(picture.error())};
    return *std::move(picture);
}

Exit write(const Corpus& corpus, const FilteredGraph& graph, DossierSubject about,
           const Arguments& arguments, const Streams& streams)
{
    const Copies copies = Copies::among(corpus.store);
    const CitingBase base{corpus.store, corpus.ontology, graph.all, copies};
    DossierRequest request{graph.events(),
                           std::move(about),
                           arguments.value("title", graphName(arguments)),
                           graph.words,
                           {}};
    if (!arguments.has("no-picture")) {
        const bool isActors = wantsActors(arguments);
        const KnowledgeGraph actors =
            isActors ? actorsProjection(graph.events(), corpus.ontology) : KnowledgeGraph();
        Expected<DossierPicture, std::string> picture = pictureOf(
            base, isActors ? actors : graph.events(), request, corpus, arguments, streams);
        if (!picture)
            return notDone(streams, "dossier",
                           picture.error() + " Without a picture: --no-picture.");
        request.picture = *std::move(picture);
    }
    const auto trouble =
        writeTogether(dossierFiles(dossierOf(base, request), arguments.value("output")));
    if (!trouble)
        return Exit::Done;
    return notDone(
        streams, "dossier",
        fmt::format("{} could not be written: {}", trouble->path.string(), trouble->why.message()));
}

Exit dossier(const Arguments& arguments, const Streams& streams)
{
    if (const std::string complaint = complaintOf(arguments); !complaint.empty())
        return wrongUsage(streams, "dossier", complaint);
    if (const auto reason = reasonAgainst(arguments))
        return notDone(streams, "dossier", *reason);
    const std::optional<Corpus> corpus = readAndReport("dossier", arguments, streams);
    if (!corpus)
        return Exit::NotDone;
    const auto graph = filteredGraph("dossier", *corpus, arguments, streams);
    if (!graph)
        return graph.error();
    auto about = subjectFrom(*corpus, *graph, arguments, streams);
    if (!about)
        return Exit::NotDone;
    if (about->isEmpty())
        return notDone(streams, "dossier",
                       graph->words.empty()
                           ? std::string("there is nothing annotated here, so there is no dossier")
                           : fmt::format("nothing passes the filters ({})", graph->words));
    return write(*corpus, *graph, *std::move(about), arguments, streams);
}

} // namespace

Command dossierCommand()
{
    return {
        "dossier",
        "Writes all that is known of actors, meetings, edges or a path, with quotes and sources.",
        {},
        withSubjects(
            withFilters({{"output", "FILE", "where to write to: .html or .md", {}, "o"},
                         {"title", "TEXT", "what it is called, when it is of several", {}, ""},
                         {"view",
                          "VIEW",
                          "what the picture shows; events if not given",
                          {"events", "actors"},
                          ""},
                         {"no-picture", "", "leaves the picture out", {}, ""},
                         {"engine", "ENGINE", "how nodes are laid out; chosen by size if not given",
                          engineNames(), ""},
                         {"seconds", "S", "how long the layout may take; 60 if not given", {}, ""},
                         identityOption()})),
        "NAME is looked up as by \"quotes\". The HTML is one file, for a browser or for paper:\n"
        "who it is, a picture, what is claimed by date under how sure it is (happened,\n"
        "announced, expected ...), each claim's quote in its sentence with who says so, what is\n"
        "contested with its sides beside each other, and each article once with its address.\n"
        "Markdown (.md) has the same, with the picture in a file beside it: NAME.svg. Both are\n"
        "written, or neither.\n"
        "\n"
        "Of a path, what is claimed stands step by step, as \"path\" finds it in what the filters\n"
        "leave: --from and --to are dates here, --path-from and --path-to the two actors.\n"
        "\n"
        "What analysts rejected is left out. Nothing in it tells when or where it was made:\n"
        "the same data gives the same bytes.",
        dossier,
    };
}

} // namespace entente
