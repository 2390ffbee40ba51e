// SPDX-License-Identifier: Apache-2.0
// Dossiers of what is on screen, as somebody asks for them.
#include "graph/model/graph.h"
#include "tests/support/realwindow.h"
#include "ui/canvas/graphcanvas.h"
#include "ui/panels/pathpanel.h"
#include "ui/window/dossierdialog.h"
#include "ui/window/messagebar.h"
#include "ui/workspace/explorer.h"
#include "ui/workspace/selection.h"
#include "ui/workspace/workspace.h"

#include <QCheckBox>
#include <QListWidget>
#include <QPushButton>
#include <QTreeView>

using namespace entente;

class DossierExportTest : public QObject, private RealWindow
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { moveIn(QStringLiteral("dossierexporttest")); }

    void init()
    {
        forget();
        show({1200, 800});
        open(sample());
    }

    void cleanup()
    {
        m_window.reset();
        QCOMPARE(FileDialog::answersLeft(), 0);
    }

    void ofWhoIsSelected()
    {
        const NodeId choe = named("Choe Son-hui");
        m_window->selection().set({choe}, {});
        DossierDialog& dialog = ask();
        QCOMPARE(dialog.choice().about, QStringLiteral("Choe Son-hui"));
        QVERIFY2(dialog.note().contains(QStringLiteral("what is around")) ||
                     dialog.note().contains(QStringLiteral("around Choe")),
                 qPrintable(dialog.note()));
        const QByteArray html = save(dialog, QStringLiteral("choe.html"));
        QVERIFY(html.contains("Choe Son-hui</h1>"));
        QVERIFY(html.contains("<mark"));
        QVERIFY(html.contains(("node-" + choe.text()).c_str())); // The picture.
        QVERIFY(html.contains("<desc id=\"picture-desc\">A drawing of "));
    }

    void withNothingSelectedOfAllThatIsShown()
    {
        const QByteArray text = save(ask(), QStringLiteral("all.md"));
        QVERIFY(text.startsWith("# all\n"));
        QVERIFY(text.contains("](<all.svg>)"));
        QVERIFY(read(QStringLiteral("all.svg")).startsWith("<?xml"));
    }

    void anEdgeIsNotItsTwoEnds()
    {
        const KnowledgeGraph& graph = m_window->scene().graph();
        EdgeId edge;
        for (const EdgeId id : m_window->scene().shown().edges) {
            if (graph.target(id) == named("Choe Son-hui"))
                edge = id;
        }
        m_window->selection().set({}, {edge});
        const QByteArray html = save(ask(), QStringLiteral("edge.html"));
        QVERIFY(html.contains("Part in a meeting"));
        QCOMPARE(html.count("class=\"node "), qsizetype(2));
        QCOMPARE(html.count("id=\"edge-"), qsizetype(1));
    }

    void thePictureCanBeLeftOutAndThatIsRemembered()
    {
        m_window->selection().set({named("Choe Son-hui")}, {});
        DossierDialog& dialog = ask();
        dialog.findChild<QCheckBox*>()->click();
        QCOMPARE(dialog.note(), QString());
        const QByteArray text = save(dialog, QStringLiteral("plain.md"));
        QVERIFY(!text.contains("## Picture"));
        QVERIFY(!QFile::exists(m_home.filePath(QStringLiteral("plain.svg"))));
        QVERIFY(!ask().wishes().picture);
    }

    void ofThePathThatItsPanelShows()
    {
        connectThem({named("Choe Son-hui"), named("Donald Trump")});
        auto& panel = *m_window->findChild<PathPanel*>();
        QVERIFY(panel.path() && panel.path()->paths.chains.size() > 1);
        auto* button = panel.findChild<QPushButton*>();
        QVERIFY(button->isVisible());
        QTest::mouseClick(button, Qt::LeftButton);
        DossierDialog& dialog = *m_window->findChildren<DossierDialog*>().back();
        QVERIFY(dialog.choice().wishes.path);
        const QByteArray html = save(dialog, QStringLiteral("path.html"));
        QVERIFY(html.contains("How Choe Son-hui and Donald Trump are connected</h1>"));
        QVERIFY(html.contains("over meetings that happened"));
        QVERIFY(html.contains("Chain 1</dt>") && html.contains("class=\"names\""));
        QVERIFY(html.contains(("node-" + named("Donald Trump").text()).c_str()));
    }

    void ofTheChainThatIsPicked()
    {
        connectThem({named("Choe Son-hui"), named("Donald Trump")});
        auto& panel = *m_window->findChild<PathPanel*>();
        const QModelIndex second = panel.list()->model()->index(1, 0);
        panel.list()->setCurrentIndex(second);
        panel.findChild<QPushButton*>()->click();
        DossierDialog& dialog = *m_window->findChildren<DossierDialog*>().back();
        QCOMPARE(dialog.choice().label, QStringLiteral("Its chain 2"));
        const QByteArray html = save(dialog, QStringLiteral("chain.html"));
        QVERIFY(html.contains("Chain</dt>") && html.contains("more chain"));
        QCOMPARE(html.count("class=\"names\""), qsizetype(panel.path()->paths.hops));
    }

    void aPathThatTheFiltersHaveCutIsNotWritten()
    {
        connectThem({named("Choe Son-hui"), named("Donald Trump")});
        Filter filter;
        filter.conditions.push_back({Facet::Type, {"ArmsTransfer"}, false});
        m_window->explorer().setFilter(filter);
        settle();
        m_window->findChild<PathPanel*>()->findChild<QPushButton*>()->click();
        DossierDialog& dialog = *m_window->findChildren<DossierDialog*>().back();
        FileDialog::answerNext({m_home.filePath(QStringLiteral("cut.html"))});
        dialog.accept();
        QTRY_VERIFY(m_window->message().text().contains(QStringLiteral("filters have changed")));
        QVERIFY(!QFile::exists(m_home.filePath(QStringLiteral("cut.html"))));
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
    void connectThem(const std::set<NodeId>& nodes)
    {
        m_window->selection().set(nodes, {});
        QTest::keyClick(&m_window->canvas(), Qt::Key_J, Qt::ControlModifier);
        QTRY_VERIFY(m_window->message().text().contains(QStringLiteral("shortest chain")));
        settle();
    }
    DossierDialog& ask()
    {
        m_window->actions().exportDossier->trigger();
        return *m_window->findChildren<DossierDialog*>().back();
    }
    QByteArray save(DossierDialog& dialog, const QString& name)
    {
        FileDialog::answerNext({m_home.filePath(name)});
        dialog.accept();
        finish();
        return read(name);
    }
    void finish() const { QTRY_VERIFY(m_window->actions().exportDossier->isEnabled()); }
    QByteArray read(const QString& name)
    {
        QFile file(m_home.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

QTEST_MAIN(DossierExportTest)
#include "dossierexporttest.moc"
