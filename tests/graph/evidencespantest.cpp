// SPDX-License-Identifier: Apache-2.0
// The quote that is proposed, and how it is drawn wider and narrower.
#include "graph/proposals/evidencespan.h"

#include "graph/text/clauses.h"
#include "graph/text/sourcetext.h"

#include <QStringList>
#include <QTest>

using namespace entente;

namespace
{

QString wordsAt(const SourceText& text, TextSpan span)
{
    return QString::fromStdString(std::string(text.slice(span)));
}

/// The first place of some words; of "a…b", from the first a to the next b.
TextSpan placeOf(const SourceText& text, const QString& words)
{
    const QStringList parts = words.split(QStringLiteral("…"));
    const auto first = text.find(parts.front().toStdString(), 1);
    if (first.empty())
        qFatal("no such words: %s", qPrintable(words));
    for (const TextSpan last : text.find(parts.back().toStdString(), 1000)) {
        if (last.begin >= first.front().begin)
            return {first.front().begin, last.end};
    }
    qFatal("no such words: %s", qPrintable(words));
}

const char* const arrival =
    "Kim stayed at home. Choe Son-hui left Pyongyang on Sunday, and she met Lavrov in Moscow; "
    "“we agree,” he said, “on all.” They parted on Wednesday.\nNobody else came.";

} // namespace

class EvidenceSpanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSentenceFallsIntoClauses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("clauses");
        const auto row = [](const char* name, const char* text, const char* language,
                            const char* clauses) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(language)
                                << QString::fromUtf8(clauses);
        };
        row("one", "Kim met Putin.", "en", "Kim met Putin.");
        row("marks", "He came; she left: all saw it — so they say.", "en",
            "He came|she left|all saw it|so they say.");
        row("times, ranges and names", "At 10:30 on 15–17 May Choe Son-hui came.", "en",
            "At 10:30 on 15–17 May Choe Son-hui came.");
        row("spaced dash", "He came – she left - they met.", "en", "He came|she left|they met.");
        row("conjunction", "Putin accepted the invitation, but the visit did not take place.", "en",
            "Putin accepted the invitation|but the visit did not take place.");
        row("relative word", "He met Kim, who had asked for it.", "en",
            "He met Kim|who had asked for it.");
        row("behind a preposition", "They signed a pact, in which both promise help.", "en",
            "They signed a pact|in which both promise help.");
        row("a list is one", "It responds to Korea, the United States, and Japan.", "en",
            "It responds to Korea, the United States, and Japan.");
        row("a long pair is two", "The minister went to Moscow, and the president stayed at home.",
            "en", "The minister went to Moscow|and the president stayed at home.");
        row("an apposition is no clause", "Lavrov, the minister, came.", "en",
            "Lavrov, the minister, came.");
        row("opening clause", "If the visit takes place this year, ties will deepen.", "en",
            "If the visit takes place this year|ties will deepen.");
        row("Russian", "Лавров прибыл в Пхеньян, где встретился с Ким Чен Ыном.", "ru",
            "Лавров прибыл в Пхеньян|где встретился с Ким Чен Ыном.");
        row("Russian relative word", "Они подписали договор, о котором говорили год.", "ru",
            "Они подписали договор|о котором говорили год.");
        row("Russian list", "Приехали министры России, Китая, Кореи, и Японии.", "ru",
            "Приехали министры России, Китая, Кореи, и Японии.");
        row("Korean", "최선희 외무상이 러시아를 방문했으며, 라브로프 장관을 만났다.", "ko",
            "최선희 외무상이 러시아를 방문했으며|라브로프 장관을 만났다.");
        row("Korean list", "경고, 제재, 대화가 있었다.", "ko", "경고, 제재, 대화가 있었다.");
        row("Chinese", "习近平访问平壤；金正恩接待。", "zh", "习近平访问平壤|金正恩接待。");
        row("Arabic", "زار الوزير موسكو؛ ثم عاد.", "ar", "زار الوزير موسكو|ثم عاد.");
        row("English words in another language", "Er kam, so far.", "de", "Er kam, so far.");
        row("blank", " \t", "en", "");
    }

    void aSentenceFallsIntoClauses()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, language);
        QFETCH(const QString, clauses);
        const SourceText source(text.toStdString());
        QStringList found;
        for (const TextSpan clause : clausesIn(source, {0, source.size()}, language.toStdString()))
            found += wordsAt(source, clause);
        QCOMPARE(found.join(QLatin1Char('|')), clauses);
    }

    void theClauseRoundTriggerAndFillersIsProposed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("trigger");
        QTest::addColumn<QString>("fillers");
        QTest::addColumn<QString>("quote");
        const auto row = [](const char* name, const char* text, const char* trigger,
                            const char* fillers, const char* quote) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(trigger)
                                << QString::fromUtf8(fillers) << QString::fromUtf8(quote);
        };
        row("first clause", arrival, "left", "Choe Son-hui|Pyongyang",
            "Choe Son-hui left Pyongyang on Sunday");
        row("second clause", arrival, "met", "she|Lavrov", "and she met Lavrov in Moscow");
        row("two clauses", arrival, "met", "Choe Son-hui|Lavrov",
            "Choe Son-hui left Pyongyang on Sunday, and she met Lavrov in Moscow");
        row("a whole sentence has its full stop", arrival, "stayed", "Kim", "Kim stayed at home.");
        row("nothing is stretched to another sentence", arrival, "parted", "Choe Son-hui",
            "They parted on Wednesday.");
        row("the last clause has none", "He tried, but the visit did not take place.", "visit", "",
            "but the visit did not take place");
        row("an abbreviation keeps its own", "He tried, but she went to the U.S.", "went", "",
            "but she went to the U.S.");
        row("a quotation is not cut", "He said “we tried; we failed” and left; nobody came.",
            "failed", "", "He said “we tried; we failed” and left");
        row("brackets", "The visit (his third; it was short) ended; all left.", "visit", "",
            "The visit (his third; it was short) ended");
        row("emoji before it",
            "😀 left; 🇷🇺 Putin met 김정은 👨‍👩‍👧; all left.", "met", "Putin",
            "🇷🇺 Putin met 김정은 👨‍👩‍👧");
        row("right to left", "وصل لافروف إلى بيونغ يانغ؛ التقى كيم جونغ أون.", "التقى", "",
            "التقى كيم جونغ أون");
        row("Chinese", "习近平访问平壤；金正恩接待他。", "访问", "习近平|平壤", "习近平访问平壤");
    }

    void theClauseRoundTriggerAndFillersIsProposed()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, trigger);
        QFETCH(const QString, fillers);
        QFETCH(const QString, quote);
        const SourceText source(text.toStdString());
        TextSpans spans;
        for (const QString& filler : fillers.split(QLatin1Char('|'), Qt::SkipEmptyParts))
            spans.push_back(placeOf(source, filler));
        QCOMPARE(wordsAt(source, proposedEvidence(source, placeOf(source, trigger), spans, {})),
                 quote);
    }

    void widerAndBackGoStepByStep()
    {
        const SourceText text(arrival);
        const TextSpan hull = placeOf(text, QStringLiteral("she met"));
        const QStringList steps = {
            QStringLiteral("she met"),
            QStringLiteral("and she met Lavrov in Moscow"),
            QStringLiteral("Choe Son-hui left Pyongyang on Sunday, and she met Lavrov in Moscow; "
                           "“we agree,” he said, “on all.”"),
            QStringLiteral("Kim stayed at home. Choe Son-hui left Pyongyang on Sunday, and she met "
                           "Lavrov in Moscow; “we agree,” he said, “on all.”"),
            QStringLiteral(
                "Kim stayed at home. Choe Son-hui left Pyongyang on Sunday, and she met Lavrov in "
                "Moscow; “we agree,” he said, “on all.” They parted on Wednesday."),
        };
        TextSpan span = hull;
        QCOMPARE(wordsAt(text, span), steps.front());
        for (const QString& step : steps.mid(1)) {
            span = wider(text, span, "en");
            QCOMPARE(wordsAt(text, span), step);
        }
        QCOMPARE(wider(text, span, "en"), span); // No wider than the paragraph.
        for (qsizetype i = steps.size() - 2; i > 0; --i) {
            span = narrower(text, span, "en", hull);
            QCOMPARE(wordsAt(text, span), steps.at(i));
        }
        QCOMPARE(narrower(text, span, "en", hull), span);
    }

    void theFirstSentenceTakesTheOneAfterIt()
    {
        const SourceText text("He left. She came. They met.");
        const TextSpan first = placeOf(text, QStringLiteral("He left."));
        QCOMPARE(wordsAt(text, wider(text, first, "en")), QString("He left. She came."));
        const TextSpan alone = placeOf(SourceText("He left."), QStringLiteral("He left."));
        QCOMPARE(wider(SourceText("He left."), alone, "en"), alone);
    }

    void narrowerNeverLosesTriggerAndFillers()
    {
        const SourceText text(arrival);
        const TextSpan hull = placeOf(text, QStringLiteral("left…Lavrov"));
        TextSpan span{0, placeOf(text, QStringLiteral("Wednesday.")).end};
        for (int i = 0; i < 6; ++i) {
            span = narrower(text, span, "en", hull);
            QVERIFY(span.contains(hull));
        }
        QCOMPARE(wordsAt(text, span),
                 QString("Choe Son-hui left Pyongyang on Sunday, and she met Lavrov in Moscow"));
    }

    void eachEndMovesWordByWord_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("span");
        QTest::addColumn<int>("begin");
        QTest::addColumn<int>("end");
        QTest::addColumn<QString>("moved");
        const auto row = [](const char* name, const char* text, const char* span, int begin,
                            int end, const char* moved) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(span) << begin
                                << end << QString::fromUtf8(moved);
        };
        row("out at the end", arrival, "met Lavrov", 0, 1, "met Lavrov in");
        row("in at the end", arrival, "met Lavrov in", 0, -1, "met Lavrov");
        row("out at the beginning", arrival, "met Lavrov", -1, 0, "she met Lavrov");
        row("in at the beginning", arrival, "she met Lavrov", 1, 0, "met Lavrov");
        row("over a comma", arrival, "on Sunday", 0, 1, "on Sunday, and");
        row("back over a comma", arrival, "on Sunday, and", 0, -1, "on Sunday");
        row("forward over a comma", arrival, "Sunday, and she", 1, 0, "and she");
        row("a hyphen joins", arrival, "left Pyongyang", -1, 0, "Son-hui left Pyongyang");
        row("one word is left", arrival, "met Lavrov", 9, 0, "Lavrov");
        row("one word is left of the other end", arrival, "met Lavrov", 0, -9, "met");
        row("a closing mark stays with its opening one", arrival, "“we", 0, 1, "“we agree,”");
        row("and goes with it", arrival, "“we agree,”", 0, -1, "“we");
        row("and is not taken alone", arrival, "we", 0, 1, "we agree");
        row("an opening mark comes with its word", arrival, "agree,”", -1, 0, "“we agree,”");
        row("whole sentences have a full stop", arrival, "Kim stayed at", 0, 1,
            "Kim stayed at home.");
        row("parts of one do not", arrival, "stayed at", 0, 1, "stayed at home");
        row("the next sentence begins", arrival, "Kim stayed at home.", 0, 1,
            "Kim stayed at home. Choe");
        row("over a line break", arrival, "on Wednesday", 0, 1, "on Wednesday.\nNobody");
        row("back over a line break", arrival, "Nobody else", -1, 0, "Wednesday.\nNobody else");
        row("a cut word is taken whole", arrival, "met Lav", 0, 1, "met Lavrov");
        row("or left", arrival, "met Lav", 0, -1, "met");
        row("a cut word at the beginning", arrival, "et Lavrov", -1, 0, "met Lavrov");
        row("or left there", arrival, "et Lavrov", 1, 0, "Lavrov");
        row("the end of the text", "He left", "left", 0, 3, "left");
        row("the beginning of the text", "He left", "He", -3, 0, "He");
        row("Korean", "최선희 외무상이 왔다.", "외무상이", -1, 0, "최선희 외무상이");
        row("Chinese", "习近平访问平壤。", "访问", 0, 1, "访问平壤");
        row("emoji", "Kim 👨‍👩‍👧 met 🇷🇺 Putin", "met", -1, 1,
            "👨‍👩‍👧 met 🇷🇺");
        row("right to left", "التقى كيم جونغ أون", "كيم", -1, 1, "التقى كيم جونغ");
        row("apostrophes", "‘Putin’s visit’ ended", "‘Putin’s", 0, 1, "‘Putin’s visit’");
    }

    void eachEndMovesWordByWord()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, span);
        QFETCH(const int, begin);
        QFETCH(const int, end);
        QFETCH(const QString, moved);
        const SourceText source(text.toStdString());
        TextSpan place = placeOf(source, span);
        if (begin != 0)
            place = moveBegin(source, place, begin, {});
        if (end != 0)
            place = moveEnd(source, place, end, {});
        QCOMPARE(wordsAt(source, place), moved);
    }

    void noEndMovesOverWhatHasToStay()
    {
        const SourceText text(arrival);
        const TextSpan hull = placeOf(text, QStringLiteral("met Lavrov"));
        const TextSpan span = placeOf(text, QStringLiteral("she met Lavrov in"));
        QCOMPARE(wordsAt(text, moveBegin(text, span, 3, "en", hull)), QString("met Lavrov in"));
        QCOMPARE(wordsAt(text, moveEnd(text, span, -3, "en", hull)), QString("she met Lavrov"));
    }

    /// Whatever is asked, a quote lies in the text, is not empty, and begins and ends with words.
    void nothingLeavesTheText_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* const text :
             {"", " ", "\n", "\n\n", "“", ".", "a", "a\n\nb", " , a , ", "”a“", "((a", "a))",
              "\uFEFFa b", "👨‍👩‍👧", "a.b.c", "1\r\n2\r\n"})
            QTest::addRow("%s", text) << QString::fromUtf8(text);
    }

    void nothingLeavesTheText()
    {
        QFETCH(const QString, text);
        const SourceText source(text.toStdString());
        for (int from = -1; from <= source.size(); ++from) {
            for (int to = from; to <= source.size() + 1; ++to) {
                for (const int step : {-2, -1, 1, 2}) {
                    for (const TextSpan span :
                         {moveBegin(source, {from, to}, step, "en"),
                          moveEnd(source, {from, to}, step, "en"), wider(source, {from, to}, "en"),
                          narrower(source, {from, to}, "en"),
                          proposedEvidence(source, {from, to}, {}, "en")}) {
                        QVERIFY(span.begin >= 0 && span.begin <= span.end);
                        QVERIFY(span.end <= source.size());
                    }
                }
            }
        }
    }
};

QTEST_GUILESS_MAIN(EvidenceSpanTest)
#include "evidencespantest.moc"
