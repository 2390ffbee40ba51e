// SPDX-License-Identifier: Apache-2.0
#include "graph/text/ascii.h"
#include "graph/text/fold.h"
#include "graph/text/sourcetext.h"
#include "graph/text/utf8.h"

#include <QTest>

#include <algorithm>

using namespace entente;

class TextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void slicesCountCodePoints()
    {
        const SourceText text("😀 Łódź — 김정은");
        QCOMPARE(text.size(), 12);
        QCOMPARE(std::string(text.slice(TextSpan{2, 6})), std::string("Łódź"));
        QCOMPARE(std::string(text.slice(TextSpan{9, 12})), std::string("김정은"));
        QCOMPARE(text.slice(TextSpans{{2, 6}, {9, 12}}), std::string("Łódź 김정은"));
    }

    void whatLiesOutsideTheTextIsEmpty()
    {
        const SourceText text("Kim");
        for (const TextSpan span :
             {TextSpan{-1, 2}, TextSpan{2, 1}, TextSpan{0, 4}, TextSpan{9, 9}})
            QVERIFY(text.slice(span).empty());
        QCOMPARE(SourceText().size(), 0);
    }

    void strayBytesCountOneEach()
    {
        const SourceText text("a\xff\xfe\xc5z");
        QVERIFY(!text.isValidUtf8());
        QCOMPARE(text.size(), 5);
        QCOMPARE(std::string(text.slice(TextSpan{4, 5})), std::string("z"));
    }

    /// Any mixture, of any length: compared with counting from the start.
    void everyCodePointIsFoundWhereItStands()
    {
        const std::vector<std::string> pieces{"a",        "é", "김", "😀", "\xff",
                                              "\xe2\x82", "z", "\n", "Ł"};
        for (int seed = 0; seed < 400; ++seed) {
            std::string utf8;
            std::vector<std::size_t> starts;
            unsigned random = 7U + unsigned(seed) * 7919U;
            for (int i = 0; i < seed % 70; ++i) {
                random = random * 1664525U + 1013904223U;
                // Some have ASCII alone, some ASCII and stray bytes.
                const std::size_t kinds = seed % 4 == 0 ? 1 : pieces.size();
                std::string piece = pieces[(random >> 16U) % kinds];
                if (seed % 4 == 1 && piece.size() > 1)
                    piece = "\xff";
                for (std::size_t byte = 0; byte < piece.size(); ++byte)
                    if (byte == 0 || piece == "\xe2\x82")
                        starts.push_back(utf8.size() + byte);
                utf8 += piece;
            }
            const SourceText text(utf8);
            QCOMPARE(text.size(), int(starts.size()));
            QCOMPARE(text.byteAt(text.size()), utf8.size());
            for (int i = 0; i < text.size(); ++i)
                QCOMPARE(text.byteAt(i), starts[std::size_t(i)]);
            for (std::size_t byte = 0; byte < utf8.size() + 2; ++byte)
                QCOMPARE(text.codePointAt(byte),
                         byte >= utf8.size()
                             ? text.size()
                             : int(std::ranges::upper_bound(starts, byte) - starts.begin()) - 1);
        }
    }

    void asciiIsTheBytesBelow128()
    {
        for (std::size_t size = 0; size < 40; ++size) {
            std::string text(size, 'a');
            QVERIFY(isAscii(text) && isUtf8(text));
            for (std::size_t at = 0; at < size; ++at) {
                text[at] = '\x80';
                QCOMPARE(asciiAtStart(text), at);
                QVERIFY(!isAscii(text) && !isUtf8(text));
                text[at] = 'a';
            }
        }
        QVERIFY(isUtf8("a long word before Łódź") && !isUtf8("a long word before \xC5"));
    }

    void findsEveryPlaceUpToALimit()
    {
        const SourceText text("é Kim é Kim é Kim");
        QCOMPARE(text.find("Kim", 9), (std::vector<TextSpan>{{2, 5}, {8, 11}, {14, 17}}));
        QCOMPARE(text.find("Kim", 2).size(), 2U);
        QVERIFY(text.find("", 9).empty());
    }

    void aSentenceEndsByUnicodesRulesAndAtALineBreak_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char* name, const char* text, const char* language,
                            const char* word, const char* sentence) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(language)
                                << QString::fromUtf8(word) << QString::fromUtf8(sentence);
        };
        row("middle", "She left. He stayed behind. They met.", "en", "stayed", "He stayed behind.");
        row("first word", "She left. He stayed.", "en", "She", "She left.");
        row("last word", "She left. He stayed.", "en", "stayed.", "He stayed.");
        row("abbreviation", "Then Mr. Lavrov spoke. All listened.", "en", "spoke",
            "Then Mr. Lavrov spoke.");
        row("line break", "A headline without a stop\nThe text goes on.", "en", "headline",
            "A headline without a stop");
        row("over two sentences", "One came. Two went. Three stayed.", "en", "came. Two",
            "One came. Two went.");
        row("over two lines", "It began\nand ended. More.", "en", "began\nand",
            "It began\nand ended.");
        row("Korean", "푸틴은 갔다. 김정은은 남았다.", "ko", "남았다", "김정은은 남았다.");
        row("astral before", "😀😀 Hm. Kim met Putin. Then?", "en", "Putin", "Kim met Putin.");
        row("unknown language", "One. Two three. Four.", "xx-nonsense", "three", "Two three.");
    }

    void aSentenceEndsByUnicodesRulesAndAtALineBreak()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, language);
        QFETCH(const QString, word);
        const SourceText source(text.toStdString());
        const std::vector<TextSpan> found = source.find(word.toStdString(), 1);
        QVERIFY(!found.empty());
        const TextSpan sentence = source.sentenceRound(found.front(), language.toStdString());
        QTEST(QString::fromUtf8(source.slice(sentence).data(),
                                static_cast<int>(source.slice(sentence).size())),
              "sentence");
    }

    void aSentenceRoundNonsenseDoesNoHarm()
    {
        const SourceText text("Kim met Putin.\n");
        for (const TextSpan span :
             {TextSpan{-5, -1}, TextSpan{15, 15}, TextSpan{14, 99}, TextSpan{5, 2}})
            QVERIFY(text.sentenceRound(span, "en").end <= text.size());
        QVERIFY(SourceText().sentenceRound({0, 0}, "").isEmpty());
    }

    void foldingForgetsCaseAccentsAndHyphens_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("folded");
        const auto row = [](const char* text, const char* result) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(result);
        };
        row("Choe Son-hui", "choe son hui");
        row("  CHOE   Son‑Hui ", "choe son hui");
        row("Wałęsa", "walesa");
        row("Ørsted", "orsted");
        row("O’Brien", "o'brien");
        row("Лавро́в", "лавров");
        row("김정은", "김정은");
        row("が", "が");
        row("Ｋｉｍ", "kim");
        row("Mr LECH  Wałęsa met\nthe Élysée’s BOSS", "mr lech walesa met the elysee's boss");
        row("On ł ́- a\n", "on l ́ a");
        row("", "");
    }

    void foldingForgetsCaseAccentsAndHyphens()
    {
        QFETCH(const QString, text);
        QTEST(QString::fromStdString(folded(text.toStdString())), "folded");
    }

    void aPlainTextFoldsAsItDoesBesideAnAccent()
    {
        for (int first = 0; first < 128; ++first) {
            for (int second = 0; second < 128; ++second) {
                const std::string text{'x', static_cast<char>(first), static_cast<char>(second)};
                QCOMPARE(folded(text + "e"), folded(text + "é"));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TextTest)
#include "texttest.moc"
