// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>

namespace entente
{

struct Style;

/// Sizes that the panels are set in, for a desktop whose font is 13 pixels high; they follow its
/// size.
inline constexpr int titlePixels = 17;
inline constexpr int headPixels = 15;
inline constexpr int bodyPixels = 13;
inline constexpr int smallPixels = 12;

/// The interface's font in one of the sizes above.
QFont sized(const QFont& interfaceFont, int pixels, QFont::Weight weight = QFont::Normal);
/// The serif of quotes in a size that goes with the interface's font.
QFont quoteFont(const Style& style, const QFont& interfaceFont, int pixels);

QColor warningColour(const Style& style);
/// What the desktop's controls within a panel take, as the whole window does.
QPalette panelPalette(const Style& style);

} // namespace entente
