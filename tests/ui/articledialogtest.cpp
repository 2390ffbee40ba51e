// SPDX-License-Identifier: Apache-2.0
// An article is added by hand in the real window: pasted, dropped or from a file, to the byte.
#include "ui/byhand/articledialog.h"
#include "tests/support/realwindow.h"
#include "tests/support/textfolder.h"
#include "ui/byhand/exacttextbox.h"
#include "ui/byhand/likenesslist.h"
#include "ui/canvas/graphcanvas.h"
#include "ui/dialogs/filedialog.h"
#include "ui/panels/articlereader.h"
#include "ui/panels/articletext.h"
#include "ui/text/qtext.h"
#include "ui/text/translations.h"
#include "ui/window/actions.h"
#include "ui/window/statusline.h"

#include "graph/model/store.h"
#include "graph/text/sourcetext.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDropEvent>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QMimeData>
#include <QPointer>
#include <QPushButton>
#include <QTest>
#include <QTimer>

#include <map>

using namespace entente;

namespace
{

const char* const dispatch =
    "The foreign minister flew to Moscow on Monday for three days of talks with her counterpart. "
    "Before that she had spent a night in Vladivostok. Officials in Pyongyang said a visit of the "
    "president would be prepared, but gave neither a day nor a place for it.\n";

} // namespace

class ArticleDialogTest : public QObject, private RealWindow
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        moveIn(QStringLiteral("articledialogtest"));
        installTranslations(QLocale());
    }

    void init()
    {
        forget();
        show({1400, 880});
        m_dialog = nullptr;
    }

    void cleanup()
    {
        m_window.reset();
        QCOMPARE(FileDialog::answersLeft(), 0);
    }

    void whatIsPastedIsKeptToTheByte()
    {
        open(sample());
        const std::string text = "Choe \xF0\x9F\x98\x80 met\xC2\xA0Lavrov.\r\n\r\n"
                                 "A line\xE2\x80\xA8separator, a tab\t, \xE2\x80\x8Bhidden\r\n";
        ask();
        paste(text);
        QCOMPARE(m_dialog->textNote(), QStringLiteral("As it was pasted, to the byte"));
        QCOMPARE(m_dialog->titleBox()->placeholderText(), QStringLiteral("Choe 😀 met Lavrov."));
        add();
        QVERIFY(textOfLast() == text);
        QCOMPARE(last().title, toUtf8(QStringLiteral("Choe 😀 met Lavrov.")));
    }

    /// By keys alone, from an empty window.
    void anArticleIsTheFirstOfUntitledWork()
    {
        ask();
        paste(dispatch);
        const auto next = [] { QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab); };
        const auto type = [](const char* words) {
            QTest::keyClicks(QApplication::focusWidget(), QString::fromLatin1(words));
        };
        next();
        QVERIFY(m_dialog->fileButton()->hasFocus());
        next();
        type("North");
        next();
        type("Post");
        next();
        type("A. Reporter");
        next();
        type("2024-01-15");
        QCOMPARE(m_dialog->dateNote(), QStringLiteral("15 January 2024"));
        next();
        type("https://example.org/north");
        next();
        QVERIFY(m_dialog->languageBox()->hasFocus());
        QCOMPARE(m_dialog->languageNote(), QStringLiteral("It looks like English."));
        next();
        QVERIFY(m_dialog->languageButton()->hasFocus());
        QTest::keyClick(m_dialog->languageButton(), Qt::Key_Space);
        QCOMPARE(m_dialog->languageBox()->text(), QStringLiteral("en"));
        next();
        QVERIFY(m_dialog->gradeBox()->hasFocus());
        type("B");
        QTRY_VERIFY(!m_dialog->isComparing());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        settle();
        const Article& article = last();
        QCOMPARE(article.title, std::string("North"));
        QCOMPARE(article.outlet, std::string("Post"));
        QCOMPARE(article.byline, std::string("A. Reporter"));
        QCOMPARE(article.published, parseEdtf("2024-01-15"));
        QCOMPARE(article.address, std::string("https://example.org/north"));
        QCOMPARE(article.language, std::string("en"));
        QCOMPARE(article.reliability, std::string("B"));
        QCOMPARE(m_window->statusLine().saving(), QStringLiteral("Saved, without a name yet"));
        QCOMPARE(m_window->windowTitle(), QStringLiteral("Untitled — Entente"));
    }

    void itIsReadNextAndOneUndoTakesItAway()
    {
        open(sample());
        const std::size_t before = store().articles().size();
        const std::map<NodeId, QPointF> places = placesOnScreen();
        addText(dispatch);
        QCOMPARE(store().articles().size(), before + 1);
        QCOMPARE(m_window->reader().article(), store().articles().back());
        QVERIFY(m_window->reader().isVisible());
        QTRY_VERIFY(m_window->reader().text().hasFocus());
        QCOMPARE(m_window->reader().list()->model()->rowCount(), static_cast<int>(before) + 1);
        QVERIFY(placesOnScreen() == places);
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        settle();
        QCOMPARE(store().articles().size(), before);
        QVERIFY(placesOnScreen() == places);
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        settle();
        QVERIFY(textOfLast() == dispatch);
    }

    void whatIsTypedIntoItCountsAndTheRestStaysAsItWas()
    {
        ask();
        paste("One\r\n\xE2\x80\xA9two\r\nthree \xEF\xBB\xBF\r\n");
        ExactTextBox& box = m_dialog->textBox();
        box.moveCursor(QTextCursor::Start);
        QTest::keyClick(&box, Qt::Key_Down);
        QTest::keyClick(&box, Qt::Key_Down);
        QTest::keyClicks(&box, QStringLiteral("and"));
        QTest::keyClick(&box, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(m_dialog->textNote(), QStringLiteral("Changed here since it was pasted"));
        QVERIFY(box.bytes() == "One\r\n\xE2\x80\xA9"
                               "and\r\ntwo\r\nthree \xEF\xBB\xBF\r\n");
        while (box.document()->isUndoAvailable() && !box.isAsGiven())
            QTest::keyClick(&box, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(box.isAsGiven());
        QCOMPARE(m_dialog->textNote(), QStringLiteral("As it was pasted, to the byte"));
    }

    void whatIsPastedAmongWordsIsKeptToo()
    {
        ask();
        ExactTextBox& box = m_dialog->textBox();
        paste("a\r\nz\xC2\xA0\r\n");
        box.moveCursor(QTextCursor::Start);
        QTest::keyClick(&box, Qt::Key_Right);
        paste("b\rc\n");
        QVERIFY(box.bytes() == "ab\rc\n\r\nz\xC2\xA0\r\n");
        QTest::keyClick(&box, Qt::Key_A, Qt::ControlModifier);
        paste("all\r\n");
        QVERIFY(box.bytes() == "all\r\n");
    }

    void aFileIsTakenWithWhatStandsBesideIt()
    {
        const TextFolder folder;
        const std::string text = "Caf\xE9 \xEF\xBB\xBF\r\nChoe\r";
        folder.write("north.txt", text);
        folder.write("north.json", R"({"title": "North", "outlet": "Post", "language": "ko-KP",
                                       "published": "2024-01", "reliability": "C"})");
        ask();
        m_dialog->outletBox()->setText(QStringLiteral("Mine"));
        FileDialog::answerNext({fileIn(folder, "north.txt")});
        QTest::mouseClick(m_dialog->fileButton(), Qt::LeftButton);
        QVERIFY2(m_dialog->textNote().startsWith(QStringLiteral("Some bytes are not UTF-8")),
                 qPrintable(m_dialog->textNote()));
        QCOMPARE(m_dialog->titleBox()->text(), QStringLiteral("North"));
        QCOMPARE(m_dialog->outletBox()->text(), QStringLiteral("Mine"));
        QCOMPARE(m_dialog->dateNote(), QStringLiteral("January 2024"));
        QCOMPARE(m_dialog->languageNote(), QStringLiteral("Korean (North Korea)"));
        QVERIFY(m_dialog->gradeBox()->currentText().startsWith(QLatin1Char('C')));
        add();
        QVERIFY(textOfLast() == text);
    }

    void aFileThatCannotBeReadIsSaid()
    {
        ask();
        FileDialog::answerNext({m_home.filePath(QStringLiteral("nowhere.txt"))});
        QTest::mouseClick(m_dialog->fileButton(), Qt::LeftButton);
        QVERIFY2(m_dialog->textNote().startsWith(QStringLiteral("nowhere.txt cannot be read")),
                 qPrintable(m_dialog->textNote()));
    }

    void theSameTextIsSaidToBeHere()
    {
        addText(dispatch, "North");
        addText("Snow fell as the delegation arrived.\n", "Snow");
        const ArticleId north = store().articles().front();
        ask();
        paste(dispatch);
        QTRY_VERIFY(!m_dialog->isComparing());
        QVERIFY(m_dialog->likeness().isVisible());
        const QString line = m_dialog->likeness().lines().value(0);
        QVERIFY2(line.startsWith(QStringLiteral("This text is here already, to the byte: “North”")),
                 qPrintable(line));
        QCOMPARE(m_dialog->addButton()->text(), QStringLiteral("Add Anyway"));
        QTest::mouseClick(m_dialog->likeness().buttons().front(), Qt::LeftButton);
        settle();
        QVERIFY(!m_dialog);
        QCOMPARE(store().articles().size(), 2U);
        QCOMPARE(m_window->reader().article(), north);
    }

    void aReprintIsSaidAndCanBeAddedAllTheSame()
    {
        addText(dispatch, "North");
        std::string reprint = dispatch;
        reprint.replace(reprint.find("three days"), 10, "a few days");
        ask();
        paste("Another beginning of ten or eleven words in all, I think. " + reprint);
        // Whoever is quicker than the comparison is told of it, too.
        QTest::keyClick(&m_dialog->textBox(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!m_dialog->isComparing());
        const QString line = m_dialog->likeness().lines().value(0);
        QVERIFY2(line.startsWith(QStringLiteral("Eight tenths of its words stand in “North”")),
                 qPrintable(line));
        QCOMPARE(store().articles().size(), 1U);
        QTest::mouseClick(m_dialog->addButton(), Qt::LeftButton);
        settle();
        QCOMPARE(store().articles().size(), 2U);
    }

    void whatIsWrongIsSaidAndWaitedFor()
    {
        ask();
        QTest::keyClick(m_dialog->titleBox(), Qt::Key_Return);
        QVERIFY2(m_dialog->textNote().startsWith(QStringLiteral("There is no text")),
                 qPrintable(m_dialog->textNote()));
        QVERIFY(m_dialog->textBox().hasFocus());
        paste(dispatch);
        QTest::keyClicks(m_dialog->dateBox(), QStringLiteral("15.1.2024"));
        QVERIFY2(m_dialog->dateNote().contains(QStringLiteral("is no date")),
                 qPrintable(m_dialog->dateNote()));
        QTest::keyClicks(m_dialog->languageBox(), QStringLiteral("Korean"));
        QCOMPARE(m_dialog->languageNote(), QStringLiteral("Write “ko” for Korean."));
        QTest::keyClick(m_dialog->languageBox(), Qt::Key_Return);
        settle();
        QVERIFY(m_dialog && m_dialog->dateBox()->hasFocus());
        QTest::keyClicks(m_dialog->dateBox(), QStringLiteral("2024-01-15")); // It is selected.
        m_dialog->languageBox()->clear();
        add();
        QCOMPARE(last().published, parseEdtf("2024-01-15"));
    }

    /// What was typed is nowhere else, and a text is not as it came any more.
    void whatIsPastedAmongTypedWordsIsNotAsItCame()
    {
        ask();
        ExactTextBox& box = m_dialog->textBox();
        QTest::keyClicks(&box, QStringLiteral("Seen: "));
        paste("a\r\nb");
        QVERIFY(box.bytes() == "Seen: a\r\nb");
        QVERIFY(!box.isAsGiven());
        QCOMPARE(m_dialog->textNote(), QString());
        answerNext(QMessageBox::No);
        QTest::keyClick(&box, Qt::Key_Escape);
        QVERIFY(m_dialog && m_dialog->isVisible());
        box.clear();
        paste("one\r\n");
        paste("two\n");
        QVERIFY(box.bytes() == "one\r\ntwo\n");
        QCOMPARE(m_dialog->textNote(), QStringLiteral("As it was pasted, to the byte"));
    }

    void undoLeadsBackToTheFile()
    {
        const TextFolder folder;
        folder.write("north.txt", "Choe left.\r\nLavrov came.\n");
        ask();
        ExactTextBox& box = m_dialog->textBox();
        take(folder, "north.txt");
        const QString asInFile = QStringLiteral("As in north.txt, to the byte");
        QCOMPARE(m_dialog->textNote(), asInFile);
        box.setFocus();
        box.moveCursor(QTextCursor::Start);
        paste("Seen: ");
        QCOMPARE(m_dialog->textNote(), QStringLiteral("Changed here; not as in north.txt"));
        QTest::keyClick(&box, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m_dialog->textNote(), asInFile);
        QTest::keyClick(&box, Qt::Key_A, Qt::ControlModifier);
        paste("All else.");
        QCOMPARE(m_dialog->textNote(), QStringLiteral("As it was pasted, to the byte"));
        QTest::keyClick(&box, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m_dialog->textNote(), asInFile);
        QVERIFY(box.bytes() == "Choe left.\r\nLavrov came.\n");
    }

    void aDroppedFileTakesTheRoomOfTypedWordsOnlyIfAsked()
    {
        const TextFolder folder;
        folder.write("north.txt", dispatch);
        folder.write("snow.txt", "Snow fell.\n");
        ask();
        ExactTextBox& box = m_dialog->textBox();
        QTest::keyClicks(&box, QStringLiteral("Choe left"));
        answerNext(QMessageBox::No);
        take(folder, "north.txt");
        QVERIFY(box.bytes() == "Choe left");
        answerNext(QMessageBox::Yes);
        drop(box.viewport(), {fileIn(folder, "north.txt"), fileIn(folder, "snow.txt")});
        QTRY_VERIFY(box.bytes() == dispatch);
        QTRY_COMPARE(m_dialog->textNote(),
                     QStringLiteral("One article at a time: 1 more file that was dropped was not "
                                    "taken."));
    }

    /// The title of the one is none of the other.
    void whatOneFileFilledInIsNotLeftForTheNext()
    {
        const TextFolder folder;
        folder.write("north.txt", dispatch);
        folder.write("north.json",
                     R"({"title": "North", "published": "2024-01", "reliability": "C"})");
        folder.write("snow.txt", "Snow fell.\n");
        ask();
        m_dialog->outletBox()->setText(QStringLiteral("Mine"));
        take(folder, "north.txt");
        QCOMPARE(m_dialog->titleBox()->text(), QStringLiteral("North"));
        take(folder, "snow.txt");
        QCOMPARE(m_dialog->titleBox()->text(), QString());
        QCOMPARE(m_dialog->dateBox()->text(), QString());
        QCOMPARE(m_dialog->gradeBox()->currentIndex(), 0);
        QCOMPARE(m_dialog->outletBox()->text(), QStringLiteral("Mine"));
        take(folder, "north.txt");
        m_dialog->titleBox()->setText(QStringLiteral("North, as I call it"));
        take(folder, "snow.txt");
        QCOMPARE(m_dialog->titleBox()->text(), QStringLiteral("North, as I call it"));
    }

    void escAsksForTypedFieldsToo()
    {
        ask();
        QTest::keyClicks(m_dialog->outletBox(), QStringLiteral("Post"));
        answerNext(QMessageBox::No);
        QTest::keyClick(m_dialog->outletBox(), Qt::Key_Escape);
        QVERIFY(m_dialog && m_dialog->isVisible());
    }

    void escLeavesAndAsksOnlyForWhatWasTyped()
    {
        ask();
        paste(dispatch);
        QTest::keyClick(&m_dialog->textBox(), Qt::Key_Escape);
        QTRY_VERIFY(!m_dialog);
        ask();
        QTest::keyClicks(&m_dialog->textBox(), QStringLiteral("Choe left"));
        answerNext(QMessageBox::No);
        QTest::keyClick(&m_dialog->textBox(), Qt::Key_Escape);
        QVERIFY(m_dialog && m_dialog->isVisible());
        answerNext(QMessageBox::Yes);
        QTest::keyClick(&m_dialog->textBox(), Qt::Key_Escape);
        QTRY_VERIFY(!m_dialog);
        QVERIFY(store().articles().empty());
    }

    void aTextDroppedOntoTheWindowCanBeAdded()
    {
        open(sample());
        const std::size_t before = store().articles().size();
        const TextFolder folder;
        folder.write("north.txt", dispatch);
        drop(m_window.get(), {fileIn(folder, "north.txt")});
        QCOMPARE(question()->text(),
                 QStringLiteral("Add “north.txt” to what is open, or open it in its place?"));
        QTest::keyClick(question(), Qt::Key_Return);
        m_dialog = m_window->findChild<ArticleDialog*>();
        QVERIFY(m_dialog);
        QCOMPARE(m_dialog->textNote(), QStringLiteral("As in north.txt, to the byte"));
        add();
        QCOMPARE(store().articles().size(), before + 1);
        QVERIFY(textOfLast() == dispatch);
    }

    void aTextDroppedOntoTheWindowCanBeOpened()
    {
        const TextFolder folder;
        folder.write("north.txt", dispatch);
        folder.write("snow.txt", "Snow fell.\n");
        drop(m_window.get(), {fileIn(folder, "north.txt")}); // Nothing is open: there is no doubt.
        settle();
        QCOMPARE(store().articles().size(), 1U);
        drop(m_window.get(), {fileIn(folder, "snow.txt")});
        press(QStringLiteral("&Open It"));
        QCOMPARE(store().articles().size(), 1U);
        QVERIFY(textOfLast() == "Snow fell.\n");
    }

    void severalTextsAreImported()
    {
        open(sample());
        const std::size_t before = store().articles().size();
        const TextFolder folder;
        folder.write("north.txt", dispatch);
        folder.write("snow.txt", "Snow fell.\n");
        drop(m_window.get(), {fileIn(folder, "north.txt"), fileIn(folder, "snow.txt")});
        press(QStringLiteral("&Add Them"));
        QCOMPARE(store().articles().size(), before + 2);
    }

    void anAnnotatedTextIsOpenedAsEver()
    {
        open(sample());
        const TextFolder folder;
        folder.write("north.txt", "Choe left.\n");
        folder.write("north.ann", "T1\tPerson 0 4\tChoe\n");
        drop(m_window.get(), {fileIn(folder, "north.txt")});
        settle();
        QCOMPARE(store().articles().size(), 1U);
    }

    void aFileDroppedOntoAFieldIsTheText()
    {
        const TextFolder folder;
        folder.write("north.txt", dispatch);
        ask();
        drop(m_dialog->titleBox(), {fileIn(folder, "north.txt")});
        QTRY_VERIFY(m_dialog->textBox().bytes() == dispatch);
        QCOMPARE(m_dialog->titleBox()->text(), QString());
        folder.write("north.txt", "Snow fell.\r\n");
        drop(m_dialog->textBox().viewport(), {fileIn(folder, "north.txt")});
        QTRY_VERIFY(m_dialog->textBox().bytes() == "Snow fell.\r\n");
    }

private:
    const Store& store() { return m_window->workspace().store(); }
    const Article& last() { return *store().article(store().articles().back()); }
    const std::string& textOfLast() { return last().text->utf8(); }
    static QString fileIn(const TextFolder& folder, const char* name)
    {
        return toQt(folder.path() / name);
    }

    std::map<NodeId, QPointF> placesOnScreen()
    {
        std::map<NodeId, QPointF> places;
        for (const NodeItem& node : m_window->canvas().picture().nodes())
            places[node.id] = m_window->canvas().viewport().toScreen(node.outline.center());
        return places;
    }

    /// As a window manager does when a dialog goes; the plugin without a screen does not.
    void activate()
    {
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void ask()
    {
        activate();
        QTest::keyClick(m_window.get(), Qt::Key_I, Qt::ControlModifier | Qt::AltModifier);
        m_dialog = m_window->findChild<ArticleDialog*>();
        QVERIFY(m_dialog);
        QVERIFY(QTest::qWaitForWindowActive(m_dialog));
        QTRY_VERIFY(m_dialog->textBox().hasFocus());
    }
    void paste(const std::string& text)
    {
        auto* data = new QMimeData;
        data->setText(toQString(text));
        QApplication::clipboard()->setMimeData(data);
        QTest::keyClick(&m_dialog->textBox(), Qt::Key_V, Qt::ControlModifier);
    }
    void add()
    {
        QTRY_VERIFY(!m_dialog->isComparing());
        QTest::mouseClick(m_dialog->addButton(), Qt::LeftButton);
        QTRY_VERIFY(!m_dialog);
        activate();
        settle();
    }
    void addText(const std::string& text, const char* title = "")
    {
        ask();
        paste(text);
        m_dialog->titleBox()->setText(QString::fromLatin1(title));
        add();
    }

    static void drop(QWidget* onto, const QStringList& files)
    {
        QMimeData data;
        QList<QUrl> urls;
        for (const QString& file : files)
            urls += QUrl::fromLocalFile(file);
        data.setUrls(urls);
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(onto, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(onto, &drop);
    }
    static QMessageBox* question()
    {
        return qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
    }
    void press(const QString& words)
    {
        for (QAbstractButton* button : question()->buttons()) {
            if (button->text() == words)
                QTest::mouseClick(button, Qt::LeftButton);
        }
        settle();
    }
    void answerNext(QMessageBox::StandardButton answer)
    {
        QTimer::singleShot(1, this, [this, answer] {
            if (question() == nullptr)
                return answerNext(answer); // What asks for it is under way.
            question()->button(answer)->click();
        });
    }

    void take(const TextFolder& folder, const char* name)
    {
        FileDialog::answerNext({fileIn(folder, name)});
        QTest::mouseClick(m_dialog->fileButton(), Qt::LeftButton);
    }

    QPointer<ArticleDialog> m_dialog;
};

QTEST_MAIN(ArticleDialogTest)
#include "articledialogtest.moc"
