// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/choicebox.h"

#include <QPainter>
#include <QWheelEvent>

namespace entente
{

void ChoiceBox::paintEvent(QPaintEvent* event)
{
    QComboBox::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(
        QPen(palette().color(isEnabled() ? QPalette::Normal : QPalette::Disabled, QPalette::Text),
             1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    constexpr qreal fromEdge = 14;
    constexpr qreal half = 4;
    const qreal x = isRightToLeft() ? fromEdge : width() - fromEdge;
    const qreal y = height() / 2.0;
    painter.drawPolyline(
        QPolygonF{{x - half, y - half / 2}, {x, y + half / 2}, {x + half, y - half / 2}});
}

void ChoiceBox::wheelEvent(QWheelEvent* event)
{
    if (hasFocus())
        QComboBox::wheelEvent(event);
    else
        event->ignore(); // What scrolls beneath it gets it.
}

} // namespace entente
