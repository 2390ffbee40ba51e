// SPDX-License-Identifier: Apache-2.0
#include "ui/byhand/editorroom.h"

#include <QEvent>
#include <QLayout>

#include <algorithm>

namespace entente
{

EditorRoom::EditorRoom(QWidget& inner, QWidget& reader)
    : m_inner(inner)
    , m_reader(reader)
{
    setWidget(&inner);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setAutoFillBackground(false);
    inner.setAutoFillBackground(false);
    inner.installEventFilter(this);
    reader.installEventFilter(this);
    arrange();
}

void EditorRoom::arrange()
{
    constexpr double shareAtMost = 0.42; // Of the reader: the text keeps the greater part.
    constexpr int atLeast = 96;          // What is scrolled in must be seen.
    setVisible(!m_inner.isHidden());
    const QLayout* layout = m_inner.layout();
    const int wanted = layout != nullptr && layout->hasHeightForWidth()
                           ? layout->totalHeightForWidth(viewport()->width())
                           : m_inner.sizeHint().height();
    const int most = std::max(atLeast, static_cast<int>(m_reader.height() * shareAtMost));
    setFixedHeight(std::min(wanted, most));
}

bool EditorRoom::eventFilter(QObject* watched, QEvent* event)
{
    const bool isInner = watched == &m_inner;
    if ((isInner &&
         (event->type() == QEvent::LayoutRequest || event->type() == QEvent::ShowToParent ||
          event->type() == QEvent::HideToParent)) ||
        (watched == &m_reader && event->type() == QEvent::Resize))
        arrange();
    return QScrollArea::eventFilter(watched, event);
}

void EditorRoom::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    arrange();
}

} // namespace entente
