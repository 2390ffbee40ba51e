// SPDX-License-Identifier: Apache-2.0
#include "ui/byhand/claimcommands.h"

#include "graph/byhand/claimedits.h"
#include "graph/model/confidence.h"
#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "ui/byhand/claimchoices.h"
#include "ui/byhand/claimmenu.h"
#include "ui/byhand/pickdialog.h"
#include "ui/panels/evidence.h"
#include "ui/panels/evidencepanel.h"
#include "ui/panels/phrases.h"
#include "ui/text/qtext.h"
#include "ui/window/messagebar.h"
#include "ui/workspace/selection.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QListView>
#include <QMenu>
#include <QToolButton>

#include <algorithm>
#include <map>
#include <utility>

namespace entente
{

namespace
{

/// What all of the claims have; none when they differ, or there are none.
template <class Of>
auto common(const Store& store, const std::vector<ClaimId>& claims, Of of)
{
    using Value = decltype(of(std::declval<const Claim&>()));
    std::optional<Value> value;
    for (const ClaimId id : claims) {
        const Claim* claim = store.claim(id);
        if (!claim)
            continue;
        if (value && *value != of(*claim))
            return std::optional<Value>();
        value = of(*claim);
    }
    return value;
}

/// All tags in use, the most frequent first.
std::vector<std::string> tagsInUse(const Store& store)
{
    std::map<std::string, int> counts;
    for (const ArticleId article : store.articles()) {
        for (const Claim& claim : store.records(article).claims) {
            for (const std::string& tag : claim.tags)
                ++counts[tag];
        }
    }
    std::vector<std::string> tags;
    tags.reserve(counts.size());
    for (const auto& [tag, count] : counts)
        tags.push_back(tag);
    std::ranges::stable_sort(tags, std::ranges::greater{},
                             [&](const std::string& tag) { return counts[tag]; });
    return tags;
}

} // namespace

ClaimCommands::ClaimCommands(Workspace& workspace, Selection& selection, EvidencePanel& panel,
                             MessageBar& message)
    : QObject(&panel)
    , m_workspace(workspace)
    , m_selection(selection)
    , m_panel(panel)
    , m_message(message)
    , m_reject(new QAction(this))
    , m_note(new QAction(tr("Note…"), this))
{
    m_reject->setShortcut(QKeySequence::Delete);
    m_note->setShortcut(Qt::Key_F2);
    for (QAction* action : {m_reject, m_note}) {
        action->setShortcutContext(Qt::WidgetShortcut);
        panel.list()->addAction(action);
    }
    connect(m_reject, &QAction::triggered, this, &ClaimCommands::reject);
    connect(m_note, &QAction::triggered, this, &ClaimCommands::askNote);
    connect(&panel, &EvidencePanel::chosenChanged, this, &ClaimCommands::showChosen);
    connect(&panel, &EvidencePanel::menuOpening, this, [this](QMenu* menu) { fill(*menu); });
    // The graph is in the picture by then.
    connect(&workspace, &Workspace::changed, this, &ClaimCommands::comeBack, Qt::QueuedConnection);
    panel.editButton().show();
    showChosen();
}

EvidenceBase ClaimCommands::base() const
{
    return {m_workspace.store(), m_workspace.ontology(), *m_workspace.events(),
            *m_workspace.actors()};
}

std::vector<ClaimId> ClaimCommands::claims() const { return m_panel.chosenClaims(); }

std::vector<ClaimId> ClaimCommands::claimsOfEvents() const
{
    std::vector<ClaimId> claims = m_panel.chosenClaims();
    std::erase_if(claims, [this](ClaimId id) {
        const Claim* claim = m_workspace.store().claim(id);
        return !claim || claim->isRelation();
    });
    return claims;
}

void ClaimCommands::fill(QMenu& menu)
{
    if (!menu.isEmpty())
        menu.addSeparator();
    fillClaimMenu(menu, *this);
}

void ClaimCommands::showChosen()
{
    const std::vector<ClaimId> chosen = claims();
    const auto isRejected = [this](ClaimId id) {
        const Claim* claim = m_workspace.store().claim(id);
        return !claim || claim->rejected;
    };
    QToolButton& button = m_panel.editButton();
    const QString words = chosen.empty()
                              ? tr("Edit")
                              : tr("Edit %Ln Claim(s)", nullptr, static_cast<int>(chosen.size()));
    button.setText(words + QStringLiteral(" ▾"));
    button.setAccessibleName(words);
    button.setEnabled(!chosen.empty());
    button.setToolTip(chosen.empty()
                          ? tr("Choose a card first: Ctrl+click, the arrow keys, Ctrl+A for all")
                          : QString());
    m_reject->setText(tr("Reject %Ln Claim(s)", nullptr,
                         static_cast<int>(std::max<std::size_t>(chosen.size(), 1))));
    m_reject->setEnabled(!std::ranges::all_of(chosen, isRejected));
    m_note->setEnabled(!chosen.empty());
}

bool ClaimCommands::perform(const Together& edit, QString (*words)(int count))
{
    const auto changed = std::ranges::count_if(edit.edits, [](const SingleEdit& single) {
        return std::holds_alternative<ChangeClaim>(single);
    });
    if (changed == 0)
        return false;
    // Who has the focus keeps it, also where the list goes away for a moment.
    const bool hadFocus = m_panel.list()->hasFocus();
    const bool isDone = m_workspace.perform(edit, {.words = words(static_cast<int>(changed))});
    if (hadFocus && m_panel.list()->isVisible())
        m_panel.list()->setFocus();
    return isDone;
}

void ClaimCommands::setModality(std::optional<Modality> modality)
{
    const std::vector<ClaimId> chosen = claimsOfEvents();
    ClaimFields fields;
    fields.modality = modality;
    perform(changeEach(m_workspace.store(), chosen, fields),
            [](int count) { return tr("Change the modality of %Ln claim(s)", nullptr, count); });
}

void ClaimCommands::setFactuality(std::optional<Factuality> factuality)
{
    const std::vector<ClaimId> chosen = claimsOfEvents();
    ClaimFields fields;
    fields.factuality = factuality;
    perform(changeEach(m_workspace.store(), chosen, fields),
            [](int count) { return tr("Change the factuality of %Ln claim(s)", nullptr, count); });
}

void ClaimCommands::setGrade(GradeOf which, const std::string& grade)
{
    const std::vector<ClaimId> chosen = claims();
    ClaimFields fields;
    (which == GradeOf::Source ? fields.reliability : fields.credibility) = grade;
    perform(changeEach(m_workspace.store(), chosen, fields),
            [](int count) { return tr("Grade %Ln claim(s)", nullptr, count); });
}

void ClaimCommands::clearConfidence()
{
    const std::vector<ClaimId> chosen = claims();
    perform(setConfidence(m_workspace.store(), chosen, {}, {}),
            [](int count) { return tr("Take the confidence from %Ln claim(s)", nullptr, count); });
}

/// What comes next is chosen then, so that one key after the other sorts a list.
void ClaimCommands::reject()
{
    const std::vector<ClaimId> chosen = claims();
    const ClaimId next = m_panel.nextToChosen();
    ClaimFields fields;
    fields.rejected = true;
    const Together edit = changeEach(m_workspace.store(), chosen, fields);
    if (!perform(edit, [](int count) { return tr("Reject %Ln claim(s)", nullptr, count); }))
        return;
    if (m_selection.isEmpty()) {
        stayWith(chosen);
        m_gone = chosen;
        m_shownSince = m_selection.nodes();
    } else {
        m_panel.choose(next.isNil() ? chosen : std::vector<ClaimId>{next});
    }
}

void ClaimCommands::comeBack()
{
    if (m_gone.empty())
        return;
    if (m_selection.nodes() != m_shownSince)
        return m_gone.clear();
    const Claim* claim = m_workspace.store().claim(m_gone.front());
    const NodeId event = claim == nullptr ? NodeId() : base().events.nodeOf(claim->event);
    if (event.isNil() || claim->rejected)
        return;
    m_selection.set(event);
    m_panel.choose(std::exchange(m_gone, {}));
}

void ClaimCommands::acceptAgain()
{
    const std::vector<ClaimId> chosen = claims();
    ClaimFields fields;
    fields.rejected = false;
    const Together edit = changeEach(m_workspace.store(), chosen, fields);
    if (perform(edit, [](int count) { return tr("Accept %Ln claim(s) again", nullptr, count); }))
        m_panel.choose(chosen);
}

void ClaimCommands::stayWith(const std::vector<ClaimId>& claims)
{
    if (m_selection.isEmpty())
        show(claims);
}

/// Where they are to be seen: at their meeting; failing that, at the first who has a part in it.
void ClaimCommands::show(const std::vector<ClaimId>& claims)
{
    const EvidenceBase all = base();
    NodeId at;
    for (const ClaimId id : claims) {
        const Claim* claim = all.store.claim(id);
        if (!claim || !at.isNil())
            continue;
        at = all.events.nodeOf(claim->event);
        for (const RoleFiller& role : claim->roles) {
            if (at.isNil())
                at = nodeOf(all, role.filler);
        }
    }
    if (at.isNil())
        return;
    const bool hadFocus = m_panel.list()->hasFocus() || m_panel.list()->isHidden();
    m_selection.set(at);
    m_panel.choose(claims);
    if (hadFocus)
        m_panel.list()->setFocus();
}

void ClaimCommands::askConfidence(const std::string& confidence)
{
    const std::vector<ClaimId> chosen = claims();
    const auto reason = common(m_workspace.store(), chosen, confidenceReason);
    auto* dialog = new ConfidenceDialog(
        tr("How far you rely on %Ln claim(s):", nullptr, static_cast<int>(chosen.size())),
        confidence, toQString(reason.value_or(std::string())), m_panel.window());
    connect(dialog, &QDialog::accepted, this, [this, dialog, chosen] {
        perform(
            setConfidence(m_workspace.store(), chosen, dialog->confidence(), dialog->reason()),
            [](int count) { return tr("Say how far %Ln claim(s) are relied on", nullptr, count); });
    });
    dialog->open();
}

void ClaimCommands::askDate()
{
    const std::vector<ClaimId> chosen = claimsOfEvents();
    const auto dates = common(m_workspace.store(), chosen, [](const Claim& c) { return c.dates; });
    auto* dialog = new DateDialog(
        dates ? tr("When %Ln claim(s) say it was:", nullptr, static_cast<int>(chosen.size()))
              : tr("When %Ln claim(s), which differ, are to say it was:", nullptr,
                   static_cast<int>(chosen.size())),
        dates.value_or(std::vector<Edtf>()), m_panel.window());
    connect(dialog, &QDialog::accepted, this, [this, dialog, chosen, differ = !dates] {
        if (differ && dialog->dates().empty())
            return; // Nothing was written, and each keeps its own.
        ClaimFields fields;
        fields.dates = dialog->dates();
        perform(changeEach(m_workspace.store(), chosen, fields),
                [](int count) { return tr("Date %Ln claim(s)", nullptr, count); });
    });
    dialog->open();
}

void ClaimCommands::askNote()
{
    const std::vector<ClaimId> chosen = claims();
    if (chosen.empty())
        return;
    const auto notes = common(m_workspace.store(), chosen, otherNotes);
    auto* dialog =
        new NoteDialog(notes ? tr("Note on %Ln claim(s):", nullptr, static_cast<int>(chosen.size()))
                             : tr("To be added to the notes of %Ln claim(s):", nullptr,
                                  static_cast<int>(chosen.size())),
                       notes.value_or(std::vector<std::string>()), m_panel.window());
    connect(dialog, &QDialog::accepted, this, [this, dialog, chosen, replaces = notes.has_value()] {
        const Store& store = m_workspace.store();
        perform(replaces ? setNotes(store, chosen, dialog->notes())
                         : addNotes(store, chosen, dialog->notes()),
                [](int count) { return tr("Note on %Ln claim(s)", nullptr, count); });
    });
    dialog->open();
}

void ClaimCommands::askTags()
{
    const std::vector<ClaimId> chosen = claims();
    const bool replaces = chosen.size() == 1;
    const auto tags = common(m_workspace.store(), chosen, [](const Claim& c) { return c.tags; });
    auto* dialog = new TagsDialog(
        tr("Tags of %Ln claim(s):", nullptr, static_cast<int>(chosen.size())),
        replaces ? tags.value_or(std::vector<std::string>()) : std::vector<std::string>(),
        tagsInUse(m_workspace.store()), m_panel.window());
    connect(dialog, &QDialog::accepted, this, [this, dialog, chosen, replaces] {
        ClaimFields fields;
        fields.tags = dialog->tags();
        const Store& store = m_workspace.store();
        perform(replaces ? changeEach(store, chosen, fields)
                         : addTags(store, chosen, dialog->tags()),
                [](int count) { return tr("Tag %Ln claim(s)", nullptr, count); });
    });
    dialog->open();
}

void ClaimCommands::askSource()
{
    const std::vector<ClaimId> chosen = claimsOfEvents();
    const std::vector<PossibleSource> sources = possibleSources(base(), chosen);
    std::vector<PickRow> rows;
    std::vector<Qt::CheckState> ticks;
    for (const PossibleSource& source : sources) {
        const QString words = source.called.join(QStringLiteral(", "));
        rows.push_back(
            {source.name, words.isEmpty() ? QString() : tr("also: %1").arg(words), words});
        ticks.push_back(source.have == 0                                 ? Qt::Unchecked
                        : source.have == static_cast<int>(chosen.size()) ? Qt::Checked
                                                                         : Qt::PartiallyChecked);
    }
    auto* dialog =
        new PickDialog(tr("Who Says So"),
                       tr("Whom %Ln claim(s) are according to; nobody: the article itself.",
                          nullptr, static_cast<int>(chosen.size())),
                       rows, ticks, m_panel.window());
    connect(dialog, &QDialog::accepted, this, [this, dialog, chosen, sources] {
        std::vector<Attributing> wanted;
        for (std::size_t i = 0; i < sources.size(); ++i) {
            const Qt::CheckState tick = dialog->tick(static_cast<int>(i));
            if (tick != Qt::PartiallyChecked) // Each claim as it was.
                wanted.push_back({sources[i].mentions, tick == Qt::Checked});
        }
        perform(attribute(m_workspace.store(), chosen, wanted),
                [](int count) { return tr("Attribute %Ln claim(s)", nullptr, count); });
    });
    dialog->open();
}

void ClaimCommands::askMeeting()
{
    const std::vector<ClaimId> chosen = claimsOfEvents();
    const std::vector<PossibleEvent> events = possibleEvents(base(), chosen);
    std::vector<PickRow> rows;
    rows.push_back(
        {tr("A meeting of the own of %Ln claim(s)", nullptr, static_cast<int>(chosen.size())),
         tr("a new one, of which nothing else is said yet"),
         {}});
    for (const PossibleEvent& event : events)
        rows.push_back({event.name, event.below, event.below});
    auto* dialog =
        new PickDialog(tr("Move to Another Meeting"),
                       tr("Which meeting of their article %Ln claim(s) speak of:", nullptr,
                          static_cast<int>(chosen.size())),
                       rows, m_panel.window());
    connect(dialog, &QDialog::accepted, this, [this, dialog, chosen, events] {
        const int row = dialog->picked();
        if (row >= 0)
            moveTo(chosen, row == 0 ? EventId() : events[static_cast<std::size_t>(row - 1)].event);
    });
    dialog->open();
}

/// @param event nil: a new one.
void ClaimCommands::moveTo(const std::vector<ClaimId>& claims, EventId event)
{
    const Store& store = m_workspace.store();
    const Together edit = event.isNil() ? moveToNew(store, claims, EventId(randomUuid()))
                                        : entente::moveTo(store, claims, event);
    if (!perform(edit, [](int count) {
            return tr("Move %Ln claim(s) to another meeting", nullptr, count);
        }))
        return;
    stayWith(claims);
    const Claim* claim = store.claim(claims.front());
    const Node* node =
        claim ? m_workspace.events()->node(m_workspace.events()->nodeOf(claim->event)) : nullptr;
    if (!node)
        return;
    m_message.showPassing(
        tr("%Ln claim(s) belong to “%1” now.", nullptr, static_cast<int>(claims.size()))
            .arg(Phrases::name(node->name)),
        tr("Show %Ln Claim(s)", nullptr, static_cast<int>(claims.size())),
        [this, claims] { show(claims); });
}

} // namespace entente
