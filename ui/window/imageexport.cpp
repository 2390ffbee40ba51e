// SPDX-License-Identifier: Apache-2.0
#include "ui/window/imageexport.h"

#include "graph/model/graph.h"

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
    return m_scene.view() == View::Events ? tr("events") : tr("actors");
}

ImageExport::Order::Made ImageExport::Order::make() const
{
    SceneKeeper::Drawn drawn = draw();
    ExportOptions options = wishes.options;
    if (wishes.caption) {
        options.note = noteOf(drawn.shown);
        options.filters = filters;
    }
    return {std::move(drawn.picture), options};
}

ImageExport::Order ImageExport::order(const ImageWishes& wishes,
                                      const std::optional<std::set<NodeId>>& only) const
{
    const Style style = wishes.asOnScreen ? m_scene.style() : Style::of(Theme::Light);
    return {m_scene.drawing(style, only), style, wishes,
            filtersNote(m_scene.filterWords(), m_scene.graph().nodeCount(),
                        m_scene.whole().nodeCount())};
}

void ImageExport::write(const QString& file, Order order)
{
    if (file.isEmpty())
        return;
    m_jobs.run(
        [file, order = std::move(order)](const Progress& progress) {
            const Order::Made made = order.make();
            return exportPicture(made.picture, order.style, file, made.options, progress);
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
