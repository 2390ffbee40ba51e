// SPDX-License-Identifier: Apache-2.0
#include "ui/paint/textlines.h"

#include "ui/paint/style.h"

#include <QTextLayout>

namespace entente
{

QStringList linesOf(const QString& words, const QFont& font, double width)
{
    QTextLayout layout(words, ownCopy(font));
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    QStringList lines;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        lines << words.mid(line.textStart(), line.textLength()).trimmed();
    }
    layout.endLayout();
    if (lines.size() == 1 && lines.front().isEmpty())
        lines.clear();
    return lines;
}

QString shortened(const QString& words, int most)
{
    if (words.size() <= most)
        return words;
    qsizetype end = words.lastIndexOf(u' ', most - 1);
    if (end < most / 2) { // A script without spaces, or one long word.
        end = most - 1;
        if (words.at(end).isLowSurrogate())
            --end;
    }
    return words.left(end) + QChar(0x2026);
}

} // namespace entente
