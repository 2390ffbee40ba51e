// SPDX-License-Identifier: Apache-2.0
// Exports one picture to the paths given, for a test that compares what two processes write. A path
// with "ko" in its name gets Korean words and parted numbers.
#include "graph/base/resourcefolder.h"
#include "graph/citing/wordings.h"
#include "support/drawngraph.h"
#include "ui/paint/exporter.h"

#include <QGuiApplication>

#include <clocale>
#include <cstdio>

using namespace entente;

int main(int argc, char** argv)
{
    QHashSeed::setDeterministicGlobalSeed();
    const QGuiApplication app(argc, argv);
    std::setlocale(LC_ALL, "C.UTF-8");
    const Style style = Style::of(Theme::Light);
    DrawnGraph graph = oneOfEachKind();
    graph.add("Person", "김정은", {150, 400});
    graph.add("Person", "Сергей Лавров", {850, 400});
    Style korean = style;
    if (const auto wording = wordingOf("ko", Thousands::Space, resourceFolder()))
        korean.wording = *wording;
    for (int i = 1; i < argc; ++i) {
        const QString path = QString::fromLocal8Bit(argv[i]);
        const bool isKorean = path.contains(QLatin1String("-ko."));
        const Style& own = isKorean ? korean : style;
        const auto exported = exportPicture(
            graph.picture(own), own, path,
            isKorean ? ExportOptions{.page = {210, 297}, .fill = true, .leastPoints = 6}
                     : ExportOptions{});
        if (!exported) {
            std::fprintf(stderr, "%s\n", qPrintable(exported.error()));
            return 1;
        }
    }
    return 0;
}
