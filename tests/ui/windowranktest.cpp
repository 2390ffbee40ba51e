// SPDX-License-Identifier: Apache-2.0
// Who matters, who belongs together, and how far edges can be relied on, in the real window.
#include "graph/model/graph.h"
#include "tests/support/realwindow.h"
#include "ui/canvas/graphcanvas.h"
#include "ui/panels/evidencemodel.h"
#include "ui/panels/evidencepanel.h"
#include "ui/panels/pathpanel.h"
#include "ui/tables/tablespanel.h"
#include "ui/tables/tableview.h"
#include "ui/text/translations.h"
#include "ui/window/analysiscommands.h"
#include "ui/window/messagebar.h"
#include "ui/workspace/explorer.h"
#include "ui/workspace/selection.h"
#include "ui/workspace/workspace.h"

#include <QAbstractItemModel>
#include <QLabel>
#include <QListView>
#include <QMenuBar>
#include <QTest>
#include <QTreeView>

using namespace entente;

class WindowRankTest : public QObject, private RealWindow
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        moveIn(QStringLiteral("windowranktest"));
        installTranslations(QLocale());
    }

    void init()
    {
        forget();
        show({1400, 900});
        open(sample());
        QVERIFY(m_window->workspace().copies() != nullptr);
    }

    void cleanup() { m_window.reset(); }

    void whoConnectsOthersMostIsLargest()
    {
        const auto places = where();
        trigger(QStringLiteral("Who &Connects Others Most"));
        QTRY_VERIFY2(message().startsWith(QStringLiteral("Connects others most: 1. Donald Trump")),
                     qPrintable(message()));
        QVERIFY(message().endsWith(QStringLiteral("Meetings that happened count.")));
        QVERIFY(widthOf("Donald Trump") > widthOf("Sergei Lavrov"));
        QVERIFY(widthOf("Sergei Lavrov") > widthOf("Fumio Kishida"));
        QCOMPARE(where(), places); // Larger, and nowhere else.
        trigger(QStringLiteral("All &Alike"));
        settle();
        QCOMPARE(widthOf("Donald Trump"), widthOf("Fumio Kishida"));
    }

    void theRankingFollowsTheFilterAndSaysSo()
    {
        trigger(QStringLiteral("Who Takes Part in Most &Meetings"));
        settle();
        QVERIFY(widthOf("Sergei Lavrov") > widthOf("Sergei Shoigu"));
        Filter filter;
        filter.conditions.push_back({Facet::Date, {"2023-09/2023-09"}, false});
        m_window->explorer().setFilter(filter);
        settle();
        QVERIFY(!m_window->scene().isShown(node("Sergei Lavrov")));
        QVERIFY(widthOf("Kim Jong-un") > widthOf("Sergei Shoigu"));
        trigger(QStringLiteral("Who Takes Part in Most &Meetings"));
        QTRY_VERIFY2(message().endsWith(
                         QStringLiteral("Meetings that happened and pass the filters count.")),
                     qPrintable(message()));
    }

    void whoBelongsTogetherHasOneColour()
    {
        trigger(QStringLiteral("By Who &Met Whom Most"));
        QTRY_VERIFY2(message().contains(QStringLiteral("Louvain")), qPrintable(message()));
        const Picture& picture = m_window->scene().picture();
        QCOMPARE(picture.node(node("Yoon Suk-yeol"))->line, picture.node(node("Li Qiang"))->line);
        QVERIFY(picture.node(node("Yoon Suk-yeol"))->line !=
                picture.node(node("Kim Jong-un"))->line);
        trigger(QStringLiteral("By &Kind"));
        settle();
        QCOMPARE(m_window->scene().picture().node(node("Yoon Suk-yeol"))->line,
                 m_window->scene().picture().node(node("Kim Jong-un"))->line);
    }

    void gradesStandBesideLinesWhenTheyAreWanted()
    {
        const auto withGrades = [this] {
            int count = 0;
            for (const EdgeItem& edge : m_window->scene().picture().edges())
                count += edge.label.contains(QStringLiteral(" · B")) ? 1 : 0;
            return count;
        };
        QCOMPARE(withGrades(), 0);
        QTest::keyClick(m_window.get(), Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
        settle();
        QVERIFY(withGrades() > 20);
    }

    /// The courier and the lantern carry what the wire wrote.
    void copiesAreOneSourceInThePanelAndOnTheCanvas()
    {
        m_window->selection().set(
            node("Talks: Choe Son-hui and Sergei Lavrov in Moscow, 16 January 2024"));
        QString summary = label("summary");
        QVERIFY2(summary.endsWith(QStringLiteral("2 articles, 1 independent source")),
                 qPrintable(summary));
        QVERIFY2(facts().contains(QStringLiteral("carry the same words")), qPrintable(facts()));
        const QString notes = allCards();
        QVERIFY2(notes.contains(QStringLiteral("the same passage stands in"), Qt::CaseInsensitive),
                 qPrintable(notes));
        for (const EdgeItem& edge : m_window->scene().picture().edges()) {
            QVERIFY(edge.sources >= 1);
            QVERIFY(edge.sources > 1 ? edge.width > 1.25 : edge.width == 1.25);
        }
    }

    void whatIsContestedStandsSideBySideAndInAList()
    {
        const NodeId visit = node("Visit: Vladimir Putin to North Korea, 19 June 2024");
        QVERIFY(m_window->scene().picture().node(visit)->contested); // By its days.
        m_window->selection().set(visit);
        QStringList says;
        for (const QLabel* side :
             m_window->evidence().findChildren<QLabel*>(QStringLiteral("sideSays")))
            says << side->text();
        QCOMPARE(says.join(u'|'), QStringLiteral("18 June 2024|19 June 2024"));
        QStringList reports;
        for (const QLabel* side :
             m_window->evidence().findChildren<QLabel*>(QStringLiteral("sideReports")))
            reports << side->text();
        QVERIFY2(reports.value(0).startsWith(QStringLiteral("Harbour Wire, 18 June 2024")),
                 qPrintable(reports.value(0)));
        QVERIFY2(reports.value(1).contains(QStringLiteral("reported later · source B")),
                 qPrintable(reports.value(1)));
        QTest::keyClick(m_window.get(), Qt::Key_F4, Qt::ShiftModifier);
        QVERIFY(m_window->tables().isVisible());
        QCOMPARE(m_window->tables().kind(), TableKind::Contested);
        settle();
        QCOMPARE(m_window->tables().rows(false).size(), 3U);
        const QString csv = QString::fromUtf8(m_window->tables().csv());
        QVERIFY2(csv.contains(QStringLiteral(
                     "when it was,18 June 2024 (1 article) against 19 June 2024 (1)")),
                 qPrintable(csv));
    }

    void aChainIsListedWithItsQuotesAndItsWeakestStep()
    {
        m_window->selection().set({node("Choe Son-hui"), node("Donald Trump")}, {});
        QTest::keyClick(&m_window->canvas(), Qt::Key_J, Qt::ControlModifier);
        PathPanel& panel = m_window->analysis().path();
        QTRY_VERIFY(panel.isVisible());
        settle();
        QCOMPARE(panel.heading(), QStringLiteral("Choe Son-hui — Donald Trump"));
        const QString rows = textOf(*panel.list()->model(), {});
        QVERIFY2(rows.contains(QStringLiteral("Weakest: happened, certain; B6")), qPrintable(rows));
        QVERIFY2(rows.contains(QStringLiteral("“")), qPrintable(rows));
        // A row leads to what it is about.
        const QModelIndex chain = panel.list()->model()->index(0, 0);
        const QModelIndex hop = chain.model()->index(1, 0, chain);
        const QModelIndex meeting = hop.model()->index(0, 0, hop);
        Q_EMIT panel.list()->clicked(meeting);
        QVERIFY(!m_window->selection().edges().empty());
    }

private:
    NodeId node(const std::string& name) const
    {
        const KnowledgeGraph& graph = *m_window->workspace().events();
        for (const NodeId id : graph.nodes()) {
            if (graph.node(id)->name == name)
                return id;
        }
        return {};
    }
    double widthOf(const std::string& name) const
    {
        const NodeItem* item = m_window->scene().picture().node(node(name));
        return item == nullptr ? 0 : item->outline.width();
    }
    std::map<NodeId, std::pair<double, double>> where() const
    {
        std::map<NodeId, std::pair<double, double>> places;
        for (const NodeItem& item : m_window->scene().picture().nodes())
            places[item.id] = {item.outline.center().x(), item.outline.center().y()};
        return places;
    }
    void trigger(const QString& words)
    {
        for (QAction* action : m_window->actions().findChildren<QAction*>()) {
            if (action->text() == words)
                return action->trigger();
        }
        QFAIL(qPrintable(words));
    }
    QString message() const { return m_window->message().text(); }
    QString label(const char* name) const
    {
        return m_window->evidence().findChild<QLabel*>(QLatin1String(name))->text();
    }
    QString facts() const
    {
        QStringList all;
        for (const QLabel* fact :
             m_window->evidence().findChildren<QLabel*>(QStringLiteral("fact")))
            all << fact->text();
        return all.join(u'\n');
    }
    QString allCards() const
    {
        QStringList all;
        const QAbstractItemModel& model = *m_window->evidence().list()->model();
        for (int row = 0; row < model.rowCount(); ++row)
            all << model.index(row, 0).data(Qt::AccessibleTextRole).toString();
        return all.join(u'\n');
    }
    static QString textOf(const QAbstractItemModel& model, const QModelIndex& parent)
    {
        QString text;
        for (int row = 0; row < model.rowCount(parent); ++row) {
            const QModelIndex index = model.index(row, 0, parent);
            text += index.data().toString() + QLatin1Char('\n') + textOf(model, index);
        }
        return text;
    }
};

QTEST_MAIN(WindowRankTest)
#include "windowranktest.moc"
