// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/timeline/timelinepanel.h"
#include "ui/window/rankcommands.h"
#include "ui/workspace/scene.h"

#include <QObject>

class QTabWidget;

namespace entente
{

class BusyBar;
class EvidencePanel;
class ExploreCommands;
class FilterCommands;
class PathPanel;
class TableCommands;

struct AnalysisParts
{
    ExploreCommands& explore;
    FilterCommands& filters;
    TableCommands& tables;
    EvidencePanel& evidence;
    BusyBar& busy;
};

/// How we know: the timeline, what was known on a day, what is contested, and who matters; wired to
/// the rest of the window.
class AnalysisCommands : public QObject
{
    Q_OBJECT

public:
    AnalysisCommands(const AnalysisParts& parts, QObject* parent);

    /// Where the timeline comes, as the last of a column, and the chains, as a tab.
    void putInto(QWidget& column, QTabWidget& side);
    void setStyle(const Style& style);
    TimelinePanel& timeline() { return *m_timeline; }
    PathPanel& path() { return *m_path; }
    bool isBusy() const { return m_ranking.isBusy() || m_timeline->isBusy(); }

Q_SIGNALS:
    void articleWanted(entente::ArticleId article);

private:
    void wireTimeline();
    void wireRanking();
    void wirePath();
    void followKnown();

    AnalysisParts m_parts;
    RankCommands m_ranking;
    TimelinePanel* m_timeline;
    PathPanel* m_path;
    QTabWidget* m_side = nullptr;
    KnownGraphs m_known; ///< That the evidence is read from.
};

} // namespace entente
