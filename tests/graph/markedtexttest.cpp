// SPDX-License-Identifier: Apache-2.0
// Words of any script, and lines that end in any way, are marked to the letter.
#include "graph/byhand/claiming.h"
#include "graph/byhand/marking.h"
#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "graph/ontology/ontology.h"
#include "graph/text/insideword.h"
#include "tests/support/exported.h"
#include "tests/support/handdesk.h"

#include <QTest>

#include <string>

using namespace entente;

class MarkedTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsStandAloneOrInAWord_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("words");
        QTest::addColumn<int>("places"); ///< Besides the first, which is marked.
        const auto row = [](const char* text, const char* words, int places) {
            QTest::newRow(text) << std::string(text) << std::string(words) << places;
        };
        row("Kim ate Kimchi, said Kim.", "Kim", 1);
        row("Ли встретил Ли, а не Лидера и не Али.", "Ли", 1);
        row("Лавров ждал. Лаврова ждали.", "Лавров", 0);
        row("Peru and Perušić; Peru.", "Peru", 1);
        row("Perus. In Perus\u030cic\u0301.", "Perus", 0); // The accent is a character.
        row("José met Josés and José.", "José", 1);
        row("Jose met Jose\u0301.", "Jose", 0);
        row("최선희 외무상은 왔다. 최선희는 갔다. 최선희가", "최선희", 2);
        row("崔善姬外相，崔善姬说。", "崔善姬", 1);
        row("לברוב אמר, לברוב הלך, לברובים", "לברוב", 1);
        row("𐐀𐐁 saw 𐐀𐐁𐐂 and 𐐀𐐁", "𐐀𐐁", 1);
    }

    void wordsStandAloneOrInAWord()
    {
        QFETCH(const std::string, text);
        QFETCH(const std::string, words);
        QFETCH(const int, places);
        HandDesk desk;
        const ArticleId article = desk.add("north", text);
        const MadeMark mark = desk.mark(article, words, "Person");
        const TextSpans found = otherPlaces(desk.base(), mark.mention);
        QCOMPARE(int(found.size()), places);
        desk.done(markPlaces(desk.base(), mark.mention, found));
        for (const Mention& mention : desk.store.records(article).mentions)
            QCOMPARE(mention.text, words);
    }

    void aWordGoesOnOverALetterAndNotOverABlank()
    {
        const SourceText text("Ли, Лидер");
        QVERIFY(!goesOnOver(text, 0));
        QVERIFY(goesOnOver(text, 1));
        QVERIFY(!goesOnOver(text, 2));
        QVERIFY(!goesOnOver(text, 4));
        QVERIFY(!goesOnOver(text, text.size()));
    }

    void selectedWordsAreSpansOfTheirLines_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<TextSpans>("spans");
        QTest::newRow("Windows") << std::string("Foreign \r\n Minister\r\n")
                                 << TextSpans{{0, 7}, {11, 19}};
        QTest::newRow("astral") << std::string(" 𐐀𐐁\n𐐂 ") << TextSpans{{1, 3}, {4, 5}};
        QTest::newRow("Korean") << std::string("\u3000최선희\n외무상") << TextSpans{{1, 4}, {5, 8}};
        QTest::newRow("Chinese") << std::string("崔善姬\n") << TextSpans{{0, 3}};
        QTest::newRow("Arabic") << std::string("وزير\nالخارجية ") << TextSpans{{0, 4}, {5, 13}};
        QTest::newRow("composed") << std::string("Jose\u0301 ") << TextSpans{{0, 5}};
    }

    void selectedWordsAreSpansOfTheirLines()
    {
        QFETCH(const std::string, text);
        QFETCH(const TextSpans, spans);
        const SourceText source(text);
        QCOMPARE(spansToMark(source, {0, source.size()}), spans);
    }

    /// Marked, drawn over other words, and rested on: in whatever script.
    void anEventIsToldOfInAnyScript_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("who");
        QTest::addColumn<std::string>("longer");
        QTest::addColumn<std::string>("trigger");
        QTest::addColumn<std::string>("evidence");
        const auto row = [](const char* name, const std::string& text, const std::string& who,
                            const std::string& longer, const std::string& trigger,
                            const std::string& evidence) {
            QTest::newRow(name) << text << who << longer << trigger << evidence;
        };
        row("Windows", "One.\r\nChoe visited Russia.\r\nTwo.\r\n", "Choe", "Choe visited",
            "visited", "visited Russia");
        row("astral", "𝔒ne. 𐐀𐐁 visited 𝔎. Two.", "𐐀𐐁", "𐐀", "visited", "visited 𝔎");
        row("Korean", "최선희 외무상이 로씨야를 방문하였다.", "최선희", "최선희 외무상", "방문",
            "로씨야를 방문");
        row("Chinese", "崔善姬外相访问了俄罗斯。", "崔善姬", "崔善姬外相", "访问", "访问了俄罗斯");
        row("Arabic", "زارت تشوي روسيا أمس.", "تشوي", "تشوي روسيا", "زارت", "زارت تشوي");
    }

    void anEventIsToldOfInAnyScript()
    {
        QFETCH(const std::string, text);
        QFETCH(const std::string, who);
        QFETCH(const std::string, longer);
        QFETCH(const std::string, trigger);
        QFETCH(const std::string, evidence);
        HandDesk desk;
        const ArticleId article = desk.add("north", text);
        const MadeMark mark = desk.mark(article, who, "Person");
        QCOMPARE(desk.store.mention(mark.mention)->text, who);
        const MadeClaim visit = desk.event(article, trigger, "Visit");
        desk.done(fillRole(desk.base(), visit.claim, "Visitor", mark.mention));
        QVERIFY(text.find(desk.quote(visit.claim)) != std::string::npos);
        desk.done(moveMark(desk.base(), mark.mention, {desk.place(article, longer)}));
        QCOMPARE(desk.store.mention(mark.mention)->text, longer);
        desk.done(setEvidence(desk.base(), visit.claim, {desk.place(article, evidence)}));
        QCOMPARE(desk.quote(visit.claim), evidence);

        const BratExport exported = exportBrat(desk.store, ENTENTE_SOURCE_DIR "/resources");
        QVERIFY(exported.lost.empty());
        Diagnostics troubles;
        const Store again = readBack(exported.files, troubles);
        QVERIFY(troubles.empty());
        QVERIFY(saySame(again, desk.store));
    }

    void placesThatWereMarkedInTheMeantimeAreNotMarkedTwice()
    {
        HandDesk desk;
        const ArticleId article = desk.add("north", "On Friday. On Friday. On Friday.");
        const MadeMark date =
            desk.done(markWords(desk.base(), {.article = article,
                                              .spans = {desk.place(article, "Friday")},
                                              .type = "Date",
                                              .who = {},
                                              .ids = {{"EDTF", "2024-01-19", {}}},
                                              .form = {}}));
        const TextSpans places = otherPlaces(desk.base(), date.mention);
        QCOMPARE(places.size(), 2U);
        desk.done(markPlaces(desk.base(), date.mention, {places.front()}));
        desk.done(markPlaces(desk.base(), date.mention, places));
        const auto& mentions = desk.store.records(article).mentions;
        QCOMPARE(mentions.size(), 3U);
        for (const Mention& mention : mentions)
            QCOMPARE(mention.ids, desk.store.mention(date.mention)->ids);
    }
};

QTEST_APPLESS_MAIN(MarkedTextTest)
#include "markedtexttest.moc"
