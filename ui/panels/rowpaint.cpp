// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/rowpaint.h"

#include "ui/paint/style.h"

#include <QPainter>
#include <QStyleOptionViewItem>

namespace entente
{

namespace
{

constexpr int edge = 6; ///< From the list's sides.
constexpr int radius = 6;

} // namespace

void paintRowBack(QPainter& painter, const QStyleOptionViewItem& option, const Style& style)
{
    const QRectF back = QRectF(option.rect).adjusted(edge, 1, -edge, -1);
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(style.mark);
        painter.drawRoundedRect(back, radius, radius);
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter.setPen(QPen(style.selection, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(back.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    }
}

void paintLine(QPainter& painter, const QRect& line, const QFont& font, const QColor& colour,
               const QString& words, Qt::Alignment side, Qt::TextElideMode elide)
{
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(line, static_cast<int>(side | Qt::AlignVCenter) | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(words, elide, line.width()));
}

} // namespace entente
