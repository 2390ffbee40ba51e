// SPDX-License-Identifier: Apache-2.0
#include "graph/layout/chronology.h"

#include "graph/layout/boxes.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace entente;

namespace
{

/// Events at dates ("" for none; "-" is an actor), of the size of cards; edges between any.
struct Story
{
    explicit Story(const std::vector<std::string>& dates)
    {
        for (const std::string& date : dates) {
            request.nodes.push_back({.size = {180, 60}, .pinned = {}});
            moments.push_back(
                {.isEvent = date != "-",
                 .date = date.empty() || date == "-" ? std::optional<Edtf>() : parseEdtf(date)});
        }
    }
    Layout layOut(int periodsAYear = 12) const
    {
        return layOutByTime(request, moments, periodsAYear);
    }
    LayoutRequest request;
    std::vector<Moment> moments;
};

bool anyOverlap(const Story& story, const Layout& layout)
{
    for (std::size_t i = 0; i < layout.nodes.size(); ++i) {
        for (std::size_t j = i + 1; j < layout.nodes.size(); ++j) {
            const Size a = story.request.nodes[i].size;
            const Size b = story.request.nodes[j].size;
            if (std::abs(layout.nodes[i].x - layout.nodes[j].x) < (a.width + b.width) / 2 &&
                std::abs(layout.nodes[i].y - layout.nodes[j].y) < (a.height + b.height) / 2)
                return true;
        }
    }
    return false;
}

/// All events of a period stand right of those of the one before.
bool isInOrder(const Story& story, const Layout& layout, int periodsAYear)
{
    for (std::size_t i = 0; i < layout.nodes.size(); ++i) {
        for (std::size_t j = 0; j < layout.nodes.size(); ++j) {
            const auto& a = story.moments[i].date;
            const auto& b = story.moments[j].date;
            if (a && b && periodOf(*a, periodsAYear) < periodOf(*b, periodsAYear) &&
                layout.nodes[i].x >= layout.nodes[j].x)
                return false;
        }
    }
    return true;
}

} // namespace

class ChronologyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDateFallsIntoItsPeriod_data()
    {
        QTest::addColumn<QString>("date");
        QTest::addColumn<QString>("month");
        QTest::addColumn<QString>("year");
        const auto row = [](const char* date, const char* month, const char* year) {
            QTest::newRow(date) << QString::fromLatin1(date) << QString::fromLatin1(month)
                                << QString::fromLatin1(year);
        };
        row("2024-01-15", "January 2024", "2024");
        row("2023-10", "October 2023", "2023");
        row("2019", "2019", "2019"); // No month is made up for it.
        row("2024-01-30/2024-02-02", "January 2024", "2024");
        row("2018/2019", "2018", "2018");
        row("../2024-03-01", "March 2024", "2024");
        row("2024?", "2024", "2024");
    }

    void aDateFallsIntoItsPeriod()
    {
        QFETCH(const QString, date);
        const auto edtf = parseEdtf(date.toStdString());
        QVERIFY(edtf);
        QTEST(QString::fromStdString(wordsOf(*periodOf(*edtf, 12))), "month");
        QTEST(QString::fromStdString(wordsOf(*periodOf(*edtf, 1))), "year");
    }

    void aDecadeIsNoYear()
    {
        for (const char* date : {"201X", "19XX"}) {
            QVERIFY(parseEdtf(date));
            QVERIFY(!periodOf(*parseEdtf(date), 12));
            QVERIFY(!periodOf(*parseEdtf(date), 1));
        }
        QVERIFY(periodOf(*parseEdtf("2019-XX"), 12));
    }

    void manyMonthsBecomeYears()
    {
        std::vector<std::string> dates{"-", ""};
        QCOMPARE(periodsAYearFor(Story(dates).moments), 0);
        for (int month = 1; month <= 12; ++month)
            dates.push_back("2023-" + std::string(month < 10 ? "0" : "") + std::to_string(month));
        QCOMPARE(periodsAYearFor(Story(dates).moments), 12);
        for (int year = 2000; year < 2010; ++year)
            dates.push_back(std::to_string(year));
        QCOMPARE(periodsAYearFor(Story(dates).moments), 1);
    }

    void timeRunsFromLeftToRight()
    {
        Story story({"2024-01-15", "2023-10-02", "2023-10-01", "2019", "2024-01-02", "-", ""});
        story.request.edges = {{.tail = 3, .head = 5, .label = {}}};
        const Layout layout = story.layOut();
        QVERIFY(isInOrder(story, layout, 12));
        QVERIFY(!anyOverlap(story, layout));
        QVERIFY(layout.nodes[2].y < layout.nodes[1].y); // Within a month, downwards.
        for (std::size_t i = 0; i < 6; ++i)
            QVERIFY(layout.nodes[6].y > layout.nodes[i].y + 60);      // A band of its own.
        QVERIFY(std::abs(layout.nodes[5].x - layout.nodes[3].x) < 1); // Near what it takes part in.
        QCOMPARE(layout, story.layOut());
        QCOMPARE(layout.edges.size(), std::size_t(1));
    }

    void anyNumberOfEventsFindsRoom()
    {
        std::mt19937 random(3);
        const auto below = [&](int end) {
            return std::uniform_int_distribution<int>(0, end - 1)(random);
        };
        for (int round = 0; round < 20; ++round) {
            std::vector<std::string> dates;
            const int count = 5 + below(120);
            for (int i = 0; i < count; ++i) {
                const int kind = below(6);
                dates.push_back(kind == 0  ? ""
                                : kind < 3 ? "-"
                                           : std::to_string(2000 + below(20)) + "-0" +
                                                 std::to_string(1 + below(9)));
            }
            Story story(dates);
            for (LayoutNode& node : story.request.nodes)
                node.size = {40.0 + below(260), 30.0 + below(100)};
            for (int i = 0; i < count; ++i)
                story.request.edges.push_back(
                    {.tail = below(count), .head = below(count), .label = {}});
            const Layout layout = story.layOut(1);
            QVERIFY(!anyOverlap(story, layout));
            QVERIFY(isInOrder(story, layout, 1));
        }
    }

    void whatIsPinnedStays()
    {
        Story story({"2024-01-15", "2023-10-02", "-"});
        story.request.nodes[2].pinned = Point{1000, -500};
        const Layout layout = story.layOut();
        QCOMPARE(layout.nodes[2], (Point{1000, -500}));
        QVERIFY(!anyOverlap(story, layout));
    }

    void whatIsNewFindsItsTimeAndMovesNothing()
    {
        const std::vector<std::string> dates{"2024-01-15", "2023-10-02", "2023-10-01", "", "-"};
        const Layout before = Story(dates).layOut();
        std::vector<std::string> more = dates;
        for (const char* date : {"2023-10-05", "2023-12", "2022-05", "2024-06", "", "-"})
            more.emplace_back(date);
        Story story(more);
        for (std::size_t i = 0; i < dates.size(); ++i)
            story.request.nodes[i].pinned = before.nodes[i];
        story.request.edges = {{.tail = 5, .head = 10, .label = {}}};
        const Layout after = placeByTime(story.request, story.moments, 12);
        for (std::size_t i = 0; i < dates.size(); ++i)
            QCOMPARE(after.nodes[i], before.nodes[i]);
        QVERIFY(isInOrder(story, after, 12));
        QVERIFY(!anyOverlap(story, after));
        QVERIFY(std::abs(after.nodes[9].y - after.nodes[3].y) < 1); // With the undated.
    }
};

QTEST_GUILESS_MAIN(ChronologyTest)
#include "chronologytest.moc"
