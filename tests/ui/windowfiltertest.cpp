// SPDX-License-Identifier: Apache-2.0
// Filters in the real window: by clicks and keys, back and forward; and nothing ever moves.
#include "tests/support/manymeetings.h"
#include "tests/support/realwindow.h"
#include "ui/canvas/graphcanvas.h"
#include "ui/filters/filterbar.h"
#include "ui/filters/filtercommands.h"
#include "ui/filters/savedviews.h"
#include "ui/text/translations.h"
#include "ui/window/actions.h"
#include "ui/window/messagebar.h"
#include "ui/window/statusline.h"
#include "ui/workspace/explorer.h"

#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>
#include <map>
#include <random>

using namespace entente;

namespace
{

using Places = std::map<NodeId, QPointF>;

Filter only(Facet facet, const char* value, bool isNegated = false)
{
    return {{{facet, {value}, isNegated}}, false};
}

} // namespace

class WindowFilterTest : public QObject, private RealWindow
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        moveIn(QStringLiteral("windowfiltertest"));
        installTranslations(QLocale());
    }

    void init()
    {
        forget();
        show({1400, 900});
        open(sample());
    }

    void cleanup() { m_window.reset(); }

    void aFilterIsChosenByKeysAndClicksAndTakenAway()
    {
        const Places all = places();
        choose(Facet::Modality, QStringLiteral("did not happen"));
        QCOMPARE(bar().conditions(), QStringList{QStringLiteral("Modality: did not happen")});
        const Places left = places();
        QVERIFY(!left.empty() && left.size() < all.size());
        QVERIFY(isPartOf(left, all)); // Nothing moved.
        QVERIFY(m_window->statusLine().counts().contains(
            QStringLiteral("which the filters leave of %1").arg(all.size())));

        choose(Facet::Modality, QStringLiteral("expected")); // The same chip has two now.
        QCOMPARE(bar().conditions(),
                 QStringList{QStringLiteral("Modality: did not happen or expected")});
        QVERIFY(isPartOf(left, places()) && isPartOf(places(), all));

        QTest::mouseClick(bar().cross(0), Qt::LeftButton);
        settle();
        QCOMPARE(bar().conditions(), QStringList());
        QCOMPARE(places(), all);
    }

    void theNumberBesideAChoiceIsWhatItLeaves()
    {
        FilterPopup& popup = openPopup(Facet::Type);
        const QModelIndex row = popup.list()->model()->index(1, 0);
        const QString count = row.siblingAtColumn(1).data().toString();
        QTest::mouseClick(popup.list()->viewport(), Qt::LeftButton, {},
                          popup.list()->visualRect(row).center());
        popup.close();
        settle();
        QCOMPARE(QString::number(meetings()), count);
    }

    void aConditionIsTurnedRound()
    {
        const int all = meetings();
        choose(Facet::Type, QStringLiteral("Visit"));
        const int visits = meetings();
        QTest::mouseClick(bar().chip(0), Qt::LeftButton);
        QTRY_VERIFY(popup() && popup()->list()->model()->rowCount() > 0);
        popup()->notBox()->click();
        popup()->close();
        settle();
        QCOMPARE(bar().conditions(), QStringList{QStringLiteral("not Type: Visit")});
        QCOMPARE(meetings(), all - visits);
    }

    void datesAreTyped()
    {
        FilterPopup& popup = openPopup(Facet::Date);
        QTest::keyClicks(popup.fromBox(), QStringLiteral("2024"));
        QTest::keyClick(popup.fromBox(), Qt::Key_Return);
        settle();
        QCOMPARE(bar().conditions(), QStringList{QStringLiteral("Event date: from 2024")});
        QVERIFY(meetings() > 0);
        for (const NodeId id : m_window->scene().graph().nodes()) {
            const Node& node = *m_window->scene().graph().node(id);
            QVERIFY(node.kind == NodeKind::Entity || !node.date || !node.date->latest ||
                    node.date->latest->year >= 2024);
        }
    }

    void allOfThemOrAny()
    {
        m_window->explorer().setFilter(
            {{{Facet::Type, {"Visit"}}, {Facet::Type, {"Summit"}}}, false});
        settle();
        QCOMPARE(meetings(), 0);
        QCOMPARE(m_window->message().text(), QStringLiteral("Nothing passes these filters."));
        m_window->actions().matchAny->trigger();
        settle();
        QVERIFY(meetings() > 0);
        QVERIFY(m_window->message().isHidden());
        press(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(meetings(), 0);
    }

    void filtersAreStepsOfTheWay()
    {
        const Places all = places();
        choose(Facet::Modality, QStringLiteral("happened"));
        const Places happened = places();
        choose(Facet::Type, QStringLiteral("Visit"));
        const Places visits = places();
        QVERIFY(visits != happened && happened != all);
        press(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(places(), happened);
        QCOMPARE(bar().conditions().size(), 1);
        press(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(places(), all);
        QVERIFY(bar().conditions().isEmpty());
        press(Qt::Key_Right, Qt::AltModifier);
        press(Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(places(), visits);
        QCOMPARE(bar().conditions().size(), 2);
        QVERIFY(!m_window->workspace().undoStack().canUndo()); // None of it is an edit.
        press(Qt::Key_Backspace, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(places(), all);
    }

    void theOtherViewIsFilteredToo()
    {
        press(Qt::Key_2, Qt::ControlModifier | Qt::AltModifier);
        const Places actors = places();
        const int ties = m_window->scene().graph().edgeCount();
        press(Qt::Key_1, Qt::ControlModifier | Qt::AltModifier);
        choose(Facet::Modality, QStringLiteral("expected"));
        press(Qt::Key_2, Qt::ControlModifier | Qt::AltModifier);
        QVERIFY(m_window->scene().graph().edgeCount() < ties);
        QVERIFY(places().size() < actors.size() && isPartOf(places(), actors));
        for (const EdgeId id : m_window->scene().graph().edges())
            QVERIFY(!m_window->scene().graph().edge(id)->tie().events.empty());
        m_window->actions().clearFilters->trigger();
        settle();
        QCOMPARE(places(), actors);
    }

    void whatIsLeftOutSaysSoAndCanBeShown()
    {
        choose(Facet::Modality, QStringLiteral("did not happen"));
        const KnowledgeGraph& whole = m_window->scene().whole();
        const std::vector<NodeId> nodes = whole.nodes();
        const NodeId hidden = *std::ranges::find_if(
            nodes, [&](NodeId node) { return m_window->scene().graph().node(node) == nullptr; });
        m_window->explorer().goTo(hidden);
        settle();
        QVERIFY(m_window->message().text().contains(QStringLiteral("left out by the filters")));
        for (auto* button : m_window->message().findChildren<QPushButton*>()) {
            if (button->text() == QStringLiteral("Clear Filters"))
                button->click();
        }
        settle();
        QVERIFY(m_window->scene().isShown(hidden));
        QVERIFY(bar().conditions().isEmpty());
    }

    /// Nothing is said by two sources here: an empty list would look broken.
    void whereThereIsNothingToChooseFromThatIsSaid()
    {
        QTemporaryDir one; // A single article is a single source.
        const QString name = QStringLiteral("/lavrov-in-pyongyang");
        for (const QString& ending :
             {QStringLiteral(".txt"), QStringLiteral(".ann"), QStringLiteral(".json")})
            QVERIFY(QFile::copy(sample() + QStringLiteral("/2018") + name + ending,
                                one.path() + name + ending));
        open(one.path());
        QTest::keyClick(&m_window->canvas(), Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu != nullptr);
        const QString words = QString::fromStdString(std::string(wordsOf(Facet::Sources)));
        QTest::mouseClick(menu, Qt::LeftButton, {},
                          menu->actionGeometry(action(*menu, words)).center());
        QTRY_VERIFY(popup() != nullptr && popup()->noneLabel()->isVisible());
        QVERIFY(!popup()->list()->isVisible());
        QTest::keyClick(popup(), Qt::Key_Escape);
        QTRY_VERIFY(popup() == nullptr || !popup()->isVisible());
    }

    void aPopupEndsWithWhatItAsksAbout()
    {
        choose(Facet::Type, QStringLiteral("Visit"));
        QTest::mouseClick(bar().chip(0), Qt::LeftButton);
        QTRY_VERIFY(popup() != nullptr && popup()->list()->model()->rowCount() > 0);
        open(sample() + QStringLiteral("/2018"));
        QTRY_VERIFY(popup() == nullptr || !popup()->isVisible());
        QVERIFY(m_window->scene().filter().isEmpty());
    }

    void countsTakeNobodysPlaceInThePopup()
    {
        FilterPopup& opened = openPopup(Facet::Modality);
        opened.notBox()->setFocus();
        QTest::keyClick(opened.notBox(), Qt::Key_Space); // It is counted the other way now.
        settle();
        QTRY_VERIFY(!m_window->filters().isBusy());
        QVERIFY(opened.notBox()->hasFocus());
        opened.close();
    }

    void whatIsSaidOfTheViewGoesWithIt()
    {
        m_window->selection().set(m_window->scene().shown().nodes.front());
        m_window->actions().hideSelected->trigger();
        settle();
        QVERIFY(m_window->message().isVisible());
        m_window->explorer().back();
        settle();
        QVERIFY(!m_window->message().isVisible());
    }

    void viewsAreKeptAndRecalled()
    {
        const Places all = places();
        choose(Facet::Modality, QStringLiteral("did not happen"));
        const Places left = places();
        m_window->filters().views().saveAs(QStringLiteral("What & what not"));
        QCOMPARE(m_window->workspace().store().views().size(), 1U);
        m_window->actions().clearFilters->trigger();
        settle();
        QCOMPARE(places(), all);

        QMenu& menu = m_window->filters().views().menu();
        action(menu, QStringLiteral("What && what not"))->trigger();
        settle();
        QCOMPARE(places(), left);
        QCOMPARE(bar().conditions().size(), 1);
        m_window->actions().clearFilters->trigger(); // What was there without it comes back.
        settle();
        QCOMPARE(places(), all);

        action(*action(menu, QStringLiteral("&Remove"))->menu(), QStringLiteral("What && what not"))
            ->trigger();
        QVERIFY(m_window->workspace().store().views().empty());
        QCOMPARE(menu.actions().size(), 1);
        m_window->workspace().undoStack().undo();
        QVERIFY(action(menu, QStringLiteral("What && what not")));
    }

    void aPictureSaysWhatItLeavesOut()
    {
        choose(Facet::Modality, QStringLiteral("did not happen"));
        const QString file = m_home.filePath(QStringLiteral("filtered.svg"));
        exportImage(file);
        QTRY_VERIFY(QFile::exists(file));
        settle();
        QVERIFY(QString::fromStdString(fileBytes(toPath(file)))
                    .contains(QStringLiteral("Passages with: Modality: did not happen")));
    }

    void anEditUnderAFilterKeepsWhatItHides()
    {
        const Places all = places();
        choose(Facet::Modality, QStringLiteral("did not happen"));
        const NodeId event = m_window->scene().graph().nodes().back();
        const Node node = *m_window->scene().graph().node(event);
        QCOMPARE(node.kind, NodeKind::Event);
        const Claim* claim = m_window->workspace().store().claim(node.claims.front());
        ChangeClaim grade{claim->id, {}};
        grade.fields.confidence = "Low";
        QVERIFY(m_window->workspace().perform(grade));
        settle();
        QVERIFY(m_window->scene().graph().nodeCount() < m_window->scene().whole().nodeCount());
        m_window->actions().clearFilters->trigger();
        settle();
        QCOMPARE(places(), all);
    }

    void whateverIsFilteredNothingMovesAndClearingLeadsToTheStart_data()
    {
        QTest::addColumn<bool>("many");
        QTest::addColumn<bool>("chosen");
        QTest::newRow("sample") << false << false;
        QTest::newRow("sample, somebody's choice") << false << true;
        QTest::newRow("many meetings") << true << false;
        QTest::newRow("many meetings, somebody's choice") << true << true;
    }

    void whateverIsFilteredNothingMovesAndClearingLeadsToTheStart()
    {
        QFETCH(const bool, many);
        QFETCH(const bool, chosen);
        if (many)
            open(manyMeetings());
        std::mt19937 random(1);
        const auto below = [&](std::size_t end) {
            return std::uniform_int_distribution<std::size_t>(0, end - 1)(random);
        };
        if (chosen) {
            const std::vector<NodeId>& nodes = m_window->scene().shown().nodes;
            m_window->explorer().focusOn(nodes[below(nodes.size())]);
            settle();
        }
        const Places start = places();
        Places known = start;
        const std::vector<Filter> filters{
            only(Facet::Modality, "Happened"),   only(Facet::Modality, "Expected"),
            only(Facet::Type, "Visit"),          only(Facet::Type, "Visit", true),
            only(Facet::Kind, "State"),          only(Facet::Role, "Visitor"),
            only(Facet::Date, "1990/2019"),      only(Facet::Outlet, "Nobody"),
            only(Facet::Quote, "missing", true), {}};
        for (int i = 0; i < 16; ++i) {
            m_window->explorer().setFilter(filters[below(filters.size())]);
            if (i % 3 != 1) // Else the next one comes while this is being found out.
                settle();
            for (const auto& [node, place] : places())
                QCOMPARE(known.emplace(node, place).first->second, place);
        }
        m_window->explorer().setFilter({});
        settle();
        QCOMPARE(places(), start);
        while (m_window->explorer().canGoBack() && !chosen)
            m_window->explorer().back();
        settle();
        QCOMPARE(places(), start);
    }

private:
    FilterBar& bar() { return m_window->filters().bar(); }
    FilterPopup* popup() { return m_window->filters().popup(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(&m_window->canvas(), key, modifiers);
        settle();
    }
    static QAction* action(const QMenu& menu, const QString& words)
    {
        for (QAction* one : menu.actions()) {
            if (one->text() == words)
                return one;
        }
        return nullptr;
    }
    /// By the key that opens the menu, and a click in it.
    FilterPopup& openPopup(Facet facet)
    {
        QTest::keyClick(&m_window->canvas(), Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        if (menu == nullptr)
            qFatal("no menu of facets");
        const std::string words(wordsOf(facet));
        QTest::mouseClick(
            menu, Qt::LeftButton, {},
            menu->actionGeometry(action(*menu, QString::fromStdString(words))).center());
        if (!QTest::qWaitFor([&] { return popup() && popup()->list()->model()->rowCount() > 0; }))
            qFatal("no choices");
        return *popup();
    }
    void choose(Facet facet, const QString& words)
    {
        FilterPopup& opened = openPopup(facet);
        QTreeView& list = *opened.list();
        const QModelIndexList found = list.model()->match(
            list.model()->index(0, 0), Qt::DisplayRole, words, 1, Qt::MatchExactly);
        QCOMPARE(found.size(), 1);
        list.scrollTo(found.front());
        QTest::mouseClick(list.viewport(), Qt::LeftButton, {},
                          list.visualRect(found.front()).center());
        QTest::keyClick(&list, Qt::Key_Return);
        QTRY_VERIFY(!popup() || !popup()->isVisible());
        settle();
    }
    int meetings() const
    {
        int count = 0;
        for (const NodeId id : m_window->scene().graph().nodes())
            count += m_window->scene().graph().node(id)->kind == NodeKind::Event ? 1 : 0;
        return count;
    }
    Places places() const
    {
        Places places;
        for (const NodeItem& node : m_window->scene().picture().nodes())
            places.emplace(node.id, node.outline.center());
        return places;
    }
    static bool isPartOf(const Places& part, const Places& whole)
    {
        return std::ranges::all_of(part, [&](const auto& place) {
            const auto found = whole.find(place.first);
            return found != whole.end() && found->second == place.second;
        });
    }
};

QTEST_MAIN(WindowFilterTest)
#include "windowfiltertest.moc"
