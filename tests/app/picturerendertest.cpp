// SPDX-License-Identifier: Apache-2.0
// The same picture as PNG, SVG and PDF, drawn by programs that know nothing of ours, looks the
// same; and what two processes in different places write is the same to the byte.

#include <QFile>
#include <QImage>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <map>

namespace
{

const QStringList page{QStringLiteral("--page"), QStringLiteral("A4-landscape")};
constexpr int dotsAnInch = 300;

/// How far two pictures are apart.
struct Distance
{
    double mean = 0; ///< Of all pixels, in grey levels out of 255.
    int strays = 0;  ///< See straysIn(), in the square that has most.
};

// Measured: SVG mean 0.90 and 22 strays, PDF 1.91 and 34. Without one edge there are 49 strays,
// without the words the mean is 2.97; whatIsMissingWouldBeSeen() shows it.
constexpr double meanAtMost = 2.4;
constexpr int straysAtMost = 40;

/// One byte a pixel.
QImage grey(const QImage& image) { return image.convertToFormat(QImage::Format_Grayscale8); }

/// Each pixel the darkest, or the lightest, of those within two of it.
template <class Choose>
QImage spread(const QImage& image, Choose choose)
{
    const auto five = [choose](int a, int b, int c, int d, int e) {
        return static_cast<uchar>(choose(choose(choose(a, b), choose(c, d)), e));
    };
    QImage across = image;
    for (int y = 0; y < image.height(); ++y) {
        const uchar* from = image.constScanLine(y);
        uchar* to = across.scanLine(y);
        for (int x = 2; x < image.width() - 2; ++x)
            to[x] = five(from[x - 2], from[x - 1], from[x], from[x + 1], from[x + 2]);
    }
    QImage both = across;
    for (int y = 2; y < image.height() - 2; ++y) {
        std::array<const uchar*, 5> from{};
        for (int i = 0; i < 5; ++i)
            from.at(static_cast<std::size_t>(i)) = across.constScanLine(y + i - 2);
        uchar* to = both.scanLine(y);
        for (int x = 0; x < image.width(); ++x)
            to[x] = five(from[0][x], from[1][x], from[2][x], from[3][x], from[4][x]);
    }
    return both;
}

/// Pixels of one picture whose like is nowhere near in the other. Another way to smooth letters
/// makes none, nor does half a pixel to the left; a line that is missing is made of them.
/// @returns how many there are in the square of 64 pixels that has most.
int straysIn(const QImage& image, const QImage& model)
{
    constexpr int alike = 50; // Grey levels.
    constexpr int side = 64;
    const QImage dark = spread(model, [](int a, int b) { return std::min(a, b); });
    const QImage light = spread(model, [](int a, int b) { return std::max(a, b); });
    std::map<std::pair<int, int>, int> squares;
    int most = 0;
    for (int y = 0; y < image.height(); ++y) {
        const uchar* levels = image.constScanLine(y);
        const uchar* least = dark.constScanLine(y);
        const uchar* greatest = light.constScanLine(y);
        for (int x = 0; x < image.width(); ++x) {
            if (levels[x] < least[x] - alike || levels[x] > greatest[x] + alike)
                most = std::max(most, ++squares[{x / side, y / side}]);
        }
    }
    return most;
}

Distance distanceBetween(const QImage& first, const QImage& second)
{
    const QImage one = grey(first);
    const QImage other = grey(second);
    Distance distance;
    for (int y = 0; y < one.height(); ++y) {
        const uchar* a = one.constScanLine(y);
        const uchar* b = other.constScanLine(y);
        for (int x = 0; x < one.width(); ++x)
            distance.mean += std::abs(a[x] - b[x]);
    }
    distance.mean /= static_cast<double>(one.width()) * one.height();
    distance.strays = std::max(straysIn(one, other), straysIn(other, one));
    return distance;
}

bool areAlike(const Distance& distance)
{
    return distance.mean <= meanAtMost && distance.strays <= straysAtMost;
}

QByteArray wordsOf(const Distance& distance)
{
    return "mean " + QByteArray::number(distance.mean, 'f', 2) + ", strays " +
           QByteArray::number(distance.strays);
}

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class PictureRenderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void drawingsLookLikeTheImage_data();
    void drawingsLookLikeTheImage();
    void whatIsMissingWouldBeSeen_data();
    void whatIsMissingWouldBeSeen();
    void thePdfIsSound();
    void twoProcessesWriteTheSameBytes_data();
    void twoProcessesWriteTheSameBytes();

private:
    QString in(const QString& name) const { return m_folder.filePath(name); }
    QByteArray run(const QString& program, const QStringList& arguments,
                   const QStringList& variables = {}) const;
    void exportTo(const QString& name, const QStringList& more,
                  const QStringList& variables = {}) const;
    QImage drawnSvg(const QString& name, QSize size) const;
    QImage drawnPdf(const QString& name) const;

    QTemporaryDir m_folder;
    QImage m_image;
};

QByteArray PictureRenderTest::run(const QString& program, const QStringList& arguments,
                                  const QStringList& variables) const
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("ENTENTE_RESOURCES"),
                       QStringLiteral(ENTENTE_SOURCE_DIR "/resources"));
    for (const QString& variable : variables)
        environment.insert(variable.section(u'=', 0, 0), variable.section(u'=', 1));
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    const bool isDone = process.waitForFinished(120'000) && process.exitCode() == 0;
    return isDone ? process.readAllStandardOutput()
                  : "failed: " + process.errorString().toUtf8() + process.readAllStandardError();
}

void PictureRenderTest::exportTo(const QString& name, const QStringList& more,
                                 const QStringList& variables) const
{
    QStringList arguments{
        QStringLiteral("export"),  QStringLiteral(ENTENTE_SOURCE_DIR "/resources/sample"),
        QStringLiteral("-o"),      in(name),
        QStringLiteral("--title"), QStringLiteral("Кто кого посетил")};
    arguments += more;
    const QByteArray said = run(QStringLiteral(ENTENTE_CLI), arguments, variables);
    QVERIFY2(!said.startsWith("failed"), said.constData());
}

QImage PictureRenderTest::drawnSvg(const QString& name, QSize size) const
{
    const QString image = in(name + QStringLiteral(".drawn.png"));
    const QByteArray said =
        run(QStringLiteral("rsvg-convert"),
            {QStringLiteral("-w"), QString::number(size.width()), QStringLiteral("-h"),
             QString::number(size.height()), in(name), QStringLiteral("-o"), image});
    if (said.startsWith("failed"))
        qWarning("%s", said.constData());
    return QImage(image);
}

QImage PictureRenderTest::drawnPdf(const QString& name) const
{
    const QString image = in(name + QStringLiteral(".drawn"));
    const QByteArray said =
        run(QStringLiteral("pdftoppm"),
            {QStringLiteral("-png"), QStringLiteral("-singlefile"), QStringLiteral("-scale-to-x"),
             QString::number(m_image.width()), QStringLiteral("-scale-to-y"),
             QString::number(m_image.height()), in(name), image});
    if (said.startsWith("failed"))
        qWarning("%s", said.constData());
    return QImage(image + QStringLiteral(".png"));
}

void PictureRenderTest::initTestCase()
{
    const QStringList dots{QStringLiteral("--dpi"), QString::number(dotsAnInch)};
    // A graph that is small enough for all of it to be seen above its notes.
    const QStringList notes{QStringLiteral("--citations"), QStringLiteral("--view"),
                            QStringLiteral("actors"), QStringLiteral("--page"),
                            QStringLiteral("A3-landscape")};
    exportTo(QStringLiteral("a.png"), page + dots);
    exportTo(QStringLiteral("a.svg"), page);
    exportTo(QStringLiteral("notes.png"),
             notes + QStringList{QStringLiteral("--dpi"), QStringLiteral("300")});
    exportTo(QStringLiteral("notes.svg"), notes);
    exportTo(QStringLiteral("a.pdf"), page);
    m_image = QImage(in(QStringLiteral("a.png")));
    QCOMPARE(m_image.size(), QSize(3508, 2480));
}

void PictureRenderTest::drawingsLookLikeTheImage_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("image");
    QTest::newRow("SVG, by librsvg") << "a.svg"
                                     << "a.png";
    QTest::newRow("SVG with notes") << "notes.svg"
                                    << "notes.png";
    QTest::newRow("PDF, by Poppler") << "a.pdf"
                                     << "a.png";
}

void PictureRenderTest::drawingsLookLikeTheImage()
{
    QFETCH(const QString, name);
    QFETCH(const QString, image);
    const QImage expected(in(image));
    const QImage drawn =
        name.endsWith(QLatin1String(".svg")) ? drawnSvg(name, expected.size()) : drawnPdf(name);
    QCOMPARE(drawn.size(), expected.size());
    const Distance distance = distanceBetween(expected, drawn);
    qInfo("%s", wordsOf(distance).constData());
    QVERIFY2(areAlike(distance), wordsOf(distance).constData());
}

void PictureRenderTest::whatIsMissingWouldBeSeen_data()
{
    QTest::addColumn<QString>("missing"); // The first of it, or all.
    QTest::addColumn<bool>("isAll");
    QTest::newRow("an edge") << QStringLiteral(R"(<g id="edge-[^"]*" class="edge">.*?</g>)")
                             << false;
    QTest::newRow("a node") << QStringLiteral(R"(<g id="node-[^"]*" class="node.*?</g>)") << false;
    QTest::newRow("the words") << QStringLiteral(R"(<text.*?</text>)") << true;
    QTest::newRow("the dashes") << QStringLiteral(R"( stroke-dasharray="[^"]*")") << true;
}

/// The proof that the bounds are narrow enough.
void PictureRenderTest::whatIsMissingWouldBeSeen()
{
    QFETCH(const QString, missing);
    QFETCH(const bool, isAll);
    QString svg = QString::fromUtf8(bytesOf(in(QStringLiteral("a.svg"))));
    const QRegularExpression pattern(missing, QRegularExpression::DotMatchesEverythingOption);
    const qsizetype before = svg.size();
    if (isAll)
        svg.remove(pattern);
    else
        svg.remove(pattern.match(svg).capturedStart(), pattern.match(svg).capturedLength());
    QVERIFY(svg.size() < before);
    QFile file(in(QStringLiteral("less.svg")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(svg.toUtf8());
    file.close();
    const QImage less = drawnSvg(QStringLiteral("less.svg"), m_image.size());
    const Distance distance = distanceBetween(m_image, less);
    qInfo("%s", wordsOf(distance).constData());
    QVERIFY2(!areAlike(distance), wordsOf(distance).constData());
}

void PictureRenderTest::thePdfIsSound()
{
    exportTo(QStringLiteral("notes.pdf"), page + QStringList{QStringLiteral("--citations")});
    const QByteArray checked =
        run(QStringLiteral("qpdf"), {QStringLiteral("--check"), in(QStringLiteral("notes.pdf"))});
    QVERIFY2(checked.contains("No syntax or stream encoding errors"), checked.constData());
    const QString info = QString::fromUtf8(
        run(QStringLiteral("pdfinfo"),
            {QStringLiteral("-enc"), QStringLiteral("UTF-8"), in(QStringLiteral("notes.pdf"))}));
    QVERIFY2(info.contains(QStringLiteral("Кто кого посетил")), qPrintable(info));
    QVERIFY(info.contains(QStringLiteral("842 x 595 pts (A4)")));
    QVERIFY(info.contains(QRegularExpression(QStringLiteral("Creator: +Entente"))));
    QVERIFY(!info.contains(QStringLiteral("CreationDate")));
    const QString words = QString::fromUtf8(
        run(QStringLiteral("pdftotext"), {in(QStringLiteral("notes.pdf")), QStringLiteral("-")}));
    QVERIFY(words.contains(QStringLiteral("판문점에서")) &&
            words.contains(QStringLiteral("Sources\n")));
}

void PictureRenderTest::twoProcessesWriteTheSameBytes_data()
{
    QTest::addColumn<QString>("suffix");
    for (const char* suffix : {".svg", ".png", ".pdf"})
        QTest::newRow(suffix) << QString::fromLatin1(suffix);
}

void PictureRenderTest::twoProcessesWriteTheSameBytes()
{
    QFETCH(const QString, suffix);
    const QStringList more = page + QStringList{QStringLiteral("--citations")};
    exportTo(QStringLiteral("one") + suffix, more,
             {QStringLiteral("LANG=C"), QStringLiteral("LC_ALL=C"), QStringLiteral("TZ=UTC")});
    exportTo(QStringLiteral("two") + suffix, more,
             {QStringLiteral("LANG=ko_KR.UTF-8"), QStringLiteral("LC_ALL=de_DE.UTF-8"),
              QStringLiteral("LANGUAGE=zh"), QStringLiteral("TZ=Pacific/Kiritimati"),
              QStringLiteral("QT_SCALE_FACTOR=2")});
    const QByteArray one = bytesOf(in(QStringLiteral("one") + suffix));
    QVERIFY(one.size() > 10'000);
    QVERIFY(one == bytesOf(in(QStringLiteral("two") + suffix)));
}

QTEST_GUILESS_MAIN(PictureRenderTest)

#include "picturerendertest.moc"
