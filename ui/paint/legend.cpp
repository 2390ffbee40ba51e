// SPDX-License-Identifier: Apache-2.0
#include "ui/paint/legend.h"

#include "ui/paint/drawing.h"
#include "ui/paint/marks.h"
#include "ui/paint/measure.h"
#include "ui/paint/style.h"
#include "ui/paint/words.h"
#include "ui/text/qtext.h"

#include <fmt/format.h>

#include <QPainter>

#include <algorithm>
#include <map>
#include <set>

namespace entente
{

namespace
{

constexpr double padX = 14;
constexpr double padY = 8;
constexpr double row = 22;
constexpr double sampleWidth = 26;
constexpr double lineWidth = 32;
constexpr double toWords = 6;
constexpr double betweenEntries = 16;

/// One node of each kind, without words: actors first, events last, each by its name.
std::vector<NodeItem> kindsIn(const Picture& picture, const Style& style)
{
    std::set<QString> seen;
    std::vector<NodeItem> kinds;
    for (const NodeItem& node : picture.nodes()) {
        // The colour of what did not happen is not that of its kind, nor is that of what is faded.
        if ((node.isEvent && node.modality == Modality::DidNotHappen) || node.faded)
            continue;
        if (!seen.insert(node.kind).second)
            continue;
        NodeItem sample;
        sample.isEvent = node.isEvent;
        sample.shape = node.shape;
        // Where its colour says what group it is of, its shape alone says its kind.
        const bool isOfGroup = node.group >= 0 || node.isAlone;
        sample.line = isOfGroup ? style.secondaryText : node.line;
        sample.fill = isOfGroup ? style.panel : node.fill;
        sample.kind = node.kind;
        sample.modality = Modality::Happened;
        kinds.push_back(sample);
    }
    std::ranges::stable_sort(kinds, {}, [](const NodeItem& kind) {
        return std::tuple(kind.isEvent, kind.shape, kind.kind);
    });
    // Those that look alike are one entry.
    std::vector<NodeItem> told;
    for (const NodeItem& kind : kinds) {
        if (!told.empty() && told.back().shape == kind.shape && told.back().line == kind.line &&
            told.back().fill == kind.fill && told.back().isEvent == kind.isEvent)
            told.back().kind += QStringLiteral(", ") + kind.kind;
        else
            told.push_back(kind);
    }
    return told;
}

QSizeF sampleSize(Shape shape)
{
    switch (shape) {
    case Shape::Circle:
    case Shape::DoubleCircle:
        return {16, 16};
    case Shape::Hexagon:
        return {18, 16};
    case Shape::RoundedSquare:
        return {22, 15};
    case Shape::Pill:
        return {24, 14};
    case Shape::Tag:
        return {22, 13};
    case Shape::Card:
        return {26, 16};
    }
    return {};
}

/// The line styles there are, in the order from sure to unsure; unstated last.
std::vector<std::optional<Modality>> linesIn(const Picture& picture)
{
    std::set<std::optional<Modality>> seen;
    for (const EdgeItem& edge : picture.edges())
        seen.insert(edge.modality);
    for (const NodeItem& node : picture.nodes()) {
        if (node.isEvent)
            seen.insert(node.modality);
    }
    std::vector<std::optional<Modality>> lines;
    for (const Modality modality : allModalities) {
        if (seen.contains(modality))
            lines.emplace_back(modality);
    }
    if (seen.contains(std::nullopt))
        lines.emplace_back(std::nullopt);
    return lines;
}

struct ToldLine
{
    std::optional<Modality> modality;
    QString words;
};

/// Announced and planned look the same, and so do others: these are one entry.
std::vector<ToldLine> toldLines(const std::vector<std::optional<Modality>>& modalities,
                                const Style& style)
{
    std::vector<ToldLine> told;
    for (const std::optional<Modality> modality : modalities) {
        const QString words = toQString(style.wording(wordsOf(modality)));
        const auto same = std::ranges::find_if(told, [&](const ToldLine& line) {
            return style.penFor(line.modality, 1) == style.penFor(modality, 1);
        });
        if (same == told.end())
            told.push_back({modality, words});
        else
            same->words += QStringLiteral(", ") + words;
    }
    return told;
}

/// One node of each group that has a colour of its own, in the order of the groups; with how many
/// of it are in the picture.
std::vector<NodeItem> groupsIn(const Picture& picture, const Wording& wording)
{
    std::map<int, NodeItem> samples;
    std::map<int, int> counts;
    for (const NodeItem& node : picture.nodes()) {
        if (node.group < 0)
            continue;
        const int colour = std::min(node.group, otherGroups);
        ++counts[colour];
        NodeItem& sample = samples[colour];
        sample.shape = Shape::Circle;
        sample.line = node.line;
        sample.fill = node.fill;
    }
    std::vector<NodeItem> groups;
    for (auto& [group, sample] : samples) {
        const std::string count = wording.number(counts[group]);
        sample.kind = toQString(group == otherGroups ? wording.with("smaller ({})", {count})
                                                     : fmt::format("{}. ({})", group + 1, count));
        groups.push_back(sample);
    }
    return groups;
}

bool isContested(const Picture& picture)
{
    return std::ranges::any_of(picture.nodes(), &NodeItem::contested) ||
           std::ranges::any_of(picture.edges(), &EdgeItem::contested);
}

EdgeItem lineSample(std::optional<Modality> modality, QPointF from)
{
    EdgeItem line;
    line.modality = modality;
    line.directed = false;
    line.width = 1.6;
    line.line = {from, from + QPointF(lineWidth, 0)};
    line.middle = from + QPointF(lineWidth / 2, 0);
    line.path.moveTo(line.line.front());
    line.path.lineTo(line.line.back());
    return line;
}

} // namespace

/// Entries side by side, in as many rows as they need, to the right of the headings.
struct Legend::Flow
{
    Flow(Legend& itsLegend, Measures& itsMeasures, const Style& style, double itsLeft,
         double itsWidth)
        : legend(itsLegend)
        , measures(itsMeasures)
        , base(baselineIn(style.tagName, row))
        , left(itsLeft)
        , end(itsWidth - padX)
    {
    }

    void heading(const QString& text)
    {
        if (!legend.m_words.empty())
            top += row;
        at = left;
        legend.m_words.push_back({text, {padX, top + base}, true});
    }

    /// @returns where its sample goes.
    QRectF entry(const QString& text, double width)
    {
        const double length = width + toWords + measures.tag.width(text);
        if (at > left && at + length > end) {
            at = left;
            top += row;
        }
        const QRectF sample(at, top, width, row);
        legend.m_words.push_back({text, {at + width + toWords, top + base}, false});
        at += length;
        right = std::max(right, at);
        at += betweenEntries;
        return sample;
    }

    Legend& legend;
    Measures& measures;
    double base;
    double left;
    double end;
    double top = padY;
    double at = left;
    double right = 0;
};

QString Legend::badgeSample() { return badgeWords(3); }

/// How wide lines of one source are, and of the most that any has.
void Legend::addWidths(const Picture& picture, const Wording& wording, Flow& flow)
{
    int most = 0;
    for (const EdgeItem& edge : picture.edges())
        most = std::max(most, edge.sources);
    if (most < 2)
        return;
    for (const int count : {1, most}) {
        const QString words =
            toQString(count == 1 ? wording("1 independent source") : wording.number(count));
        const QRectF sample = flow.entry(words, lineWidth);
        m_lines.push_back(lineSample(Modality::Happened, {sample.left(), sample.center().y()}));
        m_lines.back().width = widthFor(count);
    }
}

void Legend::addMarks(const Picture& picture, const Wording& wording, Measures& measures,
                      Flow& flow)
{
    const bool anyHidden =
        std::ranges::any_of(picture.nodes(), [](const NodeItem& node) { return node.hidden > 0; });
    const bool anyPinned = std::ranges::any_of(picture.nodes(), &NodeItem::pinned);
    if (!anyHidden && !anyPinned)
        return;
    flow.heading(toQString(wording("Marks")));
    if (anyHidden) {
        QRectF badge(QPointF(), badgeSize(measures.detail.width(badgeSample())));
        badge.moveCenter(
            flow.entry(toQString(wording("neighbours not shown")), sampleWidth).center());
        m_badges.push_back(badge);
    }
    if (anyPinned) {
        QRectF pin(0, 0, 12, 12);
        pin.moveCenter(flow.entry(toQString(wording("pinned: no layout moves it")), 12).center());
        m_pins.push_back(pin);
    }
}

Legend::Legend(const Picture& picture, const Style& style, double width)
{
    if (picture.isEmpty())
        return;
    const auto say = [&](std::string_view english) { return toQString(style.wording(english)); };
    const QString kinds = say("Kinds");
    const QString howSure = say("How sure");
    Measures measures(style);
    double headings = 0; // In one column, whichever of them there are.
    for (const QString& heading : style.wording.isEnglish()
                                      ? QStringList{kinds, howSure}
                                      : QStringList{kinds, howSure, say("Together"), say("Marks")})
        headings = std::max(headings, measures.name.width(heading));
    Flow flow(*this, measures, style, padX + headings + betweenEntries, width);
    flow.heading(kinds);
    for (NodeItem sample : kindsIn(picture, style)) {
        sample.outline = QRectF({}, sampleSize(sample.shape));
        sample.outline.moveCenter(flow.entry(sample.kind, sampleWidth).center());
        sample.bounds = sample.outline;
        m_samples.push_back(sample);
    }
    if (const std::vector<NodeItem> groups = groupsIn(picture, style.wording); !groups.empty()) {
        flow.heading(say("Together"));
        for (NodeItem sample : groups) {
            sample.outline = QRectF({}, sampleSize(sample.shape));
            sample.outline.moveCenter(
                flow.entry(sample.kind, sampleSize(Shape::Circle).width()).center());
            sample.bounds = sample.outline;
            m_samples.push_back(sample);
        }
    }
    const std::vector<std::optional<Modality>> lines = linesIn(picture);
    if (!lines.empty())
        flow.heading(howSure);
    const auto addLine = [&](std::optional<Modality> modality, const QString& words) {
        const QRectF sample = flow.entry(words, lineWidth);
        m_lines.push_back(lineSample(modality, {sample.left(), sample.center().y()}));
    };
    for (const auto& [modality, words] : toldLines(lines, style))
        addLine(modality, words);
    if (isContested(picture)) {
        addLine(Modality::Happened, say("contested"));
        m_lines.back().contested = true;
    }
    if (std::ranges::any_of(picture.edges(), &EdgeItem::judged)) {
        addLine(Modality::Happened, say("analyst's judgement, no source"));
        m_lines.back().judged = true;
    }
    addWidths(picture, style.wording, flow);
    addMarks(picture, style.wording, measures, flow);
    m_size = QSizeF(flow.right + padX, flow.top + row + padY);
}

void Legend::paint(QPainter& painter, const Style& style, QPointF topLeft) const
{
    if (isEmpty())
        return;
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.translate(topLeft);
    painter.setPen(QPen(style.hairline, 1));
    painter.setBrush(style.panel);
    painter.drawRoundedRect(QRectF(QPointF(), m_size).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    Pencil pencil(painter, style, 1);
    for (const NodeItem& sample : m_samples)
        drawShape(pencil, sample);
    for (const EdgeItem& line : m_lines) {
        drawLine(pencil, line);
        drawContestedMark(pencil, line);
        drawJudgementMark(pencil, line);
    }
    for (const QRectF& pin : m_pins)
        drawPinMark(pencil, pin);
    for (const QRectF& badge : m_badges)
        drawBadge(pencil, badge, badgeSample());
    for (const Words& words : m_words) {
        painter.setFont(words.isHeading ? pencil.name : pencil.tag);
        painter.setPen(words.isHeading ? style.secondaryText : style.text);
        painter.drawText(words.baseline, words.text);
    }
    painter.restore();
}

} // namespace entente
