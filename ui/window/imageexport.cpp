// SPDX-License-Identifier: Apache-2.0
#include "ui/window/imageexport.h"

#include "graph/model/graph.h"
#include "ui/paint/exporter.h"
#include "ui/workspace/scenekeeper.h"

namespace entente
{

ImageExport::ImageExport(const SceneKeeper& scene, QObject* parent)
    : QObject(parent)
    , m_scene(scene)
{
    connect(&m_jobs, &Jobs::busyChanged, this, &ImageExport::busyChanged);
    connect(&m_jobs, &Jobs::progressed, this, &ImageExport::progressed);
    connect(&m_jobs, &Jobs::failed, this, &ImageExport::failed);
}

QStringList ImageExport::filters()
{
    return {tr("PNG image (*.png)"), tr("SVG drawing (*.svg)"), tr("PDF document (*.pdf)")};
}

QStringList ImageExport::suffixes()
{
    return {QStringLiteral("png"), QStringLiteral("svg"), QStringLiteral("pdf")};
}

QString ImageExport::suggestedName() const
{
    return m_scene.view() == View::Events ? tr("events.png") : tr("actors.png");
}

void ImageExport::write(const QString& file)
{
    if (file.isEmpty())
        return;
    m_jobs.run(
        [picture = m_scene.picture(), style = m_scene.style(), file,
         options = ExportOptions{.note = noteOf(m_scene.shown()),
                                 .filters = filtersNote(
                                     m_scene.filterWords(), m_scene.graph().nodeCount(),
                                     m_scene.whole().nodeCount())}](const Progress& progress) {
            return exportPicture(picture, style, file, options, progress);
        },
        this,
        [this](const Expected<Exported, QString>& exported) {
            if (exported)
                Q_EMIT written(exported->path);
            else
                Q_EMIT failed(exported.error());
        });
}

void ImageExport::cancel() { m_jobs.cancel(); }

} // namespace entente
