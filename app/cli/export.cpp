// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"
#include "app/cli/exportdata.h"
#include "app/cli/filteroptions.h"
#include "app/cli/input.h"
#include "app/cli/progressline.h"
#include "graph/layout/choice.h"
#include "graph/model/shown.h"
#include "graph/query/copies.h"
#include "ui/jobs/layoutclient.h"
#include "ui/paint/exporter.h"
#include "ui/paint/findings.h"
#include "ui/paint/pagesizes.h"
#include "ui/paint/style.h"
#include "ui/paint/writefailure.h"
#include "ui/text/qtext.h"
#include "ui/text/translations.h"

#include <fmt/format.h>

#include <QGuiApplication>
#include <QLocale>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <memory>
#include <ostream>

#include <unistd.h>

namespace entente
{

namespace
{

constexpr int pixelsAtMost = 20'000;

/// "1600x1000". @returns nothing when it is none.
std::optional<QSize> parseSize(std::string_view text)
{
    const std::size_t cross = text.find('x');
    if (cross == std::string_view::npos)
        return std::nullopt;
    const auto side = [](std::string_view digits) {
        int value = 0;
        const auto [end, error] =
            std::from_chars(digits.data(), digits.data() + digits.size(), value);
        const bool isWhole = error == std::errc() && end == digits.data() + digits.size();
        return isWhole && value > 0 && value <= pixelsAtMost ? value : 0;
    };
    const QSize size(side(text.substr(0, cross)), side(text.substr(cross + 1)));
    return size.isEmpty() ? std::nullopt : std::optional(size);
}

/// ".png", also of "A.PNG".
QString suffixOf(const std::filesystem::path& file)
{
    return QString::fromStdString(file.extension().string()).toLower();
}

bool isPictureFile(const std::filesystem::path& file)
{
    const QString suffix = suffixOf(file);
    return suffix == QLatin1String(".png") || suffix == QLatin1String(".svg") ||
           suffix == QLatin1String(".pdf");
}

/// Seconds. @returns nothing when it is none.
std::optional<std::chrono::seconds> parseSeconds(std::string_view text)
{
    constexpr int secondsAtMost = 86'400;
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value < 1 ||
        value > secondsAtMost)
        return std::nullopt;
    return std::chrono::seconds(value);
}

bool isTable(const Arguments& arguments)
{
    const auto format = dataFormatOf(arguments);
    return format && !infoOf(*format).table.empty();
}

constexpr int dotsAtMost = 1200;

/// @returns nothing when it is none.
std::optional<int> parseDots(std::string_view text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool isWhole = error == std::errc() && end == text.data() + text.size();
    return isWhole && value >= 1 && value <= dotsAtMost ? std::optional(value) : std::nullopt;
}

std::string complaintOfPage(const Arguments& arguments, bool isPng)
{
    if (arguments.has("page") && arguments.has("size"))
        return "--page and --size both say how large it is; one is enough";
    if (arguments.has("page") && !parsePage(QString::fromStdString(arguments.value("page")))) {
        std::string names;
        for (const PageSize& page : pageSizes)
            names += fmt::format("{}, ", page.name);
        return fmt::format("--page cannot be “{}”; it can be {}or a width and a height in "
                           "millimetres, as in 180x120",
                           arguments.value("page"), names);
    }
    if (arguments.has("dpi") && !(arguments.has("page") && isPng))
        return "--dpi goes with --page and .png; nothing else has dots on paper";
    if (arguments.has("dpi") && !parseDots(arguments.value("dpi")))
        return fmt::format("--dpi cannot be “{}”; it takes a number up to {}, as in 300",
                           arguments.value("dpi"), dotsAtMost);
    if (arguments.value("background") == "white" && arguments.value("theme") == "dark")
        return "--background white goes with the light theme; on it, a dark one cannot be read";
    return {};
}

/// What is wrong with the arguments, in words; empty for nothing.
std::string complaintOf(const Arguments& arguments)
{
    if (!arguments.has("output"))
        return "-o with the file to write is missing";
    if (arguments.value("output") == "-")
        return "-o takes a file; the graph command writes to standard output";
    const bool isData = dataFormatOf(arguments).has_value();
    if (isData && isPictureFile(arguments.value("output")))
        return fmt::format("--format {} does not go with “{}”, which is a picture's name",
                           arguments.value("format"), arguments.value("output"));
    if (!isData && !isPictureFile(arguments.value("output")))
        return fmt::format("“{}” does not end in .png, .svg, .pdf, .graphml, .gexf, .dot, .cyjs, "
                           ".json, .jsonl or .csv, which says what to write; --format can, too",
                           arguments.value("output"));
    for (const char* option : {"engine", "size", "page", "dpi", "background", "no-legend", "title",
                               "theme", "all", "seconds"}) {
        if (isData && arguments.has(option))
            return fmt::format("--{} goes with pictures; data is written whole, and as it is",
                               option);
    }
    if (!isTable(arguments) && (arguments.has("table") || arguments.has("bom")))
        return "--table and --bom go with .csv";
    if (arguments.has("size") && !parseSize(arguments.value("size")))
        return fmt::format("--size cannot be “{}”; it takes a width and a height in pixels, up to "
                           "{} each, as in 1600x1000",
                           arguments.value("size"), pixelsAtMost);
    const bool isPng = suffixOf(arguments.value("output")) == QLatin1String(".png");
    if (const std::string complaint = complaintOfPage(arguments, isPng); !complaint.empty())
        return complaint;
    if (arguments.has("size") && !isPng)
        return "--size goes with .png; .svg and .pdf have no pixels, and fit wherever they go";
    if (arguments.has("seconds") && !parseSeconds(arguments.value("seconds")))
        return fmt::format("--seconds cannot be “{}”; it takes a number, as in 600",
                           arguments.value("seconds"));
    return {};
}

LayoutRequest requestFor(const KnowledgeGraph& graph, const Shown& shown, const Ontology& ontology,
                         const Style& style, const Arguments& arguments)
{
    LayoutRequest request = makeLayoutRequest(graph, shown, ontology, style);
    const int nodes = static_cast<int>(shown.nodes.size());
    const int edges = static_cast<int>(shown.edges.size());
    request.engine = parseEngine(arguments.value("engine")).value_or(chooseEngine(nodes, edges));
    request.routing = chooseRouting(request.engine, nodes, edges);
    return request;
}

/// So that nobody waits for a layout that cannot be written.
std::optional<std::string> noPlaceFor(const std::filesystem::path& file)
{
    std::error_code error;
    const std::filesystem::path whole = std::filesystem::absolute(file, error);
    int why = 0;
    if (std::filesystem::is_directory(whole, error))
        why = EISDIR;
    else if (!std::filesystem::is_directory(whole.parent_path(), error))
        why = ENOENT;
    else if (::access(whole.parent_path().c_str(), W_OK) != 0)
        why = errno;
    if (why == 0)
        return std::nullopt;
    return toUtf8(whyNotWritten(QString::fromStdString(file.string()),
                                std::error_code(why, std::generic_category())));
}

LayoutWorker workerFor(const Arguments& arguments)
{
    LayoutWorker worker = LayoutWorker::installed();
    if (const auto seconds = parseSeconds(arguments.value("seconds")))
        worker.timeLimit = *seconds;
    return worker;
}

Expected<Layout, std::string> layOut(const LayoutRequest& request, const Arguments& arguments,
                                     const Streams& streams)
{
    ProgressLine line(streams);
    const LayoutWorker worker = workerFor(arguments);
    line.say(fmt::format("Laying out {} nodes, for {} s at most",
                         grouped(static_cast<int>(request.nodes.size())),
                         worker.timeLimit / std::chrono::seconds(1)));
    Expected<Layout, QString> layout = layOutNow(request, worker);
    if (layout)
        return std::move(*layout);
    std::string reason = toUtf8(layout.error());
    if (arguments.has("all"))
        reason += " Without --all the busiest part is shown; --seconds gives it more time.";
    return Unexpected{reason};
}

ExportOptions optionsFrom(const Arguments& arguments)
{
    ExportOptions options;
    options.title = QString::fromStdString(arguments.value("title"));
    options.legend = !arguments.has("no-legend");
    options.size = parseSize(arguments.value("size")).value_or(QSize());
    options.page = parsePage(QString::fromStdString(arguments.value("page"))).value_or(QSizeF());
    options.dotsAnInch = parseDots(arguments.value("dpi")).value_or(usualDotsAnInch);
    const std::string backdrop = arguments.value("background");
    options.backdrop = backdrop == "white"         ? Backdrop::White
                       : backdrop == "transparent" ? Backdrop::Transparent
                                                   : Backdrop::AsDrawn;
    return options;
}

void sayWhatIsShown(const Shown& shown, const Streams& streams)
{
    if (!shown.isAll())
        streams.err << fmt::format("Shown: {}; --all shows all.\n", toUtf8(noteOf(shown)));
}

Exit exportShown(const KnowledgeGraph& graph, const QString& filters, const Corpus& corpus,
                 const Arguments& arguments, const Streams& streams)
{
    const Shown shown = arguments.has("all") ? showAll(graph) : showReadable(graph);
    const Style style = Style::of(arguments.value("theme") == "dark" ? Theme::Dark : Theme::Light);
    const Expected<Layout, std::string> layout =
        layOut(requestFor(graph, shown, corpus.ontology, style, arguments), arguments, streams);
    if (!layout)
        return notDone(streams, "export", layout.error());
    Findings findings;
    const Copies copies = Copies::among(corpus.store);
    findOut(findings, graph, shown, corpus.store, &copies);
    const Picture picture =
        makePicture(graph, shown, arrangementOf(shown, *layout), corpus.ontology, style, findings);
    ExportOptions options = optionsFrom(arguments);
    options.note = noteOf(shown);
    options.filters = filters;
    const QString file = QString::fromStdString(arguments.value("output"));
    const Expected<Exported, QString> exported = [&] {
        ProgressLine line(streams);
        return exportPicture(picture, style, file, options, line.progress());
    }();
    if (!exported)
        return notDone(streams, "export", toUtf8(exported.error()));
    sayWhatIsShown(shown, streams);
    return Exit::Done;
}

/// Fonts need a QGuiApplication, the layout worker an event loop; tests have theirs.
std::unique_ptr<QGuiApplication> applicationIfNone()
{
    if (QCoreApplication::instance())
        return nullptr;
    static int count = 1;
    static std::string name = "entente-cli";
    static char* words = name.data();
    return std::make_unique<QGuiApplication>(count, &words);
}

Exit exportGraphPicture(const Corpus& corpus, const FilteredGraph& graph,
                        const Arguments& arguments, const Streams& streams)
{
    const auto application = applicationIfNone();
    if (application)
        installTranslations(QLocale::c());
    const KnowledgeGraph& events = graph.events();
    if (!wantsActors(arguments))
        return exportShown(events,
                           filtersNote(graph.words, events.nodeCount(), graph.all.nodeCount()),
                           corpus, arguments, streams);
    const KnowledgeGraph actors = actorsProjection(events, corpus.ontology);
    const auto isActor = [&](NodeId id) { return graph.all.node(id)->isActor; };
    const auto all = static_cast<int>(std::ranges::count_if(graph.all.nodes(), isActor));
    return exportShown(actors, filtersNote(graph.words, actors.nodeCount(), all), corpus, arguments,
                       streams);
}

Exit exportGraph(const Arguments& arguments, const Streams& streams)
{
    if (const std::string complaint = complaintOf(arguments); !complaint.empty())
        return wrongUsage(streams, "export", complaint);
    if (const auto reason = reasonNotToWrite(arguments, arguments.value("output")))
        return notDone(streams, "export", *reason);
    if (const auto reason = noPlaceFor(arguments.value("output")))
        return notDone(streams, "export", *reason);
    const std::optional<Corpus> corpus = readAndReport("export", arguments, streams);
    if (!corpus)
        return Exit::NotDone;
    const auto graph = filteredGraph("export", *corpus, arguments, streams);
    if (!graph)
        return graph.error();
    if (graph->all.nodeCount() == 0)
        return notDone(streams, "export",
                       "there is nothing annotated here, so there is nothing to write");
    if (graph->events().nodeCount() == 0)
        return notDone(streams, "export",
                       fmt::format("nothing passes the filters ({}), so there is nothing to write",
                                   graph->words));
    if (const auto format = dataFormatOf(arguments))
        return exportData(*format, *corpus, *graph, arguments, streams);
    return exportGraphPicture(*corpus, *graph, arguments, streams);
}

std::vector<std::string> engineNames()
{
    std::vector<std::string> names;
    names.reserve(allEngines.size());
    for (const Engine engine : allEngines)
        names.emplace_back(nameOf(engine));
    return names;
}

} // namespace

Command exportCommand()
{
    return {
        "export",
        "Writes the graph: a picture of it, the same as the window's, or data for other programs.",
        {},
        withFilters(
            {{"output", "FILE", "where to write to; its suffix says what, see below", {}, "o"},
             viewOption(),
             {"format", "FORMAT", "data of this format, whatever the suffix", dataFormatNames(),
              ""},
             {"table", "TABLE", "which one is written as .csv; edges if not given",
              dataTableNames(), ""},
             {"bom", "", "a .csv begins with the mark by which spreadsheets know UTF-8", {}, ""},
             {"engine", "ENGINE", "how nodes are laid out; chosen by size if not given",
              engineNames(), ""},
             {"size",
              "WxH",
              "pixels, into which the picture is fitted; as large as it is if not given",
              {},
              ""},
             {"page",
              "SIZE",
              "paper that the picture is fitted to: A5 to A2, A4-landscape …, slide, or WxH in "
              "millimetres",
              {},
              ""},
             {"dpi", "N", "of a .png for a page: pixels an inch; 300 if not given", {}, ""},
             {"background", "WHAT", "theme if not given", {"theme", "white", "transparent"}, ""},
             {"no-legend", "", "leaves the legend out", {}, ""},
             {"title", "TEXT", "stands above the picture", {}, ""},
             {"theme", "THEME", "light if not given", {"light", "dark"}, ""},
             {"all", "", "shows all, however much it is", {}, ""},
             {"seconds", "S", "how long the layout may take; 60 if not given", {}, ""},
             identityOption()}),
        "Pictures: .png, .svg, .pdf. A graph that is too large to be read at once is shown in\n"
        "part: the busiest actors with their strongest ties. What is left out is said on\n"
        "standard error; which filters there were is said in the picture.\n"
        "\n"
        "Data, always all that the filters leave:\n"
        "  .graphml  for networkx, igraph, yEd, Cytoscape\n"
        "  .gexf     for Gephi (1.2draft, with dates as spells)\n"
        "  .dot      for Graphviz\n"
        "  .cyjs     for Cytoscape and Cytoscape.js\n"
        "  .csv      for spreadsheets: nodes, edges, claims or quotes\n"
        "  .json     node-link JSON, with all that Entente knows of each claim\n"
        "  .jsonl    the claims alone, one a line\n"
        "What a format cannot hold is said on standard error before it is written. A file of\n"
        "that name is replaced.",
        exportGraph,
    };
}

} // namespace entente
