// SPDX-License-Identifier: Apache-2.0
// Time as pixels: days, ticks, bars and counts.
#include "graph/model/graph.h"
#include "tests/support/storetext.h"
#include "ui/timeline/timelinepainter.h"

#include <QStringList>
#include <QTest>

#include <numeric>

using namespace entente;

namespace
{

QString dayText(int day) { return QString::fromStdString(edtfOf(dayOf(day))); }

/// Over so many pixels.
TimeScale over(Day first, Day last, double pixels)
{
    return {static_cast<double>(dayNumber(first)), static_cast<double>(dayNumber(last)), 0, pixels};
}

QString tickWords(const TimeScale& scale)
{
    QStringList words;
    for (const Tick& tick : ticksOf(scale))
        words << tick.words;
    return words.join(u' ');
}

} // namespace

class TimelineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void daysAreNumbersAndBack()
    {
        QCOMPARE(dayNumber({1970, 1, 1}), 0);
        QCOMPARE(dayNumber({1969, 12, 31}), -1);
        for (const Day day : {Day{2024, 2, 29}, Day{-44, 3, 15}, Day{0, 1, 1}, Day{9999, 12, 31}})
            QCOMPARE(dayOf(dayNumber(day)), day);
        QCOMPARE(edtfOf({-44, 3, 15}), std::string("-0044-03-15"));
    }

    void unitsBeginWhereTheyBegin()
    {
        QCOMPARE(beginOf(TimeUnit::Month, {2024, 3, 31}, -1), (Day{2024, 2, 1}));
        QCOMPARE(beginOf(TimeUnit::Quarter, {2024, 3, 31}, 1), (Day{2024, 4, 1}));
        QCOMPARE(beginOf(TimeUnit::Day, {2023, 12, 31}, 1), (Day{2024, 1, 1}));
        QCOMPARE(beginOf(TimeUnit::Decade, {1989, 5, 1}), (Day{1980, 1, 1}));
        QCOMPARE(beginOf(TimeUnit::Year, {-1, 5, 1}), (Day{-1, 1, 1}));
        QCOMPARE(beginOf(TimeUnit::Century, {-1, 5, 1}), (Day{-100, 1, 1}));
    }

    void ticksHaveRoomForTheirWords()
    {
        QCOMPARE(unitFor(over({2018, 1, 1}, {2025, 1, 1}, 900)), TimeUnit::Year);
        QCOMPARE(tickWords(over({2018, 1, 1}, {2021, 1, 1}, 300)),
                 QStringLiteral("2018 2019 2020 2021"));
        QCOMPARE(tickWords(over({2023, 11, 15}, {2024, 2, 15}, 300)),
                 QStringLiteral("Nov Dec 2024 Feb"));
        QCOMPARE(unitFor(over({2024, 1, 1}, {2024, 1, 8}, 900)), TimeUnit::Day);
        QCOMPARE(unitFor(over({1789, 1, 1}, {2024, 1, 1}, 300)), TimeUnit::Century);
        // However much time there is, they end.
        QVERIFY(ticksOf(over({-9999, 1, 1}, {9999, 1, 1}, 900)).size() < 300);
    }

    void aDateIsTheDaysItMayMean()
    {
        const auto span = [](const char* text) {
            const std::optional<DaySpan> days = spanOf(parseEdtf(text));
            return days ? dayText(days->first) + u' ' + dayText(days->last) : QString();
        };
        QCOMPARE(span("2024-01-15"), QStringLiteral("2024-01-15 2024-01-15"));
        QCOMPARE(span("2024-02"), QStringLiteral("2024-02-01 2024-02-29"));
        QCOMPARE(span("2024-10-29/.."), QStringLiteral("2024-10-29 2024-10-29"));
        QCOMPARE(span("../2023-05-01"), QStringLiteral("2023-05-01 2023-05-01"));
        QVERIFY(!spanOf(std::nullopt));
    }

    void whatOverlapsStandsAboveEachOther()
    {
        const TimelineLook look = looking(R"(
            article a 2024-02-01
            Visit Happened on 2024-01-10/2024-01-20: Visitor Person "A"
            Talks Happened on 2024-01-15: Participant Person "A", Participant Person "B"
            Summit Happened on 2024-01-28: Participant Person "A", Participant Person "B"
            Meeting Happened: Participant Person "A", Participant Person "B"
        )");
        QCOMPARE(look.data.undatedEvents.size(), 1U);
        const std::vector<TimelineBar> bars = barsOf(look, row);
        QCOMPARE(bars.size(), 3U);
        QVERIFY(bars[0].rect.width() > bars[1].rect.width());
        QVERIFY(bars[1].rect.bottom() <= bars[0].rect.top());
        QCOMPARE(bars[2].rect.top(), bars[0].rect.top()); // There is room again.
    }

    void whatCannotBeToldApartIsCounted()
    {
        std::string text = "article a 2024-02-01\n";
        for (int i = 0; i < 30; ++i)
            text += "Talks Happened on 2024-01-15: Participant Person \"A" + std::to_string(i) +
                    "\", Participant Person \"B\"\n";
        text += "Talks Planned on 2024-01: Participant Person \"A\", Participant Person \"B\"\n";
        const TimelineLook look = looking(text);
        QVERIFY(barsOf(look, row).empty());
        const TimelineCounts counts = countsOf(look, row);
        double all = 0;
        double happened = 0;
        for (const TimelineCounts::Bin& bin : counts.bins) {
            all += bin.all;
            happened += bin.happened;
        }
        QVERIFY(std::abs(all - 31) < 1e-6); // Each once, wherever it may have been.
        QVERIFY(std::abs(happened - 30) < 1e-6);
        QVERIFY(counts.most >= 6); // A day is five counts wide.
    }

private:
    static TimelineLook looking(const std::string& text)
    {
        const Store store = storeFrom(text);
        TimelineLook look;
        look.data = timelineDataOf(fold(store, testOntology()), store);
        look.scale = over({2024, 1, 1}, {2024, 2, 1}, row.width());
        return look;
    }
    static constexpr QRectF row{0, 0, 620, 50};
};

QTEST_MAIN(TimelineTest)

#include "timelinetest.moc"
