// SPDX-License-Identifier: Apache-2.0
#include "support/drawngraph.h"
#include "ui/paint/backbuffer.h"
#include "ui/paint/edgeitem.h"
#include "ui/paint/fixednames.h"
#include "ui/paint/legend.h"
#include "ui/paint/marks.h"
#include "ui/paint/painter.h"

#include <QImage>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <numeric>

using namespace entente;

namespace
{

QImage drawn(const Picture& picture, const Style& style, double scale,
             const Highlight& highlight = {})
{
    const QRectF area = picture.bounds().adjusted(-40, -40, 40, 40);
    QImage image((area.size() * scale).toSize(), QImage::Format_RGB32);
    image.fill(style.canvas);
    QPainter painter(&image);
    painter.scale(scale, scale);
    painter.translate(-area.topLeft());
    paint(painter, picture, style, area, scale);
    paintHighlight(painter, picture, style, highlight, scale);
    return image;
}

/// The part of the pixels that are not of this colour.
double inked(const QImage& image, const QColor& ground)
{
    qint64 count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += image.pixel(x, y) != ground.rgb() ? 1 : 0;
    }
    return static_cast<double>(count) / (1.0 * image.width() * image.height());
}

/// The largest difference of any pixel in any colour.
int mostDifferent(const QImage& a, const QImage& b)
{
    int most = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const QRgb p = a.pixel(x, y);
            const QRgb q = b.pixel(x, y);
            most = std::max({most, std::abs(qRed(p) - qRed(q)), std::abs(qGreen(p) - qGreen(q)),
                             std::abs(qBlue(p) - qBlue(q))});
        }
    }
    return most;
}

/// As WCAG has it: 1 is none, 21 black on white.
double contrast(const QColor& a, const QColor& b)
{
    const auto luminance = [](const QColor& colour) {
        const auto linear = [](double part) {
            return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
               0.0722 * linear(colour.blueF());
    };
    const double low = std::min(luminance(a), luminance(b));
    const double high = std::max(luminance(a), luminance(b));
    return (high + 0.05) / (low + 0.05);
}

QRect whereTheyDiffer(const QImage& a, const QImage& b)
{
    QRect where;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            if (a.pixel(x, y) != b.pixel(x, y))
                where |= QRect(x, y, 1, 1);
        }
    }
    return where;
}

QTransform transformFor(QPointF topLeft, double scale)
{
    return QTransform().scale(scale, scale).translate(-topLeft.x(), -topLeft.y());
}

QImage buffered(BackBuffer& buffer, const QTransform& transform)
{
    QImage image(400, 300, QImage::Format_RGB32);
    QPainter painter(&image);
    buffer.draw(painter, transform, QSizeF(400, 300), 1);
    return image;
}

} // namespace

class PaintTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPictureIsNotBlank_data();
    void aPictureIsNotBlank();
    void paintedTwiceItIsTheSame();
    void lightAndDarkDiffer();
    void howSureIsSeenInTheLine();
    void whatIsSelectedIsAmber();
    void whatIsNotHoveredStepsBack();
    void whatStepsBackCanStillBeRead_data();
    void whatStepsBackCanStillBeRead();
    void aHoveredLineStandsOutAndNothingStepsBack();
    void aHoveredLineTellsItsRoleAtAnyScale();
    void paintingMovesNothingAndLeavesThePainterAsItWas();
    void farOutOnlySomeNamesAreWritten();
    void farOutLinesEndAtWhatIsPainted();
    void farOutHowSureACardIsCanStillBeSeen();
    void namesInOverviewsHideNoShapeAndNoMark();
    void namesInOverviewsLeaveTheYearsFree();
    void noLabelHidesAContestedMark();
    void whatIsContestedIsMarkedFarOutToo();
    void theLegendNamesWhatIsThere();
    void marksAreDrawnWhereTheyCanBeReadAndExplained();
    void theBackBufferShowsWhatPaintDraws();
    void aLargePictureComesLater();
    void whatIsDrawnAtOnceHangsOnThePixels();
    void panningWithinTheMarginDrawsNothingAnew();
    void newColoursThrowTheOldImageAway();
};

void PaintTest::aPictureIsNotBlank_data()
{
    QTest::addColumn<double>("scale");
    for (const double scale : {0.05, 0.3, 0.65, 1.0, 2.0})
        QTest::addRow("%g", scale) << scale;
}

void PaintTest::aPictureIsNotBlank()
{
    QFETCH(double, scale);
    const Style style = Style::of(Theme::Light);
    const double part = inked(drawn(gridOf(60, 120).picture(style), style, scale), style.canvas);
    QVERIFY2(part > 0.03 && part < 0.97, qPrintable(QString::number(part)));
}

void PaintTest::paintedTwiceItIsTheSame()
{
    const Style style = Style::of(Theme::Light);
    QCOMPARE(drawn(gridOf(60, 120).picture(style), style, 1),
             drawn(gridOf(60, 120).picture(style), style, 1));
}

void PaintTest::lightAndDarkDiffer()
{
    const Style light = Style::of(Theme::Light);
    const Style dark = Style::of(Theme::Dark);
    const QImage onLight = drawn(oneOfEachKind().picture(light), light, 1);
    const QImage onDark = drawn(oneOfEachKind().picture(dark), dark, 1);
    QCOMPARE(onLight.size(), onDark.size());
    QVERIFY(onLight.pixelColor(2, 2).lightness() > 200);
    QVERIFY(onDark.pixelColor(2, 2).lightness() < 60);
}

void PaintTest::howSureIsSeenInTheLine()
{
    const Style style = Style::of(Theme::Light);
    std::set<QString> seen;
    const auto look = [&](std::optional<Modality> modality) {
        const QPen pen = style.penFor(modality, 1.5);
        QString words = QString::number(pen.widthF()) + pen.color().name();
        for (const qreal part : pen.dashPattern())
            words += QStringLiteral(" %1").arg(part);
        return words;
    };
    QCOMPARE(look(Modality::Announced), look(Modality::Planned));
    QCOMPARE(look(Modality::Expected), look(Modality::Proposed));
    for (const auto& modality :
         {std::optional(Modality::Happened), std::optional(Modality::Planned),
          std::optional(Modality::Expected), std::optional(Modality::Speculated),
          std::optional(Modality::DidNotHappen), std::optional<Modality>()})
        seen.insert(look(modality));
    QCOMPARE(seen.size(), std::size_t(6));
}

void PaintTest::whatIsSelectedIsAmber()
{
    const Style style = Style::of(Theme::Light);
    const DrawnGraph graph = oneOfEachKind();
    const Picture picture = graph.picture(style);
    const EdgeItem& edge = picture.edges()[1];
    Highlight highlight;
    highlight.selectedEdges.insert(edge.id);
    highlight.selectedNodes.insert(graph.node(1));
    const QImage image = drawn(picture, style, 1, highlight);
    const QPointF origin = picture.bounds().topLeft() - QPointF(40, 40);
    // Beside the line (which runs upwards), and just outside the circle.
    const QPointF along = edge.path.pointAtPercent(0.25) + QPointF(3, 0);
    const auto isAmber = [](const QColor& colour) {
        return colour.red() > 220 && colour.green() > 140 && colour.blue() < 190;
    };
    QVERIFY(isAmber(image.pixelColor((along - origin).toPoint())));
    const QPointF beside = picture.nodes()[1].outline.center() - QPointF(28, 0);
    QVERIFY(isAmber(image.pixelColor((beside - origin).toPoint())));
    QVERIFY(drawn(picture, style, 1) != image);
}

void PaintTest::whatIsNotHoveredStepsBack()
{
    const Style style = Style::of(Theme::Light);
    const DrawnGraph graph = oneOfEachKind();
    const Picture picture = graph.picture(style);
    Highlight highlight;
    highlight.hovered = graph.node(2);
    const QImage plain = drawn(picture, style, 1);
    const QImage hovered = drawn(picture, style, 1, highlight);
    const QPointF origin = picture.bounds().topLeft() - QPointF(40, 40);
    const auto at = [&](const QImage& image, std::size_t node, double up) {
        const QRectF outline = picture.nodes()[node].outline;
        return image.pixelColor(
            (QPointF(outline.center().x(), outline.top() + up) - origin).toPoint());
    };
    QCOMPARE(at(hovered, 2, 0), at(plain, 2, 0)); // Itself,
    QCOMPARE(at(hovered, 0, 0), at(plain, 0, 0)); // and its neighbour, stay;
    QVERIFY(at(hovered, 4, 0).lightness() > at(plain, 4, 0).lightness() + 30); // others pale.
}

void PaintTest::whatStepsBackCanStillBeRead_data()
{
    QTest::addColumn<Theme>("theme");
    QTest::newRow("light") << Theme::Light;
    QTest::newRow("dark") << Theme::Dark;
}

void PaintTest::whatStepsBackCanStillBeRead()
{
    QFETCH(const Theme, theme);
    const Style style = Style::of(theme);
    DrawnGraph graph;
    graph.add("Person", "Choe Son-hui", {0, 0});
    graph.add("Place", "Vladivostok", {300, 0});
    const Picture picture = graph.picture(style);
    Highlight highlight;
    highlight.hovered = graph.node(1);
    const QImage image = drawn(picture, style, 2, highlight);
    // The core of a letter is the name's own colour.
    const QRectF name =
        picture.nodes()[0].nameRects[0].translated(QPointF(40, 40) - picture.bounds().topLeft());
    double most = 1;
    for (int y = static_cast<int>(2 * name.top()); y < 2 * name.bottom(); ++y) {
        for (int x = static_cast<int>(2 * name.left()); x < 2 * name.right(); ++x)
            most = std::max(most, contrast(image.pixelColor(x, y), style.canvas));
    }
    QVERIFY2(most >= 4.5, qPrintable(QString::number(most)));
}

void PaintTest::aHoveredLineStandsOutAndNothingStepsBack()
{
    const Style style = Style::of(Theme::Light);
    const DrawnGraph graph = oneOfEachKind();
    const Picture picture = graph.picture(style);
    const EdgeItem& edge = picture.edges()[1];
    Highlight highlight;
    highlight.hovered = edge.id;
    const QImage plain = drawn(picture, style, 1);
    const QImage hovered = drawn(picture, style, 1, highlight);
    const QRect changed = whereTheyDiffer(plain, hovered);
    const QPointF origin = picture.bounds().topLeft() - QPointF(40, 40);
    const QRectF touched = edge.path.boundingRect() | edge.labelRect |
                           picture.node(edge.source)->bounds | picture.node(edge.target)->bounds;
    QVERIFY(!changed.isNull());
    QVERIFY(touched.adjusted(-4, -4, 4, 4).translated(-origin).contains(changed));
}

void PaintTest::aHoveredLineTellsItsRoleAtAnyScale()
{
    const Style style = Style::of(Theme::Light);
    const Picture picture = oneOfEachKind().picture(style);
    std::vector<EdgeItem> silent = picture.edges();
    for (EdgeItem& edge : silent)
        edge.label.clear();
    const Picture without(picture.nodes(), silent);
    Highlight highlight;
    highlight.hovered = picture.edges()[1].id;
    for (const double scale : {0.2, 0.5})
        QVERIFY(drawn(picture, style, scale, highlight) != drawn(without, style, scale, highlight));
}

void PaintTest::paintingMovesNothingAndLeavesThePainterAsItWas()
{
    const Style style = Style::of(Theme::Light);
    const Picture picture = oneOfEachKind().picture(style);
    QImage image(200, 200, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.setPen(QPen(Qt::red, 3));
    painter.scale(0.5, 0.5);
    const QTransform before = painter.transform();
    paint(painter, picture, style, picture.bounds(), 0.5);
    Highlight highlight;
    highlight.hovered = picture.nodes()[0].id;
    paintHighlight(painter, picture, style, highlight, 0.5);
    QCOMPARE(painter.transform(), before);
    QCOMPARE(painter.pen(), QPen(Qt::red, 3));
}

void PaintTest::farOutOnlySomeNamesAreWritten()
{
    // At 0.05 a name of 60 pixels is 1,200 wide in the scene: 5 columns of the grid.
    const Style style = Style::of(Theme::Light);
    const Picture picture = gridOf(400, 0).picture(style);
    const QImage image = drawn(picture, style, 0.05);
    const double withNames = inked(image, style.canvas);
    std::vector<NodeItem> nameless = picture.nodes();
    for (NodeItem& node : nameless) {
        node.name.clear();
        node.nameRects.clear();
    }
    const double without = inked(drawn(Picture(nameless, {}), style, 0.05), style.canvas);
    QVERIFY2(withNames > without, "no name at all");
    QVERIFY2(withNames < without + 0.5, "too many names");
}

void PaintTest::farOutLinesEndAtWhatIsPainted()
{
    const Style style = Style::of(Theme::Light);
    const double scale = 0.15;
    const Picture picture = oneOfEachKind().picture(style);
    const QImage image = drawn(Picture(picture.nodes(), {}), style, scale);
    const QPointF origin = picture.bounds().topLeft() - QPointF(40, 40);
    for (const EdgeItem& edge : picture.edges()) {
        for (const auto& [node, end] : {std::pair(edge.source, edge.line.front()),
                                        std::pair(edge.target, edge.line.back())}) {
            // Two pixels on, where the line would go on in the shape.
            const QLineF on(end, picture.node(node)->outline.center());
            const QPointF inside = on.pointAt(std::min(1.0, 2 / scale / on.length()));
            QVERIFY(image.pixelColor(((inside - origin) * scale).toPoint()) != style.canvas);
        }
    }
}

void PaintTest::farOutHowSureACardIsCanStillBeSeen()
{
    const Style style = Style::of(Theme::Light);
    std::vector<QImage> images;
    for (const Modality modality : {Modality::Happened, Modality::Planned, Modality::Expected}) {
        DrawnGraph graph;
        graph.add("Visit", "Choe Son-hui to Russia", {0, 0}).modality = modality;
        const QImage image = drawn(graph.picture(style), style, 0.2);
        for (const QImage& other : images)
            QVERIFY(image != other);
        images.push_back(image);
    }
}

void PaintTest::namesInOverviewsHideNoShapeAndNoMark()
{
    DrawnGraph graph = gridOf(120, 240);
    graph.arrangement.pinned = {graph.node(0), graph.node(8)};
    std::vector<std::size_t> most(100);
    std::iota(most.begin(), most.end(), 0); // The others are hidden neighbours.
    const Picture picture = graph.pictureOf(most);
    std::vector<const NodeItem*> nodes;
    for (const NodeItem& node : picture.nodes())
        nodes.push_back(&node);
    for (const double scale : {0.15, 0.25, 0.35, 0.5}) {
        const std::vector<FixedName> names = fixedNames(nodes, scale);
        QVERIFY(!names.empty());
        for (const auto& [named, place] : names) {
            const QRectF name = fixedNameRect(*named, scale, place);
            for (const NodeItem* node : nodes) {
                QVERIFY(!name.intersects(node->outline));
                QVERIFY(!name.intersects(badgeOf(*node, scale)));
                QVERIFY(!name.intersects(pinMarkOf(*node, scale)));
            }
        }
    }
}

void PaintTest::namesInOverviewsLeaveTheYearsFree()
{
    const Picture picture = gridOf(20, 0).picture();
    std::vector<const NodeItem*> nodes;
    for (const NodeItem& node : picture.nodes())
        nodes.push_back(&node);
    const double top = picture.bounds().top() - 10;
    for (const auto& [named, place] : fixedNames(nodes, 0.2, top))
        QVERIFY(fixedNameRect(*named, 0.2, place).top() >= top);
}

void PaintTest::noLabelHidesAContestedMark()
{
    DrawnGraph graph;
    graph.add("Person", "Sergei Lavrov", {0, 0});
    graph.add("State", "Russia", {400, 0});
    graph.join(0, 1, "represents").contested = true;
    const Picture picture = graph.picture();
    const EdgeItem& edge = picture.edges()[0];
    QVERIFY(!edge.labelRect.isNull());
    QVERIFY(!edge.labelRect.intersects(contestedMarkOf(edge)));
}

/// At whatever scale nodes have a shape: two halves, wide enough to be told apart.
void PaintTest::whatIsContestedIsMarkedFarOutToo()
{
    const Style style = Style::of(Theme::Light);
    DrawnGraph graph;
    graph.add("State", "North Korea", {0, 0});
    graph.add("State", "Russia", {900, 0});
    Edge& edge = graph.join(0, 1, "represents");
    const QImage plain = drawn(graph.picture(), style, 0.3);
    edge.contested = true;
    const QImage marked = drawn(graph.picture(), style, 0.3);
    const QRect mark = whereTheyDiffer(plain, marked);
    QVERIFY2(mark.width() >= 8 && mark.height() >= 8, qPrintable(QString::number(mark.width())));
}

void PaintTest::theLegendNamesWhatIsThere()
{
    const Style style = Style::of(Theme::Light);
    DrawnGraph graph = oneOfEachKind();
    graph.join(0, 1, "Host").modality = Modality::Planned;
    const Legend legend(graph.picture(style), style, 1000);
    QStringList words;
    for (const Legend::Words& line : legend.words()) {
        words += line.text;
        QVERIFY(QRectF(QPointF(), legend.size()).contains(line.baseline));
    }
    QCOMPARE(words,
             QStringList({QStringLiteral("Kinds"), QStringLiteral("Person"),
                          QStringLiteral("State"), QStringLiteral("Organization"),
                          QStringLiteral("Group"), QStringLiteral("Place"), QStringLiteral("Topic"),
                          QStringLiteral("Contact"), QStringLiteral("How sure"),
                          QStringLiteral("happened"), QStringLiteral("planned")}));
    QVERIFY(Legend(Picture(), style, 1000).isEmpty());
    const Legend narrow(graph.picture(style), style, 300);
    QVERIFY(narrow.size().width() <= 300);
    QVERIFY(narrow.size().height() > legend.size().height());
    QCOMPARE(narrow.words().size(), legend.words().size());
}

void PaintTest::marksAreDrawnWhereTheyCanBeReadAndExplained()
{
    DrawnGraph graph = oneOfEachKind();
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
        const Style style = Style::of(theme);
        QVERIFY(contrast(style.text, badgeFill(style)) > 7);
        QVERIFY(contrast(style.secondaryText, style.canvas) > 4.5); // Of pins.
        graph.arrangement.pinned = {graph.node(1)};
        const Picture marked = graph.pictureOf({0, 1}, style);
        std::vector<NodeItem> nodes = marked.nodes();
        for (NodeItem& node : nodes) {
            node.hidden = 0;
            node.pinned = false;
        }
        const Picture plain(nodes, marked.edges());
        for (const double scale : {0.25, 1.0}) {
            const QRect difference =
                whereTheyDiffer(drawn(plain, style, scale), drawn(marked, style, scale));
            QCOMPARE(difference.isNull(), scale < marksFrom);
        }
        QStringList words;
        const Legend legend(marked, style, 1000);
        for (const Legend::Words& line : legend.words())
            words += line.text;
        QCOMPARE(words.last(3),
                 (QStringList{QStringLiteral("Marks"), QStringLiteral("neighbours not shown"),
                              QStringLiteral("pinned: no layout moves it")}));
        for (const std::vector<QRectF>& samples : {legend.badges(), legend.pins()}) {
            QCOMPARE(samples.size(), std::size_t(1));
            QVERIFY(QRectF(QPointF(), legend.size()).contains(samples.front()));
        }
    }
}

void PaintTest::theBackBufferShowsWhatPaintDraws()
{
    const Style style = Style::of(Theme::Light);
    const Picture picture = oneOfEachKind().picture(style);
    BackBuffer buffer;
    buffer.setStyle(style);
    buffer.setPicture(picture);
    const QTransform transform = transformFor({100, 50}, 1);
    QImage direct(400, 300, QImage::Format_RGB32);
    direct.fill(style.canvas);
    QPainter painter(&direct);
    painter.setTransform(transform);
    paint(painter, picture, style, QRectF(100, 50, 400, 300), 1);
    painter.end();
    const QImage image = buffered(buffer, transform);
    QCOMPARE(image.size(), direct.size());
    // Moved by other sums, the edge of a line may round to the next shade.
    QVERIFY2(mostDifferent(image, direct) <= 8,
             qPrintable(QString::number(mostDifferent(image, direct))));
    QVERIFY(buffer.isSettled());
}

void PaintTest::aLargePictureComesLater()
{
    const Style style = Style::of(Theme::Light);
    BackBuffer buffer;
    buffer.setStyle(style);
    buffer.setPicture(gridOf(400, 800).picture(style));
    QSignalSpy ready(&buffer, &BackBuffer::ready);
    QCOMPARE(inked(buffered(buffer, transformFor({0, 0}, 1)), style.canvas), 0.0);
    QVERIFY(!buffer.isSettled());
    // Of three places asked for meanwhile, the last is drawn.
    buffered(buffer, transformFor({500, 0}, 1));
    buffered(buffer, transformFor({1500, 0}, 1));
    buffered(buffer, transformFor({2500, 900}, 1));
    QTRY_VERIFY(buffer.isSettled());
    QVERIFY(ready.count() <= 2);
    QVERIFY(inked(buffered(buffer, transformFor({2500, 900}, 1)), style.canvas) > 0.03);
    QVERIFY(buffer.isSettled());
}

void PaintTest::whatIsDrawnAtOnceHangsOnThePixels()
{
    const Style style = Style::of(Theme::Light);
    const Picture picture = gridOf(60, 60).picture(style);
    const QTransform transform = transformFor({0, 0}, 1);
    for (const double pixelRatio : {1.0, 3.0}) {
        BackBuffer buffer;
        buffer.setStyle(style);
        buffer.setPicture(picture);
        QImage image((QSizeF(1600, 1000) * pixelRatio).toSize(), QImage::Format_RGB32);
        image.setDevicePixelRatio(pixelRatio);
        QPainter painter(&image);
        buffer.draw(painter, transform, QSizeF(1600, 1000), pixelRatio);
        QCOMPARE(buffer.isSettled(), pixelRatio < 2);
    }
}

void PaintTest::panningWithinTheMarginDrawsNothingAnew()
{
    const Style style = Style::of(Theme::Light);
    BackBuffer buffer;
    buffer.setStyle(style);
    buffer.setPicture(gridOf(400, 800).picture(style));
    buffered(buffer, transformFor({1000, 1000}, 1));
    QTRY_VERIFY(buffer.isSettled());
    const QImage before = buffered(buffer, transformFor({1000, 1000}, 1));
    const QImage after = buffered(buffer, transformFor({1050, 1030}, 1));
    QVERIFY(buffer.isSettled());
    QCOMPARE(after.copy(0, 0, 350, 270), before.copy(50, 30, 350, 270));
    // Further, there is nothing yet: it is asked for.
    buffered(buffer, transformFor({1300, 1000}, 1));
    QVERIFY(!buffer.isSettled());
    QTRY_VERIFY(buffer.isSettled());
}

void PaintTest::newColoursThrowTheOldImageAway()
{
    const Style light = Style::of(Theme::Light);
    const Style dark = Style::of(Theme::Dark);
    BackBuffer buffer;
    buffer.setStyle(light);
    buffer.setPicture(gridOf(400, 800).picture(light));
    buffered(buffer, transformFor({0, 0}, 1)); // Being drawn in light colours,
    buffer.setStyle(dark);
    buffer.setPicture(gridOf(400, 800).picture(dark));
    buffered(buffer, transformFor({0, 0}, 1));
    QTRY_VERIFY(buffer.isSettled());
    QCOMPARE(buffered(buffer, transformFor({0, 0}, 1)).pixelColor(120, 60),
             dark.canvas); // never shown.
}

QTEST_MAIN(PaintTest)
#include "painttest.moc"
