// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/legendcard.h"

#include <QPainter>

#include <utility>

namespace entente
{

namespace
{

constexpr int margin = 16;
/// A strip along the bottom takes a tenth of a window's height, where a column took a third.
constexpr int widest = 1100;

} // namespace

LegendCard::LegendCard(QWidget* parent)
    : QAbstractButton(parent)
    , m_style(Style::of(Theme::Light))
{
    setCheckable(true);
    setChecked(true);
    setCursor(Qt::ArrowCursor);
    setFocusPolicy(Qt::TabFocus);
    setText(tr("Legend"));
    setAccessibleName(text());
    setToolTip(tr("What shapes and lines mean (Ctrl+G)"));
    connect(this, &QAbstractButton::toggled, this, &LegendCard::arrange);
}

void LegendCard::setLegend(const Picture& picture, const Style& style)
{
    m_picture = picture;
    m_style = style;
    m_legendWidth = 0;
    arrange();
    update();
}

void LegendCard::arrange()
{
    const int width = std::min(parentWidget()->width() - 2 * margin, widest);
    if (std::exchange(m_legendWidth, width) != width)
        m_legend = Legend(m_picture, m_style, width);
    setVisible(!m_legend.isEmpty());
    const QSize size = isOpen() ? m_legend.size().toSize() + QSize(1, 1) : chipSize();
    setGeometry(QRect(QPoint(margin, parentWidget()->height() - size.height() - margin), size));
    update();
}

bool LegendCard::isOpen() const
{
    const QSizeF size = m_legend.size();
    const QSize room = parentWidget()->size();
    // It explains the picture and must not take its place. On the first window with all kinds and
    // lines it takes 0.15, and one who sees the graph for the first time needs it.
    constexpr double shareAtMost = 0.18;
    const double share = size.width() * size.height() / (1.0 * room.width() * room.height());
    return isChecked() && size.width() < room.width() && share < shareAtMost;
}

QSize LegendCard::chipSize() const
{
    return {fontMetrics().horizontalAdvance(text()) + 24, fontMetrics().height() + 12};
}

void LegendCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (isOpen()) {
        m_legend.paint(painter, m_style, {0, 0});
    } else {
        painter.setPen(m_style.hairline);
        painter.setBrush(m_style.panel);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
        painter.setPen(underMouse() ? m_style.text : m_style.secondaryText);
        painter.drawText(rect(), Qt::AlignCenter, text());
    }
    if (hasFocus()) {
        painter.setPen(m_style.selection);
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    }
}

} // namespace entente
