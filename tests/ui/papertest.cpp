// SPDX-License-Identifier: Apache-2.0
// Pictures made for paper: as large as it lets them be, with names that can be read.
#include "graph/base/resourcefolder.h"
#include "graph/citing/wordings.h"
#include "support/drawngraph.h"
#include "ui/paint/documentpages.h"
#include "ui/paint/exporter.h"
#include "ui/paint/filling.h"
#include "ui/paint/page.h"
#include "ui/paint/painter.h"

#include <QImage>
#include <QPainter>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace entente;

namespace
{

constexpr QSizeF a4(210, 297);
constexpr QSizeF a3(297, 420);

/// People in a wide field, each joined to the next; many, so that names are small on paper.
DrawnGraph wideField(int columns, int rows)
{
    DrawnGraph graph;
    for (int i = 0; i < columns * rows; ++i)
        graph.add("Person", "Visitor Number " + std::to_string(i + 1),
                  {420.0 * (i % columns), 180.0 * std::floor(i / columns)});
    for (int i = 1; i < columns * rows; ++i)
        graph.join(static_cast<std::size_t>(i - 1), static_cast<std::size_t>(i), "represents");
    return graph;
}

/// Where the picture lies on its page, in page pixels.
QRectF onPage(const Picture& picture, const Page& page)
{
    return page.fromScene().mapRect(picture.bounds());
}

int meetings(const Picture& picture)
{
    int count = 0;
    const auto& nodes = picture.nodes();
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        for (std::size_t j = i + 1; j < nodes.size(); ++j)
            count += nodes[i].bounds.intersects(nodes[j].bounds) ? 1 : 0;
    }
    return count;
}

} // namespace

class PaperTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPictureThatFillsHasTheFormOfItsPage()
    {
        const Picture wide = wideField(8, 4).picture(m_style);
        const ExportOptions options{.page = a4, .legend = false};
        const QSizeF room = pageOf(wide, m_style, options, Medium::Document).room;
        const Picture tall =
            stretched(wide, m_style, stretchToFill(wide, room, room / growthAtMost));
        const Page before = pageOf(wide, m_style, options, Medium::Document);
        const Page after = pageOf(tall, m_style, options, Medium::Document);
        // It stood in the middle third, and reaches all four margins now.
        QVERIFY(onPage(wide, before).height() < 0.4 * room.height());
        QVERIFY2(onPage(tall, after).height() > 0.97 * room.height(),
                 qPrintable(QString::number(onPage(tall, after).height() / room.height())));
        QVERIFY(onPage(tall, after).width() > 0.97 * room.width());
        QVERIFY(after.area.contains(onPage(tall, after)));
        // Nearer to each other across, the names are larger; none lies on another.
        QVERIFY(after.scale > 1.2 * before.scale);
        QCOMPARE(meetings(tall), 0);
        QCOMPARE(tall.nodes().front().outline.size(), wide.nodes().front().outline.size());
    }

    void whoStandsLeftOrAboveStaysThere()
    {
        const Picture wide = wideField(5, 5).picture(m_style);
        const Picture moved = stretched(wide, m_style, stretchToFill(wide, {700, 1000}, {}));
        for (std::size_t i = 1; i < wide.nodes().size(); ++i) {
            const auto by = [i](const Picture& picture) {
                const QPointF step =
                    picture.nodes()[i].outline.center() - picture.nodes()[i - 1].outline.center();
                return std::pair(step.x() > 0, step.y() > 0);
            };
            QCOMPARE(by(moved), by(wide));
        }
        for (const EdgeItem& edge : moved.edges()) {
            const QRectF source = moved.node(edge.source)->outline.adjusted(-3, -3, 3, 3);
            const QRectF target = moved.node(edge.target)->outline.adjusted(-3, -3, 3, 3);
            QVERIFY(source.contains(edge.line.front()));
            QVERIFY(target.contains(edge.line.back()));
        }
    }

    void fewNodesFillAPageToo()
    {
        DrawnGraph graph;
        graph.add("Person", "Kim", {0, 0});
        graph.add("Person", "Choe", {150, 90});
        const Picture pair = graph.picture(m_style);
        const ExportOptions options{.page = a4, .legend = false};
        const QSizeF room = pageOf(pair, m_style, options, Medium::Document).room;
        const Picture apart =
            stretched(pair, m_style, stretchToFill(pair, room, room / growthAtMost));
        const Page page = pageOf(apart, m_style, options, Medium::Document);
        QVERIFY(onPage(apart, page).width() > 0.95 * room.width());
        QVERIFY(onPage(apart, page).height() > 0.95 * room.height());
    }

    void namesThatCannotBeReadAreTold()
    {
        const Picture many = wideField(12, 9).picture(m_style);
        const ExportOptions options{.page = a4};
        const QString words = smallNamesWords(many, m_style, options, Medium::Document);
        QVERIFY2(words.startsWith(QStringLiteral("Names are 1.")) &&
                     words.contains(QStringLiteral("points high on this page; print takes 6 or "
                                                   "more. On A3 they are ")),
                 qPrintable(words));
        QVERIFY(
            smallNamesWords(wideField(2, 2).picture(m_style), m_style, options, Medium::Document)
                .isEmpty());
        QVERIFY(smallNamesWords(many, m_style, {}, Medium::Document).isEmpty());
        QVERIFY(smallNamesWords(many, m_style, {.page = a4, .leastPoints = 6}, Medium::Document)
                    .isEmpty());
    }

    void namesAreLargeEnoughOrLeftOutAndCounted()
    {
        const Picture many = wideField(12, 9).picture(m_style);
        for (const Medium medium : {Medium::Document, Medium::Image}) {
            const ExportOptions options{.page = a4, .leastPoints = 6};
            const Page page = pageOf(many, m_style, options, medium);
            QVERIFY2(page.namePoints() > 5.99, qPrintable(QString::number(page.namePoints())));
            const int unnamed = unnamedAt(many, m_style, page.detail);
            QVERIFY(unnamed > 0 && unnamed < 108);
            QCOMPARE(
                page.caption.back().text,
                QStringLiteral("%1 names are left out: too small for this paper.").arg(unnamed));
            QVERIFY(page.area.contains(page.fromScene().mapRect(boundsAt(many, page.detail))));
        }
        // On larger paper more of them have room.
        const Page large = pageOf(many, m_style, {.page = a3, .leastPoints = 6}, Medium::Document);
        const Page small = pageOf(many, m_style, {.page = a4, .leastPoints = 6}, Medium::Document);
        QVERIFY(unnamedAt(many, m_style, large.detail) < unnamedAt(many, m_style, small.detail));
    }

    /// The count is of what is drawn.
    void whatIsLeftOutIsNotDrawn()
    {
        const Picture many = wideField(12, 9).picture(m_style);
        const QString file = m_folder.filePath(QStringLiteral("names.pdf"));
        QVERIFY(
            exportPicture(many, m_style, file, {.page = a4, .leastPoints = 6, .legend = false}));
        QProcess process;
        process.start(QStringLiteral("pdftotext"),
                      {QStringLiteral("-raw"), file, QStringLiteral("-")});
        QVERIFY(process.waitForFinished());
        const QByteArray words = process.readAllStandardOutput();
        const Page page = pageOf(many, m_style, {.page = a4, .leastPoints = 6, .legend = false},
                                 Medium::Document);
        QCOMPARE(int(words.count("Number")), 108 - unnamedAt(many, m_style, page.detail));
    }

    void aDrawingHasAllNames()
    {
        const Picture many = wideField(12, 9).picture(m_style);
        const auto all = svgTextOf(many, m_style, {.page = a4});
        const auto svg = svgTextOf(many, m_style, {.page = a4, .leastPoints = 6});
        QVERIFY(all && svg);
        QVERIFY(*svg == *all);
    }

    /// What goes to a printer is what a PDF has.
    void thePagesAreThoseOfThePdf()
    {
        const Picture picture = wideField(3, 3).picture(m_style);
        const ExportOptions options{
            .page = a4, .backdrop = Backdrop::White, .title = QStringLiteral("On paper")};
        const DocumentPages pages = documentOf(picture, m_style, options);
        QCOMPARE(pages.count(), 1);
        QCOMPARE(pages.size(0).toSize(), QSize(595, 842));
        QImage sheet(QSize(794, 1123), QImage::Format_RGB32);
        sheet.fill(Qt::white);
        QPainter painter(&sheet);
        pages.paint(painter, 0, 96);
        painter.end();
        const QImage same = imageOf(picture, m_style,
                                    {.page = a4,
                                     .dotsAnInch = 96,
                                     .backdrop = Backdrop::White,
                                     .title = QStringLiteral("On paper")});
        QCOMPARE(same.size(), sheet.size());
        // Letters are smoothed in another way; without the words the mean is above 3.
        double apart = 0;
        for (int y = 0; y < sheet.height(); ++y) {
            for (int x = 0; x < sheet.width(); ++x)
                apart += std::abs(qGray(sheet.pixel(x, y)) - qGray(same.pixel(x, y)));
        }
        apart /= static_cast<double>(sheet.width()) * sheet.height();
        QVERIFY2(apart < 1, qPrintable(QString::number(apart)));
    }

    void ourWordsAreInTheLanguageThatIsAskedFor()
    {
        const auto korean = wordingOf("ko", Thousands::OfLanguage, resourceFolder());
        QVERIFY(korean);
        Style style = m_style;
        style.wording = *korean;
        DrawnGraph graph;
        graph.add("Person", "Choe Son-hui", {0, 0});
        Node& visit = graph.add("Visit", "Choe Son-hui to Russia", {0, 200});
        visit.date = parseEdtf("2024-01-15/2024-01-17");
        graph.join(1, 0, "Visitor");
        const auto svg = svgTextOf(graph.picture(style), style);
        QVERIFY(svg);
        for (const char* words : {">종류<", ">확실성<", ">일어남<", ">접촉<", ">인물<", ">방문자<",
                                  "방문 · 2024년 1월 15–17일 · 일어남", "Choe Son-hui"})
            QVERIFY2(svg->find(words) != std::string::npos, words);
        for (const char* words : {">happened<", "· happened", "Kinds", "Visitor"})
            QVERIFY2(svg->find(words) == std::string::npos, words);
    }

private:
    const Style m_style = Style::of(Theme::Light);
    QTemporaryDir m_folder;
};

QTEST_MAIN(PaperTest)
#include "papertest.moc"
