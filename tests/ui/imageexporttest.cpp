// SPDX-License-Identifier: Apache-2.0
// Pictures of what is on screen, as somebody asks for them.
#include "tests/support/realwindow.h"
#include "ui/canvas/graphcanvas.h"
#include "ui/panels/choicebox.h"
#include "ui/window/messagebar.h"
#include "ui/window/presetbar.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDateEdit>
#include <QGuiApplication>
#include <QImage>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSpinBox>

using namespace entente;

class ImageExportTest : public QObject, private RealWindow
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { moveIn(QStringLiteral("imageexporttest")); }

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

    void thePreviewSaysHowLargeItWillBe()
    {
        ImageExportDialog& dialog = ask();
        choose(dialog, QStringLiteral("A4"));
        QTRY_VERIFY(dialog.isPreviewed());
        QCOMPARE(dialog.measure(), QStringLiteral("2,480 × 3,508 pixels"));
        choose(dialog, QStringLiteral("PDF document"));
        QTRY_VERIFY(dialog.isPreviewed());
        QCOMPARE(dialog.measure(), QStringLiteral("210 × 297 mm"));
    }

    void whatWasChosenIsThereTheNextTime()
    {
        ImageExportDialog& dialog = ask();
        choose(dialog, QStringLiteral("A3 on its side"));
        choose(dialog, QStringLiteral("White, for paper"));
        save(dialog, QStringLiteral("first.png"));
        QCOMPARE(QImage(m_home.filePath(QStringLiteral("first.png"))).pixelColor(0, 0),
                 QColor(Qt::white));
        const ImageWishes wishes = ask().wishes();
        QCOMPARE(wishes.options.page, QSizeF(420, 297));
        QVERIFY(wishes.options.backdrop == Backdrop::White);
    }

    /// As wide as a column of the report, as high as there is room.
    void itIsAsLargeAsItsPlaceInMillimetres()
    {
        ImageExportDialog& dialog = ask();
        choose(dialog, QStringLiteral("PDF document"));
        choose(dialog, QStringLiteral("In millimetres"));
        for (auto* box : dialog.findChildren<QSpinBox*>()) {
            if (box->suffix() == QLatin1String(" mm") && box->isVisible())
                box->setValue(box->value() / 2);
        }
        QTRY_VERIFY(dialog.isPreviewed());
        QCOMPARE(dialog.measure(), QStringLiteral("90 × 60 mm"));
        save(dialog, QStringLiteral("column.pdf"));
        QCOMPARE(ask().wishes().options.page, QSizeF(90, 60));
    }

    void onlyWhatIsSelectedOrInView()
    {
        const NodeId node = m_window->scene().shown().nodes.front();
        m_window->selection().set({node}, {});
        ImageExportDialog& dialog = ask();
        choose(dialog, QStringLiteral("What is selected"));
        choose(dialog, QStringLiteral("SVG drawing"));
        const QByteArray svg = save(dialog, QStringLiteral("one.svg"));
        QCOMPARE(svg.count("class=\"node "), qsizetype(1));
        QVERIFY(svg.contains(node.text().c_str()));
        QVERIFY(svg.contains("1 of "));
    }

    void notesAreNumberedWhereThatIsWanted()
    {
        ImageExportDialog& dialog = ask();
        choose(dialog, QStringLiteral("SVG drawing"));
        const QByteArray plain = save(dialog, QStringLiteral("plain.svg"));
        QVERIFY(!plain.contains("class=\"numbers\"") && plain.contains(">Data "));
        QVERIFY(plain.contains("a one-day visit to Pyongyang")); // Quotes are there anyway.
        ImageExportDialog& again = ask();
        tick(again, QStringLiteral("&Numbered notes, with quotes and sources"));
        QTRY_VERIFY(again.isPreviewed());
        const QByteArray numbered = save(again, QStringLiteral("numbered.svg"));
        QVERIFY(numbered.contains("class=\"numbers\""));
        QVERIFY(numbered.count(">[1]</text>") == 2); // Beside what it is of, and before its note.
        QVERIFY(ask().wishes().citations);
    }

    void notesMayBeFilesBesideIt()
    {
        ImageExportDialog& dialog = ask();
        choose(dialog, QStringLiteral("SVG drawing"));
        tick(dialog, QStringLiteral("&Numbered notes, with quotes and sources"));
        tick(dialog, QStringLiteral("In files beside it: Markdown, and for &Zotero"));
        const QByteArray svg = save(dialog, QStringLiteral("beside.svg"));
        QCOMPARE(svg.count(">[1]</text>"), qsizetype(1));
        QVERIFY(svg.contains("The notes are in beside.svg.notes.md."));
        QVERIFY(read(QStringLiteral("beside.svg.notes.md")).contains("\n1. **"));
        QVERIFY(read(QStringLiteral("beside.svg.sources.json")).contains("\"container-title\""));
        QVERIFY(ask().wishes().notesBeside);
    }

    /// Whatever is shown by then.
    void theLastIsMadeAgainByAKey()
    {
        ImageExportDialog& dialog = ask();
        choose(dialog, QStringLiteral("SVG drawing"));
        titleOf(dialog)->setText(QStringLiteral("Before & after"));
        const QByteArray before = save(dialog, QStringLiteral("again.svg"));
        QVERIFY(before.contains("Before &amp; after"));
        m_window->selection().set({m_window->scene().shown().nodes.back()}, {});
        m_window->actions().hideSelected->trigger();
        settle();
        m_window->actions().exportImageAgain->trigger();
        finish();
        const QByteArray after = read(QStringLiteral("again.svg"));
        QCOMPARE(after.count("class=\"node "), before.count("class=\"node ") - 1);
        QVERIFY(after.contains("Before &amp; after"));
    }

    void ourWordsAndTheDayAreAsOneAsks()
    {
        ImageExportDialog& dialog = ask();
        choose(dialog, QStringLiteral("SVG drawing"));
        choose(dialog, QStringLiteral("Русский"));
        choose(dialog, QStringLiteral("12.345"));
        tick(dialog, QStringLiteral("As &of"));
        dialog.findChild<QDateEdit*>()->setDate(QDate(2026, 11, 30));
        QTRY_VERIFY(dialog.isPreviewed());
        const QByteArray svg = save(dialog, QStringLiteral("russian.svg"));
        QVERIFY(svg.contains(">Виды<") && svg.contains("состоялось"));
        QVERIFY(!svg.contains(">Kinds<"));
        QVERIFY(svg.contains(">Данные ") && svg.contains(", 30 ноября 2026<"));
        // The language is remembered; the day belongs to that picture.
        const ImageWishes wishes = ask().wishes();
        QCOMPARE(wishes.wording.code(), std::string("ru"));
        QCOMPARE(wishes.wording.number(12345), std::string("12.345"));
        QVERIFY(!wishes.day);
    }

    void namesThatCannotBePrintedAreToldBefore()
    {
        ImageExportDialog& dialog = ask();
        choose(dialog, QStringLiteral("PDF document"));
        choose(dialog, QStringLiteral("A5"));
        QTRY_VERIFY(dialog.isPreviewed());
        QVERIFY2(dialog.warning().contains(QStringLiteral("points high on this page")),
                 qPrintable(dialog.warning()));
        choose(dialog, QStringLiteral("6 points and more"));
        QTRY_VERIFY(dialog.isPreviewed());
        QCOMPARE(dialog.warning(), QString());
        QVERIFY(dialog.wishes().options.leastPoints == 6);
        choose(dialog, QStringLiteral("Filled, nodes moved"));
        QVERIFY(dialog.wishes().options.fill);
        QVERIFY(save(dialog, QStringLiteral("small.pdf")).startsWith("%PDF"));
    }

    void aPresetIsKeptChosenRenamedDeletedAndHadBack()
    {
        ImageExportDialog& dialog = ask();
        choose(dialog, QStringLiteral("A4 on its side"));
        choose(dialog, QStringLiteral("White, for paper"));
        name(dialog, QStringLiteral("Save as a &Preset…"), QStringLiteral("The Weekly"));
        choose(dialog, QStringLiteral("As large as it is"));
        QVERIFY(presets(dialog).contains(QStringLiteral("The Weekly, changed")));
        dialog.reject();

        ImageExportDialog& later = ask();
        QCOMPARE(later.wishes().options.page, QSizeF());
        choose(later, QStringLiteral("The Weekly"));
        QCOMPARE(later.wishes().options.page, QSizeF(297, 210));
        QVERIFY(later.wishes().options.backdrop == Backdrop::White);
        name(later, QStringLiteral("&Rename…"), QStringLiteral("Weekly & more"));
        QCOMPARE(presets(later),
                 (QStringList{QStringLiteral("None"), QStringLiteral("Weekly & more")}));
        press(later, QStringLiteral("&Delete"));
        QCOMPARE(presets(later), QStringList{QStringLiteral("None")});
        click(later, QStringLiteral("Undo"));
        QCOMPARE(presets(later),
                 (QStringList{QStringLiteral("None"), QStringLiteral("Weekly & more")}));
        // Saved under the name of another, that one is not lost either.
        choose(later, QStringLiteral("A3"));
        name(later, QStringLiteral("Save as a &Preset…"), QStringLiteral("Weekly & more"));
        click(later, QStringLiteral("Undo"));
        later.reject();
        ImageExportDialog& last = ask();
        choose(last, QStringLiteral("Weekly & more"));
        QCOMPARE(last.wishes().options.page, QSizeF(297, 210));
    }

    void itIsCopiedAsAnImageAndAsADrawing()
    {
        m_window->actions().copyImage->trigger();
        QTRY_VERIFY(m_window->message().text().contains(QStringLiteral("on the clipboard")));
        const QMimeData* copied = QGuiApplication::clipboard()->mimeData();
        QVERIFY(copied->hasImage());
        QVERIFY(copied->data(QStringLiteral("image/svg+xml")).contains("<svg"));
    }

private:
    ImageExportDialog& ask()
    {
        m_window->actions().exportImage->trigger();
        return *m_window->findChildren<ImageExportDialog*>().back();
    }
    /// The boxes of numbers have one each, too.
    static QLineEdit* titleOf(ImageExportDialog& dialog)
    {
        for (auto* line : dialog.findChildren<QLineEdit*>()) {
            if (line->placeholderText() == QStringLiteral("None"))
                return line;
        }
        return nullptr;
    }
    /// What is called so, in whichever box has it.
    static void choose(ImageExportDialog& dialog, const QString& words)
    {
        for (auto* box : dialog.findChildren<QComboBox*>()) {
            if (const int index = box->findText(words); index >= 0)
                return box->setCurrentIndex(index);
        }
        QFAIL(qPrintable(words));
    }
    static void tick(ImageExportDialog& dialog, const QString& words)
    {
        for (auto* box : dialog.findChildren<QCheckBox*>()) {
            if (box->text() == words)
                return box->setChecked(true);
        }
        QFAIL(qPrintable(words));
    }
    static QStringList presets(ImageExportDialog& dialog)
    {
        const auto* box = dialog.findChild<PresetBar*>()->findChild<QComboBox*>();
        QStringList names;
        for (int i = 0; i < box->count(); ++i)
            names << box->itemText(i);
        return names;
    }
    /// In the menu of presets.
    static void press(ImageExportDialog& dialog, const QString& words)
    {
        for (auto* action : dialog.findChild<PresetBar*>()->findChild<QMenu*>()->actions()) {
            if (action->text() == words)
                return action->trigger();
        }
        QFAIL(qPrintable(words));
    }
    static void name(ImageExportDialog& dialog, const QString& words, const QString& answer)
    {
        press(dialog, words);
        auto* asking = dialog.findChild<QInputDialog*>();
        QVERIFY(asking != nullptr);
        asking->setTextValue(answer);
        asking->accept();
        delete asking;
    }
    static void click(ImageExportDialog& dialog, const QString& words)
    {
        for (auto* button : dialog.findChildren<QPushButton*>()) {
            if (button->text() == words && button->isVisibleTo(&dialog))
                return QTest::mouseClick(button, Qt::LeftButton);
        }
        QFAIL(qPrintable(words));
    }
    QByteArray save(ImageExportDialog& dialog, const QString& name)
    {
        FileDialog::answerNext({m_home.filePath(name)});
        dialog.accept();
        finish();
        return read(name);
    }
    void finish() const { QTRY_VERIFY(m_window->actions().exportImage->isEnabled()); }
    QByteArray read(const QString& name)
    {
        QFile file(m_home.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

QTEST_MAIN(ImageExportTest)

#include "imageexporttest.moc"
