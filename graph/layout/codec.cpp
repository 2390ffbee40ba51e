// SPDX-License-Identifier: Apache-2.0
#include "graph/layout/codec.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cmath>
#include <vector>

namespace entente
{

namespace
{

constexpr std::string_view requestHeader = "entente-layout-request 1";
constexpr std::string_view layoutHeader = "entente-layout 1";

using Words = std::vector<std::string_view>;
using Failure = Unexpected<std::string>;

void append(std::string& text, double number)
{
    std::array<char, 32> buffer;
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number);
    text += ' ';
    text.append(buffer.data(), end);
}

void append(std::string& text, Point point)
{
    append(text, point.x);
    append(text, point.y);
}

void append(std::string& text, Size size)
{
    append(text, size.width);
    append(text, size.height);
}

template <class Number>
std::optional<Number> parse(std::string_view word)
{
    Number number{};
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (error != std::errc{} || end != word.data() + word.size())
        return {};
    return number;
}

std::optional<double> parseCoordinate(std::string_view word)
{
    const auto number = parse<double>(word);
    if (!number || !std::isfinite(*number) || std::abs(*number) > coordinateAtMost)
        return {};
    return number;
}

std::optional<Point> parsePoint(const Words& words, std::size_t first)
{
    const auto x = parseCoordinate(words[first]);
    const auto y = parseCoordinate(words[first + 1]);
    if (!x || !y)
        return {};
    return Point{*x, *y};
}

std::optional<Size> parseSize(const Words& words, std::size_t first)
{
    const auto size = parsePoint(words, first);
    if (!size || size->x < 0 || size->y < 0)
        return {};
    return Size{size->x, size->y};
}

/// The lines of a text, one by one; after each, `words` are its words.
class Lines
{
public:
    explicit Lines(std::string_view text)
        : m_rest(text)
    {
    }

    /// False at the end of the text and for a last line without its newline, which is a cut one.
    bool next()
    {
        const std::size_t end = m_rest.find('\n');
        if (end == std::string_view::npos)
            return false;
        line = m_rest.substr(0, end);
        m_rest.remove_prefix(end + 1);
        ++m_number;
        split();
        return true;
    }

    bool atEnd() const { return m_rest.empty(); }
    bool is(std::string_view keyword) const { return words.front() == keyword; }
    Failure wrong(const std::string& what) const
    {
        return {fmt::format("line {}: {}", m_number, what)};
    }
    /// The failure when next() has said no.
    Failure cut() const
    {
        return {fmt::format("the text is cut off after line {}: no \"end\"", m_number)};
    }

    std::string_view line;
    Words words; ///< At least one, which may be empty.

private:
    /// More words than any line has are left in one, so that a text of blanks takes no memory.
    void split()
    {
        constexpr std::size_t wordsAtMost = 2 * routePointsAtMost + 16;
        words.clear();
        std::size_t begin = 0;
        for (std::size_t end = line.find(' ');
             end != std::string_view::npos && words.size() < wordsAtMost;
             end = line.find(' ', begin)) {
            words.push_back(line.substr(begin, end - begin));
            begin = end + 1;
        }
        words.push_back(line.substr(begin));
    }

    std::string_view m_rest;
    int m_number = 0;
};

std::optional<Routing> parseRouting(std::string_view name)
{
    if (name == "line")
        return Routing::Line;
    if (name == "spline")
        return Routing::Spline;
    return {};
}

/// The words of a failure, or nothing.
using Trouble = std::optional<Failure>;

Trouble readHeader(Lines& lines, std::string_view header)
{
    if (!lines.next())
        return lines.cut();
    if (lines.line != header)
        return lines.wrong(fmt::format("expected \"{}\"", header));
    return {};
}

Trouble readSettings(Lines& lines, LayoutRequest& request)
{
    if (!lines.next())
        return lines.cut();
    const auto engine = lines.is("engine") && lines.words.size() == 2 ? parseEngine(lines.words[1])
                                                                      : std::optional<Engine>();
    if (!engine)
        return lines.wrong("expected \"engine\" and the name of one");
    if (!lines.next())
        return lines.cut();
    const auto routing = lines.is("routing") && lines.words.size() == 2
                             ? parseRouting(lines.words[1])
                             : std::optional<Routing>();
    if (!routing)
        return lines.wrong(R"(expected "routing line" or "routing spline")");
    request.engine = *engine;
    request.routing = *routing;
    return {};
}

Trouble readNode(const Lines& lines, LayoutRequest& request)
{
    const Words& words = lines.words;
    if (words.size() != 3 && words.size() != 5)
        return lines.wrong("a node has a width and a height, and may have a place");
    if (!request.edges.empty())
        return lines.wrong("a node after an edge");
    if (request.nodes.size() == layoutNodesAtMost)
        return lines.wrong(fmt::format("more than {} nodes", layoutNodesAtMost));
    const auto size = parseSize(words, 1);
    if (!size)
        return lines.wrong("the size of the node is none");
    LayoutNode node{.size = *size, .pinned = {}};
    if (words.size() == 5) {
        node.pinned = parsePoint(words, 3);
        if (!node.pinned)
            return lines.wrong("the place of the node is none");
    }
    request.nodes.push_back(node);
    return {};
}

Trouble readEdge(const Lines& lines, LayoutRequest& request)
{
    const Words& words = lines.words;
    if (words.size() != 3 && words.size() != 5)
        return lines.wrong("an edge has a tail and a head, and may have room for a label");
    if (request.edges.size() == layoutEdgesAtMost)
        return lines.wrong(fmt::format("more than {} edges", layoutEdgesAtMost));
    const auto tail = parse<int>(words[1]);
    const auto head = parse<int>(words[2]);
    const int count = static_cast<int>(request.nodes.size());
    if (!tail || !head || *tail < 0 || *tail >= count || *head < 0 || *head >= count)
        return lines.wrong(fmt::format("an end of the edge is none of the {} nodes", count));
    LayoutEdge edge{.tail = *tail, .head = *head, .label = {}};
    if (words.size() == 5) {
        const auto label = parseSize(words, 3);
        if (!label)
            return lines.wrong("the size of the label is none");
        edge.label = *label;
    }
    request.edges.push_back(edge);
    return {};
}

Trouble readRoot(const Lines& lines, LayoutRequest& request)
{
    const auto root = lines.words.size() == 2 ? parse<int>(lines.words[1]) : std::optional<int>();
    if (!root || *root < 0 || *root >= static_cast<int>(request.nodes.size()))
        return lines.wrong("the root is none of the nodes before it");
    if (request.root)
        return lines.wrong("a second root");
    request.root = root;
    return {};
}

Trouble readPlace(const Lines& lines, Layout& layout)
{
    if (lines.words.size() != 3)
        return lines.wrong("a node has a place");
    if (!layout.edges.empty())
        return lines.wrong("a node after a route");
    if (layout.nodes.size() == layoutNodesAtMost)
        return lines.wrong(fmt::format("more than {} nodes", layoutNodesAtMost));
    const auto place = parsePoint(lines.words, 1);
    if (!place)
        return lines.wrong("the place of the node is none");
    layout.nodes.push_back(*place);
    return {};
}

Trouble readRoute(const Lines& lines, Layout& layout)
{
    const Words& words = lines.words;
    const std::size_t points = (words.size() - 1) / 2;
    if (words.size() % 2 == 0 || (points != 0 && points % 3 != 1) || points == 1)
        return lines.wrong("a route has 4, 7, 10 … points, each of two numbers, or none");
    if (points > routePointsAtMost)
        return lines.wrong(fmt::format("more than {} points", routePointsAtMost));
    if (layout.edges.size() == layoutEdgesAtMost)
        return lines.wrong(fmt::format("more than {} routes", layoutEdgesAtMost));
    Route route;
    route.points.reserve(points);
    for (std::size_t first = 1; first < words.size(); first += 2) {
        const auto point = parsePoint(words, first);
        if (!point)
            return lines.wrong(
                fmt::format("\"{} {}\" is no point", words[first], words[first + 1]));
        route.points.push_back(*point);
    }
    layout.edges.push_back(std::move(route));
    return {};
}

Trouble readLabel(const Lines& lines, Layout& layout)
{
    if (lines.words.size() != 3)
        return lines.wrong("a label has a place");
    if (layout.edges.empty() || layout.edges.back().label)
        return lines.wrong("a label without its route");
    layout.edges.back().label = parsePoint(lines.words, 1);
    if (!layout.edges.back().label)
        return lines.wrong("the place of the label is none");
    return {};
}

/// Reads lines up to "end", each by the reader of its first word.
template <class Value>
struct Reader
{
    std::string_view keyword;
    Trouble (*read)(const Lines&, Value&);
};

template <class Value, std::size_t n>
Trouble readBody(Lines& lines, Value& value, const std::array<Reader<Value>, n>& readers)
{
    while (lines.next()) {
        if (lines.line == "end") {
            if (!lines.atEnd())
                return lines.wrong("there is more after \"end\"");
            return {};
        }
        const Reader<Value>* reader = nullptr;
        for (const Reader<Value>& candidate : readers) {
            if (lines.is(candidate.keyword))
                reader = &candidate;
        }
        if (reader == nullptr)
            return lines.wrong("expected a node, an edge or \"end\"");
        if (Trouble trouble = reader->read(lines, value))
            return trouble;
    }
    return lines.cut();
}

} // namespace

std::string encode(const LayoutRequest& request)
{
    std::string text = fmt::format("{}\nengine {}\nrouting {}\n", requestHeader,
                                   nameOf(request.engine), nameOf(request.routing));
    for (const LayoutNode& node : request.nodes) {
        text += "node";
        append(text, node.size);
        if (node.pinned)
            append(text, *node.pinned);
        text += '\n';
    }
    if (request.root)
        text += fmt::format("root {}\n", *request.root);
    for (const LayoutEdge& edge : request.edges) {
        text += fmt::format("edge {} {}", edge.tail, edge.head);
        if (edge.label != Size{})
            append(text, edge.label);
        text += '\n';
    }
    return text += "end\n";
}

std::string encode(const Layout& layout)
{
    std::string text = fmt::format("{}\n", layoutHeader);
    for (const Point& node : layout.nodes) {
        text += "node";
        append(text, node);
        text += '\n';
    }
    for (const Route& route : layout.edges) {
        text += "route";
        for (const Point& point : route.points)
            append(text, point);
        text += '\n';
        if (route.label) {
            text += "label";
            append(text, *route.label);
            text += '\n';
        }
    }
    return text += "end\n";
}

Expected<LayoutRequest, std::string> decodeRequest(std::string_view text)
{
    if (text.size() > layoutTextAtMost)
        return Failure{fmt::format("the text is longer than {} bytes", layoutTextAtMost)};
    Lines lines(text);
    LayoutRequest request;
    static constexpr std::array<Reader<LayoutRequest>, 3> readers{
        {{"node", readNode}, {"root", readRoot}, {"edge", readEdge}}};
    if (Trouble trouble = readHeader(lines, requestHeader))
        return *trouble;
    if (Trouble trouble = readSettings(lines, request))
        return *trouble;
    if (Trouble trouble = readBody(lines, request, readers))
        return *trouble;
    return request;
}

Expected<Layout, std::string> decodeLayout(std::string_view text)
{
    if (text.size() > layoutTextAtMost)
        return Failure{fmt::format("the text is longer than {} bytes", layoutTextAtMost)};
    Lines lines(text);
    Layout layout;
    static constexpr std::array<Reader<Layout>, 3> readers{
        {{"node", readPlace}, {"route", readRoute}, {"label", readLabel}}};
    if (Trouble trouble = readHeader(lines, layoutHeader))
        return *trouble;
    if (Trouble trouble = readBody(lines, layout, readers))
        return *trouble;
    return layout;
}

} // namespace entente
