// SPDX-License-Identifier: Apache-2.0
#include "ui/paint/measure.h"

#include <QTextBoundaryFinder>

#include <algorithm>
#include <limits>

namespace entente
{

namespace
{

/// Where a line may break, without the ends.
std::vector<int> breaksIn(const QString& words, QTextBoundaryFinder::BoundaryType type)
{
    std::vector<int> places;
    QTextBoundaryFinder finder(type, words);
    for (qsizetype at = finder.toNextBoundary(); at > 0; at = finder.toNextBoundary()) {
        if (at < words.size())
            places.push_back(static_cast<int>(at));
    }
    return places;
}

} // namespace

double Wrapped::width() const { return widths.empty() ? 0 : *std::ranges::max_element(widths); }

Measure::Measure(const QFont& font)
    : m_metrics(ownCopy(font))
{
}

double Measure::width(const QString& words)
{
    const auto found = m_widths.constFind(words);
    if (found != m_widths.cend())
        return *found;
    const double width = m_metrics.horizontalAdvance(words);
    m_widths.insert(words, width);
    return width;
}

Wrapped Measure::line(const QString& words, double most)
{
    if (words.isEmpty())
        return {};
    const double whole = width(words);
    if (whole <= most)
        return {{words}, {whole}};
    const QString elided = m_metrics.elidedText(words, Qt::ElideMiddle, most);
    return {{elided}, {width(elided)}};
}

Wrapped Measure::wrap(const QString& words, double most)
{
    if (words.isEmpty() || width(words) <= most)
        return line(words, most);

    most *= 1.5; // Better a wide label than a cut one.
    std::vector<int> places = breaksIn(words, QTextBoundaryFinder::Line);
    if (places.empty() || m_metrics.horizontalAdvance(words.left(places.front())) > most)
        places = breaksIn(words, QTextBoundaryFinder::Grapheme);
    // The best break leaves two lines of nearly equal length; when the rest is too long for any,
    // the first line takes what it can.
    Wrapped best;
    double bestWidth = std::numeric_limits<double>::max();
    for (const int place : places) {
        const QString first = words.left(place).trimmed();
        const double firstWidth = m_metrics.horizontalAdvance(first);
        if (firstWidth > most)
            break;
        const QString rest = words.mid(place).trimmed();
        const double restWidth = m_metrics.horizontalAdvance(rest);
        const double widest = std::max(firstWidth, restWidth);
        if (restWidth > most || widest < bestWidth) {
            best = {{first, rest}, {firstWidth, restWidth}};
            bestWidth = widest;
        }
    }
    if (best.lines.size() < 2)
        return line(words, most);
    const Wrapped second = line(best.lines.back(), most);
    best.lines.back() = second.lines.front();
    best.widths.back() = second.widths.front();
    return best;
}

Measures::Measures(const Style& style)
    : name(style.nodeName)
    , detail(style.nodeDetail)
    , tag(style.tagName)
    , label(style.edgeLabel)
{
}

double baselineIn(const QFont& font, double lineHeight)
{
    const QFontMetricsF metrics(ownCopy(font));
    return (lineHeight - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent();
}

} // namespace entente
