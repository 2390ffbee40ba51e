// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/paint/style.h"

#include <QHash>
#include <QStyledItemDelegate>

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
    /// To be called when the rows, the width or the fonts are others.
    void forgetHeights() { m_heights.clear(); }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintHeading(QPainter& painter, const QStyleOptionViewItem& option,
                      const EvidenceItem& item) const;
    void paintCard(QPainter& painter, const QStyleOptionViewItem& option,
                   const EvidenceItem& item) const;

    Style m_style;
    mutable QHash<int, int> m_heights; ///< By row, for m_width.
    mutable int m_width = 0;
};

} // namespace entente
