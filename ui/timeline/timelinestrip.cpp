// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/timelinestrip.h"

#include "ui/text/qtext.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace entente
{

namespace
{

constexpr double handle = 5;    // Pixels round a brush's end that take hold of it.
constexpr double tremble = 3;   // As on the canvas.
constexpr double leastDays = 7; // Seen at once: a week is a week also of one meeting.
constexpr double zoomStep = 1.25;
constexpr double airPart = 0.02; // Of all time, before and after it.

bool isWithin(const QRectF& row, QPointF at)
{
    return at.y() >= row.top() && at.y() < row.bottom();
}

} // namespace

QString wordsOf(DaySpan days)
{
    const std::string text = edtfOf(dayOf(days.first)) + '/' + edtfOf(dayOf(days.last));
    const std::optional<Edtf> date =
        parseEdtf(days.first == days.last ? edtfOf(dayOf(days.first)) : text);
    return date ? toQString(wordsOf(*date)) : toQString(text);
}

TimelineStrip::TimelineStrip(QWidget* parent)
    : QWidget(parent)
    , m_style(Style::of(Theme::Light))
{
    setObjectName(QStringLiteral("timelineStrip"));
    setAccessibleName(tr("Timeline"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void TimelineStrip::setStyle(const Style& style)
{
    m_style = style;
    update();
}

void TimelineStrip::setData(TimelineData newer)
{
    const std::optional<DaySpan> before = m_look.data.extent;
    const bool showedAll =
        !before || (m_look.scale.first <= before->first && m_look.scale.last >= before->last + 1);
    m_look.data = std::move(newer);
    const std::optional<DaySpan> now = m_look.data.extent;
    const bool isElsewhere =
        now && (m_look.scale.last <= now->first || m_look.scale.first >= now->last + 1);
    // Under a hand that drags, time stays where it is.
    if ((showedAll || isElsewhere) && m_drag == Drag::None && before != now)
        showAll();
    update();
}

void TimelineStrip::setBrush(std::optional<DaySpan> days)
{
    m_look.brush = days;
    update();
}

void TimelineStrip::setKnownOn(std::optional<int> day)
{
    m_look.knownOn = day;
    update();
}

void TimelineStrip::setSelected(std::set<NodeId> events)
{
    m_look.selected = std::move(events);
    update();
}

void TimelineStrip::showAll()
{
    const DaySpan all = m_look.data.extent.value_or(DaySpan{0, 0});
    const double air = std::max(1.0, (all.last + 1 - all.first) * airPart);
    setScale(all.first - air, all.last + 1 + air);
}

/// Within what there is, and not so near that nothing could be read.
void TimelineStrip::setScale(double first, double last)
{
    if (const double missing = leastDays - (last - first); missing > 0) {
        first -= missing / 2;
        last += missing / 2;
    }
    const DaySpan all = m_look.data.extent.value_or(DaySpan{0, 0});
    const double air = std::max(leastDays, (all.last + 1 - all.first) * airPart);
    const double length = last - first;
    first =
        std::clamp(first, all.first - air, std::max(all.first - air, all.last + 1 + air - length));
    last = first + length;
    const QRectF row = rows().events;
    m_look.scale = {first, last, row.left(), row.right()};
    update();
    Q_EMIT scaleChanged();
}

void TimelineStrip::zoom(double factor, double atX)
{
    const TimeScale scale = m_look.scale;
    const DaySpan all = m_look.data.extent.value_or(DaySpan{0, 0});
    const double widest = std::max(leastDays, (all.last + 1 - all.first) * 1.04);
    const double length =
        std::clamp((scale.last - scale.first) / factor, leastDays, std::max(leastDays, widest));
    const double part = std::clamp((atX - scale.left) / (scale.right - scale.left), 0.0, 1.0);
    const double first = scale.dayAt(atX) - part * length;
    if (length >= widest)
        return showAll();
    setScale(first, first + length);
}

bool TimelineStrip::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(), wordsAt(help->pos()), this);
        return true;
    }
    // These move the graph elsewhere; here they move the time.
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Plus || key == Qt::Key_Minus || key == Qt::Key_Escape)
            event->accept();
    }
    return QWidget::event(event);
}

void TimelineStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_style.panel);
    paintTimeline(painter, m_look, rows(), m_style);
    if (hasFocus()) {
        painter.setPen(QPen(m_style.selection, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
    }
}

void TimelineStrip::resizeEvent(QResizeEvent*)
{
    const QRectF row = rows().events;
    m_look.scale.left = row.left();
    m_look.scale.right = row.right();
}

// The mouse ---------------------------------------------------------------------------------------

TimelineStrip::Drag TimelineStrip::dragAt(QPointF at) const
{
    const TimelineRows rows = this->rows();
    if (isWithin(rows.articles, at))
        return Drag::Day;
    if (!isWithin(rows.events, at))
        return Drag::Pan;
    if (!m_look.brush)
        return Drag::NewBrush;
    const double begin = m_look.scale.xOf(m_look.brush->first);
    const double end = m_look.scale.xOf(m_look.brush->last + 1);
    if (std::abs(at.x() - end) <= handle)
        return Drag::BrushEnd;
    if (std::abs(at.x() - begin) <= handle)
        return Drag::BrushBegin;
    return at.x() > begin && at.x() < end ? Drag::MoveBrush : Drag::NewBrush;
}

int TimelineStrip::dayAt(QPointF at) const
{
    return static_cast<int>(std::floor(m_look.scale.dayAt(at.x())));
}

void TimelineStrip::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressed = event->position();
    m_drag = dragAt(m_pressed);
    m_hasMoved = false;
    m_goesOn = false;
    m_scaleThen = m_look.scale;
    m_brushThen = m_look.brush;
}

void TimelineStrip::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF at = event->position();
    if (m_drag == Drag::None) {
        const Drag would = dragAt(at);
        setCursor(would == Drag::BrushBegin || would == Drag::BrushEnd || would == Drag::Day
                      ? Qt::SizeHorCursor
                  : would == Drag::NewBrush ? Qt::CrossCursor
                                            : Qt::OpenHandCursor);
        return;
    }
    m_hasMoved = m_hasMoved || std::abs(at.x() - m_pressed.x()) > tremble;
    if (!m_hasMoved)
        return;
    const int then = static_cast<int>(std::floor(m_scaleThen.dayAt(m_pressed.x())));
    const int now = static_cast<int>(std::floor(m_scaleThen.dayAt(at.x())));
    const DaySpan brush = m_brushThen.value_or(DaySpan{then, then});
    switch (m_drag) {
    case Drag::None:
        break;
    case Drag::Pan: {
        const double days = (m_pressed.x() - at.x()) * m_scaleThen.daysAPixel();
        setScale(m_scaleThen.first + days, m_scaleThen.last + days);
        break;
    }
    case Drag::NewBrush:
        tellBrush(DaySpan{std::min(then, now), std::max(then, now)});
        break;
    case Drag::MoveBrush:
        tellBrush(DaySpan{brush.first + now - then, brush.last + now - then});
        break;
    case Drag::BrushBegin:
        tellBrush(DaySpan{std::min(now, brush.last), brush.last});
        break;
    case Drag::BrushEnd:
        tellBrush(DaySpan{brush.first, std::max(now, brush.first)});
        break;
    case Drag::Day:
        tellDay(now);
        break;
    }
}

void TimelineStrip::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const bool isClick = !m_hasMoved && m_drag != Drag::None;
    m_drag = Drag::None;
    m_goesOn = false;
    if (isClick)
        clickAt(event->position());
}

/// Picks what is there; where nothing is, a click takes the brush away, as elsewhere a selection.
void TimelineStrip::clickAt(QPointF at)
{
    const TimelineRows rows = this->rows();
    for (const TimelineBar& bar : barsOf(m_look, rows.events)) {
        if (bar.rect.adjusted(-1, -1, 1, 1).contains(at))
            return Q_EMIT eventPicked(m_look.data.events[bar.event].id);
    }
    for (const TimelineArticle& article : m_look.data.articles) {
        const double x = m_look.scale.xOf((article.days.first + article.days.last + 1) / 2.0);
        if (isWithin(rows.articles, at) && std::abs(x - at.x()) <= handle)
            return Q_EMIT articlePicked(article.id);
    }
    if (isWithin(rows.events, at) && m_look.brush && dragAt(at) == Drag::NewBrush)
        tellBrush(std::nullopt);
}

/// On the axis all of time is seen again; on a row what was set there goes.
void TimelineStrip::mouseDoubleClickEvent(QMouseEvent* event)
{
    const TimelineRows rows = this->rows();
    if (isWithin(rows.articles, event->position()) && m_look.knownOn)
        tellDay(std::nullopt);
    else if (isWithin(rows.axis, event->position()))
        showAll();
}

void TimelineStrip::wheelEvent(QWheelEvent* event)
{
    const QPoint turned = event->angleDelta();
    if (turned.y() != 0)
        zoom(std::pow(zoomStep, turned.y() / 120.0), event->position().x());
    if (turned.x() != 0) {
        const double days = -turned.x() * m_look.scale.daysAPixel();
        setScale(m_look.scale.first + days, m_look.scale.last + days);
    }
    event->accept();
}

// The keyboard ------------------------------------------------------------------------------------

void TimelineStrip::keyPressEvent(QKeyEvent* event)
{
    m_goesOn = m_goesOn && event->isAutoRepeat();
    if (!stepByKey(*event))
        QWidget::keyPressEvent(event);
}

bool TimelineStrip::stepByKey(const QKeyEvent& event)
{
    // Alt leads back and forward, also where there is nothing to go back to.
    if (event.modifiers() & (Qt::AltModifier | Qt::MetaModifier))
        return false;
    const double middle = rows().events.center().x();
    const bool isLeft = event.key() == Qt::Key_Left;
    switch (event.key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (event.modifiers().testFlag(Qt::ControlModifier))
            stepDay(isLeft ? -1 : 1);
        else
            stepBrush(isLeft ? -1 : 1, event.modifiers().testFlag(Qt::ShiftModifier));
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoom(zoomStep, middle);
        return true;
    case Qt::Key_Minus:
        zoom(1 / zoomStep, middle);
        return true;
    case Qt::Key_0:
        showAll();
        return true;
    case Qt::Key_Escape:
        if (m_look.brush)
            tellBrush(std::nullopt);
        else if (m_look.knownOn)
            tellDay(std::nullopt);
        else
            return false;
        return true;
    default:
        return false;
    }
}

namespace
{

bool fillsUnits(TimeUnit unit, DaySpan days)
{
    return beginOf(unit, dayOf(days.first)) == dayOf(days.first) &&
           beginOf(unit, dayOf(days.last + 1)) == dayOf(days.last + 1);
}

/// The largest unit that it fills, if it fills any.
std::optional<TimeUnit> unitOf(DaySpan days)
{
    for (const TimeUnit unit : {TimeUnit::Century, TimeUnit::Decade, TimeUnit::Year,
                                TimeUnit::Quarter, TimeUnit::Month}) {
        if (fillsUnits(unit, days))
            return unit;
    }
    return std::nullopt;
}

/// By the unit that it fills; else by a tenth of itself.
DaySpan moved(DaySpan days, int steps, bool onlyEnd)
{
    DaySpan there = days;
    if (const std::optional<TimeUnit> unit = unitOf(days)) {
        there = {dayNumber(beginOf(*unit, dayOf(days.first), steps)),
                 dayNumber(beginOf(*unit, dayOf(days.last + 1), steps)) - 1};
    } else {
        const int step = std::max(1, (days.last + 1 - days.first) / 10);
        there = {days.first + steps * step, days.last + steps * step};
    }
    return onlyEnd ? DaySpan{days.first, std::max(days.first, there.last)} : there;
}

} // namespace

/// The first step takes what the axis is marked with, in the middle.
void TimelineStrip::stepBrush(int steps, bool onlyEnd)
{
    if (!m_look.brush) {
        const TimeUnit unit = unitFor(m_look.scale);
        const Day middle = dayOf(static_cast<int>((m_look.scale.first + m_look.scale.last) / 2));
        const Day begin = beginOf(unit, middle);
        return tellBrush(DaySpan{dayNumber(begin), dayNumber(beginOf(unit, begin, 1)) - 1});
    }
    const DaySpan brush = moved(*m_look.brush, steps, onlyEnd);
    const DaySpan all = m_look.data.extent.value_or(brush);
    if (brush.first > all.last || brush.last < all.first)
        return; // There is nothing.
    tellBrush(brush);
    // It stays in sight.
    const double length = m_look.scale.last - m_look.scale.first;
    if (brush.last + 1 > m_look.scale.last)
        setScale(brush.last + 1 - length, brush.last + 1);
    else if (brush.first < m_look.scale.first)
        setScale(brush.first, brush.first + length);
}

/// To the day of the next article, or of the one before; first to that of the latest.
void TimelineStrip::stepDay(int steps)
{
    std::set<int> days;
    for (const TimelineArticle& article : m_look.data.articles)
        days.insert(article.days.last);
    if (days.empty())
        return;
    if (!m_look.knownOn)
        return tellDay(*days.rbegin());
    const auto next =
        steps > 0 ? days.upper_bound(*m_look.knownOn) : days.lower_bound(*m_look.knownOn);
    if (steps > 0 && next != days.end())
        tellDay(*next);
    else if (steps < 0 && next != days.begin())
        tellDay(*std::prev(next));
}

void TimelineStrip::tellBrush(std::optional<DaySpan> days)
{
    if (days == m_look.brush)
        return;
    setBrush(days);
    Q_EMIT brushed(days, std::exchange(m_goesOn, true));
}

void TimelineStrip::tellDay(std::optional<int> day)
{
    if (day == m_look.knownOn)
        return;
    setKnownOn(day);
    Q_EMIT dayWanted(day, std::exchange(m_goesOn, true));
}

QString TimelineStrip::wordsAt(QPointF at) const
{
    const TimelineRows rows = this->rows();
    if (isWithin(rows.articles, at)) {
        QStringList names;
        for (const TimelineArticle& article : m_look.data.articles) {
            const double x = m_look.scale.xOf((article.days.first + article.days.last + 1) / 2.0);
            if (std::abs(x - at.x()) <= handle && names.size() < 6)
                names << article.name;
        }
        return names.isEmpty() ? tr("Drag here to see what was known on a day")
                               : names.join(QLatin1Char('\n'));
    }
    if (!isWithin(rows.events, at))
        return tr("Drag to move along, turn the wheel to see more or less of it");
    const std::vector<TimelineBar> bars = barsOf(m_look, rows.events);
    for (const TimelineBar& bar : bars) {
        if (bar.rect.adjusted(-1, -1, 1, 1).contains(at))
            return m_look.data.events[bar.event].name;
    }
    if (!bars.empty())
        return tr("Drag here to see only some time");
    const TimelineCounts counts = countsOf(m_look, rows.events);
    const auto bin =
        static_cast<std::size_t>(std::max(0.0, (at.x() - rows.events.left()) / binWidth));
    const double count = bin < counts.bins.size() ? counts.bins[bin].all : 0;
    const DaySpan days{dayAt(at), dayAt({at.x() + binWidth, at.y()})};
    if (count > 0 && std::lround(count) == 0) // A part of one that may have been on any of many.
        return tr("Perhaps a meeting: %1").arg(wordsOf(days));
    return tr("%Ln meeting(s): %1", nullptr, static_cast<int>(std::lround(count)))
        .arg(wordsOf(days));
}

} // namespace entente
