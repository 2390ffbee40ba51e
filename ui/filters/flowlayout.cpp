// SPDX-License-Identifier: Apache-2.0
#include "ui/filters/flowlayout.h"

#include <algorithm>

namespace entente
{

FlowLayout::FlowLayout(int gap)
    : m_gap(gap)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout() { qDeleteAll(m_items); }

QLayoutItem* FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int FlowLayout::heightForWidth(int width) const { return arrange({0, 0, width, 0}, false); }

void FlowLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem* item : m_items) {
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    }
    return size;
}

int FlowLayout::arrange(const QRect& rect, bool moves) const
{
    int x = rect.x();
    int y = rect.y();
    int row = 0;
    for (QLayoutItem* item : m_items) {
        if (item->isEmpty()) // Its widget is hidden.
            continue;
        const QSize size = item->sizeHint();
        if (x > rect.x() && x + size.width() > rect.x() + rect.width()) {
            x = rect.x();
            y += row + m_gap;
            row = 0;
        }
        if (moves)
            item->setGeometry({{x, y}, QSize(std::min(size.width(), rect.width()), size.height())});
        x += size.width() + m_gap;
        row = std::max(row, size.height());
    }
    return y + row - rect.y();
}

} // namespace entente
