// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/paint/picture.h"

#include <QPointF>
#include <QSizeF>

#include <vector>

class QPainter;

namespace entente
{

struct Measures;
class Wording;

/// What the shapes, colours and lines of a picture mean: only those that are in it. A value, with
/// everything placed from its own top left, to be drawn on a canvas and in files.
class Legend
{
public:
    struct Words
    {
        QString text;
        QPointF baseline;
        bool isHeading = false;
    };

    Legend() = default;
    /// @param width that it may take; it takes as many rows as it needs then.
    Legend(const Picture& picture, const Style& style, double width);

    bool isEmpty() const { return m_words.empty(); }
    QSizeF size() const { return m_size; }
    const std::vector<Words>& words() const { return m_words; }
    const std::vector<NodeItem>& samples() const { return m_samples; }
    const std::vector<EdgeItem>& lines() const { return m_lines; }
    const std::vector<QRectF>& badges() const { return m_badges; }
    const std::vector<QRectF>& pins() const { return m_pins; }
    /// What stands in the badge that is explained.
    static QString badgeSample();

    /// On a card of the panel's colour; the painter is in scene coordinates.
    void paint(QPainter& painter, const Style& style, QPointF topLeft) const;

private:
    struct Flow;
    void addMarks(const Picture& picture, const Wording& wording, Measures& measures, Flow& flow);
    void addWidths(const Picture& picture, const Wording& wording, Flow& flow);

    std::vector<Words> m_words;
    std::vector<NodeItem> m_samples;
    std::vector<EdgeItem> m_lines;
    std::vector<QRectF> m_badges, m_pins;
    QSizeF m_size;
};

} // namespace entente
