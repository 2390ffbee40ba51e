// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/panelstyle.h"

#include "ui/paint/style.h"

#include <QFontInfo>

namespace entente
{

namespace
{

int pixelsFor(const QFont& interfaceFont, int pixels)
{
    return qRound(double(pixels) * QFontInfo(interfaceFont).pixelSize() / bodyPixels);
}

} // namespace

QFont sized(const QFont& interfaceFont, int pixels, QFont::Weight weight)
{
    QFont font = interfaceFont;
    font.setPixelSize(pixelsFor(interfaceFont, pixels));
    font.setWeight(weight);
    return font;
}

QFont quoteFont(const Style& style, const QFont& interfaceFont, int pixels)
{
    QFont font = style.quote;
    font.setPixelSize(pixelsFor(interfaceFont, pixels));
    return font;
}

// Both at least 4.5 : 1 on the panel and on a card.
QColor warningColour(const Style& style)
{
    return style.theme == Theme::Light ? QColor(0x9a3412) : QColor(0xf4a58a);
}

} // namespace entente
