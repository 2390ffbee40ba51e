// SPDX-License-Identifier: Apache-2.0
// The panels as parts of the window: what one of them is told by the others.

#include "graph/text/sourcetext.h"
#include "tests/support/manymeetings.h"
#include "tests/support/markedcorpus.h"
#include "tests/support/realwindow.h"
#include "tests/support/threadwork.h"
#include "ui/canvas/graphcanvas.h"
#include "ui/canvas/legendcard.h"
#include "ui/panels/articlereader.h"
#include "ui/panels/articletext.h"
#include "ui/panels/evidencemodel.h"
#include "ui/panels/evidencepanel.h"
#include "ui/panels/fileviewer.h"
#include "ui/panels/nodelist.h"
#include "ui/panels/numberedtext.h"
#include "ui/panels/problemspanel.h"
#include "ui/window/actions.h"
#include "ui/window/emptystate.h"

#include <QDir>
#include <QFile>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSplitter>
#include <QTabWidget>
#include <QTest>
#include <QTextBlock>
#include <QTreeView>

using namespace entente;

namespace
{

/// 9,635 journeys and meetings, which are not part of the source.
MarkedCorpus& twoArticles(MarkedCorpus& files)
{
    std::string rain;
    for (int i = 0; i < 200; ++i)
        rain +=
            "It rained all day and nobody came, nor was it said why anybody should have come at "
            "all on such a day, when one does not put a dog out of the door.\n";
    files.add("far",
              rain + "{T1 Quote|{T2 Person|Choe} {T3 Visit|visits} {T4 State|Russia}}.\n" + rain,
              "E1\tVisit:T3 Visitor:T2 Destination:T4 Evidence:T1\n",
              R"({"title": "Far down", "published": "2024-01-16"})");
    files.add("near", "{T1 Person|Lavrov} {T2 Statement|said so}.", "E1\tStatement:T2 Speaker:T1\n",
              R"({"title": "Near", "published": "2024-01-17"})");
    return files;
}

} // namespace

class WindowPanelsTest : public QObject, private RealWindow
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { moveIn(QStringLiteral("windowpanelstest")); }

    void init()
    {
        forget();
        show();
    }

    void cleanup() { m_window.reset(); }

    void whatIsPickedInAListIsSelectedOnTheCanvasAndTheOtherWayRound()
    {
        open(sample());
        clickRow(*actors(), 2);
        const NodeId listed = *m_window->selection().nodes().begin();
        QCOMPARE(nameOf(listed), actors()->model()->index(2, 0).data().toString());

        const NodeItem* other = someActorOnCanvas(listed);
        QVERIFY(other);
        QTest::mouseClick(&m_window->canvas(), Qt::LeftButton, {}, onScreen(*other));
        QCOMPARE(m_window->selection().nodes(), std::set<NodeId>{other->id});
        const QModelIndexList rows = actors()->selectionModel()->selectedIndexes();
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.front().data().toString(), nameOf(other->id));
    }

    void whatIsPickedInAListIsPannedIntoSightAndNothingMoves()
    {
        open(sample());
        zoomIn(4);
        const Picture before = m_window->canvas().picture();
        int wasCut = 0;
        for (int row = 0; row < actors()->model()->rowCount(); ++row) {
            m_window->selection().clear();
            const NodeItem* item = itemNamed(actors()->model()->index(row, 0).data().toString());
            if (!item)
                continue;
            const bool cut = !isWhole(*item);
            const QPointF at = m_window->canvas().viewport().toScreen(QPointF());
            clickRow(*actors(), row);
            settle();
            QVERIFY2(isWhole(*item), qPrintable(item->wholeName));
            wasCut += cut ? 1 : 0;
            if (!cut && isFarIn(*item))
                QCOMPARE(m_window->canvas().viewport().toScreen(QPointF()), at);
        }
        QVERIFY(wasCut > 0);
        QVERIFY(samePlaces(before, m_window->canvas().picture()));
    }

    void theArrowKeysOfAListPanTooAndASelectionFromElsewhereDoesNot()
    {
        open(sample());
        zoomIn(6);
        const NodeItem* away = someNodeOutOfSight();
        QVERIFY(away);
        const QPointF at = m_window->canvas().viewport().toScreen(QPointF());
        m_window->selection().set(away->id);
        settle();
        QCOMPARE(m_window->canvas().viewport().toScreen(QPointF()), at);

        actors()->setFocus();
        clickRow(*actors(), 0);
        for (int row = 1; row < 12; ++row) {
            QTest::keyClick(actors(), Qt::Key_Down);
            settle();
            if (const NodeItem* item =
                    m_window->canvas().picture().node(*m_window->selection().nodes().begin()))
                QVERIFY2(isWhole(*item), qPrintable(item->wholeName));
        }
    }

    void aPickInAListAddsNothingToThePicture()
    {
        open(manyMeetings());
        const std::size_t shown = m_window->canvas().picture().nodes().size();
        QListView* list = m_window->meetingsList().list();
        list->scrollToBottom();
        const int last = list->model()->rowCount() - 1;
        clickRow(*list, last);
        settle();
        QVERIFY(!m_window->scene().isShown(*m_window->selection().nodes().begin()));
        QCOMPARE(m_window->canvas().picture().nodes().size(), shown);
    }

    void aCardOpensTheArticleWithItsWordsInAmberAndInView()
    {
        MarkedCorpus files;
        open(QString::fromStdString(twoArticles(files).path()));
        narrowTheReaderBehindTheOtherTab();
        select("Choe");
        m_window->reader().show(article("near"), {}); // What was selected has opened the other.
        clickRow(*m_window->evidence().list(), 1);
        QVERIFY(m_window->reader().isVisible());
        QCOMPARE(m_window->reader().article(), article("far"));
        QCOMPARE(amberText(), QStringLiteral("Choe visits Russia"));
        QVERIFY(m_window->reader().text().isInView(spanOf("far", "Choe visits")));
    }

    void whatWasSelectedBehindAnotherTabIsInViewWhenTheTabIsTurnedTo()
    {
        MarkedCorpus files;
        open(QString::fromStdString(twoArticles(files).path()));
        narrowTheReaderBehindTheOtherTab();
        select("Choe");
        QVERIFY(!m_window->reader().isVisible());
        tabs()->setCurrentIndex(1);
        QTRY_VERIFY(m_window->reader().text().isInView(spanOf("far", "Choe visits")));
    }

    void aClickOnMarkedWordsSelectsTheirNodeInTheGraph()
    {
        MarkedCorpus files;
        open(QString::fromStdString(twoArticles(files).path()));
        tabs()->setCurrentIndex(1);
        const QRect letter = m_window->reader().text().rectOf(spanOf("near", "Lavrov").begin + 1);
        QTest::mouseClick(m_window->reader().text().viewport(), Qt::LeftButton, {},
                          letter.center());
        QCOMPARE(m_window->selection().nodes(), std::set<NodeId>{node("Lavrov")});
    }

    void anEdgeThatIsActivatedOpensItsFirstQuote()
    {
        MarkedCorpus files;
        open(QString::fromStdString(twoArticles(files).path()));
        const EdgeItem* visitor = nullptr;
        for (const EdgeItem& edge : m_window->canvas().picture().edges()) {
            if (edge.wholeName.contains(QStringLiteral("Choe")))
                visitor = &edge;
        }
        QVERIFY(visitor);
        m_window->actions().showEvidence->setChecked(false);
        Q_EMIT m_window->canvas().activated(visitor->id);
        QVERIFY(m_window->reader().isVisible());
        QCOMPARE(m_window->selection().edges(), std::set<EdgeId>{visitor->id});
        QCOMPARE(m_window->reader().article(), article("far"));
        QCOMPARE(amberText(), QStringLiteral("Choe visits Russia"));
        QVERIFY(m_window->reader().text().isInView(spanOf("far", "Choe visits")));
    }

    void panelsThatComeAndGoMoveNoNode()
    {
        open(sample());
        const Picture before = m_window->canvas().picture();
        const QPoint at = inWindow(before.nodes().front());
        for (const int key : {Qt::Key_F7, Qt::Key_F8, Qt::Key_F9, Qt::Key_F7, Qt::Key_F8}) {
            QTest::keyClick(m_window.get(), static_cast<Qt::Key>(key));
            settle();
            QVERIFY(samePlaces(before, m_window->canvas().picture()));
            QVERIFY((inWindow(before.nodes().front()) - at).manhattanLength() <= 1);
        }
        QVERIFY(m_window->problems().isVisible());
    }

    void aProblemLeadsToItsLineInOneWindow()
    {
        MarkedCorpus files;
        files.add("a", "{T1 Person|Lavrov} {T2 Statement|said so}.",
                  "E1\tStatement:T2 Speaker:T1\nE999\tVisit:T99999\nnonsense\n");
        open(QString::fromStdString(files.path()));
        m_window->actions().showProblems->setChecked(true);
        settle();
        QTreeView* table = m_window->problems().table();
        QVERIFY(table->model()->rowCount() >= 2);
        const FileViewer& viewer = m_window->fileViewer();
        for (const int row : {0, 1}) {
            const QModelIndex cell = table->model()->index(row, 0);
            const int line = cell.siblingAtColumn(2).data().toInt();
            QVERIFY(line > 0);
            QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                              table->visualRect(cell).center());
            QTRY_COMPARE(viewer.text().markedLine(), line);
            QVERIFY2(viewer.header().endsWith(QStringLiteral("a.ann")),
                     qPrintable(viewer.header()));
            QVERIFY(viewer.isVisible());
            QCOMPARE(viewer.text().textCursor().blockNumber(), line - 1);
            QCOMPARE(m_window->findChildren<FileViewer*>().size(), 1);
        }
        QTest::keyClick(m_window->fileViewer().focusWidget(), Qt::Key_Escape);
        QVERIFY(!viewer.isVisible());
    }

    void panelsFollowTheTheme()
    {
        open(sample());
        m_window->setTheme(ThemeChoice::Dark);
        tabs()->setCurrentIndex(1);
        settle();
        const QColor panel = Style::of(Theme::Dark).panel;
        for (const QAbstractScrollArea* part : std::initializer_list<const QAbstractScrollArea*>{
                 actors(), m_window->meetingsList().list(), m_window->reader().list(),
                 &m_window->reader().text(), m_window->evidence().list()}) {
            const QImage seen = part->viewport()->grab().toImage();
            QCOMPARE(seen.pixelColor(1, seen.height() - 2), panel);
        }
    }

    void theFileViewerFollowsTheTheme()
    {
        m_window->setTheme(ThemeChoice::Dark);
        const QColor paper = m_window->fileViewer().text().palette().color(QPalette::Base);
        QCOMPARE(paper, Style::of(Theme::Dark).panel);
    }

    void problemsTabAndSplittersAreRemembered()
    {
        open(sample());
        m_window->actions().showProblems->setChecked(true);
        tabs()->setCurrentIndex(1);
        settle();
        auto* split = m_window->reader().findChild<QSplitter*>();
        split->setSizes({250, split->height() - 250});
        QCOMPARE(split->sizes().front(), 250);
        m_window->close();
        show();
        open(sample());
        QVERIFY(m_window->problems().isVisible());
        QVERIFY(m_window->actions().showProblems->isChecked());
        QCOMPARE(tabs()->currentIndex(), 1);
        QTRY_COMPARE(m_window->reader().findChild<QSplitter*>()->sizes().front(), 250);
    }

    void textsWithoutAnnotationSayWhatToDo()
    {
        MarkedCorpus files;
        files.addPlain("a", "Nothing is marked here.");
        files.addPlain("b", "Nor here.");
        open(QString::fromStdString(files.path()));
        QVERIFY(m_window->emptyState().isVisible());
        QVERIFY(m_window->emptyState().sentence().contains(QStringLiteral("annotated")));
        QPushButton* button = nullptr;
        for (QPushButton* one : m_window->emptyState().findChildren<QPushButton*>()) {
            if (one->isVisible()) {
                QVERIFY(!button); // One thing to do.
                button = one;
            }
        }
        QVERIFY(button);
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(m_window->reader().isVisible());
        open(sample());
        QVERIFY(!m_window->emptyState().isVisible());
    }

    void ctrlAInAListSelectsAllOfIt()
    {
        open(sample());
        QListView* list = m_window->meetingsList().list();
        clickRow(*list, 0);
        m_window->selection().add(m_window->canvas().picture().nodes().front().id);
        list->setFocus();
        QTest::keyClick(list, Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(static_cast<int>(m_window->selection().nodes().size()), list->model()->rowCount());
    }

    void manyMeetingsAreSelectedQuickly()
    {
        open(manyMeetings());
        QListView* list = m_window->meetingsList().list();
        const int all = list->model()->rowCount();
        clickRow(*list, 0);
        list->scrollToBottom();
        measure("Ctrl+Shift+click on the last meeting",
                [&] { clickRow(*list, all - 1, Qt::ControlModifier | Qt::ShiftModifier); });
        QCOMPARE(static_cast<int>(m_window->selection().nodes().size()), all);
        m_window->selection().clear();
        list->setFocus();
        measure("Ctrl+A", [&] { QTest::keyClick(list, Qt::Key_A, Qt::ControlModifier); });
        QCOMPARE(static_cast<int>(m_window->selection().nodes().size()), all);
        longestTurn("10,000 cards being laid out");
        measure("nothing", [&] { m_window->selection().clear(); });
        measure("the greatest hub", [&] { clickRow(*actors(), 0); });
        QVERIFY(m_window->evidence().list()->model()->rowCount() > 300);
        longestTurn("the hub's cards being laid out");
        tabs()->setCurrentIndex(1);
        m_window->selection().clear();
        measure("the hub, with the article beside it", [&] { clickRow(*actors(), 0); });
        tabs()->setCurrentIndex(0);
        QScrollBar* bar = m_window->evidence().list()->verticalScrollBar();
        measure(
            "scrolling",
            [&] {
                for (int screen = 0; screen < 20; ++screen) {
                    bar->setValue(bar->value() + bar->pageStep());
                    QCoreApplication::processEvents();
                }
            },
            20 * workAtMost);
    }

private:
    /// Its lines are others when it is seen again.
    void narrowTheReaderBehindTheOtherTab()
    {
        tabs()->setCurrentIndex(1);
        settle();
        tabs()->setCurrentIndex(0);
        auto* across = qobject_cast<QSplitter*>(tabs()->parentWidget());
        across->setSizes({240, 900, 280});
        settle();
    }

    void zoomIn(int steps)
    {
        for (int step = 0; step < steps; ++step) {
            m_window->canvas().zoomIn();
            settle();
        }
    }

    /// The work of an act until the window answers again.
    template <class Act>
    void measure(const char* words, Act act, double atMost = workAtMost)
    {
        const double before = threadWork();
        act();
        const double answered = threadWork() - before;
        QCoreApplication::processEvents();
        const double painted = threadWork() - before;
        qInfo("%s: %.0f ms, with what follows %.0f ms", words, answered, painted);
        QVERIFY2(painted < atMost, words);
    }

    /// The most work of one turn of the event loop, while something goes on bit by bit.
    void longestTurn(const char* words)
    {
        constexpr double aWhile = 1500;
        double most = 0;
        const double begin = threadWork();
        for (double before = begin; before - begin < aWhile;) {
            QCoreApplication::processEvents();
            const double now = threadWork();
            most = std::max(most, now - before);
            before = now;
        }
        qInfo("%s: at most %.0f ms at once", words, most);
        QVERIFY2(most < workAtMost, words);
    }

    QListView* actors() const { return m_window->actorsList().list(); }
    QTabWidget* tabs() const { return m_window->findChild<QTabWidget*>(); }

    static void clickRow(QListView& list, int row, Qt::KeyboardModifiers modifiers = {})
    {
        const QModelIndex index = list.model()->index(row, 0);
        list.scrollTo(index);
        QTest::mouseClick(list.viewport(), Qt::LeftButton, modifiers,
                          list.visualRect(index).center());
    }

    QString nameOf(NodeId id) const
    {
        return QString::fromStdString(m_window->workspace().events()->node(id)->name);
    }

    NodeId node(const std::string& name) const
    {
        for (const NodeId id : m_window->workspace().events()->nodes()) {
            if (m_window->workspace().events()->node(id)->name == name)
                return id;
        }
        return {};
    }

    void select(const std::string& name)
    {
        m_window->selection().set(node(name));
        QCoreApplication::processEvents();
    }

    ArticleId article(const std::string& name) const
    {
        for (const ArticleId id : m_window->workspace().store().articles()) {
            if (m_window->workspace().store().article(id)->name == name)
                return id;
        }
        return {};
    }

    TextSpan spanOf(const std::string& name, const std::string& words) const
    {
        return m_window->workspace().store().article(article(name))->text->find(words, 1).at(0);
    }

    QString amberText() const
    {
        QString text;
        const QTextDocument* document = m_window->reader().text().document();
        for (QTextBlock block = document->begin(); block.isValid(); block = block.next()) {
            for (const QTextLayout::FormatRange& range : block.layout()->formats()) {
                if (range.format.background().color() == m_window->scene().style().mark)
                    text += block.text().mid(range.start, range.length);
            }
        }
        return text;
    }

    const NodeItem* itemNamed(const QString& name) const
    {
        for (const NodeItem& item : m_window->canvas().picture().nodes()) {
            if (item.wholeName == name)
                return &item;
        }
        return nullptr;
    }

    const NodeItem* someActorOnCanvas(NodeId but) const
    {
        for (const NodeItem& item : m_window->canvas().picture().nodes()) {
            const Node& found = *m_window->workspace().events()->node(item.id);
            if (item.id != but && found.isActor && isWhole(item))
                return &item;
        }
        return nullptr;
    }

    const NodeItem* someNodeOutOfSight() const
    {
        for (const NodeItem& item : m_window->canvas().picture().nodes()) {
            if (!onCanvas(item).intersects(m_window->canvas().rect()))
                return &item;
        }
        return nullptr;
    }

    QRectF onCanvas(const NodeItem& item) const
    {
        return m_window->canvas().viewport().toScreen(item.outline);
    }
    bool isWhole(const NodeItem& item) const
    {
        return m_window->canvas().rect().toRectF().contains(onCanvas(item));
    }
    /// So far from the canvas's edges, and from the legend, that there is no reason to pan.
    bool isFarIn(const NodeItem& item) const
    {
        QRectF free = m_window->canvas().rect();
        free.setBottom(m_window->canvas().legend().y());
        return free.adjusted(60, 60, -60, -60)
            .contains(m_window->canvas().viewport().toScreen(
                m_window->canvas().picture().boundsOf(item.id)));
    }
    QPoint onScreen(const NodeItem& item) const { return onCanvas(item).center().toPoint(); }
    QPoint inWindow(const NodeItem& item) const
    {
        return m_window->canvas().mapTo(m_window.get(), onScreen(item));
    }
    static bool samePlaces(const Picture& a, const Picture& b)
    {
        return std::ranges::equal(a.nodes(), b.nodes(), {}, &NodeItem::outline, &NodeItem::outline);
    }
};

QTEST_MAIN(WindowPanelsTest)
#include "windowpanelstest.moc"
