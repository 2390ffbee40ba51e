// SPDX-License-Identifier: Apache-2.0
// What was found out about a graph is seen in its picture and told by its legend.
#include "tests/support/drawngraph.h"
#include "ui/paint/edgeitem.h"
#include "ui/paint/legend.h"
#include "ui/paint/nodeitem.h"
#include "ui/paint/painter.h"
#include "ui/paint/svgwriter.h"

#include <QImage>
#include <QLineF>
#include <QPainter>
#include <QTest>

using namespace entente;

namespace
{

EdgeId firstEdge(const DrawnGraph& graph) { return graph.picture().edges().front().id; }

QStringList legendOf(const Picture& picture)
{
    QStringList words;
    const Legend legend(picture, Style::of(Theme::Light), 800);
    for (const Legend::Words& one : legend.words())
        words << one.text;
    return words;
}

} // namespace

class FindingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLineIsAsWideAsItHasSources()
    {
        const DrawnGraph graph = oneOfEachKind();
        Findings findings;
        findings.strengths[firstEdge(graph)] = {4, {"B", "1", false, "so"}};
        const Picture picture = graph.picture(findings);
        QCOMPARE(picture.edges()[0].sources, 4);
        QVERIFY(picture.edges()[0].width > 2);
        QCOMPARE(picture.edges()[1].width, 1.25);
        QCOMPARE(picture.edges()[0].detail, QStringLiteral("4 independent sources · B1"));
        QCOMPARE(picture.edges()[0].label, QStringLiteral("Visitor"));
        QVERIFY(legendOf(picture).contains(QStringLiteral("1 independent source")));
        QVERIFY(!legendOf(graph.picture()).contains(QStringLiteral("1 independent source")));
        findings.withGrades = true;
        QCOMPARE(graph.picture(findings).edges()[0].label, QStringLiteral("Visitor · B1"));
    }

    void anAnalystsJudgementHasAnOpenDiamondAtItsMiddle()
    {
        const DrawnGraph graph = oneOfEachKind();
        const Style style = Style::of(Theme::Light);
        const auto svg = [&](const Picture& picture) { return svgOf(picture, style, Page{}); };
        QVERIFY(judgementMarkOf(graph.picture().edges()[0]).isEmpty());
        QVERIFY(!svg(graph.picture()).contains("judgement"));
        QVERIFY(!legendOf(graph.picture()).join(u'|').contains(QStringLiteral("judgement")));
        Findings findings;
        findings.judged = {firstEdge(graph)};
        const Picture picture = graph.picture(findings);
        const EdgeItem& edge = picture.edges()[0];
        QVERIFY(edge.judged);
        QVERIFY(!picture.edges()[1].judged);
        const QRectF mark = judgementMarkOf(edge).boundingRect();
        QVERIFY(QLineF(mark.center(), edge.middle).length() < 0.01);
        QVERIFY(!edge.labelRect.intersects(mark));
        QCOMPARE(svg(picture).count("class=\"judgement\""), 1);
        QVERIFY(legendOf(picture).contains(QStringLiteral("analyst's judgement, no source")));
        // What is contested, too, shows both marks.
        findings.contestedEdges = {firstEdge(graph)};
        const Picture both = graph.picture(findings);
        QVERIFY(!judgementMarkOf(both.edges()[0])
                     .boundingRect()
                     .intersects(contestedMarkOf(both.edges()[0])));
    }

    void theDiamondIsPainted()
    {
        const DrawnGraph graph = oneOfEachKind();
        const Style style = Style::of(Theme::Light);
        Findings findings;
        findings.judged = {firstEdge(graph)};
        const Picture picture = graph.picture(findings);
        const QPointF middle = picture.edges()[0].middle;
        QImage image(60, 60, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::red);
        QPainter painter(&image);
        painter.translate(QPointF(30, 30) - middle);
        paint(painter, picture, style, QRectF(middle - QPointF(30, 30), QSizeF(60, 60)), 1);
        painter.end();
        QCOMPARE(image.pixelColor(30, 30), style.canvas); // It is open: no line runs through it.
        const auto isNearer = [&](const QColor& colour) {
            return 2 * colour.lightness() < style.edge.lightness() + style.canvas.lightness();
        };
        bool hasRim = false; // Smoothed, it is nearer to the colour of lines than to the canvas.
        for (int x = 30; x < 40; ++x)
            hasRim = hasRim || isNearer(image.pixelColor(x, 30));
        QVERIFY(hasRim);
    }

    void whoRanksFirstHasFourTimesTheArea()
    {
        const DrawnGraph graph = oneOfEachKind();
        Findings findings;
        findings.sizes = {{graph.node(1), 1.0}, {graph.node(2), 0.0}};
        const Picture picture = graph.picture(findings);
        const auto area = [](const NodeItem& node) {
            return node.outline.width() * node.outline.height();
        };
        QCOMPARE(area(picture.nodes()[1]), 4 * area(graph.picture().nodes()[1]));
        QCOMPARE(area(picture.nodes()[2]), area(graph.picture().nodes()[2]));
        QCOMPARE(picture.nodes()[1].outline.center(), graph.picture().nodes()[1].outline.center());
        // Its name is below it still.
        QVERIFY(picture.nodes()[1].nameRects.front().top() >= picture.nodes()[1].outline.bottom());
    }

    void groupsHaveColoursOfTheirOwnAndTheRestShareOne()
    {
        const DrawnGraph graph = oneOfEachKind();
        Findings findings;
        findings.groups = {
            {graph.node(1), 0}, {graph.node(2), 0}, {graph.node(3), 1}, {graph.node(4), 20}};
        const Picture picture = graph.picture(findings);
        QCOMPARE(picture.nodes()[1].line, picture.nodes()[2].line);
        QVERIFY(picture.nodes()[1].line != picture.nodes()[3].line);
        const QStringList words = legendOf(picture);
        QVERIFY2(words.contains(QStringLiteral("1. (2)")), qPrintable(words.join(u'|')));
        QVERIFY2(words.contains(QStringLiteral("2. (1)")), qPrintable(words.join(u'|')));
        QVERIFY2(words.contains(QStringLiteral("smaller (1)")), qPrintable(words.join(u'|')));
        QVERIFY(words.contains(QStringLiteral("Person"))); // By its shape.
    }

    void whatIsFadedStepsBackAndCanBeRead()
    {
        const DrawnGraph graph = oneOfEachKind();
        Findings findings;
        findings.faded = {graph.node(0)};
        for (const Theme theme : {Theme::Light, Theme::Dark}) {
            const Style style = Style::of(theme);
            const Picture picture = graph.picture(findings, style);
            const NodeItem& faded = picture.nodes()[0];
            QVERIFY(faded.line != graph.picture(style).nodes()[0].line);
            QVERIFY(nameColour(faded, style) != nameColour(graph.picture(style).nodes()[0], style));
        }
        // Its kind is told by those that are not faded.
        QVERIFY(!legendOf(graph.picture(findings)).contains(QStringLiteral("Contact")));
    }

    void whatIsContestedByItsDaysIsMarked()
    {
        const DrawnGraph graph = oneOfEachKind();
        Findings findings;
        findings.contested = {graph.node(0)};
        QVERIFY(graph.picture(findings).nodes()[0].contested);
        QVERIFY(!graph.picture().nodes()[0].contested);
    }
};

QTEST_MAIN(FindingsTest)

#include "findingstest.moc"
