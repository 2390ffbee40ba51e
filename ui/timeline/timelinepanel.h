// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/query/filter.h"
#include "ui/jobs/jobs.h"
#include "ui/timeline/timelinestrip.h"
#include "ui/window/explorecommands.h"

#include <QWidget>

class QLabel;
class QMenu;
class QToolButton;

namespace entente
{

/// What becomes of what has no date.
enum class Undated { Shown, Dimmed, Hidden };

/// The strip with what stands above it: what is brushed, what has no date and what becomes of it,
/// and the day that all is seen from. Wired to the explorer: it follows filters and selection, and
/// what is brushed is a filter like any other.
class TimelinePanel : public QWidget
{
    Q_OBJECT

public:
    TimelinePanel(const ExploreParts& parts, Explorer& explorer, QWidget* parent = nullptr);
    ~TimelinePanel() override;

    void setStyle(const Style& style);
    TimelineStrip& strip() { return *m_strip; }
    QToolButton& undatedButton() { return *m_undatedButton; }
    QToolButton& dayButton() { return *m_dayButton; }
    Undated undated() const { return m_undated; }
    bool isBusy() const { return m_jobs.isBusy(); }

Q_SIGNALS:
    void articleWanted(entente::ArticleId article);
    /// To choose the day as in any other filter.
    void dayChoiceWanted();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void build();
    void wire();
    void read();
    void take(TimelineData read);
    void showFilter();
    void showSelection();
    void showWords();
    void setUndated(Undated undated);
    void fade();
    void brush(std::optional<DaySpan> days, bool goesOn);
    void seeFrom(std::optional<int> day, bool goesOn);

    ExploreParts m_parts;
    Explorer& m_explorer;
    TimelineStrip* m_strip;
    QLabel* m_words;
    QToolButton* m_undatedButton;
    QToolButton* m_dayButton;
    QMenu* m_undatedMenu;
    Undated m_undated = Undated::Shown;
    bool m_dims = false;   ///< What has no date, while it is not hidden.
    bool m_isRead = false; ///< Or being read.
    Filter m_readFilter;   ///< That was asked of what is read.
    Jobs m_jobs;
};

} // namespace entente
