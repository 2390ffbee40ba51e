// SPDX-License-Identifier: Apache-2.0
// What is on screen goes onto paper, after it was looked at.
#include "tests/support/realwindow.h"
#include "ui/panels/choicebox.h"
#include "ui/window/messagebar.h"
#include "ui/window/printdialog.h"

#include <QCheckBox>
#include <QPrintPreviewWidget>
#include <QPrinter>
#include <QProcess>
#include <QPushButton>
#include <QToolButton>

#include <cmath>

using namespace entente;

namespace
{

QByteArray outputOf(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished();
    return process.readAllStandardOutput() + process.readAllStandardError();
}

} // namespace

class PrintTest : public QObject, private RealWindow
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { moveIn(QStringLiteral("printtest")); }

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

    void aKeyShowsTheSheetsBeforeTheyArePrinted()
    {
        QTest::keyClick(m_window.get(), Qt::Key_P, Qt::ControlModifier);
        PrintDialog& dialog = *m_window->findChild<PrintDialog*>();
        QTRY_VERIFY(dialog.isPreviewed());
        QCOMPARE(dialog.pages(), 1);
        QCOMPARE(dialog.findChild<QPrintPreviewWidget*>()->pageCount(), 1);
        tick(dialog, QStringLiteral("&Numbered notes, with quotes and sources"));
        QTRY_VERIFY(dialog.isPreviewed());
        QVERIFY(dialog.pages() > 1);
        auto* preview = dialog.findChild<QPrintPreviewWidget*>();
        QCOMPARE(preview->pageCount(), dialog.pages());
        QCOMPARE(preview->currentPage(), 1);
        click(dialog, QStringLiteral("›"));
        QCOMPARE(preview->currentPage(), 2);
    }

    /// A wide picture lies on its side, in light colours, with names that can be read.
    void thePaperIsChosenForThePicture()
    {
        PrintDialog& dialog = ask();
        const ImageWishes wishes = dialog.wishes();
        const QRectF bounds = m_window->scene().picture().bounds();
        const QSizeF page = wishes.options.page;
        QCOMPARE(page.width() > page.height(), bounds.width() > bounds.height());
        QVERIFY(wishes.options.backdrop == Backdrop::White && !wishes.asOnScreen);
        QVERIFY(wishes.options.leastPoints == 6);
        choose(dialog, QStringLiteral("A3"));
        QTRY_VERIFY(dialog.isPreviewed());
        click(dialog, QStringLiteral("Save as PD&F…"), save(QStringLiteral("first.pdf")));
        QCOMPARE(ask().wishes().options.page, QSizeF(297, 420)); // What was chosen is remembered.
    }

    void withoutAPrinterThereIsThePdf()
    {
        if (hasPrinter())
            QSKIP("this computer has a printer");
        PrintDialog& dialog = ask();
        QTRY_VERIFY(dialog.isPreviewed());
        QVERIFY(dialog.said().contains(QStringLiteral("No printer is set up on this computer.")));
        QVERIFY(!button(dialog, QStringLiteral("&Print…"))->isEnabled());
        choose(dialog, QStringLiteral("A4"));
        tick(dialog, QStringLiteral("&Numbered notes, with quotes and sources"));
        QTRY_VERIFY(dialog.isPreviewed());
        const int pages = dialog.pages();
        click(dialog, QStringLiteral("Save as PD&F…"), save(QStringLiteral("paper.pdf")));
        const QByteArray info =
            outputOf(QStringLiteral("pdfinfo"), {m_home.filePath(QStringLiteral("paper.pdf"))});
        QVERIFY2(info.contains("595.276 x 841.89 pts (A4)") || info.contains("(A4)"),
                 info.constData());
        QVERIFY(info.contains(QByteArray("Pages:           ").append(QByteArray::number(pages))));
    }

    /// The paper is what the printer has in the end; nothing reaches its edge.
    void thePrinterGetsThePagesOnItsOwnPaper()
    {
        PrintDialog& dialog = ask();
        tick(dialog, QStringLiteral("&Numbered notes, with quotes and sources"));
        QTRY_VERIFY(dialog.isPreviewed());
        auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
        printer->setOutputFormat(QPrinter::PdfFormat);
        printer->setOutputFileName(m_home.filePath(QStringLiteral("printed.pdf")));
        printer->setPageLayout({QPageSize(QPageSize::A5), QPageLayout::Landscape, QMarginsF()});
        Q_EMIT dialog.printWanted(printer);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->message().text().contains(QStringLiteral("went to")),
                                 30000);
        const QString file = m_home.filePath(QStringLiteral("printed.pdf"));
        const QByteArray info = outputOf(QStringLiteral("pdfinfo"), {file});
        QVERIFY2(info.contains("Page size:       595") && info.contains("x 420 pts"),
                 info.constData());
        const QByteArray words = outputOf(QStringLiteral("pdftotext"), {file, QStringLiteral("-")});
        QVERIFY(words.contains("How sure") && words.contains("Sources") && words.contains("[1]"));
        outputOf(QStringLiteral("pdftoppm"),
                 {QStringLiteral("-r"), QStringLiteral("50"), QStringLiteral("-png"),
                  QStringLiteral("-singlefile"), file, m_home.filePath(QStringLiteral("sheet"))});
        const QImage sheet(m_home.filePath(QStringLiteral("sheet.png")));
        QVERIFY(!sheet.isNull());
        for (int x = 0; x < sheet.width(); ++x) {
            QVERIFY(qGray(sheet.pixel(x, 2)) > 250);
            QVERIFY(qGray(sheet.pixel(x, sheet.height() - 3)) > 250);
        }
    }

    void onlyTheSheetsThatAreWanted()
    {
        PrintDialog& dialog = ask();
        tick(dialog, QStringLiteral("&Numbered notes, with quotes and sources"));
        QTRY_VERIFY(dialog.isPreviewed());
        QVERIFY(dialog.pages() > 1);
        auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
        printer->setOutputFormat(QPrinter::PdfFormat);
        printer->setOutputFileName(m_home.filePath(QStringLiteral("second.pdf")));
        printer->setPageLayout({QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF()});
        printer->setFromTo(2, 2);
        Q_EMIT dialog.printWanted(printer);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->message().text().contains(QStringLiteral("went to")),
                                 30000);
        const QString file = m_home.filePath(QStringLiteral("second.pdf"));
        QVERIFY(outputOf(QStringLiteral("pdfinfo"), {file}).contains("Pages:           1"));
        const QByteArray words = outputOf(QStringLiteral("pdftotext"), {file, QStringLiteral("-")});
        QVERIFY(words.contains("Notes") && !words.contains("How sure"));
    }

    void aPrinterThatReachesLessFarGetsASmallerPage()
    {
        QPageLayout layout(QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF(),
                           QPageLayout::Millimeter, QMarginsF(4, 4, 4, 15));
        layout.setMode(QPageLayout::FullPageMode);
        const Paper paper = paperOf(layout);
        QVERIFY(std::abs(paper.topLeft.y()) < 0.01);
        QVERIFY(std::abs(paper.size.width() - 210) < 0.1);
        // Of its 15 mm, 8.5 are our own margin.
        QVERIFY2(std::abs(paper.size.height() - (297 - 15 + 8.47)) < 0.3,
                 qPrintable(QString::number(paper.size.height())));
    }

private:
    PrintDialog& ask()
    {
        m_window->actions().print->trigger();
        return *m_window->findChildren<PrintDialog*>().back();
    }
    static void choose(PrintDialog& dialog, const QString& words)
    {
        for (auto* box : dialog.findChildren<QComboBox*>()) {
            if (const int index = box->findText(words); index >= 0)
                return box->setCurrentIndex(index);
        }
        QFAIL(qPrintable(words));
    }
    static void tick(PrintDialog& dialog, const QString& words)
    {
        for (auto* box : dialog.findChildren<QCheckBox*>()) {
            if (box->text() == words)
                return box->setChecked(true);
        }
        QFAIL(qPrintable(words));
    }
    static QAbstractButton* button(PrintDialog& dialog, const QString& words)
    {
        for (auto* button : dialog.findChildren<QAbstractButton*>()) {
            if (button->text() == words)
                return button;
        }
        return nullptr;
    }
    static void click(PrintDialog& dialog, const QString& words)
    {
        QTest::mouseClick(button(dialog, words), Qt::LeftButton);
    }
    /// @param file where it is to be saved then.
    void click(PrintDialog& dialog, const QString& words, const QString& file)
    {
        FileDialog::answerNext({file});
        click(dialog, words);
        QTRY_VERIFY(m_window->actions().print->isEnabled());
        QTRY_VERIFY(QFile::exists(file));
    }
    QString save(const QString& name) const { return m_home.filePath(name); }
};

QTEST_MAIN(PrintTest)

#include "printtest.moc"
