// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/articlearcs.h"

#include "ui/paint/style.h"
#include "ui/panels/articletext.h"
#include "ui/panels/panelstyle.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace entente
{

namespace
{

constexpr double lowest = 8; ///< Above the words, in pixels.
constexpr double highest = 26;
constexpr double labelGap = 4;

QPointF topOf(const ArticleText& text, TextSpan span)
{
    const QRect first = text.rectOf(span.begin);
    const QRect last = text.rectOf(std::max(span.begin, span.end - 1));
    // Words that run over two lines are met where they begin.
    const double right = last.top() == first.top() ? last.right() : first.right();
    return {(first.left() + right) / 2, first.top() + 3.0};
}

} // namespace

void paintArcs(QPainter& painter, const ArticleText& text, const std::vector<ArticleArc>& arcs,
               const Style& style)
{
    const QRectF page(text.viewport()->rect());
    const QFont font = sized(text.font(), smallPixels - 1);
    const QFontMetricsF metrics(font);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(font);
    std::vector<QRectF> labels; // One does not lie on another.
    for (const ArticleArc& arc : arcs) {
        const QPointF from = topOf(text, arc.from);
        const QPointF to = topOf(text, arc.to);
        const double rise =
            std::clamp(lowest + std::abs(to.x() - from.x()) * 0.08, lowest, highest);
        const QPointF peak((from.x() + to.x()) / 2, std::min(from.y(), to.y()) - 2 * rise);
        QPainterPath path(from);
        path.quadTo(peak, to);
        if (!path.boundingRect().intersects(page))
            continue;
        painter.setPen(QPen(style.selection, 1.4));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(path);
        painter.setBrush(style.selection);
        painter.drawEllipse(to, 2.2, 2.2);
        QRectF label(QPointF(),
                     QSizeF(metrics.horizontalAdvance(arc.label) + 2 * labelGap, metrics.height()));
        label.moveCenter(path.pointAtPercent(0.5));
        const bool isFree = std::ranges::none_of(
            labels, [&](const QRectF& other) { return other.intersects(label); });
        if (!isFree)
            continue;
        labels.push_back(label);
        painter.setPen(Qt::NoPen);
        painter.setBrush(style.panel);
        painter.drawRoundedRect(label, 3, 3);
        painter.setPen(style.secondaryText);
        painter.drawText(label, Qt::AlignCenter, arc.label);
    }
}

} // namespace entente
