// SPDX-License-Identifier: Apache-2.0
// An article's words were taken for one person's, and are two's: some of them are taken apart.
#include "graph/model/graph.h"
#include "tests/support/markedcorpus.h"
#include "tests/support/realwindow.h"
#include "ui/byhand/apartdialog.h"
#include "ui/canvas/graphcanvas.h"
#include "ui/text/translations.h"
#include "ui/workspace/selection.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QPushButton>
#include <QTreeWidget>

using namespace entente;

class TakeApartTest : public QObject, private RealWindow
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        moveIn(QStringLiteral("takeaparttest"));
        installTranslations(QLocale());
        m_corpus.add("north",
                     "{T1 Person|Kim Jong-un} {T2 Visit|visited} {T3 State|Russia}. In Pyongyang "
                     "{T4 Person|Kim} said so. {T5 Person|Kim Yo-jong} stayed at home.",
                     "E1\tVisit:T2 Visitor:T1 Destination:T3\n"
                     "*\tSameAs T1 T4 T5\n");
        m_corpus.add("east",
                     "{T1 Person|Maria Orlova} {T2 Talks|met} {T3 Person|Sergei Lavrov} "
                     "before {T4 Person|Maria Orlova} left.",
                     "E1\tTalks:T2 Participant:T1 Participant2:T3\n"
                     "*\tSameAs T1 T4\n");
        m_corpus.add("south", "{T1 Person|Kim Jong-un} {T2 Talks|met} {T3 Person|Sergei Lavrov}.",
                     "E1\tTalks:T2 Participant:T1 Participant2:T3\n");
    }

    void init()
    {
        forget();
        show({1400, 900});
        open(QString::fromStdString(m_corpus.path()));
        m_window->selection().set({named("Kim Jong-un")}, {});
        m_window->actions().takeApart->trigger();
        m_dialog = m_window->findChild<ApartDialog*>();
        QVERIFY(m_dialog);
    }

    void cleanup() { m_window.reset(); }

    void anArticlesWordsStandBelowItEachInItsSentence()
    {
        const QTreeWidget& list = *m_dialog->list();
        QCOMPARE(list.topLevelItemCount(), 2);
        QCOMPARE(article("north").childCount(), 3);
        QCOMPARE(article("north").child(1)->text(0), QStringLiteral("Kim"));
        QCOMPARE(article("north").child(1)->text(1), QStringLiteral("In Pyongyang Kim said so."));
        QCOMPARE(article("south").childCount(), 0); // Its one word stands in the line itself.
    }

    void someOfThemAreTakenApartAndPutTogetherAgain()
    {
        const int before = graph().nodeCount();
        QVERIFY(!m_dialog->button()->isEnabled());
        article("north").child(2)->setCheckState(0, Qt::Checked);
        QVERIFY(m_dialog->button()->isEnabled());
        m_dialog->button()->click();
        settle();
        QCOMPARE(graph().nodeCount(), before + 1);
        QCOMPARE(graph().node(named("Kim Yo-jong"))->mentions.size(), 1U);
        QCOMPARE(graph().node(named("Kim Jong-un"))->mentions.size(), 3U);
        m_window->actions().undo->trigger();
        settle();
        QCOMPARE(graph().nodeCount(), before);
    }

    void anArticleWithAllItsWordsGoesWhole()
    {
        article("north").setCheckState(0, Qt::Checked);
        QCOMPARE(article("north").child(2)->checkState(0), Qt::Checked);
        article("south").setCheckState(0, Qt::Checked);
        QVERIFY(!m_dialog->button()->isEnabled()); // Nothing would stay.
        article("north").child(0)->setCheckState(0, Qt::Unchecked);
        QVERIFY(m_dialog->button()->isEnabled());
        m_dialog->button()->click();
        settle();
        // The two words of the north, and the one of the south, are another together.
        std::size_t most = 0;
        std::size_t persons = 0;
        for (const NodeId id : graph().nodes()) {
            const Node& node = *graph().node(id);
            if (node.type != "Person" || node.name.find("Kim") == std::string::npos)
                continue;
            ++persons;
            most = std::max(most, node.mentions.size());
        }
        QCOMPARE(persons, 2U);
        QCOMPARE(most, 3U);
    }

    void whoIsNamedTwiceInOneArticleCanBeTakenApartToo()
    {
        m_dialog->reject();
        m_window->selection().set({named("Russia")}, {});
        QVERIFY(!m_window->actions().takeApart->isEnabled()); // Named once.
        m_window->selection().set({named("Maria Orlova")}, {});
        QVERIFY(m_window->actions().takeApart->isEnabled());
    }

private:
    const KnowledgeGraph& graph() const { return *m_window->workspace().events(); }
    NodeId named(const std::string& name) const
    {
        for (const NodeId id : graph().nodes()) {
            if (graph().node(id)->name == name)
                return id;
        }
        return {};
    }
    QTreeWidgetItem& article(const char* title) const
    {
        const QList<QTreeWidgetItem*> found =
            m_dialog->list()->findItems(QString::fromUtf8(title), Qt::MatchExactly, 1);
        return *found.value(0);
    }

    MarkedCorpus m_corpus;
    ApartDialog* m_dialog = nullptr;
};

QTEST_MAIN(TakeApartTest)
#include "takeaparttest.moc"
