// SPDX-License-Identifier: Apache-2.0
#include "graph/layout/arrange.h"
#include "graph/layout/boxes.h"
#include "graph/layout/choice.h"
#include "graph/layout/routes.h"
#include "graph/layout/tangle.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <clocale>
#include <cmath>
#include <random>
#include <string>

using namespace entente;

Q_DECLARE_METATYPE(entente::Engine)
Q_DECLARE_METATYPE(entente::Routing)

namespace
{

constexpr Size person{130, 94};
constexpr Size card{190, 52};
constexpr Size role{62, 16};

/// Meetings, each with some of the persons, the first of whom attend most.
LayoutRequest meetings(Engine engine, Routing routing, int persons, int events, int seats)
{
    LayoutRequest request{
        .engine = engine, .routing = routing, .nodes = {}, .root = {}, .edges = {}};
    std::mt19937 lots(7);
    for (int i = 0; i < persons + events; ++i)
        request.nodes.push_back({i < persons ? person : card, {}});
    for (int event = persons; event < persons + events; ++event) {
        for (int seat = 0; seat < seats; ++seat) {
            const double lot = static_cast<double>(lots()) / std::mt19937::max();
            request.edges.push_back(
                {event, static_cast<int>(lot * lot * lot * (persons - 1)), role});
        }
    }
    return request;
}

/// One graph with all that is awkward: parallels either way, loops, a lone node, a lone pair.
LayoutRequest awkward(Engine engine, Routing routing)
{
    LayoutRequest request{
        .engine = engine, .routing = routing, .nodes = {}, .root = {}, .edges = {}};
    for (int i = 0; i < 8; ++i)
        request.nodes.push_back({i % 2 == 0 ? person : card, {}});
    request.edges = {{0, 1, role}, {0, 1, role}, {1, 0, role}, {1, 2, role}, {2, 3, {}},
                     {3, 3, role}, {3, 3, {}},   {3, 0, {}},   {4, 5, role}, {7, 7, role}};
    return request;
}

std::vector<Box> boxesOf(const LayoutRequest& request, const Layout& layout)
{
    std::vector<Box> boxes;
    for (std::size_t i = 0; i < layout.nodes.size(); ++i)
        boxes.push_back({layout.nodes[i], request.nodes[i].size});
    return boxes;
}

bool overlap(const Box& a, const Box& b)
{
    return a.left() < b.right() && b.left() < a.right() && a.top() < b.bottom() &&
           b.top() < a.bottom();
}

int overlaps(const std::vector<Box>& boxes)
{
    int count = 0;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j)
            count += overlap(boxes[i], boxes[j]) ? 1 : 0;
    }
    return count;
}

/// How far a point is from the outline of a box.
double distanceToOutline(const Box& box, Point point)
{
    const double dx = std::abs(point.x - box.centre.x) - box.size.width / 2;
    const double dy = std::abs(point.y - box.centre.y) - box.size.height / 2;
    if (dx <= 0 && dy <= 0)
        return -std::max(dx, dy);
    return std::hypot(std::max(dx, 0.0), std::max(dy, 0.0));
}

/// What is wrong with a layout, in words; empty when nothing is.
QByteArray faults(const LayoutRequest& request, const Layout& layout)
{
    if (layout.nodes.size() != request.nodes.size() || layout.edges.size() != request.edges.size())
        return "wrong number of nodes or edges";
    const std::vector<Box> boxes = boxesOf(request, layout);
    if (overlaps(boxes) > 0)
        return "nodes overlap";
    for (std::size_t i = 0; i < layout.edges.size(); ++i) {
        const auto& points = layout.edges[i].points;
        const LayoutEdge& edge = request.edges[i];
        const QByteArray name = "edge " + QByteArray::number(static_cast<qulonglong>(i));
        if (points.size() < 4 || points.size() % 3 != 1)
            return name + " has no route of cubics";
        constexpr double tolerance = 1.5;
        const double tail =
            distanceToOutline(boxes[static_cast<std::size_t>(edge.tail)], points.front());
        const double head =
            distanceToOutline(boxes[static_cast<std::size_t>(edge.head)], points.back());
        if (tail > tolerance || head > tolerance)
            return name + " is off its nodes by " + QByteArray::number(tail) + " and " +
                   QByteArray::number(head);
        if (layout.edges[i].label.has_value() != (edge.label != Size{}))
            return name + " has a label too many or none";
        for (std::size_t j = 0; j < i; ++j) {
            if (points == layout.edges[j].points)
                return name + " lies on edge " + QByteArray::number(static_cast<qulonglong>(j));
        }
    }
    return {};
}

Layout laidOut(const LayoutRequest& request)
{
    auto layout = layOut(request);
    if (!layout)
        qFatal("%s", layout.error().c_str());
    return *std::move(layout);
}

void allWays()
{
    QTest::addColumn<Engine>("engine");
    QTest::addColumn<Routing>("routing");
    for (const Engine engine : allEngines) {
        for (const Routing routing : {Routing::Line, Routing::Spline})
            QTest::addRow("%s %s", nameOf(engine).data(), nameOf(routing).data())
                << engine << routing;
    }
}

} // namespace

class GraphvizTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLaidOutAsNothing()
    {
        for (const Engine engine : allEngines)
            QCOMPARE(laidOut({.engine = engine, .nodes = {}, .root = {}, .edges = {}}), Layout{});
    }

    void oneNodeStandsNearTheOrigin()
    {
        for (const Engine engine : allEngines) {
            const Layout layout =
                laidOut({.engine = engine, .nodes = {{card, {}}}, .root = {}, .edges = {}});
            QCOMPARE(layout.nodes.size(), std::size_t(1));
            QVERIFY(layout.nodes[0].x >= card.width / 2 && layout.nodes[0].x < card.width);
            QVERIFY(layout.nodes[0].y >= card.height / 2 && layout.nodes[0].y < 2 * card.height);
        }
    }

    void anEdgeIntoNothingIsRefused()
    {
        QVERIFY(!layOut({.nodes = {{card, {}}}, .root = {}, .edges = {{0, 1, {}}}}));
        QVERIFY(!layOut({.nodes = {{card, {}}}, .root = {}, .edges = {{-1, 0, {}}}}));
    }

    void theAwkwardGraphIsLaidOut_data() { allWays(); }
    void theAwkwardGraphIsLaidOut()
    {
        QFETCH(Engine, engine);
        QFETCH(Routing, routing);
        const LayoutRequest request = awkward(engine, routing);
        const Layout layout = laidOut(request);
        QCOMPARE(faults(request, layout), QByteArray());
        const Box all = around(boxesOf(request, layout));
        QVERIFY(all.left() >= 0 && all.left() < 200);
        QVERIFY(all.top() >= 0 && all.top() < 200);
    }

    void meetingsAreLaidOut_data() { allWays(); }
    void meetingsAreLaidOut()
    {
        QFETCH(Engine, engine);
        QFETCH(Routing, routing);
        const LayoutRequest request = meetings(engine, routing, 20, 30, 2);
        const Layout layout = laidOut(request);
        QCOMPARE(faults(request, layout), QByteArray());
        // Fdp keeps something between two calls; its answer is the same in a new process.
        if (engine != Engine::Fdp)
            QCOMPARE(laidOut(request), layout);
    }

    void threeHundredNodesAreLaidOut_data()
    {
        QTest::addColumn<Engine>("engine");
        // Without dot and circo, which take far longer here.
        for (const Engine engine : {Engine::Neato, Engine::Fdp, Engine::Sfdp, Engine::Twopi})
            QTest::addRow("%s", nameOf(engine).data()) << engine;
    }
    void threeHundredNodesAreLaidOut()
    {
        QFETCH(Engine, engine);
        const LayoutRequest request = meetings(engine, Routing::Line, 120, 180, 3);
        const Layout layout = laidOut(request);
        QCOMPARE(faults(request, layout), QByteArray());
    }

    void draftsAreWholeToo_data() { allWays(); }
    void draftsAreWholeToo()
    {
        QFETCH(Engine, engine);
        QFETCH(Routing, routing);
        for (const LayoutRequest& request :
             {awkward(engine, routing), meetings(engine, routing, 20, 30, 2),
              meetings(engine, routing, 120, 180, 3)}) {
            const auto draft = layOut(request, Effort::Draft);
            QVERIFY(draft);
            QCOMPARE(faults(request, *draft), QByteArray());
            const Box all = around(boxesOf(request, *draft));
            QVERIFY(all.left() >= 0 && all.left() < 200);
        }
    }

    void inADraftTooWhatIsPinnedStays()
    {
        LayoutRequest request = meetings(Engine::Circo, Routing::Line, 20, 30, 2);
        for (std::size_t i = 0; i < 10; ++i)
            request.nodes[i].pinned = Point{400.0 * static_cast<double>(i), -70.5};
        const auto draft = layOut(request, Effort::Draft);
        QVERIFY(draft);
        for (std::size_t i = 0; i < 10; ++i)
            QCOMPARE(draft->nodes[i], request.nodes[i].pinned.value_or(Point()));
        QCOMPARE(faults(request, *draft), QByteArray());
    }

    /// Pushed out of each other pair by pair, nodes of a crowd lose their neighbours: 17,000
    /// points.
    void aCrowdKeepsNeighboursTogether()
    {
        const LayoutRequest request = meetings(Engine::Sfdp, Routing::Line, 120, 180, 3);
        const Layout layout = laidOut(request);
        const int points = tangle(boxesOf(request, layout), request.edges);
        QVERIFY2(points < 9'000, qPrintable(QString::number(points)));
    }

    void ringsLieAboutTheRoot()
    {
        // A chain: from one end, each is farther from it than the one before.
        LayoutRequest request{.engine = Engine::Twopi, .nodes = {}, .root = {}, .edges = {}};
        for (int i = 0; i < 6; ++i) {
            request.nodes.push_back({card, {}});
            if (i > 0)
                request.edges.push_back({i - 1, i, {}});
        }
        for (const int root : {0, 5}) {
            request.root = root;
            const Layout layout = laidOut(request);
            const Point centre = layout.nodes[static_cast<std::size_t>(root)];
            double last = 0;
            for (int step = 1; step < 6; ++step) {
                const Point at = layout.nodes[static_cast<std::size_t>(std::abs(root - step))];
                const double distance = std::hypot(at.x - centre.x, at.y - centre.y);
                QVERIFY(distance > last);
                last = distance;
            }
        }
        request.root = 6;
        QVERIFY(!layOut(request));
    }

    void ringsStayRings()
    {
        // A hub with thirty cards about it, and a node behind every third of them.
        LayoutRequest request{.engine = Engine::Twopi, .nodes = {}, .root = 0, .edges = {}};
        request.nodes.push_back({card, {}});
        for (int i = 1; i <= 30; ++i) {
            request.nodes.push_back({card, {}});
            request.edges.push_back({0, i, {}});
        }
        for (int i = 1; i <= 30; i += 3) {
            request.edges.push_back({i, static_cast<int>(request.nodes.size()), {}});
            request.nodes.push_back({card, {}});
        }
        const Layout layout = laidOut(request);
        QCOMPARE(faults(request, layout), QByteArray());
        const auto radiusOf = [&](std::size_t node) {
            return std::hypot(layout.nodes[node].x - layout.nodes[0].x,
                              layout.nodes[node].y - layout.nodes[0].y);
        };
        for (std::size_t node = 1; node < request.nodes.size(); ++node) {
            const double ring = radiusOf(node <= 30 ? 1 : 31);
            QVERIFY2(std::abs(radiusOf(node) - ring) < 0.01 * ring,
                     qPrintable(QString::number(radiusOf(node) / ring)));
        }
        QVERIFY(radiusOf(31) > radiusOf(1));
    }

    void nodesWithoutSizeAreLaidOut()
    {
        LayoutRequest request = awkward(Engine::Sfdp, Routing::Spline);
        for (LayoutNode& node : request.nodes)
            node.size = {};
        QCOMPARE(laidOut(request).nodes.size(), request.nodes.size());
    }

    void labelsOfLayersHaveTheirRoom()
    {
        LayoutRequest request = meetings(Engine::Dot, Routing::Spline, 6, 8, 2);
        const Layout narrow = laidOut(request);
        std::vector<Box> boxes = boxesOf(request, narrow);
        for (std::size_t i = 0; i < request.edges.size(); ++i) {
            QVERIFY(narrow.edges[i].label);
            boxes.push_back({*narrow.edges[i].label, request.edges[i].label});
        }
        QCOMPARE(overlaps(boxes), 0);
        for (LayoutEdge& edge : request.edges)
            edge.label.width = 400;
        const Layout wide = laidOut(request);
        QVERIFY(around(boxesOf(request, wide)).size.width >
                around(boxesOf(request, narrow)).size.width + 300);
    }

    void labelsFindRoomOnTheirEdges()
    {
        for (const Engine engine : {Engine::Neato, Engine::Sfdp}) {
            const LayoutRequest request = meetings(engine, Routing::Line, 12, 10, 2);
            const Layout layout = laidOut(request);
            std::vector<Box> boxes = boxesOf(request, layout);
            for (std::size_t i = 0; i < request.edges.size(); ++i)
                boxes.push_back({layout.edges[i].label.value_or(Point()), request.edges[i].label});
            // Of twenty, some edges are shorter than their labels.
            QVERIFY2(overlaps(boxes) <= 4, nameOf(engine).data());
        }
    }

    void anEdgeGoesRoundANodeInItsWay()
    {
        const std::vector<Box> nodes{
            {{0, 0}, {40, 40}}, {{300, 5}, {60, 60}}, {{600, 0}, {40, 40}}};
        const auto routes = straightRoutes(nodes, {{0, 2, {}}, {0, 1, {}}, {2, 0, {}}});
        for (const std::size_t i : {0U, 2U}) {
            // The middle of a cubic.
            const auto& p = routes[i].points;
            const double y = (p[0].y + 3 * p[1].y + 3 * p[2].y + p[3].y) / 8;
            QVERIFY2(y < -25 || y > 35, qPrintable(QString::number(y)));
        }
        QVERIFY(routes[0].points.front().x < routes[0].points.back().x);
        QVERIFY(routes[2].points.front().x > routes[2].points.back().x);
    }

    void whatIsChosenIsQuick()
    {
        QCOMPARE(chooseRouting(chooseEngine(20, 30), 20, 30), Routing::Spline);
        const Engine engine = chooseEngine(600, 900);
        LayoutRequest request = meetings(engine, chooseRouting(engine, 600, 900), 240, 360, 2);
        // Within what the client allows, even in a slow build on a busy machine.
        QElapsedTimer timer;
        timer.start();
        const Layout layout = laidOut(request);
        QVERIFY2(timer.elapsed() < 60'000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(faults(request, layout), QByteArray());
    }

    void thePictureIsRatherWideThanHigh()
    {
        // Forty pairs that have nothing to do with each other.
        LayoutRequest request{.engine = Engine::Sfdp, .nodes = {}, .root = {}, .edges = {}};
        for (int i = 0; i < 80; ++i)
            request.nodes.push_back({card, {}});
        for (int i = 0; i < 80; i += 2)
            request.edges.push_back({i, i + 1, role});
        const Layout layout = laidOut(request);
        QCOMPARE(faults(request, layout), QByteArray());
        const Size size = around(boxesOf(request, layout)).size;
        QVERIFY2(size.width > 1.1 * size.height && size.width < 2.4 * size.height,
                 qPrintable(QStringLiteral("%1 x %2").arg(size.width).arg(size.height)));
    }

    void pinnedNodesStay_data() { allWays(); }
    void pinnedNodesStay()
    {
        QFETCH(Engine, engine);
        QFETCH(Routing, routing);
        LayoutRequest request = meetings(engine, routing, 20, 30, 2);
        const Layout before = laidOut(request);
        for (std::size_t i = 0; i < before.nodes.size(); ++i)
            request.nodes[i].pinned = Point{before.nodes[i].x - 5000.1, before.nodes[i].y + 0.3};
        // A meeting of two, one with a newcomer, and one that nobody knows.
        request.nodes.push_back({card, {}});
        request.nodes.push_back({card, {}});
        request.nodes.push_back({person, {}});
        request.nodes.push_back({card, {}});
        request.edges.push_back({50, 0, role});
        request.edges.push_back({50, 1, role});
        request.edges.push_back({51, 2, role});
        request.edges.push_back({51, 52, role});
        const Layout after = laidOut(request);
        for (std::size_t i = 0; i < before.nodes.size(); ++i)
            QCOMPARE(after.nodes[i], request.nodes[i].pinned.value_or(Point()));
        QCOMPARE(faults(request, after), QByteArray());
        // Not far from those they belong to.
        const Box all = around(boxesOf(request, after));
        const Box old = around(boxesOf(request, before));
        QVERIFY(all.size.width < old.size.width + 900 && all.size.height < old.size.height + 900);
        QCOMPARE(laidOut(request), after);
    }

    void nodesPinnedOnTopOfEachOtherStay()
    {
        LayoutRequest request = awkward(Engine::Neato, Routing::Spline);
        for (LayoutNode& node : request.nodes)
            node.pinned = Point{10, 10};
        request.nodes[2].pinned.reset();
        const Layout layout = laidOut(request);
        for (std::size_t i = 0; i < layout.nodes.size(); ++i)
            QVERIFY(i == 2 || layout.nodes[i] == (Point{10, 10}));
        QVERIFY(!overlap(boxesOf(request, layout)[2], boxesOf(request, layout)[0]));
        for (const Route& route : layout.edges)
            QVERIFY(route.points.size() >= 4);
    }

    void theLocaleIsLeftAlone()
    {
        const std::string before = std::setlocale(LC_ALL, nullptr);
        laidOut(awkward(Engine::Neato, Routing::Line));
        QCOMPARE(std::string(std::setlocale(LC_ALL, nullptr)), before);
    }
};

QTEST_GUILESS_MAIN(GraphvizTest)
#include "graphviztest.moc"
