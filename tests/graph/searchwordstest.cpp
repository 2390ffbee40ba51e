// SPDX-License-Identifier: Apache-2.0
#include "graph/text/searchwords.h"

#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <QTest>

#include <random>

using namespace entente;

namespace
{

/// By Unicode's rules alone. Nothing in it may be a script that has no blanks.
std::vector<std::string> wordsByUnicode(const std::string& text)
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> breaks(
        icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    if (U_FAILURE(status))
        qFatal("no rules for words");
    const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(text);
    breaks->setText(wide);
    std::vector<std::string> words;
    for (int begin = breaks->first(), end = breaks->next(); end != icu::BreakIterator::DONE;
         begin = end, end = breaks->next()) {
        if (breaks->getRuleStatus() == UBRK_WORD_NONE)
            continue;
        std::string word;
        wide.tempSubStringBetween(begin, end).toUTF8String(word);
        words.push_back(word);
    }
    return words;
}

QString shown(const std::vector<std::string>& words)
{
    return QString::fromStdString(joined(words));
}

/// By its code points, as most of them cannot be seen.
QString codePoints(const std::string& text)
{
    QStringList all;
    for (const char32_t c : QString::fromStdString(text).toUcs4())
        all << QString::number(c, 16);
    return all.join(QLatin1Char(' '));
}

} // namespace

class SearchWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTextIsCutIntoItsWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("words");
        QTest::newRow("nothing") << ""
                                 << "";
        QTest::newRow("blanks") << " \n\t "
                                << "";
        QTest::newRow("a sentence") << "Ms. Choe didn't go, U.S. officials said."
                                    << "Ms Choe didn't go U.S officials said";
        QTest::newRow("numbers") << "1,000 of 3.5 (on 2024-01-15)"
                                 << "1,000 of 3.5 on 2024 01 15";
        QTest::newRow("letters and digits") << "the G7's F16, a.1 and 1.a"
                                            << "the G7 s F16 a 1 and 1 a";
        QTest::newRow("addresses") << "to min@mid.ru or @kim"
                                   << "to min@mid.ru or @kim";
        QTest::newRow("underscores") << "a_b _c"
                                     << "a_b _c";
        QTest::newRow("accents among plain words") << "Wałęsa met Lech’s sons, twice"
                                                   << "Wałęsa met Lech’s sons twice";
        QTest::newRow("Russian") << "Лавров прибыл в Пхеньян."
                                 << "Лавров прибыл в Пхеньян";
        QTest::newRow("Korean, in pairs") << "최선희 외무상"
                                          << "최선 선희 외무 무상";
        QTest::newRow("Chinese, in pairs") << "met 习近平 there"
                                           << "met 习近 近平 there";
    }
    void aTextIsCutIntoItsWords()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, words);
        QCOMPARE(shown(searchWords(text.toStdString())), words);
    }

    /// What is quick for plain words must say the same: it would be seen as damage in projects.
    void plainWordsAreCutAsUnicodeCutsThem()
    {
        const std::vector<std::string> pieces = {
            "a",  "B",    "z",    "7", "0", ".", ",", ";",      "'",      ":",     "_",
            "-",  "\"",   "`",    "(", "$", "@", "/", " ",      " ",      "\n",    "\r\n",
            "\t", "\x01", "\x7F", "é", "’", "—", "Л", "\u0301", "\u200D", "\u00A0"};
        std::mt19937 engine(1);
        for (int i = 0; i < 50000; ++i) {
            std::string text;
            // Mostly of what is plain, so that there are long stretches of it.
            const std::size_t kinds = i % 3 == 0 ? pieces.size() : 25;
            for (std::size_t length = engine() % 24; length > 0; --length)
                text += pieces[engine() % kinds];
            QVERIFY2(searchWords(text) == wordsByUnicode(text),
                     qPrintable(codePoints(text) + " | " + shown(searchWords(text)) + " | " +
                                shown(wordsByUnicode(text))));
        }
    }
};

QTEST_GUILESS_MAIN(SearchWordsTest)
#include "searchwordstest.moc"
