// SPDX-License-Identifier: Apache-2.0
#include "graph/citing/excerpt.h"
#include "graph/text/sourcetext.h"
#include "ui/panels/displaytext.h"

#include <QTest>

using namespace entente;

namespace
{

Article articleOf(const std::string& text)
{
    Article article;
    article.language = "en";
    article.text = std::make_shared<const SourceText>(text);
    return article;
}

/// Where the words stand for the first time.
TextSpan spanOf(const Article& article, const std::string& words)
{
    const std::vector<TextSpan> found = article.text->find(words, 1);
    return found.empty() ? TextSpan{} : found.front();
}

Quote quoteOf(const Article& article, std::initializer_list<std::string> pieces)
{
    Quote quote;
    for (const std::string& words : pieces)
        quote.spans.push_back(spanOf(article, words));
    quote.text = article.text->slice(quote.spans);
    return quote;
}

/// The excerpt with its marks as brackets.
QString shown(const Excerpt& excerpt)
{
    const SourceText text(excerpt.text);
    std::string result;
    int at = 0;
    for (const TextSpan mark : excerpt.marks) {
        result += text.slice(TextSpan{at, mark.begin});
        result += '[';
        result += text.slice(mark);
        result += ']';
        at = mark.end;
    }
    result += text.slice(TextSpan{at, text.size()});
    return QString::fromStdString(result);
}

std::string words(int count, const std::string& word)
{
    std::string text;
    for (int i = 0; i < count; ++i)
        text += word + ' ';
    return text;
}

} // namespace

class ExcerptTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theQuoteIsMarkedInItsSentence()
    {
        const Article article =
            articleOf("It rained. The minister visits Russia today. It stopped.");
        QCOMPARE(shown(excerptOf(article, {quoteOf(article, {"visits Russia"})}, {})),
                 QStringLiteral("The minister [visits Russia] today."));
    }

    void piecesOfOneSentenceStandInItTogether()
    {
        const Article article =
            articleOf("The two ministers, who had met before, will talk again.");
        QCOMPARE(
            shown(excerptOf(article, {quoteOf(article, {"The two ministers", "will talk"})}, {})),
            QStringLiteral("[The two ministers], who had met before, [will talk] again."));
    }

    void sentencesFarApartAreJoinedByAnEllipsis()
    {
        const Article article =
            articleOf("Lavrov came first. Nobody else did. It rained. Choe came last.");
        QCOMPARE(shown(excerptOf(article, {quoteOf(article, {"Lavrov", "Choe"})}, {})),
                 QStringLiteral("[Lavrov] came first. … [Choe] came last."));
    }

    void neighbouringSentencesAreOnePiece()
    {
        const Article article = articleOf("Lavrov came first.\nChoe came last. It rained.");
        QCOMPARE(shown(excerptOf(article, {quoteOf(article, {"Lavrov", "Choe"})}, {})),
                 QStringLiteral("[Lavrov] came first. [Choe] came last."));
    }

    void severalQuotesOfAClaimAreShownInTheOrderOfTheText()
    {
        const Article article = articleOf("Choe left on Sunday. She arrived on Monday.");
        QCOMPARE(shown(excerptOf(article,
                                 {quoteOf(article, {"arrived"}), quoteOf(article, {"left"})}, {})),
                 QStringLiteral("Choe [left] on Sunday. She [arrived] on Monday."));
    }

    void overlappingQuotesAreMarkedOnce()
    {
        const Article article = articleOf("Choe visits Russia at last.");
        QCOMPARE(shown(excerptOf(
                     article,
                     {quoteOf(article, {"Choe visits"}), quoteOf(article, {"visits Russia"})}, {})),
                 QStringLiteral("[Choe visits Russia] at last."));
    }

    void marksCountCodePointsBehindAnEmoji()
    {
        const Article article = articleOf("🤝 김정은 위원장 visits Russia.");
        QCOMPARE(shown(excerptOf(article, {quoteOf(article, {"위원장"})}, {})),
                 QStringLiteral("🤝 김정은 [위원장] visits Russia."));
    }

    void aByteOrderMarkIsNotShown()
    {
        const Article article = articleOf("\ufeffChoe visits Russia.");
        QCOMPARE(shown(excerptOf(article, {quoteOf(article, {"Choe"})}, {})),
                 QStringLiteral("[Choe] visits Russia."));
    }

    void aLongSentenceIsCutAtWordsFarFromTheMarks()
    {
        const Article article =
            articleOf(words(200, "before") + "MARKED " + words(200, "after") + ".");
        const Excerpt excerpt = excerptOf(article, {quoteOf(article, {"MARKED"})}, {});
        const QString text = shown(excerpt);
        QVERIFY2(text.startsWith(QStringLiteral("… before ")), qPrintable(text));
        QVERIFY2(text.endsWith(QStringLiteral(" after …")), qPrintable(text));
        QVERIFY(text.contains(QStringLiteral("before [MARKED] after")));
        QVERIFY(text.size() < 600);
    }

    void aLongTextWithoutSpacesIsCutAllTheSame()
    {
        std::string text;
        for (int i = 0; i < 2000; ++i)
            text += "外";
        text.replace(3000, 6, "平壤");
        const Article article = articleOf(text);
        const Excerpt excerpt = excerptOf(article, {quoteOf(article, {"平壤"})}, {});
        QVERIFY(shown(excerpt).contains(QStringLiteral("[平壤]")));
        QVERIFY(SourceText(excerpt.text).size() < 600);
    }

    void aVeryLongQuoteShowsItsTwoEnds()
    {
        const Article article = articleOf("First " + words(1000, "word") + "last");
        Quote quote;
        quote.spans = {{0, article.text->size()}};
        const QString text = shown(excerptOf(article, {quote}, {}));
        QVERIFY(text.startsWith(QStringLiteral("[First word")));
        QVERIFY(text.endsWith(QStringLiteral("word last]")));
        QVERIFY(text.contains(QStringLiteral("] … [")));
        QVERIFY(text.size() < 1700);
    }

    void aMissingQuoteStandsAsRecordedWithoutMarks()
    {
        const Article article = articleOf("Nothing of the kind.");
        Quote quote;
        quote.spans = {{3, 9}};
        quote.text = "the words that were";
        quote.status = QuoteStatus::Missing;
        QCOMPARE(shown(excerptOf(article, {quote}, {})), QStringLiteral("the words that were"));
    }

    void spansOutsideTheTextAreLeftOut()
    {
        const Article article = articleOf("Short.");
        Quote quote;
        quote.spans = {{2, 900}};
        quote.text = "as recorded";
        QCOMPARE(shown(excerptOf(article, {quote}, {})), QStringLiteral("as recorded"));
    }

    void inASentenceWithoutEvidenceOnlyTheWordsOfTheClaimAreMarked()
    {
        const Article article = articleOf("Yesterday Choe visited Russia. Putin stayed.");
        Quote quote;
        quote.spans = {article.text->sentenceRound(spanOf(article, "visited"), "en")};
        quote.source = QuoteSource::Sentence;
        const TextSpans claim = {spanOf(article, "Choe"), spanOf(article, "visited"),
                                 spanOf(article, "Putin")};
        QCOMPARE(shown(excerptOf(article, {quote}, claim)),
                 QStringLiteral("Yesterday [Choe] [visited] Russia."));
    }

    void whatCannotBeSeenIsShownInItsPlace()
    {
        const QString text = QStringLiteral("a\u202eb\u200bc\u0001d\r\ne\rf");
        const QString seen = visibleInPlace(text);
        QCOMPARE(seen.size(), text.size());
        QCOMPARE(seen, QStringLiteral("a\u21e6b\u2423c\u2401d \ne\nf"));
        QCOMPARE(visibleInPlace(QStringLiteral("🤝 نص 조선")), QStringLiteral("🤝 نص 조선"));
    }

    void onlyNamesThatRunFromTheRightAreIsolated()
    {
        QCOMPARE(isolated(QStringLiteral("Lavrov")), QStringLiteral("Lavrov"));
        QCOMPARE(isolated(QStringLiteral("نص")), QStringLiteral("\u2068نص\u2069"));
    }
};

QTEST_MAIN(ExcerptTest)
#include "excerpttest.moc"
