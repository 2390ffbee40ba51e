// SPDX-License-Identifier: Apache-2.0
#include "ui/paint/pagesizes.h"

#include <QStringList>

namespace entente
{

std::optional<QSizeF> parsePage(const QString& words)
{
    for (const PageSize& page : pageSizes) {
        if (words.compare(QLatin1String(page.name), Qt::CaseInsensitive) == 0)
            return page.millimetres();
    }
    const QStringList sides = words.split(u'x');
    if (sides.size() != 2)
        return std::nullopt;
    bool isWidth = false;
    bool isHeight = false;
    const QSizeF size(sides[0].toDouble(&isWidth), sides[1].toDouble(&isHeight));
    const bool fits = isWidth && isHeight && size.width() >= 1 && size.height() >= 1 &&
                      size.width() <= pageSideAtMostMm && size.height() <= pageSideAtMostMm;
    return fits ? std::optional(size) : std::nullopt;
}

} // namespace entente
