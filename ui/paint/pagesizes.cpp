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

std::vector<PageSize> largerPages(QSizeF millimetres)
{
    const auto area = [](QSizeF size) { return size.width() * size.height(); };
    const bool isWide = millimetres.width() > millimetres.height();
    std::vector<PageSize> larger;
    for (const PageSize& page : pageSizes) {
        const bool isIso = page.name[0] == 'A'; // The slide is no paper.
        // A page of nearly the same size wins nothing.
        if (isIso && (page.widthMm > page.heightMm) == isWide &&
            area(page.millimetres()) > 1.3 * area(millimetres))
            larger.push_back(page);
    }
    return larger;
}

} // namespace entente
