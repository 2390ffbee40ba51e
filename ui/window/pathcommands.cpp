// SPDX-License-Identifier: Apache-2.0
#include "ui/window/pathcommands.h"

#include "ui/text/qtext.h"
#include "ui/window/actions.h"
#include "ui/window/messagebar.h"
#include "ui/workspace/explorer.h"
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
    connect(parts.actions.findPath, &QAction::triggered, this, [this] { find(false); });
    connect(&parts.selection, &Selection::changed, this, &PathCommands::enable);
    connect(&parts.workspace, &Workspace::opened, &m_jobs, &Jobs::cancel);
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

void PathCommands::enable() { m_parts.actions.findPath->setEnabled(ends().has_value()); }

void PathCommands::find(bool all)
{
    const auto between = ends();
    if (!between || m_parts.scene.isStale())
        return;
    PathRequest request{.from = between->first, .to = between->second};
    if (all)
        request.modalities.clear();
    const bool isOfActors = m_parts.scene.view() == View::Actors;
    m_jobs.run(
        [request, isOfActors, graph = m_parts.scene.sharedGraph(),
         events = m_parts.workspace.events(),
         ontology = m_parts.workspace.sharedOntology()](const Progress& progress) {
            if (isOfActors) // What the filter leaves of the ties names what it leaves of meetings.
                return shortestPaths(*events, *graph, *ontology, request, progress);
            return shortestPaths(*graph, actorsProjection(*graph, *ontology), *ontology, request,
                                 progress);
        },
        this, [this, request](const Paths& paths) { show(request, paths); });
}

void PathCommands::show(const PathRequest& request, const Paths& paths)
{
    const KnowledgeGraph& graph = *m_parts.workspace.events();
    if (graph.node(request.from) == nullptr || graph.node(request.to) == nullptr)
        return; // Gone meanwhile.
    const QString one = visibleForm(toQString(graph.node(request.from)->name));
    const QString other = visibleForm(toQString(graph.node(request.to)->name));
    const bool countsAll = request.modalities.empty();
    if (paths.chains.empty() && countsAll)
        return m_parts.message.showPassing(
            tr("Nothing that is shown or filtered in leads from %1 to %2.").arg(one, other));
    if (paths.chains.empty())
        return m_parts.message.showPassing(
            tr("No meetings that happened lead from %1 to %2.").arg(one, other),
            tr("Count All Meetings"), [this] { find(true); });
    m_explorer.showThese(nodesOf(paths, m_parts.scene.view()),
                         tr("how %1 and %2 are connected").arg(one, other));
    const auto shown = static_cast<int>(paths.chains.size());
    QString words = tr("%Ln shortest chain(s)", nullptr, shown);
    if (paths.inAll > shown)
        words = tr("The first %1 of %2 shortest chains")
                    .arg(QLocale().toString(shown), QLocale().toString(paths.inAll));
    words = (countsAll ? tr("%1, each of %2, over all meetings, also those that did not happen.")
                       : tr("%1, each of %2, over meetings that happened."))
                .arg(words, tr("%Ln step(s)", nullptr, paths.hops));
    m_parts.message.showPassing(words);
}

} // namespace entente
