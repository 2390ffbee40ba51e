// SPDX-License-Identifier: Apache-2.0
#include "ui/window/imageexport.h"

#include "graph/citing/datahash.h"
#include "graph/citing/notesfiles.h"
#include "graph/citing/shownsources.h"
#include "graph/model/graph.h"
#include "graph/query/copies.h"
#include "ui/text/paths.h"
#include "ui/text/qtext.h"
#include "ui/workspace/workspace.h"

namespace entente
{

ImageExport::ImageExport(const Workspace& workspace, const SceneKeeper& scene, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
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
        options.note = noteOf(drawn.shown, style.wording);
        options.filters = filters;
    }
    options.sources = sources(drawn.shown);
    options.saysData = wishes.caption;
    if (wishes.notesBeside)
        options.notesFile = QStringLiteral("….notes.md"); // Its name is not known before.
    return {std::move(drawn.picture), options};
}

namespace
{

/// Of the day that is looked at, or all.
std::shared_ptr<const KnowledgeGraph> eventsOf(const SceneKeeper& scene, const Workspace& workspace)
{
    return scene.known().events ? scene.known().events : workspace.events();
}

} // namespace

ImageExport::Order ImageExport::order(const ImageWishes& wishes,
                                      const std::optional<std::set<NodeId>>& only) const
{
    Style style = wishes.asOnScreen ? m_scene.style() : Style::of(Theme::Light);
    style.wording = wishes.wording;
    auto sources = [from = m_workspace.asItIs(), events = eventsOf(m_scene, m_workspace),
                    graph = m_scene.sharedGraph(), known = m_workspace.copies(), hash = dataHash(),
                    withNumbers = wishes.citations, day = wishes.day](const Shown& shown) {
        const Copies copies = known ? *known : Copies::among(from.store);
        const CitingBase base{from.store, *from.ontology, *events, copies};
        return std::make_shared<const ShownSources>(
            shownSourcesOf(base, *graph, shown, {withNumbers, day, hash.get()}));
    };
    return {m_scene.drawing(style, only), std::move(sources), style, wishes,
            filtersNote(wordsOf(m_scene.filter(), m_workspace.ontology(), m_workspace.store(),
                                style.wording),
                        m_scene.graph().nodeCount(), m_scene.whole().nodeCount(), style.wording)};
}

/// The same for as long as the data is: a preview that follows each key has no time for it.
std::shared_future<std::string> ImageExport::dataHash() const
{
    const auto events = eventsOf(m_scene, m_workspace);
    const StoreAsItIs from = m_workspace.asItIs(); // An article's title can change with no event.
    if (!m_hash.valid() || m_hashed != events || m_hashedRevision != from.revision) {
        m_hashed = events;
        m_hashedRevision = from.revision;
        m_hash = std::async(std::launch::deferred, [from, events] {
                     return dataHashOf(from.store, *from.ontology, *events);
                 }).share();
    }
    return m_hash;
}

void ImageExport::write(const QString& file, Order order)
{
    if (file.isEmpty())
        return;
    m_jobs.run(
        [file, order = std::move(order)](const Progress& progress) -> Expected<Exported, QString> {
            const Order::Made made = order.make();
            if (!made.options.notesFile.isEmpty()) {
                if (const auto inTheWay = notesInTheWay(toPath(file)))
                    return Unexpected{toQString(*inTheWay)};
            }
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
