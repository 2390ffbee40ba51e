// SPDX-License-Identifier: Apache-2.0
#include "ui/byhand/checkcommands.h"

#include "graph/byhand/claimedits.h"
#include "graph/byhand/joining.h"
#include "graph/byhand/marking.h"
#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "ui/byhand/askbox.h"
#include "ui/byhand/claimdialogs.h"
#include "ui/byhand/graphcommands.h"
#include "ui/canvas/graphcanvas.h"
#include "ui/text/qtext.h"
#include "ui/window/actions.h"
#include "ui/window/explorecommands.h"
#include "ui/window/messagebar.h"
#include "ui/workspace/explorer.h"
#include "ui/workspace/selection.h"
#include "ui/workspace/workspace.h"

#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QTimer>
#include <QTreeWidget>

#include <algorithm>
#include <iterator>
#include <numeric>

namespace entente
{

namespace
{

constexpr auto shownKey = "window/showToCheck";

} // namespace

CheckCommands::CheckCommands(ExploreCommands& explore, AskBox& box, QSplitter& below,
                             QObject* parent)
    : QObject(parent)
    , m_explore(explore)
    , m_parts(explore.parts())
    , m_box(box)
    , m_below(below)
    , m_panel(new CheckPanel(m_parts.workspace))
{
    below.insertWidget(1, m_panel);
    below.setStretchFactor(1, 0);
    const bool isShown = QSettings().value(QLatin1StringView(shownKey), false).toBool();
    m_panel->setVisible(isShown);
    m_parts.actions.showToCheck->setChecked(isShown);
    connect(m_parts.actions.showToCheck, &QAction::toggled, this, [this](bool shown) {
        m_panel->setVisible(shown);
        if (shown) {
            m_panel->list()->setFocus();
            // Once it has a height.
            QTimer::singleShot(0, this, &CheckCommands::leaveRoom);
        } else {
            m_parts.canvas.setFocus();
        }
        QSettings().setValue(QLatin1StringView(shownKey), shown);
    });
    connect(m_panel, &CheckPanel::opened, this, &CheckCommands::goTo);
    connect(m_panel, &CheckPanel::leaveWanted, this, &CheckCommands::leave);
    connect(m_panel, &CheckPanel::mendingWanted, this, &CheckCommands::mend);
    connect(m_panel, &CheckPanel::partingWanted, this, &CheckCommands::part);
}

/// The graph keeps most of a small window.
void CheckCommands::leaveRoom()
{
    QList<int> heights = m_below.sizes();
    const int index = m_below.indexOf(m_panel);
    const int most = std::accumulate(heights.begin(), heights.end(), 0) / 3;
    if (heights[index] <= most)
        return;
    heights.first() += heights[index] - most;
    heights[index] = most;
    m_below.setSizes(heights);
}

/// In the graph, where it is a part of that, and in the text.
void CheckCommands::goTo(const ToCheck& item)
{
    const KnowledgeGraph& graph = *m_parts.workspace.events();
    std::set<NodeId> nodes;
    for (const NodeId id : item.nodes) {
        if (graph.node(id) != nullptr)
            nodes.insert(id);
    }
    std::set<EdgeId> edges;
    for (const EdgeId id : item.edges) {
        if (graph.edge(id) != nullptr)
            edges.insert(id);
    }
    Target first;
    if (!edges.empty())
        first = *edges.begin();
    else if (!nodes.empty())
        first = *nodes.begin();
    if (first != Target()) {
        m_explore.explorer().goTo(first);
        m_parts.selection.set(std::move(nodes), std::move(edges), first);
        m_parts.canvas.reveal(first);
    }
    // What can be done about it is done there.
    if (item.article.isNil())
        m_parts.canvas.setFocus();
    else
        Q_EMIT articleWanted(item.article, item.spans);
}

void CheckCommands::leave(const ToCheck& item)
{
    if (item.settled) {
        m_parts.workspace.perform(SettleMatter{item.matter, {}}, {.words = tr("Check it again")});
        return;
    }
    m_box.ask(
        {.title = tr("Why is it left as it is?"),
         .hint = tr("So that others, and you in a year, know"),
         .typed = {},
         .choices =
             [](const QString& typed) {
                 QList<Choice> list;
                 if (!typed.isEmpty())
                     list.push_back({.words = tr("Leave it: %1").arg(typed),
                                     .below = {},
                                     .detail = {},
                                     .shape = {},
                                     .colour = {},
                                     .value = typed});
                 return list;
             },
         .answer = [this, item](const QVariant& because) { settle(item, because.toString()); },
         .other = {},
         .otherWords = {},
         .isWriting = true},
        {m_panel->leaveButton()->mapToGlobal(QPoint()), m_panel->leaveButton()->size()},
        m_panel->list());
}

void CheckCommands::settle(const ToCheck& item, const QString& because)
{
    m_parts.workspace.perform(SettleMatter{item.matter, toUtf8(because)},
                              {.words = tr("Leave something as it is")});
}

HandBase CheckCommands::base() const
{
    return {m_parts.workspace.store(), m_parts.workspace.ontology(), *m_parts.workspace.events()};
}

void CheckCommands::perform(const Expected<Together, std::string>& edit, const QString& words)
{
    if (edit)
        m_parts.workspace.perform(*edit, {.words = words});
    else
        m_parts.message.showPassing(toQString(edit.error()));
}

void CheckCommands::mend(const ToCheck& item)
{
    switch (item.kind) {
    case CheckKind::QuoteMissing:
    case CheckKind::Misfit:
        return reject(item);
    case CheckKind::NoQuote:
        return findWords(item);
    case CheckKind::Contested:
        goTo(item);
        return Q_EMIT evidenceWanted();
    case CheckKind::LookAlike:
        return m_explore.annotating().askMerge(item.nodes);
    case CheckKind::ByName:
        return perform(keepTogether(base(), item.nodes.front()), tr("Say that it is one"));
    case CheckKind::QuoteMoved:
        return confirmPlace(item);
    case CheckKind::NoDate:
        return setDate(item);
    case CheckKind::AnonymousOnly:
    case CheckKind::OneSource:
        break;
    }
}

void CheckCommands::part(const ToCheck& item)
{
    if (item.kind == CheckKind::ByName)
        return m_explore.annotating().askApart(item.nodes.front());
    perform(keepApart(base(), item.nodes),
            item.nodes.size() == 2 ? tr("Say that two are two") : tr("Say that all are different"));
}

void CheckCommands::findWords(const ToCheck& item)
{
    const KnowledgeGraph& graph = *m_parts.workspace.events();
    if (graph.edge(item.edges.front()) != nullptr)
        m_explore.annotating().askWords(item.edges.front());
}

void CheckCommands::reject(const ToCheck& item)
{
    ClaimFields fields;
    fields.rejected = true;
    m_parts.workspace.perform(
        changeEach(m_parts.workspace.store(), item.claims, fields),
        {.words = tr("Reject %Ln claim(s)", nullptr, static_cast<int>(item.claims.size()))});
}

void CheckCommands::setDate(const ToCheck& item)
{
    auto* dialog = new DateDialog(
        tr("When %Ln claim(s) say it was:", nullptr, static_cast<int>(item.claims.size())), {},
        m_panel->window());
    connect(dialog, &QDialog::accepted, this, [this, dialog, claims = item.claims] {
        if (dialog->dates().empty())
            return;
        ClaimFields fields;
        fields.dates = dialog->dates();
        m_parts.workspace.perform(
            changeEach(m_parts.workspace.store(), claims, fields),
            {.words = tr("Date %Ln claim(s)", nullptr, static_cast<int>(claims.size()))});
    });
    dialog->open();
}

/// All marks of the claim that stand there, since one matter was made of them.
void CheckCommands::confirmPlace(const ToCheck& item)
{
    const Store& store = m_parts.workspace.store();
    Together edit;
    for (const Mention& mention : store.records(item.article).mentions) {
        if (mention.status != QuoteStatus::Moved || mention.spans != item.spans)
            continue;
        auto confirmed = confirmMark(base(), mention.id);
        if (!confirmed)
            return m_parts.message.showPassing(toQString(confirmed.error()));
        std::ranges::move(confirmed->edits, std::back_inserter(edit.edits));
    }
    if (edit.edits.empty())
        return m_parts.message.showPassing(
            tr("These are no marked words: choose others in the claim's editor, or leave it."));
    perform(edit, tr("Say that it is the place"));
}

} // namespace entente
