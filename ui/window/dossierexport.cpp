// SPDX-License-Identifier: Apache-2.0
#include "ui/window/dossierexport.h"

#include "graph/base/writefile.h"
#include "graph/citing/dossier.h"
#include "graph/citing/dossierfiles.h"
#include "graph/query/copies.h"
#include "ui/paint/dossierpicture.h"
#include "ui/paint/writefailure.h"
#include "ui/text/paths.h"
#include "ui/text/qtext.h"
#include "ui/workspace/filteredview.h"
#include "ui/workspace/scenekeeper.h"
#include "ui/workspace/workspace.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

namespace entente
{

namespace
{

/// How it ended, for people; empty: it is written, or was stopped.
using Trouble = QString;

/// What is chosen, on another thread.
struct Order
{
    StoreAsItIs from;
    FilteredView view;
    std::shared_ptr<const KnowledgeGraph> onScreen;
    std::shared_ptr<const Copies> known;
    std::function<SceneKeeper::Drawn()> drawing; ///< Of the nodes of the part.
    Shown part;
    DossierWishes wishes;
    std::string filters;
    QString file;

    Trouble carryOut(const Progress& progress) const;

private:
    std::optional<DossierSubject> subject(const KnowledgeGraph& events,
                                          const Progress& progress) const;
    Expected<DossierPicture, QString> picture(const CitingBase& base) const;
};

std::vector<NodeId> nodesOf(const Chain& chain)
{
    std::vector<NodeId> nodes{chain.front().from};
    std::ranges::transform(chain, std::back_inserter(nodes), &Hop::to);
    return nodes;
}

/// The chains once more, in what the filters leave by now; nothing: one of them is not there.
std::optional<DossierPath> foundAgain(const DossierPath& path, const KnowledgeGraph& events,
                                      const Ontology& ontology, const Progress& progress)
{
    const KnowledgeGraph actors = actorsProjection(events, ontology);
    if (actors.node(path.request.from) == nullptr || actors.node(path.request.to) == nullptr)
        return std::nullopt;
    const Paths now = shortestPaths(events, actors, ontology, path.request, progress);
    DossierPath again{path.request, {{}, now.inAll, now.hops}};
    for (const Chain& chain : path.paths.chains) {
        const auto same = std::ranges::find(now.chains, nodesOf(chain), nodesOf);
        if (same == now.chains.end())
            return std::nullopt;
        again.paths.chains.push_back(*same);
    }
    return again;
}

std::optional<DossierSubject> Order::subject(const KnowledgeGraph& events,
                                             const Progress& progress) const
{
    if (!wishes.path)
        return subjectOf(events, onScreen.get(), *from.ontology, wishes.nodes, wishes.edges);
    auto path = foundAgain(*wishes.path, events, *from.ontology, progress);
    if (!path)
        return std::nullopt;
    DossierSubject subject;
    subject.path = std::move(path);
    return subject;
}

/// Of the edges between its nodes those alone that it names.
Picture onlyEdgesOf(const Shown& part, const Picture& picture)
{
    const std::set<EdgeId> named(part.edges.begin(), part.edges.end());
    std::vector<EdgeItem> edges = picture.edges();
    std::erase_if(edges, [&](const EdgeItem& edge) { return !named.contains(edge.id); });
    return {picture.nodes(), std::move(edges), picture.timeAxis()};
}

/// None where nothing of it is shown.
Expected<DossierPicture, QString> Order::picture(const CitingBase& base) const
{
    if (!wishes.picture)
        return DossierPicture{};
    const Picture drawn = onlyEdgesOf(part, drawing().picture);
    if (drawn.isEmpty())
        return DossierPicture{};
    const Style style = Style::of(Theme::Light);
    return dossierPicture({drawn, style, *onScreen, part}, base, filters,
                          isMarkdownFile(toPath(file)));
}

Trouble Order::carryOut(const Progress& progress) const
{
    progress.report("Writing the dossier", 0, 0);
    const GraphInView events = view.make();
    const Copies copies = known ? *known : Copies::among(from.store, progress);
    const CitingBase base{from.store, *from.ontology,
                          events.known.events ? *events.known.events : *events.whole, copies};
    std::optional<DossierSubject> about = subject(*events.graph, progress);
    if (progress.stopped())
        return {};
    if (!about)
        return DossierExport::tr("The path is another one by now: the filters have changed since "
                                 "it was found. Find it again with Ctrl+J, then export.");
    Expected<DossierPicture, QString> drawn = picture(base);
    if (!drawn)
        return drawn.error();
    const Dossier dossier = dossierOf(
        base, {*events.graph, *std::move(about), wishes.title, filters, *std::move(drawn)});
    if (progress.stopped())
        return {};
    const auto trouble = writeTogether(dossierFiles(dossier, toPath(file)));
    return trouble ? whyNotWritten(toQt(trouble->path), trouble->why) : QString();
}

} // namespace

DossierExport::DossierExport(const Workspace& workspace, const SceneKeeper& scene, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_scene(scene)
{
    connect(&m_jobs, &Jobs::busyChanged, this, &DossierExport::busyChanged);
    connect(&m_jobs, &Jobs::progressed, this, &DossierExport::progressed);
    connect(&m_jobs, &Jobs::failed, this, &DossierExport::failed);
}

QStringList DossierExport::filters() { return {tr("HTML page (*.html)"), tr("Markdown (*.md)")}; }

QStringList DossierExport::suffixes() { return {QStringLiteral("html"), QStringLiteral("md")}; }

Shown DossierExport::onScreen(const DossierWishes& wishes) const
{
    const KnowledgeGraph& graph = m_scene.graph();
    const bool isActors = m_scene.view() == View::Actors;
    DossierSubject about;
    about.path = wishes.path;
    if (!wishes.path) {
        const auto events = m_workspace.events();
        about = subjectOf(isActors ? *events : graph, &graph, m_workspace.ontology(), wishes.nodes,
                          wishes.edges);
    }
    Shown part = about.nodes.size() > nodesOnAPage
                     ? showOnly(graph, about.nodes, m_scene.shown().reason)
                     : pictured(graph, about, isActors);
    std::erase_if(part.nodes, [&](NodeId node) { return !m_scene.isShown(node); });
    std::erase_if(part.edges, [&](EdgeId edge) {
        return !m_scene.isShown(graph.source(edge)) || !m_scene.isShown(graph.target(edge));
    });
    return part;
}

void DossierExport::write(const QString& file, const DossierWishes& wishes)
{
    if (const auto inTheWay = pictureInTheWay(toPath(file)); inTheWay && wishes.picture)
        return Q_EMIT failed(toQString(*inTheWay));
    Shown part = onScreen(wishes);
    auto drawing = m_scene.drawing(Style::of(Theme::Light),
                                   std::set<NodeId>(part.nodes.begin(), part.nodes.end()));
    m_jobs.run([order = Order{m_workspace.asItIs(),
                              FilteredView(m_workspace, View::Events, m_scene.filter(), nullptr),
                              m_scene.sharedGraph(), m_workspace.copies(), std::move(drawing),
                              std::move(part), wishes, m_scene.filterWords(),
                              file}](const Progress& progress) { return order.carryOut(progress); },
               this,
               [this, file](const Trouble& trouble) {
                   if (trouble.isEmpty())
                       Q_EMIT written(file);
                   else
                       Q_EMIT failed(trouble);
               });
}

void DossierExport::cancel() { m_jobs.cancel(); }

} // namespace entente
