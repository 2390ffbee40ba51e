// SPDX-License-Identifier: Apache-2.0
#include "ui/window/stage.h"

#include <QLayout>

#include <algorithm>

namespace entente
{

namespace
{

constexpr int margin = 16;
constexpr int messageWidth = 640;

} // namespace

Stage::Stage(QWidget* canvas, QWidget* message, QWidget* busy, QWidget* empty, QWidget* parent)
    : QWidget(parent)
    , m_canvas(canvas)
    , m_message(message)
    , m_busy(busy)
    , m_empty(empty)
{
    for (QWidget* part : {canvas, empty, busy, message})
        part->setParent(this);
    setMinimumSize(canvas->minimumSize());
}

void Stage::resizeEvent(QResizeEvent*) { arrange(); }

void Stage::arrange()
{
    m_canvas->setGeometry(rect());
    const QSize empty = m_empty->sizeHint();
    m_empty->setGeometry(
        QRect(rect().center() - QPoint(empty.width() / 2, empty.height() / 2), empty));
    const QSize busy = m_busy->sizeHint();
    m_busy->setGeometry((width() - busy.width()) / 2, height() - busy.height() - margin,
                        busy.width(), busy.height());
    const int messageAt = std::min(width() - 2 * margin, messageWidth);
    m_message->setGeometry((width() - messageAt) / 2, margin, messageAt,
                           m_message->layout()->totalHeightForWidth(messageAt));
}

} // namespace entente
