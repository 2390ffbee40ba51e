// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/window/imageexport.h"

#include <QDialog>
#include <QTimer>

class QLabel;

namespace entente
{

class ImageChoices;
class PresetBar;

/// Asks how a picture is to be made, and shows what will come of it. What is chosen is remembered,
/// and can be kept under a name.
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
    /// And of names that cannot be read: "Names are 3.0 points high on this page …".
    QString warning() const;
    /// Whether the preview shows what is chosen.
    bool isPreviewed() const;

    void accept() override;

Q_SIGNALS:
    void copyWanted();

private:
    QWidget* buildPreview();
    QWidget* buildChoices();
    QWidget* buildButtons();
    void onChanged();
    void preview();
    struct Previewed
    {
        ExportPreview made;
        QSizeF millimetres;
    };
    void take(const Previewed& previewed, double sharpness);
    QString measureOf(const Previewed& previewed) const;

    Orders m_orders;
    Jobs m_jobs;
    QTimer m_soon; ///< Typing a title draws it once.
    QLabel* m_preview;
    QLabel* m_measure;
    QLabel* m_warning;
    ImageChoices* m_choices;
    PresetBar* m_presets;

protected:
    void resizeEvent(QResizeEvent* event) override;
};

} // namespace entente
