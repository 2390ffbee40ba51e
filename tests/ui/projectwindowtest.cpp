// SPDX-License-Identifier: Apache-2.0
// Projects in the real window: what is done is on the disk, has a history, and comes back.

#include "tests/support/realwindow.h"
#include "tests/support/textfolder.h"
#include "ui/text/translations.h"

#include "graph/project/backups.h"
#include "ui/canvas/graphcanvas.h"
#include "ui/dialogs/filedialog.h"
#include "ui/window/actions.h"
#include "ui/window/emptystate.h"
#include "ui/window/messagebar.h"
#include "ui/window/statusline.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <functional>

using namespace entente;

class ProjectWindowTest : public QObject, private RealWindow
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        moveIn(QStringLiteral("projectwindowtest"));
        installTranslations(QLocale());
    }

    void init()
    {
        forget();
        QSettings().setValue(QStringLiteral("analyst/name"), QStringLiteral("Anna"));
        show(size);
    }

    void cleanup()
    {
        m_window.reset();
        QCOMPARE(FileDialog::answersLeft(), 0);
    }

    void aFolderIsOnlyLookedAtUntilSomethingIsDone()
    {
        open(sample());
        QCOMPARE(m_window->statusLine().saving(), QString());
        QVERIFY(untitled().isEmpty());
        moveSomething();
        QCOMPARE(untitled().size(), 1);
        QCOMPARE(m_window->statusLine().saving(), QStringLiteral("Saved, without a name yet"));
        QCOMPARE(m_window->windowTitle(), QStringLiteral("sample — Entente"));
    }

    void workWithoutANameIsOfferedAgain()
    {
        open(sample());
        const NodeId node = moveSomething();
        const Point place = *m_window->workspace().store().placement(node);
        m_window.reset();
        show(size);
        QVERIFY2(m_window->message().text().contains(QStringLiteral("work without a name")),
                 qPrintable(m_window->message().text()));
        QTest::mouseClick(m_window->message().findChildren<QPushButton*>().first(), Qt::LeftButton);
        settle();
        QCOMPARE(m_window->workspace().store().articles().size(), 19U);
        QCOMPARE(m_window->workspace().store().placement(node), std::optional(place));
        QCOMPARE(m_window->windowTitle(), QStringLiteral("sample — Entente"));
        QVERIFY(!m_window->actions().reload->isEnabled());
    }

    void workOnAFolderIsOfferedWhenTheFolderIsOpenedAgain()
    {
        open(sample());
        const NodeId node = moveSomething();
        const Point place = *m_window->workspace().store().placement(node);
        // On other articles there is none.
        open(sample() + QStringLiteral("/2018/panmunjom-summit.txt"));
        QVERIFY(!m_window->message().text().contains(QStringLiteral("on these articles")));
        open(sample());
        QVERIFY2(m_window->message().text().contains(
                     QStringLiteral("There is work without a name on these articles, from")),
                 qPrintable(m_window->message().text()));
        QVERIFY(!m_window->workspace().store().placement(node));
        QTest::mouseClick(m_window->message().findChildren<QPushButton*>().first(), Qt::LeftButton);
        settle();
        QCOMPARE(m_window->workspace().store().placement(node), std::optional(place));
    }

    /// Only one node has its place when it is opened; the others get theirs.
    void allOfItIsSeenWhenItIsOpened()
    {
        open(sample());
        const QString file = saveAs(QStringLiteral("one-placed.entente"));
        moveSomething();
        m_window.reset();
        show(size);
        open(file);
        const GraphCanvas& canvas = m_window->canvas();
        const QRectF screen(QPointF(), QSizeF(canvas.size()));
        QVERIFY(screen.contains(canvas.viewport().toScreen(canvas.picture().bounds().topLeft())));
        QVERIFY(
            screen.contains(canvas.viewport().toScreen(canvas.picture().bounds().bottomRight())));
    }

    /// With one node in its place, the others would be laid out anew around it.
    void itLooksAsItWasLeft()
    {
        open(sample());
        const QString file = saveAs(QStringLiteral("left.entente"));
        const NodeId hidden = m_window->scene().shown().nodes.back();
        m_window->selection().set({hidden}, {});
        m_window->actions().hideSelected->trigger();
        settle();
        moveSomething();
        const Picture before = m_window->scene().picture();
        m_window.reset();
        const std::string bytes = fileBytes(toPath(file));
        show(size);
        open(file);
        QVERIFY(!m_window->scene().isShown(hidden));
        QCOMPARE(placesOf(m_window->scene().picture()), placesOf(before));
        QVERIFY(sameWays(m_window->scene().picture(), before));
        m_window.reset();
        QVERIFY(fileBytes(toPath(file)) == bytes); // Looking at it once more changes nothing.
    }

    void theOtherViewAndItsFilterComeBack()
    {
        open(sample());
        const QString file = saveAs(QStringLiteral("filtered.entente"));
        const Filter filter{{{Facet::Type, {"Visit"}}}};
        m_window->scene().setFilter(filter);
        m_window->scene().setView(View::Actors);
        settle();
        const Picture before = m_window->scene().picture();
        m_window.reset();
        show(size);
        open(file);
        QVERIFY(m_window->scene().view() == View::Actors);
        QVERIFY(m_window->scene().filter() == filter);
        QCOMPARE(placesOf(m_window->scene().picture()), placesOf(before));
        // Nothing is hidden for ever.
        m_window->scene().setFilter({});
        settle();
        QVERIFY(m_window->scene().picture().nodes().size() > before.nodes().size());
        // Another folder is not looked at through it.
        open(sample());
        QVERIFY(m_window->scene().filter().isEmpty());
    }

    void aDamagedLookIsNoHindrance()
    {
        open(sample());
        const QString file = saveAs(QStringLiteral("odd.entente"));
        m_window.reset();
        for (const char* look : {"no JSON", "{}", R"({"view": "events", "events": []})",
                                 R"({"view": "events", "events": {"places": {"x": 1}}})"}) {
            {
                auto project = ProjectFile::open(toPath(file), {});
                QVERIFY(project && project->keepLook(look));
            }
            show(size);
            open(file);
            QVERIFY(!m_window->scene().picture().isEmpty());
            m_window.reset();
        }
    }

    void aNewProjectTakesInAFolderAndIsSavedUnderAName()
    {
        m_window->actions().newProject->trigger();
        settle();
        QVERIFY(m_window->emptyState().isVisible());
        FileDialog::answerNext({sample()});
        m_window->actions().importFolder->trigger();
        settle();
        QCOMPARE(m_window->workspace().store().articles().size(), 19U);
        QVERIFY2(m_window->message().text().contains(QStringLiteral("19 articles imported")),
                 qPrintable(m_window->message().text()));

        const QString secondCopy = copiesOf(untitledFile());
        QVERIFY(QFileInfo::exists(secondCopy));
        const QString file = saveAs(QStringLiteral("p.entente"));
        QVERIFY(untitled().isEmpty()); // It has a name now.
        QVERIFY(!QFileInfo::exists(secondCopy));
        QCOMPARE(m_window->windowTitle(), QStringLiteral("p — Entente"));
        QCOMPARE(m_window->statusLine().saving(), QStringLiteral("Saved"));
        const NodeId node = moveSomething();
        const Point place = *m_window->workspace().store().placement(node);

        m_window.reset();
        show(size);
        QVERIFY(!m_window->message().isVisible()); // Nothing was left behind.
        open(file);
        QCOMPARE(m_window->workspace().store().placement(node), std::optional(place));
    }

    void anImportIsOneStepOfUndo()
    {
        m_window->actions().newProject->trigger();
        FileDialog::answerNext({sample()});
        m_window->actions().importFolder->trigger();
        settle();
        QCOMPARE(m_window->workspace().undoStack().undoText(),
                 QStringLiteral("Import 19 articles"));
        m_window->actions().undo->trigger();
        settle();
        QVERIFY(m_window->workspace().store().articles().empty());
        m_window->actions().redo->trigger();
        settle();
        QCOMPARE(m_window->workspace().store().articles().size(), 19U);
        QVERIFY(!m_window->canvas().picture().isEmpty());
        FileDialog::answerNext({sample()});
        m_window->actions().importFolder->trigger();
        settle();
        QVERIFY2(m_window->message().text().contains(QStringLiteral("19 were here already")),
                 qPrintable(m_window->message().text()));
    }

    /// As when it was cut short: whether that is meant is asked.
    void anImportThatLosesMuchAsksFirst()
    {
        const TextFolder folder;
        const auto write = [&](int relations) {
            std::string lines = "T1\tPerson 0 4\tChoe\nT2\tState 9 15\tRussia\n";
            for (int i = 0; i < relations; ++i)
                lines += "R" + std::to_string(i + 1) + "\tLocatedIn Arg1:T1 Arg2:T2\n";
            folder.write("a.txt", "Choe saw Russia.\n");
            folder.write("a.ann", lines);
        };
        const auto import = [&] {
            FileDialog::answerNext({toQt(folder.path())});
            m_window->actions().importFolder->trigger();
            settle();
        };
        const auto claims = [&] {
            const Store& store = m_window->workspace().store();
            return store.records(store.articles().front()).claims.size();
        };
        write(20);
        m_window->actions().newProject->trigger();
        import();
        QCOMPARE(claims(), 20U);
        write(1);
        import();
        QCOMPARE(claims(), 20U);
        QVERIFY2(m_window->message().text().contains(QStringLiteral("22 annotations and have 3")),
                 qPrintable(m_window->message().text()));
        QTest::mouseClick(m_window->message().findChildren<QPushButton*>().first(), Qt::LeftButton);
        settle();
        QCOMPARE(claims(), 1U);
    }

    /// What its types mean comes with an article, goes with undo, and is in the project.
    void anImportBringsTheVocabularyOfItsFolder()
    {
        const TextFolder folder;
        folder.write("annotation.conf",
                     "[entities]\nDiplomat\n[relations]\n[events]\n[attributes]\n");
        folder.write("visual.conf", "[labels]\nDiplomat | Envoy\n");
        folder.write("a.txt", "Choe came.\n");
        folder.write("a.ann", "T1\tDiplomat 0 4\tChoe\n");
        m_window->actions().newProject->trigger();
        import(folder);
        const auto isKnown = [this] { return ontology().entity("Diplomat").label == "Envoy"; };
        QVERIFY(isKnown());
        QCOMPARE(m_window->workspace().undoStack().undoText(), QStringLiteral("Import 1 article"));
        m_window->actions().undo->trigger();
        settle();
        QVERIFY(!ontology().knowsEntity("Diplomat") && ontology().knowsEntity("Person"));
        m_window->actions().redo->trigger();
        settle();
        QVERIFY(isKnown());
        const QString file = saveAs(QStringLiteral("p.entente"));
        m_window.reset();
        show(size);
        open(file);
        QVERIFY(isKnown());
    }

    void anImportOfChangedFilesSaysWhatOfTheWorkDoesNotFit()
    {
        const TextFolder folder;
        folder.write("a.txt", "Choe met Lavrov.\n");
        folder.write("a.ann", "T1\tPerson 0 4\tChoe\nT2\tPerson 9 15\tLavrov\n");
        m_window->actions().newProject->trigger();
        import(folder);
        Workspace& workspace = m_window->workspace();
        const ArticleId article = workspace.store().articles().front();
        const auto mentionOfLavrov = [&] { return workspace.store().records(article).mentions[1]; };
        const MentionId lavrov = mentionOfLavrov().id;
        ChangeMention note{lavrov, {}};
        note.fields.note = "the minister";
        QVERIFY(workspace.perform(note));
        folder.write("a.txt", "Today Choe met nobody.\n");
        folder.write("a.ann", "T1\tPerson 6 10\tChoe\n");
        import(folder);
        const QString told = m_window->message().text();
        QVERIFY2(told.contains(QStringLiteral("1 had changed, and is here as it is now")) &&
                     told.contains(QStringLiteral("“a”: The mark “Lavrov” is not in the files any "
                                                  "more; it was kept")),
                 qPrintable(told));
        QVERIFY(!workspace.diagnostics().empty());
        QCOMPARE(mentionOfLavrov().id, lavrov);
        QCOMPARE(mentionOfLavrov().status, QuoteStatus::Missing);
        m_window->actions().undo->trigger();
        settle();
        QCOMPARE(mentionOfLavrov().status, QuoteStatus::Exact);
        QCOMPARE(mentionOfLavrov().note, std::string("the minister"));
    }

    void whatWasMovedAwayIsSaidNotToBeSaved()
    {
        open(sample());
        const QString file = saveAs(QStringLiteral("p.entente"));
        QVERIFY(QFile::rename(file, file + QStringLiteral("-away")));
        moveSomething();
        QCOMPARE(m_window->statusLine().saving(), QStringLiteral("Not saved"));
        QVERIFY2(m_window->message().text().contains(QStringLiteral("was moved")),
                 qPrintable(m_window->message().text()));
        QVERIFY(QFile::rename(file + QStringLiteral("-away"), file));
        QTest::mouseClick(m_window->message().findChildren<QPushButton*>().first(), Qt::LeftButton);
        settle();
        QCOMPARE(m_window->statusLine().saving(), QStringLiteral("Saved"));
        const auto store = m_window->workspace().store();
        m_window.reset();
        const auto project = ProjectFile::open(file.toStdString(), {});
        QVERIFY(project && project->store() == store);
        QVERIFY(project->verify().empty());
    }

    void nothingStaysOfWorkThatIsDiscarded()
    {
        open(sample());
        moveSomething();
        const QString file = untitledFile();
        const QString secondCopy = copiesOf(file);
        QVERIFY(QFileInfo::exists(secondCopy));
        later(0, [] {
            auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
            for (QAbstractButton* button : box->buttons()) {
                if (box->buttonRole(button) == QMessageBox::DestructiveRole)
                    QTest::mouseClick(button, Qt::LeftButton);
            }
        });
        m_window->actions().discardUntitled->trigger();
        settle();
        QTRY_VERIFY(!QFileInfo::exists(file));
        QTRY_VERIFY(!QFileInfo::exists(secondCopy));
        QVERIFY(m_window->emptyState().isVisible());
    }

    void whatAFileHasRefusedIsSavedUnderAnotherName()
    {
        open(sample());
        moveSomething();
        const QString file = untitledFile();
        QVERIFY(QFile::rename(file, file + QStringLiteral("-away")));
        const NodeId node = m_window->scene().shown().nodes.back();
        m_window->scene().move({node}, {70, 10});
        settle();
        QCOMPARE(m_window->statusLine().saving(), QStringLiteral("Not saved"));
        const QString saved = saveAs(QStringLiteral("p.entente"));
        QCOMPARE(m_window->statusLine().saving(), QStringLiteral("Saved"));
        const Store store = m_window->workspace().store();
        m_window.reset();
        const auto project = ProjectFile::open(saved.toStdString(), {});
        QVERIFY(project && project->store().placement(node) && project->store() == store);
    }

    void readingAFolderAnewLeavesOtherWorkOnItAlone()
    {
        open(sample() + QStringLiteral("/2018"));
        FileDialog::answerNext({sample() + QStringLiteral("/2024")});
        m_window->actions().importFolder->trigger();
        settle();
        const std::size_t both = m_window->workspace().store().articles().size();
        m_window->actions().reload->trigger();
        settle();
        QVERIFY(m_window->workspace().store().articles().size() < both);
        const QString file = untitledFile();
        QVERIFY(!file.isEmpty());
        open(file);
        QCOMPARE(m_window->workspace().store().articles().size(), both);
    }

    void aProjectThatAnotherWindowHasOpenIsRefused()
    {
        open(sample());
        const QString file = saveAs(QStringLiteral("p.entente"));
        MainWindow second(worker());
        second.show();
        second.open({file});
        QTRY_VERIFY(second.message().isVisible());
        QVERIFY2(second.message().text().contains(QStringLiteral("open")),
                 qPrintable(second.message().text()));
        QVERIFY(second.workspace().paths().empty());
        moveSomething();
        QCOMPARE(m_window->statusLine().saving(), QStringLiteral("Saved"));
    }

    void theBackupOfAProjectThatIsOpenElsewhereCanBeLookedAt()
    {
        open(sample());
        const QString file = saveAs(QStringLiteral("p.entente"));
        const NodeId node = moveSomething();
        MainWindow second(worker());
        second.show();
        second.open({file});
        QTRY_VERIFY(second.message().isVisible());
        QVERIFY2(second.message().text().contains(QStringLiteral("There is a backup of it")),
                 qPrintable(second.message().text()));
        QTest::mouseClick(second.message().findChildren<QPushButton*>().first(), Qt::LeftButton);
        QTRY_COMPARE(second.workspace().store().articles().size(), 19U);
        QVERIFY(!second.workspace().store().placement(node)); // It came after the backup.
        QVERIFY2(second.message().text().contains(QStringLiteral("to look at")),
                 qPrintable(second.message().text()));
        QCOMPARE(second.statusLine().saving(), QString());
        const std::filesystem::path backup = second.workspace().paths().front();
        const std::string bytes = fileBytes(backup);
        second.actions().reload->trigger(); // It stays a backup.
        QTRY_VERIFY(second.isSettled());
        const NodeId other = second.scene().shown().nodes.front();
        second.scene().move({other}, {40, 30});
        QTRY_VERIFY(second.isSettled());
        QCOMPARE(second.statusLine().saving(), QStringLiteral("Saved, without a name yet"));
        QVERIFY(fileBytes(backup) == bytes);
    }

    void aDamagedProjectIsPutTogetherAgain()
    {
        open(sample());
        const QString file = saveAs(QStringLiteral("p.entente"));
        moveSomething();
        const Store store = m_window->workspace().store();
        m_window.reset();
        QFile damaged(file);
        QVERIFY(damaged.open(QIODevice::ReadWrite) && damaged.seek(4096));
        QVERIFY(damaged.write(QByteArray(16384, '\x55')) > 0);
        damaged.close();
        show(size);
        m_window->open({file});
        settle();
        QVERIFY2(m_window->message().text().contains(QStringLiteral("damaged")),
                 qPrintable(m_window->message().text()));
        QVERIFY(m_window->workspace().paths().empty());
        QTest::mouseClick(m_window->message().findChildren<QPushButton*>().first(), Qt::LeftButton);
        settle();
        QVERIFY(m_window->workspace().store() == store);
        QCOMPARE(m_window->windowTitle(), QStringLiteral("p-recovered — Entente"));
        QVERIFY2(m_window->message().text().contains(QStringLiteral("p-recovered.entente")),
                 qPrintable(m_window->message().text()));
    }

    void whatAnOlderCopyLacksIsOfferedAndPutTogether()
    {
        open(sample());
        const QString file = saveAs(QStringLiteral("restored.entente"));
        const QString older = file + QStringLiteral(".older");
        m_window.reset();
        QVERIFY(QFile::copy(file, older));
        show(size);
        open(file);
        moveSomething();
        const Store store = m_window->workspace().store();
        m_window.reset();
        QVERIFY(QFile::remove(file) && QFile::rename(older, file));
        show(size);
        open(file);
        QVERIFY(!(m_window->workspace().store() == store));
        QVERIFY2(m_window->message().text().contains(QStringLiteral("is not in it")),
                 qPrintable(m_window->message().text()));
        QTest::mouseClick(m_window->message().findChildren<QPushButton*>().first(), Qt::LeftButton);
        settle();
        QVERIFY(m_window->workspace().store() == store);
        QCOMPARE(m_window->windowTitle(), QStringLiteral("restored-recovered — Entente"));
    }

    void whatWasExportedToBratIsTheSameWhenItIsOpened()
    {
        open(sample() + QStringLiteral("/2018"));
        const NodeId node = moveSomething();
        const QString folder = m_home.filePath(QStringLiteral("brat"));
        FileDialog::answerNext({folder});
        later(0, [] { pressInDialog(QStringLiteral("Export")); });
        m_window->actions().exportBrat->trigger();
        QTRY_VERIFY2(m_window->message().text().contains(QStringLiteral("written into")),
                     qPrintable(m_window->message().text()));
        const QString name = QStringLiteral("/panmunjom-summit.ann");
        QVERIFY(!fileBytes(toPath(folder + name)).empty());
        QVERIFY(fileBytes(toPath(folder + name)) ==
                fileBytes(toPath(sample() + QStringLiteral("/2018") + name)));
        FileDialog::answerNext({folder});
        m_window->actions().exportBrat->trigger(); // Nothing is written over.
        QVERIFY2(m_window->message().text().contains(QStringLiteral("is not empty")),
                 qPrintable(m_window->message().text()));
        const Point place = *m_window->workspace().store().placement(node);
        open(folder);
        QCOMPARE(m_window->workspace().store().placement(node), std::optional(place));
    }

    void aFolderThatIsReadAnewKeepsItsPlaces()
    {
        open(sample());
        const NodeId node = moveSomething();
        m_window->actions().reload->trigger();
        settle();
        QVERIFY(m_window->workspace().store().placement(node));
        QCOMPARE(untitled().size(), 1);
        QCOMPARE(m_window->statusLine().saving(), QStringLiteral("Saved, without a name yet"));
    }

private:
    static constexpr QSize size{1400, 900};

    static std::map<NodeId, std::pair<double, double>> placesOf(const Picture& picture)
    {
        std::map<NodeId, std::pair<double, double>> places;
        for (const NodeItem& node : picture.nodes())
            places[node.id] = {node.outline.center().x(), node.outline.center().y()};
        return places;
    }
    /// To a tenth of a pixel.
    static bool sameWays(const Picture& one, const Picture& other)
    {
        return std::ranges::equal(
            one.edges(), other.edges(), [](const EdgeItem& a, const EdgeItem& b) {
                const QPointF apart = a.path.pointAtPercent(0.3) - b.path.pointAtPercent(0.3);
                return a.id == b.id && apart.manhattanLength() < 0.1;
            });
    }

    void import(const TextFolder& folder)
    {
        FileDialog::answerNext({QString::fromStdString(folder.path())});
        m_window->actions().importFolder->trigger();
        settle();
    }
    const Ontology& ontology() const { return m_window->workspace().ontology(); }

    /// Once a dialog is up.
    static void later(int milliseconds, const std::function<void()>& act)
    {
        auto* timer = new QTimer(qApp);
        timer->setSingleShot(true);
        connect(timer, &QTimer::timeout, timer, act);
        connect(timer, &QTimer::timeout, timer, &QObject::deleteLater);
        // NOLINTNEXTLINE(clang-analyzer-cplusplus.NewDeleteLeaks): it deletes itself
        timer->start(milliseconds);
    }
    static void pressInDialog(const QString& words)
    {
        auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        if (box == nullptr) {
            later(50, [words] { pressInDialog(words); });
            return;
        }
        for (QAbstractButton* button : box->buttons()) {
            if (button->text() == words)
                button->click();
        }
    }
    static QString copiesOf(const QString& file)
    {
        return toQt(Backups(usualBackupRoot(), file.toStdString()).folder());
    }
    QString untitledFile() const
    {
        const QString folder = toQt(untitledFolder());
        return untitled().isEmpty() ? QString() : folder + QLatin1Char('/') + untitled().front();
    }
    QStringList untitled() const
    {
        const QDir data(toQt(untitledFolder()));
        return data.entryList({QStringLiteral("*.entente")}, QDir::Files);
    }
};

QTEST_MAIN(ProjectWindowTest)
#include "projectwindowtest.moc"
