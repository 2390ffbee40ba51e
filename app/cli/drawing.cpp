// SPDX-License-Identifier: Apache-2.0
#include "app/cli/drawing.h"

#include "app/cli/input.h"
#include "app/cli/progressline.h"
#include "graph/layout/choice.h"
#include "ui/jobs/layoutclient.h"
#include "ui/paint/findings.h"
#include "ui/text/qtext.h"
#include "ui/text/translations.h"

#include <fmt/format.h>

#include <QGuiApplication>
#include <QLocale>

#include <charconv>

namespace entente
{

namespace
{

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

} // namespace

std::vector<std::string> engineNames()
{
    std::vector<std::string> names;
    names.reserve(allEngines.size());
    for (const Engine engine : allEngines)
        names.emplace_back(nameOf(engine));
    return names;
}

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

std::unique_ptr<QGuiApplication> applicationIfNone()
{
    if (QCoreApplication::instance())
        return nullptr;
    static int count = 1;
    static std::string name = "entente-cli";
    static char* words = name.data();
    auto application = std::make_unique<QGuiApplication>(count, &words);
    installTranslations(QLocale::c());
    return application;
}

Expected<ShownPicture, std::string> drawn(const KnowledgeGraph& graph, const Shown& shown,
                                          const Corpus& corpus, const Wording& wording,
                                          const Arguments& arguments, const Streams& streams)
{
    Style style = Style::of(arguments.value("theme") == "dark" ? Theme::Dark : Theme::Light);
    style.wording = wording;
    const Expected<Layout, std::string> layout =
        layOut(requestFor(graph, shown, corpus.ontology, style, arguments), arguments, streams);
    if (!layout)
        return Unexpected{layout.error()};
    Findings findings;
    Copies copies = Copies::among(corpus.store);
    findOut(findings, graph, shown, corpus.store, &copies);
    return ShownPicture{
        makePicture(graph, shown, arrangementOf(shown, *layout), corpus.ontology, style, findings),
        style, std::move(copies)};
}

} // namespace entente
