// SPDX-License-Identifier: Apache-2.0
#include "ui/window/dossierchoices.h"

#include "graph/model/graph.h"
#include "ui/paint/exporter.h"
#include "ui/panels/pathpanel.h"
#include "ui/text/qtext.h"
#include "ui/workspace/scenekeeper.h"
#include "ui/workspace/selection.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace entente
{

namespace
{

/// For what is said in this file.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(entente::DossierChoices)
};

QString nameIn(const KnowledgeGraph& graph, NodeId id)
{
    const Node* node = graph.node(id);
    return node == nullptr ? QString() : visibleForm(toQString(node->name));
}

QString nameIn(const KnowledgeGraph& graph, EdgeId id)
{
    const Edge& edge = *graph.edge(id);
    const QString from = nameIn(graph, graph.source(id));
    const QString to = nameIn(graph, graph.target(id));
    return edge.kind == EdgeKind::Tie
               ? QStringLiteral("%1 — %2").arg(from, to)
               : QStringLiteral("%1 — %2 — %3").arg(from, visibleForm(toQString(edge.label)), to);
}

QString counted(const DossierWishes& wishes)
{
    QString nodes = Words::tr("%Ln node(s)", nullptr, static_cast<int>(wishes.nodes.size()));
    const QString edges = Words::tr("%Ln edge(s)", nullptr, static_cast<int>(wishes.edges.size()));
    if (wishes.edges.empty())
        return nodes;
    return wishes.nodes.empty() ? edges : Words::tr("%1 and %2").arg(nodes, edges);
}

DossierChoice selected(const Selection& selection, const KnowledgeGraph& graph)
{
    DossierChoice choice;
    choice.wishes.nodes = selection.nodes();
    choice.wishes.edges = selection.edges();
    std::erase_if(choice.wishes.nodes, [&](NodeId id) { return graph.node(id) == nullptr; });
    std::erase_if(choice.wishes.edges, [&](EdgeId id) { return graph.edge(id) == nullptr; });
    choice.label = choice.name = Words::tr("What is selected");
    choice.about = counted(choice.wishes);
    if (choice.wishes.nodes.size() + choice.wishes.edges.size() == 1)
        choice.name = choice.about = choice.wishes.edges.empty()
                                         ? nameIn(graph, *choice.wishes.nodes.begin())
                                         : nameIn(graph, *choice.wishes.edges.begin());
    return choice;
}

QString namesOf(const Chain& chain, const KnowledgeGraph& graph)
{
    QStringList names{nameIn(graph, chain.front().from)};
    for (const Hop& hop : chain)
        names << nameIn(graph, hop.to);
    return names.join(QStringLiteral(" — "));
}

void addPath(std::vector<DossierChoice>& choices, const PathPanel& panel,
             const KnowledgeGraph& graph)
{
    const std::optional<DossierPath>& found = panel.path();
    if (!found)
        return;
    const DossierPath& path = *found;
    DossierChoice choice;
    choice.name = QStringLiteral("%1 — %2").arg(nameIn(graph, path.request.from),
                                                nameIn(graph, path.request.to));
    choice.label = Words::tr("The path");
    choice.about =
        Words::tr("%1, %2").arg(choice.name, Words::tr("%Ln chain(s)", nullptr,
                                                       static_cast<int>(path.paths.chains.size())));
    choice.wishes.path = path;
    choices.push_back(choice);
    const auto picked = panel.pickedChain();
    if (!picked || path.paths.chains.size() == 1)
        return;
    const Chain& chain = path.paths.chains[*picked];
    choice.label = Words::tr("Its chain %1").arg(static_cast<int>(*picked) + 1);
    choice.about = choice.name = namesOf(chain, graph);
    choice.wishes.path->paths.chains = {chain};
    choices.push_back(std::move(choice));
}

} // namespace

std::vector<DossierChoice> dossierChoices(const Selection& selection, const SceneKeeper& scene,
                                          const PathPanel* path, const DossierExport& dossier)
{
    const KnowledgeGraph& graph = scene.graph();
    std::vector<DossierChoice> choices;
    if (DossierChoice choice = selected(selection, graph);
        !choice.wishes.nodes.empty() || !choice.wishes.edges.empty())
        choices.push_back(std::move(choice));
    if (path != nullptr && path->path())
        addPath(choices, *path, scene.whole());
    if (!scene.shown().nodes.empty()) {
        DossierChoice all;
        all.label = all.name = Words::tr("All that is shown");
        all.wishes.nodes = {scene.shown().nodes.begin(), scene.shown().nodes.end()};
        all.about = counted(all.wishes);
        choices.push_back(std::move(all));
    }
    for (DossierChoice& choice : choices)
        choice.picture = noteOf(dossier.onScreen(choice.wishes), {});
    return choices;
}

std::size_t placeOfPath(const std::vector<DossierChoice>& choices)
{
    for (std::size_t place = choices.size(); place > 0; --place) {
        if (choices[place - 1].wishes.path)
            return place - 1;
    }
    return 0;
}

} // namespace entente
