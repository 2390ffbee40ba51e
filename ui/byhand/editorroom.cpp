// SPDX-License-Identifier: Apache-2.0
#include "ui/byhand/editorroom.h"

#include <QLayout>
#include <QResizeEvent>

namespace entente
{

EditorRoom::EditorRoom(QWidget* parent)
    : QScrollArea(parent)
{
    setWidget(new QWidget);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // One that came and went would give its width to words that then need it no more, for ever.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setAutoFillBackground(false);
    inner().setAutoFillBackground(false);
    inner().installEventFilter(this);
}

QSize EditorRoom::sizeHint() const
{
    const QLayout* layout = inner().layout();
    return {inner().sizeHint().width(), layout != nullptr && layout->hasHeightForWidth()
                                            ? layout->totalHeightForWidth(viewport()->width())
                                            : inner().sizeHint().height()};
}

QSize EditorRoom::minimumSizeHint() const
{
    constexpr int atLeast = 72; // What is scrolled in must be seen.
    return {0, std::min(atLeast, sizeHint().height())};
}

bool EditorRoom::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return QScrollArea::eventFilter(watched, event);
}

void EditorRoom::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        updateGeometry();
}

} // namespace entente
