// SPDX-License-Identifier: Apache-2.0
#include "ui/byhand/checkcommands.h"

#include "graph/byhand/joining.h"
#include "graph/model/graph.h"
#include "ui/byhand/askbox.h"
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
#include <QTreeWidget>

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
    , m_panel(new CheckPanel(m_parts.workspace))
{
    below.insertWidget(1, m_panel);
    below.setStretchFactor(1, 0);
    const bool isShown = QSettings().value(QLatin1StringView(shownKey), false).toBool();
    m_panel->setVisible(isShown);
    m_parts.actions.showToCheck->setChecked(isShown);
    connect(m_parts.actions.showToCheck, &QAction::toggled, this, [this](bool shown) {
        m_panel->setVisible(shown);
        if (shown)
            m_panel->list()->setFocus();
        else
            m_parts.canvas.setFocus();
        QSettings().setValue(QLatin1StringView(shownKey), shown);
    });
    connect(m_panel, &CheckPanel::opened, this, &CheckCommands::goTo);
    connect(m_panel, &CheckPanel::leaveWanted, this, &CheckCommands::leave);
    connect(m_panel, &CheckPanel::verdictWanted, this, &CheckCommands::judge);
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
    if (!item.article.isNil())
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

void CheckCommands::judge(const ToCheck& item, bool isOne)
{
    const KnowledgeGraph& graph = *m_parts.workspace.events();
    const HandBase base{m_parts.workspace.store(), m_parts.workspace.ontology(), graph};
    if (isOne) {
        const auto merged = merge(base, item.nodes);
        if (!merged)
            m_parts.message.showPassing(toQString(merged.error()));
        else
            m_parts.workspace.perform(*merged, {.words = tr("Say that two are one")});
        return;
    }
    const Node* one = graph.node(item.nodes.front());
    const Node* other = graph.node(item.nodes.back());
    if (one == nullptr || other == nullptr)
        return;
    Together edit;
    if (one->kind == NodeKind::Entity && other->kind == NodeKind::Entity)
        edit.edits.emplace_back(
            JudgeEntities{one->entities.front(), other->entities.front(), Sameness::Apart});
    else if (one->kind == NodeKind::Event && other->kind == NodeKind::Event)
        edit.edits.emplace_back(
            JudgeEvents{one->events.front(), other->events.front(), Sameness::Apart});
    m_parts.workspace.perform(edit, {.words = tr("Say that two are two")});
}

} // namespace entente
