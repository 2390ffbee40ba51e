// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/paint/documentpages.h"
#include "ui/window/imageexport.h"
#include "ui/window/printing.h"

#include <QDialog>
#include <QTimer>

#include <functional>
#include <memory>

class QLabel;
class QPrintPreviewWidget;
class QPrinter;
class QPushButton;
class QToolButton;

namespace entente
{

class ImageChoices;

/// Shows the sheets that will come out of a printer, and asks how they are to be made. The same
/// pages as those of a PDF.
class PrintDialog : public QDialog
{
    Q_OBJECT

public:
    /// Makes the order for what is wished for, of what is on screen at the moment.
    using Orders = std::function<ImageExport::Order(const ImageWishes& wishes)>;

    /// @param hasSelection whether anything that is shown is selected.
    /// @param isWide the picture, so that sheets lie on their side at first.
    PrintDialog(Orders orders, bool hasSelection, bool isWide, QWidget* parent);
    ~PrintDialog() override;

    ImageWishes wishes() const;
    int pages() const { return m_pages.count(); }
    /// Whether the preview shows what is chosen.
    bool isPreviewed() const;
    /// What is said below it: how many sheets, that there is no printer.
    QString said() const;

Q_SIGNALS:
    /// @param printer set to its paper.
    void printWanted(const std::shared_ptr<QPrinter>& printer);
    void pdfWanted();

private:
    QWidget* buildPreview();
    QWidget* buildTurning();
    QWidget* buildButtons();
    QPageLayout layoutWanted() const;
    void onChanged();
    void preview();
    void take(const DocumentPages& pages, const QString& smallNames);
    void showPage();
    void askForPrinter();
    void remember() const;

    Orders m_orders;
    Jobs m_jobs;
    QTimer m_soon;
    std::unique_ptr<QPrinter> m_shownOn; ///< What the preview takes its paper from.
    DocumentPages m_pages;
    QPrintPreviewWidget* m_preview;
    QToolButton* m_back;
    QToolButton* m_forward;
    QLabel* m_page;
    QLabel* m_said;
    ImageChoices* m_choices;
    QPushButton* m_print = nullptr;
};

} // namespace entente
