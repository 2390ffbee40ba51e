// SPDX-License-Identifier: Apache-2.0
#include "graph/exchange/dataformats.h"

#include "graph/exchange/claimtables.h"
#include "graph/exchange/flatgraph.h"
#include "graph/exchange/graphwriters.h"
#include "graph/exchange/nodelink.h"
#include "graph/model/graph.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace entente
{

namespace
{

constexpr std::array all{
    DataFormatInfo{DataFormat::GraphMl, "graphml", "", "GraphML",
                   "networkx, igraph, yEd, Cytoscape"},
    DataFormatInfo{DataFormat::Gexf, "gexf", "", "GEXF 1.2", "Gephi, networkx"},
    DataFormatInfo{DataFormat::Dot, "dot", "", "DOT", "Graphviz"},
    DataFormatInfo{DataFormat::Cytoscape, "cyjs", "", "Cytoscape JSON", "Cytoscape, Cytoscape.js"},
    DataFormatInfo{DataFormat::EdgesCsv, "csv", "edges", "CSV: edges", "spreadsheets, Gephi"},
    DataFormatInfo{DataFormat::NodesCsv, "csv", "nodes", "CSV: nodes", "spreadsheets, Gephi"},
    DataFormatInfo{DataFormat::ClaimsCsv, "csv", "claims", "CSV: claims", "spreadsheets"},
    DataFormatInfo{DataFormat::QuotesCsv, "csv", "quotes", "CSV: quotes", "spreadsheets"},
    DataFormatInfo{DataFormat::NodeLinkJson, "json", "", "Node-link JSON", "networkx, scripts"},
    DataFormatInfo{DataFormat::ClaimLines, "jsonl", "", "JSON lines of claims", "scripts"},
};

std::string counted(int count, std::string_view one, std::string_view several)
{
    // By thousands, as English does; the program's own locale has no say here.
    std::string digits = fmt::format("{}", count);
    for (auto at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), ",");
    return fmt::format("{} {}", digits, count == 1 ? one : several);
}

/// A date says more than the days between which it lies: that it is uncertain, or one of several.
int datesThatSayMore(const KnowledgeGraph& shown)
{
    const auto nodes = shown.nodes();
    return static_cast<int>(std::ranges::count_if(nodes, [&](NodeId id) {
        const std::optional<Edtf>& date = shown.node(id)->date;
        return date && date->text.find_first_of("?~%[{") != std::string::npos;
    }));
}

} // namespace

std::span<const DataFormatInfo> dataFormats() { return all; }

const DataFormatInfo& infoOf(DataFormat format)
{
    return *std::ranges::find(all, format, &DataFormatInfo::format);
}

std::string dataText(DataFormat format, const NodeLink& content, const Copies& copies,
                     const std::map<NodeId, Point>& places)
{
    const auto flat = [&] { return flatten(content, copies, places); };
    switch (format) {
    case DataFormat::GraphMl:
        return graphMlText(flat());
    case DataFormat::Gexf:
        return gexfText(flat());
    case DataFormat::Dot:
        return dotText(flat());
    case DataFormat::Cytoscape:
        return cytoscapeText(flat());
    case DataFormat::NodeLinkJson:
        return nodeLinkJson(content);
    case DataFormat::ClaimLines:
        return claimLinesJson(content);
    case DataFormat::NodesCsv:
        return nodesCsv(flat());
    case DataFormat::EdgesCsv:
        return edgesCsv(flat());
    case DataFormat::ClaimsCsv:
        return claimsCsv(content);
    case DataFormat::QuotesCsv:
        return quotesCsv(content);
    }
    return {};
}

std::vector<std::string> lossesOf(DataFormat format, const KnowledgeGraph& shown)
{
    std::vector<std::string> losses;
    const std::string edges = counted(shown.edgeCount(), "edge", "edges");
    switch (format) {
    case DataFormat::NodeLinkJson:
    case DataFormat::ClaimLines:
    case DataFormat::QuotesCsv:
        return losses;
    case DataFormat::NodesCsv:
        return {fmt::format("The {} are in a table of their own.", edges)};
    case DataFormat::ClaimsCsv:
        return {"Where the quotes stand in their articles is in the table of quotes."};
    default:
        break;
    }
    losses.push_back(fmt::format(
        "The claims behind {} are counted and quoted, but not written one by one: only "
        "node-link JSON and the tables of claims and quotes have each with its modality, "
        "source and place.",
        edges));
    if (const int dates = datesThatSayMore(shown); format == DataFormat::Gexf && dates > 0)
        losses.push_back(fmt::format("The spells of {} do not say that the date is uncertain, "
                                     "approximate or one of several; the column “date” does.",
                                     counted(dates, "event", "events")));
    if (format == DataFormat::Dot)
        losses.emplace_back("DOT has no types: numbers and flags are text.");
    return losses;
}

} // namespace entente
