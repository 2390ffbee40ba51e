// SPDX-License-Identifier: Apache-2.0
#include "ui/window/dossierexport.h"

#include "graph/base/writefile.h"
#include "graph/citing/dossier.h"
#include "graph/citing/dossierhtml.h"
#include "graph/citing/dossiermarkdown.h"
#include "graph/query/copies.h"
#include "ui/paint/exporter.h"
#include "ui/paint/writefailure.h"
#include "ui/text/paths.h"
#include "ui/text/qtext.h"
#include "ui/workspace/filteredview.h"
#include "ui/workspace/scenekeeper.h"
#include "ui/workspace/workspace.h"

#include <algorithm>

namespace entente
{

namespace
{

/// Without a picture where nothing of it is shown.
DossierPicture pictureFrom(const std::function<SceneKeeper::Drawn()>& drawing, const Style& style)
{
    const SceneKeeper::Drawn drawn = drawing();
    if (drawn.picture.isEmpty())
        return {};
    const Expected<std::string, QString> svg = svgTextOf(drawn.picture, style);
    return svg ? DossierPicture{*svg, toUtf8(noteOf(drawn.shown))} : DossierPicture{};
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

/// Of one, also who and what is around it.
std::set<NodeId> DossierExport::inPicture(const std::set<NodeId>& nodes) const
{
    const KnowledgeGraph& graph = m_scene.graph();
    std::set<NodeId> around = nodes;
    const Node* one = nodes.size() == 1 ? graph.node(*nodes.begin()) : nullptr;
    if (one != nullptr)
        around = aroundOf(graph, one->id, m_scene.view() == View::Actors).nodes;
    std::set<NodeId> shown;
    std::ranges::copy_if(around, std::inserter(shown, shown.end()),
                         [&](NodeId node) { return m_scene.isShown(node); });
    return shown;
}

void DossierExport::write(const QString& file, const std::set<NodeId>& nodes,
                          const std::string& title)
{
    const Style style = Style::of(Theme::Light);
    m_jobs.run(
        [from = m_workspace.asItIs(),
         view = FilteredView(m_workspace, View::Events, m_scene.filter(), nullptr), nodes, title,
         filters = m_scene.filterWords(), known = m_workspace.copies(),
         drawing = m_scene.drawing(style, inPicture(nodes)), style,
         file](const Progress& progress) -> std::error_code {
            progress.report("Writing the dossier", 0, 0);
            const GraphInView events = view.make();
            const Copies copies = known ? *known : Copies::among(from.store, progress);
            const bool isMarkdown = file.endsWith(QLatin1String(".md"), Qt::CaseInsensitive);
            std::set<NodeId> left;
            std::ranges::copy_if(nodes, std::inserter(left, left.end()),
                                 [&](NodeId node) { return events.graph->node(node) != nullptr; });
            const Dossier dossier =
                dossierOf({from.store, *from.ontology,
                           events.known.events ? *events.known.events : *events.whole, copies},
                          {*events.graph, left, title, filters,
                           isMarkdown ? DossierPicture{} : pictureFrom(drawing, style)});
            if (progress.stopped())
                return std::make_error_code(std::errc::operation_canceled);
            return writeFile(toPath(file),
                             isMarkdown ? dossierMarkdown(dossier) : dossierHtml(dossier));
        },
        this,
        [this, file](std::error_code trouble) {
            if (trouble)
                Q_EMIT failed(whyNotWritten(file, trouble));
            else
                Q_EMIT written(file);
        });
}

void DossierExport::cancel() { m_jobs.cancel(); }

} // namespace entente
