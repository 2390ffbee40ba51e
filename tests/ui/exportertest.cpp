// SPDX-License-Identifier: Apache-2.0
#include "ui/paint/exporter.h"
#include "support/drawngraph.h"
#include "support/smalldisk.h"
#include "ui/paint/page.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QProcess>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

#include <algorithm>
#include <cstdlib>
#include <stop_token>

using namespace entente;

namespace
{

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), qint64(bytes.size()));
}

/// What the user would see of an SVG, in a picture of this size.
QImage rendered(const QByteArray& svg, QSize size)
{
    QSvgRenderer renderer(svg);
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::black);
    QPainter painter(&image);
    renderer.render(&painter, QRectF(QPointF(), QSizeF(size)));
    return image;
}

/// How far apart two pictures are at the place where they are furthest apart, 0 to 255: over
/// squares of a few pixels, so that edges that are smoothed in another way do not count, but a thin
/// line that is missing does.
int distanceBetween(const QImage& one, const QImage& other)
{
    constexpr int side = 8;
    const QSize squares(one.width() / side, one.height() / side);
    const auto averages = [&squares](const QImage& image) {
        return image.copy(0, 0, squares.width() * side, squares.height() * side)
            .convertToFormat(QImage::Format_RGB32)
            .scaled(squares, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    };
    const QImage a = averages(one);
    const QImage b = averages(other);
    int furthest = 0;
    for (int y = 0; y < squares.height(); ++y) {
        for (int x = 0; x < squares.width(); ++x)
            furthest = std::max(furthest, std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y))));
    }
    return furthest;
}

/// The SVG without its first group whose tag holds these words.
QByteArray withoutGroup(const QByteArray& svg, const QByteArray& words)
{
    const qsizetype at = svg.indexOf(words);
    const qsizetype begin = svg.lastIndexOf("<g ", at);
    qsizetype end = svg.indexOf('>', begin) + 1;
    for (int depth = 1; depth > 0 && at >= 0;) {
        const qsizetype opens = svg.indexOf("<g ", end);
        const qsizetype closes = svg.indexOf("</g>", end);
        depth += opens >= 0 && opens < closes ? 1 : -1;
        end = opens >= 0 && opens < closes ? opens + 3 : closes + 4;
    }
    return at < 0 ? svg : svg.left(begin) + svg.mid(end);
}

/// A stop that is asked for at the nth step that is reported.
class StopAt
{
public:
    explicit StopAt(int step)
        : m_progress(m_stop.get_token(), [this, step](const std::string&, int, int) {
            if (m_steps++ == step)
                m_stop.request_stop();
        })
    {
    }
    const Progress& progress() const { return m_progress; }
    int steps() const { return m_steps; }

private:
    std::stop_source m_stop;
    int m_steps = 0;
    Progress m_progress;
};

/// Says everything in another language.
class Foreign : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char*, const char* words, const char*, int) const override
    {
        return QStringLiteral("¡%1!").arg(QString::fromUtf8(words));
    }
};

} // namespace

class ExporterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPngHasItsSize();
    void aPageHasItsMeasure();
    void onAPageWordsHaveASizeOfTheirOwn();
    void nothingIsCutAtTheBorder_data();
    void nothingIsCutAtTheBorder();
    void thereNeedBeNothingBelow();
    void aPngSaysWhatItIs();
    void aPdfIsOnePageWithItsFonts();
    void anSvgHasALegendAndATitle();
    void whatIsLeftOutIsSaidInTheFile();
    void longFiltersAreSaidInLines();
    void theDrawingLooksLikeTheImage_data();
    void theDrawingLooksLikeTheImage();
    void anImageInBandsIsTheWholeImage();
    void aCancelledExportLeavesTheOldFile_data();
    void aCancelledExportLeavesTheOldFile();
    void filesSpeakEnglishInEveryLanguage();
    void twoProcessesWriteTheSameBytes();
    void whatCannotBeWrittenSaysWhy_data();
    void whatCannotBeWrittenSaysWhy();
    void aFullDiskLeavesTheOldFile_data();
    void aFullDiskLeavesTheOldFile();

private:
    QString in(const QString& name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
    Style m_style = Style::of(Theme::Light);
    Picture m_picture = oneOfEachKind().picture(m_style);
};

void ExporterTest::aPngHasItsSize()
{
    const auto natural =
        exportPicture(m_picture, m_style, in(QStringLiteral("a.png")), {.legend = false});
    QVERIFY2(natural, natural ? "" : qPrintable(natural.error()));
    const QImage image(in(QStringLiteral("a.png")));
    QCOMPARE(image.size(), natural->pixels);
    const QSizeF wanted = m_picture.bounds().size() * 2;
    QVERIFY(image.width() >= wanted.width() && image.width() < wanted.width() + 140);
    QCOMPARE(image.pixelColor(0, 0), m_style.canvas);

    QVERIFY(
        exportPicture(m_picture, m_style, in(QStringLiteral("b.png")), {.size = QSize(640, 480)}));
    QCOMPARE(QImage(in(QStringLiteral("b.png"))).size(), QSize(640, 480));
}

void ExporterTest::aPageHasItsMeasure()
{
    const ExportOptions options{.page = QSizeF(297, 210), .dotsAnInch = 150};
    QVERIFY(exportPicture(m_picture, m_style, in(QStringLiteral("page.png")), options));
    const QImage image(in(QStringLiteral("page.png")));
    QCOMPARE(image.size(), QSize(1754, 1240));
    QCOMPARE(image.dotsPerMeterX(), 5906); // 150 an inch.
    QVERIFY(exportPicture(m_picture, m_style, in(QStringLiteral("page.svg")), options));
    QVERIFY(bytesOf(in(QStringLiteral("page.svg"))).contains("width=\"297mm\" height=\"210mm\""));
    QVERIFY(exportPicture(m_picture, m_style, in(QStringLiteral("page.pdf")), options));
    QVERIFY(bytesOf(in(QStringLiteral("page.pdf"))).contains("/MediaBox [ 0 0 842"));
}

/// However small the picture is on it: 14 points and 9, of which there are 72 an inch.
void ExporterTest::onAPageWordsHaveASizeOfTheirOwn()
{
    const ExportOptions options{.page = QSizeF(210, 297),
                                .title = QStringLiteral("Who met whom"),
                                .note = QStringLiteral("98 of 1,200 nodes")};
    const Page sheet = pageOf(gridOf(400, 900).picture(m_style), m_style, options, Medium::Drawing);
    QVERIFY(sheet.scale < 0.3);
    const double pointsAPixel = 297 / 25.4 * 72 / sheet.area.height();
    QVERIFY(std::abs(titleFont(m_style).pixelSize() * pointsAPixel - 14) < 0.5);
    QVERIFY(std::abs(captionFont(m_style).pixelSize() * pointsAPixel - 9) < 0.1);
    QVERIFY(sheet.legend.size().width() < sheet.area.width());
    // And a few nodes are no poster.
    QCOMPARE(pageOf(m_picture, m_style, {.page = QSizeF(420, 594)}, Medium::Drawing).scale, 1.5);
}

void ExporterTest::nothingIsCutAtTheBorder_data()
{
    QTest::addColumn<ExportOptions>("options");
    const QString title = QStringLiteral("A title that is longer than a small page is wide, with "
                                         "aVeryLongWordThatNoLineCanHoldAndThatMustBeBrokenAnyway");
    for (const QSize size : {QSize(640, 480), QSize(2000, 300), QSize(200, 900), QSize(64, 48)})
        QTest::addRow("%d x %d", size.width(), size.height())
            << ExportOptions{.size = size, .title = title, .note = title, .filters = title};
    QTest::newRow("A5") << ExportOptions{.page = QSizeF(148, 210), .dotsAnInch = 72};
    QTest::newRow("as large as it is, far too large")
        << ExportOptions{.density = 0.2, .title = title};
}

/// Names of an overview are as large as ever, and reach beyond the picture.
void ExporterTest::nothingIsCutAtTheBorder()
{
    QFETCH(const ExportOptions, options);
    DrawnGraph graph = gridOf(150, 300);
    for (const Point corner : {Point{-50, -50}, Point{3200, -50}, Point{-50, 2100}})
        graph.add("Person", "Somebody whose name is long", corner).weight = 1000;
    const QImage image = imageOf(graph.picture(m_style), m_style, options);
    const int least = std::min(image.width(), image.height());
    const QRect inside = image.rect().marginsRemoved(
        QMargins() + std::clamp(least / 40, 1, 5)); // The page's own margin is wider.
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (!inside.contains(x, y))
                QVERIFY2(image.pixelColor(x, y) == m_style.canvas,
                         qPrintable(QStringLiteral("at %1, %2").arg(x).arg(y)));
        }
    }
    QVERIFY(distanceBetween(image, imageOf(graph.picture(m_style), m_style,
                                           {.size = image.size(), .legend = false})) > 0);
}

void ExporterTest::thereNeedBeNothingBelow()
{
    const ExportOptions options{.backdrop = Backdrop::Transparent, .legend = false};
    QVERIFY(exportPicture(m_picture, m_style, in(QStringLiteral("clear.png")), options));
    const QImage image(in(QStringLiteral("clear.png")));
    QVERIFY(image.hasAlphaChannel());
    QCOMPARE(image.pixelColor(0, 0).alpha(), 0);
    // What is drawn has the colours that it has elsewhere.
    QVERIFY(exportPicture(m_picture, m_style, in(QStringLiteral("solid.png")), {.legend = false}));
    const QImage solid(in(QStringLiteral("solid.png")));
    int same = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y).alpha() != 255)
                continue;
            // Rounded once more on its way.
            const QColor one = image.pixelColor(x, y);
            const QColor other = solid.pixelColor(x, y);
            QVERIFY(std::abs(one.red() - other.red()) <= 2 &&
                    std::abs(one.green() - other.green()) <= 2 &&
                    std::abs(one.blue() - other.blue()) <= 2);
            ++same;
        }
    }
    QVERIFY(same > 500);
    QVERIFY(exportPicture(m_picture, m_style, in(QStringLiteral("clear.svg")), options));
    QVERIFY(exportPicture(m_picture, m_style, in(QStringLiteral("solid.svg")), {.legend = false}));
    QCOMPARE(bytesOf(in(QStringLiteral("solid.svg"))).count("<rect"),
             bytesOf(in(QStringLiteral("clear.svg"))).count("<rect") + 1);
    const ExportOptions white{.backdrop = Backdrop::White};
    QVERIFY(exportPicture(m_picture, m_style, in(QStringLiteral("white.png")), white));
    QCOMPARE(QImage(in(QStringLiteral("white.png"))).pixelColor(0, 0), QColor(Qt::white));
}

void ExporterTest::aPngSaysWhatItIs()
{
    const ExportOptions options{.title = QStringLiteral("Кто кого посетил"),
                                .note = QStringLiteral("5 of 9 nodes")};
    QVERIFY(exportPicture(m_picture, m_style, in(QStringLiteral("told.png")), options));
    const QImage image(in(QStringLiteral("told.png")));
    QCOMPARE(image.text(QStringLiteral("Software")), QStringLiteral("Entente"));
    QCOMPARE(image.text(QStringLiteral("Title")), options.title);
    QCOMPARE(image.text(QStringLiteral("Description")), options.note);
}

void ExporterTest::aPdfIsOnePageWithItsFonts()
{
    const auto exported = exportPicture(m_picture, m_style, in(QStringLiteral("a.pdf")));
    QVERIFY(exported);
    const QByteArray pdf = bytesOf(in(QStringLiteral("a.pdf")));
    QCOMPARE(pdf.size(), exported->bytes);
    QVERIFY(pdf.startsWith("%PDF-1.4\n"));
    QCOMPARE(pdf.count("/Type /Page "), qsizetype(1));
    QVERIFY(pdf.contains("/FontFile2"));
    QVERIFY(!pdf.contains("CreationDate"));
}

void ExporterTest::anSvgHasALegendAndATitle()
{
    QVERIFY(exportPicture(m_picture, m_style, in(QStringLiteral("a.svg")),
                          {.title = QStringLiteral("Choe & Lavrov, <2024>")}));
    const QByteArray svg = bytesOf(in(QStringLiteral("a.svg")));
    QVERIFY(svg.contains(">Choe &amp; Lavrov, &lt;2024&gt;</text>"));
    QVERIFY(svg.contains("class=\"legend\""));
}

void ExporterTest::whatIsLeftOutIsSaidInTheFile()
{
    Shown shown;
    QCOMPARE(noteOf(shown, {}), QString());
    shown.nodes.resize(58);
    shown.nodesInAll = 14121;
    shown.edges.resize(34);
    shown.edgesInAll = 210;
    shown.reason = "the busiest actors";
    QCOMPARE(noteOf(shown, {}),
             QStringLiteral("58 of 14,121 nodes, 34 of 210 edges: the busiest actors"));
    QVERIFY(exportPicture(m_picture, m_style, in(QStringLiteral("part.svg")),
                          {.note = noteOf(shown, {})}));
    QVERIFY(bytesOf(in(QStringLiteral("part.svg"))).contains(">58 of 14,121 nodes, 34 of 210 "));
}

/// However many they are, they widen no page, and none of their words is cut.
void ExporterTest::longFiltersAreSaidInLines()
{
    QStringList asked;
    for (int i = 0; i < 40; ++i)
        asked << QStringLiteral("Outlet: The Paper Number %1").arg(i);
    const ExportOptions options{.filters = asked.join(QStringLiteral("; "))};
    const QSize without = imageOf(m_picture, m_style, {}).size();
    const QSize with = imageOf(m_picture, m_style, options).size();
    QCOMPARE(with.width(), without.width());
    QVERIFY(with.height() > without.height());
    QVERIFY(exportPicture(m_picture, m_style, in(QStringLiteral("asked.svg")), options));
    const QString svg = QString::fromUtf8(bytesOf(in(QStringLiteral("asked.svg"))));
    QVERIFY(svg.contains(QStringLiteral(">Passages with: Outlet: The Paper Number 0; ")));
    QCOMPARE(svg.count(QStringLiteral("Outlet:")), 40);
    QCOMPARE(filtersNote("Outlet: TASS", 85, 14121, {}),
             QStringLiteral("Outlet: TASS, which 85 of 14,121 nodes pass"));
    QCOMPARE(filtersNote({}, 98, 98, {}), QString());
}

void ExporterTest::theDrawingLooksLikeTheImage_data()
{
    QTest::addColumn<QByteArray>("missing");
    QTest::newRow("all") << QByteArray();
    // And that it would be seen if not: the test's own proof.
    QTest::newRow("no node") << QByteArray("class=\"node entity\"");
    QTest::newRow("no event") << QByteArray("class=\"node event\"");
    QTest::newRow("no edge") << QByteArray("class=\"edge\"");
    QTest::newRow("no label") << QByteArray("data-edge=");
    QTest::newRow("no legend") << QByteArray("class=\"legend\"");
}

void ExporterTest::theDrawingLooksLikeTheImage()
{
    QFETCH(QByteArray, missing);
    constexpr int alike = 32;
    DrawnGraph graph = oneOfEachKind();
    graph.add("Person", "김정은", {150, 400}).contested = true;
    graph.add("Visit", "Сергей Лавров", {850, 400}).modality = Modality::DidNotHappen;
    graph.join(8, 7, "Visitor").modality = Modality::Planned;
    const ExportOptions options{.title = QStringLiteral("Visits"),
                                .note = QStringLiteral("9 of 1,200 nodes")};
    const Picture picture = graph.picture(m_style);
    QVERIFY(exportPicture(picture, m_style, in(QStringLiteral("same.png")), options));
    QVERIFY(exportPicture(picture, m_style, in(QStringLiteral("same.svg")), options));
    const QImage image(in(QStringLiteral("same.png")));
    const QByteArray whole = bytesOf(in(QStringLiteral("same.svg")));
    const QByteArray svg = missing.isEmpty() ? whole : withoutGroup(whole, missing);
    QCOMPARE(svg == whole, missing.isEmpty());
    const int distance = distanceBetween(image, rendered(svg, image.size()));
    const QByteArray said = "furthest apart by " + QByteArray::number(distance);
    QVERIFY2((distance <= alike) == missing.isEmpty(), said.constData());
}

void ExporterTest::anImageInBandsIsTheWholeImage()
{
    const Picture picture = gridOf(60, 90).picture(m_style);
    const ExportOptions options{.size = QSize(5000, 4300)};
    QVERIFY(exportPicture(picture, m_style, in(QStringLiteral("bands.png")), options));
    const QImage whole = imageOf(picture, m_style, options);
    const QImage image(in(QStringLiteral("bands.png")));
    QCOMPARE(image.size(), whole.size());
    QCOMPARE(image.dotsPerMeterX(), whole.dotsPerMeterX());
    // But for how rounding falls out; a dash that moved would be far apart.
    QVERIFY(distanceBetween(image, whole) <= 2);
}

void ExporterTest::aCancelledExportLeavesTheOldFile_data()
{
    QTest::addColumn<QString>("name");
    for (const char* suffix : {"png", "svg", "pdf"})
        QTest::newRow(suffix) << QStringLiteral("cancelled.") + QLatin1String(suffix);
}

void ExporterTest::aCancelledExportLeavesTheOldFile()
{
    QFETCH(QString, name);
    put(in(name), "what was there before");
    const ExportOptions options{.size = QSize(4200, 4200)};
    int step = 0;
    for (bool done = false; !done; ++step) {
        const StopAt stop(step);
        const auto exported = exportPicture(m_picture, m_style, in(name), options, stop.progress());
        done = stop.steps() <= step;
        QCOMPARE(exported.has_value(), done);
        // At once: not after all the bands.
        QVERIFY(stop.steps() <= step + 2);
        if (!done)
            QCOMPARE(bytesOf(in(name)), QByteArray("what was there before"));
    }
    // Before it is drawn, before it is written, and for the image each band.
    QCOMPARE(step, name.endsWith(QStringLiteral("png")) ? 6 : 3);
    QVERIFY(bytesOf(in(name)).size() > 1000);
}

void ExporterTest::filesSpeakEnglishInEveryLanguage()
{
    for (const char* suffix : {".png", ".svg", ".pdf"}) {
        const QString english = in(QStringLiteral("english") + QLatin1String(suffix));
        const QString abroad = in(QStringLiteral("abroad") + QLatin1String(suffix));
        QVERIFY(exportPicture(m_picture, m_style, english));
        Foreign language;
        QCoreApplication::installTranslator(&language);
        QVERIFY(oneOfEachKind().picture(m_style).bounds() == m_picture.bounds());
        QVERIFY(exportPicture(oneOfEachKind().picture(m_style), m_style, abroad));
        const auto refused = exportPicture(m_picture, m_style, in(QStringLiteral("a.gif")));
        QVERIFY(refused.error().startsWith(QStringLiteral("¡")));
        QCoreApplication::removeTranslator(&language);
        QVERIFY2(bytesOf(english) == bytesOf(abroad), suffix);
    }
}

void ExporterTest::twoProcessesWriteTheSameBytes()
{
    const QString program =
        QCoreApplication::applicationDirPath() + QStringLiteral("/exportsample");
    const auto run = [&](const QString& prefix, const QStringList& variables) {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const QString& variable : variables)
            environment.insert(variable.section(u'=', 0, 0), variable.section(u'=', 1));
        process.setProcessEnvironment(environment);
        process.start(program,
                      {in(prefix + QStringLiteral(".png")), in(prefix + QStringLiteral(".svg")),
                       in(prefix + QStringLiteral(".pdf")), in(prefix + QStringLiteral("-ko.svg")),
                       in(prefix + QStringLiteral("-ko.pdf"))});
        QVERIFY(process.waitForFinished());
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
    };
    run(QStringLiteral("one"), {QStringLiteral("LANG=C"), QStringLiteral("TZ=UTC")});
    run(QStringLiteral("two"),
        {QStringLiteral("LANG=ko_KR.UTF-8"), QStringLiteral("LC_ALL=de_DE.UTF-8"),
         QStringLiteral("TZ=Asia/Pyongyang"), QStringLiteral("LANGUAGE=zh")});
    QVERIFY(bytesOf(in(QStringLiteral("one-ko.svg"))).contains(">종류<"));
    for (const char* suffix : {".png", ".svg", ".pdf", "-ko.svg", "-ko.pdf"}) {
        const QByteArray one = bytesOf(in(QStringLiteral("one") + QLatin1String(suffix)));
        QVERIFY(one.size() > 1000);
        QVERIFY2(one == bytesOf(in(QStringLiteral("two") + QLatin1String(suffix))), suffix);
    }
}

void ExporterTest::whatCannotBeWrittenSaysWhy_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("why");
    QTest::newRow("no suffix") << "picture"
                               << "pictures are written as .png, .svg or .pdf";
    QTest::newRow("another suffix") << "picture.jpeg"
                                    << "pictures are written as .png, .svg or .pdf";
    QTest::newRow("no folder") << "nowhere/picture.svg"
                               << "there is no such folder";
    QTest::newRow("a folder") << "folder.svg"
                              << "is a folder";
    QTest::newRow("a name too long")
        << QString(300, u'x').append(QStringLiteral(".svg")) << "could not be written";
}

void ExporterTest::whatCannotBeWrittenSaysWhy()
{
    QFETCH(QString, name);
    QFETCH(QString, why);
    QDir(m_folder.path()).mkdir(QStringLiteral("folder.svg"));
    const auto exported = exportPicture(m_picture, m_style, in(name));
    QVERIFY(!exported);
    QVERIFY2(exported.error().contains(why), qPrintable(exported.error()));
    QVERIFY2(exported.error().contains(m_folder.path()), qPrintable(exported.error()));
    const auto nothing = exportPicture(Picture(), m_style, in(QStringLiteral("a.svg")));
    QVERIFY(!nothing && nothing.error().contains(QStringLiteral("nothing to export")));
}

void ExporterTest::aFullDiskLeavesTheOldFile_data()
{
    QTest::addColumn<QString>("name");
    for (const char* suffix : {"png", "svg", "pdf"})
        QTest::newRow(suffix) << QStringLiteral("full.") + QLatin1String(suffix);
}

void ExporterTest::aFullDiskLeavesTheOldFile()
{
    QFETCH(QString, name);
    put(in(name), "what was there before");
    QString error;
    {
        const SmallDisk disk(4096);
        const auto exported = exportPicture(m_picture, m_style, in(name));
        QVERIFY(!exported);
        error = exported.error();
    }
    QVERIFY2(error.contains(QStringLiteral("make room on the disk")), qPrintable(error));
    QVERIFY2(error.contains(in(name)), qPrintable(error));
    QCOMPARE(bytesOf(in(name)), QByteArray("what was there before"));
    QCOMPARE(
        QDir(m_folder.path()).entryList({QStringLiteral(".entente-*")}, QDir::Hidden | QDir::Files),
        QStringList());
    // And when there is room again, it is replaced.
    QVERIFY(exportPicture(m_picture, m_style, in(name)));
    QVERIFY(bytesOf(in(name)).size() > 4096);
}

QTEST_MAIN(ExporterTest)
#include "exportertest.moc"
