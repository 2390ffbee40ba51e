// SPDX-License-Identifier: Apache-2.0
#include "ui/window/dataexport.h"

#include "graph/base/writefile.h"
#include "graph/exchange/csv.h"
#include "graph/exchange/nodelink.h"
#include "graph/query/copies.h"
#include "ui/paint/writefailure.h"
#include "ui/text/paths.h"
#include "ui/text/qtext.h"
#include "ui/workspace/scenekeeper.h"
#include "ui/workspace/workspace.h"

namespace entente
{

DataExport::DataExport(const Workspace& workspace, const SceneKeeper& scene, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_scene(scene)
{
    connect(&m_jobs, &Jobs::busyChanged, this, &DataExport::busyChanged);
    connect(&m_jobs, &Jobs::progressed, this, &DataExport::progressed);
    connect(&m_jobs, &Jobs::failed, this, &DataExport::failed);
}

std::map<NodeId, Point> DataExport::places() const
{
    std::map<NodeId, Point> places;
    for (const NodeId node : m_scene.shown().nodes) {
        if (const std::optional<Point> place = m_scene.standOf(node))
            places.emplace(node, *place);
    }
    return places;
}

void DataExport::write(const QString& file, const DataWishes& wishes)
{
    const KnownGraphs& then = m_scene.known();
    m_jobs.run(
        [from = m_workspace.asItIs(), events = then.events ? then.events : m_workspace.events(),
         wishes, known = m_workspace.copies(), places = places(),
         view = std::string(m_scene.view() == View::Events ? "events" : "actors"),
         filters = m_scene.filterWords(),
         path = toPath(file)](const Progress& progress) -> std::error_code {
            progress.report("Writing the data", 0, 0);
            const Copies copies = known ? *known : Copies::among(from.store, progress);
            std::string text = dataText(wishes.format,
                                        {from.store, *from.ontology, *events, *wishes.graph,
                                         toUtf8(wishes.name), view, filters, wishes.part},
                                        copies, places);
            if (wishes.hasMark && !infoOf(wishes.format).table.empty())
                text.insert(0, csvMark);
            return progress.stopped() ? std::make_error_code(std::errc::operation_canceled)
                                      : writeFile(path, text);
        },
        this,
        [this, file](std::error_code trouble) {
            if (trouble)
                Q_EMIT failed(whyNotWritten(file, trouble));
            else
                Q_EMIT written(file);
        });
}

void DataExport::cancel() { m_jobs.cancel(); }

} // namespace entente
