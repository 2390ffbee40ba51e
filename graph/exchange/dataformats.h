// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/geometry.h"
#include "graph/base/id.h"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente
{

class Copies;
class KnowledgeGraph;
struct NodeLink;

/// What a graph can be written as for other programs.
enum class DataFormat {
    GraphMl,
    Gexf, ///< 1.2draft.
    Gexf13,
    Dot,
    Cytoscape,
    NodeLinkJson, ///< All that is known of each claim.
    ClaimLines,   ///< The claims alone, one a line.
    NodesCsv,
    EdgesCsv,
    ClaimsCsv,
    QuotesCsv,
};

struct DataFormatInfo
{
    DataFormat format;
    std::string_view name;         ///< "graphml"; of tables "csv".
    std::string_view table;        ///< "edges"; empty: it is no table.
    std::string_view label;        ///< For people: "GraphML".
    std::string_view reader;       ///< Who reads it, for people.
    std::string_view version = {}; ///< "1.3"; empty: there is but one.
};

/// In the order in which they are offered.
std::span<const DataFormatInfo> dataFormats();
const DataFormatInfo& infoOf(DataFormat format);

/// UTF-8, ending in a line feed; the same content gives the same bytes, whatever the locale. What a
/// format cannot hold of a text becomes U+FFFD.
/// @param places of nodes, for those formats that have them.
std::string dataText(DataFormat format, const NodeLink& content, const Copies& copies,
                     const std::map<NodeId, Point>& places = {});

/// What of a graph is left out of another that is written, with counts, for people: "Left out, as
/// it is not shown: 120 of 154 nodes and 260 of 300 edges." Empty: nothing is.
/// @param why "as it is not shown"
std::string leftOutWords(const KnowledgeGraph& whole, const KnowledgeGraph& written,
                         std::string_view why);

/// What the file will not hold, or holds beside what was asked for, in sentences for people, with
/// counts: to be said before it is written.
/// @param isFiltered whether filters have left that.
std::vector<std::string> lossesOf(DataFormat format, const KnowledgeGraph& shown, bool isFiltered);

} // namespace entente
