// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/model/edit.h"
#include "graph/model/shown.h"
#include "graph/query/filter.h"
#include "ui/paint/findings.h"
#include "ui/paint/picture.h"

#include <array>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <unordered_map>

namespace entente
{

class Copies;
class KnowledgeGraph;
class Store;

/// Meetings as nodes, or the actors with the ties between them.
enum class View { Events, Actors };

View otherThan(View view);

/// What is to be shown of a graph, and why this.
struct Wanted
{
    std::vector<NodeId> nodes;
    std::string reason; ///< As in Shown.
    bool isAll = false; ///< All that there was: what has come since belongs to it.

    bool operator==(const Wanted&) const = default;
};

/// What was on screen, to go back to.
struct Glance
{
    View view = View::Events;
    std::vector<NodeId> nodes;
    std::string reason; ///< As in Shown.
    bool isAll = false; ///< All that there was: what has come since belongs to it.
    Filter filter = {};
    std::optional<Wanted> unfiltered = {}; ///< As in Scene.

    /// The same with other nodes on screen. What the filter hides comes back with it when it is
    /// cleared, unless most of what is on screen was taken away: then what was chosen is all.
    Glance with(Wanted wanted) const;

    bool operator==(const Glance&) const = default;
};

/// The same in a newer graph, with the ids that its nodes have there; without those that are gone.
Glance glanceIn(const KnowledgeGraph& newer, const KnowledgeGraph& before, Glance glance);

/// Under which id a node's place is kept: an actor stands in both views, and in each elsewhere once
/// one of them is laid out by command.
NodeId placeIn(View view, NodeId node);

/// Under which id it is kept that a node is pinned: as a place of its own, so that undo, the
/// project file and the reading of the same once more treat it as they treat places.
NodeId pinIn(View view, NodeId node);

/// Under which id it is kept, likewise, that a view is laid out by time; x: periods a year.
NodeId timeIn(View view);

/// A node goes by the id of the first of its records, which changes when an article comes or goes
/// before that. @returns the one it has in a newer graph; nil when none of its records is left.
NodeId idIn(const KnowledgeGraph& newer, const KnowledgeGraph& before, NodeId node);

/// What is to be shown of a graph; and of those of the one before, which it has no longer, and
/// which go by another id in it.
struct Chosen
{
    Shown shown;
    std::optional<Wanted> unfiltered;
    std::vector<NodeId> gone;
    std::unordered_map<NodeId, NodeId> renamed;
};

/// The graphs as they were known on a day that the filter names; null: it names none.
struct KnownGraphs
{
    std::shared_ptr<const KnowledgeGraph> events, actors;
};

/// A graph, and what a filter leaves of it.
struct GraphInView
{
    std::shared_ptr<const KnowledgeGraph> whole, graph; ///< The same where there is no filter.
    Filter filter;
    KnownGraphs known;
    std::shared_ptr<const Copies> copies; ///< That the filter has gone by.
};

/// One view of what is open: what is shown of it, where that stands, and how it looked when it was
/// last drawn. A copy costs little, so that work elsewhere can take one along.
struct Scene
{
    View view = View::Events;
    std::shared_ptr<const KnowledgeGraph> graph; ///< Null: nothing has been chosen from any.
    std::shared_ptr<const KnowledgeGraph> whole; ///< What a filter has left that of.
    Filter filter;
    KnownGraphs known;
    std::shared_ptr<const Copies> copies; ///< That the filter has gone by.
    Shown shown;
    /// What was shown when the same was last open; none once something is shown.
    std::optional<Glance> before;
    /// What would be shown without a filter, so that it comes back; none: there is no filter.
    std::optional<Wanted> unfiltered;
    std::vector<NodeId> gone; ///< Were shown while the graph had them: undo may bring them back.
    /// Unless the store says otherwise. By periodsAYear(): what stood somewhere without a time
    /// axis, and was hidden when it came, has no place in it, but has it again when that is undone.
    std::map<int, std::unordered_map<NodeId, Point>> stands;
    /// Newest last. A route is good while both its ends stand where its layout has put them.
    std::deque<std::shared_ptr<const Arrangement>> layouts;
    /// What has been found out of what is shown, and what for.
    struct Found
    {
        std::shared_ptr<const KnowledgeGraph> graph;
        std::shared_ptr<const Copies> copies;
        std::vector<NodeId> nodes;
        std::vector<EdgeId> edges;
        Findings findings;
    };
    std::shared_ptr<const Found> foundOut;
    Picture picture;

    bool isShown(NodeId node) const;
    std::optional<Point> standOf(NodeId node, const Store& store) const;
    /// Whether no layout may move it.
    bool isPinned(NodeId node, const Store& store) const;
    /// Of its time axis; 0 unless it is laid out by time.
    int periodsAYear(const Store& store) const;
    /// Whether all that is shown has its place.
    bool isPlaced(const Store& store) const;
    /// Whether it has put anything that is shown elsewhere.
    bool isMovedBy(const Change& change) const;
    /// Of what has its place.
    Arrangement arrangement(const Store& store) const;

    /// What would be shown without a filter.
    Wanted wanted() const;
    /// Of a newer graph: what is shown, as far as it is still there; and where all of a small graph
    /// was shown, what has come. Nothing that is shown is hidden by reading it anew. Under another
    /// filter: what it leaves of what would be shown without one; and where somebody did not choose
    /// that, or nothing of it is left, also the busiest of what it leaves.
    Chosen chooseFrom(const GraphInView& newer) const;
    /// Moves on to the newer graph; what goes by another id in it stands where it stood.
    void turnTo(GraphInView newer, Chosen chosen, const Store& store);
    /// Shows a node, with some of its neighbours, or both ends of an edge, if the graph has it.
    /// @returns whether anything was not shown yet.
    bool include(const Target& target);
    /// Shows a node, and some more of its neighbours.
    void expand(NodeId node);
    /// Shows this, as far as the graph has it; and nothing else.
    void show(const Glance& glance);
    /// What has no place of its own here stands where another view has it.
    void standAsIn(const Scene& other, const Store& store);
    /// Places what has no place; remembers the ways of all edges.
    /// @param periodsAYear of the layout's time axis; 0: it has none.
    void keep(const std::shared_ptr<const Arrangement>& layout, int periodsAYear);

private:
    Chosen chooseFirst(const GraphInView& newer) const;
    Chosen chooseAgain(const GraphInView& newer) const;
    Chosen chooseFiltered(const GraphInView& newer) const;
    void showMore(Shown more);
};

/// One for each view, by its number.
std::array<Scene, 2> emptyScenes();

} // namespace entente
