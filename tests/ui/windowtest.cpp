// SPDX-License-Identifier: Apache-2.0
#include "tests/support/realwindow.h"
#include "ui/text/translations.h"

#include "tests/support/manymeetings.h"
#include "tests/support/watchdog.h"
#include "ui/canvas/graphcanvas.h"
#include "ui/dialogs/filedialog.h"
#include "ui/dialogs/helpwindow.h"
#include "ui/paint/painter.h"
#include "ui/panels/articlereader.h"
#include "ui/panels/evidencemodel.h"
#include "ui/panels/evidencepanel.h"
#include "ui/panels/fileviewer.h"
#include "ui/panels/nodelist.h"
#include "ui/panels/problemspanel.h"
#include "ui/window/actions.h"
#include "ui/window/dataexportdialog.h"
#include "ui/window/emptystate.h"
#include "ui/window/messagebar.h"
#include "ui/window/statusline.h"

#include <QDir>
#include <QDirIterator>
#include <QDropEvent>
#include <QFile>
#include <QImage>
#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextEdit>
#include <QToolButton>
#include <QTreeView>

#include <chrono>
#include <map>

using namespace entente;
using namespace std::chrono_literals;

class WindowTest : public QObject, private RealWindow
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        moveIn(QStringLiteral("windowtest"));
        installTranslations(QLocale());
    }

    void init()
    {
        forget();
        show();
    }

    void cleanup()
    {
        m_window.reset();
        QCOMPARE(FileDialog::answersLeft(), 0);
    }

    void theStory()
    {
        // Open the sample by the button of the empty window …
        QVERIFY(m_window->emptyState().isVisible());
        const QList<QPushButton*> buttons = m_window->emptyState().findChildren<QPushButton*>();
        QTest::mouseClick(buttons.last(), Qt::LeftButton);
        settle();
        QVERIFY(!m_window->emptyState().isVisible());
        GraphCanvas& canvas = m_window->canvas();
        QVERIFY(!canvas.picture().isEmpty());

        // … click an edge, read its quote …
        const std::optional<QPoint> onEdge = pointOnSomeEdge();
        QVERIFY(onEdge);
        QTest::mouseClick(&canvas, Qt::LeftButton, {}, *onEdge);
        QCOMPARE(m_window->selection().edges().size(), 1U);
        QListView* claims = m_window->evidence().list();
        QVERIFY(claims->isVisible());
        const QModelIndex card = firstCard(*claims);
        QVERIFY(card.isValid());
        const QString quote = card.data(EvidenceModel::QuoteRole).toString();
        QVERIFY(!quote.isEmpty());

        // … and open it in the article.
        QVERIFY(!m_window->reader().isVisible());
        QTest::mouseClick(claims->viewport(), Qt::LeftButton, {},
                          claims->visualRect(card).center());
        QVERIFY(m_window->reader().isVisible());
        const QString text = readerText();
        QVERIFY2(text.contains(firstMarkedWords(card)), qPrintable(text));
    }

    void allNamesHaveRoomWhenAllIsShown()
    {
        for (const QSize size : {QSize(1560, 940), QSize(1360, 800)}) {
            m_window->resize(size);
            open({sample()});
            m_window->canvas().fitAll();
            settle();
            const Viewport& viewport = m_window->canvas().viewport();
            const QRectF all = boundsAt(m_window->canvas().picture(), viewport.scale());
            QVERIFY(viewport.visible().contains(all));
        }
    }

    void aClickOnANodeMovesNothing()
    {
        open({sample()});
        const Picture before = m_window->canvas().picture();
        const Viewport viewport = m_window->canvas().viewport();
        click(before.nodes().front());
        QCOMPARE(m_window->selection().nodes().size(), 1U);
        m_window->actions().showProblems->trigger();
        settle();
        QVERIFY(samePlaces(before, m_window->canvas().picture()));
        QCOMPARE(m_window->canvas().viewport().scale(), viewport.scale());
        QCOMPARE(m_window->canvas().viewport().toScreen(QPointF()), viewport.toScreen(QPointF()));
    }

    void aDraggedNodeStaysAndUndoTakesItBack()
    {
        open({sample()});
        const Picture before = m_window->canvas().picture();
        const NodeItem dragged = before.nodes().front();
        const QPoint from = onScreen(dragged);
        drag(from, {60, 40});
        settle();
        const Picture after = m_window->canvas().picture();
        const QPointF moved = after.node(dragged.id)->outline.center() - dragged.outline.center();
        const QPointF wanted = QPointF(60, 40) / m_window->canvas().viewport().scale();
        QVERIFY(QLineF(moved, wanted).length() < 1);
        for (const NodeItem& node : before.nodes()) {
            if (node.id != dragged.id)
                QCOMPARE(after.node(node.id)->outline, node.outline);
        }
        QCOMPARE(m_window->workspace().undoStack().count(), 1);
        QTest::keyClick(&m_window->canvas(), Qt::Key_Z, Qt::ControlModifier);
        settle();
        QVERIFY(samePlaces(before, m_window->canvas().picture()));
    }

    void keysMoveByEveryStepAndAreOneStepOfUndoWithTheDragBefore()
    {
        open({sample()});
        const Picture before = m_window->canvas().picture();
        const NodeItem moved = before.nodes().front();
        m_window->selection().set(moved.id);
        drag(onScreen(moved), {60, 40});
        settle();
        const Picture dragged = m_window->canvas().picture();
        const Viewport viewport = m_window->canvas().viewport();
        for (int i = 0; i < 5; ++i)
            QTest::keyClick(&m_window->canvas(), Qt::Key_Right,
                            Qt::ControlModifier | Qt::ShiftModifier);
        settle();
        const auto at = [&](const Picture& picture) {
            return viewport.toScreen(picture.node(moved.id)->outline.center());
        };
        const QPointF by = at(m_window->canvas().picture()) - at(dragged);
        QVERIFY(QLineF(by, QPointF(5 * 15, 0)).length() < 0.5);
        m_window->actions().undo->trigger();
        settle();
        QVERIFY(samePlaces(before, m_window->canvas().picture()));
    }

    void layingOutAgainIsUndone()
    {
        open({sample()});
        const Picture before = m_window->canvas().picture();
        Q_EMIT m_window->actions().engineChosen(Engine::Circo);
        settle();
        QVERIFY(!samePlaces(before, m_window->canvas().picture()));
        m_window->actions().undo->trigger();
        settle();
        const Picture back = m_window->canvas().picture();
        QVERIFY(samePlaces(before, back));
        for (const EdgeItem& edge : before.edges())
            QCOMPARE(back.edge(edge.id)->path, edge.path);
    }

    void actorsStandAlikeInBothViews()
    {
        open({sample()});
        const Picture events = m_window->canvas().picture();
        m_window->scene().setView(View::Actors);
        settle();
        const Picture actors = m_window->canvas().picture();
        QVERIFY(actors.nodes().size() < events.nodes().size());
        QVERIFY(!actors.isEmpty());
        for (const NodeItem& node : actors.nodes())
            QCOMPARE(node.outline.center(), events.node(node.id)->outline.center());
        const NodeId dragged = actors.nodes().front().id;
        drag(onScreen(actors.nodes().front()), {70, 0});
        settle();
        const QPointF there = m_window->canvas().picture().node(dragged)->outline.center();
        QVERIFY(there.x() > events.node(dragged)->outline.center().x());
        m_window->scene().setView(View::Events);
        settle();
        for (const NodeItem& node : m_window->canvas().picture().nodes())
            QCOMPARE(node.outline.center(),
                     node.id == dragged ? there : events.node(node.id)->outline.center());
    }

    void aListEntryAndTheCanvasShareTheSelection()
    {
        open({sample()});
        QListView* list = m_window->actorsList().list();
        const QModelIndex row = list->model()->index(2, 0);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(row).center());
        QCOMPARE(m_window->selection().nodes().size(), 1U);
        const NodeId node = *m_window->selection().nodes().begin();
        QCOMPARE(QString::fromStdString(m_window->workspace().events()->node(node)->name),
                 row.data().toString());
    }

    void aDroppedFolderIsOpened()
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(sample())});
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(m_window.get(), &drop);
        settle();
        QVERIFY(!m_window->canvas().picture().isEmpty());
    }

    void whatWasOpenedIsRecent()
    {
        FileDialog::answerNext({sample()});
        m_window->actions().openFolder->trigger();
        settle();
        show(); // The next start.
        QCOMPARE(Recents().all().value(0), QStringList{QDir::cleanPath(sample())});
        Q_EMIT m_window->actions().recentChosen(Recents().all().value(0));
        settle();
        QVERIFY(!m_window->canvas().picture().isEmpty());
    }

    void aBrokenFolderIsSaidAndWhatWasOpenStays()
    {
        open({sample()});
        const int nodes = m_window->workspace().events()->nodeCount();
        m_window->open({m_home.filePath(QStringLiteral("nowhere"))});
        QTRY_VERIFY(m_window->message().isVisible());
        QVERIFY2(m_window->message().text().contains(QStringLiteral("nowhere")),
                 qPrintable(m_window->message().text()));
        QCOMPARE(m_window->workspace().events()->nodeCount(), nodes);
        open({sample()});
        QVERIFY(!m_window->message().isVisible());
    }

    void aLayoutThatFailsLeavesThePictureAndSaysWhy()
    {
        show({}, {.program = QStringLiteral("/nowhere/entente-layout"), .arguments = {}});
        m_window->open({sample()});
        QTRY_VERIFY(m_window->message().isVisible());
        QVERIFY2(m_window->message().text().contains(QStringLiteral("entente-layout")),
                 qPrintable(m_window->message().text()));
        // The lists and the quotes are there all the same.
        QVERIFY(m_window->actorsList().list()->model()->rowCount() > 3);
    }

    void reloadShowsWhatHasChangedAndKeepsPlaces()
    {
        QTemporaryDir folder;
        copySample(folder, 3);
        open({folder.path()});
        const Picture before = m_window->canvas().picture();
        const int articles = static_cast<int>(m_window->workspace().store().articles().size());
        drag(onScreen(before.nodes().front()), {60, 40});
        settle();
        const Picture placed = m_window->canvas().picture();
        copySample(folder, 4);
        m_window->actions().reload->trigger();
        settle();
        QCOMPARE(static_cast<int>(m_window->workspace().store().articles().size()), articles + 1);
        const Picture after = m_window->canvas().picture();
        const NodeId dragged = before.nodes().front().id;
        QVERIFY(placed.node(dragged)->outline != before.node(dragged)->outline);
        QVERIFY(after.node(dragged));
        QCOMPARE(after.node(dragged)->outline.center(), placed.node(dragged)->outline.center());
        std::size_t found = 0;
        for (const NodeItem& node : placed.nodes()) {
            const NodeItem* same = after.node(node.id);
            if (!same)
                continue;
            ++found;
            QVERIFY(QLineF(same->outline.center(), node.outline.center()).length() < 0.5);
        }
        QVERIFY(found * 10 >= placed.nodes().size() * 9);
    }

    void problemsAreCountedAndShown()
    {
        QTemporaryDir folder;
        copySample(folder, 1);
        const QString ann = QDir(folder.path()).entryList({QStringLiteral("*.ann")}).value(0);
        QFile file(QDir(folder.path()).filePath(ann));
        QVERIFY(file.open(QIODevice::Append));
        file.write("E999\tVisit:T99999\n");
        file.close();
        open({folder.path()});
        QToolButton* problems = m_window->statusLine().problems();
        QVERIFY2(!problems->text().startsWith(QLatin1Char('0')), qPrintable(problems->text()));
        QVERIFY(!m_window->problems().isVisible());
        QVERIFY(m_window->message().text().contains(QStringLiteral("could not be understood")));
        QTest::mouseClick(problems, Qt::LeftButton);
        QVERIFY(m_window->problems().isVisible());
        QVERIFY(!m_window->message().isVisible()); // It has been followed.
    }

    void theStatusLineCounts()
    {
        open({sample()});
        const QString counts = m_window->statusLine().counts();
        QVERIFY2(counts.contains(QStringLiteral("actors")), qPrintable(counts));
        QVERIFY2(counts.contains(QStringLiteral("shown")), qPrintable(counts));
    }

    void imagesAreExported_data()
    {
        QTest::addColumn<QString>("suffix");
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("png") << QStringLiteral("png") << QByteArray("\x89PNG");
        QTest::newRow("svg") << QStringLiteral("svg") << QByteArray("<?xml");
        QTest::newRow("pdf") << QStringLiteral("pdf") << QByteArray("%PDF-1.4");
    }

    void imagesAreExported()
    {
        QFETCH(QString, suffix);
        QFETCH(QByteArray, start);
        open({sample()});
        const QString name = m_home.filePath(QStringLiteral("picture.") + suffix);
        exportImage(name);
        QTRY_VERIFY(m_window->message().isVisible());
        QFile file(name);
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(m_window->message().text()));
        QVERIFY(file.readAll().startsWith(start));
    }

    void anExportThatCannotBeWrittenIsSaid()
    {
        open({sample()});
        exportImage(QStringLiteral("/nowhere/picture.png"));
        QTRY_VERIFY(m_window->message().isVisible());
        QVERIFY2(m_window->message().text().contains(QStringLiteral("/nowhere")),
                 qPrintable(m_window->message().text()));
    }

    void dataIsExportedAsTheDialogSays()
    {
        open({sample()});
        m_window->actions().exportData->trigger();
        auto* dialog = m_window->findChild<DataExportDialog*>();
        QVERIFY(dialog && dialog->isVisible());
        dialog->choose(DataFormat::Gexf);
        QVERIFY2(dialog->losses().contains(QStringLiteral("not written one by one")),
                 qPrintable(dialog->losses()));
        const QString name = m_home.filePath(QStringLiteral("graph.gexf"));
        FileDialog::answerNext({name});
        QTest::keyClick(dialog, Qt::Key_Return);
        QTRY_VERIFY2(m_window->message().text().contains(QStringLiteral("The data was written")),
                     qPrintable(m_window->message().text()));
        const QByteArray text = QByteArray::fromStdString(fileBytes(toPath(name)));
        QVERIFY(text.contains("http://www.gexf.net/1.2draft"));
        QCOMPARE(text.count("<node "), m_window->workspace().events()->nodeCount());
        // As they stand on the canvas.
        QCOMPARE(text.count("<viz:position"), qsizetype(m_window->scene().shown().nodes.size()));

        // The same again is what is offered next, of the view that is on screen.
        m_window->scene().setView(View::Actors);
        settle();
        m_window->actions().exportData->trigger();
        dialog = m_window->findChild<DataExportDialog*>();
        QVERIFY(dialog);
        QCOMPARE(dialog->format(), DataFormat::Gexf);
        dialog->choose(DataFormat::EdgesCsv);
        const QString table = m_home.filePath(QStringLiteral("ties.csv"));
        FileDialog::answerNext({table});
        dialog->accept();
        QTRY_VERIFY(QFile::exists(table));
        const QByteArray rows = QByteArray::fromStdString(fileBytes(toPath(table)));
        QVERIFY(rows.startsWith("\xEF\xBB\xBFid,"));
        QCOMPARE(rows.count("\r\n"), m_window->workspace().actors()->edgeCount() + 1);
    }

    void theThemeIsAppliedAndRemembered()
    {
        open({sample()});
        const auto corner = [this] { return m_window->canvas().grab().toImage().pixelColor(2, 2); };
        m_window->setTheme(ThemeChoice::Dark);
        settle();
        QCOMPARE(corner(), Style::of(Theme::Dark).canvas);
        show();
        QCOMPARE(m_window->scene().style().theme, Theme::Dark);
        m_window->setTheme(ThemeChoice::Light);
        QCOMPARE(corner(), Style::of(Theme::Light).canvas);
    }

    void geometryAndPanelsAreRemembered()
    {
        m_window->resize(1111, 777);
        m_window->actions().showLists->setChecked(false);
        m_window->close();
        show();
        QCOMPARE(m_window->size(), QSize(1111, 777));
        QVERIFY(!m_window->actorsList().isVisible());
    }

    void helpOpensItsPages()
    {
        m_window->actions().help->trigger();
        auto* help = m_window->findChild<HelpWindow*>();
        QVERIFY(help);
        QVERIFY2(help->toPlainText().size() > 200, qPrintable(help->toPlainText()));
    }

    void namesAreFoundToSelect()
    {
        open({sample()});
        QVERIFY(m_window->select(QStringLiteral("kim jong un")));
        QCOMPARE(m_window->selection().nodes().size(), 1U);
        QVERIFY(!m_window->select(QStringLiteral("nobody at all")));
        const EdgeItem& edge = m_window->canvas().picture().edges().front();
        QVERIFY(m_window->select(edge.wholeName));
        QCOMPARE(m_window->selection().edges(), std::set<EdgeId>{edge.id});
    }

    void openingNeverStallsTheWindow_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("sample") << sample();
        QTest::newRow("real article") << shared(QStringLiteral("articles"));
        QTest::newRow("ten thousand meetings") << manyMeetings();
    }

    void openingNeverStallsTheWindow()
    {
        QFETCH(QString, path);
        if (!QFile::exists(path))
            QSKIP("Not here: set ENTENTE_SHARED to the folder with the real articles.");
        Watchdog watchdog;
        QElapsedTimer timer;
        timer.start();
        open({path});
        qInfo() << "opened in" << timer.elapsed() << "ms; longest stall" << watchdog.longestGap()
                << "ms, of work" << watchdog.longestWork() << "ms";
        QVERIFY(watchdog.longestWork() < workAtMost);
        watchdog.restart();
        m_window->scene().setView(View::Actors);
        settle();
        m_window->scene().setView(View::Events);
        settle();
        m_window->actions().layOutAgain->trigger();
        settle();
        m_window->actions().reload->trigger();
        settle();
        qInfo() << "views, layout and reload: longest stall" << watchdog.longestGap()
                << "ms, of work" << watchdog.longestWork() << "ms";
        QVERIFY(watchdog.longestWork() < workAtMost);
    }

    void noTwoCommandsHaveOneKey()
    {
        std::map<QKeySequence, QString> taken;
        for (const QAction* action : m_window->actions().findChildren<QAction*>()) {
            for (const QKeySequence& key : action->shortcuts()) {
                const auto [place, isNew] = taken.emplace(key, action->text());
                QVERIFY2(isNew, qPrintable(key.toString() + QStringLiteral(": ") + place->second +
                                           QStringLiteral(", ") + action->text()));
            }
        }
        QVERIFY(taken.size() > 40);
    }

private:
    QPoint onScreen(const NodeItem& node) const
    {
        return m_window->canvas().viewport().toScreen(node.outline.center()).toPoint();
    }
    void click(const NodeItem& node)
    {
        QTest::mouseClick(&m_window->canvas(), Qt::LeftButton, {}, onScreen(node));
    }
    void drag(QPoint from, QPoint by)
    {
        GraphCanvas& canvas = m_window->canvas();
        canvas.setFocus();
        QTest::mousePress(&canvas, Qt::LeftButton, {}, from);
        QTest::mouseMove(&canvas, from + by / 2);
        QTest::mouseMove(&canvas, from + by);
        QTest::mouseRelease(&canvas, Qt::LeftButton, {}, from + by);
    }
    std::optional<QPoint> pointOnSomeEdge() const
    {
        const GraphCanvas& canvas = m_window->canvas();
        const Viewport& viewport = canvas.viewport();
        for (const EdgeItem& edge : canvas.picture().edges()) {
            const QPointF middle = edge.path.pointAtPercent(0.5);
            const QPoint point = viewport.toScreen(middle).toPoint();
            if (canvas.picture().at(viewport.toScene(point), viewport.scale()) == Target(edge.id))
                return point;
        }
        return {};
    }
    static QModelIndex firstCard(const QListView& claims)
    {
        for (int row = 0; row < claims.model()->rowCount(); ++row) {
            const QModelIndex index = claims.model()->index(row, 0);
            if (!index.data(EvidenceModel::HeadingRole).toBool())
                return index;
        }
        return {};
    }
    static QString firstMarkedWords(const QModelIndex& card)
    {
        const QString quote = card.data(EvidenceModel::QuoteRole).toString();
        const auto marks = card.data(EvidenceModel::MarksRole).value<QList<Utf16Range>>();
        return marks.isEmpty() ? quote : quote.mid(marks[0].begin, marks[0].length);
    }
    QString readerText() const { return m_window->reader().findChild<QTextEdit*>()->toPlainText(); }
    static bool samePlaces(const Picture& a, const Picture& b)
    {
        return std::ranges::equal(a.nodes(), b.nodes(), {}, &NodeItem::outline, &NodeItem::outline);
    }
    static void copySample(const QTemporaryDir& folder, int articles)
    {
        QStringList all;
        QDirIterator files(sample(), {QStringLiteral("*.ann")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext())
            all.push_back(files.next());
        all.sort();
        for (QString from : all.mid(0, articles)) {
            from.chop(4);
            for (const QString& suffix :
                 {QStringLiteral(".ann"), QStringLiteral(".txt"), QStringLiteral(".json")}) {
                const QString to = folder.filePath(QFileInfo(from).fileName() + suffix);
                QFile::copy(from + suffix, to);
                QFile::setPermissions(to, QFile::ReadOwner | QFile::WriteOwner);
            }
        }
    }
};

QTEST_MAIN(WindowTest)
#include "windowtest.moc"
