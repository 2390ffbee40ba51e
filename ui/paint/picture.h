// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/id.h"
#include "graph/layout/layout.h"
#include "graph/model/modality.h"
#include "graph/ontology/ontology.h"
#include "ui/paint/timeaxis.h"

#include <QColor>
#include <QPainterPath>
#include <QPointF>
#include <QPolygonF>
#include <QRectF>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <variant>
#include <vector>

namespace entente
{

class KnowledgeGraph;
struct Findings;
struct Shown;
struct Style;

/// What a place in a picture stands for; monostate: the background.
using Target = std::variant<std::monostate, NodeId, EdgeId>;

/// Where the shown nodes stand (centres) and how their edges run. A route whose ends no longer
/// touch its nodes (one was dragged) is replaced by a straight line.
struct Arrangement
{
    std::unordered_map<NodeId, Point> nodes;
    std::unordered_map<EdgeId, Route> routes;
    std::unordered_set<NodeId> pinned; ///< Those that no layout moves.
    int periodsAYear = 0;              ///< Of the axis, where it is laid out by time; else 0.

    bool operator==(const Arrangement&) const = default;
};

/// A node, ready to be drawn: no look-ups are left to do.
struct NodeItem
{
    NodeId id;
    bool isEvent = false;
    Shape shape = Shape::Circle;
    QRectF outline; ///< Of the shape alone, in scene coordinates.
    QRectF bounds;  ///< With its labels.
    QColor line, fill;
    QString inside;   ///< Initials, an ISO code; empty for none.
    QStringList name; ///< The name in one or two lines, below the shape or within a card.
    QString detail;   ///< "Foreign Minister, North Korea"; "Visit · 15–17 Jan 2024 · happened".
    std::vector<QRectF> nameRects; ///< Of each line, as wide as its words.
    QStringList
        narrowName; ///< Of a name in one line: in two, for overviews; empty when it cannot be.
    double narrowWidth = 0;
    QRectF detailRect;
    bool nameFits = true; ///< False where it would lie on another node or its words.
    bool detailFits = true;
    QString wholeName; ///< For tooltips and outputs, never elided.
    QString type;      ///< As in files: "Person", "Visit".
    QString kind;      ///< For the legend: the type of an entity, the family of an event.
    std::optional<Modality> modality; ///< Of an event.
    bool contested = false;
    int weight = 0;        ///< Labels of heavy nodes appear first as one zooms in.
    int hidden = 0;        ///< Neighbours that are not shown.
    double badgeWidth = 0; ///< Of the badge that says how many.
    bool pinned = false;
    bool faded = false;   ///< Steps back behind the others.
    int group = -1;       ///< Of those that belong together, whose colour it has; -1: none.
    bool isAlone = false; ///< In no group, while others are.
};

/// Groups up to here have a colour each; the rest share one.
inline constexpr int otherGroups = 6;

/// An edge, ready to be drawn.
struct EdgeItem
{
    EdgeId id;
    NodeId source, target;
    QPainterPath path; ///< From outline to outline.
    QString label;
    QRectF labelRect; ///< Where it goes when there is room; null when there is none.
    QPolygonF line;   ///< The path in straight pieces, no further than half a pixel from it.
    QPointF tip;      ///< Of the arrow: where the path ends or goes under its target's label.
    QPointF tail;     ///< Where the arrow comes from, a short way back on the path.
    QPointF middle;   ///< Half way along.
    std::optional<Modality> modality;
    bool contested = false;
    bool judged = false;  ///< By an analyst alone: no article has words for it.
    bool directed = true; ///< Has an arrow at its target.
    int sources = 0;      ///< Independent ones behind it; 0: not known.
    double width = 1.25;  ///< Scene pixels; by the sources.
    QString wholeName;    ///< "Choe Son-hui — Visitor — Visit: …", for tooltips and outputs.
    QString detail;       ///< "2 independent sources · B1"; empty: not known.
};

/// What is drawn, as an immutable display list with a spatial index; cheap to copy. Screen, PNG,
/// PDF, paper and SVG all come from the same one.
class Picture
{
public:
    Picture();
    Picture(std::vector<NodeItem> nodes, std::vector<EdgeItem> edges, TimeAxis axis = {});

    bool isEmpty() const { return nodes().empty(); }
    const std::vector<NodeItem>& nodes() const;
    const std::vector<EdgeItem>& edges() const;
    /// Empty unless it is laid out by time.
    const TimeAxis& timeAxis() const;
    /// Of everything, labels and line widths too.
    QRectF bounds() const;

    // A null pointer: not in this picture.
    const NodeItem* node(NodeId id) const;
    const EdgeItem* edge(EdgeId id) const;
    QRectF boundsOf(const Target& target) const;

    /// Indices of the items that touch the rectangle, in drawing order.
    std::vector<int> nodesIn(const QRectF& area) const;
    std::vector<int> edgesIn(const QRectF& area) const;

    /// What lies under a point: nodes before edges. Edges are hit within a distance that stays the
    /// same on screen.
    /// @param scale screen pixels for each scene pixel.
    Target at(QPointF point, double scale) const;

    /// The node whose badge for hidden neighbours lies there; nil for none.
    NodeId badgeAt(QPointF point, double scale) const;

private:
    Target nodeAt(QPointF point, double scale) const;
    Target edgeAt(QPointF point, double scale) const;

    struct Data;
    std::shared_ptr<const Data> m_data;
};

/// Draws nothing yet: decides what goes where, in words, colours and paths.
Picture makePicture(const KnowledgeGraph& graph, const Shown& shown, const Arrangement& arrangement,
                    const Ontology& ontology, const Style& style, const Findings& findings);
/// The same while nothing more is known than what the graph says.
Picture makePicture(const KnowledgeGraph& graph, const Shown& shown, const Arrangement& arrangement,
                    const Ontology& ontology, const Style& style);

/// What Graphviz is asked for: the sizes that the shown nodes and edge labels will take in the
/// picture, in the order of shown.nodes and shown.edges.
LayoutRequest makeLayoutRequest(const KnowledgeGraph& graph, const Shown& shown,
                                const Ontology& ontology, const Style& style,
                                const Findings& findings);
LayoutRequest makeLayoutRequest(const KnowledgeGraph& graph, const Shown& shown,
                                const Ontology& ontology, const Style& style);

/// The layout by ids instead of indices.
Arrangement arrangementOf(const Shown& shown, const Layout& layout);

} // namespace entente
