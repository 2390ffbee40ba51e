// SPDX-License-Identifier: Apache-2.0
#include "graph/proposals/relativedates.h"

#include "graph/annotation/brat/reader.h"
#include "graph/proposals/languagedata.h"
#include "graph/text/sourcetext.h"
#include "tests/support/brat.h"

#include <QTest>

using namespace entente;

namespace
{

const Languages& languages()
{
    static const Languages read(ENTENTE_SOURCE_DIR "/resources/language");
    return read;
}

/// "October last year = 2023-10", one after the other.
QString textOf(const SourceText& text, const std::vector<DateProposal>& proposals)
{
    QStringList all;
    for (const DateProposal& proposal : proposals)
        all << QStringLiteral("%1 = %2").arg(asQString(std::string(text.slice(proposal.span))),
                                             asQString(proposal.date.text));
    return all.isEmpty() ? QStringLiteral("none") : all.join(QStringLiteral("; "));
}

std::vector<DateProposal> proposedIn(const SourceText& text, const char* published,
                                     const char* language)
{
    return datesIn(text, {0, text.size()}, parseEdtf(published), languages().of(language));
}

} // namespace

class RelativeDatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsSayWhen_data();
    void wordsSayWhen();
    void theDayOfPublicationMustBeKnownAsExactly_data();
    void theDayOfPublicationMustBeKnownAsExactly();
    void whyIsSaidInWords_data();
    void whyIsSaidInWords();
    void onlyTheStretchIsRead();
    void theRealArticle();
};

void RelativeDatesTest::wordsSayWhen_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("published");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("expected");
    const auto on = [](const char* published) {
        return [published](const char* language, const char* words, const char* expected) {
            QTest::newRow(qPrintable(QString::fromUtf8(words) + u' ' + QLatin1String(published)))
                << QString::fromUtf8(language) << QString::fromUtf8(published)
                << QString::fromUtf8(words) << QString::fromUtf8(expected);
        };
    };
    const auto row = on("2024-01-16"); // A Tuesday.
    row("en", "They met on 15 January 2024.", "15 January 2024 = 2024-01-15");
    row("en", "They met on January 15, 2024, in Hanoi.", "January 15, 2024 = 2024-01-15");
    row("en", "He left on Jan. 15 by train.", "Jan. 15 = 2024-01-15");
    row("en", "He came on the 3rd of December.", "the 3rd of December = 2023-12-03");
    row("en", "The fifteenth of March 2023 was cold.", "The fifteenth of March 2023 = 2023-03-15");
    row("en", "Since April 2019 nothing has moved.", "April 2019 = 2019-04");
    row("en", "In 2019 they met twice.", "2019 = 2019");
    row("en", "The 2019 summit failed before May 15, 2020.",
        "2019 = 2019; May 15, 2020 = 2020-05-15");
    row("en", "The 2019 Hanoi summit failed.", "2019 = 2019");
    row("en", "It rained between September 2018 and February 2019.",
        "between September 2018 and February 2019 = 2018-09/2019-02");
    row("en", "They meet from December 30 to January 2, 2024.",
        "from December 30 to January 2, 2024 = 2023-12-30/2024-01-02");
    row("en", "They talked from Sept. 12 to 17 last year.",
        "from Sept. 12 to 17 last year = 2023-09-12/2023-09-17");
    row("en", "He left before Jan. 5.", "Jan. 5 = 2024-01-05");
    row("en", "The note of 2024-01-15 is short.", "2024-01-15 = 2024-01-15");
    row("en", "They talked in October last year.", "October last year = 2023-10");
    row("en", "Last year’s October meeting was dull.", "Last year’s October = 2023-10");
    row("en", "They left on the 15th.", "the 15th = 2024-01-15");
    row("en", "They left on the 16th.", "the 16th = 2024-01-16");
    row("en", "They left on the 17th.", "the 17th = 2023-12-17");
    row("en", "They left on the 31st.", "the 31st = 2023-12-31");
    row("en", "He stays from the 12th to the 15th.",
        "from the 12th to the 15th = "
        "2024-01-12/2024-01-15");
    row("en", "He comes next month.", "next month = 2024-02");
    row("en", "The election is in March.", "March = 2024-03");
    row("en", "The last vote was in October.", "October = 2023-10");
    row("en", "They met in June.", "June = 2024-06?");
    row("en", "At last year-end they met.", "last year-end = 2023-12");
    row("en", "Exports fell this year.", "this year = 2024");
    row("en", "Yesterday and today it snowed.", "Yesterday = 2024-01-15; today = 2024-01-16");
    row("en", "They arrived on Friday.", "Friday = 2024-01-12");
    row("en", "They arrived on Tuesday.", "Tuesday = 2024-01-16");
    row("en", "They leave next Monday.", "next Monday = 2024-01-22");
    row("en", "They leave next Friday.", "next Friday = 2024-01-26?");
    row("en", "They leave this Friday.", "this Friday = 2024-01-19");
    row("en", "They left last week.", "last week = 2024-01-08/2024-01-14");
    row("en", "They left three days ago.", "three days ago = 2024-01-13");
    row("en", "They left two years ago.", "two years ago = 2022");
    row("en", "Last October it rained.", "Last October = 2023-10");
    row("en", "They meet on 15–17 January.", "15–17 January = 2024-01-15/2024-01-17");
    row("en", "They meet from January 30 to February 2.",
        "from January 30 to February 2 = 2024-01-30/2024-02-02");
    row("en", "They met in the summer of 2018.", "summer of 2018 = 2018-22");
    row("en", "They met on Monday, January 15, in Hanoi.", "Monday, January 15 = 2024-01-15");
    // What is no date.
    row("en", "Recently they met for three days.", "none");
    row("en", "Theresa May met the envoy.", "none");
    row("en", "May they live long.", "none");
    row("en", "The troops march on the capital.", "none");
    row("en", "In May they met.", "May = 2024-05");
    row("en", "It is the 15th summit of its kind.", "none");
    row("en", "In the 1990s they met.", "none");
    row("en", "He came in June 15,000 times.", "June = 2024-06?");
    row("en", "They met for the first time in two years.", "none");
    row("en", "The meeting on 31 February was a joke.", "none");

    row("ko", "두 정상은 2023년 9월 13일 만났다.", "2023년 9월 13일 = 2023-09-13");
    row("ko", "지난해 10월에 만났다.", "지난해 10월 = 2023-10");
    row("ko", "올해 만날 것이다.", "올해 = 2024");
    row("ko", "다음 달 방문한다.", "다음 달 = 2024-02");
    row("ko", "내달 5일에 방문한다.", "내달 5일 = 2024-02-05");
    row("ko", "15일에는 평양을 떠났다.", "15일 = 2024-01-15");
    row("ko", "3월에 선거가 있다.", "3월 = 2024-03");
    row("ko", "15일부터 17일까지 머문다.", "15일부터 17일까지 = 2024-01-15/2024-01-17");
    row("ko", "지난해 말 회의에서 말했다.", "지난해 말 = 2023-12");
    row("ko", "오는 18일 만난다.", "오는 18일 = 2024-01-18");
    row("ko", "지난 12월 만났다.", "지난 12월 = 2023-12");
    row("ko", "어제 만났다.", "어제 = 2024-01-15");
    row("ko", "다음 주 금요일에 만난다.", "다음 주 금요일 = 2024-01-26");
    row("ko", "1월 15~17일 방문한다.", "1월 15~17일 = 2024-01-15/2024-01-17");
    row("ko", "지난 금요일에는 쉬었고 가을에 온다.", "지난 금요일 = 2024-01-12");
    row("ko", "월요일부터 수요일까지 머문다.", "월요일부터 수요일까지 = 2024-01-15/2024-01-17");
    row("ko", "통신은 15일 전원회의 소식을 전했다.", "15일 = 2024-01-15");
    row("ko", "통신이 15일 전했다.", "15일 = 2024-01-15");
    row("ko", "3일 전 도착했고 2년 만에 만났다.", "none");
    row("ko", "두 달 전 만났다.", "두 달 전 = 2023-11");
    row("ko", "사흘 동안 머물렀고 3일간 쉬었다.", "none");
    row("ko", "오늘날 세계는 다르다.", "none");
    row("ko", "그는 지난해 말했다.", "지난해 = 2023");
    row("ko", "최근 두 나라는 가까워졌다.", "none");

    row("ru", "Они встретились 13 сентября 2023 года.", "13 сентября 2023 года = 2023-09-13");
    row("ru", "Они встретились 16 января в Москве.", "16 января = 2024-01-16");
    row("ru", "Они встретились 3 декабря.", "3 декабря = 2023-12-03");
    row("ru", "В октябре прошлого года они говорили.", "В октябре прошлого года = 2023-10");
    row("ru", "Это было в прошлом году.", "в прошлом году = 2023");
    row("ru", "Он уехал 15-го числа.", "15-го числа = 2024-01-15");
    row("ru", "Вчера он приехал.", "Вчера = 2024-01-15");
    row("ru", "В марте пройдут выборы.", "В марте = 2024-03");
    row("ru", "Он приедет в следующем месяце.", "в следующем месяце = 2024-02");
    row("ru", "В этом году он приедет.", "В этом году = 2024");
    row("ru", "Он приехал в среду.", "в среду = 2024-01-10");
    row("ru", "Он был там с 15 по 17 января.", "с 15 по 17 января = 2024-01-15/2024-01-17");
    row("ru", "Это решили в конце прошлого года.", "в конце прошлого года = 2023-12");
    row("ru", "Три дня назад он уехал.", "Три дня назад = 2024-01-13");
    row("ru", "Дата: 13.09.2023.", "13.09.2023 = 2023-09-13");
    row("ru", "Это его второй визит за три дня.", "none");
    row("ru", "Марта Петрова говорила недолго.", "none");
    row("ru", "В международной среде это знают.", "none");

    on("2024-01-15")("en", "He stays from the 15th to the 17th.",
                     "from the 15th to the 17th = 2024-01-15/2024-01-17");
    on("2024-03-30")("en", "They left on the 31st.", "the 31st = 2024-01-31");
    on("2024-01-20")("en", "They left last Friday.", "last Friday = 2024-01-12?");
    on("2023-12-20")("en", "They meet in January.", "January = 2024-01");
    on("2024-01-02")("en", "They met on Dec. 30.", "Dec. 30 = 2023-12-30");
    on("2024-07-10")("en", "They met in January.", "January = 2024-01?");
    on("2024-01-15?")("en", "They met last month.", "last month = 2023-12?");
    on("2024-01-15~")("en", "They left yesterday.", "yesterday = 2024-01-14~");
}

void RelativeDatesTest::wordsSayWhen()
{
    QFETCH(const QString, language);
    QFETCH(const QString, published);
    QFETCH(const QString, words);
    QFETCH(const QString, expected);
    const SourceText text(words.toStdString());
    QCOMPARE(textOf(text, proposedIn(text, qPrintable(published), qPrintable(language))), expected);
}

void RelativeDatesTest::theDayOfPublicationMustBeKnownAsExactly_data()
{
    QTest::addColumn<QString>("published");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* published, const char* expected) {
        QTest::newRow(published) << QString::fromUtf8(published) << QString::fromUtf8(expected);
    };
    row("2024-01-16", "yesterday = 2024-01-15; May = 2024-05; next month = 2024-02; last year = "
                      "2023; April 2019 = 2019-04");
    row("2024-01", "May = 2024-05; next month = 2024-02; last year = 2023; April 2019 = 2019-04");
    row("2024-01-15/2024-01-16",
        "May = 2024-05; next month = 2024-02; last year = 2023; April 2019 = 2019-04");
    row("2024", "last year = 2023; April 2019 = 2019-04");
    row("2023/2024", "April 2019 = 2019-04");
    row("../2024-01", "April 2019 = 2019-04");
    row("", "April 2019 = 2019-04");
}

void RelativeDatesTest::theDayOfPublicationMustBeKnownAsExactly()
{
    QFETCH(const QString, published);
    QFETCH(const QString, expected);
    const SourceText text("They met yesterday, in May, next month, last year, in April 2019.");
    QCOMPARE(textOf(text, proposedIn(text, qPrintable(published), "en")), expected);
}

void RelativeDatesTest::whyIsSaidInWords_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("why");
    QTest::addColumn<QString>("otherwise");
    const auto row = [](const char* words, const char* why, const char* otherwise) {
        QTest::newRow(words) << QString::fromUtf8(words) << QString::fromUtf8(why)
                             << QString::fromUtf8(otherwise);
    };
    row("October last year", "relative to 16 January 2024", "");
    row("15 January 2024", "as written", "");
    row("in March", "the nearest one to 16 January 2024", "");
    row("in July", "the nearest one to 16 January 2024", "2024-07?");
    row("the 12th", "the last one before 16 January 2024", "2024-02-12");
    row("Friday", "the last one before 16 January 2024", "2024-01-19");
    row("Tuesday", "relative to 16 January 2024", "");
    row("next Friday", "relative to 16 January 2024", "2024-01-19?");
    row("from the 12th to the 14th", "the last one before 16 January 2024",
        "2024-02-12/2024-02-14");
}

void RelativeDatesTest::whyIsSaidInWords()
{
    QFETCH(const QString, words);
    QFETCH(const QString, why);
    QFETCH(const QString, otherwise);
    const SourceText text(words.toStdString());
    const std::vector<DateProposal> proposals = proposedIn(text, "2024-01-16", "en");
    QCOMPARE(proposals.size(), 1U);
    QCOMPARE(asQString(proposals.front().why), why);
    QCOMPARE(asQString(proposals.front().otherwise.value_or(Edtf{}).text), otherwise);
}

void RelativeDatesTest::onlyTheStretchIsRead()
{
    const SourceText text("🕊 In April 2019 and in May 2020.");
    const std::vector<DateProposal> proposals =
        datesIn(text, {16, text.size()}, std::nullopt, languages().of("en"));
    QCOMPARE(textOf(text, proposals), QStringLiteral("May 2020 = 2020-05"));
}

/// How often what is proposed for the words that are marked as a date is what was annotated.
void RelativeDatesTest::theRealArticle()
{
    const QString name = sharedFolder() + QStringLiteral("/articles/choe-visits-russia");
    if (!QFile::exists(name + QStringLiteral(".ann")))
        QSKIP("the real article is not here: set ENTENTE_SHARED to its folder");
    const SourceText text(bytesOf(name + QStringLiteral(".txt")));
    const Annotations annotations =
        read(bytesOf(name + QStringLiteral(".ann")), text.utf8()).annotations;
    int dates = 0;
    int same = 0;
    for (const TextBound& bound : annotations.textBounds) {
        if (bound.type != "Date")
            continue;
        const auto isOf = [&](const NormalizationLine& line) {
            return line.target == bound.id && line.database == "EDTF";
        };
        const auto gold = std::ranges::find_if(annotations.normalizations, isOf);
        const std::string wanted =
            gold == annotations.normalizations.end() ? std::string() : gold->entry;
        const TextSpan span = hullOf(bound.spans);
        std::string found;
        for (const DateProposal& proposal :
             datesIn(text, text.sentenceRound(span, "en"), parseEdtf("2024-01-15"),
                     languages().of("en"))) {
            if (proposal.span.overlaps(span))
                found = proposal.date.text;
        }
        ++dates;
        same += found == wanted ? 1 : 0;
        if (found != wanted)
            qInfo("“%s”: annotated %s, proposed %s", bound.text.c_str(), wanted.c_str(),
                  found.c_str());
    }
    qInfo("%d of %d dates", same, dates);
    QVERIFY(20 * same >= 19 * dates);
}

QTEST_GUILESS_MAIN(RelativeDatesTest)
#include "relativedatestest.moc"
