// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/window/imageexport.h"

#include <QDialog>
#include <QTimer>

class QCheckBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace entente
{

class ChoiceBox;

/// Asks how a picture is to be made, and shows what will come of it. What is chosen is remembered.
class ImageExportDialog : public QDialog
{
    Q_OBJECT

public:
    /// Makes the order for what is wished for, of what is on screen at the moment.
    using Orders = std::function<ImageExport::Order(const ImageWishes& wishes)>;

    /// @param hasSelection whether anything that is shown is selected.
    ImageExportDialog(Orders orders, bool hasSelection, QWidget* parent);

    ImageWishes wishes() const;
    /// "png", "svg", "pdf".
    QString suffix() const;
    /// What is said below the preview: "2,480 × 3,508 pixels".
    QString measure() const;
    /// Whether the preview shows what is chosen.
    bool isPreviewed() const;

    void accept() override;

Q_SIGNALS:
    void copyWanted();

private:
    QWidget* buildChoices(bool hasSelection);
    QWidget* buildPreview();
    void restore();
    void onChanged();
    void preview();

    Orders m_orders;
    Jobs m_jobs;
    QTimer m_soon; ///< Typing a title draws it once.
    QLabel* m_preview;
    QLabel* m_measure;
    ChoiceBox* m_format;
    ChoiceBox* m_part;
    ChoiceBox* m_size;
    QSpinBox* m_width;
    QSpinBox* m_height;
    QSpinBox* m_dots;
    ChoiceBox* m_backdrop;
    QLineEdit* m_title;
    QCheckBox* m_legend;
    QCheckBox* m_caption;
    QCheckBox* m_citations;
    QFormLayout* m_form = nullptr;

protected:
    void resizeEvent(QResizeEvent* event) override;
};

} // namespace entente
