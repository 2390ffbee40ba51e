// SPDX-License-Identifier: Apache-2.0
#include "graph/exchange/dataformats.h"

#include "graph/exchange/claimtables.h"
#include "graph/exchange/flatgraph.h"
#include "graph/exchange/graphwriters.h"
#include "graph/exchange/nodelink.h"
#include "graph/model/graph.h"
#include "graph/text/wording.h"

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
    DataFormatInfo{DataFormat::Gexf, "gexf", "", "GEXF 1.2", "networkx, older Gephi", "1.2"},
    DataFormatInfo{DataFormat::Gexf13, "gexf", "", "GEXF 1.3", "Gephi 0.9.3 and later", "1.3"},
    DataFormatInfo{DataFormat::Dot, "dot", "", "DOT", "Graphviz"},
    DataFormatInfo{DataFormat::Cytoscape, "cyjs", "", "Cytoscape JSON", "Cytoscape, Cytoscape.js"},
    DataFormatInfo{DataFormat::EdgesCsv, "csv", "edges", "CSV: edges", "spreadsheets"},
    DataFormatInfo{DataFormat::NodesCsv, "csv", "nodes", "CSV: nodes", "spreadsheets"},
    DataFormatInfo{DataFormat::ClaimsCsv, "csv", "claims", "CSV: claims", "spreadsheets"},
    DataFormatInfo{DataFormat::QuotesCsv, "csv", "quotes", "CSV: quotes", "spreadsheets"},
    DataFormatInfo{DataFormat::NodeLinkJson, "json", "", "Node-link JSON", "networkx, scripts"},
    DataFormatInfo{DataFormat::ClaimLines, "jsonl", "", "JSON lines of claims", "scripts"},
};

/// By thousands, as English does, wherever the program runs.
std::string grouped(int count) { return Wording().number(count); }

std::string counted(int count, std::string_view one, std::string_view several)
{
    return fmt::format("{} {}", grouped(count), count == 1 ? one : several);
}

/// A date says more than the days between which it lies: that it is uncertain, or one of several.
bool saysMore(const std::optional<Edtf>& date)
{
    return date && date->text.find_first_of("?~%[{") != std::string::npos;
}

int datesThatSayMore(const KnowledgeGraph& shown)
{
    const auto nodes = shown.nodes();
    const auto edges = shown.edges();
    return static_cast<int>(
        std::ranges::count_if(nodes, [&](NodeId id) { return saysMore(shown.node(id)->date); }) +
        std::ranges::count_if(edges, [&](EdgeId id) {
            return saysMore(shown.edge(id)->tie().first) || saysMore(shown.edge(id)->tie().last);
        }));
}

/// Events that no article is taken at its word for, and what hangs on them.
int notHappened(const KnowledgeGraph& shown)
{
    const auto nodes = shown.nodes();
    const auto edges = shown.edges();
    return static_cast<int>(std::ranges::count_if(nodes,
                                                  [&](NodeId id) {
                                                      const Node& node = *shown.node(id);
                                                      return node.kind == NodeKind::Event &&
                                                             node.modality != Modality::Happened;
                                                  }) +
                            std::ranges::count_if(edges, [&](EdgeId id) {
                                const Edge& edge = *shown.edge(id);
                                return edge.kind != EdgeKind::Relation &&
                                       edge.modality != Modality::Happened;
                            }));
}

bool isGexf(DataFormat format)
{
    return format == DataFormat::Gexf || format == DataFormat::Gexf13;
}

bool isTable(DataFormat format) { return !infoOf(format).table.empty(); }

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
        return gexfText(flat(), GexfVersion::Draft12);
    case DataFormat::Gexf13:
        return gexfText(flat(), GexfVersion::Version13);
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

std::string leftOutWords(const KnowledgeGraph& whole, const KnowledgeGraph& written,
                         std::string_view why)
{
    const int nodes = whole.nodeCount() - written.nodeCount();
    const int edges = whole.edgeCount() - written.edgeCount();
    if (nodes <= 0 && edges <= 0)
        return {};
    return fmt::format("Left out, {}: {} of {} and {} of {}.", why, grouped(nodes),
                       counted(whole.nodeCount(), "node", "nodes"), grouped(edges),
                       counted(whole.edgeCount(), "edge", "edges"));
}

std::vector<std::string> lossesOf(DataFormat format, const KnowledgeGraph& shown, bool isFiltered)
{
    std::vector<std::string> losses;
    const std::string edges = counted(shown.edgeCount(), "edge", "edges");
    const bool isWhole = format == DataFormat::NodeLinkJson || format == DataFormat::ClaimLines ||
                         format == DataFormat::QuotesCsv || format == DataFormat::ClaimsCsv;
    if (format == DataFormat::NodesCsv)
        losses.push_back(fmt::format("The {} are in a table of their own.", edges));
    else if (format == DataFormat::ClaimsCsv)
        losses.emplace_back("Where the quotes stand in their articles is in the table of quotes.");
    else if (format == DataFormat::QuotesCsv)
        losses.emplace_back(
            "Roles, dates, who says so and how sure it is are in the table of claims.");
    else if (!isWhole)
        losses.push_back(fmt::format(
            "The claims behind {} are counted and quoted, but not written one by one: only "
            "node-link JSON and the tables of claims and quotes have each with its modality, "
            "source and place.",
            edges));
    if (const int others = notHappened(shown); others > 0 && !isWhole && !isTable(format))
        losses.push_back(
            fmt::format("{} of what did not happen, is only planned or expected, or is not said to "
                        "have happened, look like the others: the column “modality” tells.",
                        counted(others, "node or edge", "nodes and edges")));
    if (const int dates = datesThatSayMore(shown); isGexf(format) && dates > 0)
        losses.push_back(fmt::format(
            "The spells of {} do not say that a date is uncertain, approximate or one of several; "
            "the columns “date”, “first” and “last” do.",
            counted(dates, "node or edge", "nodes and edges")));
    if (format == DataFormat::Dot)
        losses.emplace_back("DOT has no types: numbers and flags are text. A backslash is doubled, "
                            "a line break is \\n.");
    if (isFiltered)
        losses.emplace_back("A filter leaves events that one of their claims lets pass; all claims "
                            "of these are written, also those that do not pass.");
    return losses;
}

} // namespace entente
