// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/panelstyle.h"

#include "ui/paint/style.h"

#include <QFontInfo>
#include <QStringList>

namespace entente
{

namespace
{

int pixelsFor(const QFont& interfaceFont, int pixels)
{
    return qRound(double(pixels) * QFontInfo(interfaceFont).pixelSize() / bodyPixels);
}

const QStringList& fallbacks()
{
    static const QStringList families{
        QStringLiteral("Noto Sans"), QStringLiteral("Noto Sans CJK KR"),
        QStringLiteral("Noto Sans Arabic"), QStringLiteral("Noto Sans Hebrew")};
    return families;
}

} // namespace

QFont sized(const QFont& interfaceFont, int pixels, QFont::Weight weight)
{
    QFont font = interfaceFont;
    // What the desktop's font lacks comes from these in the same weight; left alone, Qt takes
    // Hangul and Han now from a regular, now from a bold one.
    font.setFamilies(QStringList{interfaceFont.family()} + fallbacks());
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

QPalette panelPalette(const Style& style)
{
    QPalette palette(style.panel);
    palette.setColor(QPalette::Window, style.panel);
    palette.setColor(QPalette::Base, style.panel);
    palette.setColor(QPalette::AlternateBase, style.canvas);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                            QPalette::HighlightedText, QPalette::ToolTipText})
        palette.setColor(role, style.text);
    palette.setColor(QPalette::ToolTipBase, style.panel);
    palette.setColor(QPalette::PlaceholderText, style.secondaryText);
    palette.setColor(QPalette::Highlight, style.mark);
    return palette;
}

} // namespace entente
