// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/diagnostic.h"
#include "graph/base/id.h"
#include "graph/model/modality.h"
#include "graph/text/edtf.h"

#include <array>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace entente
{

class Copies;
class KnowledgeGraph;
class Ontology;
class Store;

/// What a table lists, one a row.
enum class TableKind { Actors, Meetings, Articles, Ties, Contested };

inline constexpr std::array<TableKind, 5> allTables{TableKind::Actors, TableKind::Meetings,
                                                    TableKind::Articles, TableKind::Ties,
                                                    TableKind::Contested};

/// As in files: "actors", "meetings", "articles", "ties", "contested".
std::string_view nameOf(TableKind kind);

enum class ColumnKind {
    Name,       ///< Of an actor.
    OtherName,  ///< Of the actor at the other end of a tie.
    Type,       ///< In the ontology's words.
    Meetings,   ///< How many, of any modality, that an actor has a role in or an article tells of.
    Ties,       ///< How many other actors there is a tie to.
    First,      ///< Date of the earliest of these that happened, with this actor or these two.
    Last,       ///< Of the latest.
    Articles,   ///< How many speak of it.
    Date,       ///< Of a meeting; an article's publication.
    Title,      ///< Of a meeting or an article.
    Sureness,   ///< Of a meeting: its modality.
    Contested,  ///< Whether a meeting is.
    Claims,     ///< How many a meeting rests on, or an article makes; none that was rejected.
    Sources,    ///< How many independent ones say so: articles that copy one dispatch are one.
    Grade,      ///< Of a meeting: see strengthOf().
    About,      ///< What is contested of a meeting.
    Said,       ///< What is said of that by one side against the others.
    Outlet,     ///< That published an article.
    Problems,   ///< How many were found in an article's files.
    OfModality, ///< How many events of a tie are of one modality.
    Judged,     ///< How many more of them an analyst's judgement alone makes events of the tie.
};

struct Column
{
    ColumnKind kind = ColumnKind::Name;
    std::optional<Modality> modality; ///< Of OfModality; none: unstated.

    bool operator==(const Column&) const = default;
};

/// Words with an order of their own: "happened" before "announced".
struct RankedWords
{
    int rank = 0;
    std::string words;

    auto operator<=>(const RankedWords&) const = default;
};

/// A value, not yet words: numbers sort as numbers, dates as dates. Monostate: nothing is known.
using Cell = std::variant<std::monostate, int, std::string, RankedWords, Edtf>;

/// As in files: dates as EDTF, numbers without marks between their digits.
std::string textOf(const Cell& cell);

/// What a row is about: an actor or a meeting, a tie, an article.
using RowId = std::variant<NodeId, EdgeId, ArticleId>;

struct TableRow
{
    RowId id;
    std::vector<Cell> cells;   ///< One a column.
    std::string otherNames;    ///< That it can be found by, too; one a line.
    bool didNotHappen = false; ///< A meeting.
};

struct Table
{
    TableKind kind = TableKind::Actors;
    std::vector<Column> columns;
    std::vector<TableRow> rows;
};

/// Where tables are read from; borrowed for as long as a call lasts.
struct TableBase
{
    const Store& store;
    const Ontology& ontology;
    const KnowledgeGraph& events;
    const KnowledgeGraph& actors;
    const Diagnostics& diagnostics;
    const Copies* copies = nullptr; ///< Null: not known yet, and so are sources and grades.
};

/// In the order of the graph or the store. Of the modalities, those columns that would be empty are
/// left out.
Table tableOf(TableKind kind, const TableBase& base);

} // namespace entente
