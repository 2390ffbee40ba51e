// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/timelinepainter.h"

#include "graph/text/edtf.h"
#include "ui/text/qtext.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace entente
{

namespace
{

constexpr double gutter = 76;    // For the rows' names.
constexpr double laneHeight = 8; ///< With a gap below; less, where more lanes are needed.
constexpr double laneGap = 2;
constexpr std::size_t lanesAtMost = 16; ///< Of three pixels each: less cannot be hit.
constexpr double barLeast = 5;
constexpr double dashesFrom = 24;
constexpr double openTail = 12; // Of a bar whose end nobody knows.

QString tr(const char* words) { return QCoreApplication::translate("entente::Timeline", words); }

QColor eventColour(const Style& style)
{
    return style.theme == Theme::Dark ? QColor(0xB6, 0x9C, 0xFA) : QColor(0x7C, 0x3A, 0xED);
}

bool isSeen(const TimeScale& scale, DaySpan days)
{
    return days.last + 1 >= scale.first && days.first <= scale.last;
}

QRectF across(const TimeScale& scale, DaySpan days, const QRectF& row)
{
    const double left = std::clamp(scale.xOf(days.first), row.left(), row.right());
    const double right = std::clamp(scale.xOf(days.last + 1), row.left(), row.right());
    return {QPointF(left, row.top()), QPointF(right, row.bottom())};
}

void paintBar(QPainter& painter, const TimelineEvent& event, const QRectF& bar, bool isSelected,
              const Style& style)
{
    const QColor colour = isSelected ? style.selection : eventColour(style);
    const bool happened = event.modality == Modality::Happened;
    // What may have been on any of several days is paler than what was on one.
    const bool isVague = event.days.first != event.days.last;
    // A dot has no room for dashes; hollow, it says enough.
    QPen pen = bar.width() < dashesFrom ? QPen(colour, 1.2) : style.penFor(event.modality, 1.2);
    pen.setColor(colour);
    painter.setPen(pen);
    painter.setBrush(happened ? blend(colour, style.panel, isVague ? 0.55 : 0)
                              : blend(colour, style.panel, 0.88));
    painter.drawRoundedRect(bar.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    painter.setPen(QPen(colour, 1.2, Qt::DotLine));
    const double y = bar.center().y();
    if (!event.opens)
        painter.drawLine(QPointF(bar.left() - openTail, y), QPointF(bar.left(), y));
    if (!event.ends)
        painter.drawLine(QPointF(bar.right(), y), QPointF(bar.right() + openTail, y));
}

void paintCounts(QPainter& painter, const TimelineLook& look, const QRectF& row, const Style& style)
{
    const TimelineCounts counts = countsOf(look, row);
    const QColor colour = eventColour(style);
    painter.setPen(Qt::NoPen);
    const auto column = [&](std::size_t bin, double count, const QColor& fill) {
        if (count <= 0 || counts.most <= 0)
            return;
        // One among thousands is seen, too.
        const double height = std::max(1.5, (row.height() - 2) * count / counts.most);
        painter.fillRect(QRectF(row.left() + static_cast<double>(bin) * binWidth,
                                row.bottom() - height, binWidth - 1, height),
                         fill);
    };
    for (std::size_t i = 0; i < counts.bins.size(); ++i) {
        column(i, counts.bins[i].all, blend(colour, style.panel, 0.6));
        column(i, counts.bins[i].happened, colour);
        column(i, counts.bins[i].selected, style.selection);
    }
}

void paintEvents(QPainter& painter, const TimelineLook& look, const QRectF& row, const Style& style)
{
    const std::vector<TimelineBar> bars = barsOf(look, row);
    if (bars.empty())
        return paintCounts(painter, look, row, style);
    for (const TimelineBar& bar : bars) {
        const TimelineEvent& event = look.data.events[bar.event];
        paintBar(painter, event, bar.rect, look.selected.contains(event.id), style);
    }
}

void paintArticles(QPainter& painter, const TimelineLook& look, const QRectF& row,
                   const Style& style)
{
    for (const TimelineArticle& article : look.data.articles) {
        if (!isSeen(look.scale, article.days))
            continue;
        const bool isLater = look.knownOn && article.days.first > *look.knownOn;
        const QRectF days = across(look.scale, article.days, row);
        painter.setPen(QPen(style.secondaryText, 1.2));
        painter.setBrush(isLater ? style.panel : style.secondaryText);
        if (days.width() > 10) // A month or a year: nobody says which day.
            painter.drawRoundedRect(QRectF(days.left(), days.center().y() - 2, days.width(), 4), 2,
                                    2);
        else
            painter.drawEllipse(days.center(), 3, 3);
    }
}

/// The first words say it all, also of a unit that begins left of what is seen, as far as the next
/// leave them room.
void paintAxis(QPainter& painter, const TimelineLook& look, const TimelineRows& rows,
               const Style& style)
{
    constexpr double pad = 4;
    painter.setFont(style.nodeDetail);
    const std::vector<Tick> ticks = ticksOf(look.scale);
    bool isFirst = true;
    for (std::size_t i = 0; i < ticks.size(); ++i) {
        const double x = std::max(look.scale.xOf(ticks[i].day), rows.axis.left());
        if (x > rows.axis.left()) {
            painter.setPen(QPen(style.hairline, 1));
            painter.drawLine(QPointF(x, rows.events.top()), QPointF(x, rows.axis.top() + pad));
        }
        const double room =
            (i + 1 < ticks.size() ? look.scale.xOf(ticks[i + 1].day) : rows.axis.right()) - x - pad;
        const bool isSeen = look.scale.xOf(ticks[i].day) >= rows.axis.left();
        if (!isSeen && ticks[i].wholeWords.isEmpty())
            continue;
        QString words =
            isFirst && !ticks[i].wholeWords.isEmpty() ? ticks[i].wholeWords : ticks[i].words;
        if (painter.fontMetrics().horizontalAdvance(words) > room)
            words = ticks[i].words;
        if (painter.fontMetrics().horizontalAdvance(words) > room)
            continue;
        painter.setPen(style.secondaryText);
        painter.drawText(QPointF(x + pad, rows.axis.bottom() - pad - 1), words);
        isFirst = false;
    }
}

void paintBrush(QPainter& painter, const TimelineLook& look, const QRectF& row, const Style& style)
{
    if (!look.brush || !isSeen(look.scale, *look.brush))
        return;
    const QRectF days = across(look.scale, *look.brush, row);
    QColor fill = style.selection;
    fill.setAlpha(48);
    painter.fillRect(days, fill);
    painter.setPen(QPen(style.selection, 2));
    for (const double x : {days.left(), days.right()})
        painter.drawLine(QPointF(x, row.top()), QPointF(x, row.bottom()));
}

/// What came later steps back behind the line of the day.
void paintKnownOn(QPainter& painter, const TimelineLook& look, const TimelineRows& rows,
                  const Style& style)
{
    if (!look.knownOn)
        return;
    const double x = look.scale.xOf(*look.knownOn + 1);
    if (x > rows.articles.right())
        return;
    const double from = std::max(x, rows.articles.left());
    QColor veil = style.panel;
    veil.setAlpha(170);
    painter.fillRect(QRectF(QPointF(from, rows.articles.top()), rows.articles.bottomRight()), veil);
    if (x < rows.articles.left())
        return;
    painter.setPen(QPen(style.text, 1.5));
    painter.drawLine(QPointF(x, rows.articles.top()), QPointF(x, rows.articles.bottom()));
    QPolygonF flag({QPointF(x - 5, rows.articles.top()), QPointF(x + 5, rows.articles.top()),
                    QPointF(x, rows.articles.top() + 6)});
    painter.setBrush(style.text);
    painter.setPen(Qt::NoPen);
    painter.drawPolygon(flag);
}

} // namespace

TimelineRows::TimelineRows(double width)
    : events(gutter, 4, std::max(1.0, width - gutter - 12), 50)
    , articles(gutter, 60, events.width(), 16)
    , axis(gutter, 78, events.width(), 20)
{
}

std::vector<TimelineBar> barsOf(const TimelineLook& look, const QRectF& row)
{
    std::vector<double> ends; // Of each lane, so far.
    std::vector<std::size_t> lanes;
    std::vector<TimelineBar> bars;
    for (std::size_t i = 0; i < look.data.events.size(); ++i) {
        const TimelineEvent& event = look.data.events[i];
        if (!isSeen(look.scale, event.days))
            continue;
        QRectF bar = across(look.scale, event.days, row);
        bar.setWidth(std::max(bar.width(), barLeast));
        const auto free = std::ranges::find_if(
            ends, [&](double end) { return end + 2 <= bar.left() || end < row.left(); });
        lanes.push_back(static_cast<std::size_t>(free - ends.begin()));
        if (free != ends.end())
            *free = bar.right();
        else if (ends.size() < lanesAtMost)
            ends.push_back(bar.right());
        else
            return {};
        bars.push_back({i, bar});
    }
    const double high =
        std::min(laneHeight,
                 (row.height() - 2) / static_cast<double>(std::max<std::size_t>(1, ends.size())));
    for (std::size_t i = 0; i < bars.size(); ++i) {
        bars[i].rect.setTop(row.bottom() - 1 - static_cast<double>(lanes[i] + 1) * high);
        bars[i].rect.setHeight(std::max(2.0, high - (high < 2 * laneGap ? 1 : laneGap)));
    }
    return bars;
}

TimelineCounts countsOf(const TimelineLook& look, const QRectF& row)
{
    TimelineCounts counts;
    counts.bins.resize(static_cast<std::size_t>(std::max(1.0, row.width() / binWidth)));
    const auto last = static_cast<double>(counts.bins.size() - 1);
    for (const TimelineEvent& event : look.data.events) {
        if (!isSeen(look.scale, event.days))
            continue;
        const auto binAt = [&](double day) {
            return static_cast<std::size_t>(
                std::clamp((look.scale.xOf(day) - row.left()) / binWidth, 0.0, last));
        };
        const std::size_t from = binAt(event.days.first);
        const std::size_t to = binAt(event.days.last + 0.999);
        const double part = 1.0 / static_cast<double>(to - from + 1);
        for (std::size_t bin = from; bin <= to; ++bin) {
            counts.bins[bin].all += part;
            counts.bins[bin].happened += event.modality == Modality::Happened ? part : 0;
            counts.bins[bin].selected += look.selected.contains(event.id) ? part : 0;
        }
    }
    for (const TimelineCounts::Bin& bin : counts.bins)
        counts.most = std::max(counts.most, bin.all);
    return counts;
}

void paintTimeline(QPainter& painter, const TimelineLook& look, const TimelineRows& rows,
                   const Style& style)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(style.nodeDetail);
    painter.setPen(style.secondaryText);
    painter.drawText(QRectF(12, rows.events.top(), gutter - 16, rows.events.height()),
                     Qt::AlignLeft | Qt::AlignBottom, tr("Meetings"));
    painter.drawText(QRectF(12, rows.articles.top(), gutter - 16, rows.articles.height()),
                     Qt::AlignLeft | Qt::AlignVCenter, tr("Articles"));
    paintAxis(painter, look, rows, style);
    painter.setPen(QPen(style.hairline, 1));
    painter.drawLine(rows.events.bottomLeft(), rows.events.bottomRight());
    painter.setClipRect(rows.events.united(rows.axis).adjusted(-1, 0, 1, 0));
    paintEvents(painter, look, rows.events, style);
    paintArticles(painter, look, rows.articles, style);
    paintKnownOn(painter, look, rows, style);
    paintBrush(painter, look, rows.events, style);
    painter.setClipping(false);
}

} // namespace entente
