// SPDX-License-Identifier: Apache-2.0
#include "ui/paint/numbers.h"

#include "ui/paint/edgeitem.h"
#include "ui/paint/fixednames.h"
#include "ui/paint/lod.h"
#include "ui/paint/marks.h"
#include "ui/paint/measure.h"
#include "ui/paint/nodeitem.h"
#include "ui/paint/occupied.h"
#include "ui/paint/style.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <array>
#include <optional>

namespace entente
{

namespace
{

constexpr double pad = 2;                     // At each side.
constexpr double gap = 2;                     // From a card.
constexpr std::array smaller{1.0, 0.85, 0.7}; // 6 points on paper, 4.2 at worst.

// Of an edge's way: from the middle outwards, as its label is placed.
constexpr std::array places{0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82};

/// All that a number must not hide.
Occupied drawnRoom(const Picture& picture, double detail)
{
    Occupied room(64);
    const auto take = [&room](const QRectF& rect) {
        if (!rect.isNull())
            room.take(rect);
    };
    for (const NodeItem& node : picture.nodes()) {
        take(node.outline.adjusted(-1, -1, 1, 1));
        if (detail >= namesFrom)
            take(wordsBelow(node));
        for (const QRectF& mark :
             {badgeOf(node, detail), contestedMarkOf(node, detail), pinMarkOf(node, detail)})
            take(mark);
    }
    if (detail < namesFrom) {
        for (const auto& [node, place] : fixedNames(picture, detail))
            take(fixedNameRect(*node, detail, place));
    }
    for (const EdgeItem& edge : picture.edges()) {
        if (detail >= rolesFrom)
            take(edge.labelRect);
        if (edge.contested)
            take(contestedMarkOf(edge, detail));
        if (edge.judged)
            take(judgementMarkOf(edge, detail).boundingRect());
        if (edge.directed && edge.tip != edge.tail)
            take(arrowHead(edge).boundingRect());
    }
    return room;
}

/// Beside a card: first where one begins to read it.
std::vector<QRectF> placesAt(const QRectF& card, QSizeF size)
{
    const double left = card.left();
    const double right = card.right() - size.width();
    const double middle = card.center().x() - size.width() / 2;
    const double above = card.top() - gap - size.height();
    const double below = card.bottom() + gap;
    const double beside = card.center().y() - size.height() / 2;
    std::vector<QRectF> rects;
    for (const QPointF& at :
         {QPointF(left, above), QPointF(left, below), QPointF(right, above), QPointF(right, below),
          QPointF(middle, above), QPointF(middle, below),
          QPointF(card.left() - gap - size.width(), beside), QPointF(card.right() + gap, beside)})
        rects.emplace_back(at, size);
    return rects;
}

/// Beside its label, where it has one, else on the line.
std::vector<QRectF> placesOn(const EdgeItem& edge, QSizeF size, double detail)
{
    std::vector<QRectF> rects;
    if (!edge.labelRect.isNull() && detail >= rolesFrom) {
        const QRectF& label = edge.labelRect;
        const double y = label.center().y() - size.height() / 2;
        const double x = label.center().x() - size.width() / 2;
        rects.emplace_back(QPointF(label.right() + 0.5, y), size);
        rects.emplace_back(QPointF(label.left() - 0.5 - size.width(), y), size);
        rects.emplace_back(QPointF(x, label.top() - 0.5 - size.height()), size);
        rects.emplace_back(QPointF(x, label.bottom() + 0.5), size);
    }
    const double length = lengthOf(edge.line);
    for (const double part : places) {
        QRectF rect(QPointF(), size);
        rect.moveCenter(pointAt(edge.line, length * part));
        rects.push_back(rect);
    }
    return rects;
}

class Placer
{
public:
    Placer(const Picture& picture, const Style& style, const NumberSizes& sizes)
        : m_picture(picture)
        , m_metrics(numberFont(style))
        , m_sizes(sizes)
        , m_room(drawnRoom(picture, sizes.detail))
    {
    }

    /// @param placesFor the places there are for a tag of a size, the best first.
    void add(int number, const Target& of, auto placesFor)
    {
        NumberTag tag{number, of, {}, QStringLiteral("[%1]").arg(number)};
        for (const double part : smaller) {
            const double height = m_sizes.height * part;
            const double grown = height / numberHeight;
            const QSizeF size((m_metrics.horizontalAdvance(tag.words) + 2 * pad) * grown, height);
            if (const auto rect = freeOf(placesFor(size))) {
                tag.rect = *rect;
                m_room.take(*rect);
                m_tags.push_back(std::move(tag));
                return;
            }
        }
    }

    std::vector<NumberTag> take() { return std::move(m_tags); }

private:
    /// The first that hides nothing, and of these one that few lines run below.
    std::optional<QRectF> freeOf(const std::vector<QRectF>& rects) const
    {
        std::optional<QRectF> best;
        std::size_t fewest = 0;
        for (const QRectF& rect : rects) {
            if (m_room.meets(rect))
                continue;
            const std::size_t lines = m_picture.edgesIn(rect).size();
            if (!best || lines < fewest) {
                best = rect;
                fewest = lines;
            }
        }
        return best;
    }

    const Picture& m_picture;
    QFontMetricsF m_metrics;
    NumberSizes m_sizes;
    Occupied m_room;
    std::vector<NumberTag> m_tags;
};

} // namespace

std::vector<NumberTag> placeNumbers(const Picture& picture, const Style& style,
                                    const std::map<NodeId, int>& events,
                                    const std::map<EdgeId, int>& edges, const NumberSizes& sizes)
{
    Placer placer(picture, style, sizes);
    for (const NodeItem& node : picture.nodes()) {
        if (const auto found = events.find(node.id); found != events.end())
            placer.add(found->second, node.id,
                       [&](QSizeF size) { return placesAt(node.outline, size); });
    }
    for (const EdgeItem& edge : picture.edges()) {
        if (const auto found = edges.find(edge.id); found != edges.end())
            placer.add(found->second, edge.id,
                       [&](QSizeF size) { return placesOn(edge, size, sizes.detail); });
    }
    return placer.take();
}

QFont numberFont(const Style& style)
{
    QFont font = ownCopy(style.nodeDetail);
    font.setPixelSize(10);
    font.setWeight(QFont::Bold);
    return font;
}

double growthOf(const NumberTag& tag) { return tag.rect.height() / numberHeight; }

void drawNumbers(QPainter& painter, const Style& style, const std::vector<NumberTag>& tags)
{
    const QFont font = numberFont(style);
    const double base = baselineIn(font, numberHeight);
    for (const NumberTag& tag : tags) {
        painter.save();
        painter.translate(tag.rect.topLeft());
        painter.scale(growthOf(tag), growthOf(tag));
        painter.setPen(Qt::NoPen);
        painter.setBrush(style.veil);
        painter.drawRoundedRect(QRectF(QPointF(), tag.rect.size() / growthOf(tag)), 3, 3);
        painter.setFont(font);
        painter.setPen(style.secondaryText);
        painter.drawText(QPointF(pad, base), tag.words);
        painter.restore();
    }
}

} // namespace entente
