// SPDX-License-Identifier: Apache-2.0
// "path" and "rank", run in process on the sample.

// All words here are UTF-8: a literal may be a QString without saying so each time.
#undef QT_NO_CAST_FROM_ASCII
#undef QT_NO_CAST_TO_ASCII

#include "app/cli/cli.h"
#include "tests/support/clirun.h"

#include <QJsonArray>
#include <QTest>

using namespace entente;

class PathCliTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aChainNamesItsMeetingsAndTheirWords()
    {
        const Ran ran = run({"path", sample(), "--from", "Choe Son-hui", "--to", "Vladimir Putin"});
        QVERIFY2(ran.exit == 0, qPrintable(ran.err));
        QVERIFY2(ran.out.startsWith("Between Choe Son-hui and Vladimir Putin: "),
                 qPrintable(ran.out));
        QVERIFY2(ran.out.contains("Its weakest step: happened"), qPrintable(ran.out));
        QVERIFY2(ran.out.contains("“") && ran.out.contains("[20"), qPrintable(ran.out));
    }

    void everyMeetingOfAChainHappenedUnlessMoreIsAskedFor()
    {
        const QJsonObject json =
            run({"path", sample(), "--from", "Donald Trump", "--to", "Sergei Lavrov", "--json"})
                .json();
        QVERIFY(json["count"].toInt() >= json["chains"].toArray().size());
        QVERIFY(!json["chains"].toArray().isEmpty());
        for (const QJsonValue chain : json["chains"].toArray()) {
            QCOMPARE(chain["hops"].toArray().size(), json["hops"].toInt());
            for (const QJsonValue hop : chain["hops"].toArray()) {
                for (const QJsonValue meeting : hop["meetings"].toArray()) {
                    QCOMPARE(meeting["modality"].toString(), "Happened");
                    QVERIFY(!meeting["claims"].toArray().isEmpty());
                }
            }
        }
        const Ran never = run({"path", sample(), "--from", "Donald Trump", "--to", "Sergei Lavrov",
                               "--modality", "Speculated", "--meetings-only"});
        QVERIFY2(never.out.startsWith("No chain of meetings"), qPrintable(never.out));
    }

    void wrongNamesAndOptionsAreSaid()
    {
        QCOMPARE(run({"path", sample(), "--from", "Donald Trump"}).exit, 2);
        QCOMPARE(run({"path", sample(), "--from", "Donald Trump", "--to", "Nobody"}).exit, 1);
        const Ran place = run({"path", sample(), "--from", "Donald Trump", "--to", "Pyongyang"});
        QVERIFY2(place.err.contains("no actor"), qPrintable(place.err));
        const Ran how = run({"path", sample(), "--from", "Donald Trump", "--to", "Moon Jae-in",
                             "--modality", "Hapened"});
        QCOMPARE(how.exit, 2);
        QVERIFY2(how.err.contains("Hapened") && how.err.contains("Happened"), qPrintable(how.err));
    }

    void actorsAreRanked()
    {
        const QJsonObject json = run({"rank", sample(), "--json"}).json();
        const QJsonArray actors = json["actors"].toArray();
        QCOMPARE(actors.first()["name"].toString(), "Kim Jong-un");
        for (qsizetype i = 1; i < actors.size(); ++i)
            QVERIFY(actors[i - 1]["score"].toDouble() >= actors[i]["score"].toDouble());
        const QJsonObject all = run({"rank", sample(), "--all", "--json"}).json();
        QVERIFY(all["actors"][0]["score"].toDouble() > actors[0]["score"].toDouble());
    }

    void whoConnectsAndWhoBelongsTogetherIsSaid()
    {
        const QJsonObject json =
            run({"rank", sample(), "--by", "betweenness", "--communities", "--json"}).json();
        for (const QJsonValue actor : json["actors"].toArray()) {
            QVERIFY(actor["score"].toDouble() > 0 && actor["score"].toDouble() <= 1);
            QVERIFY(actor["community"].toInt() >= 1);
        }
        QVERIFY(json["modularity"].toDouble() > 0);
    }

    void aRankingFollowsTheFilterAndSaysSo()
    {
        const Ran ran = run({"rank", sample(), "--type", "Summit"});
        QVERIFY2(ran.out.contains("Type: Summit"), qPrintable(ran.out));
        QVERIFY2(!ran.out.contains("Choe Son-hui"), qPrintable(ran.out));
    }

    void sourcesAreCountedWithWhoCopiesWhom()
    {
        const Ran ran = run({"sources", sample(), "Choe Son-hui"});
        QVERIFY2(ran.exit == 0, qPrintable(ran.err));
        QVERIFY2(ran.out.contains(" independent source"), qPrintable(ran.out));
        const QJsonObject json = run({"sources", sample(), "Choe Son-hui", "--json"}).json();
        int articles = 0;
        bool hasWire = false;
        for (const QJsonValue source : json["sources"].toArray()) {
            articles += int(source["articles"].toArray().size());
            hasWire = hasWire || (source["origin"].toString() == "Harbour Wire" &&
                                  source["articles"].toArray().size() > 1);
        }
        QVERIFY(articles > json["sources"].toArray().size());
        QVERIFY(hasWire);
    }

    void bothSidesOfWhatIsContestedAreShown()
    {
        const QJsonObject json = run({"contested", sample(), "--json"}).json();
        QVERIFY(json["count"].toInt() > 0);
        for (const QJsonValue event : json["events"].toArray()) {
            for (const QJsonValue contest : event["contests"].toArray())
                QVERIFY(contest["sides"].toArray().size() >= 2);
        }
        const Ran ran = run({"contested", sample()});
        QVERIFY2(ran.out.contains("Contested: whether it is so"), qPrintable(ran.out));
        // Both stand in one letter, which says neither itself.
        QVERIFY2(ran.out.contains("according to Kim Yo-jong; Not for export"), qPrintable(ran.out));
        QVERIFY2(ran.out.contains("according to United States; Not for export"),
                 qPrintable(ran.out));
    }

    void timeIsListedAndWhatHasNoDateIsCounted()
    {
        const QJsonObject json = run({"timeline", sample(), "--json"}).json();
        QVERIFY(json["events"].toArray().size() > json["undatedEvents"].toInt());
        QString before;
        for (const QJsonValue article : json["articles"].toArray()) {
            QVERIFY(before <= article["published"].toString());
            before = article["published"].toString();
        }
        QVERIFY(!run({"timeline", sample(), "--type", "Summit"}).out.contains("Statement"));
    }

private:
    static QString sample() { return QStringLiteral(ENTENTE_SOURCE_DIR "/resources/sample"); }
};

QTEST_GUILESS_MAIN(PathCliTest)

#include "pathclitest.moc"
