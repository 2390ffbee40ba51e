// SPDX-License-Identifier: Apache-2.0
#include "ui/paint/style.h"

#include <QStringList>

#include <algorithm>
#include <cmath>

namespace entente
{

namespace
{

// Debian's fonts-noto-core and fonts-noto-cjk, in an order that does not hang on the locale: the
// first that has a character draws it. DejaVu is what a bare desktop has.
const QStringList& sansFamilies()
{
    static const QStringList families{
        QStringLiteral("Noto Sans"),        QStringLiteral("Noto Sans CJK KR"),
        QStringLiteral("Noto Sans Arabic"), QStringLiteral("Noto Sans Hebrew"),
        QStringLiteral("DejaVu Sans"),      QStringLiteral("sans-serif")};
    return families;
}

const QStringList& serifFamilies()
{
    static const QStringList families{
        QStringLiteral("Noto Serif"),        QStringLiteral("Noto Serif CJK KR"),
        QStringLiteral("Noto Naskh Arabic"), QStringLiteral("Noto Serif Hebrew"),
        QStringLiteral("DejaVu Serif"),      QStringLiteral("serif")};
    return families;
}

QFont font(const QStringList& families, int pixels, QFont::Weight weight)
{
    QFont result;
    result.setFamilies(families);
    // Points would hang on the screen's resolution; hints would make widths jump from zoom to zoom.
    result.setPixelSize(pixels);
    result.setWeight(weight);
    result.setHintingPreference(QFont::PreferNoHinting);
    result.setStyleStrategy(QFont::PreferAntialias);
    return result;
}

void setFonts(Style& style)
{
    style.nodeName = font(sansFamilies(), 13, QFont::Bold);
    style.nodeDetail = font(sansFamilies(), 11, QFont::Normal);
    style.nodeInside = font(sansFamilies(), 15, QFont::Bold);
    style.tagName = font(sansFamilies(), 12, QFont::Normal);
    style.edgeLabel = font(sansFamilies(), 11, QFont::Normal);
    style.quote = font(serifFamilies(), 14, QFont::Normal);
}

Style lightStyle()
{
    Style style;
    style.theme = Theme::Light;
    style.canvas = QColor(0xFB, 0xFA, 0xF7);
    style.panel = QColor(0xFF, 0xFF, 0xFF);
    style.hairline = QColor(0xE3, 0xE0, 0xD8);
    style.text = QColor(0x1B, 0x1D, 0x21);
    style.secondaryText = QColor(0x5F, 0x66, 0x72);
    style.selection = QColor(0xF2, 0xB2, 0x47);
    style.mark = QColor(0xFF, 0xE9, 0xA8);
    style.struckOut = QColor(0x6B, 0x72, 0x80);
    style.edge = QColor(0x5B, 0x63, 0x70);
    style.contested = QColor(0xC2, 0x41, 0x0C);
    return style;
}

Style darkStyle()
{
    Style style;
    style.theme = Theme::Dark;
    style.canvas = QColor(0x14, 0x16, 0x1A);
    style.panel = QColor(0x1B, 0x1E, 0x24);
    style.hairline = QColor(0x2D, 0x32, 0x3B);
    style.text = QColor(0xEC, 0xEE, 0xF1);
    style.secondaryText = QColor(0xA3, 0xAB, 0xB8);
    style.selection = QColor(0xF2, 0xB2, 0x47);
    style.mark = QColor(0x5A, 0x4A, 0x14);
    style.struckOut = QColor(0x8D, 0x95, 0xA3);
    style.edge = QColor(0x9C, 0xA5, 0xB2);
    style.contested = QColor(0xF0, 0x8A, 0x5D);
    return style;
}

/// Dashes are measured in pen widths; thick lines get longer ones, but not in full proportion.
void setDashes(QPen& pen, double dash, double gap)
{
    const double width = std::max(pen.widthF(), 0.5);
    const double grown = std::max(1.0, width / 2.5) / width;
    pen.setDashPattern({dash * grown, gap * grown});
}

void setDots(QPen& pen, double gap)
{
    pen.setCapStyle(Qt::RoundCap);
    setDashes(pen, 0.1, gap);
}

} // namespace

Style Style::of(Theme theme)
{
    Style style = theme == Theme::Light ? lightStyle() : darkStyle();
    style.veil = style.canvas;
    style.veil.setAlphaF(0.92F);
    setFonts(style);
    return style;
}

TypeColours Style::coloursOf(const EntityType& type) const
{
    return theme == Theme::Light ? type.light : type.dark;
}

TypeColours Style::coloursOf(const EventType& type) const
{
    return theme == Theme::Light ? type.light : type.dark;
}

QPen Style::penFor(std::optional<Modality> modality, double width) const
{
    QPen pen(edge, width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    if (!modality) {
        pen.setWidthF(width * 0.6);
        return pen;
    }
    switch (*modality) {
    case Modality::Happened:
        pen.setCapStyle(Qt::RoundCap);
        break;
    case Modality::Announced:
    case Modality::Planned:
        setDashes(pen, 10, 5);
        break;
    case Modality::Expected:
    case Modality::Proposed:
        setDashes(pen, 4.5, 4);
        break;
    case Modality::Speculated:
        setDots(pen, 4);
        break;
    case Modality::DidNotHappen:
        setDots(pen, 8);
        pen.setColor(struckOut);
        break;
    }
    return pen;
}

QColor colourOf(Rgb rgb) { return QColor::fromRgb(rgb); }

QFont ownCopy(const QFont& font)
{
    QFont own;
    own.setFamilies(font.families());
    own.setPixelSize(font.pixelSize());
    own.setWeight(font.weight());
    own.setItalic(font.italic());
    own.setStrikeOut(font.strikeOut());
    own.setHintingPreference(font.hintingPreference());
    own.setStyleStrategy(font.styleStrategy());
    return own;
}

QColor blend(const QColor& first, const QColor& second, double part)
{
    const auto between = [part](int a, int b) {
        return static_cast<int>(std::lround(a + (b - a) * part));
    };
    return {between(first.red(), second.red()), between(first.green(), second.green()),
            between(first.blue(), second.blue())};
}

} // namespace entente
