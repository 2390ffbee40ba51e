// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/paint/style.h"

#include <QStyledItemDelegate>

#include <vector>

namespace entente
{

struct EvidenceItem;

/// Paints the rows of an EvidenceModel: headings of articles, and cards whose left stripe says how
/// sure the claim is.
class EvidenceDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit EvidenceDelegate(QObject* parent = nullptr);

    void setStyle(const Style& style);
    const Style& look() const { return m_style; }

    // A row is measured when it is asked for, not when it is laid out.
    /// To be called when the rows or the fonts are others.
    void forgetHeights();
    /// Of the view. @returns whether it is another; what was measured is a guess then.
    bool setWidth(int width);
    /// @returns whether the row is higher or lower than was thought.
    bool measure(const QStyleOptionViewItem& option, const QModelIndex& index);
    /// A guess when it has not been measured at this width.
    int heightOf(int row) const;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    struct Height
    {
        int pixels = 0;
        bool isMeasured = false;
    };

    Style m_style;
    std::vector<Height> m_heights; ///< By row.
    int m_width = 0;
};

} // namespace entente
