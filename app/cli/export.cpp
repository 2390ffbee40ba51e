// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"
#include "app/cli/input.h"
#include "graph/layout/choice.h"
#include "graph/model/shown.h"
#include "ui/jobs/layoutclient.h"
#include "ui/paint/exporter.h"
#include "ui/paint/style.h"
#include "ui/text/qtext.h"

#include <fmt/format.h>

#include <QGuiApplication>

#include <charconv>
#include <memory>
#include <ostream>

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

bool isPictureFile(const std::filesystem::path& file)
{
    const std::filesystem::path suffix = file.extension();
    return suffix == ".png" || suffix == ".svg" || suffix == ".pdf";
}

/// What is wrong with the arguments, in words; empty for nothing.
std::string complaintOf(const Arguments& arguments)
{
    if (!arguments.has("output"))
        return "-o with the file to write is missing";
    if (!isPictureFile(arguments.value("output")))
        return fmt::format("“{}” does not end in .png, .svg or .pdf, which says what to write",
                           arguments.value("output"));
    if (arguments.has("size") && !parseSize(arguments.value("size")))
        return fmt::format("--size cannot be “{}”; it takes a width and a height in pixels, up to "
                           "{} each, as in 1600x1000",
                           arguments.value("size"), pixelsAtMost);
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

/// "12,000"
std::string grouped(int number)
{
    std::string digits = std::to_string(number);
    for (std::size_t i = digits.size(); i > 3; i -= 3)
        digits.insert(i - 3, ",");
    return digits;
}

void sayWhatIsShown(const Shown& shown, const Streams& streams)
{
    if (!shown.isAll())
        streams.err << fmt::format("Shown: {} of {} nodes, {}; --all shows all.\n",
                                   shown.nodes.size(), grouped(shown.nodesInAll), shown.reason);
}

Exit exportShown(const KnowledgeGraph& graph, const Corpus& corpus, const Arguments& arguments,
                 const Streams& streams)
{
    const Shown shown = arguments.has("all") ? showAll(graph) : showReadable(graph);
    const Style style = Style::of(arguments.value("theme") == "dark" ? Theme::Dark : Theme::Light);
    const Expected<Layout, QString> layout =
        layOutNow(requestFor(graph, shown, corpus.ontology, style, arguments));
    if (!layout)
        return notDone(streams, "export", toUtf8(layout.error()));
    const Picture picture =
        makePicture(graph, shown, arrangementOf(shown, *layout), corpus.ontology, style);
    ExportOptions options;
    if (arguments.has("size"))
        options.size = parseSize(arguments.value("size")).value_or(QSize());
    const Expected<Exported, QString> exported =
        exportPicture(picture, style, QString::fromStdString(arguments.value("output")), options);
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

Exit exportGraph(const Arguments& arguments, const Streams& streams)
{
    if (const std::string complaint = complaintOf(arguments); !complaint.empty())
        return wrongUsage(streams, "export", complaint);
    if (const auto reason = reasonNotToWrite(arguments, arguments.value("output")))
        return notDone(streams, "export", *reason);
    const std::optional<Corpus> corpus = readAndReport("export", arguments, streams);
    if (!corpus)
        return Exit::NotDone;
    const auto application = applicationIfNone();
    const KnowledgeGraph events = foldFor(*corpus, arguments);
    if (events.nodeCount() == 0)
        return notDone(streams, "export",
                       "there is nothing annotated here, so there is no picture");
    if (wantsActors(arguments))
        return exportShown(actorsProjection(events, corpus->ontology), *corpus, arguments, streams);
    return exportShown(events, *corpus, arguments, streams);
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
        "Writes the picture of the graph as PNG, SVG or PDF: the same as the window's.",
        {},
        {{"output",
          "FILE",
          "where to write to; its suffix, .png, .svg or .pdf, says what",
          {},
          "o"},
         viewOption(),
         {"engine", "ENGINE", "how nodes are laid out; chosen by size if not given", engineNames(),
          ""},
         {"size",
          "WxH",
          "pixels, into which the picture is fitted; as large as it is if not given",
          {},
          ""},
         {"theme", "THEME", "light if not given", {"light", "dark"}, ""},
         {"all", "", "shows all, however much it is", {}, ""},
         identityOption()},
        "A graph that is too large to be read at once is shown in part: the busiest actors\n"
        "with their strongest ties. What is left out is said on standard error.",
        exportGraph,
    };
}

} // namespace entente
