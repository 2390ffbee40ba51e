// SPDX-License-Identifier: Apache-2.0
#include "graph/layout/arrange.h"

#include "graph/layout/boxes.h"
#include "graph/layout/cloud.h"
#include "graph/layout/graphviz.h"
#include "graph/layout/rings.h"
#include "graph/layout/routes.h"
#include "graph/layout/tangle.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace entente
{

namespace
{

constexpr double pixelsPerInch = 72; ///< In attributes of Graphviz that are in inches.
constexpr double nodeGap = 24;       ///< At least, between nodes.
constexpr double edgeGap = 40;       ///< Between the ends of an edge, where it can be had.
/// Edges at hubs get longer, for there is much to stand round a hub: fewer edges then run beneath
/// nodes, but the whole grows, and far beyond this it is too large to read.
constexpr double crowding = 0.15;
/// The engines depend on where they begin: over some beginnings, 72 to 121 crossings on the graph
/// of one article (67 nodes, 123 edges), at 5 ms a beginning.
constexpr int beginnings = 12;
constexpr int beginningsUpToEdges = 300;
/// A draft of more edges is drawn by fdp in so few rounds. On a graph of meetings of 2,000 nodes
/// and 3,600 edges that takes 0.1 s, all of its 600 rounds 1.8 s, neato 12 s; the picture is no
/// more tangled than fdp's best, and four times as tangled as that of sfdp or neato. 5 rounds save
/// nothing, 100 better nothing.
constexpr const char* draftRounds = "20";
/// The same for the layers of dot, whose rounds are told by factors: 2.0 s instead of 11.
constexpr const char* draftFactor = "0.05";
constexpr double componentGap = 48;
constexpr double margin = 24; ///< Around all.

std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// Nodes that hang together, and how they are laid out among themselves.
struct Component
{
    std::vector<int> nodes; ///< Of the request.
    std::vector<int> edges;
    bool pinned = false;       ///< Some of the nodes are.
    std::vector<Box> boxes;    ///< One for each node.
    std::vector<Route> routes; ///< One for each edge, or none at all.
};

/// Edges between pinned nodes join nothing: of what stays, only the neighbours of new nodes matter
/// to these, and the place of a new node costs the square of the nodes that are looked at.
bool joins(const LayoutRequest& request, const LayoutEdge& edge)
{
    return !request.nodes[at(edge.tail)].pinned || !request.nodes[at(edge.head)].pinned;
}

std::vector<Component> componentsOf(const LayoutRequest& request)
{
    std::vector<int> parents(request.nodes.size());
    std::iota(parents.begin(), parents.end(), 0);
    const auto rootOf = [&parents](int node) {
        while (parents[at(node)] != node)
            node = parents[at(node)] = parents[at(parents[at(node)])];
        return node;
    };
    for (const LayoutEdge& edge : request.edges) {
        if (!joins(request, edge))
            continue;
        const auto [lower, higher] = std::minmax({rootOf(edge.tail), rootOf(edge.head)});
        parents[at(higher)] = lower;
    }
    std::vector<Component> components;
    std::vector<int> indices(request.nodes.size(), -1);
    for (int node = 0; node < std::ssize(request.nodes); ++node) {
        int& index = indices[at(rootOf(node))];
        if (index < 0) {
            index = static_cast<int>(components.size());
            components.emplace_back();
        }
        Component& component = components[at(index)];
        component.nodes.push_back(node);
        component.boxes.push_back({{}, request.nodes[at(node)].size});
        component.pinned = component.pinned || request.nodes[at(node)].pinned.has_value();
    }
    for (int edge = 0; edge < std::ssize(request.edges); ++edge) {
        if (joins(request, request.edges[at(edge)]))
            components[at(indices[at(rootOf(request.edges[at(edge)].tail))])].edges.push_back(edge);
    }
    return components;
}

/// One layout, step by step: the components apart, then all together.
class LayoutRun
{
public:
    LayoutRun(const LayoutRequest& request, Effort effort)
        : m_request(request)
        , m_isDraft(effort == Effort::Draft)
        , m_components(componentsOf(request))
        , m_degrees(request.nodes.size())
        , m_indices(request.nodes.size())
    {
        for (const LayoutEdge& edge : request.edges) {
            ++m_degrees[at(edge.tail)];
            ++m_degrees[at(edge.head)];
        }
    }

    Expected<Layout, std::string> layout();

private:
    using Trouble = std::optional<std::string>;

    /// The engine draws circles, always the same ones, which are not to be turned or stretched.
    bool isRound() const
    {
        return m_request.engine == Engine::Twopi || m_request.engine == Engine::Circo;
    }
    bool isCurved() const { return m_request.routing == Routing::Spline && !m_isDraft; }
    GraphvizGraph graphOf(const Component& component, const GraphvizGraph::Attributes& attributes);
    double lengthOf(const LayoutEdge& edge) const;
    static bool isSmall(const Component& component)
    {
        return component.edges.size() <= beginningsUpToEdges;
    }
    Trouble drawLayers(Component& component);
    Trouble drawFree(Component& component);
    void scaleToLengths(std::vector<Point>& points, const Component& component) const;
    Expected<std::vector<Box>, std::string> drawFreeOnce(GraphvizGraph& graph,
                                                         const Component& component,
                                                         const std::vector<LayoutEdge>& edges);
    bool makeRoom(std::vector<Box>& boxes, const Component& component);
    std::vector<LayoutEdge> edgesWithin(const Component& component) const;
    std::vector<Point> guessPlaces(const Component& component) const;
    Trouble drawAround(Component& component);
    Trouble draw(Component& component);
    std::vector<Box> withRoutes(const Component& component) const;
    void packComponents();
    std::vector<Route> route(const std::vector<Box>& boxes);

    const LayoutRequest& m_request;
    bool m_isDraft;
    std::vector<Component> m_components;
    std::vector<int> m_degrees;
    std::vector<int> m_indices; ///< Of nodes within their components.
};

double LayoutRun::lengthOf(const LayoutEdge& edge) const
{
    const auto half = [this](int node) {
        const Size size = m_request.nodes[at(node)].size;
        return (size.width + size.height) / 4;
    };
    const double crowd = std::max(m_degrees[at(edge.tail)], m_degrees[at(edge.head)]);
    return (half(edge.tail) + half(edge.head) + edge.label.width * 0.7 + edgeGap) *
           (1 + crowding * std::log2(std::max(1.0, crowd)));
}

GraphvizGraph LayoutRun::graphOf(const Component& component,
                                 const GraphvizGraph::Attributes& attributes)
{
    GraphvizGraph graph(attributes);
    for (std::size_t i = 0; i < component.nodes.size(); ++i) {
        m_indices[at(component.nodes[i])] = static_cast<int>(i);
        graph.addNode(component.boxes[i].size);
    }
    for (const int index : component.edges) {
        const LayoutEdge& edge = m_request.edges[at(index)];
        graph.addEdge(m_indices[at(edge.tail)], m_indices[at(edge.head)], lengthOf(edge));
    }
    return graph;
}

LayoutRun::Trouble LayoutRun::drawLayers(Component& component)
{
    GraphvizGraph graph = graphOf(component, {{"rankdir", "LR"},
                                              {"nodesep", "0.4"},
                                              {"ranksep", "0.6"},
                                              {"splines", isCurved() ? "true" : "none"}});
    if (m_isDraft) {
        for (const char* name : {"nslimit", "nslimit1", "mclimit"})
            graph.set(name, draftFactor);
    }
    for (std::size_t i = 0; i < component.edges.size(); ++i) {
        const Size label = m_request.edges[at(component.edges[i])].label;
        if (label != Size{})
            graph.giveRoom(static_cast<int>(i), label);
    }
    auto drawing = graph.drawnBy("dot");
    if (!drawing)
        return drawing.error();
    for (std::size_t i = 0; i < component.nodes.size(); ++i)
        component.boxes[i].centre = drawing->nodes[i];
    if (isCurved())
        component.routes = std::move(drawing->edges);
    return {};
}

/// Most engines know one length for all edges or none: here the picture gets as large as the edges
/// ask for in the mean.
void LayoutRun::scaleToLengths(std::vector<Point>& points, const Component& component) const
{
    double wanted = 0;
    double found = 0;
    for (const int index : component.edges) {
        const LayoutEdge& edge = m_request.edges[at(index)];
        const Point tail = points[at(m_indices[at(edge.tail)])];
        const Point head = points[at(m_indices[at(edge.head)])];
        if (edge.tail != edge.head)
            wanted += lengthOf(edge);
        found += std::hypot(head.x - tail.x, head.y - tail.y);
    }
    if (found <= 0)
        return;
    for (Point& point : points)
        point = {point.x * wanted / found, point.y * wanted / found};
}

LayoutRun::Trouble LayoutRun::drawFree(Component& component)
{
    double length = 0;
    for (const int edge : component.edges)
        length += lengthOf(m_request.edges[at(edge)]) / static_cast<double>(component.edges.size());
    // No "mindist": circo would remember where it stood in this graph, and look there in the next.
    GraphvizGraph graph = graphOf(component, {{"splines", "none"},
                                              {"K", fmt::format("{}", length / pixelsPerInch)},
                                              {"overlap", "true"}});
    if (m_request.root &&
        std::ranges::find(component.nodes, *m_request.root) != component.nodes.end())
        graph.set("root", std::to_string(m_indices[at(*m_request.root)]));
    if (m_isDraft && !isSmall(component))
        graph.set("maxiter", draftRounds);
    const std::vector<LayoutEdge> edges = edgesWithin(component);
    // Circo takes 20 s for 200 nodes, and cannot be told to take less.
    if (m_isDraft && m_request.engine == Engine::Circo) {
        standOnOneCircle(component.boxes, edges, nodeGap);
        separate(component.boxes, std::vector<bool>(component.boxes.size(), false), nodeGap * 0.99);
        return {};
    }
    const bool many = !isRound() && !m_isDraft && isSmall(component) && component.nodes.size() > 3;
    int least = std::numeric_limits<int>::max();
    for (int beginning = 1; beginning <= (many ? beginnings : 1); ++beginning) {
        graph.set("start", fmt::format("{}", beginning));
        auto boxes = drawFreeOnce(graph, component, edges);
        if (!boxes)
            return boxes.error();
        const int tangled = many ? tangle(*boxes, edges) : 0;
        if (tangled < least) {
            least = tangled;
            component.boxes = std::move(*boxes);
        }
    }
    return {};
}

/// By their nodes' numbers within the component, as graphOf() gave them.
std::vector<LayoutEdge> LayoutRun::edgesWithin(const Component& component) const
{
    std::vector<LayoutEdge> edges;
    edges.reserve(component.edges.size());
    for (const int index : component.edges) {
        const LayoutEdge& edge = m_request.edges[at(index)];
        edges.push_back({m_indices[at(edge.tail)], m_indices[at(edge.head)], edge.label});
    }
    return edges;
}

Expected<std::vector<Box>, std::string>
LayoutRun::drawFreeOnce(GraphvizGraph& graph, const Component& component,
                        const std::vector<LayoutEdge>& edges)
{
    const bool isHasty = m_isDraft && !isRound() && !isSmall(component);
    const std::string engine(nameOf(isHasty ? Engine::Fdp : m_request.engine));
    auto drawing = graph.drawnBy(engine.c_str());
    if (!drawing)
        return Unexpected{drawing.error()};
    const bool onRings = m_request.engine == Engine::Twopi;
    if (!onRings)
        scaleToLengths(drawing->nodes, component);
    if (!isRound())
        lieDown(drawing->nodes);
    std::vector<Box> boxes = component.boxes;
    for (std::size_t i = 0; i < boxes.size(); ++i)
        boxes[i].centre = drawing->nodes[i];
    if (onRings)
        widenRings(boxes, pixelsPerInch, nodeGap); // An inch is twopi's own "ranksep".
    else if (isRound() || isSmall(component) || !makeRoom(boxes, component))
        pushApart(boxes, nodeGap);
    const double spread = spreadForLabels(boxes, edges);
    for (Box& box : boxes)
        box.centre = {box.centre.x * spread, box.centre.y * spread};
    separate(boxes, std::vector<bool>(boxes.size(), false), nodeGap * 0.99);
    return boxes;
}

/// Draws what overlaps out of each other by Graphviz's "prism" (Gansner and Hu, Efficient,
/// Proximity-Preserving Node Overlap Removal, 2010), which keeps neighbours beside each other.
/// @returns whether it could; a few may be left overlapping.
///
/// On graphs of meetings drawn by sfdp, beside boxes that push each other, which a crowd does not
/// dissolve: 300 nodes and 520 edges 0.4 times as tangled, 2,000 and 3,600 an eighth, 11,000 nodes
/// in half the time; but up to 300 edges it needs a third more space to be a seventh less tangled.
/// Of its 1,000 rounds 25 leave 10 of 2,000 nodes to separate(), 100 of 11,000, in half and a
/// quarter of the time.
bool LayoutRun::makeRoom(std::vector<Box>& boxes, const Component& component)
{
    GraphvizGraph graph = graphOf(component, {{"overlap", m_isDraft ? "prism12" : "prism25"},
                                              {"sep", fmt::format("+{}", nodeGap / 2)},
                                              {"splines", "none"}});
    for (std::size_t i = 0; i < boxes.size(); ++i)
        graph.place(static_cast<int>(i), boxes[i].centre, false);
    const auto drawing = graph.drawnBy("nop");
    if (!drawing)
        return false;
    for (std::size_t i = 0; i < boxes.size(); ++i)
        boxes[i].centre = drawing->nodes[i];
    return true;
}

/// Where to begin with new nodes: in the middle of their neighbours, and these in the middle of
/// theirs. Neato would begin anywhere and soon stop: it is content when little changes, measured by
/// the strain between all, most of which cannot change.
std::vector<Point> LayoutRun::guessPlaces(const Component& component) const
{
    struct Guess
    {
        Point sum;
        int count = 0;
        bool known = false;
    };
    std::vector<Guess> guesses;
    for (const int node : component.nodes) {
        const auto& pinned = m_request.nodes[at(node)].pinned;
        guesses.push_back({pinned.value_or(Point{}), 1, pinned.has_value()});
    }
    const auto guessOf = [&](int node) -> Guess& { return guesses[at(m_indices[at(node)])]; };
    for (bool learnt = true; learnt;) {
        learnt = false;
        std::vector<Guess> sums(guesses.size());
        for (const int index : component.edges) {
            const LayoutEdge& edge = m_request.edges[at(index)];
            for (const auto& [from, to] :
                 {std::pair(edge.tail, edge.head), {edge.head, edge.tail}}) {
                if (!guessOf(from).known || guessOf(to).known)
                    continue;
                Guess& sum = sums[at(m_indices[at(to)])];
                sum.sum.x += guessOf(from).sum.x;
                sum.sum.y += guessOf(from).sum.y;
                ++sum.count;
            }
        }
        for (std::size_t i = 0; i < sums.size(); ++i) {
            if (sums[i].count == 0)
                continue;
            // Two in the same middle are not to begin on one spot.
            const double turn = 2.4 * static_cast<double>(i);
            guesses[i] = {.sum = {sums[i].sum.x / sums[i].count + 50 * std::cos(turn),
                                  sums[i].sum.y / sums[i].count + 50 * std::sin(turn)},
                          .count = 1,
                          .known = true};
            learnt = true;
        }
    }
    std::vector<Point> places;
    places.reserve(guesses.size());
    for (const Guess& guess : guesses)
        places.push_back(guess.sum);
    return places;
}

/// New nodes among those that stay.
LayoutRun::Trouble LayoutRun::drawAround(Component& component)
{
    if (component.nodes.size() == 1) {
        component.boxes.front().centre =
            m_request.nodes[at(component.nodes.front())].pinned.value_or(Point{});
        return {};
    }
    GraphvizGraph graph =
        graphOf(component,
                {{"overlap", "true"}, {"splines", "none"}, {"start", "1"}, {"inputscale", "72"}});
    if (m_isDraft)
        graph.set("maxiter", draftRounds);
    std::size_t some = 0; // One that is pinned,
    Point stays;          // and where.
    for (std::size_t i = 0; i < component.nodes.size(); ++i) {
        const auto& pinned = m_request.nodes[at(component.nodes[i])].pinned;
        if (!pinned)
            continue;
        graph.place(static_cast<int>(i), *pinned, true);
        some = i;
        stays = *pinned;
    }
    const std::vector<Point> guesses = guessPlaces(component);
    for (std::size_t i = 0; i < component.nodes.size(); ++i) {
        if (!m_request.nodes[at(component.nodes[i])].pinned)
            graph.place(static_cast<int>(i), guesses[i], false);
    }
    const auto drawing = graph.drawnBy("neato");
    if (!drawing)
        return drawing.error();
    // Pinned nodes keep their places among each other, but all may have been shifted.
    const Point shift{stays.x - drawing->nodes[some].x, stays.y - drawing->nodes[some].y};
    for (std::size_t i = 0; i < component.nodes.size(); ++i) {
        const Point drawn = drawing->nodes[i];
        component.boxes[i].centre = m_request.nodes[at(component.nodes[i])].pinned.value_or(
            Point{drawn.x + shift.x, drawn.y + shift.y});
    }
    return {};
}

LayoutRun::Trouble LayoutRun::draw(Component& component)
{
    if (component.pinned)
        return drawAround(component);
    if (component.nodes.size() == 1)
        return {};
    if (m_request.engine == Engine::Dot)
        return drawLayers(component);
    return drawFree(component);
}

/// The nodes, and the labels and points of the routes as boxes of their own: dot leads edges far
/// outside of the nodes.
std::vector<Box> LayoutRun::withRoutes(const Component& component) const
{
    std::vector<Box> boxes = component.boxes;
    for (std::size_t i = 0; i < component.routes.size(); ++i) {
        const Route& route = component.routes[i];
        for (const Point& point : route.points)
            boxes.push_back({point, {}});
        if (route.label)
            boxes.push_back({*route.label, m_request.edges[at(component.edges[i])].label});
    }
    return boxes;
}

/// Puts the components that are not pinned side by side; below the pinned ones if there are any.
void LayoutRun::packComponents()
{
    std::vector<Box> pinned;
    std::vector<Box> free;
    for (const Component& component : m_components) {
        if (component.pinned)
            pinned.insert(pinned.end(), component.boxes.begin(), component.boxes.end());
        else
            free.push_back(around(withRoutes(component)));
    }
    const Box above = around(pinned);
    const Point origin =
        pinned.empty() ? Point{margin, margin} : Point{above.left(), above.bottom() + componentGap};
    std::vector<Size> sizes;
    sizes.reserve(free.size());
    for (const Box& box : free)
        sizes.push_back(box.size);
    const std::vector<Point> corners = pack(sizes, canvasAspect, componentGap);
    std::size_t next = 0;
    for (Component& component : m_components) {
        if (component.pinned)
            continue;
        const Point shift{origin.x + corners[next].x - free[next].left(),
                          origin.y + corners[next].y - free[next].top()};
        ++next;
        const auto move = [shift](Point& p) { p = {p.x + shift.x, p.y + shift.y}; };
        for (Box& box : component.boxes)
            move(box.centre);
        for (Route& route : component.routes) {
            std::ranges::for_each(route.points, move);
            if (route.label)
                move(*route.label);
        }
    }
}

Expected<Layout, std::string> LayoutRun::layout()
{
    for (Component& component : m_components) {
        if (const Trouble trouble = draw(component))
            return Unexpected{*trouble};
    }
    packComponents();
    std::vector<Box> boxes(m_request.nodes.size());
    std::vector<bool> fixed(m_request.nodes.size());
    bool anyFixed = false;
    std::vector<Route> drawn(m_request.edges.size());
    for (const Component& component : m_components) {
        for (std::size_t i = 0; i < component.nodes.size(); ++i)
            boxes[at(component.nodes[i])] = component.boxes[i];
        for (std::size_t i = 0; i < component.routes.size(); ++i)
            drawn[at(component.edges[i])] = component.routes[i];
    }
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        fixed[i] = m_request.nodes[i].pinned.has_value();
        anyFixed = anyFixed || fixed[i];
    }
    if (anyFixed)
        separate(boxes, fixed, nodeGap / 2);
    Layout layout;
    for (const Box& box : boxes)
        layout.nodes.push_back(box.centre);
    layout.edges = straightRoutes(boxes, m_request.edges);
    if (isCurved() && (m_request.engine != Engine::Dot || anyFixed))
        drawn = route(boxes);
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        if (!drawn[i].points.empty())
            layout.edges[i] = std::move(drawn[i]);
    }
    placeLabels(layout.edges, boxes, m_request.edges);
    return layout;
}

/// Curves round the nodes where they stand.
std::vector<Route> LayoutRun::route(const std::vector<Box>& boxes)
{
    Component all;
    all.nodes.resize(boxes.size());
    std::iota(all.nodes.begin(), all.nodes.end(), 0);
    all.edges.resize(m_request.edges.size());
    std::iota(all.edges.begin(), all.edges.end(), 0);
    all.boxes = boxes;
    GraphvizGraph graph = graphOf(all, {{"overlap", "true"}, {"splines", "true"}, {"esep", "+6"}});
    for (std::size_t i = 0; i < boxes.size(); ++i)
        graph.place(static_cast<int>(i), boxes[i].centre, false);
    auto drawing = graph.drawnBy("nop");
    if (!drawing)
        return std::vector<Route>(m_request.edges.size());
    const Point shift{boxes[0].centre.x - drawing->nodes[0].x,
                      boxes[0].centre.y - drawing->nodes[0].y};
    for (Route& route : drawing->edges) {
        route.label.reset();
        for (Point& p : route.points)
            p = {p.x + shift.x, p.y + shift.y};
    }
    return std::move(drawing->edges);
}

} // namespace

Expected<Layout, std::string> layOut(const LayoutRequest& request, Effort effort)
{
    const int count = static_cast<int>(request.nodes.size());
    for (const LayoutEdge& edge : request.edges) {
        if (edge.tail < 0 || edge.tail >= count || edge.head < 0 || edge.head >= count)
            return Unexpected{
                fmt::format("an edge joins nodes {} and {} of {}", edge.tail, edge.head, count)};
    }
    if (request.root && (*request.root < 0 || *request.root >= count))
        return Unexpected{fmt::format("the root is node {} of {}", *request.root, count)};
    if (request.nodes.empty())
        return Layout{};
    return LayoutRun(request, effort).layout();
}

} // namespace entente
