// SPDX-License-Identifier: Apache-2.0
#include "graph/text/edtf.h"

#include <QTest>

using namespace entente;

namespace
{

QString textOf(const std::optional<Day>& day)
{
    if (!day)
        return QStringLiteral("open");
    return QString::asprintf("%d-%02d-%02d", day->year, day->month, day->day);
}

} // namespace

class EdtfTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhichDaysADateCanMean_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("earliest");
        QTest::addColumn<QString>("latest");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* text, const char* earliest, const char* latest,
                            const char* words) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(earliest)
                                << QString::fromUtf8(latest) << QString::fromUtf8(words);
        };
        row("2024", "2024-01-01", "2024-12-31", "2024");
        row("2024-02", "2024-02-01", "2024-02-29", "February 2024");
        row("2023-02", "2023-02-01", "2023-02-28", "February 2023");
        row("2024-01-15", "2024-01-15", "2024-01-15", "15 January 2024");
        row("2024-01-15T09:30", "2024-01-15", "2024-01-15", "15 January 2024");
        row("2024-01-15/2024-01-17", "2024-01-15", "2024-01-17", "15–17 January 2024");
        row("2024-01-30/2024-02-02", "2024-01-30", "2024-02-02", "30 January – 2 February 2024");
        row("2023-12-30/2024-01-02", "2023-12-30", "2024-01-02",
            "30 December 2023 – 2 January 2024");
        row("2023-10/2023-11", "2023-10-01", "2023-11-30", "October–November 2023");
        row("2018/2024", "2018-01-01", "2024-12-31", "2018–2024");
        row("2024?", "2024-01-01", "2024-12-31", "2024 (uncertain)");
        row("2023-10~", "2023-10-01", "2023-10-31", "about October 2023");
        row("2023-10%", "2023-10-01", "2023-10-31", "about October 2023 (uncertain)");
        row("202X", "2020-01-01", "2029-12-31", "2020–2029");
        row("2023-XX", "2023-01-01", "2023-12-31", "2023");
        row("2023-10-XX", "2023-10-01", "2023-10-31", "October 2023");
        row("2024-21", "2024-03-01", "2024-05-31", "March–May 2024");
        row("../2024-01", "open", "2024-01-31", "until January 2024");
        row("/2024-01-14", "open", "2024-01-14", "from a day unknown to 14 January 2024");
        row("2024-01-14/", "2024-01-14", "open", "from 14 January 2024 to a day unknown");
        row("2023/..", "2023-01-01", "open", "from 2023");
        row("2023/open", "2023-01-01", "open", "from 2023");
        row("[2024-01-15,2024-01-16]", "2024-01-15", "2024-01-16",
            "15 January 2024 or 16 January 2024");
        row("[2023,2024]", "2023-01-01", "2024-12-31", "2023 or 2024");
        row("{2023-10,2024-01-14..2024-01-16}", "2023-10-01", "2024-01-16",
            "October 2023 and 14 January 2024 to 16 January 2024");
        row("{2024-01-15,2024-01-18}", "2024-01-15", "2024-01-18",
            "15 January 2024 and 18 January 2024");
        row("[..2024-01-15]", "open", "2024-01-15", "15 January 2024 or earlier");
        row("Y-17000", "-17000-01-01", "-17000-12-31", "-17000");
    }

    void saysWhichDaysADateCanMean()
    {
        QFETCH(const QString, text);
        const std::optional<Edtf> date = parseEdtf(text.toStdString());
        QVERIFY(date);
        QCOMPARE(QString::fromStdString(date->text), text);
        QTEST(textOf(date->earliest), "earliest");
        QTEST(textOf(date->latest), "latest");
        QTEST(QString::fromStdString(wordsOf(*date)), "words");
    }

    void otherTextIsNoDate_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text : {"",
                                 "/",
                                 "../..",
                                 "yesterday",
                                 "2024-13",
                                 "2024-00",
                                 "2024-02-30",
                                 "2024-1-5",
                                 "24",
                                 "2024-01-15-01",
                                 "2024-01-17/2024-01-15",
                                 "[",
                                 "[]",
                                 "[2024",
                                 "2024/yesterday",
                                 "X024",
                                 "99999999999999999999",
                                 "-",
                                 "Y",
                                 "2024-01-0",
                                 "[..]",
                                 "2024-01-0X0"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }

    void otherTextIsNoDate()
    {
        QFETCH(const QString, text);
        QVERIFY(!parseEdtf(text.toStdString()));
    }

    void datesExcludeEachOtherOnlyWithoutAnyDoubt()
    {
        const auto exclude = [](const char* a, const char* b) {
            return excludeEachOther(*parseEdtf(a), *parseEdtf(b));
        };
        QVERIFY(exclude("2024-01-15", "2024-01-16"));
        QVERIFY(exclude("2024-01-15/2024-01-17", "2024-01-18"));
        QVERIFY(!exclude("2024-01-15/2024-01-17", "2024-01-17"));
        QVERIFY(!exclude("2024-01", "2024-01-17"));
        QVERIFY(!exclude("2024-01-15~", "2024-01-16"));
        QVERIFY(!exclude("2023/..", "2024-01-16"));
        QVERIFY(exclude("2025/..", "2024-01-16"));
    }
};

QTEST_GUILESS_MAIN(EdtfTest)
#include "edtftest.moc"
