// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/evidencelist.h"

#include "ui/panels/evidencedelegate.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QScrollBar>

namespace entente
{

namespace
{

constexpr qint64 idleAtMost = 8; ///< Milliseconds at a time: half a frame.

} // namespace

EvidenceList::EvidenceList(EvidenceDelegate* delegate, QWidget* parent)
    : QListView(parent)
    , m_delegate(delegate)
{
    setItemDelegate(delegate);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalScrollBar()->setSingleStep(24);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // A scroll bar that comes and goes would change the width, and with it every height.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    connect(&m_idle, &QTimer::timeout, this, &EvidenceList::measureOthers);
}

void EvidenceList::measureAnew()
{
    m_delegate->forgetHeights();
    m_delegate->setWidth(viewport()->width());
    m_next = 0;
    layOut();
    if (!isVisible())
        return;
    measureInView();
    m_idle.start();
}

bool EvidenceList::isMeasured() const { return !model() || m_next >= model()->rowCount(); }

bool EvidenceList::measure(int row)
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    return m_delegate->measure(option, model()->index(row, 0));
}

void EvidenceList::measureInView()
{
    if (m_layingOut || !model())
        return;
    const QModelIndex top = indexAt({0, 0});
    int y = top.isValid() ? visualRect(top).top() : 0;
    bool changed = false;
    for (int row = top.isValid() ? top.row() : 0;
         row < model()->rowCount() && y < viewport()->height(); ++row) {
        changed = measure(row) || changed;
        y += m_delegate->heightOf(row);
    }
    if (changed)
        layOut();
}

void EvidenceList::measureOthers()
{
    QElapsedTimer timer;
    timer.start();
    bool changed = false;
    for (; !isMeasured() && timer.elapsed() < idleAtMost; ++m_next)
        changed = measure(m_next) || changed;
    if (isMeasured())
        m_idle.stop();
    if (changed)
        layOut();
}

/// What is at the top stays there, whatever has become of the rows above it.
void EvidenceList::layOut()
{
    const QScopedValueRollback layingOut(m_layingOut, true);
    const QPersistentModelIndex top = indexAt({0, 0});
    const int before = visualRect(top).top();
    doItemsLayout();
    if (top.isValid())
        verticalScrollBar()->setValue(verticalScrollBar()->value() + visualRect(top).top() -
                                      before);
}

void EvidenceList::scrollTo(const QModelIndex& index, ScrollHint hint)
{
    if (index.isValid() && measure(index.row()))
        layOut();
    QListView::scrollTo(index, hint);
}

void EvidenceList::scrollSo(const QModelIndex& index, int y)
{
    if (!index.isValid())
        return;
    scrollTo(index, PositionAtTop);
    verticalScrollBar()->setValue(verticalScrollBar()->value() + visualRect(index).top() - y);
}

QAction* EvidenceList::commandFor(const QKeyEvent& event) const
{
    const QKeySequence typed(
        QKeyCombination(event.modifiers() & ~Qt::KeypadModifier, Qt::Key(event.key())));
    for (QAction* action : actions()) {
        if (action->shortcuts().contains(typed))
            return action;
    }
    return nullptr;
}

/// While it has the focus, its keys are its own: Ctrl+A takes the cards and not the nodes of the
/// graph, and Del never reaches what is behind it.
bool EvidenceList::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (commandFor(*key) != nullptr || key->matches(QKeySequence::SelectAll)) {
            event->accept();
            return true;
        }
    }
    return QListView::event(event);
}

void EvidenceList::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_F10 && event->modifiers() == Qt::ShiftModifier)
        return askForMenuAtCurrent();
    if (QAction* command = commandFor(*event); command != nullptr)
        return command->trigger(); // Nothing when it is disabled.
    QListView::keyPressEvent(event);
}

void EvidenceList::contextMenuEvent(QContextMenuEvent* event)
{
    event->accept();
    if (event->reason() == QContextMenuEvent::Mouse)
        Q_EMIT menuWanted(event->globalPos());
    else
        askForMenuAtCurrent();
}

void EvidenceList::askForMenuAtCurrent()
{
    const QRect card = visualRect(currentIndex()).intersected(viewport()->rect());
    constexpr QPoint inset(24, 24);
    const QPoint place = card.isEmpty() ? inset : card.topLeft() + inset;
    Q_EMIT menuWanted(viewport()->mapToGlobal(place));
}

void EvidenceList::resizeEvent(QResizeEvent* event)
{
    QListView::resizeEvent(event);
    if (m_delegate->setWidth(viewport()->width())) {
        m_next = 0;
        layOut();
        if (isVisible())
            m_idle.start();
    }
    measureInView();
}

void EvidenceList::showEvent(QShowEvent* event)
{
    QListView::showEvent(event);
    measureInView();
    if (!isMeasured())
        m_idle.start();
}

void EvidenceList::scrollContentsBy(int dx, int dy)
{
    QListView::scrollContentsBy(dx, dy);
    measureInView();
}

} // namespace entente
