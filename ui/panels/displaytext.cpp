// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/displaytext.h"

#include <algorithm>

namespace entente
{

namespace
{

constexpr char16_t pointsRight = u'\u21e8';
constexpr char16_t pointsLeft = u'\u21e6';
constexpr char16_t endsDirection = u'\u21e9';
constexpr char16_t noWidth = u'\u2423'; // An open box.
constexpr char16_t noCharacter = u'\ufffd';

/// The sign that stands for one unit; the unit itself when it can be seen.
char16_t signFor(char16_t unit)
{
    switch (unit) {
    case 0x200e: // left-to-right mark, embedding, override, isolate
    case 0x202a:
    case 0x202d:
    case 0x2066:
        return pointsRight;
    case 0x200f: // right-to-left mark, embedding, override, isolate; Arabic letter mark
    case 0x202b:
    case 0x202e:
    case 0x2067:
    case 0x061c:
        return pointsLeft;
    case 0x2068: // first strong isolate, and what ends a direction
    case 0x202c:
    case 0x2069:
        return endsDirection;
    case 0x200b: // zero-width space, word joiner, byte order mark, invisible operators
    case 0x2060:
    case 0xfeff:
    case 0x2061:
    case 0x2062:
    case 0x2063:
    case 0x2064:
        return noWidth;
    case 0x2028: // Qt would begin a line or a paragraph at these.
    case 0x2029:
    case 0x000b:
    case 0x000c:
    case 0x0085:
        return u'\u2424';
    case 0xfdd0: // Qt's own marks of a frame
    case 0xfdd1:
    case 0xfffe:
    case 0xffff:
        return noCharacter;
    case 0x007f:
        return u'\u2421';
    default:
        break;
    }
    const bool isControl = unit < 0x20 && unit != u'\n' && unit != u'\t';
    return isControl ? static_cast<char16_t>(0x2400 + unit) : unit;
}

} // namespace

QString visibleInPlace(QString text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t unit = text.at(i).unicode();
        if (unit == u'\r') {
            const bool beforeLf = i + 1 < text.size() && text.at(i + 1) == u'\n';
            text[i] = beforeLf ? u' ' : u'\n';
        } else if (const char16_t sign = signFor(unit); sign != unit) {
            text[i] = sign;
        }
    }
    return text;
}

QString isolated(const QString& name)
{
    const bool steers = std::any_of(name.begin(), name.end(), [](QChar c) {
        return c.direction() == QChar::DirR || c.direction() == QChar::DirAL;
    });
    return steers ? QChar(0x2068) + name + QChar(0x2069) : name;
}

QString plainTip(const QString& words)
{
    return QStringLiteral("<span>%1</span>").arg(words.toHtmlEscaped());
}

} // namespace entente
