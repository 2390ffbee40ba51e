// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/timelinepanel.h"

#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "ui/panels/panelstyle.h"
#include "ui/text/qtext.h"
#include "ui/window/actions.h"
#include "ui/workspace/filteredview.h"
#include "ui/workspace/scenekeeper.h"
#include "ui/workspace/selection.h"
#include "ui/workspace/workspace.h"

#include <QActionGroup>
#include <QBoxLayout>
#include <QCursor>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace entente
{

namespace
{

bool isOfTime(const Condition& condition)
{
    return condition.facet == Facet::Date || condition.facet == Facet::Reported;
}

/// What is not left out by when it was: the rest of time has to be seen, to be gone to.
Filter withoutTime(Filter filter)
{
    std::erase_if(filter.conditions, isOfTime);
    return filter;
}

bool isSpan(const std::string& value) { return value.find('/') != std::string::npos; }

/// The condition that a brush has set; null: there is none.
Condition* brushIn(Filter& filter)
{
    const auto found = std::ranges::find_if(filter.conditions, [](const Condition& condition) {
        return condition.facet == Facet::Date && !condition.isNegated &&
               std::ranges::count_if(condition.values, isSpan) == 1;
    });
    return found == filter.conditions.end() ? nullptr : &*found;
}

/// @param extent where open ends are.
std::optional<DaySpan> brushOf(Filter filter, const std::optional<DaySpan>& extent)
{
    const Condition* condition = brushIn(filter);
    const std::optional<Edtf> date =
        condition == nullptr ? std::nullopt
                             : parseEdtf(*std::ranges::find_if(condition->values, isSpan));
    std::optional<DaySpan> days = spanOf(date);
    if (!date || !days || !extent)
        return days;
    if (!date->earliest)
        days->first = std::min(extent->first, days->last);
    if (!date->latest)
        days->last = std::max(extent->last, days->first);
    return days;
}

/// Leaves what has no date out, where nothing else is asked of dates.
Condition datedOnly(Facet facet) { return {facet, {""}, true}; }

void leaveUndated(Filter& filter, bool isLeft, const TimelineData& data)
{
    if (Condition* brush = brushIn(filter)) {
        std::erase(brush->values, std::string());
        if (isLeft)
            brush->values.emplace_back();
    }
    for (const Facet facet : {Facet::Date, Facet::Reported}) {
        std::erase(filter.conditions, datedOnly(facet));
        const bool isThere =
            facet == Facet::Date ? !data.undatedEvents.empty() : !data.undatedArticles.empty();
        if (!isLeft && isThere && (facet != Facet::Date || brushIn(filter) == nullptr))
            filter.conditions.push_back(datedOnly(facet));
    }
}

bool leavesUndatedOut(Filter filter)
{
    if (const Condition* brush = brushIn(filter))
        return std::ranges::find(brush->values, std::string()) == brush->values.end();
    return std::ranges::any_of(filter.conditions, [](const Condition& condition) {
        return condition == datedOnly(Facet::Date) || condition == datedOnly(Facet::Reported);
    });
}

std::set<NodeId> eventsOf(const Selection& selection, const KnowledgeGraph& events,
                          const KnowledgeGraph& actors)
{
    std::set<NodeId> chosen;
    const auto addAround = [&](NodeId id) {
        const Node* node = events.node(id);
        if (node == nullptr)
            return;
        if (node->kind == NodeKind::Event) {
            chosen.insert(id);
            return;
        }
        for (const EdgeId edge : events.edgesAt(id)) {
            if (events.edge(edge)->kind == EdgeKind::Role)
                chosen.insert(events.source(edge));
        }
    };
    for (const NodeId node : selection.nodes())
        addAround(node);
    for (const EdgeId id : selection.edges()) {
        if (const Edge* role = events.edge(id); role != nullptr && role->kind == EdgeKind::Role)
            chosen.insert(events.source(id));
        else if (const Edge* tie = actors.edge(id))
            chosen.insert(tie->tie().events.begin(), tie->tie().events.end());
    }
    return chosen;
}

} // namespace

TimelinePanel::TimelinePanel(const ExploreParts& parts, Explorer& explorer, QWidget* parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_explorer(explorer)
    , m_strip(new TimelineStrip(this))
    , m_words(new QLabel(this))
    , m_undatedButton(new QToolButton(this))
    , m_dayButton(new QToolButton(this))
    , m_undatedMenu(new QMenu(this))
{
    setObjectName(QStringLiteral("timeline"));
    setAutoFillBackground(true);
    build();
    wire();
    setStyle(Style::of(Theme::Light));
}

TimelinePanel::~TimelinePanel() = default;

void TimelinePanel::build()
{
    auto* head = new QHBoxLayout;
    head->setContentsMargins(12, 4, 8, 0);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // In a small window.
    head->addWidget(m_words, 1);
    for (QToolButton* button : {m_undatedButton, m_dayButton}) {
        button->setProperty("quiet", true);
        button->setFocusPolicy(Qt::TabFocus);
        head->addWidget(button);
    }
    // It hears nothing of a mouse that leaves while its menu is open, and would stay lit.
    connect(m_undatedMenu, &QMenu::aboutToHide, m_undatedButton, [button = m_undatedButton] {
        button->setAttribute(Qt::WA_UnderMouse,
                             button->rect().contains(button->mapFromGlobal(QCursor::pos())));
        button->update();
    });
    m_undatedButton->setMenu(m_undatedMenu);
    m_undatedButton->setPopupMode(QToolButton::InstantPopup);
    m_dayButton->setText(tr("As Known On…"));
    m_dayButton->setToolTip(tr("Show only what had been published by a day"));
    auto* choice = new QActionGroup(this);
    for (const auto& [undated, words] :
         {std::pair(Undated::Shown, tr("&Show What Has No Date")),
          std::pair(Undated::Dimmed, tr("&Dim It")), std::pair(Undated::Hidden, tr("&Hide It"))}) {
        QAction* action = m_undatedMenu->addAction(words);
        action->setCheckable(true);
        action->setData(static_cast<int>(undated));
        choice->addAction(action);
        connect(action, &QAction::triggered, this,
                [this, undated = undated] { setUndated(undated); });
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_strip);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void TimelinePanel::wire()
{
    connect(m_strip, &TimelineStrip::brushed, this, &TimelinePanel::brush);
    connect(m_strip, &TimelineStrip::dayWanted, this, &TimelinePanel::seeFrom);
    connect(m_strip, &TimelineStrip::articlePicked, this, &TimelinePanel::articleWanted);
    connect(m_strip, &TimelineStrip::eventPicked, this, [this](NodeId event) {
        m_parts.selection.set(event);
        if (!m_parts.scene.isShown(event))
            m_explorer.goTo(event);
    });
    connect(m_dayButton, &QToolButton::clicked, this, &TimelinePanel::dayChoiceWanted);
    connect(&m_parts.selection, &Selection::changed, this, &TimelinePanel::showSelection);
    connect(&m_parts.scene, &SceneKeeper::filterChanged, this, [this] {
        showFilter();
        if (withoutTime(m_parts.scene.filter()) != m_readFilter)
            read();
    });
    connect(&m_parts.workspace, &Workspace::opened, this, [this] {
        m_dims = false;
        m_strip->setData({});
        showFilter();
        read();
    });
    connect(&m_parts.workspace, &Workspace::changed, this, [this](const Change& change) {
        if (change.content())
            read();
    });
    connect(&m_parts.workspace, &Workspace::copiesChanged, this, [this] {
        if (m_parts.scene.filter().asksForSources())
            read();
    });
}

void TimelinePanel::setStyle(const Style& style)
{
    QPalette palette = panelPalette(style);
    setPalette(palette);
    m_strip->setStyle(style);
    palette.setColor(QPalette::WindowText, style.secondaryText);
    m_words->setPalette(palette);
    m_words->setFont(sized(font(), smallPixels));
}

void TimelinePanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!m_isRead)
        read();
}

/// Off the UI thread, and only while somebody looks at it.
void TimelinePanel::read()
{
    m_isRead = isVisible();
    if (!m_isRead)
        return m_jobs.cancel();
    m_readFilter = withoutTime(m_parts.scene.filter());
    m_jobs.run(
        [known = FilteredView(m_parts.workspace, View::Events, m_readFilter, nullptr),
         all =
             FilteredView(m_parts.workspace, View::Events, m_readFilter.withoutKnownOn(), nullptr),
         isOfDay = m_readFilter.knownOn().has_value(),
         store = m_parts.workspace.store()](const Progress&) {
            // Later articles are still there to be gone to.
            TimelineData read = timelineDataOf(*all.make().graph, store);
            return isOfDay ? asKnown(std::move(read), timelineDataOf(*known.make().graph, store))
                           : read;
        },
        this, [this](TimelineData read) { take(std::move(read)); });
}

void TimelinePanel::take(TimelineData read)
{
    m_strip->setData(std::move(read));
    showFilter();
    showSelection();
}

void TimelinePanel::showFilter()
{
    const Filter& filter = m_parts.scene.filter();
    m_strip->setBrush(brushOf(filter, m_strip->look().data.extent));
    const std::optional<Day> day = filter.knownOn();
    m_strip->setKnownOn(day ? std::optional(dayNumber(*day)) : std::nullopt);
    m_undated = leavesUndatedOut(filter) ? Undated::Hidden
                : m_dims                 ? Undated::Dimmed
                                         : Undated::Shown;
    fade();
    showWords();
}

void TimelinePanel::showSelection()
{
    if (m_isRead)
        m_strip->setSelected(
            eventsOf(m_parts.selection, *m_parts.workspace.events(), *m_parts.workspace.actors()));
}

void TimelinePanel::showWords()
{
    const TimelineLook& look = m_strip->look();
    const TimelineData& all = look.data;
    const auto within = std::ranges::count_if(all.events, [&](const TimelineEvent& event) {
        return !look.brush ||
               (event.days.last >= look.brush->first && event.days.first <= look.brush->last);
    });
    QStringList words{tr("%Ln meeting(s) with a date", nullptr, static_cast<int>(within))};
    if (look.brush)
        words << wordsOf(*look.brush);
    if (look.knownOn)
        words << tr("as known on %1").arg(wordsOf(DaySpan{*look.knownOn, *look.knownOn}));
    m_words->setText(words.join(QStringLiteral(" · ")));
    m_words->setToolTip(m_words->text());
    m_strip->setAccessibleDescription(m_words->text());

    const auto events = static_cast<int>(all.undatedEvents.size());
    const auto articles = static_cast<int>(all.undatedArticles.size());
    m_undatedButton->setVisible(events + articles > 0);
    QString undated = tr("%Ln meeting(s) undated", nullptr, events);
    if (articles > 0)
        undated = tr("%1, %2").arg(undated, tr("%Ln article(s) undated", nullptr, articles));
    const QString what = m_undated == Undated::Shown    ? tr("shown")
                         : m_undated == Undated::Dimmed ? tr("dimmed")
                                                        : tr("hidden");
    m_undatedButton->setText(tr("%1: %2 ▾").arg(undated, what));
    m_undatedButton->setToolTip(tr("What has no date stands on no axis"));
    for (QAction* action : m_undatedMenu->actions())
        action->setChecked(action->data().toInt() == static_cast<int>(m_undated));
}

void TimelinePanel::setUndated(Undated undated)
{
    if (undated != Undated::Hidden)
        m_dims = undated == Undated::Dimmed;
    Filter filter = m_parts.scene.filter();
    leaveUndated(filter, undated != Undated::Hidden, m_strip->look().data);
    m_explorer.setFilter(filter);
    showFilter();
}

/// Events without a date, and those that only articles without one speak of.
void TimelinePanel::fade()
{
    std::unordered_set<NodeId> faded;
    const TimelineData& all = m_strip->look().data;
    if (m_undated == Undated::Dimmed) {
        faded.insert(all.undatedEvents.begin(), all.undatedEvents.end());
        const KnowledgeGraph& events = *m_parts.workspace.events();
        for (const TimelineEvent& event : all.events) {
            const Node* node = events.node(event.id);
            const auto isUndated = [&](ClaimId id) {
                const Claim* claim = m_parts.workspace.store().claim(id);
                return claim != nullptr && all.undatedArticles.contains(claim->article);
            };
            if (node != nullptr && std::ranges::all_of(node->claims, isUndated))
                faded.insert(event.id);
        }
    }
    Findings emphasis = m_parts.scene.emphasis();
    if (emphasis.faded == faded)
        return;
    emphasis.faded = std::move(faded);
    m_parts.scene.emphasise(std::move(emphasis));
}

void TimelinePanel::brush(std::optional<DaySpan> days, bool goesOn)
{
    Filter filter = m_parts.scene.filter();
    const bool leavesUndated = !leavesUndatedOut(filter);
    std::erase(filter.conditions, datedOnly(Facet::Date));
    Condition* condition = brushIn(filter);
    if (!days) {
        if (condition != nullptr)
            std::erase(filter.conditions, Condition(*condition));
        if (!leavesUndated)
            filter.conditions.push_back(datedOnly(Facet::Date));
        return m_explorer.setFilter(filter, goesOn);
    }
    if (condition == nullptr)
        condition = &filter.conditions.emplace_back(Condition{Facet::Date, {}, false});
    std::erase_if(condition->values,
                  [](const std::string& value) { return value.empty() || isSpan(value); });
    condition->values.insert(condition->values.begin(),
                             edtfOf(dayOf(days->first)) + '/' + edtfOf(dayOf(days->last)));
    if (leavesUndated)
        condition->values.emplace_back();
    m_explorer.setFilter(filter, goesOn);
}

void TimelinePanel::seeFrom(std::optional<int> day, bool goesOn)
{
    Filter filter = m_parts.scene.filter().withoutKnownOn();
    if (day)
        filter.conditions.push_back({Facet::KnownOn, {edtfOf(dayOf(*day))}, false});
    m_explorer.setFilter(filter, goesOn);
}

} // namespace entente
