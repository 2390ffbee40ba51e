// SPDX-License-Identifier: Apache-2.0
// How the scene keeper comes by the places of what is shown.
#include "graph/layout/choice.h"
#include "graph/model/graph.h"
#include "graph/query/moments.h"
#include "ui/workspace/scenekeeper.h"
#include "ui/workspace/workspace.h"

#include <algorithm>

namespace entente
{

/// Grades take room beside what edges are called.
Findings SceneKeeper::forLayout() { return m_emphasis.withGrades ? findings() : m_emphasis; }

void SceneKeeper::requestLayout()
{
    // What it would still answer is no answer to this.
    m_client.cancel();
    const Purpose purpose = m_again && isPlaced() ? Purpose::Again : Purpose::Fill;
    const bool isWhole = purpose == Purpose::Again && m_only.empty();
    const int periods = !isWhole   ? scene().periodsAYear(m_workspace.store())
                        : m_byTime ? periodsAYearFor(momentsOf(*scene().graph, shown()))
                                   : 0;
    if (periods > 0)
        return requestByTime(periods, purpose);
    m_measuring.run(
        [graph = scene().graph, shown = scene().shown, ontology = m_workspace.sharedOntology(),
         style = m_style, findings = forLayout()](const Progress&) {
            return makeLayoutRequest(*graph, shown, *ontology, style, findings);
        },
        this,
        [this, shown = scene().shown, purpose](LayoutRequest request) {
            send(std::move(request), shown, purpose);
        });
}

/// It is not worth a process: 150 nodes take a few milliseconds.
void SceneKeeper::requestByTime(int periodsAYear, Purpose purpose)
{
    m_measuring.run(
        [graph = scene().graph, shown = scene().shown, ontology = m_workspace.sharedOntology(),
         style = m_style, findings = forLayout(), pins = pinsFor(shown(), purpose), periodsAYear,
         isWhole = purpose == Purpose::Again && m_only.empty()](const Progress&) {
            LayoutRequest request = makeLayoutRequest(*graph, shown, *ontology, style, findings);
            for (std::size_t i = 0; i < pins.size(); ++i)
                request.nodes[i].pinned = pins[i];
            const std::vector<Moment> moments = momentsOf(*graph, shown);
            const bool anew = isWhole || std::ranges::find_if(pins, [](const auto& pin) {
                                             return pin.has_value();
                                         }) == pins.end();
            return anew ? layOutByTime(request, moments, periodsAYear)
                        : placeByTime(request, moments, periodsAYear);
        },
        this,
        [this, shown = scene().shown, purpose, periodsAYear](const Layout& layout) {
            m_requested = shown;
            m_purpose = purpose;
            m_requestedPeriods = periodsAYear;
            takeLayout(layout);
        });
}

std::vector<std::optional<Point>> SceneKeeper::pinsFor(const Shown& shown, Purpose purpose) const
{
    std::vector<std::optional<Point>> pins;
    pins.reserve(shown.nodes.size());
    for (const NodeId node : shown.nodes)
        pins.push_back(purpose == Purpose::Fill || !mayMove(node) ? standOf(node) : std::nullopt);
    return pins;
}

void SceneKeeper::send(LayoutRequest request, const Shown& shown, Purpose purpose)
{
    const int nodes = static_cast<int>(request.nodes.size());
    const int edges = static_cast<int>(request.edges.size());
    request.engine = m_engine.value_or(chooseEngine(nodes, edges));
    request.routing = chooseRouting(request.engine, nodes, edges);
    const std::vector<std::optional<Point>> pins = pinsFor(shown, purpose);
    bool anyPinned = false;
    for (std::size_t i = 0; i < pins.size(); ++i) {
        request.nodes[i].pinned = pins[i];
        anyPinned = anyPinned || pins[i];
    }
    if (anyPinned)
        request.routing = Routing::Line;
    if (const auto centre = std::ranges::find(shown.nodes, m_centre); centre != shown.nodes.end())
        request.root = static_cast<int>(centre - shown.nodes.begin());
    // Only neato leaves what is pinned where it is.
    if (anyPinned && purpose == Purpose::Fill)
        request.engine = Engine::Neato;
    m_requested = shown;
    m_purpose = purpose;
    m_requestedPeriods = 0;
    m_client.request(request);
}

void SceneKeeper::keepAxis(PlaceNodes& edit) const
{
    if (!m_only.empty())
        return; // The rest stands as it stood.
    const NodeId axis = timeIn(m_view);
    if (m_requestedPeriods > 0)
        edit.placements.push_back({axis, Point{static_cast<double>(m_requestedPeriods), 0}});
    else if (m_workspace.store().placement(axis))
        edit.placements.push_back({axis, std::nullopt});
}

/// What is hidden would come back to where it stood before there was an axis, and be out of time.
void SceneKeeper::releaseHidden(PlaceNodes& edit) const
{
    for (const NodeId node : scene().whole->nodes()) { // By a filter, too.
        if (!isShown(node) && isPlacedByHand(node) && !isPinned(node))
            edit.placements.push_back({placeIn(m_view, node), std::nullopt});
    }
}

void SceneKeeper::takeLayout(const Layout& layout)
{
    const auto arrangement =
        std::make_shared<const Arrangement>(arrangementOf(m_requested, layout));
    const bool isWhole = m_purpose == Purpose::Again && m_only.empty();
    if (isWhole && m_requestedPeriods > 0)
        scene().stands.erase(m_requestedPeriods); // Of an axis that was before.
    scene().keep(arrangement, m_requestedPeriods);
    if (m_purpose == Purpose::Fill) {
        if (m_again)
            requestLayout();
        // The eye was led to what came first, which may be one node of all.
        return draw(std::exchange(m_isFirstPart, false));
    }
    m_again = false;
    m_engineBefore = m_engine;
    PlaceNodes edit;
    for (const NodeId node : m_requested.nodes) {
        if (!mayMove(node))
            continue;
        if (const auto at = arrangement->nodes.find(node); at != arrangement->nodes.end())
            edit.placements.push_back({placeIn(m_view, node), at->second});
    }
    if (isWhole && m_requestedPeriods > 0)
        releaseHidden(edit);
    keepAxis(edit);
    const bool isAsItWas = std::ranges::all_of(edit.placements, [&](const NodePlacement& placed) {
        return m_workspace.store().placement(placed.node) == placed.point;
    });
    if (isAsItWas)
        return draw(false); // No step of undo that takes nothing back.
    m_laysOutAgain = true;  // So it is drawn, once.
    m_workspace.perform(edit, {.words = tr("Lay Out Again")});
    m_laysOutAgain = false;
}

} // namespace entente
