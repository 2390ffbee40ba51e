// SPDX-License-Identifier: Apache-2.0
// Two actors are selected in the real window, and it is shown how they are connected.
#include "graph/model/graph.h"
#include "tests/support/realwindow.h"
#include "ui/canvas/graphcanvas.h"
#include "ui/text/translations.h"
#include "ui/window/messagebar.h"
#include "ui/workspace/explorer.h"
#include "ui/workspace/selection.h"
#include "ui/workspace/workspace.h"

#include <QPushButton>
#include <QTest>

using namespace entente;

class WindowPathTest : public QObject, private RealWindow
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        moveIn(QStringLiteral("windowpathtest"));
        installTranslations(QLocale());
    }

    void init()
    {
        forget();
        show({1400, 900});
        open(sample());
    }

    void cleanup() { m_window.reset(); }

    void onlyTwoActorsCanBeConnected()
    {
        QVERIFY(!m_window->actions().findPath->isEnabled());
        select({"Choe Son-hui"});
        QVERIFY(!m_window->actions().findPath->isEnabled());
        select({"Choe Son-hui", "Donald Trump"});
        QVERIFY(m_window->actions().findPath->isEnabled());
        select({"Choe Son-hui", "Donald Trump", "Moon Jae-in"});
        QVERIFY(!m_window->actions().findPath->isEnabled());
    }

    void theChainsAreShownAloneAndBackLeadsToAll()
    {
        const std::size_t all = m_window->scene().shown().nodes.size();
        connectThem({"Choe Son-hui", "Donald Trump"});
        const KnowledgeGraph& graph = m_window->scene().graph();
        QVERIFY(m_window->scene().shown().nodes.size() < all);
        QVERIFY(m_window->scene().isShown(named("Choe Son-hui")));
        QVERIFY(m_window->scene().isShown(named("Donald Trump")));
        for (const NodeId id : m_window->scene().shown().nodes) {
            const Node& node = *graph.node(id);
            QVERIFY2(node.kind == NodeKind::Entity || node.modality == Modality::Happened,
                     node.name.c_str());
        }
        QVERIFY2(message().contains(QStringLiteral("over meetings that happened")),
                 qPrintable(message()));
        m_window->explorer().back();
        settle();
        QCOMPARE(m_window->scene().shown().nodes.size(), all);
        QVERIFY(!m_window->message().isVisible()); // It spoke of what is no longer shown.
    }

    void inTheViewOfActorsTheChainIsOfActors()
    {
        m_window->explorer().setView(View::Actors);
        settle();
        connectThem({"Moon Jae-in", "Donald Trump"});
        QVERIFY(m_window->scene().view() == View::Actors);
        QVERIFY(m_window->scene().shown().nodes.size() >= 2);
        for (const NodeId id : m_window->scene().shown().nodes)
            QVERIFY(m_window->scene().graph().node(id)->kind == NodeKind::Entity);
    }

    /// Some of the chains lead over an office, for which there is no line between actors.
    void anOfficeOnTheWayIsSeenAmongTheMeetings()
    {
        m_window->explorer().setView(View::Actors);
        settle();
        connectThem({"Choe Son-hui", "Donald Trump"});
        QVERIFY(m_window->scene().view() == View::Events);
        QVERIFY2(message().contains(QStringLiteral("and offices")), qPrintable(message()));
        QVERIFY(!m_window->scene().shown().edges.empty());
    }

    void whatAFilterLeavesOutConnectsNobody()
    {
        Filter filter;
        filter.conditions.push_back({Facet::Type, {"ArmsTransfer"}, false});
        m_window->explorer().setFilter(filter);
        settle();
        select({"Donald Trump", "Moon Jae-in"});
        m_window->actions().findPath->trigger();
        QTRY_VERIFY(message().contains(QStringLiteral("No meetings that happened")));
        for (auto* button : m_window->message().findChildren<QPushButton*>()) {
            if (button->text() == QStringLiteral("Count All Meetings"))
                button->click();
        }
        QTRY_VERIFY(message().contains(QStringLiteral("Nothing that the filters leave")));
    }

private:
    NodeId named(const std::string& name) const
    {
        const KnowledgeGraph& graph = *m_window->workspace().events();
        for (const NodeId id : graph.nodes()) {
            if (graph.node(id)->name == name)
                return id;
        }
        return {};
    }
    void select(const std::vector<std::string>& names)
    {
        std::set<NodeId> nodes;
        for (const std::string& name : names)
            nodes.insert(named(name));
        m_window->selection().set(nodes, {});
    }
    void connectThem(const std::vector<std::string>& names)
    {
        select(names);
        QTest::keyClick(&m_window->canvas(), Qt::Key_J, Qt::ControlModifier);
        QTRY_VERIFY(message().contains(QStringLiteral("shortest chain")));
        settle();
    }
    QString message() const { return m_window->message().text(); }
};

QTEST_MAIN(WindowPathTest)
#include "windowpathtest.moc"
