// SPDX-License-Identifier: Apache-2.0
#include "ui/paint/legend.h"

#include "ui/paint/drawing.h"
#include "ui/paint/measure.h"
#include "ui/paint/style.h"
#include "ui/text/qtext.h"

#include <QPainter>

#include <algorithm>
#include <set>

namespace entente
{

namespace
{

constexpr double pad = 16;
constexpr double row = 22;
constexpr double headingRow = 26;
constexpr double sampleWidth = 26;
constexpr double lineWidth = 40;
constexpr double toWords = 10;
constexpr double betweenColumns = 24;

/// One node of each kind, without words: actors first, events last, each by its name.
std::vector<NodeItem> kindsIn(const Picture& picture)
{
    std::set<QString> seen;
    std::vector<NodeItem> kinds;
    for (const NodeItem& node : picture.nodes()) {
        // The colour of what did not happen is not that of its kind.
        if (node.isEvent && node.modality == Modality::DidNotHappen)
            continue;
        if (!seen.insert(node.kind).second)
            continue;
        NodeItem sample;
        sample.isEvent = node.isEvent;
        sample.shape = node.shape;
        sample.line = node.line;
        sample.fill = node.fill;
        sample.kind = node.kind;
        sample.modality = Modality::Happened;
        kinds.push_back(sample);
    }
    std::ranges::stable_sort(kinds, {}, [](const NodeItem& kind) {
        return std::tuple(kind.isEvent, kind.shape, kind.kind);
    });
    return kinds;
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

/// Rows one under the other, below a heading.
struct Legend::Column
{
    Column(Legend& itsLegend, Measures& itsMeasures, const Style& style, double itsLeft)
        : legend(itsLegend)
        , measures(itsMeasures)
        , base(baselineIn(style.tagName, row))
        , left(itsLeft)
    {
    }

    void heading(const QString& text)
    {
        legend.m_words.push_back({text, {left, top + base - 1}, true});
        right = std::max(right, left + measures.name.width(text));
        top += headingRow;
    }

    void words(const QString& text, double indent)
    {
        legend.m_words.push_back({text, {left + indent, top + base}, false});
        right = std::max(right, left + indent + measures.tag.width(text));
        top += row;
    }

    Legend& legend;
    Measures& measures;
    double base;
    double left;
    double top = pad - 4;
    double right = 0;
};

Legend::Legend(const Picture& picture, const Style& style)
{
    if (picture.isEmpty())
        return;
    Measures measures(style);
    Column kinds(*this, measures, style, pad);
    kinds.heading(QStringLiteral("Kinds"));
    for (NodeItem sample : kindsIn(picture)) {
        const QSizeF size = sampleSize(sample.shape);
        sample.outline = QRectF(kinds.left + (sampleWidth - size.width()) / 2,
                                kinds.top + (row - size.height()) / 2, size.width(), size.height());
        sample.bounds = sample.outline;
        m_samples.push_back(sample);
        kinds.words(sample.kind, sampleWidth + toWords);
    }

    Column lines(*this, measures, style, kinds.right + betweenColumns);
    lines.heading(QStringLiteral("How sure"));
    for (const std::optional<Modality> modality : linesIn(picture)) {
        m_lines.push_back(lineSample(modality, {lines.left, lines.top + row / 2}));
        lines.words(toQString(wordsOf(modality)), lineWidth + toWords);
    }
    if (isContested(picture)) {
        m_lines.push_back(lineSample(Modality::Happened, {lines.left, lines.top + row / 2}));
        m_lines.back().contested = true;
        lines.words(QStringLiteral("contested"), lineWidth + toWords);
    }
    m_size = QSizeF(lines.right + pad, std::max(kinds.top, lines.top) + pad - 8);
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
    for (const EdgeItem& line : m_lines)
        drawLine(pencil, line);
    for (const Words& words : m_words) {
        painter.setFont(words.isHeading ? pencil.name : pencil.tag);
        painter.setPen(words.isHeading ? style.secondaryText : style.text);
        painter.drawText(words.baseline, words.text);
    }
    painter.restore();
}

} // namespace entente
