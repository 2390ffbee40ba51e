// SPDX-License-Identifier: Apache-2.0
#include "graph/text/findagain.h"
#include "graph/text/sourcetext.h"

#include <QTest>

using namespace entente;

namespace
{

/// The text between the brackets, found in another: that with brackets round it, or why not.
QString found(const std::string& marked, const std::string& now)
{
    std::string plain;
    TextSpans spans;
    for (const char c : marked) {
        const auto at = SourceText(plain).size();
        if (c == '[')
            spans.push_back({at, at});
        else if (c == ']')
            spans.back().end = at;
        else
            plain += c;
    }
    const SourceText before(plain);
    const SourceText text(now);
    const FoundAgain again = TextVersions(before, text).find(spans);
    if (again.spans.empty())
        return QString::fromUtf8(again.reason.data(), static_cast<qsizetype>(again.reason.size()));
    std::string shown = now;
    for (std::size_t i = again.spans.size(); i-- > 0;) {
        shown.insert(text.byteAt(again.spans[i].end), "]");
        shown.insert(text.byteAt(again.spans[i].begin), "[");
    }
    return QString::fromStdString(shown);
}

/// Of words that had none before.
TextSpans placesOfNew(const std::string& before, const std::string& words, const std::string& now)
{
    const SourceText old(before);
    const SourceText text(now);
    return TextVersions(old, text).findNew(words).spans;
}

const std::string paragraph = "Something else was said by Kim before.\n";
const std::string report =
    "Kim met Lavrov on Monday in the capital of the country. On the next day, as it was said, Kim "
    "went on to the east. There he was seen with others, among them the minister; Kim said so.\n";

/// The report with brackets round the n-th Kim.
std::string withKim(int number)
{
    std::string marked = report;
    std::size_t at = marked.find("Kim");
    while (number-- > 1)
        at = marked.find("Kim", at + 1);
    return marked.insert(at + 3, "]").insert(at, "[");
}

} // namespace

class FindAgainTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsThatStandOnceAreFoundByThemselves()
    {
        QCOMPARE(found("It was [Lavrov] who came.", "Then Lavrov went."),
                 QStringLiteral("Then [Lavrov] went."));
    }

    void aParagraphPutInBeforeMovesThemAll()
    {
        for (const int number : {1, 2, 3})
            QCOMPARE(found(withKim(number), paragraph + report),
                     QString::fromStdString(paragraph + withKim(number)));
    }

    void aParagraphPutInAfterMovesNone()
    {
        for (const int number : {1, 2, 3})
            QCOMPARE(found(withKim(number), report + paragraph),
                     QString::fromStdString(withKim(number) + paragraph));
    }

    /// The text changed on both sides: what stands round the words tells.
    void ofSeveralPlacesTheOneWithTheSameNeighboursIsIt()
    {
        const std::string now = paragraph + report + paragraph;
        QCOMPARE(found(withKim(2), now),
                 QString::fromStdString(paragraph + withKim(2) + paragraph));
    }

    void oneSideIsEnoughWhereItTellsThemApart()
    {
        std::string now = paragraph + withKim(2) + paragraph;
        const std::string cut = "in the capital of the country. On the next day, as it was said, ";
        now.replace(now.find(cut), cut.size(), "somewhere. ");
        const QString expected = QString::fromStdString(now);
        std::erase_if(now, [](char c) { return c == '[' || c == ']'; });
        QCOMPARE(found(withKim(2), now), expected);
    }

    /// The sentence is gone. The other Kim is not the one that was marked.
    void neverTheFirstOneThatIsLeft()
    {
        QCOMPARE(found("Kim met Lavrov. Nobody knew that in the end [Kim] left.",
                       "Yesterday Kim met Lavrov."),
                 QStringLiteral("its words stand in another place only"));
        QCOMPARE(found("Then it was over, and [Kim] left. Kim came, Kim saw.",
                       "Kim went home. Kim, it was said, won; and so on."),
                 QStringLiteral("its words stand in several places"));
    }

    void wordsThatAreGoneAreSaidToBe()
    {
        QCOMPARE(found("It was [Lavrov] who came.", "It was him who came."),
                 QStringLiteral("its words are nowhere in it"));
    }

    void aPartOfALongerWordIsNotTheWord()
    {
        QCOMPARE(found("They ate with [Kim].", "They ate Kimchi."),
                 QStringLiteral("its words stand only within a longer word"));
    }

    void aWordThatGrewIsNotTheWordAlsoWhereAllBeforeItIsTheSame()
    {
        const std::string before = "At noon on Thursday in the capital, he said of ";
        QCOMPARE(found(before + "[Kim] much.", before + "Kimchi much."),
                 QStringLiteral("its words stand only within a longer word"));
        const std::string after = " said at noon on Thursday in the capital.";
        QCOMPARE(found("So [Kim]" + after, "So xKim" + after),
                 QStringLiteral("its words stand only within a longer word"));
    }

    void piecesMoveTogether()
    {
        QCOMPARE(found("[Foreign] and trade [Minister] Choe", "So the Foreign and trade Minister"),
                 QStringLiteral("So the [Foreign] and trade [Minister]"));
        QCOMPARE(found("[Foreign] and trade [Minister] Choe", "The Foreign and defence Minister"),
                 QStringLiteral("its words are nowhere in it"));
    }

    void theSameSentenceManyTimesIsToldApartByWhatLiesBeyond()
    {
        std::string many;
        for (int i = 0; i < 6; ++i)
            many += "The minister of foreign affairs met the minister of foreign affairs.\n";
        const std::size_t third = many.find("minister", 2 * many.size() / 6);
        std::string marked = many;
        marked.insert(third + 8, "]").insert(third, "[");
        QCOMPARE(found(marked, paragraph + many), QString::fromStdString(paragraph + marked));
    }

    void charactersCountNotBytes()
    {
        QCOMPARE(found("최선희 외무상이 [라브로프]를 만났다.",
                       "어제 최선희 외무상이 라브로프를 만났다."),
                 QStringLiteral("어제 최선희 외무상이 [라브로프]를 만났다."));
    }

    /// "é" and "ũ" end in the same byte.
    void charactersWithACommonByteAreNotTheSame()
    {
        const std::string rest = " is what was said by all of them on that day, and on others.";
        QCOMPARE(found("[\xC3\xA9]" + rest, "\xC5\xA9" + rest),
                 QStringLiteral("its words are nowhere in it"));
        QCOMPARE(found("\xC3\xA9[" + rest.substr(0, 8) + "]" + rest.substr(8), "\xC5\xA9" + rest),
                 QString::fromUtf8("\xC5\xA9[") + QString::fromStdString(rest.substr(0, 8)) +
                     QStringLiteral("]") + QString::fromStdString(rest.substr(8)));
    }

    void whatHadNoPlaceGetsOneOnlyIfItsWordsAreNew()
    {
        const std::string before = "Kim came. Kim left.";
        QVERIFY(placesOfNew(before, "Kim", "Kim came.").empty());
        QVERIFY(placesOfNew(before, "Choe", before).empty());
        QCOMPARE(placesOfNew(before, "Choe", "So Choe"), (TextSpans{{3, 7}}));
        QVERIFY(placesOfNew(before, "Choe", "Choe and Choe").empty());
    }
};

QTEST_GUILESS_MAIN(FindAgainTest)
#include "findagaintest.moc"
