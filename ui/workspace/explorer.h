// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/workspace/scene.h"

#include <QObject>

#include <memory>
#include <set>
#include <vector>

namespace entente
{

class SceneKeeper;
class Selection;
class Workspace;
struct NeighbourGroup;

/// Moves through the graph (but where an edit turns to another view, so that it is seen, that is no
/// step of it): what is shown of it, step by step, with a way back and forward again as
/// in a browser. None of it is an edit, and none of it moves what stands.
class Explorer : public QObject
{
    Q_OBJECT

public:
    Explorer(Workspace& workspace, SceneKeeper& scene, Selection& selection,
             QObject* parent = nullptr);

    bool canGoBack() const { return !m_back.empty(); }
    bool canGoForward() const { return !m_forward.empty(); }
    void back() { go(m_back, m_forward); }
    void forward() { go(m_forward, m_back); }

    void setView(View view);
    /// Leaves of what is shown what passes. @param goesOn it is one step with the one before.
    void setFilter(const Filter& filter, bool goesOn = false);
    /// Looks the way that was kept, as far as there is still what was seen then.
    void recall(const Glance& glance);
    /// Shows what is not shown yet, with those it has most to do with.
    void goTo(const Target& target);
    /// The same, without any filter: one step.
    void goToUnfiltered(const Target& target);
    /// A node and what is around it, alone: of an actor the meetings and who else was there, of a
    /// meeting who was there.
    void focusOn(NodeId node);
    void focusOnSelected();
    /// Shows some more neighbours of a node, or of all that are selected; the heaviest first.
    void expand(NodeId node);
    void expandSelected();
    /// These and nothing else.
    void showThese(const std::set<NodeId>& nodes, const QString& reason);
    /// These with what is shown.
    void showToo(const std::set<NodeId>& nodes);
    /// Those that are tied to it in one way.
    void expand(const NeighbourGroup& group);
    /// Grows what is shown around what is selected (around all of it, where nothing is) by a step,
    /// and takes the farthest away again.
    void grow();
    void shrink();
    void hideSelected();
    void hideOthers();
    /// All of a graph that can be read, else its busiest part.
    void showAll();

Q_SIGNALS:
    void stepsChanged();
    /// What a step did that cannot be seen at a glance.
    void told(const QString& words);
    /// What is shown now is another part than before, for whoever brings it into view.
    void jumped();

private:
    /// Does something to what is shown; if it did, it is a step that can be gone back from.
    template <class Do>
    void step(Do act);
    void go(std::vector<Glance>& from, std::vector<Glance>& to);
    void show(const std::set<NodeId>& nodes, const std::string& reason, bool isAll = false);
    void onChanged();
    /// What cannot be seen is not to be worked on.
    void letGoOfHidden();
    void growFrom(const std::set<NodeId>& from);
    void add(const std::set<NodeId>& nodes, int leftOut);
    void tellAdded(const Shown& before, int leftOut);
    std::set<NodeId> shownNodes() const;
    /// Of what is selected: what is shown; edges count by their ends.
    std::set<NodeId> selectedNodes() const;

    Workspace& m_workspace;
    SceneKeeper& m_scene;
    Selection& m_selection;
    std::vector<Glance> m_back, m_forward;                    ///< The nearest last.
    std::shared_ptr<const KnowledgeGraph> m_events, m_actors; ///< Whose ids these have.
};

} // namespace entente
