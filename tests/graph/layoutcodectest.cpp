// SPDX-License-Identifier: Apache-2.0
#include "graph/layout/codec.h"

#include <QTest>

#include <rapidcheck.h>

#include <clocale>
#include <limits>

using namespace entente;

namespace
{

rc::Gen<double> coordinate()
{
    return rc::gen::map(rc::gen::pair(rc::gen::arbitrary<int>(), rc::gen::inRange(1, 9973)),
                        [](auto parts) { return parts.first / double(parts.second) / 8; });
}

rc::Gen<Point> point()
{
    return rc::gen::map(rc::gen::pair(coordinate(), coordinate()), [](auto p) {
        return Point{p.first, p.second};
    });
}

rc::Gen<Size> size()
{
    return rc::gen::map(point(), [](Point p) { return Size{std::abs(p.x), std::abs(p.y)}; });
}

LayoutRequest anyRequest()
{
    LayoutRequest request;
    request.engine = *rc::gen::elementOf(std::vector(allEngines.begin(), allEngines.end()));
    request.routing = *rc::gen::element(Routing::Line, Routing::Spline);
    const int nodes = *rc::gen::inRange(0, 20);
    for (int i = 0; i < nodes; ++i) {
        const bool pinned = *rc::gen::arbitrary<bool>();
        request.nodes.push_back(
            {*size(), pinned ? std::optional<Point>(*point()) : std::optional<Point>()});
    }
    if (nodes > 0 && *rc::gen::arbitrary<bool>())
        request.root = *rc::gen::inRange(0, nodes);
    const int edges = nodes == 0 ? 0 : *rc::gen::inRange(0, 20);
    for (int i = 0; i < edges; ++i) {
        const Size label = *rc::gen::arbitrary<bool>() ? *size() : Size{};
        request.edges.push_back({*rc::gen::inRange(0, nodes), *rc::gen::inRange(0, nodes), label});
    }
    return request;
}

Layout anyLayout()
{
    Layout layout;
    layout.nodes = *rc::gen::container<std::vector<Point>>(point());
    const int edges = *rc::gen::inRange(0, 20);
    for (int i = 0; i < edges; ++i) {
        const int pieces = *rc::gen::inRange(0, 4);
        Route route;
        if (pieces > 0)
            route.points = *rc::gen::container<std::vector<Point>>(
                3 * static_cast<std::size_t>(pieces) + 1, point());
        if (*rc::gen::arbitrary<bool>())
            route.label = *point();
        layout.edges.push_back(route);
    }
    return layout;
}

const LayoutRequest meeting{.engine = Engine::Neato,
                            .routing = Routing::Line,
                            .nodes = {{{130, 94}, {}}, {{190, 52}, Point{-10.5, 20}}},
                            .root = {},
                            .edges = {{0, 1, {62, 16}}, {1, 1, {}}}};

const std::string_view meetingText = "entente-layout-request 1\n"
                                     "engine neato\n"
                                     "routing line\n"
                                     "node 130 94\n"
                                     "node 190 52 -10.5 20\n"
                                     "edge 0 1 62 16\n"
                                     "edge 1 1\n"
                                     "end\n";

} // namespace

class LayoutCodecTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRequestIsWrittenAsDocumented()
    {
        QCOMPARE(encode(meeting), std::string(meetingText));
        QVERIFY(decodeRequest(meetingText).has_value());
        QCOMPARE(*decodeRequest(meetingText), meeting);
    }

    void anyRequestIsReadBack()
    {
        QVERIFY(rc::check([] {
            const LayoutRequest request = anyRequest();
            const auto read = decodeRequest(encode(request));
            RC_ASSERT(read.has_value());
            RC_ASSERT(*read == request);
        }));
    }

    void anyLayoutIsReadBack()
    {
        QVERIFY(rc::check([] {
            const Layout layout = anyLayout();
            const auto read = decodeLayout(encode(layout));
            RC_ASSERT(read.has_value());
            RC_ASSERT(*read == layout);
        }));
    }

    void theLastBitOfANumberSurvives()
    {
        Layout layout;
        layout.nodes = {{0.1 + 0.2, -0.0}, {std::numeric_limits<double>::denorm_min(), 1e-300}};
        QCOMPARE(*decodeLayout(encode(layout)), layout);
    }

    void theLocaleDoesNotMatter()
    {
        if (std::setlocale(LC_ALL, "de_DE.UTF-8") == nullptr)
            QSKIP("No German locale is installed.");
        const std::string text = encode(meeting);
        const auto read = decodeRequest(meetingText);
        std::setlocale(LC_ALL, "C");
        QCOMPARE(text, std::string(meetingText));
        QCOMPARE(*read, meeting);
    }

    void aCutTextIsNoRequest()
    {
        for (std::size_t length = 0; length < meetingText.size(); ++length)
            QVERIFY(!decodeRequest(meetingText.substr(0, length)));
    }

    void malformedRequestsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("message");
        QTest::newRow("unknown engine") << QByteArray("engine osage\n") << QByteArray("line 2: ");
        QTest::newRow("two engines") << QByteArray("engine dot neato\n") << QByteArray("line 2: ");
        QTest::newRow("routing") << QByteArray("engine dot\nrouting ortho\n")
                                 << QByteArray("line 3: expected \"routing line\"");
        const QByteArray head = "engine dot\nrouting line\n";
        const auto row = [&head](const char* name, const char* lines, const char* message) {
            QTest::newRow(name) << head + lines << QByteArray(message);
        };
        row("no size", "node 3\nend\n", "line 4: a node has a width and a height");
        row("negative size", "node 3 -1\nend\n", "line 4: the size of the node");
        row("no number", "node 3 x\nend\n", "line 4: the size of the node");
        row("comma", "node 3,5 1\nend\n", "line 4: the size of the node");
        row("plus", "node +3 1\nend\n", "line 4: the size of the node");
        row("nan", "node nan 1\nend\n", "line 4: the size of the node");
        row("infinite", "node 1 inf\nend\n", "line 4: the size of the node");
        row("overflow", "node 1 1e999\nend\n", "line 4: the size of the node");
        row("too far", "node 1 1 0 1e10\nend\n", "line 4: the place of the node");
        row("two spaces", "node  1 1\nend\n", "line 4: a node has");
        row("tab", "node\t1 1\nend\n", "line 4: expected a node");
        row("carriage return", "node 1 1\r\nend\n", "line 4: the size of the node");
        row("edge into nothing", "node 1 1\nedge 0 1\nend\n", "line 5: an end of the edge");
        row("edge from below", "node 1 1\nedge -1 0\nend\n", "line 5: an end of the edge");
        row("edge to a fraction", "node 1 1\nedge 0 0.0\nend\n", "line 5: an end of the edge");
        row("huge index", "node 1 1\nedge 0 99999999999\nend\n", "line 5: an end of the edge");
        row("label", "node 1 1\nedge 0 0 1 -1\nend\n", "line 5: the size of the label");
        row("half a label", "node 1 1\nedge 0 0 1\nend\n", "line 5: an edge has");
        row("late node", "node 1 1\nedge 0 0\nnode 1 1\nend\n", "line 6: a node after an edge");
        row("unknown line", "nodes 3\nend\n", "line 4: expected a node");
        row("empty line", "\nend\n", "line 4: expected a node");
        row("no end", "node 1 1\n", "cut off after line 4");
        row("more", "end\nnode 1 1\n", "line 4: there is more");
        row("last newline", "node 1 1\nend", "cut off after line 4");
    }

    void malformedRequestsAreRefused()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, message);
        const auto read = decodeRequest("entente-layout-request 1\n" + body.toStdString());
        QVERIFY(!read);
        QVERIFY2(read.error().find(message.toStdString()) != std::string::npos,
                 read.error().c_str());
    }

    void malformedLayoutsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("message");
        const auto row = [](const char* name, const char* lines, const char* message) {
            QTest::newRow(name) << QByteArray(lines) << QByteArray(message);
        };
        row("half a place", "node 1\nend\n", "line 2: a node has a place");
        row("no place", "node 1 nan\nend\n", "line 2: the place of the node");
        row("one point", "route 1 2\nend\n", "line 2: a route has");
        row("three points", "route 1 2 3 4 5 6\nend\n", "line 2: a route has");
        row("half a point", "route 1 2 3 4 5 6 7\nend\n", "line 2: a route has");
        row("no point", "route 1 2 3 4 5 6 7 x\nend\n", "\"7 x\" is no point");
        row("late node", "route\nnode 1 2\nend\n", "line 3: a node after a route");
        row("lone label", "label 1 2\nend\n", "line 2: a label without its route");
        row("two labels", "route\nlabel 1 2\nlabel 1 2\nend\n", "line 4: a label without");
        row("bad label", "route\nlabel 1 x\nend\n", "line 3: the place of the label");
        row("cut", "route\n", "cut off after line 2");
        row("a request", "engine dot\nend\n", "line 2: expected");
    }

    void malformedLayoutsAreRefused()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, message);
        const auto read = decodeLayout("entente-layout 1\n" + body.toStdString());
        QVERIFY(!read);
        QVERIFY2(read.error().find(message.toStdString()) != std::string::npos,
                 read.error().c_str());
    }

    void aRequestIsNoLayout() { QVERIFY(!decodeLayout(meetingText)); }

    void aRouteOfEndlessPointsIsRefused()
    {
        std::string text = "entente-layout 1\nroute";
        for (std::size_t i = 0; i < 3 * (routePointsAtMost / 3 + 1) + 1; ++i)
            text += " 1 2";
        const auto read = decodeLayout(text + "\nend\n");
        QVERIFY(!read);
        QVERIFY(read.error().find("more than 10000 points") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(LayoutCodecTest)
#include "layoutcodectest.moc"
