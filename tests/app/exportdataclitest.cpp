// SPDX-License-Identifier: Apache-2.0
// Data for other programs, as the command line writes it.

// All words here are UTF-8: a literal may be a QString without saying so each time.
#undef QT_NO_CAST_FROM_ASCII
#undef QT_NO_CAST_TO_ASCII

#include "tests/support/clirun.h"
#include "tests/support/twovisits.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace entente;

class ExportDataCliTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { writeTwoVisits(m_folder); }

    void theSuffixSaysWhat_data()
    {
        QTest::addColumn<QByteArray>("within");
        QTest::newRow("graphml") << QByteArray("<graphml xmlns=");
        QTest::newRow("gexf") << QByteArray("<gexf xmlns=");
        QTest::newRow("dot") << QByteArray("digraph \"");
        QTest::newRow("GV") << QByteArray("digraph \"");
        QTest::newRow("cyjs") << QByteArray("\"target_cytoscapejs_version\"");
        QTest::newRow("json") << QByteArray("\"multigraph\": true");
        QTest::newRow("jsonl") << QByteArray("{\"id\":");
        QTest::newRow("csv") << QByteArray("id,source,target,source_label");
    }
    void theSuffixSaysWhat()
    {
        QFETCH(QByteArray, within);
        const QString file = name(QString::fromLatin1(QTest::currentDataTag()));
        const Ran ran = run({"export", path(), "-o", file});
        QVERIFY2(ran.exit == 0, qPrintable(ran.err));
        QVERIFY(contents(file).contains(within));
        QVERIFY(contents(file).contains("Choe Son-hui"));
    }

    void anOptionSaysSoWhateverTheSuffix()
    {
        const QString file = name("data");
        QCOMPARE(run({"export", path(), "-o", file, "--format", "csv", "--table", "claims"}).exit,
                 0);
        QVERIFY(contents(file).startsWith("id,article,outlet,"));
        QCOMPARE(contents(file).count("\r\n"), 4);
        QCOMPARE(run({"export", path(), "-o", file, "--format", "csv", "--bom"}).exit, 0);
        QVERIFY(contents(file).startsWith("\xEF\xBB\xBFid,source,"));
    }

    void whatIsLostIsSaidFirst()
    {
        const Ran ran = run({"export", path(), "-o", name("dot")});
        QVERIFY2(ran.err.contains("The claims behind 6 edges"), qPrintable(ran.err));
        QVERIFY2(ran.err.contains("DOT has no types"), qPrintable(ran.err));
        QVERIFY2(ran.err.contains("6 nodes and edges of what did not happen"), qPrintable(ran.err));
        QVERIFY(!run({"export", path(), "-o", name("json")}).err.contains("claims behind"));
        const Ran filtered =
            run({"export", path(), "-o", name("csv"), "--table", "claims", "--type", "Visit"});
        QVERIFY2(filtered.err.contains("also those that do not pass"), qPrintable(filtered.err));
    }

    void whatTheFiltersLeaveOutIsCounted()
    {
        const Ran ran = run({"export", path(), "-o", name("csv"), "--type", "Visit"});
        QVERIFY2(ran.err.contains("Left out, by the filters (Type: Visit): 2 of 6 nodes and 2 of "
                                  "6 edges."),
                 qPrintable(ran.err));
        QVERIFY(!run({"export", path(), "-o", name("csv")}).err.contains("Left out"));
    }

    void gexfIsOfTheVersionThatIsAskedFor()
    {
        const QString file = name("gexf");
        QCOMPARE(run({"export", path(), "-o", file, "--gexf", "1.3"}).exit, 0);
        QVERIFY(contents(file).contains("xmlns=\"http://gexf.net/1.3\""));
        QCOMPARE(run({"export", path(), "-o", file, "--gexf", "1.2"}).exit, 0);
        QVERIFY(contents(file).contains("xmlns=\"http://www.gexf.net/1.2draft\""));
        QCOMPARE(run({"export", path(), "-o", file, "--gexf", "1.1"}).exit, 2);
        const Ran other = run({"export", path(), "-o", name("dot"), "--gexf", "1.3"});
        QVERIFY2(other.exit == 2 && other.err.contains("--gexf goes with .gexf"),
                 qPrintable(other.err));
    }

    void filtersAndViewsCount()
    {
        const QString file = name("csv");
        QCOMPARE(run({"export", path(), "-o", file, "--type", "Visit"}).exit, 0);
        QCOMPARE(contents(file).count("\r\n"), 5);
        QCOMPARE(run({"export", path(), "-o", file, "--view", "actors"}).exit, 0);
        QCOMPARE(contents(file).count("\r\n"), 2); // The two who met.
        QVERIFY(contents(file).contains(",tie,"));
        const Ran none =
            run({"export", path(), "-o", file, "--type", "Meeting", "--modality", "happened"});
        QCOMPARE(none.exit, 1);
    }

    void whatDoesNotGoTogetherIsSaid()
    {
        const auto said = [&](const QStringList& options) {
            const Ran ran = run(QStringList{"export", path()} + options);
            return ran.exit == 2 ? ran.err : QString::number(ran.exit);
        };
        QVERIFY2(said({"-o", name("xyz")}).contains(".graphml"),
                 qPrintable(said({"-o", name("xyz")})));
        QVERIFY(
            said({"-o", name("gexf"), "--size", "10x10"}).contains("--size goes with pictures"));
        QVERIFY(said({"-o", name("svg"), "--table", "nodes"}).contains("go with .csv"));
        QVERIFY(said({"-o", name("gexf"), "--bom"}).contains("go with .csv"));
        QVERIFY(said({"-o", name("csv"), "--table", "people"}).contains("people"));
        QVERIFY(said({"-o", "-", "--format", "dot"}).contains("standard output"));
        QVERIFY(said({"-o", name("png"), "--format", "json"}).contains("a picture's name"));
    }

private:
    QString path() const { return QString::fromStdString(m_folder.path()); }
    QString name(const QString& suffix) const { return m_out.filePath("graph." + suffix); }
    static QByteArray contents(const QString& name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    TextFolder m_folder;
    QTemporaryDir m_out;
};

QTEST_GUILESS_MAIN(ExportDataCliTest)
#include "exportdataclitest.moc"
