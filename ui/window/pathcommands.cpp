// SPDX-License-Identifier: Apache-2.0
#include "ui/window/pathcommands.h"

#include "ui/text/qtext.h"
#include "ui/window/actions.h"
#include "ui/window/messagebar.h"
#include "ui/workspace/explorer.h"
#include "ui/workspace/filteredview.h"
#include "ui/workspace/scenekeeper.h"
#include "ui/workspace/selection.h"
#include "ui/workspace/workspace.h"

#include <QLocale>

#include <algorithm>

namespace entente
{

namespace
{

/// Of one step; more are counted in the panel, when its tie is asked for.
constexpr std::size_t meetingsShown = 3;

std::set<NodeId> nodesOf(const Paths& paths, View view)
{
    std::set<NodeId> nodes;
    for (const Chain& chain : paths.chains) {
        for (const Hop& hop : chain) {
            nodes.insert({hop.from, hop.to});
            for (std::size_t i = 0; view == View::Events && i < hop.meetings.size(); ++i) {
                if (i < meetingsShown)
                    nodes.insert(hop.meetings[i].event);
            }
        }
    }
    return nodes;
}

} // namespace

PathCommands::PathCommands(const ExploreParts& parts, Explorer& explorer, QObject* parent)
    : QObject(parent)
    , m_parts(parts)
    , m_explorer(explorer)
{
    connect(parts.actions.findPath, &QAction::triggered, this, [this] { find(false, false); });
    connect(parts.actions.findPathShown, &QAction::triggered, this, [this] { find(false, true); });
    connect(&parts.selection, &Selection::changed, this, &PathCommands::enable);
    connect(&parts.workspace, &Workspace::opened, &m_jobs, &Jobs::cancel);
    connect(&parts.workspace, &Workspace::changed, this, [this](const Change& change) {
        if (change.content())
            m_jobs.cancel();
    });
    enable();
}

std::optional<std::pair<NodeId, NodeId>> PathCommands::ends() const
{
    const KnowledgeGraph& actors = *m_parts.workspace.actors();
    std::vector<NodeId> selected;
    for (const NodeId node : m_parts.selection.nodes()) {
        if (actors.node(node) != nullptr)
            selected.push_back(node);
    }
    return selected.size() == 2 ? std::optional(std::pair(selected[0], selected[1])) : std::nullopt;
}

void PathCommands::enable()
{
    for (QAction* action : {m_parts.actions.findPath, m_parts.actions.findPathShown})
        action->setEnabled(ends().has_value());
}

void PathCommands::find(bool all, bool amongShown)
{
    const auto between = ends();
    if (!between || m_parts.scene.isStale())
        return;
    PathRequest request{.from = between->first, .to = between->second};
    if (all)
        request.modalities.clear();
    if (amongShown) {
        const std::vector<NodeId>& shown = m_parts.scene.shown().nodes;
        request.among.emplace(shown.begin(), shown.end());
    }
    m_jobs.run(
        [request, view = FilteredView(m_parts.workspace, View::Events, m_parts.scene.filter(), {}),
         ontology = m_parts.workspace.sharedOntology()](const Progress& progress) {
            Found found{view.make().graph, {}};
            const KnowledgeGraph actors = actorsProjection(*found.events, *ontology);
            if (actors.node(request.from) != nullptr && actors.node(request.to) != nullptr)
                found.paths = shortestPaths(*found.events, actors, *ontology, request, progress);
            return found;
        },
        this, [this, request](const Found& found) { show(request, found); });
}

void PathCommands::show(const PathRequest& request, const Found& result)
{
    const Paths& paths = result.paths;
    const KnowledgeGraph& graph = *m_parts.workspace.events();
    if (graph.node(request.from) == nullptr || graph.node(request.to) == nullptr)
        return; // Gone meanwhile.
    const QString one = visibleForm(toQString(graph.node(request.from)->name));
    const QString other = visibleForm(toQString(graph.node(request.to)->name));
    const bool countsAll = request.modalities.empty();
    if (paths.chains.empty() && request.among)
        return m_parts.message.showPassing(
            tr("Over those who are shown nothing leads from %1 to %2.").arg(one, other),
            tr("Look Among All"), [this, countsAll] { find(countsAll, false); });
    if (paths.chains.empty() && countsAll)
        return m_parts.message.showPassing(
            tr("Nothing that the filters leave leads from %1 to %2.").arg(one, other));
    if (paths.chains.empty())
        return m_parts.message.showPassing(
            tr("No meetings that happened lead from %1 to %2.").arg(one, other),
            tr("Count All Meetings"), [this] { find(true, false); });
    // An office is no tie: only among the meetings there is a line for it.
    const bool hasOffices = std::ranges::any_of(paths.chains, [](const Chain& chain) {
        return std::ranges::any_of(chain, [](const Hop& hop) { return hop.meetings.empty(); });
    });
    if (hasOffices)
        m_explorer.setView(View::Events);
    m_explorer.showThese(nodesOf(paths, m_parts.scene.view()),
                         tr("how %1 and %2 are connected").arg(one, other));
    const auto shown = static_cast<int>(paths.chains.size());
    QString words = tr("%Ln shortest chain(s)", nullptr, shown);
    if (paths.inAll > shown)
        words = tr("The first %1 of %2 shortest chains")
                    .arg(QLocale().toString(shown), QLocale().toString(paths.inAll));
    words = (countsAll    ? tr("%1, each of %2, over all meetings, also those that did not happen.")
             : hasOffices ? tr("%1, each of %2, over meetings that happened and offices.")
                          : tr("%1, each of %2, over meetings that happened."))
                .arg(words, tr("%Ln step(s)", nullptr, paths.hops));
    if (countsAll)
        m_parts.message.showPassing(words);
    else // Also where some lead over meetings that happened: others may be shorter.
        m_parts.message.showPassing(
            words, tr("Count All Meetings"),
            [this, among = request.among.has_value()] { find(true, among); });
    Q_EMIT found(request, paths, result.events);
}

} // namespace entente
