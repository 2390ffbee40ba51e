// SPDX-License-Identifier: Apache-2.0
#include "ui/paint/exporter.h"
#include "support/drawngraph.h"
#include "ui/paint/pdfbytes.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sys/resource.h>
#include <unistd.h>

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

/// No file may grow beyond this many bytes, as on a disk that is full.
class SmallDisk
{
public:
    explicit SmallDisk(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit small{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

private:
    rlimit m_before{};
};

} // namespace

class ExporterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPngHasItsSize();
    void aPdfIsOnePageWithItsFonts();
    void aPdfsOffsetsAreRight();
    void anSvgHasALegendAndATitle();
    void twoProcessesWriteTheSameBytes();
    void whatCannotBeWrittenSaysWhy_data();
    void whatCannotBeWrittenSaysWhy();
    void aFullDiskLeavesTheOldFile_data();
    void aFullDiskLeavesTheOldFile();
    void aFolderWithoutRightsSaysSo();

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

void ExporterTest::aPdfIsOnePageWithItsFonts()
{
    const auto exported = exportPicture(m_picture, m_style, in(QStringLiteral("a.pdf")));
    QVERIFY(exported);
    const QByteArray pdf = bytesOf(in(QStringLiteral("a.pdf")));
    QCOMPARE(pdf.size(), exported->bytes);
    QVERIFY(pdf.startsWith("%PDF-1.4\n"));
    QCOMPARE(pdf.count("/Type /Page\n"), qsizetype(1));
    QVERIFY(pdf.contains("/FontFile2"));
    QVERIFY(!pdf.contains("CreationDate"));
}

void ExporterTest::aPdfsOffsetsAreRight()
{
    QVERIFY(exportPicture(m_picture, m_style, in(QStringLiteral("a.pdf"))));
    const QByteArray pdf = bytesOf(in(QStringLiteral("a.pdf")));
    const qsizetype start = pdf.lastIndexOf("startxref\n") + 10;
    const qsizetype table = pdf.mid(start, pdf.indexOf('\n', start) - start).toLongLong();
    QVERIFY(pdf.mid(table).startsWith("xref\n"));
    const QByteArrayList lines = pdf.mid(table).split('\n');
    const int count = lines[1].split(' ')[1].toInt();
    QVERIFY(count > 5);
    for (int i = 1; i < count; ++i) {
        const qsizetype offset = lines[i + 2].left(10).toLongLong();
        QVERIFY2(pdf.mid(offset).startsWith(QByteArray(QByteArray::number(i) + " 0 obj")),
                 qPrintable(QStringLiteral("object %1").arg(i)));
    }
    QCOMPARE(withoutDate(pdf), pdf);
    QCOMPARE(withoutDate("no PDF at all"), QByteArray("no PDF at all"));
}

void ExporterTest::anSvgHasALegendAndATitle()
{
    QVERIFY(exportPicture(m_picture, m_style, in(QStringLiteral("a.svg")),
                          {.title = QStringLiteral("Choe & Lavrov, <2024>")}));
    const QByteArray svg = bytesOf(in(QStringLiteral("a.svg")));
    QVERIFY(svg.contains(">Choe &amp; Lavrov, &lt;2024&gt;</text>"));
    QVERIFY(svg.contains("class=\"legend\""));
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
                       in(prefix + QStringLiteral(".pdf"))});
        QVERIFY(process.waitForFinished());
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
    };
    run(QStringLiteral("one"), {QStringLiteral("LANG=C"), QStringLiteral("TZ=UTC")});
    run(QStringLiteral("two"),
        {QStringLiteral("LANG=ko_KR.UTF-8"), QStringLiteral("LC_ALL=de_DE.UTF-8"),
         QStringLiteral("TZ=Asia/Pyongyang"), QStringLiteral("LANGUAGE=zh")});
    for (const char* suffix : {".png", ".svg", ".pdf"}) {
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
    QCOMPARE(QDir(m_folder.path()).entryList({QStringLiteral("*.part-*")}), QStringList());
    // And when there is room again, it is replaced.
    QVERIFY(exportPicture(m_picture, m_style, in(name)));
    QVERIFY(bytesOf(in(name)).size() > 4096);
}

void ExporterTest::aFolderWithoutRightsSaysSo()
{
    if (geteuid() == 0)
        QSKIP("The superuser may write everywhere.");
    const QString folder = in(QStringLiteral("locked"));
    QDir().mkdir(folder);
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::ExeOwner);
    const auto exported = exportPicture(m_picture, m_style, folder + QStringLiteral("/a.svg"));
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QVERIFY(!exported);
    QVERIFY2(exported.error().contains(QStringLiteral("choose one you may write to")),
             qPrintable(exported.error()));
}

QTEST_MAIN(ExporterTest)
#include "exportertest.moc"
