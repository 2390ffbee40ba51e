// SPDX-License-Identifier: Apache-2.0
// "to-check", run in process on the sample and on a project of it.

// All words here are UTF-8: a literal may be a QString without saying so each time.
#undef QT_NO_CAST_FROM_ASCII
#undef QT_NO_CAST_TO_ASCII

#include "app/cli/cli.h"
#include "tests/support/clirun.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace entente;

class ToCheckCliTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyItemSaysWhereItIsAndWhatCanBeDone()
    {
        const QJsonObject json = run({"to-check", sample(), "--json"}).json();
        const QJsonArray items = json["items"].toArray();
        QVERIFY(!items.isEmpty());
        QCOMPARE(json["count"].toInt(), int(items.size()));
        int counted = 0;
        for (const QJsonValue count : json["kinds"].toObject())
            counted += count.toInt();
        QCOMPARE(counted, int(items.size()));
        for (const QJsonValue item : items) {
            QVERIFY(item["matter"].toString().startsWith(item["kind"].toString() + ":"));
            QVERIFY(item["what"].toString().endsWith("."));
            QVERIFY(!item["fix"].toString().isEmpty());
            QVERIFY(!item["nodes"].toArray().isEmpty() || !item["claims"].toArray().isEmpty());
            QVERIFY(item.toObject().contains("article") || item["kind"] == "one-source");
        }
    }

    void whatIsContestedIsListedAsContestedSaysIt()
    {
        const QJsonObject json =
            run({"to-check", sample(), "--kind", "contested", "--json"}).json();
        QCOMPARE(json["kinds"].toObject().keys(), QStringList{"contested"});
        const QJsonObject contested = run({"contested", sample(), "--json"}).json();
        QVERIFY(json["count"].toInt() >= contested["count"].toInt());
        const Ran ran = run({"to-check", sample(), "--kind", "contested"});
        QVERIFY2(ran.out.startsWith("Contested (contested): "), qPrintable(ran.out));
        QVERIFY2(ran.out.contains("Sources contradict each other on whether it is so"),
                 qPrintable(ran.out));
    }

    void severalKindsAreAskedForAndWrongOnesAreSaid()
    {
        const QJsonObject json =
            run({"to-check", sample(), "--kind", "contested,one-source", "--json"}).json();
        QCOMPARE(json["kinds"].toObject().keys(), (QStringList{"contested", "one-source"}));
        const Ran wrong = run({"to-check", sample(), "--kind", "contestd"});
        QCOMPARE(wrong.exit, 2);
        QVERIFY2(wrong.err.contains("“contestd”"), qPrintable(wrong.err));
    }

    void whatAnAnalystLeavesAsItIsIsLeftOut()
    {
        const QTemporaryDir folder;
        const QString project = folder.filePath("p.entente");
        QCOMPARE(run({"import", sample(), "-o", project}).exit, 0);
        const QStringList asked{"to-check", project, "--kind", "contested", "--json"};
        const QJsonArray before = run(asked).json()["items"].toArray();
        const QString matter = before.first()["matter"].toString();
        const QJsonObject edit{
            {"kind", "settleMatter"}, {"matter", matter}, {"because", "Both stand in one letter."}};
        const QByteArray line = QJsonDocument(edit).toJson(QJsonDocument::Compact) + '\n';
        QCOMPARE(run({"edit", project}, line).exit, 0);
        QCOMPARE(run(asked).json()["items"].toArray().size(), before.size() - 1);
        const QJsonArray all = run(asked + QStringList{"--settled"}).json()["items"].toArray();
        QCOMPARE(all.size(), before.size());
        QCOMPARE(all.first()["settled"].toString(), "Both stand in one letter.");
        const Ran words = run({"to-check", project, "--settled"});
        QVERIFY2(words.out.contains("Left as it is: Both stand in one letter."),
                 qPrintable(words.out));
        QVERIFY2(run({"log", project}).out.contains("Leave a matter as it is"), "log");
    }

private:
    static QString sample() { return QStringLiteral(ENTENTE_SOURCE_DIR "/resources/sample"); }
};

QTEST_GUILESS_MAIN(ToCheckCliTest)

#include "tocheckclitest.moc"
