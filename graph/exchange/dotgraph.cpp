// SPDX-License-Identifier: Apache-2.0
#include "graph/exchange/flatgraph.h"
#include "graph/exchange/graphwriters.h"
#include "graph/exchange/xmltext.h"

#include <fmt/format.h>

namespace entente
{

namespace
{

/// In quotes. A backslash is doubled: in labels it would begin an escape ("\N" is the node's name),
/// before a quote it would end nothing. Control characters become U+FFFD, as in XML, and a line
/// break the escape for one.
void appendQuoted(std::string& to, const std::string& text)
{
    to += '"';
    for (const char c : xmlText(text)) {
        if (c == '"' || c == '\\')
            to += '\\';
        if (c == '\n')
            to += "\\n";
        else if (c != '\r')
            to += c;
    }
    to += '"';
}

std::string quoted(const std::string& text)
{
    std::string words;
    appendQuoted(words, text);
    return words;
}

void addRow(std::string& text, const std::vector<FlatColumn>& columns,
            const std::vector<FlatValue>& values)
{
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (std::holds_alternative<std::monostate>(values[i]))
            continue;
        text += ", ";
        appendQuoted(text, columns[i].name);
        text += '=';
        appendQuoted(text, textOf(values[i]));
    }
}

} // namespace

std::string dotText(const FlatGraph& graph)
{
    std::string text =
        fmt::format("{} {} {{\n", graph.isDirected ? "digraph" : "graph", quoted(graph.name));
    text += fmt::format("  comment={};\n", quoted(graph.description));
    for (const FlatNode& row : graph.nodes) {
        text += fmt::format("  {} [label={}, color=\"#{:06x}\"", quoted(row.id), quoted(row.label),
                            row.colour);
        if (row.place) // In points, y upwards.
            text += fmt::format(", pos=\"{},{}\"", row.place->x, -row.place->y);
        addRow(text, graph.nodeColumns, row.values);
        text += "];\n";
    }
    const char* arrow = graph.isDirected ? "->" : "--";
    for (const FlatEdge& row : graph.edges) {
        text += fmt::format("  {} {} {} [id={}, label={}, weight={}", quoted(row.source), arrow,
                            quoted(row.target), quoted(row.id), quoted(row.label), row.weight);
        addRow(text, graph.edgeColumns, row.values);
        text += "];\n";
    }
    return text + "}\n";
}

} // namespace entente
