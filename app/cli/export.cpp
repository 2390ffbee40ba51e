// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"
#include "app/cli/drawing.h"
#include "app/cli/exportdata.h"
#include "app/cli/filteroptions.h"
#include "app/cli/input.h"
#include "app/cli/progressline.h"
#include "graph/base/resourcefolder.h"
#include "graph/citing/notesfiles.h"
#include "graph/citing/shownsources.h"
#include "graph/citing/wordings.h"
#include "graph/model/shown.h"
#include "ui/paint/exporter.h"
#include "ui/paint/page.h"
#include "ui/paint/pagesizes.h"
#include "ui/text/paths.h"
#include "ui/text/qtext.h"

#include <fmt/format.h>

#include <QGuiApplication>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <memory>
#include <optional>
#include <ostream>
#include <vector>

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

bool isTable(const Arguments& arguments)
{
    const auto format = dataFormatOf(arguments);
    return format && !infoOf(*format).table.empty();
}

bool isGexf(const Arguments& arguments)
{
    const auto format = dataFormatOf(arguments);
    return format && infoOf(*format).name == "gexf";
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

constexpr double pointsAtMost = 24;

/// @returns nothing when it is none.
std::optional<double> parsePoints(const std::string& text)
{
    bool isNumber = false;
    const double points = QByteArray::fromStdString(text).toDouble(&isNumber);
    return isNumber && points >= 1 && points <= pointsAtMost ? std::optional(points) : std::nullopt;
}

std::string complaintOfNames(const Arguments& arguments)
{
    if (!arguments.has("names-at-least"))
        return {};
    if (!parsePoints(arguments.value("names-at-least")))
        return fmt::format("--names-at-least cannot be “{}”; it takes points from 1 to {}, as in 6",
                           arguments.value("names-at-least"), pointsAtMost);
    if (!arguments.has("page"))
        return "--names-at-least goes with --page; nothing else has a size on paper";
    if (suffixOf(arguments.value("output")) == QLatin1String(".svg"))
        return "--names-at-least goes with .png and .pdf; an .svg has all names, to be edited";
    return {};
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
    if (arguments.has("fill") && !arguments.has("page") && !arguments.has("size"))
        return "--fill goes with --page or --size, which say what is to be filled";
    return complaintOfNames(arguments);
}

/// A day, as in 2026-11-30. @returns nothing when it is none.
std::optional<Edtf> parseDay(const std::string& text)
{
    const std::optional<Edtf> day = parseEdtf(text);
    const bool isOne = day && day->earliest && day->earliest == day->latest &&
                       text.find_first_not_of("0123456789-") == std::string::npos;
    return isOne ? day : std::nullopt;
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
                               "theme", "all", "seconds", "citations", "citations-beside", "day",
                               "fill", "names-at-least", "words-in", "numbers"}) {
        if (isData && arguments.has(option))
            return fmt::format("--{} goes with pictures; data is written whole, and as it is",
                               option);
    }
    if (!isTable(arguments) && (arguments.has("table") || arguments.has("bom")))
        return "--table and --bom go with .csv";
    if (arguments.has("gexf") && !isGexf(arguments))
        return "--gexf goes with .gexf";
    if (arguments.has("size") && !parseSize(arguments.value("size")))
        return fmt::format("--size cannot be “{}”; it takes a width and a height in pixels, up to "
                           "{} each, as in 1600x1000",
                           arguments.value("size"), pixelsAtMost);
    const bool isPng = suffixOf(arguments.value("output")) == QLatin1String(".png");
    if (std::string complaint = complaintOfPage(arguments, isPng); !complaint.empty())
        return complaint;
    if (arguments.has("size") && !isPng)
        return "--size goes with .png; .svg and .pdf have no pixels, and fit wherever they go";
    if (arguments.has("day") && !parseDay(arguments.value("day")))
        return fmt::format("--day cannot be “{}”; it takes a day, as in 2026-11-30",
                           arguments.value("day"));
    if (arguments.has("seconds") && !parseSeconds(arguments.value("seconds")))
        return fmt::format("--seconds cannot be “{}”; it takes a number, as in 600",
                           arguments.value("seconds"));
    return {};
}

ExportOptions optionsFrom(const Arguments& arguments)
{
    ExportOptions options;
    options.title = QString::fromStdString(arguments.value("title"));
    options.legend = !arguments.has("no-legend");
    options.size = parseSize(arguments.value("size")).value_or(QSize());
    options.page = parsePage(QString::fromStdString(arguments.value("page"))).value_or(QSizeF());
    options.dotsAnInch = parseDots(arguments.value("dpi")).value_or(usualDotsAnInch);
    options.fill = arguments.has("fill");
    options.leastPoints = parsePoints(arguments.value("names-at-least")).value_or(0);
    const std::string backdrop = arguments.value("background");
    options.backdrop = backdrop == "white"         ? Backdrop::White
                       : backdrop == "transparent" ? Backdrop::Transparent
                                                   : Backdrop::AsDrawn;
    return options;
}

Expected<Wording, std::string> wordingFrom(const Arguments& arguments)
{
    const Thousands thousands =
        parseThousands(arguments.value("numbers")).value_or(Thousands::OfLanguage);
    return wordingOf(arguments.value("words-in"), thousands, resourceFolder());
}

void sayWhatIsShown(const Shown& shown, const Streams& streams)
{
    if (!shown.isAll())
        streams.err << fmt::format("Shown: {}; --all shows all.\n", toUtf8(noteOf(shown, {})));
}

/// Before it is written: on paper nobody can zoom in.
void sayWhatIsSmall(const ShownPicture& drawing, const ExportOptions& options, Medium medium,
                    const Streams& streams)
{
    const QString words = smallNamesWords(drawing.picture, drawing.style, options, medium);
    if (words.isEmpty())
        return;
    const char* more = medium == Medium::Drawing
                           ? "--fill gives them more room."
                           : "--fill gives them more room, --names-at-least 6 leaves out those "
                             "without.";
    streams.err << fmt::format("{} {}\n", toUtf8(words), more);
}

/// What goes into every picture: whoever has nothing but the file must be able to trace it.
std::shared_ptr<const ShownSources> sourcesOf(const KnowledgeGraph& graph, const Shown& shown,
                                              const CitingBase& base, const Arguments& arguments)
{
    SourcesWish wish{arguments.has("citations") || arguments.has("citations-beside")};
    if (arguments.has("day"))
        wish.day = parseDay(arguments.value("day"));
    return std::make_shared<const ShownSources>(shownSourcesOf(base, graph, shown, wish));
}

Exit exportShown(const KnowledgeGraph& graph, const KnowledgeGraph& events, const QString& filters,
                 const Corpus& corpus, const Wording& wording, const Arguments& arguments,
                 const Streams& streams)
{
    const Shown shown = arguments.has("all") ? showAll(graph) : showReadable(graph);
    const Expected<ShownPicture, std::string> drawing =
        drawn(graph, shown, corpus, wording, arguments, streams);
    if (!drawing)
        return notDone(streams, "export", drawing.error());
    ExportOptions options = optionsFrom(arguments);
    options.note = noteOf(shown, wording);
    options.filters = filters;
    const CitingBase base{corpus.store, corpus.ontology, events, drawing->copies};
    options.sources = sourcesOf(graph, shown, base, arguments);
    const QString file = QString::fromStdString(arguments.value("output"));
    if (arguments.has("citations-beside"))
        options.notesFile = toQt(notesBeside(arguments.value("output")).filename());
    sayWhatIsSmall(*drawing, options, mediumOf(file), streams);
    const Expected<Exported, QString> exported = [&] {
        ProgressLine line(streams);
        return exportPicture(drawing->picture, drawing->style, file, options, line.progress());
    }();
    if (!exported)
        return notDone(streams, "export", toUtf8(exported.error()));
    sayWhatIsShown(shown, streams);
    return Exit::Done;
}

/// What was known on a day stays in English: whatever else it says hangs on the articles.
std::string filterWords(const Corpus& corpus, const FilteredGraph& graph, const Wording& wording)
{
    return wording.isEnglish() || graph.isAsKnown
               ? graph.words
               : wordsOf(graph.filter, corpus.ontology, corpus.store, wording);
}

Exit exportGraphPicture(const Corpus& corpus, const FilteredGraph& graph, const Wording& wording,
                        const Arguments& arguments, const Streams& streams)
{
    const auto application = applicationIfNone();
    const KnowledgeGraph& events = graph.events();
    const std::string words = filterWords(corpus, graph, wording);
    if (!wantsActors(arguments))
        return exportShown(events, graph.all,
                           filtersNote(words, events.nodeCount(), graph.all.nodeCount(), wording),
                           corpus, wording, arguments, streams);
    const KnowledgeGraph actors = actorsProjection(events, corpus.ontology);
    const auto isActor = [&](NodeId id) { return graph.all.node(id)->isActor; };
    const auto all = static_cast<int>(std::ranges::count_if(graph.all.nodes(), isActor));
    return exportShown(actors, graph.all, filtersNote(words, actors.nodeCount(), all, wording),
                       corpus, wording, arguments, streams);
}

/// Why one of the files cannot be written, as far as that can be told before all the work.
std::optional<std::string> reasonAgainst(const Arguments& arguments)
{
    const std::filesystem::path picture = arguments.value("output");
    std::vector<std::filesystem::path> files{picture};
    if (arguments.has("citations-beside"))
        files.insert(files.end(), {notesBeside(picture), sourcesBeside(picture)});
    for (const std::filesystem::path& file : files) {
        if (auto reason = reasonNotToWrite(arguments, file))
            return reason;
        if (auto reason = noPlaceFor(file))
            return reason;
    }
    return files.size() > 1 ? notesInTheWay(picture) : std::nullopt;
}

Exit exportGraph(const Arguments& arguments, const Streams& streams)
{
    if (const std::string complaint = complaintOf(arguments); !complaint.empty())
        return wrongUsage(streams, "export", complaint);
    const Expected<Wording, std::string> wording = wordingFrom(arguments);
    if (!wording)
        return wrongUsage(streams, "export", "--words-in: " + wording.error());
    if (const auto reason = reasonAgainst(arguments))
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
    return exportGraphPicture(*corpus, *graph, *wording, arguments, streams);
}

std::vector<std::string> languageCodes()
{
    std::vector<std::string> codes;
    for (const WordingLanguage& language : wordingLanguages(resourceFolder()))
        codes.push_back(language.code);
    return codes;
}

std::vector<std::string> thousandsNames()
{
    std::vector<std::string> names;
    names.reserve(allThousands.size());
    for (const Thousands thousands : allThousands)
        names.emplace_back(nameOf(thousands));
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
             {"gexf",
              "VERSION",
              "of a .gexf; 1.2, which networkx reads, if not given",
              {"1.2", "1.3"},
              ""},
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
              "paper that the picture is fitted to: A5 to A2, Letter, A4-landscape …, slide, or "
              "WxH in "
              "millimetres",
              {},
              ""},
             {"fill",
              "",
              "nodes move apart or together until the picture fills its page, in the file only",
              {},
              ""},
             {"names-at-least",
              "POINTS",
              "on a page: smaller names are made larger or left out, which the caption says; 6 can "
              "be read",
              {},
              ""},
             {"dpi", "N", "of a .png for a page: pixels an inch; 300 if not given", {}, ""},
             {"background", "WHAT", "theme if not given", {"theme", "white", "transparent"}, ""},
             {"no-legend", "", "leaves the legend out", {}, ""},
             {"title", "TEXT", "stands above the picture", {}, ""},
             {"citations",
              "",
              "numbers events and relations, with their quotes and sources below, of a .pdf on "
              "pages of their own",
              {},
              ""},
             {"citations-beside",
              "",
              "the same, with notes and sources in files beside it: FILE.notes.md, and for Zotero "
              "FILE.sources.json",
              {},
              ""},
             {"day",
              "YYYY-MM-DD",
              "as of which the data is said to be; if not given, its latest article says it",
              {},
              ""},
             {"words-in", "CODE", "of the legend, types, roles, dates and caption; en if not given",
              languageCodes(), ""},
             {"numbers", "HOW", "how thousands are parted; as the language has it if not given",
              thousandsNames(), ""},
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
        "  .gexf     for Gephi, with dates as spells; --gexf 1.3 for its later versions: there\n"
        "            names, quotes and the like are lists, and two edges between the same two\n"
        "            are told apart\n"
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
