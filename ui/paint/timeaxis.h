// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLineF>
#include <QRectF>
#include <QString>

#include <vector>

namespace entente
{

class KnowledgeGraph;
class Wording;
struct NodeItem;
struct Pencil;
struct Style;

/// The time that a picture laid out by time runs through, from left to right, in scene coordinates.
struct TimeAxis
{
    struct Tick
    {
        QString words; ///< "October 2023"
        double from = 0;
        double to = 0;
    };

    std::vector<Tick> periods;
    double top = 0; ///< Of its lines; the words stand above.
    double bottom = 0;
    QRectF undated; ///< The band of events without a date; null for none.

    bool isEmpty() const { return periods.empty(); }
    /// With its words, which do not shrink with the picture below a scale of 0.75.
    QRectF bounds(double scale = 1) const;
};

/// Read off where the events stand, so that it never says what is not so: empty unless all events
/// of each period stand right of those of the period before.
TimeAxis timeAxisOf(const std::vector<NodeItem>& nodes, const KnowledgeGraph& graph,
                    int periodsAYear, const Wording& wording);

/// A line between two periods, or above the undated.
std::vector<QLineF> linesOf(const TimeAxis& axis);

/// Words and where their baselines begin.
struct AxisWords
{
    QString text;
    QPointF baseline;
};

/// @param scale below 0.75 they do not shrink with the picture; those that would meet the one
/// before are left out.
std::vector<AxisWords> wordsOf(const TimeAxis& axis, const Style& style, double scale = 1);

void drawAxis(Pencil& pencil, const TimeAxis& axis);

} // namespace entente
