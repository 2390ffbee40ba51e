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
constexpr double highestBetweenLines = 14;
constexpr double labelGap = 4;

QPointF topOf(const ArticleText& text, TextSpan span)
{
    const QRect first = text.rectOf(span.begin);
    const QRect last = text.rectOf(std::max(span.begin, span.end - 1));
    // Words that run over two lines are met where they begin.
    const double right = last.top() == first.top() ? last.right() : first.right();
    return {(first.left() + right) / 2, first.top() + 3.0};
}

/// The role of an arc, and where it would stand best.
struct ArcLabel
{
    QRectF place;
    QString words;
};

/// In the middle of the arc; or, where there is room between the lines, in the nearest gap.
QPointF labelAt(const QPainterPath& path, double firstLine, double room)
{
    QPointF middle = path.pointAtPercent(0.5);
    if (room > 0) {
        const double gap = firstLine - room / 4; // Nearly half of it is free of letters.
        middle.setY(gap + std::round((middle.y() - gap) / room) * room);
    }
    return middle;
}

/// Those that lie neither on one another nor on words.
void paintLabels(QPainter& painter, const ArticleText& text, const std::vector<ArcLabel>& labels,
                 const Style& style)
{
    std::vector<QRectF> taken;
    for (const ArcLabel& label : labels) {
        const bool isTaken = std::ranges::any_of(
            taken, [&](const QRectF& other) { return other.intersects(label.place); });
        if (isTaken || (text.arcRoom() == 0 && text.hasWords(label.place)))
            continue;
        taken.push_back(label.place);
        painter.setPen(Qt::NoPen);
        painter.setBrush(style.panel);
        painter.drawRoundedRect(label.place, 3, 3);
        painter.setPen(style.secondaryText);
        painter.drawText(label.place, Qt::AlignCenter, label.words);
    }
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
    const double room = text.arcRoom();
    std::vector<ArcLabel> labels;
    for (const ArticleArc& arc : arcs) {
        const QPointF from = topOf(text, arc.from);
        const QPointF to = topOf(text, arc.to);
        const double rise = std::clamp(lowest + std::abs(to.x() - from.x()) * 0.08, lowest,
                                       room > 0 ? highestBetweenLines : highest);
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
        label.moveCenter(labelAt(path, std::min(from.y(), to.y()), room));
        labels.push_back({label, arc.label});
    }
    paintLabels(painter, text, labels, style);
}

} // namespace entente
