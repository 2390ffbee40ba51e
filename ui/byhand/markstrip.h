// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/byhand/marktypes.h"
#include "ui/paint/style.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace entente
{

class QuoteLine;

/// Below an article's text: what selected words can be marked as, each with its letter; or, with
/// nothing selected, what to do.
class MarkStrip : public QWidget
{
    Q_OBJECT

public:
    explicit MarkStrip(QWidget* parent = nullptr);

    void setStyle(const Style& style);
    void setTypes(const QList<MarkType>& types);
    /// Letters alone, where there is little room; their names are in the tooltips.
    void setCompact(bool isCompact);
    /// @param words that are selected; empty: none are.
    void showSelected(const QString& words);
    /// What can be done next, with its key; no words: nothing.
    void offer(const QString& words, const QString& button);

    QList<QToolButton*> buttons() const { return m_buttons; }
    QToolButton* offerButton() const { return m_offerButton; }
    QString words() const;
    QString offered() const;

Q_SIGNALS:
    void chosen(const QString& type);
    /// Another letter is wanted for a type.
    void letterWanted(const QString& type, QPoint place);
    void offerTaken();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void nameButtons();
    void showLine();
    void paintButtons();

    Style m_style;
    QList<MarkType> m_types;
    bool m_isCompact = false;
    bool m_hasSelection = false;
    QuoteLine* m_hint;
    QWidget* m_row;
    QWidget* m_offerRow;
    QLabel* m_offer;
    QToolButton* m_offerButton;
    QList<QToolButton*> m_buttons; ///< One for each type.
};

} // namespace entente
