// SPDX-License-Identifier: Apache-2.0
#include "graph/exchange/flatgraph.h"
#include "graph/exchange/graphwriters.h"
#include "graph/exchange/xmltext.h"

#include <fmt/format.h>
#include <pugixml.hpp>

namespace entente
{

namespace
{

/// Keys are declared for nodes and edges apart: "n0", "e0", in the order of the columns.
void declare(pugi::xml_node root, const std::string& id, const char* owner, const std::string& name,
             const char* type)
{
    pugi::xml_node key = root.append_child("key");
    key.append_attribute("id") = id.c_str();
    key.append_attribute("for") = owner;
    key.append_attribute("attr.name") = name.c_str();
    key.append_attribute("attr.type") = type;
}

void declareColumns(pugi::xml_node root, char prefix, const char* owner,
                    const std::vector<FlatColumn>& columns)
{
    for (std::size_t i = 0; i < columns.size(); ++i)
        declare(root, fmt::format("{}{}", prefix, i), owner, columns[i].name,
                typeName(columns[i].type, "int"));
}

void addData(pugi::xml_node parent, const std::string& key, const std::string& text)
{
    pugi::xml_node data = parent.append_child("data");
    data.append_attribute("key") = key.c_str();
    data.text() = xmlText(text).c_str();
}

void addRow(pugi::xml_node parent, char prefix, const std::vector<FlatValue>& values)
{
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!std::holds_alternative<std::monostate>(values[i]))
            addData(parent, fmt::format("{}{}", prefix, i), textOf(values[i]));
    }
}

} // namespace

std::string graphMlText(const FlatGraph& graph)
{
    pugi::xml_document document;
    pugi::xml_node root = document.append_child("graphml");
    root.append_attribute("xmlns") = "http://graphml.graphdrawing.org/xmlns";
    declare(root, "name", "graph", "name", "string");
    declare(root, "description", "graph", "description", "string");
    declare(root, "label", "node", "label", "string");
    declare(root, "x", "node", "x", "double");
    declare(root, "y", "node", "y", "double");
    declareColumns(root, 'n', "node", graph.nodeColumns);
    declare(root, "edgelabel", "edge", "label", "string");
    declare(root, "weight", "edge", "weight", "double");
    declareColumns(root, 'e', "edge", graph.edgeColumns);
    pugi::xml_node body = root.append_child("graph");
    body.append_attribute("edgedefault") = graph.isDirected ? "directed" : "undirected";
    addData(body, "name", graph.name);
    addData(body, "description", graph.description);
    for (const FlatNode& row : graph.nodes) {
        pugi::xml_node node = body.append_child("node");
        node.append_attribute("id") = row.id.c_str();
        addData(node, "label", row.label);
        if (row.place) {
            addData(node, "x", fmt::format("{}", row.place->x));
            addData(node, "y", fmt::format("{}", row.place->y));
        }
        addRow(node, 'n', row.values);
    }
    for (const FlatEdge& row : graph.edges) {
        pugi::xml_node edge = body.append_child("edge");
        edge.append_attribute("id") = row.id.c_str();
        edge.append_attribute("source") = row.source.c_str();
        edge.append_attribute("target") = row.target.c_str();
        addData(edge, "edgelabel", row.label);
        addData(edge, "weight", fmt::format("{}", row.weight));
        addRow(edge, 'e', row.values);
    }
    return xmlOf(document);
}

} // namespace entente
