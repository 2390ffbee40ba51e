// SPDX-License-Identifier: Apache-2.0
// Time in the real window: the strip is brushed, and all is seen as it was known on a day.
#include "graph/model/graph.h"
#include "tests/support/realwindow.h"
#include "ui/filters/filterbar.h"
#include "ui/filters/filtercommands.h"
#include "ui/panels/evidencepanel.h"
#include "ui/text/translations.h"
#include "ui/window/analysiscommands.h"
#include "ui/workspace/explorer.h"
#include "ui/workspace/selection.h"
#include "ui/workspace/workspace.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

using namespace entente;

class WindowTimelineTest : public QObject, private RealWindow
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        moveIn(QStringLiteral("windowtimelinetest"));
        installTranslations(QLocale());
    }

    void init()
    {
        forget();
        show({1400, 900});
        open(sample());
        QVERIFY(!panel().isVisible());
        QTest::keyClick(m_window.get(), Qt::Key_F4);
        QVERIFY(panel().isVisible());
        settle();
        QTRY_COMPARE(strip().look().data.events.size(), 40U);
    }

    void cleanup() { m_window.reset(); }

    void whatHasADateStandsOnItAndTheRestIsCounted()
    {
        QCOMPARE(strip().look().data.undatedEvents.size(), 16U);
        QVERIFY2(panel().undatedButton().text().startsWith(QStringLiteral("16 meetings undated")),
                 qPrintable(panel().undatedButton().text()));
        QCOMPARE(dayText(strip().look().data.events.front().days.first),
                 QStringLiteral("2018-03-01"));
        const TimelineEvent& open =
            named(QStringLiteral("Visit: Choe Son-hui to Russia, from 29 October 2024"));
        QVERIFY(open.opens);
        QVERIFY(!open.ends);
        QVERIFY(strip().hasFocus());
    }

    void aDragAlongTheMeetingsShowsOnlyThatTime()
    {
        const std::size_t all = m_window->scene().shown().nodes.size();
        brush(2018, 2019);
        QVERIFY(m_window->scene().shown().nodes.size() < all);
        QCOMPARE(m_window->scene().filter().conditions.size(), 1U);
        const Condition& condition = m_window->scene().filter().conditions.front();
        QCOMPARE(condition.facet, Facet::Date);
        QVERIFY2(condition.values.front().starts_with("2018-0"), condition.values.front().c_str());
        QCOMPARE(condition.values.back(), std::string()); // What has no date stays, as it was.
        QVERIFY(m_window->filters().bar().chip(0)->text().startsWith(QStringLiteral("Event date")));
        // The rest of time is there still, to be gone to.
        QCOMPARE(strip().look().data.events.size(), 40U);
        // However long the drag was, it is one step back.
        m_window->explorer().back();
        settle();
        QCOMPARE(m_window->scene().shown().nodes.size(), all);
        QVERIFY(!strip().look().brush);
    }

    void aBrushIsMovedAndTakenAwayByKeys()
    {
        QTest::keyClick(&strip(), Qt::Key_Right); // What is in the middle.
        QVERIFY(strip().look().brush);
        const DaySpan first = *strip().look().brush;
        QTest::keyClick(&strip(), Qt::Key_Right);
        QVERIFY(strip().look().brush->first > first.first);
        QTest::keyClick(&strip(), Qt::Key_Right, Qt::ShiftModifier);
        const DaySpan longer = *strip().look().brush;
        QVERIFY(longer.last - longer.first > first.last - first.first + 20);
        settle();
        QVERIFY(!m_window->scene().filter().isEmpty());
        QTest::keyClick(&strip(), Qt::Key_Escape);
        settle();
        QVERIFY(m_window->scene().filter().isEmpty());
        QVERIFY(m_window->isVisible());
    }

    void theWheelLooksCloserAndADoubleClickOnTheAxisAtAll()
    {
        const TimeScale all = strip().look().scale;
        const QPointF at(all.xOf(dayNumber({2019, 4, 25})), 20);
        for (int i = 0; i < 8; ++i) {
            QWheelEvent wheel(at, strip().mapToGlobal(at), {}, {0, 120}, Qt::NoButton,
                              Qt::NoModifier, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(&strip(), &wheel);
        }
        const TimeScale close = strip().look().scale;
        QVERIFY(close.last - close.first < (all.last - all.first) / 4);
        QVERIFY(std::abs(close.xOf(dayNumber({2019, 4, 25})) - at.x()) < 1); // Under the cursor.
        QTest::mouseDClick(&strip(), Qt::LeftButton, {}, strip().rows().axis.center().toPoint());
        QCOMPARE(strip().look().scale, all);
    }

    void aClickOnABarSelectsItsMeetingAndASelectionIsSeenOnIt()
    {
        // So near that they can be told apart.
        strip().zoom(12, strip().look().scale.xOf(dayNumber({2023, 10, 10})));
        const std::vector<TimelineBar> bars = barsOf(strip().look(), strip().rows().events);
        QVERIFY(!bars.empty());
        const TimelineBar& bar = bars.front();
        QTest::mouseClick(&strip(), Qt::LeftButton, {}, bar.rect.center().toPoint());
        const NodeId event = strip().look().data.events[bar.event].id;
        QVERIFY(m_window->selection().contains(event));
        QCOMPARE(strip().look().selected, std::set{event});
        m_window->selection().set(node("Choe Son-hui"));
        QVERIFY(strip().look().selected.size() > 3); // Those that she takes part in.
    }

    void whatHasNoDateCanBeDimmedOrHidden()
    {
        const NodeId undated = node("Visit: Kim Jong-un to Seoul");
        QVERIFY(m_window->scene().isShown(undated));
        choose(1);
        settle();
        QVERIFY(m_window->scene().picture().node(undated)->faded);
        QVERIFY(!m_window->scene().picture().node(node("Choe Son-hui"))->faded);
        choose(2);
        settle();
        QVERIFY(!m_window->scene().isShown(undated));
        QCOMPARE(m_window->filters().bar().chip(0)->text(),
                 QStringLiteral("not Event date: undated"));
        QVERIFY(panel().undatedButton().text().contains(QStringLiteral("hidden")));
        brush(2018, 2019); // It stays hidden.
        QVERIFY(!m_window->scene().isShown(undated));
        QTest::keyClick(&strip(), Qt::Key_Escape);
        settle();
        QVERIFY(!m_window->scene().isShown(undated));
        choose(0);
        settle();
        QVERIFY(m_window->scene().isShown(undated));
        QVERIFY(!m_window->scene().picture().node(undated)->faded);
        QVERIFY(m_window->scene().filter().isEmpty());
    }

    /// On the day of the summit one side had spoken, on the next the other, and none is preferred.
    void onADayOnlyWhatHadBeenReportedIsKnown()
    {
        const NodeId statement = node("Statement: North Korea to United States");
        QVERIFY(m_window->scene().graph().node(statement)->contested);
        QCOMPARE(m_window->scene().graph().node(statement)->modality, std::nullopt);
        m_window->selection().set(statement);
        QCOMPARE(articles(), 2);
        see("2019-02-28");
        const Node* then = m_window->scene().graph().node(statement);
        QVERIFY(then != nullptr);
        QCOMPARE(then->modality, Modality::Happened);
        QVERIFY(!then->contested);
        QCOMPARE(articles(), 1);
        QVERIFY(m_window->scene().graph().node(node("Sergei Shoigu")) == nullptr);
        QVERIFY(strip().look().knownOn);
        // A day more.
        see("2019-03-01");
        QVERIFY(m_window->scene().graph().node(statement)->contested);
        QCOMPARE(m_window->scene().graph().node(statement)->modality, std::nullopt);
        QCOMPARE(articles(), 2);
        m_window->explorer().back();
        m_window->explorer().back();
        settle();
        QVERIFY(!strip().look().knownOn);
        QCOMPARE(articles(), 2);
    }

    void theDayIsChosenByADragAlongTheArticlesOrByKeys()
    {
        const QRectF row = strip().rows().articles;
        const auto at = [&](Day day) {
            return QPoint(static_cast<int>(strip().look().scale.xOf(dayNumber(day))),
                          static_cast<int>(row.center().y()));
        };
        drag(at({2024, 12, 1}), at({2019, 1, 15}));
        QVERIFY(strip().look().knownOn);
        QVERIFY(std::abs(*strip().look().knownOn - dayNumber({2019, 1, 15})) < 12);
        QVERIFY(m_window->scene().graph().node(node("Sergei Shoigu")) == nullptr);
        const int day = *strip().look().knownOn;
        QTest::keyClick(&strip(), Qt::Key_Right, Qt::ControlModifier);
        QVERIFY(*strip().look().knownOn > day);
        QTest::keyClick(&strip(), Qt::Key_Escape);
        settle();
        QVERIFY(m_window->scene().graph().node(node("Sergei Shoigu")) != nullptr);
    }

    void theDayCanBeTyped()
    {
        QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
        FilterPopup* popup = m_window->filters().popup();
        QVERIFY(popup != nullptr);
        QTRY_VERIFY(popup->fromBox()->hasFocus());
        QVERIFY(!popup->toBox()->isVisible());
        QTest::keyClicks(popup->fromBox(), QStringLiteral("2019-02"));
        QVERIFY(m_window->scene().filter().isEmpty()); // No day yet.
        QTest::keyClicks(popup->fromBox(), QStringLiteral("-28"));
        settle();
        QCOMPARE(m_window->filters().bar().chip(0)->text(),
                 QStringLiteral("as known on 28 February 2019"));
        popup->close();
    }

private:
    TimelinePanel& panel() { return m_window->analysis().timeline(); }
    TimelineStrip& strip() { return panel().strip(); }
    static QString dayText(int day) { return QString::fromStdString(edtfOf(dayOf(day))); }
    const TimelineEvent& named(const QString& name)
    {
        for (const TimelineEvent& event : strip().look().data.events) {
            if (event.name == name)
                return event;
        }
        qFatal("no such event");
    }
    NodeId node(const std::string& name) const
    {
        const KnowledgeGraph& graph = *m_window->workspace().events();
        for (const NodeId id : graph.nodes()) {
            if (graph.node(id)->name == name)
                return id;
        }
        return {};
    }
    void drag(QPoint from, QPoint to)
    {
        QTest::mousePress(&strip(), Qt::LeftButton, {}, from);
        for (int i = 1; i <= 8; ++i)
            QTest::mouseMove(&strip(), from + (to - from) * i / 8);
        QTest::mouseRelease(&strip(), Qt::LeftButton, {}, to);
        settle();
    }
    /// From the first of one year's March to another's.
    void brush(int from, int to)
    {
        const auto at = [this](int year) {
            return QPoint(static_cast<int>(strip().look().scale.xOf(dayNumber({year, 3, 1}))), 8);
        };
        drag(at(from), at(to));
    }
    void choose(int action) { panel().undatedButton().menu()->actions().at(action)->trigger(); }
    void see(const char* day)
    {
        Filter filter = m_window->scene().filter().withoutKnownOn();
        filter.conditions.push_back({Facet::KnownOn, {day}, false});
        m_window->explorer().setFilter(filter);
        settle();
    }
    /// Whose words the panel shows.
    int articles() const
    {
        const QAbstractItemModel& model = *m_window->evidence().list()->model();
        int headings = 0;
        for (int row = 0; row < model.rowCount(); ++row)
            headings += model.flags(model.index(row, 0)).testFlag(Qt::ItemIsSelectable) ? 0 : 1;
        return headings;
    }
};

QTEST_MAIN(WindowTimelineTest)
#include "windowtimelinetest.moc"
