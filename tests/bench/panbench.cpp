// SPDX-License-Identifier: Apache-2.0
// To reach on 2 cores, with no GPU: 2,000 nodes and 5,000 edges pan at 60 frames a second (16 ms).

#include "graph/base/resourcefolder.h"
#include "graph/model/graph.h"
#include "graph/model/shown.h"
#include "ui/canvas/graphcanvas.h"
#include "ui/paint/painter.h"
#include "ui/workspace/selection.h"

#include <QElapsedTimer>
#include <QImage>
#include <QPainter>
#include <QTest>

#include <algorithm>
#include <random>

using namespace entente;

namespace
{

constexpr QSize window(1400, 900);
constexpr int nodeCount = 2000;
constexpr int edgeCount = 5000;

KnowledgeGraph makeGraph()
{
    std::mt19937 random(1);
    auto graph = std::make_unique<KnowledgeGraph::Boost>();
    for (unsigned i = 0; i < nodeCount; ++i) {
        Node node;
        node.id = NodeId(Uuid{1, i + 1});
        node.type = i % 10 == 0 ? "State" : i % 3 == 0 ? "Organization" : "Person";
        node.name = "Actor Number " + std::to_string(i + 1);
        node.isActor = true;
        node.weight = static_cast<int>(nodeCount / (i + 1));
        boost::add_vertex(node, *graph);
    }
    for (unsigned i = 0; i < edgeCount; ++i) {
        Edge edge;
        edge.id = EdgeId(Uuid{2, i + 1});
        edge.kind = EdgeKind::Tie;
        edge.type = "Tie";
        edge.label = "happened 2";
        const auto hub = static_cast<KnowledgeGraph::Vertex>(
            static_cast<double>(random() % nodeCount) * static_cast<double>(random()) / 0xFFFFFFFF);
        boost::add_edge(hub, random() % nodeCount, edge, *graph);
    }
    return KnowledgeGraph(std::move(graph));
}

Picture makePicture()
{
    const KnowledgeGraph graph = makeGraph();
    const Shown shown = showAll(graph);
    Arrangement arrangement;
    std::mt19937 random(2);
    for (const NodeId node : shown.nodes)
        arrangement.nodes[node] = {static_cast<double>(random() % 9000),
                                   static_cast<double>(random() % 6000)};
    const Ontology ontology =
        readOntology(resourceFolder() / "ontology", resourceFolder() / "ontology",
                     resourceFolder() / "ontology")
            .ontology;
    return entente::makePicture(graph, shown, arrangement, ontology, Style::of(Theme::Light));
}

} // namespace

class PanBench : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_picture = makePicture(); }
    void paintAll_data() { addScales(); }
    void paintAll();
    void pan_data() { addScales(); }
    void pan();

private:
    static void addScales();

    Picture m_picture;
};

void PanBench::addScales()
{
    QTest::addColumn<double>("scale");
    QTest::newRow("all of it") << 0.0;
    QTest::newRow("at half size") << 0.5;
    QTest::newRow("at full size") << 1.0;
}

/// One picture from nothing, as a thread would make it.
void PanBench::paintAll()
{
    QFETCH(double, scale);
    const QRectF all = m_picture.bounds();
    if (scale == 0.0)
        scale = std::min(window.width() / all.width(), window.height() / all.height());
    QImage image(window, QImage::Format_ARGB32_Premultiplied);
    const QRectF visible(all.center() - QPointF(window.width(), window.height()) / scale / 2,
                         QSizeF(window) / scale);
    const Style style = Style::of(Theme::Light);
    QBENCHMARK
    {
        image.fill(style.canvas);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(scale, scale);
        painter.translate(-visible.topLeft());
        paint(painter, m_picture, style, visible, scale);
    }
}

/// Drags the background, as a hand does, and times each step until it is on screen.
void PanBench::pan()
{
    QFETCH(const double, scale);
    Selection selection;
    GraphCanvas canvas(selection);
    canvas.resize(window);
    canvas.setPicture(m_picture, true);
    canvas.show();
    QVERIFY(QTest::qWaitForWindowExposed(&canvas));
    while (canvas.viewport().scale() < scale) {
        canvas.zoomIn();
        QTRY_VERIFY(canvas.isSettled());
    }
    QTRY_VERIFY(canvas.isSettled()); // What is painted in the background is there.

    QPoint at(200, 200);
    QTest::mousePress(&canvas, Qt::MiddleButton, {}, at);
    std::vector<double> frames;
    for (int i = 0; i < 240; ++i) {
        at += i % 120 < 60 ? QPoint(9, 5) : QPoint(-9, -5);
        QElapsedTimer clock;
        clock.start();
        QTest::mouseMove(&canvas, at);
        canvas.repaint();
        frames.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
    }
    QTest::mouseRelease(&canvas, Qt::MiddleButton, {}, at);
    std::ranges::sort(frames);
    qInfo("a frame: median %.1f ms, slowest in twenty %.1f ms, slowest %.1f ms",
          frames[frames.size() / 2], frames[frames.size() * 19 / 20], frames.back());
    QTest::setBenchmarkResult(frames[frames.size() / 2], QTest::WalltimeMilliseconds);
}

QTEST_MAIN(PanBench)
#include "panbench.moc"
