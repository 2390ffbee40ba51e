// SPDX-License-Identifier: Apache-2.0
#include "ui/window/analysiscommands.h"

#include "ui/canvas/graphcanvas.h"
#include "ui/filters/filtercommands.h"
#include "ui/panels/evidencepanel.h"
#include "ui/panels/pathpanel.h"
#include "ui/tables/tablespanel.h"
#include "ui/window/actions.h"
#include "ui/window/busybar.h"
#include "ui/window/explorecommands.h"
#include "ui/window/tablecommands.h"
#include "ui/workspace/scenekeeper.h"
#include "ui/workspace/selection.h"
#include "ui/workspace/workspace.h"

#include <QBoxLayout>
#include <QSettings>
#include <QTabWidget>

namespace entente
{

namespace
{

constexpr auto shownKey = "window/showTimeline";

} // namespace

AnalysisCommands::AnalysisCommands(const AnalysisParts& parts, QObject* parent)
    : QObject(parent)
    , m_parts(parts)
    , m_ranking(parts.explore.parts(), this)
    , m_timeline(new TimelinePanel(parts.explore.parts(), parts.explore.explorer()))
    , m_path(new PathPanel(parts.explore.parts().workspace))
{
    wireRanking();
    wirePath();
    const ExploreParts& explore = parts.explore.parts();
    connect(explore.actions.seeAsKnownOn, &QAction::triggered, this,
            [this] { m_parts.filters.openFor(Facet::KnownOn); });
    connect(explore.actions.showContested, &QAction::triggered, this, [this] {
        m_parts.explore.parts().actions.showTables->setChecked(true);
        m_parts.tables.panel().turnTo(TableKind::Contested);
    });
    connect(&explore.scene, &SceneKeeper::shownChanged, this, &AnalysisCommands::followKnown);
}

void AnalysisCommands::setStyle(const Style& style)
{
    m_timeline->setStyle(style);
    m_path->setStyle(style);
}

void AnalysisCommands::putInto(QWidget& column, QTabWidget& side)
{
    m_side = &side;
    side.addTab(m_path, tr("Path"));
    static_cast<QVBoxLayout*>(column.layout())->addWidget(m_timeline);
    QAction* show = m_parts.explore.parts().actions.showTimeline;
    show->setChecked(QSettings().value(QLatin1StringView(shownKey), false).toBool());
    m_timeline->setVisible(show->isChecked());
    wireTimeline(); // From here on it is remembered, and takes the focus.
}

void AnalysisCommands::wireTimeline()
{
    connect(m_parts.explore.parts().actions.showTimeline, &QAction::toggled, this,
            [this](bool shown) {
                m_timeline->setVisible(shown);
                if (shown)
                    m_timeline->strip().setFocus();
                else
                    m_parts.explore.parts().canvas.setFocus();
                QSettings().setValue(QLatin1StringView(shownKey), shown);
            });
    connect(m_timeline, &TimelinePanel::articleWanted, this, &AnalysisCommands::articleWanted);
    connect(m_timeline, &TimelinePanel::dayChoiceWanted,
            m_parts.explore.parts().actions.seeAsKnownOn, &QAction::trigger);
}

void AnalysisCommands::wireRanking()
{
    connect(&m_ranking, &RankCommands::busyChanged, this, [this](bool busy) {
        if (busy)
            m_parts.busy.begin(BusyBar::Work::Ranking, tr("Ranking the actors"));
        else
            m_parts.busy.end(BusyBar::Work::Ranking);
    });
    connect(&m_ranking, &RankCommands::progressed, this,
            [this](const QString& words, int done, int total) {
                m_parts.busy.progress(BusyBar::Work::Ranking, words, done, total);
            });
    connect(&m_parts.busy, &BusyBar::cancelled, this, [this](BusyBar::Work work) {
        if (work == BusyBar::Work::Ranking)
            m_ranking.cancel();
    });
}

void AnalysisCommands::wirePath()
{
    connect(&m_parts.explore, &ExploreCommands::pathsFound, this,
            [this](const PathRequest& request, const Paths& paths,
                   const std::shared_ptr<const KnowledgeGraph>& events) {
                m_path->show(request, paths, *events);
                m_parts.explore.parts().actions.showEvidence->setChecked(true);
                m_side->setCurrentWidget(m_path);
            });
    connect(m_path, &PathPanel::picked, this,
            [this](const std::set<NodeId>& nodes, const std::set<EdgeId>& edges) {
                m_parts.explore.parts().selection.set(nodes, edges);
            });
}

/// Evidence that came later is none yet.
void AnalysisCommands::followKnown()
{
    const SceneKeeper& scene = m_parts.explore.parts().scene;
    if (scene.isStale() || scene.known().events == m_known.events)
        return;
    m_known = scene.known();
    m_parts.evidence.showAsKnown(m_known);
}

} // namespace entente
