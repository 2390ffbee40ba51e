// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/layout/layout.h"
#include "graph/model/edit.h"
#include "ui/jobs/jobs.h"
#include "ui/jobs/layoutclient.h"
#include "ui/paint/style.h"
#include "ui/workspace/scene.h"

#include <QObject>

#include <array>
#include <functional>
#include <optional>
#include <set>

namespace entente
{

class FilteredView;
class Workspace;

/// Keeps the picture of the view that is on screen in step with the workspace: what is shown, where
/// it stands, how it looks. Asks for a layout only for what has no place yet or when told to; what
/// stands stays where it is, and is shown also while the rest has no place, or gets none.
class SceneKeeper : public QObject
{
    Q_OBJECT

public:
    SceneKeeper(Workspace& workspace, LayoutWorker worker, QObject* parent = nullptr);
    ~SceneKeeper() override;

    View view() const { return m_view; }
    /// Of this view; empty as long as it has none.
    const Picture& picture() const { return scene().picture; }
    const Style& style() const { return m_style; }
    const Shown& shown() const { return scene().shown; }
    /// What the filter leaves of the view's graph; as long as that is being found out, all of it.
    const KnowledgeGraph& graph() const;
    /// The same, for work off the UI thread. @pre !isStale()
    std::shared_ptr<const KnowledgeGraph> sharedGraph() const { return scene().graph; }
    /// All of the view's graph, filter or not.
    const KnowledgeGraph& whole() const { return *graphOf(m_view); }
    const Filter& filter() const { return m_filter; }
    /// The graphs as they were known on the day that the filter names; null: it names none.
    const KnownGraphs& known() const { return scene().known; }
    /// Empty: there is none.
    std::string filterWords() const;
    /// By hand; none: chosen by size.
    std::optional<Engine> engine() const { return m_engine; }
    bool isBusy() const { return m_busy; }
    bool isShown(NodeId node) const { return scene().isShown(node); }
    /// Rather than by a layout.
    bool isPlacedByHand(NodeId node) const;
    /// Its place by now, which the picture may not show yet.
    std::optional<Point> standOf(NodeId node) const;

    void setView(View view);
    void setTheme(Theme theme);
    /// How what is shown is to be seen: sizes, colours, what steps back, grades. Of what is not
    /// among it, it says nothing. The rest of the findings is the keeper's own.
    void emphasise(Findings emphasis);
    const Findings& emphasis() const { return m_emphasis; }
    /// Whether layouts by command are by time, rather than by an engine: as it stands by now.
    bool isByTime() const { return m_byTime; }
    /// Whether there is any event that has a date.
    bool hasDates() const;
    /// Lays out by time from now on; undoable.
    void setByTime();
    /// Lays out by this engine from now on; undoable, as every laying out by command.
    void setEngine(std::optional<Engine> engine);
    /// What rings are laid about; nil: what is in the middle of the graph.
    void setCentre(NodeId node) { m_centre = node; }
    /// All anew, hand-placed ones too, but not what is pinned: one step of undo. What has no place
    /// yet gets one first.
    void layOutAgain();
    /// Of these alone those that are not pinned, among the others, which stay.
    void layOutAgain(const std::set<NodeId>& nodes);
    /// Puts what was dragged where it was dropped. Movements of the same nodes, one after the
    /// other, are one step of undo.
    void place(const std::vector<NodePlacement>& placements);
    /// The same from where they stand by now; those that are not shown stay.
    void move(const std::set<NodeId>& nodes, QPointF sceneDelta);
    bool isPinned(NodeId node) const;
    /// Whether a layout by command may move any of these.
    bool canMove(const std::set<NodeId>& nodes) const;
    /// Keeps layouts from moving these, or lets them. Those that are not shown stay as they are.
    void pin(const std::set<NodeId>& nodes, bool pinned);
    /// Leaves the place of a node that was placed by hand to the layout.
    void release(NodeId node);
    /// Shows a node that was left out, with those it has most to do with, or both ends of an edge;
    /// places only what is new. Turns to the other view when only that has it.
    void show(const Target& target);
    /// Shows some more of a node's neighbours.
    void expand(NodeId node);
    /// Leaves of both views what passes, and of what is shown; what stands stays where it is. What
    /// it hides comes back with another filter.
    void setFilter(const Filter& filter);
    /// What is shown, or is about to be.
    Glance glance() const;
    /// What is shown in both views and where it stands, to go on from when the same is opened
    /// again; empty: nothing is.
    std::string look() const;
    /// Whether the graph has changed, and what is to be shown of it is still being chosen.
    bool isStale() const;
    /// Shows this and nothing else, in its view. What stood somewhere before stands there again.
    void show(const Glance& glance);
    /// Draws what is shown, or some of it, once more in a style: to be called on whatever thread.
    /// What does not belong to `only` is left out; with none, nothing is. @pre !isStale()
    struct Drawn
    {
        Picture picture;
        Shown shown;
    };
    std::function<Drawn()> drawing(const Style& style,
                                   const std::optional<std::set<NodeId>>& only) const;
    /// Stops choosing, laying out and drawing; what is on screen stays.
    void cancel();
    /// Stops the layout and takes the draft that there is of it; if there is none, does nothing.
    void keepDraft();

Q_SIGNALS:
    /// Another view is turned to; its picture follows.
    void viewChanged(entente::View view);
    /// @param anew nothing stands where it stood, so that the eye has nothing to hold on to.
    void pictureChanged(bool anew);
    void shownChanged();
    void filterChanged();
    /// By which style layouts by command are made is another one, without a layout by it.
    void styleChanged();
    /// What the filter leaves has been found out, and some of it is shown now.
    void filterApplied();
    /// What was to be shown is there, but the filter leaves it out.
    void leftOut(const entente::Target& target);
    void busyChanged(bool busy);
    /// Whether there is a draft of the layout that is under way.
    void draftChanged(bool isThere);
    /// For there will be nothing better. @param reason a sentence or two for the user.
    void keptDraft(const QString& reason);
    void failed(const QString& reason);

private:
    enum class Purpose { Fill, Again };

    Scene& scene() { return m_scenes.at(static_cast<std::size_t>(m_view)); }
    const Scene& scene() const { return m_scenes.at(static_cast<std::size_t>(m_view)); }
    std::shared_ptr<const KnowledgeGraph> graphOf(View view) const;
    bool isPlaced() const;
    bool mayMove(NodeId node) const;
    bool isMostMovedBy(const Change& change) const;

    void onOpened();
    void resume(const std::string& look);
    void onChanged(const Change& change);
    void takeBackFilter();
    void takeBackStyle();
    void onFailed(const QString& reason);
    void turnTo(View view, const Target& wanted, std::optional<Glance> glance = {});
    // See to it that all that is to be shown is chosen, has its place, and is drawn:
    void update(); ///< After the graph has changed, or the view.
    void fill();   ///< After more is to be shown of the same.
    void choose();
    void onCopiesChanged();
    Findings findings();
    Findings forLayout();
    void takeChosen(GraphInView newer, Chosen chosen);
    FilteredView filteredView() const;
    void requestLayout();
    void requestByTime(int periodsAYear, Purpose purpose);
    std::vector<std::optional<Point>> pinsFor(const Shown& shown, Purpose purpose) const;
    void send(LayoutRequest request, const Shown& shown, Purpose purpose);
    /// Of a layout by command: what it says of the time axis.
    void keepAxis(PlaceNodes& edit) const;
    void releaseHidden(PlaceNodes& edit) const;
    void takeLayout(const Layout& layout);
    void draw(bool anew);
    void take(const Picture& picture, bool anew);
    void stop();
    void announceBusy();

    Workspace& m_workspace;
    Jobs m_choosing;
    Jobs m_measuring; ///< What a layout is to be asked for.
    Jobs m_drawing;
    LayoutClient m_client;
    Style m_style;
    Findings m_emphasis;
    View m_view = View::Events;
    std::optional<Engine> m_engine;
    std::optional<Engine> m_engineBefore; ///< For as long as a layout by the other is under way.
    bool m_byTime = false;
    NodeId m_centre;
    std::array<Scene, 2> m_scenes;
    Filter m_filter;
    Target m_wanted;                ///< To be shown once the view is chosen.
    std::optional<Glance> m_glance; ///< The same.
    std::set<NodeId> m_only;        ///< Those that are laid out again; empty: all.
    bool m_again = false;           ///< To be laid out again once all has its place.
    Shown m_requested; ///< What the layout client is at work on, and why: set with each request.
    Purpose m_purpose = Purpose::Fill;
    int m_requestedPeriods = 0;        ///< By time; else 0.
    bool m_laysOutAgain = false;       ///< The change that is made is such a layout.
    bool m_movesByHand = false;        ///< The change that is made is a drag, or a nudge.
    bool m_isFirstPart = false;        ///< What is drawn is the first that is seen of it.
    std::optional<bool> m_nextDrawing; ///< After the one that runs; whether anew.
    bool m_busy = false;
};

} // namespace entente
