// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/window/imageexport.h"

#include <QVariantMap>
#include <QWidget>

class QCheckBox;
class QDateEdit;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace entente
{

class ChoiceBox;

/// How a picture is to be made, as a form: for a file, or for paper.
class ImageChoices : public QWidget
{
    Q_OBJECT

public:
    enum class For { File, Paper };

    /// @param hasSelection whether anything that is shown is selected.
    ImageChoices(For what, bool hasSelection, QWidget* parent);

    ImageWishes wishes() const;
    /// "png", "svg", "pdf".
    QString suffix() const;
    /// What is remembered: all but what belongs to one picture, its part, title and day.
    QVariantMap values() const;
    void setValues(const QVariantMap& values);
    /// A name of pageSizes, for paper.
    void setPage(const QString& name);
    /// A row above all others.
    void addOnTop(const QString& label, QWidget* row, QWidget* buddy);
    /// All of it in a frame, which scrolls where the screen is too low.
    QWidget* inFrame();

Q_SIGNALS:
    void changed();

private:
    void fillBoxes(bool hasSelection);
    void fillSizes();
    void fillLanguages();
    QWidget* sidesRow(QSpinBox* width, QSpinBox* height, const QString& unit);
    void addRows();
    void connectAll();
    void onChanged();
    void offerPixels(bool isPng);
    bool isOnPage() const;
    Wording wording() const;

    For m_for;
    ChoiceBox* m_format;
    ChoiceBox* m_part;
    ChoiceBox* m_size;
    QSpinBox* m_width;
    QSpinBox* m_height;
    QWidget* m_pixels; ///< The row of both.
    QSpinBox* m_widthMm;
    QSpinBox* m_heightMm;
    QWidget* m_millimetres;
    QSpinBox* m_dots;
    ChoiceBox* m_fit;
    ChoiceBox* m_names;
    ChoiceBox* m_backdrop;
    QLineEdit* m_title;
    ChoiceBox* m_language;
    QLabel* m_onLanguage; ///< What stays English, or what is wrong with the language's file.
    ChoiceBox* m_numbers;
    QWidget* m_dayRow;
    QCheckBox* m_hasDay;
    QDateEdit* m_day;
    QCheckBox* m_legend;
    QCheckBox* m_caption;
    QCheckBox* m_citations;
    QCheckBox* m_notesBeside;
    QFormLayout* m_form;
};

} // namespace entente
