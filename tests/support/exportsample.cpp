// SPDX-License-Identifier: Apache-2.0
// Exports one picture to the paths given, for a test that compares what two processes write.
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
    const Picture picture = graph.picture(style);
    for (int i = 1; i < argc; ++i) {
        const auto exported = exportPicture(picture, style, QString::fromLocal8Bit(argv[i]));
        if (!exported) {
            std::fprintf(stderr, "%s\n", qPrintable(exported.error()));
            return 1;
        }
    }
    return 0;
}
