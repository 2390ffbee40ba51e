// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/layout/layout.h"
#include "graph/model/edit.h"
#include "graph/model/shown.h"
#include "ui/jobs/jobs.h"
#include "ui/jobs/layoutclient.h"
#include "ui/paint/picture.h"
#include "ui/paint/style.h"

#include <QObject>

#include <array>
#include <deque>
#include <memory>
#include <optional>

namespace entente
{

class KnowledgeGraph;
class Workspace;

/// Meetings as nodes, or the actors with the ties between them.
enum class View { Events, Actors };

/// Under which id a node's place is kept: an actor stands in both views, elsewhere in each.
NodeId placeIn(View view, NodeId node);

/// Keeps the picture of the view that is on screen in step with the workspace: what is shown, where
/// it stands, how it looks. Asks for a layout only for what has no place yet or when told to; what
/// stands stays where it is. When a layout fails the last good picture stays.
class SceneKeeper : public QObject
{
    Q_OBJECT

public:
    SceneKeeper(Workspace& workspace, LayoutWorker worker, QObject* parent = nullptr);
    ~SceneKeeper() override;

    View view() const { return m_view; }
    const Picture& picture() const { return m_picture; }
    const Style& style() const { return m_style; }
    const Shown& shown() const { return scene().shown; }
    const KnowledgeGraph& graph() const;
    /// By hand; none: chosen by size.
    std::optional<Engine> engine() const { return m_engine; }
    bool isBusy() const { return m_busy; }

    void setView(View view);
    void setTheme(Theme theme);
    /// Lays out by this engine from now on; undoable, as every laying out by command.
    void setEngine(std::optional<Engine> engine);
    /// All anew, hand-placed ones too: one step of undo.
    void layOutAgain();
    /// Puts what was dragged where it was dropped; movements of one gesture are one step of undo.
    void place(const std::vector<NodePlacement>& placements, int gesture);
    bool isShown(NodeId node) const;
    /// Rather than by a layout.
    bool isPlacedByHand(NodeId node) const;
    /// Shows a node that was left out, with those it has most to do with; places only what is new.
    /// Turns to the events when only these have it.
    void show(NodeId node);
    /// Shows some more of a node's neighbours.
    void expand(NodeId node);
    /// Stops laying out; what is on screen stays.
    void cancel();

Q_SIGNALS:
    /// Another view is turned to; its picture follows.
    void viewChanged(entente::View view);
    /// @param anew nothing stands where it stood, so that the eye has nothing to hold on to.
    void pictureChanged(bool anew);
    void shownChanged();
    void busyChanged(bool busy);
    void failed(const QString& reason);

private:
    /// One view: what is shown and where the layouts so far have put it.
    struct Scene
    {
        std::shared_ptr<const KnowledgeGraph> graph; ///< The one that `shown` was chosen from.
        Shown shown;
        std::unordered_map<NodeId, Point> stands; ///< Unless the store says otherwise.
        /// Newest last. A route is good while both its ends stand where its layout has put them.
        std::deque<std::shared_ptr<const Arrangement>> layouts;
    };
    enum class Purpose { Fill, Again };

    Scene& scene() { return m_scenes.at(static_cast<std::size_t>(m_view)); }
    const Scene& scene() const { return m_scenes.at(static_cast<std::size_t>(m_view)); }
    std::shared_ptr<const KnowledgeGraph> graphOf(View view) const;

    void onOpened();
    void onChanged(const Change& change);
    /// Sees to it that all that is to be shown is chosen, has its place, and is drawn.
    void update();
    void choose(const std::shared_ptr<const KnowledgeGraph>& graph);
    void requestLayout(Purpose purpose);
    void send(LayoutRequest request);
    void takeLayout(const Layout& layout);
    void draw(bool anew);
    void take(const Picture& picture, bool anew);
    std::optional<Point> standOf(NodeId node) const;
    bool isPlaced() const;
    Arrangement arrangement() const;
    void announceBusy();

    Workspace& m_workspace;
    Jobs m_choosing;
    Jobs m_drawing;
    LayoutClient m_client;
    Style m_style;
    Picture m_picture;
    View m_view = View::Events;
    std::optional<Engine> m_engine;
    std::array<Scene, 2> m_scenes;
    std::vector<std::filesystem::path> m_paths;
    std::optional<NodeId> m_wanted; ///< To be shown once the other view is chosen.
    Shown m_requested;              ///< What the layout client is at work on, and why.
    Purpose m_purpose = Purpose::Fill;
    bool m_busy = false;
};

} // namespace entente
