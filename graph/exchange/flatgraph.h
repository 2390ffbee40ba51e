// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/geometry.h"
#include "graph/base/id.h"
#include "graph/text/edtf.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace entente
{

class Copies;
struct NodeLink;

/// What a column of a flat graph holds.
enum class FlatType { Text, Whole, Flag, List };

struct FlatColumn
{
    std::string name; ///< As in files: "modality".
    FlatType type = FlatType::Text;
};

/// One cell; empty: it is not known, or does not apply.
using FlatValue = std::variant<std::monostate, std::string, int, bool, std::vector<std::string>>;

/// The days between which something lies; an end that is open has none.
struct Days
{
    std::optional<Day> first, last;

    bool operator==(const Days&) const = default;
};

struct FlatNode
{
    std::string id;
    std::string label;
    std::vector<FlatValue> values; ///< One for each of the columns.
    std::vector<Days> days;        ///< Of an event that is dated: one.
    std::optional<Point> place;
    std::uint32_t colour = 0; ///< sRGB, 0xRRGGBB.
};

struct FlatEdge
{
    std::string id, source, target;
    std::string label;
    std::string kind; ///< What tells it from others between the same two: "Visitor", "Tie".
    std::vector<FlatValue> values;
    std::vector<Days> days; ///< Of each dated event behind it.
    int weight = 0;         ///< Independent sources; 0 where only a judgement stands behind it.
};

/// A graph with one row of plain values for each node and edge: what programs that know nothing of
/// claims can take in. The evidence goes along as words; what is lost is told by lossesOf().
struct FlatGraph
{
    std::string name;
    std::string description; ///< What was asked of it, in words, and by whom it was written.
    bool isDirected = true;
    std::vector<FlatColumn> nodeColumns, edgeColumns;
    std::vector<FlatNode> nodes;
    std::vector<FlatEdge> edges;
};

/// @param places of nodes, where they have one.
FlatGraph flatten(const NodeLink& content, const Copies& copies,
                  const std::map<NodeId, Point>& places = {});

/// What a type is called in XML: "string", "boolean", and whole numbers and lists as the format has
/// them.
const char* typeName(FlatType type, const char* whole, const char* list = "string");
/// Text as it stands in a cell: "", "true", "12", "one; another".
std::string textOf(const FlatValue& value);
/// "2024-01-05"; years before 1000 with their zeros.
std::string isoDay(Day day);

} // namespace entente
