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

void set(pugi::xml_node node, const char* name, const std::string& value)
{
    node.append_attribute(name) = xmlText(value).c_str();
}

/// As Gephi reads lists, with all in quotation marks: ["one", "another"].
std::string listText(const std::vector<std::string>& texts)
{
    std::string list = "[";
    for (const std::string& text : texts) {
        list += list.size() == 1 ? "\"" : ", \"";
        for (const char c : text) {
            if (c == '"' || c == '\\')
                list += '\\';
            list += c;
        }
        list += '"';
    }
    return list + "]";
}

void declareColumns(pugi::xml_node graph, const char* owner, const std::vector<FlatColumn>& columns,
                    GexfVersion version)
{
    const bool is13 = version == GexfVersion::Version13;
    pugi::xml_node attributes = graph.append_child("attributes");
    attributes.append_attribute("class") = owner;
    if (!is13) // 1.3 has it from the graph.
        attributes.append_attribute("mode") = "static";
    for (std::size_t i = 0; i < columns.size(); ++i) {
        pugi::xml_node attribute = attributes.append_child("attribute");
        set(attribute, "id", fmt::format("{}", i));
        set(attribute, "title", columns[i].name);
        set(attribute, "type",
            typeName(columns[i].type, "integer", is13 ? "liststring" : "string"));
    }
}

void addRow(pugi::xml_node parent, const std::vector<FlatValue>& values, GexfVersion version)
{
    pugi::xml_node all = parent.append_child("attvalues");
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (std::holds_alternative<std::monostate>(values[i]))
            continue;
        pugi::xml_node value = all.append_child("attvalue");
        set(value, "for", fmt::format("{}", i));
        const auto* list = std::get_if<std::vector<std::string>>(&values[i]);
        const bool isList = list != nullptr && version == GexfVersion::Version13;
        set(value, "value", isList ? listText(*list) : textOf(values[i]));
    }
}

/// An end that is open has no attribute.
void addSpells(pugi::xml_node parent, const std::vector<Days>& all)
{
    if (all.empty())
        return;
    pugi::xml_node spells = parent.append_child("spells");
    for (const Days& days : all) {
        pugi::xml_node spell = spells.append_child("spell");
        if (days.first)
            set(spell, "start", isoDay(*days.first));
        if (days.last)
            set(spell, "end", isoDay(*days.last));
    }
}

void addColour(pugi::xml_node node, std::uint32_t colour)
{
    pugi::xml_node child = node.append_child("viz:color");
    set(child, "r", fmt::format("{}", (colour >> 16) & 0xFF));
    set(child, "g", fmt::format("{}", (colour >> 8) & 0xFF));
    set(child, "b", fmt::format("{}", colour & 0xFF));
}

/// y grows upwards there.
void addPlace(pugi::xml_node node, Point place)
{
    pugi::xml_node child = node.append_child("viz:position");
    set(child, "x", fmt::format("{}", place.x));
    set(child, "y", fmt::format("{}", -place.y));
    set(child, "z", "0");
}

} // namespace

std::string gexfText(const FlatGraph& graph, GexfVersion version)
{
    const bool is13 = version == GexfVersion::Version13;
    const std::string space = is13 ? "http://gexf.net/1.3" : "http://www.gexf.net/1.2draft";
    pugi::xml_document document;
    pugi::xml_node root = document.append_child("gexf");
    set(root, "xmlns", space);
    set(root, "xmlns:viz", space + "/viz");
    set(root, "version", is13 ? "1.3" : "1.2");
    // No day of writing: the same graph gives the same bytes.
    pugi::xml_node meta = root.append_child("meta");
    meta.append_child("creator").text() = "Entente";
    meta.append_child("description").text() = xmlText(graph.description).c_str();
    pugi::xml_node body = root.append_child("graph");
    set(body, "defaultedgetype", graph.isDirected ? "directed" : "undirected");
    set(body, "mode", "dynamic");
    set(body, "timeformat", "date");
    if (is13)
        set(body, "timerepresentation", "interval");
    declareColumns(body, "node", graph.nodeColumns, version);
    declareColumns(body, "edge", graph.edgeColumns, version);
    pugi::xml_node nodes = body.append_child("nodes");
    for (const FlatNode& row : graph.nodes) {
        pugi::xml_node node = nodes.append_child("node");
        set(node, "id", row.id);
        set(node, "label", row.label);
        addRow(node, row.values, version);
        addSpells(node, row.days);
        addColour(node, row.colour);
        if (row.place)
            addPlace(node, *row.place);
    }
    pugi::xml_node edges = body.append_child("edges");
    for (const FlatEdge& row : graph.edges) {
        pugi::xml_node edge = edges.append_child("edge");
        set(edge, "id", row.id);
        set(edge, "source", row.source);
        set(edge, "target", row.target);
        set(edge, "label", row.label);
        set(edge, "weight", fmt::format("{}", row.weight));
        if (is13)
            set(edge, "kind", row.kind);
        addRow(edge, row.values, version);
        addSpells(edge, row.days);
    }
    return xmlOf(document);
}

} // namespace entente
