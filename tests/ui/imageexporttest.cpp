// SPDX-License-Identifier: Apache-2.0
// Pictures of what is on screen, as somebody asks for them.
#include "tests/support/realwindow.h"
#include "ui/canvas/graphcanvas.h"
#include "ui/panels/choicebox.h"
#include "ui/window/messagebar.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QImage>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>

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

    /// Whatever is shown by then.
    void theLastIsMadeAgainByAKey()
    {
        ImageExportDialog& dialog = ask();
        choose(dialog, QStringLiteral("SVG drawing"));
        dialog.findChild<QLineEdit*>()->setText(QStringLiteral("Before & after"));
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
