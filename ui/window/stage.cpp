// SPDX-License-Identifier: Apache-2.0
#include "ui/window/stage.h"

#include "ui/canvas/pictureview.h"

#include <QEvent>
#include <QLayout>

#include <algorithm>

namespace entente
{

namespace
{

constexpr int margin = 16;
constexpr int messageWidth = 640;
/// Narrower, a message is a column of single words.
constexpr int messageWidthAtLeast = 280;

} // namespace

Stage::Stage(PictureView* canvas, QWidget* message, QWidget* busy, QWidget* empty, QWidget* parent)
    : QWidget(parent)
    , m_canvas(canvas)
    , m_message(message)
    , m_busy(busy)
    , m_empty(empty)
{
    for (QWidget* part : {static_cast<QWidget*>(canvas), empty, busy, message})
        part->setParent(this);
    setMinimumSize(canvas->minimumSize());
    message->installEventFilter(this);
}

/// What is fitted into the canvas is to be seen below the message, as long as there is one.
bool Stage::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent ||
        event->type() == QEvent::Resize)
        m_canvas->setCoveredAbove(m_message->isHidden() ? 0 : m_message->geometry().bottom());
    return QWidget::eventFilter(watched, event);
}

void Stage::resizeEvent(QResizeEvent*) { arrange(); }

void Stage::setCorner(QWidget* corner)
{
    m_corner = corner;
    corner->setParent(this);
    corner->hide();
}

/// @returns where it is; null when there is nothing.
QRect Stage::placeCorner() const
{
    if (m_corner == nullptr || m_corner->isHidden())
        return {};
    const QSize wanted = m_corner->sizeHint();
    const int cornerWidth = std::min(wanted.width(), width() - 2 * margin);
    const int cornerHeight = std::min(wanted.height(), height() - 2 * margin);
    m_corner->setGeometry(width() - cornerWidth - margin, margin, cornerWidth, cornerHeight);
    return m_corner->geometry();
}

void Stage::arrange()
{
    m_canvas->setGeometry(rect());
    const QSize empty = m_empty->sizeHint();
    m_empty->setGeometry(
        QRect(rect().center() - QPoint(empty.width() / 2, empty.height() / 2), empty));
    const QSize busy = m_busy->sizeHint();
    m_busy->setGeometry((width() - busy.width()) / 2, height() - busy.height() - margin,
                        busy.width(), busy.height());
    const QRect corner = placeCorner();
    m_canvas->setCovered(corner);
    // Beside what is in the corner; where there is no room, above all else.
    const int beside = corner.isNull() ? width() : corner.left();
    const bool fits = beside - 2 * margin >= messageWidthAtLeast;
    const int room = fits ? beside : width();
    const int messageAt = std::min(room - 2 * margin, messageWidth);
    m_message->setGeometry((room - messageAt) / 2, margin, messageAt,
                           m_message->layout()->totalHeightForWidth(messageAt));
}

} // namespace entente
