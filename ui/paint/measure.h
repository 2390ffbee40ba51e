// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/paint/style.h"

#include <QFontMetricsF>
#include <QHash>
#include <QString>
#include <QStringList>

#include <vector>

namespace entente
{

/// Words broken into lines, with the width of each.
struct Wrapped
{
    QStringList lines;
    std::vector<double> widths;

    double width() const;
};

/// How much room words take in one font. Shaping is what costs, so widths of words that come again
/// (roles, positions) are kept.
class Measure
{
public:
    explicit Measure(const QFont& font);

    double width(const QString& words);
    /// In one line if they fit, else in two of nearly equal length, half as wide again when words
    /// are long; what is too long even for these is elided in the middle of the second.
    Wrapped wrap(const QString& words, double most);
    /// In one line, elided in the middle when too long.
    Wrapped line(const QString& words, double most);

private:
    QFontMetricsF m_metrics;
    QHash<QString, double> m_widths;
};

/// All fonts of the nodes and edges of a picture.
struct Measures
{
    explicit Measures(const Style& style);

    Measure name, detail, tag, label;
};

constexpr double nameLine = 18; ///< Heights of lines, in scene pixels.
constexpr double detailLine = 15;
constexpr double tagLine = 16;
constexpr double labelHeight = 16;
constexpr double labelPad = 5; ///< Of an edge's label, at each side.

/// Where the baseline of a line runs, from the top of its rectangle.
double baselineIn(const QFont& font, double lineHeight);

} // namespace entente
