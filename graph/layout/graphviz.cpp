// SPDX-License-Identifier: Apache-2.0
#include "graph/layout/graphviz.h"

#include <fmt/format.h>

#include <graphviz/gvc.h>

#include <algorithm>
#include <clocale>
#include <cmath>
#include <cstdlib>
#include <span>
#include <type_traits>

namespace entente
{

namespace
{

constexpr double pointsPerInch = 72; ///< A point of Graphviz is a pixel of the scene.

std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// The C functions take texts to be written to, and do not.
char* text(const char* words) { return const_cast<char*>(words); }

/// Graphviz reads and writes numbers by the locale of the process.
class PlainNumbers
{
public:
    PlainNumbers()
        : m_before(uselocale(m_plain.get()))
    {
    }
    ~PlainNumbers() { uselocale(m_before); }
    PlainNumbers(const PlainNumbers&) = delete;
    PlainNumbers& operator=(const PlainNumbers&) = delete;

private:
    using Locale = std::unique_ptr<std::remove_pointer_t<locale_t>, decltype(&freelocale)>;
    Locale m_plain{newlocale(LC_ALL_MASK, "C", nullptr), freelocale};
    locale_t m_before;
};

/// What Graphviz said last. Its callback has no argument of ours.
std::string& complaints()
{
    static std::string words;
    return words;
}

int noteComplaint(char* words)
{
    constexpr std::size_t enough = 2000;
    if (complaints().size() < enough)
        complaints() += words;
    return 0;
}

/// One for the process: to load the plugins takes longer than many a layout.
GVC_t* context()
{
    static const std::unique_ptr<GVC_t, decltype(&gvFreeContext)> only(gvContext(), gvFreeContext);
    return only.get();
}

std::string number(double value) { return fmt::format("{:.17g}", value); }

int wholeUpTo65535(double value)
{
    return static_cast<int>(std::clamp(std::ceil(value), 1.0, 65535.0));
}

void set(void* object, const char* name, const std::string& value)
{
    agset(object, text(name), text(value.c_str()));
}

/// y grows upwards in Graphviz.
Point scenePoint(pointf point) { return {point.x, -point.y}; }

} // namespace

struct GraphvizGraph::Data
{
    using Graph = std::unique_ptr<Agraph_t, decltype(&agclose)>;

    void declare(int kind, const char* name, const char* value) const
    {
        agattr(graph.get(), kind, text(name), text(value));
    }

    Graph graph{agopen(text("layout"), Agdirected, nullptr), agclose};
    std::vector<Agnode_t*> nodes;
    std::vector<Agedge_t*> edges;
};

GraphvizGraph::GraphvizGraph(const Attributes& attributes)
    : m_data(std::make_unique<Data>())
{
    agseterrf(noteComplaint);
    for (const auto& [name, value] : attributes)
        set(name, value);
    // Boxes of our size, without a word.
    for (const auto& [name, value] : {std::pair{"label", ""},
                                      {"shape", "box"},
                                      {"fixedsize", "true"},
                                      {"width", "1"},
                                      {"height", "1"},
                                      {"margin", "0"},
                                      {"pos", ""}})
        m_data->declare(AGNODE, name, value);
    // Arrows are drawn by us; with them, Graphviz would end the curve before the node.
    for (const auto& [name, value] : {std::pair{"dir", "none"}, {"len", "1"}, {"label", ""}})
        m_data->declare(AGEDGE, name, value);
}

GraphvizGraph::~GraphvizGraph() = default;
GraphvizGraph::GraphvizGraph(GraphvizGraph&&) noexcept = default;

void GraphvizGraph::set(const char* name, const std::string& value)
{
    m_data->declare(AGRAPH, name, value.c_str());
}

void GraphvizGraph::addNode(Size size)
{
    std::string id = std::to_string(m_data->nodes.size());
    Agnode_t* node = agnode(m_data->graph.get(), id.data(), 1);
    m_data->nodes.push_back(node);
    constexpr double least = 1;
    entente::set(node, "width", number(std::max(least, size.width) / pointsPerInch));
    entente::set(node, "height", number(std::max(least, size.height) / pointsPerInch));
}

void GraphvizGraph::addEdge(int tail, int head, double length)
{
    // Without a name, so that parallel edges are not one.
    Agedge_t* edge =
        agedge(m_data->graph.get(), m_data->nodes[at(tail)], m_data->nodes[at(head)], nullptr, 1);
    m_data->edges.push_back(edge);
    entente::set(edge, "len", number(length / pointsPerInch));
}

void GraphvizGraph::place(int node, Point point, bool pinned)
{
    entente::set(m_data->nodes[at(node)], "pos",
                 fmt::format("{},{}{}", number(point.x), number(-point.y), pinned ? "!" : ""));
}

void GraphvizGraph::giveRoom(int edge, Size label)
{
    // Room without a word in it: a table of that size with nothing inside.
    const std::string table =
        fmt::format("<table border=\"0\" cellborder=\"0\" cellpadding=\"0\" cellspacing=\"0\">"
                    "<tr><td fixedsize=\"true\" width=\"{}\" height=\"{}\"></td></tr></table>",
                    wholeUpTo65535(label.width), wholeUpTo65535(label.height));
    char* html = agstrdup_html(m_data->graph.get(), text(table.c_str()));
    agset(m_data->edges[at(edge)], text("label"), html);
    agstrfree(m_data->graph.get(), html);
}

Expected<Drawing, std::string> GraphvizGraph::drawnBy(const char* engine)
{
    const PlainNumbers plain;
    complaints().clear();
    // Several engines draw lots, from the generators of the process.
    constexpr unsigned seed = 1;
    std::srand(seed);
    srand48(seed);
    const int failed = gvLayout(context(), m_data->graph.get(), engine);
    Drawing drawing;
    if (failed == 0)
        drawing = read();
    gvFreeLayout(context(), m_data->graph.get());
    if (failed != 0)
        return Unexpected{fmt::format("Graphviz's {} gave up. {}", engine, complaints())};
    for (const Point& point : drawing.nodes) {
        if (!std::isfinite(point.x) || !std::isfinite(point.y))
            return Unexpected{fmt::format("Graphviz's {} placed a node nowhere.", engine)};
    }
    return drawing;
}

Drawing GraphvizGraph::read() const
{
    Drawing drawing;
    drawing.nodes.reserve(m_data->nodes.size());
    for (Agnode_t* node : m_data->nodes)
        drawing.nodes.push_back(scenePoint(ND_coord(node)));
    drawing.edges.reserve(m_data->edges.size());
    for (Agedge_t* edge : m_data->edges) {
        Route& route = drawing.edges.emplace_back();
        if (const textlabel_t* label = ED_label(edge); label != nullptr && label->set != 0)
            route.label = scenePoint(label->pos);
        const splines* curves = ED_spl(edge);
        if (curves == nullptr || curves->size != 1)
            continue;
        for (const pointf& point : std::span(curves->list->list, at(curves->list->size)))
            route.points.push_back(scenePoint(point));
    }
    return drawing;
}

} // namespace entente
