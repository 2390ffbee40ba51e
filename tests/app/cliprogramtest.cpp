// SPDX-License-Identifier: Apache-2.0
// The program itself: what only shows in a process of its own.
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace
{

struct Ran
{
    int exit = -1;
    QByteArray out;
    QByteArray err;
};

QProcessEnvironment plainEnvironment()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"LANG", "LC_ALL", "LANGUAGE", "TZ", "QT_HASH_SEED", "QT_QPA_PLATFORM",
                             "DISPLAY", "WAYLAND_DISPLAY"})
        environment.remove(QLatin1String(name));
    return environment;
}

/// As somebody far away, with another language and another seed for hashes, would run it.
QProcessEnvironment otherEnvironment()
{
    QProcessEnvironment environment = plainEnvironment();
    environment.insert("LANG", "de_DE.UTF-8");
    environment.insert("LC_ALL", "C");
    environment.insert("LANGUAGE", "tr");
    environment.insert("TZ", "Asia/Pyongyang");
    environment.insert("QT_HASH_SEED", "4711");
    return environment;
}

Ran run(const QStringList& arguments, const QProcessEnvironment& environment = plainEnvironment())
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(ENTENTE_CLI), arguments);
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString sample() { return QStringLiteral(ENTENTE_SOURCE_DIR "/resources/sample"); }

} // namespace

class CliProgramTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pictures_data()
    {
        QTest::addColumn<QString>("suffix");
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("png") << "png" << QByteArray("\x89PNG\r\n");
        QTest::newRow("svg") << "svg" << QByteArray("<?xml");
        QTest::newRow("pdf") << "pdf" << QByteArray("%PDF-1.4");
    }
    void pictures()
    {
        QFETCH(QString, suffix);
        QFETCH(QByteArray, start);
        QTemporaryDir folder;
        const QString first = folder.filePath("first." + suffix);
        const QString second = folder.filePath("second." + suffix);
        const QStringList options{"export", sample(), "--view", "actors", "-o"};
        const Ran ran = run(options + QStringList{first});
        QVERIFY2(ran.exit == 0, ran.err.constData());
        QCOMPARE(ran.out, QByteArray());
        QCOMPARE(ran.err, QByteArray());
        QVERIFY(contents(first).startsWith(start));

        const Ran again = run(options + QStringList{second}, otherEnvironment());
        QVERIFY2(again.exit == 0, again.err.constData());
        QVERIFY2(contents(first) == contents(second), "the same picture, other bytes");
    }

    void aDossierHoldsItsPicture()
    {
        QTemporaryDir folder;
        const QString first = folder.filePath("first.html");
        const QString second = folder.filePath("second.html");
        const QStringList options{"dossier", sample(), "--of", "Choe Son-hui", "-o"};
        const Ran ran = run(options + QStringList{first});
        QVERIFY2(ran.exit == 0, ran.err.constData());
        QCOMPARE(contents(first).count("<svg "), 1);
        QVERIFY(contents(first).contains("<desc id=\"picture-desc\">"));
        const Ran again = run(options + QStringList{second}, otherEnvironment());
        QVERIFY2(again.exit == 0, again.err.constData());
        QVERIFY2(contents(first) == contents(second), "the same dossier, other bytes");
    }

    void aDossierInMarkdownHasItsPictureBesideIt()
    {
        QTemporaryDir folder;
        const QStringList options{"dossier",      sample(),    "--path-from",
                                  "Choe Son-hui", "--path-to", "Donald Trump",
                                  "--limit",      "1",         "-o"};
        const Ran ran = run(options + QStringList{folder.filePath("first.md")});
        QVERIFY2(ran.exit == 0, ran.err.constData());
        const QByteArray text = contents(folder.filePath("first.md"));
        QVERIFY(text.contains("](<first.svg>)") && text.contains("![A drawing of "));
        const QByteArray picture = contents(folder.filePath("first.svg"));
        QVERIFY(picture.startsWith("<?xml") && picture.contains("Donald Trump"));
        QVERIFY(picture.contains("are connected")); // Where it came from is said in it, too.
        const Ran again =
            run(options + QStringList{folder.filePath("first.md")}, otherEnvironment());
        QVERIFY2(again.exit == 0, again.err.constData()); // Its own picture may be replaced.
        QVERIFY2(contents(folder.filePath("first.svg")) == picture &&
                     contents(folder.filePath("first.md")) == text,
                 "the same dossier, other bytes");
    }

    void optionsChangeThePicture()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath("a.svg");
        QList<QByteArray> pictures;
        for (const QStringList& options : QList<QStringList>{
                 {}, {"--theme", "dark"}, {"--view", "actors"}, {"--engine", "circo"}}) {
            const Ran ran = run(QStringList{"export", sample(), "-o", file} + options);
            QVERIFY2(ran.exit == 0, ran.err.constData());
            QVERIFY(!pictures.contains(contents(file)));
            pictures << contents(file);
        }
    }

    void sizeIsKept()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath("a.png");
        QCOMPARE(run({"export", sample(), "-o", file, "--page", "100x50", "--dpi", "254",
                      "--background", "transparent", "--no-legend"})
                     .exit,
                 0);
        // Width, height, bits, and colours with an alpha, as PNG has them.
        QCOMPARE(contents(file).mid(16, 10).toHex(), QByteArray("000003e8000001f40806"));
        QCOMPARE(run({"export", sample(), "-o", file, "--size", "640x480"}).exit, 0);
        const QByteArray png = contents(file);
        QCOMPARE(png.mid(16, 8), QByteArray("\0\0\x02\x80\0\0\x01\xe0", 8));
    }

    void aTitleStandsAboveThePicture()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath("a.svg");
        QCOMPARE(run({"export", sample(), "-o", file, "--title", "Visits & <talks>"}).exit, 0);
        QVERIFY(contents(file).contains(">Visits &amp; &lt;talks&gt;</text>"));
    }

    void theLanguageIsThatOfTheExportAndNoOther()
    {
        QTemporaryDir folder;
        const QString first = folder.filePath("first.pdf");
        const QString second = folder.filePath("second.pdf");
        const QStringList options{"export",     sample(),           "--words-in", "ru",     "--day",
                                  "2026-11-30", "--numbers",        "point",      "--page", "A4",
                                  "--fill",     "--names-at-least", "6",          "-o"};
        const Ran here = run(options + QStringList{first});
        QVERIFY2(here.exit == 0, here.err.constData());
        QVERIFY2(!here.err.contains("points high"), here.err.constData());
        QCOMPARE(run(options + QStringList{second}, otherEnvironment()).exit, 0);
        QVERIFY(contents(first).size() > 10'000);
        QVERIFY(contents(first) == contents(second));
        const QString drawing = folder.filePath("a.svg");
        QCOMPARE(run({"export", sample(), "--words-in", "ru", "-o", drawing}).exit, 0);
        QVERIFY(contents(drawing).contains(">Достоверность</text>"));
        QVERIFY(contents(drawing).contains("состоялось"));
        QVERIFY(contents(drawing).contains("Kim Jong-un")); // A name is nobody's word.
    }

    void namesThatCannotBeReadAreToldBeforeItIsWritten()
    {
        QTemporaryDir folder;
        const Ran ran = run({"export", sample(), "--page", "A5", "-o", folder.filePath("a.pdf")});
        QCOMPARE(ran.exit, 0);
        QVERIFY2(
            ran.err.contains("points high on this page; print takes 6 or more. On A4 they are "),
            ran.err.constData());
        QVERIFY(ran.err.contains("--names-at-least 6"));
    }

    void filtersAreSaidBelowThePicture()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath("a.svg");
        const QStringList expected{"export", sample(), "-o", file, "--modality", "expected"};
        QCOMPARE(run(expected).exit, 0);
        QVERIFY(contents(file).contains(">Passages with: Modality: expected, which "));
        const Ran nothing = run(expected + QStringList{"--from", "2100"});
        QCOMPARE(nothing.exit, 1);
        QVERIFY(nothing.err.contains("nothing passes the filters (Modality: expected; "));
    }

    void theGraphIsTheSameEverywhere()
    {
        for (const char* view : {"events", "actors"}) {
            const Ran here = run({"graph", sample(), "--view", view});
            const Ran there = run({"graph", sample(), "--view", view}, otherEnvironment());
            QCOMPARE(here.exit, 0);
            QCOMPARE(there.exit, 0);
            QVERIFY(here.out.size() > 10'000);
            QVERIFY(here.out == there.out);
            QCOMPARE(here.err, QByteArray()); // There Qt speaks of the seed.
        }
    }

    void namesInOtherScriptsComeThroughInAnyLocale()
    {
        const Ran ran = run({"quotes", sample(), "문재인"}, otherEnvironment());
        QVERIFY2(ran.exit == 0, ran.err.constData());
        QVERIFY(ran.out.contains("문재인"));
    }

    void aReaderThatGoesAwayHasReadEnough()
    {
        QProcess shell;
        shell.setProcessEnvironment(plainEnvironment());
        shell.start("bash", {"-c", R"("$0" graph "$1" | head -c 10; echo "${PIPESTATUS[0]}")",
                             QStringLiteral(ENTENTE_CLI), sample()});
        QVERIFY(shell.waitForFinished(60'000));
        QVERIFY(shell.readAllStandardOutput().endsWith("0\n"));
        QVERIFY(!shell.readAllStandardError().contains("could not be written"));
    }

    void aFullDiskIsAnError()
    {
        QProcess shell;
        shell.setProcessEnvironment(plainEnvironment());
        shell.start("bash", {"-c", R"("$0" summary "$1" > /dev/full)", QStringLiteral(ENTENTE_CLI),
                             sample()});
        QVERIFY(shell.waitForFinished(60'000));
        QCOMPARE(shell.exitCode(), 1);
        QVERIFY(shell.readAllStandardError().contains("could not be written"));
    }

    void aDiskThatFillsUpLeavesTheOldFile()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath("graph.json");
        QFile old(file);
        QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
        old.close();
        QProcess shell;
        shell.setProcessEnvironment(plainEnvironment());
        shell.start("bash", {"-c", R"(ulimit -f 8; exec "$0" graph "$1" -o "$2")",
                             QStringLiteral(ENTENTE_CLI), sample(), file});
        QVERIFY(shell.waitForFinished(60'000));
        QCOMPARE(shell.exitCode(), 1);
        QVERIFY(shell.readAllStandardError().contains("could not be written"));
        QCOMPARE(contents(file), QByteArray("old"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden),
                 QStringList{"graph.json"});
    }

    void noWidgetsAreLinked()
    {
        QProcess ldd;
        ldd.start("ldd", {QStringLiteral(ENTENTE_CLI)});
        if (!ldd.waitForFinished() || ldd.exitCode() != 0)
            QSKIP("ldd does not run here");
        const QByteArray libraries = ldd.readAllStandardOutput();
        QVERIFY(libraries.contains("libQt6Gui"));
        QVERIFY(!libraries.contains("libQt6Widgets"));
        QVERIFY(!libraries.contains("libgvc"));
    }
};

QTEST_GUILESS_MAIN(CliProgramTest)
#include "cliprogramtest.moc"
