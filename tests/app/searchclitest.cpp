// SPDX-License-Identifier: Apache-2.0
// "search", run in process on the sample.

// All words here are UTF-8: a literal may be a QString without saying so each time.
#undef QT_NO_CAST_FROM_ASCII
#undef QT_NO_CAST_TO_ASCII

#include "app/cli/cli.h"
#include "tests/support/clirun.h"
#include "tests/support/textfolder.h"

#include <QJsonArray>
#include <QTest>

#include <sstream>

using namespace entente;

class SearchCliTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatFitsIsListedTheSurestFirst()
    {
        const Ran ran = run({"search", sample(), "choe"});
        QVERIFY2(ran.exit == 0, qPrintable(ran.err));
        QVERIFY2(ran.out.startsWith("Choe Son-hui (Person) — beginning\n"), qPrintable(ran.out));
        const Ran spelt = run({"search", sample(), "Choi Sun-hee"});
        QVERIFY2(spelt.out.startsWith("Choe Son-hui (Person) — spelling"), qPrintable(spelt.out));
    }

    void aPassageIsShownWhereItStands()
    {
        const QJsonObject json = run({"search", sample(), "lavrov", "--json"}).json();
        QCOMPARE(json["query"].toString(), "lavrov");
        QCOMPARE(json["count"].toInt(), json["hits"].toArray().size());
        int passages = 0;
        for (const QJsonValue hit : json["hits"].toArray()) {
            QVERIFY(!hit["name"].toString().isEmpty());
            if (!hit["article"].isString())
                continue;
            ++passages;
            QCOMPARE(hit["text"].toString(), "Lavrov");
            QCOMPARE(hit["end"].toInt() - hit["start"].toInt(), 6);
            QVERIFY(hit["sentence"].toString().contains("Lavrov"));
        }
        QVERIFY(passages > 0);
    }

    void onlySoManyAreShownAndTheRestIsCounted()
    {
        const Ran ran = run({"search", sample(), "e", "--limit", "2"});
        QVERIFY(ran.out.contains("… and "));
        const QJsonObject json = run({"search", sample(), "e", "--json", "--limit", "2"}).json();
        QCOMPARE(json["hits"].toArray().size(), 2);
        QVERIFY(json["count"].toInt() > 2);
    }

    void filtersLeaveOutWhatDoesNotPass()
    {
        const int all = run({"search", sample(), "lavrov", "--json"}).json()["count"].toInt();
        const QJsonObject expected =
            run({"search", sample(), "lavrov", "--modality", "Expected", "--json"}).json();
        QVERIFY(expected["count"].toInt() > 0);
        QVERIFY(expected["count"].toInt() < all);
        QCOMPARE(expected["filters"].toString(), "Modality: expected");
        const QString text = run({"search", sample(), "lavrov", "--modality", "Expected"}).out;
        QVERIFY2(text.startsWith("Filters: Modality: expected\n"), qPrintable(text));
        QCOMPARE(run({"search", sample(), "lavrov", "--modality", "Perhaps"}).exit, 2);
    }

    /// One visit, of which one outlet says what the other does not.
    void aPassageThatDoesNotPassIsNotShown()
    {
        const auto article = [&](const std::string& outlet, const std::string& text) {
            m_folder.write(outlet + ".txt", text);
            m_folder.write(outlet + ".ann", "T1\tPerson 0 6\tLavrov\n"
                                            "T2\tVisit 7 14\tvisited\n"
                                            "T3\tState 15 22\tBelarus\n"
                                            "E1\tVisit:T2 Visitor:T1 Destination:T3\n"
                                            "A1\tModality E1 Happened\n"
                                            "N1\tReference E1 Event:trip\ttrip\n");
            m_folder.write(outlet + ".json", R"({"outlet": ")" + outlet + R"("})");
        };
        article("TASS", "Lavrov visited Belarus secretly.");
        article("Reuters", "Lavrov visited Belarus at noon.");
        const QString path = QString::fromStdString(m_folder.path().string());
        const auto hits = [&](const char* words) {
            return run({"search", path, words, "--outlet", "Reuters", "--json"})
                .json()["hits"]
                .toArray();
        };
        QCOMPARE(hits("secretly").size(), 0);
        for (const QJsonValue hit : hits("visited Belarus")) {
            QCOMPARE(hit["article"].toString(), "Reuters");
            QCOMPARE(hit["places"].toInt(), 1);
        }
        QVERIFY(!hits("visited Belarus").isEmpty());
    }

    void whoIsCalledNearlySoIsSuggested()
    {
        for (const char* command : {"neighbours", "quotes"}) {
            const Ran ran = run({command, sample(), "Choi Son hui"});
            QCOMPARE(ran.exit, 1);
            QVERIFY2(ran.err.contains("Did you mean “Choe Son-hui”"), qPrintable(ran.err));
            QVERIFY(run({command, sample(), "Zyxwvut Nobody"})
                        .err.endsWith("is called “Zyxwvut Nobody”.\n"));
        }
    }

    void whatCannotBeAskedIsSaid()
    {
        const Ran none = run({"search", sample(), "no such words at all"});
        QCOMPARE(none.exit, 1);
        QVERIFY2(none.err.contains("nothing here fits"), qPrintable(none.err));
        QCOMPARE(run({"search", sample(), "no such words", "--json"}).exit, 1);
        QCOMPARE(run({"search", sample(), "no such words", "--json"}).json()["count"].toInt(-1), 0);
        QCOMPARE(run({"search", sample(), "choe", "--limit", "0"}).exit, 2);
        QCOMPARE(run({"search", sample(), "choe", "--limit", "many"}).exit, 2);
    }

private:
    TextFolder m_folder;

    static QString sample() { return QStringLiteral(ENTENTE_SOURCE_DIR "/resources/sample"); }
};

QTEST_GUILESS_MAIN(SearchCliTest)
#include "searchclitest.moc"
