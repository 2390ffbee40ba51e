// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSizeF>
#include <QString>

#include <array>
#include <optional>
#include <vector>

namespace entente
{

/// A page that pictures are made for.
struct PageSize
{
    const char* name; ///< As on the command line: "A4-landscape".
    double widthMm;
    double heightMm;

    QSizeF millimetres() const { return {widthMm, heightMm}; }
};

/// ISO 216 and what America writes letters on, upright and on its side; a slide as presentation
/// programs have it, 13⅓ × 7½ inches.
inline constexpr std::array<PageSize, 11> pageSizes{{
    {"A5", 148, 210},
    {"A4", 210, 297},
    {"A3", 297, 420},
    {"A2", 420, 594},
    {"Letter", 215.9, 279.4},
    {"A5-landscape", 210, 148},
    {"A4-landscape", 297, 210},
    {"A3-landscape", 420, 297},
    {"A2-landscape", 594, 420},
    {"Letter-landscape", 279.4, 215.9},
    {"slide", 338.67, 190.5},
}};
constexpr double pageSideAtMostMm = 2000;

/// In millimetres, of a name in whatever case, or of a width and a height: "180x120".
/// @returns nothing when it is neither, or larger than pageSideAtMostMm on a side.
std::optional<QSizeF> parsePage(const QString& words);

/// Sheets of ISO 216 that are larger, as upright or as wide as this page; the smallest first.
std::vector<PageSize> largerPages(QSizeF millimetres);

} // namespace entente
