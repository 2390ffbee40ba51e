// SPDX-License-Identifier: Apache-2.0
#include "support/drawngraph.h"
#include "ui/paint/edgeitem.h"
#include "ui/paint/marks.h"
#include "ui/paint/nodeitem.h"
#include "ui/paint/outline.h"
#include "ui/paint/words.h"

#include <QFontMetricsF>
#include <QLineF>
#include <QTest>

#include <set>

using namespace entente;

namespace
{

QRectF centred(QPointF centre, double width, double height)
{
    return {centre.x() - width / 2, centre.y() - height / 2, width, height};
}

bool isOnOutline(const NodeItem& node, QPointF point)
{
    return isInside(node.shape, node.outline, point, 0.1) &&
           !isInside(node.shape, node.outline, point, -0.1);
}

/// Everything with words in it that may not meet another.
std::vector<std::pair<QString, QRectF>> wordRects(const Picture& picture)
{
    std::vector<std::pair<QString, QRectF>> rects;
    for (const NodeItem& node : picture.nodes()) {
        rects.emplace_back(node.wholeName, node.outline);
        if (const QRectF words = wordsBelow(node); !words.isNull())
            rects.emplace_back(node.wholeName + QStringLiteral(" (words)"), words);
    }
    for (const EdgeItem& edge : picture.edges()) {
        if (!edge.labelRect.isNull())
            rects.emplace_back(edge.wholeName, edge.labelRect);
    }
    return rects;
}

void verifyNothingOverlaps(const Picture& picture)
{
    const auto rects = wordRects(picture);
    for (std::size_t i = 0; i < rects.size(); ++i) {
        for (std::size_t j = i + 1; j < rects.size(); ++j) {
            if (rects[i].second.intersects(rects[j].second))
                QFAIL(qPrintable(
                    QStringLiteral("%1 lies on %2").arg(rects[i].first, rects[j].first)));
        }
    }
}

QString idOf(const Target& target)
{
    if (const auto* node = std::get_if<NodeId>(&target))
        return QStringLiteral("node ") + QString::fromStdString(node->text());
    if (const auto* edge = std::get_if<EdgeId>(&target))
        return QStringLiteral("edge ") + QString::fromStdString(edge->text());
    return QStringLiteral("background");
}

QString idOf(NodeId id) { return idOf(Target(id)); }
QString idOf(EdgeId id) { return idOf(Target(id)); }

} // namespace

class PictureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachKindHasItsShapeAndWords();
    void textCanBeReadInBothThemes();
    void figuresAreTabular();
    void initialsAreThoseOfTheName_data();
    void initialsAreThoseOfTheName();
    void statesShowTheirCode_data();
    void statesShowTheirCode();
    void longNamesTakeTwoLines();
    void endlessNamesAreElidedInTheMiddle();
    void nothingOverlapsAtFullSize();
    void wordsThatWouldOverlapAreLeftOut();
    void edgesEndOnOutlines();
    void routesAreLedToTheOutlines();
    void routesDoNotBendAtTheirEnds();
    void labelsKeepClearOfArrows();
    void aRouteLeftBehindIsReplacedByAStraightLine();
    void parallelEdgesAreHitEachByItself();
    void aLoopIsHit();
    void whatLiesUnderAPoint_data();
    void whatLiesUnderAPoint();
    void edgesAreHitAsFarAwayOnScreenAtEveryScale();
    void itemsInAnAreaComeInDrawingOrder();
    void theRequestHasRoomForWordsAndShapes();
    void tiesSayHowOften();
    void hiddenCharactersInNamesAreShown();
    void nodesOnTopOfEachOtherAreNoTrouble();
    void aBadgeCountsTheNeighboursThatAreNotShown();
    void anEmptyPictureHasNothing();
};

void PictureTest::eachKindHasItsShapeAndWords()
{
    const Picture picture = oneOfEachKind().picture();
    QCOMPARE(picture.nodes().size(), std::size_t(7));
    const NodeItem& visit = picture.nodes()[0];
    QVERIFY(visit.isEvent);
    QCOMPARE(visit.shape, Shape::Card);
    QCOMPARE(visit.detail, QString::fromUtf8("Visit · happened"));
    const NodeItem& choe = picture.nodes()[1];
    QCOMPARE(choe.inside, QStringLiteral("CS"));
    QCOMPARE(choe.name, QStringList(QStringLiteral("Choe Son-hui")));
    QCOMPARE(choe.detail, QStringLiteral("Foreign Minister, North Korea"));
    QCOMPARE(picture.nodes()[2].inside, QStringLiteral("RUS"));
    QCOMPARE(picture.nodes()[3].inside, QStringLiteral("RS"));
    for (const NodeItem& node : picture.nodes()) {
        QVERIFY(node.bounds.contains(node.outline));
        for (const QRectF& line : node.nameRects)
            QVERIFY(node.bounds.contains(line));
        QVERIFY(picture.bounds().contains(node.bounds));
    }
    // Names within stay within.
    for (const QRectF& line : visit.nameRects)
        QVERIFY(visit.outline.contains(line));
    QVERIFY(visit.outline.contains(visit.detailRect));
}

void PictureTest::textCanBeReadInBothThemes()
{
    const auto luminance = [](const QColor& colour) {
        const auto linear = [](double v) {
            return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
               0.0722 * linear(colour.blueF());
    };
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
        const Style style = Style::of(theme);
        for (const QColor& text : {style.text, style.secondaryText, style.struckOut}) {
            for (const QColor& ground : {style.canvas, style.panel}) {
                const double a = luminance(text) + 0.05;
                const double b = luminance(ground) + 0.05;
                QVERIFY2(std::max(a, b) / std::min(a, b) >= 4.5,
                         qPrintable(text.name() + QStringLiteral(" on ") + ground.name()));
            }
        }
    }
}

void PictureTest::figuresAreTabular()
{
    const QFontMetricsF metrics(Style::of(Theme::Light).nodeDetail);
    for (const char16_t digit : u"023456789")
        if (digit != 0)
            QCOMPARE(metrics.horizontalAdvance(QChar(digit)), metrics.horizontalAdvance(u'1'));
}

void PictureTest::initialsAreThoseOfTheName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("initials");
    QTest::addColumn<QString>("acronym");

    QTest::newRow("two words") << "Choe Son-hui"
                               << "CS"
                               << "CS";
    QTest::newRow("three words") << "Dmitry Sergeyevich Peskov"
                                 << "DP"
                                 << "DSP";
    QTest::newRow("Hangul") << QString::fromUtf8("김정은") << QString::fromUtf8("김")
                            << QString::fromUtf8("김");
    QTest::newRow("Cyrillic") << QString::fromUtf8("Владимир Путин") << QString::fromUtf8("ВП")
                              << QString::fromUtf8("ВП");
    QTest::newRow("small words") << "Ministry of Foreign Affairs"
                                 << "MA"
                                 << "MFA";
    QTest::newRow("lower case") << "al-Assad"
                                << "A"
                                << "A";
    QTest::newRow("brackets") << "(Kim) \"Jong\""
                              << "KJ"
                              << "KJ";
    QTest::newRow("beyond the BMP")
        << QString::fromUtf8("𝔄bc 𝔅") << QString::fromUtf8("𝔄𝔅") << QString::fromUtf8("𝔄𝔅");
    QTest::newRow("no letters") << "- ?"
                                << ""
                                << "";
    QTest::newRow("nothing") << ""
                             << ""
                             << "";
}

void PictureTest::initialsAreThoseOfTheName()
{
    QFETCH(QString, name);
    QTEST(initialsOf(name), "initials");
    QTEST(acronymOf(name), "acronym");
}

void PictureTest::statesShowTheirCode_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("code");

    QTest::newRow("by its id") << "Our neighbour"
                               << "PRK"
                               << "PRK";
    QTest::newRow("the id goes before the name") << "Russia"
                                                 << "SUN"
                                                 << "SUN";
    QTest::newRow("by its name") << "North Korea"
                                 << ""
                                 << "PRK";
    QTest::newRow("in any case") << "UNITED states"
                                 << ""
                                 << "USA";
    QTest::newRow("accents") << QString::fromUtf8("Côte d'Ivoire") << ""
                             << "CIV";
    QTest::newRow("an old name") << "Burma"
                                 << ""
                                 << "MMR";
    QTest::newRow("no state of ours") << "Holy Roman Empire"
                                      << ""
                                      << "HRE";
}

void PictureTest::statesShowTheirCode()
{
    QFETCH(QString, name);
    QFETCH(QString, id);
    DrawnGraph graph;
    Node& node = graph.add("State", name.toStdString(), {0, 0});
    if (!id.isEmpty())
        node.ids.push_back({"ISO3166", id.toStdString(), {}});
    const Picture picture = graph.picture();
    QTEST(picture.nodes()[0].inside, "code");
}

void PictureTest::longNamesTakeTwoLines()
{
    DrawnGraph graph;
    graph.add("Person", "Верховный главнокомандующий Вооружёнными силами", {0, 0});
    graph.add("Visit", "조선민주주의인민공화국 최선희 외무상의 러시아련방 방문", {600, 0});
    const Picture picture = graph.picture();
    for (const NodeItem& node : picture.nodes()) {
        QCOMPARE(node.name.size(), qsizetype(2));
        QString all = node.name.join(QLatin1Char(' '));
        QVERIFY2(!all.contains(QChar(0x2026)), qPrintable(all));
        QCOMPARE(all.remove(QLatin1Char(' ')), QString(node.wholeName).remove(QLatin1Char(' ')));
    }
}

void PictureTest::endlessNamesAreElidedInTheMiddle()
{
    DrawnGraph graph;
    std::string name = "Beginning ";
    for (int i = 0; i < 5000; ++i)
        name += "and so on ";
    graph.add("Person", name + "end", {0, 0});
    graph.add("Person", std::string(100'000, 'x'), {400, 0});
    const Picture picture = graph.picture();
    const NodeItem& node = picture.nodes()[0];
    QCOMPARE(node.name.size(), qsizetype(2));
    QVERIFY(node.name.front().startsWith(QStringLiteral("Beginning")));
    QVERIFY(node.name.back().contains(QChar(0x2026)));
    QVERIFY(node.name.back().endsWith(QStringLiteral("end")));
    for (const NodeItem& item : picture.nodes())
        QVERIFY(item.bounds.width() < 260);
}

void PictureTest::nothingOverlapsAtFullSize()
{
    const Picture each = oneOfEachKind().picture();
    verifyNothingOverlaps(each);
    for (const EdgeItem& edge : each.edges())
        QVERIFY2(!edge.labelRect.isNull(), qPrintable(edge.wholeName));
    verifyNothingOverlaps(gridOf(60, 150).picture());
}

void PictureTest::wordsThatWouldOverlapAreLeftOut()
{
    DrawnGraph graph;
    graph.add("Person", "A light person", {0, 0}).weight = 1;
    graph.add("Person", "A heavy person", {60, 0}).weight = 9;
    graph.add("Person", "Below the heavy one", {60, 60}).weight = 1;
    const Picture picture = graph.picture();
    QVERIFY(!picture.nodes()[0].nameFits);
    QVERIFY(!picture.nodes()[1].nameFits); // It would lie on the node below.
    QVERIFY(picture.nodes()[2].nameFits);
}

void PictureTest::edgesEndOnOutlines()
{
    for (const DrawnGraph& graph : {oneOfEachKind(), gridOf(40, 90)}) {
        const Picture picture = graph.picture();
        for (const EdgeItem& edge : picture.edges()) {
            const NodeItem* source = picture.node(edge.source);
            const NodeItem* target = picture.node(edge.target);
            QVERIFY(isOnOutline(*source, edge.path.elementAt(0)));
            QVERIFY(isOnOutline(*target, edge.path.currentPosition()));
            QVERIFY(!wordsBelow(*target).adjusted(1, 1, -1, -1).contains(edge.tip));
        }
    }
}

void PictureTest::routesAreLedToTheOutlines()
{
    DrawnGraph graph;
    graph.add("Person", "Sergei Lavrov", {0, 0});
    graph.add("State", "Russia", {400, 300});
    const EdgeId edge = graph.join(0, 1, "represents").id;
    // As Graphviz gives it: from the edges of the rooms, which hold the labels too.
    graph.arrangement.routes[edge] = {{{20, 40}, {30, 150}, {200, 280}, {375, 290}}, {}};
    const Picture picture = graph.picture();
    const EdgeItem& item = picture.edges()[0];
    QVERIFY(item.path.elementCount() > 2);
    QVERIFY(isOnOutline(picture.nodes()[0], item.path.elementAt(0)));
    QVERIFY(isOnOutline(picture.nodes()[1], item.path.currentPosition()));
    // It goes where the route went.
    QVERIFY(item.path.boundingRect().contains(QPointF(60, 180)));

    // One that begins in the middle of its node is cut.
    graph.arrangement.routes[edge] = {{{0, 0}, {0, 200}, {200, 300}, {400, 300}}, {}};
    const Picture cut = graph.picture();
    QVERIFY(isOnOutline(cut.nodes()[0], cut.edges()[0].path.elementAt(0)));
    QVERIFY(isOnOutline(cut.nodes()[1], cut.edges()[0].path.currentPosition()));
}

void PictureTest::routesDoNotBendAtTheirEnds()
{
    DrawnGraph graph;
    graph.add("Person", "Sergei Lavrov", {0, 0});
    graph.add("State", "Russia", {400, 300});
    const EdgeId edge = graph.join(0, 1, "represents").id;
    graph.arrangement.routes[edge] = {{{40, 10}, {150, 20}, {250, 290}, {370, 290}}, {}};
    const Picture picture = graph.picture();
    const QPolygonF& line = picture.edges()[0].line;
    QVERIFY(line.size() > 4);
    for (qsizetype i = 2; i < line.size(); ++i) {
        const double turn = QLineF(line[i - 2], line[i - 1]).angleTo(QLineF(line[i - 1], line[i]));
        QVERIFY2(std::min(turn, 360 - turn) < 20, qPrintable(QString::number(turn)));
    }
}

void PictureTest::labelsKeepClearOfArrows()
{
    for (const DrawnGraph& graph : {oneOfEachKind(), gridOf(40, 90)}) {
        const Picture picture = graph.picture();
        for (const EdgeItem& labelled : picture.edges()) {
            for (const EdgeItem& edge : picture.edges())
                QVERIFY(!labelled.labelRect.intersects(arrowHead(edge).boundingRect()));
        }
    }
}

void PictureTest::aRouteLeftBehindIsReplacedByAStraightLine()
{
    DrawnGraph graph;
    graph.add("Person", "Sergei Lavrov", {0, 0});
    graph.add("State", "Russia", {400, 300});
    const EdgeId edge = graph.join(0, 1, "represents").id;
    graph.arrangement.routes[edge] = {{{20, 40}, {30, 150}, {200, 280}, {375, 290}}, {}};
    graph.arrangement.nodes[graph.node(1)] = {900, -200}; // Dragged away.
    const Picture picture = graph.picture();
    QCOMPARE(picture.edges()[0].path.elementCount(), 2);
    QVERIFY(isOnOutline(picture.nodes()[1], picture.edges()[0].path.currentPosition()));
}

void PictureTest::parallelEdgesAreHitEachByItself()
{
    DrawnGraph graph;
    graph.add("Visit", "A visit", {0, 0});
    graph.add("Person", "A visitor", {500, 200});
    std::set<QString> wanted;
    for (const char* role : {"Visitor", "Source", "Host"})
        wanted.insert(idOf(graph.join(0, 1, role).id));
    wanted.insert(idOf(graph.join(1, 0, "holds").id)); // The other way round, and not upon one.
    const Picture picture = graph.picture();
    for (const double scale : {0.5, 1.0, 4.0}) {
        std::set<QString> hit;
        for (const EdgeItem& edge : picture.edges()) {
            const QPointF middle = edge.path.pointAtPercent(0.5);
            QCOMPARE(idOf(picture.at(middle, scale)), idOf(edge.id));
            hit.insert(idOf(picture.at(middle, scale)));
        }
        QCOMPARE(hit, wanted);
    }
}

void PictureTest::aLoopIsHit()
{
    DrawnGraph graph;
    graph.add("Visit", "A visit", {0, 0});
    const EdgeId loop = graph.join(0, 0, "return visit of").id;
    const Picture picture = graph.picture();
    const EdgeItem& item = picture.edges()[0];
    QCOMPARE(idOf(picture.at(item.middle, 1)), idOf(loop));
    QVERIFY(isOnOutline(picture.nodes()[0], item.path.elementAt(0)));
    QVERIFY(isOnOutline(picture.nodes()[0], item.path.currentPosition()));
}

void PictureTest::whatLiesUnderAPoint_data()
{
    QTest::addColumn<double>("scale");
    for (const double scale : {0.1, 0.4, 1.0, 3.0, 8.0})
        QTest::addRow("%g", scale) << scale;
}

void PictureTest::whatLiesUnderAPoint()
{
    QFETCH(double, scale);
    const Picture picture = oneOfEachKind().picture();
    for (const NodeItem& node : picture.nodes())
        QCOMPARE(idOf(picture.at(node.outline.center(), scale)), idOf(node.id));
    for (const EdgeItem& edge : picture.edges()) {
        QCOMPARE(idOf(picture.at(edge.middle, scale)), idOf(edge.id));
        // A label of an edge belongs to it, once it can be seen.
        if (scale >= 1)
            QCOMPARE(idOf(picture.at(edge.labelRect.topLeft() + QPointF(2, 2), scale)),
                     idOf(edge.id));
    }
    QCOMPARE(idOf(picture.at(picture.bounds().topLeft() - QPointF(200, 200), scale)),
             QStringLiteral("background"));
    // Words below a shape belong to it when they can be read.
    const NodeItem& choe = picture.nodes()[1];
    const QPointF onWords = choe.detailRect.topLeft() + QPointF(2, 7);
    QCOMPARE(idOf(picture.at(onWords, scale)) == idOf(choe.id), scale > 0.5);
}

void PictureTest::edgesAreHitAsFarAwayOnScreenAtEveryScale()
{
    DrawnGraph graph;
    graph.add("Person", "West", {0, 0});
    graph.add("Person", "East", {4000, 0});
    graph.join(0, 1, "");
    const Picture picture = graph.picture();
    const EdgeItem& edge = picture.edges()[0];
    for (const double scale : {0.05, 0.3, 1.0, 5.0}) {
        const QPointF near(700, edge.width / 2 + 5.5 / scale);
        const QPointF far(700, edge.width / 2 + 7.0 / scale);
        QCOMPARE(idOf(picture.at(near, scale)), idOf(edge.id));
        QCOMPARE(idOf(picture.at(far, scale)), QStringLiteral("background"));
    }
}

void PictureTest::itemsInAnAreaComeInDrawingOrder()
{
    const Picture picture = oneOfEachKind().picture();
    const QRectF all = picture.bounds();
    QCOMPARE(picture.nodesIn(all), (std::vector<int>{0, 1, 2, 3, 4, 5, 6}));
    QCOMPARE(picture.edgesIn(all), (std::vector<int>{0, 1, 2, 3, 4, 5}));
    QCOMPARE(picture.nodesIn(centred({500, 400}, 4, 4)), std::vector<int>{0});
    // The box round a diagonal holds this place, the line does not.
    QCOMPARE(picture.edgesIn(centred({200, 380}, 10, 10)), std::vector<int>());
    QVERIFY(picture.boundsOf(picture.edges()[0].id).contains(picture.edges()[0].labelRect));
    QVERIFY(picture.boundsOf(Target()).isNull());
}

void PictureTest::theRequestHasRoomForWordsAndShapes()
{
    const DrawnGraph graph = oneOfEachKind();
    const LayoutRequest request = graph.request();
    const Picture picture = graph.picture();
    QCOMPARE(request.nodes.size(), picture.nodes().size());
    for (std::size_t i = 0; i < request.nodes.size(); ++i) {
        const NodeItem& node = picture.nodes()[i];
        const QRectF room = centred(node.outline.center(), request.nodes[i].size.width,
                                    request.nodes[i].size.height);
        QVERIFY(room.adjusted(-0.01, -0.01, 0.01, 0.01).contains(node.bounds));
    }
    QCOMPARE(request.edges.size(), std::size_t(6));
    QCOMPARE(request.edges[2].tail, 0);
    QCOMPARE(request.edges[2].head, 3);
    QVERIFY(request.edges[2].label.width > 20);
}

void PictureTest::tiesSayHowOften()
{
    DrawnGraph graph;
    for (int i = 0; i < 4; ++i)
        graph.add("Person", "Person " + std::to_string(i), {400.0 * i, 300.0 * (i % 2)});
    const auto tie = [&](std::size_t from, std::size_t to, const ModalityCounts& counts) {
        Edge& edge = graph.join(from, to, "Tie");
        edge.kind = EdgeKind::Tie;
        Tie counted;
        counted.counts = counts;
        edge.ofTie = std::make_shared<const Tie>(counted);
    };
    tie(0, 1, {4});
    tie(1, 2, {3, 0, 0, 1});
    tie(2, 3, {0, 0, 0, 0, 0, 0, 1});
    const Picture picture = graph.picture();
    QCOMPARE(picture.edges()[0].label, QStringLiteral("happened 4"));
    QCOMPARE(picture.edges()[1].label, QStringLiteral("happened 3, expected 1"));
    QCOMPARE(picture.edges()[2].label, QStringLiteral("did not happen 1"));
    QVERIFY(picture.edges()[2].modality == Modality::DidNotHappen);
    QVERIFY(!picture.edges()[0].directed);
    QCOMPARE(picture.edges()[0].width, 1.25); // Nothing is known of its sources.
    QCOMPARE(widthFor(1), 1.25);
    QCOMPARE(widthFor(100'000), 4.0);
}

void PictureTest::hiddenCharactersInNamesAreShown()
{
    DrawnGraph graph;
    graph.add("Person", "Lavrov\u202Evorvał", {0, 0});
    graph.add("Person", "خامنئي", {300, 0}).positions.push_back({"رهبر", "Iran", {}});
    const Picture picture = graph.picture();
    QVERIFY(picture.nodes()[0].name.join(QString()).contains(QStringLiteral("[U+202E]")));
    QCOMPARE(picture.nodes()[1].detail, QString::fromUtf8("\u2068رهبر\u2069, Iran"));
}

void PictureTest::nodesOnTopOfEachOtherAreNoTrouble()
{
    DrawnGraph graph;
    graph.add("Visit", "A visit", {0, 0});
    graph.add("Person", "A visitor", {0, 0});
    graph.add("Person", "Another", {10, 5});
    graph.join(0, 1, "Visitor");
    graph.join(0, 2, "Visitor");
    graph.join(0, 2, "Host");
    const Picture picture = graph.picture();
    QCOMPARE(picture.edges().size(), std::size_t(3));
    QCOMPARE(idOf(picture.at({0, 0}, 1)), idOf(graph.node(2))); // The one drawn last.
}

void PictureTest::aBadgeCountsTheNeighboursThatAreNotShown()
{
    const DrawnGraph graph = oneOfEachKind();
    for (const NodeItem& node : graph.picture().nodes())
        QVERIFY(badgeOf(node).isNull()); // All is shown.
    const Picture picture = graph.pictureOf({0, 1});
    const NodeItem& visit = *picture.node(graph.node(0));
    QCOMPARE(visit.hidden, 5);
    QCOMPARE(picture.node(graph.node(1))->hidden, 0);
    for (const double scale : {eventBadgesFrom, 1.0, 3.0}) {
        const QRectF badge = badgeOf(visit, scale);
        QVERIFY(visit.bounds.contains(badge));
        QCOMPARE(picture.badgeAt(badge.center(), scale), visit.id);
        QCOMPARE(idOf(picture.at(badge.topRight() + QPointF(-3, 3), scale)), idOf(visit.id));
        QVERIFY(badge.height() * scale >= 11); // Its figures are 8 pixels high at least.
    }
    QVERIFY(picture.badgeAt(visit.outline.center(), 1).isNil());
    QVERIFY(badgeOf(visit, 0.5).isNull()); // Not among very many cards.
    // An actor's in an overview is larger than its place in the picture.
    const Picture actor = graph.pictureOf({1});
    const QRectF large = badgeOf(actor.nodes().front(), marksFrom);
    QCOMPARE(actor.badgeAt(large.topRight() + QPointF(-3, 3), marksFrom), graph.node(1));
    QVERIFY(badgeOf(actor.nodes().front(), marksFrom * 0.9).isNull());
    // A node needs no more room for it, so that no layout hangs on what is shown.
    const NodeItem whole = *graph.picture().node(visit.id);
    QCOMPARE(visit.outline, whole.outline);
}

void PictureTest::anEmptyPictureHasNothing()
{
    const Picture picture;
    QVERIFY(picture.isEmpty());
    QVERIFY(picture.bounds().isNull());
    QCOMPARE(idOf(picture.at({0, 0}, 1)), QStringLiteral("background"));
    QVERIFY(picture.nodesIn({-10, -10, 20, 20}).empty());
    QVERIFY(!picture.node(NodeId()) && !picture.edge(EdgeId()));
}

QTEST_MAIN(PictureTest)
#include "picturetest.moc"
