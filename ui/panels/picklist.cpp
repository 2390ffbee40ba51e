// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/picklist.h"

#include <QKeyEvent>

namespace entente
{

PickList::PickList(QWidget* parent)
    : QListView(parent)
{
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    connect(this, &QListView::clicked, this, &PickList::picked);
}

bool PickList::event(QEvent* event)
{
    // Where several can be selected, all of the list is meant, not all of the graph.
    if (event->type() == QEvent::ShortcutOverride && selectionMode() == ExtendedSelection &&
        static_cast<QKeyEvent*>(event)->matches(QKeySequence::SelectAll)) {
        event->accept();
        return true;
    }
    return QListView::event(event);
}

void PickList::keyPressEvent(QKeyEvent* event)
{
    const QPersistentModelIndex before = currentIndex();
    QListView::keyPressEvent(event);
    if (currentIndex().isValid() && currentIndex() != before)
        Q_EMIT picked(currentIndex());
}

} // namespace entente
