// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <Qt>

class QColor;
class QFont;
class QPainter;
class QRect;
class QString;
class QStyleOptionViewItem;

namespace entente
{

struct Style;

/// The ground of a row in a list: marked when it is selected, framed when it has the focus.
void paintRowBack(QPainter& painter, const QStyleOptionViewItem& option, const Style& style);

/// One line; what is too long loses its middle, as both ends tell names apart.
void paintLine(QPainter& painter, const QRect& line, const QFont& font, const QColor& colour,
               const QString& words, Qt::Alignment side = Qt::AlignLeft,
               Qt::TextElideMode elide = Qt::ElideMiddle);

} // namespace entente
