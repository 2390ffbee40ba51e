// SPDX-License-Identifier: Apache-2.0
#include "graph/exchange/flatgraph.h"
#include "graph/exchange/graphwriters.h"

#include "graph/base/overloaded.h"

#include <nlohmann/json.hpp>

namespace entente
{

namespace
{

using Json = nlohmann::ordered_json;

Json jsonOf(const FlatValue& value)
{
    return std::visit(
        Overloaded{[](std::monostate) { return Json(); },
                   [&](const std::vector<std::string>&) { return Json(textOf(value)); },
                   [](const auto& held) { return Json(held); }},
        value);
}

/// What is not known is left out: Cytoscape takes null for a word in some columns.
void addRow(Json& data, const std::vector<FlatColumn>& columns,
            const std::vector<FlatValue>& values)
{
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!std::holds_alternative<std::monostate>(values[i]))
            data[columns[i].name] = jsonOf(values[i]);
    }
}

} // namespace

std::string cytoscapeText(const FlatGraph& graph)
{
    Json nodes = Json::array();
    for (const FlatNode& row : graph.nodes) {
        Json data = {{"id", row.id}, {"name", row.label}};
        addRow(data, graph.nodeColumns, row.values);
        Json node = {{"data", std::move(data)}};
        if (row.place)
            node["position"] = {{"x", row.place->x}, {"y", row.place->y}};
        nodes.push_back(std::move(node));
    }
    Json edges = Json::array();
    for (const FlatEdge& row : graph.edges) {
        Json data = {{"id", row.id},
                     {"source", row.source},
                     {"target", row.target},
                     {"interaction", row.label},
                     {"weight", row.weight}};
        addRow(data, graph.edgeColumns, row.values);
        edges.push_back({{"data", std::move(data)}});
    }
    const Json document = {
        {"format_version", "1.0"},
        {"generated_by", "Entente " ENTENTE_VERSION},
        {"target_cytoscapejs_version", "~2.1"},
        {"data", {{"name", graph.name}, {"description", graph.description}}},
        {"elements", {{"nodes", std::move(nodes)}, {"edges", std::move(edges)}}},
    };
    return document.dump(1, ' ', false, Json::error_handler_t::replace) + '\n';
}

} // namespace entente
