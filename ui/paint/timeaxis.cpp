// SPDX-License-Identifier: Apache-2.0
#include "ui/paint/timeaxis.h"

#include "graph/layout/chronology.h"
#include "graph/model/graph.h"
#include "graph/text/datewords.h"
#include "graph/text/wording.h"
#include "ui/paint/drawing.h"
#include "ui/paint/measure.h"
#include "ui/paint/picture.h"
#include "ui/paint/style.h"
#include "ui/text/qtext.h"

#include <fmt/format.h>

#include <QLineF>
#include <QPainter>

#include <algorithm>
#include <map>

namespace entente
{

namespace
{

constexpr double air = 28;         // Between the lines' ends and what they enclose.
constexpr double undatedRoom = 64; // Left of them, for the word.
constexpr double wordsRoom = 24;   // Above the lines.
constexpr double airAbove = 90;    // Names stand above nodes, too, where the picture is small.
constexpr double readableAt = 0.75;
constexpr double endless = 1e9;

/// From where to where the events of one period stand.
struct Stand
{
    double left = endless, right = -endless; ///< Of the cards.
    double first = endless, last = -endless; ///< Of their middles.
};

bool isInOrder(const std::map<Period, Stand>& stands)
{
    double last = -endless;
    return std::ranges::all_of(stands, [&](const auto& stand) {
        return std::exchange(last, stand.second.last) < stand.second.first;
    });
}

double between(const Stand& before, const Stand& after)
{
    return before.right < after.left ? (before.right + after.left) / 2
                                     : (before.last + after.first) / 2;
}

/// "October 2023", or the year alone.
QString wordsOf(const Period& period, const Wording& wording)
{
    if (wording.isEnglish())
        return toQString(wordsOf(period));
    const auto date =
        parseEdtf(period.month == 0 ? fmt::format("{:04}", period.year)
                                    : fmt::format("{:04}-{:02}", period.year, period.month));
    return toQString(date ? wordsOf(*date, wording.dates()) : wordsOf(period));
}

void setPeriods(TimeAxis& axis, const std::map<Period, Stand>& stands, const Wording& wording)
{
    for (auto it = stands.begin(); it != stands.end(); ++it) {
        const double from = it == stands.begin() ? it->second.left - air : axis.periods.back().to;
        const auto next = std::next(it);
        const double to =
            next == stands.end() ? it->second.right + air : between(it->second, next->second);
        axis.periods.push_back({wordsOf(it->first, wording), from, to});
    }
}

QString undatedWords(const Style& style) { return toQString(style.wording("undated")); }

double leftOf(const TimeAxis& axis)
{
    return std::min(axis.periods.front().from, axis.undated.left());
}

double wordsFactor(double scale) { return std::max(1.0, readableAt / scale); }

} // namespace

QRectF TimeAxis::bounds(double scale) const
{
    if (isEmpty())
        return {};
    const QRectF lines(QPointF(periods.front().from, top), QPointF(periods.back().to, bottom));
    const double factor = wordsFactor(scale);
    const QRectF withWords = lines.adjusted(0, -wordsRoom * factor, 0, 0).united(undated);
    return undated.isNull() ? withWords : withWords.adjusted(-undatedRoom * factor, 0, 0, 0);
}

TimeAxis timeAxisOf(const std::vector<NodeItem>& nodes, const KnowledgeGraph& graph,
                    int periodsAYear, const Wording& wording)
{
    std::map<Period, Stand> stands;
    QRectF all;
    QRectF dated;
    QRectF undated;
    for (const NodeItem& node : nodes) {
        all |= node.bounds;
        const Node* known = node.isEvent ? graph.node(node.id) : nullptr;
        if (known == nullptr)
            continue;
        const auto period =
            known->date ? periodOf(*known->date, periodsAYear) : std::optional<Period>();
        (period ? dated : undated) |= node.bounds;
        if (!period)
            continue;
        Stand& stand = stands[*period];
        stand.left = std::min(stand.left, node.outline.left());
        stand.right = std::max(stand.right, node.outline.right());
        stand.first = std::min(stand.first, node.outline.center().x());
        stand.last = std::max(stand.last, node.outline.center().x());
    }
    TimeAxis axis;
    if (!isInOrder(stands))
        return axis;
    setPeriods(axis, stands, wording);
    if (axis.isEmpty())
        return axis;
    axis.top = all.top() - airAbove;
    axis.bottom = all.bottom();
    if (!undated.isNull() && undated.top() > dated.bottom()) {
        axis.undated = undated.adjusted(-air, -air, air, 0);
        axis.bottom = axis.undated.top();
    }
    return axis;
}

std::vector<QLineF> linesOf(const TimeAxis& axis)
{
    std::vector<QLineF> lines;
    for (std::size_t i = 1; i < axis.periods.size(); ++i)
        lines.emplace_back(axis.periods[i].from, axis.top, axis.periods[i].from, axis.bottom);
    if (axis.isEmpty())
        return lines;
    lines.emplace_back(axis.periods.front().from, axis.top, axis.periods.back().to, axis.top);
    if (!axis.undated.isNull())
        lines.emplace_back(leftOf(axis), axis.bottom,
                           std::max(axis.periods.back().to, axis.undated.right()), axis.bottom);
    return lines;
}

std::vector<AxisWords> wordsOf(const TimeAxis& axis, const Style& style, double scale)
{
    std::vector<AxisWords> words;
    const double factor = wordsFactor(scale);
    Measure measure(style.tagName);
    double end = -endless;
    for (const TimeAxis::Tick& period : axis.periods) {
        const double width = measure.width(period.words) * factor;
        const double left = (period.from + period.to - width) / 2;
        if (left < end)
            continue;
        end = left + width + 8 * factor;
        words.push_back({period.words, {left, axis.top - 8 * factor}});
    }
    if (!axis.undated.isNull())
        words.push_back({undatedWords(style),
                         {leftOf(axis) - (measure.width(undatedWords(style)) + 8) * factor,
                          axis.bottom + 16 * factor}});
    return words;
}

void drawAxis(Pencil& pencil, const TimeAxis& axis)
{
    if (axis.isEmpty())
        return;
    QPainter& painter = pencil.painter;
    painter.setPen(QPen(pencil.style.hairline, std::max(1.0, 1 / pencil.scale)));
    for (const QLineF& line : linesOf(axis))
        painter.drawLine(line);
    painter.setPen(pencil.style.secondaryText);
    painter.setFont(pencil.tag);
    const double factor = wordsFactor(pencil.scale);
    for (const AxisWords& words : wordsOf(axis, pencil.style, pencil.scale)) {
        painter.save();
        painter.translate(words.baseline);
        painter.scale(factor, factor);
        painter.drawText(QPointF(), words.text);
        painter.restore();
    }
}

} // namespace entente
