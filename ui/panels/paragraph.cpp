// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/paragraph.h"

#include <QPainter>

namespace entente
{

Paragraph::Paragraph(const QString& text, const QFont& font, int width, qreal leading)
    : m_layout(text, font)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_layout.setTextOption(option);
    m_layout.beginLayout();
    for (QTextLine line = m_layout.createLine(); line.isValid(); line = m_layout.createLine()) {
        line.setLineWidth(width);
        const qreal height = line.height() * leading;
        line.setPosition({0, m_height + (height - line.height()) / 2});
        m_height += height;
    }
    m_layout.endLayout();
}

int Paragraph::height() const { return m_layout.text().isEmpty() ? 0 : qCeil(m_height); }

int Paragraph::naturalWidth() const { return qCeil(m_layout.maximumWidth()); }

void Paragraph::paint(QPainter& painter, QPointF topLeft, const QColor& colour,
                      const QList<Utf16Range>& marks, const QColor& markColour) const
{
    QList<Mark> coloured;
    for (const Utf16Range mark : marks)
        coloured.append({mark, markColour});
    paintMarked(painter, topLeft, colour, coloured);
}

void Paragraph::paintMarked(QPainter& painter, QPointF topLeft, const QColor& colour,
                            const QList<Mark>& marks) const
{
    // As selections rather than formats: these fill the line's height whatever fonts its scripts
    // take, and follow the visual order of right-to-left text.
    QList<QTextLayout::FormatRange> ranges;
    for (const Mark& mark : marks) {
        QTextLayout::FormatRange range;
        range.start = mark.range.begin;
        range.length = mark.range.length;
        range.format.setBackground(mark.colour);
        ranges.append(range);
    }
    painter.setPen(colour);
    m_layout.draw(&painter, topLeft, ranges);
}

} // namespace entente
