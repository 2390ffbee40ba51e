// SPDX-License-Identifier: Apache-2.0
#include "ui/byhand/connectcommands.h"

#include "graph/byhand/analystsedge.h"
#include "graph/model/graph.h"
#include "ui/byhand/askbox.h"
#include "ui/byhand/evidencepicker.h"
#include "ui/byhand/graphcommands.h"
#include "ui/canvas/graphcanvas.h"
#include "ui/jobs/authorsettings.h"
#include "ui/panels/phrases.h"
#include "ui/text/qtext.h"
#include "ui/window/actions.h"
#include "ui/window/messagebar.h"
#include "ui/workspace/scenekeeper.h"
#include "ui/workspace/selection.h"
#include "ui/workspace/workspace.h"

#include <QDate>

#include <algorithm>
#include <utility>

namespace entente
{

namespace
{

QString nameOf(const HandBase& base, NodeId id)
{
    const Node* node = base.events.node(id);
    return node != nullptr ? Phrases::name(node->name) : QString();
}

/// Short: it stands in a narrow list, below the type, and the title has both names.
QString explain(const HandBase& base, const Connection& connection)
{
    if (connection.kind != Connection::Kind::Meeting)
        return toQString(wordsOf(base, connection));
    const QString fromRole = toQString(connection.fromRole);
    const QString toRole = toQString(connection.toRole);
    if (fromRole == toRole)
        return ConnectCommands::tr("New, both as %1").arg(fromRole);
    return ConnectCommands::tr("New; %1: %2, %3: %4")
        .arg(nameOf(base, connection.from), fromRole, nameOf(base, connection.to), toRole);
}

} // namespace

Edtf today()
{
    return parseEdtf(QDate::currentDate().toString(Qt::ISODate).toStdString()).value_or(Edtf());
}

ConnectCommands::ConnectCommands(const ExploreParts& parts, GraphCommands& owner)
    : QObject(&owner)
    , m_parts(parts)
    , m_owner(owner)
{
    // A letter is a word elsewhere, and marks words in texts.
    parts.actions.connectTwo->setShortcutContext(Qt::WidgetShortcut);
    parts.canvas.addAction(parts.actions.connectTwo);
    connect(parts.actions.connectTwo, &QAction::triggered, this, [this] {
        const std::set<NodeId>& nodes = m_parts.selection.nodes();
        if (nodes.size() != 2)
            return;
        // From the one that was selected first, as a line is drawn.
        const auto* current = std::get_if<NodeId>(&m_parts.selection.current());
        const NodeId to = current != nullptr ? *current : *nodes.rbegin();
        ask(to == *nodes.begin() ? *nodes.rbegin() : *nodes.begin(), to,
            placeOf(m_parts.canvas, to));
    });
    connect(&parts.canvas, &GraphCanvas::linkWanted, this, [this](NodeId from, NodeId to) {
        m_parts.selection.set({from, to}, {}, to);
        ask(from, to, placeOf(m_parts.canvas, to));
    });
    connect(&parts.selection, &Selection::changed, this, &ConnectCommands::enable);
    enable();
}

HandBase ConnectCommands::base() const
{
    return {m_parts.workspace.store(), m_parts.workspace.ontology(), *m_parts.workspace.events()};
}

void ConnectCommands::enable() const
{
    m_parts.actions.connectTwo->setEnabled(m_parts.selection.nodes().size() == 2);
}

void ConnectCommands::ask(NodeId one, NodeId other, const QRect& beside)
{
    const std::vector<Connection> connections = connectionsBetween(base(), one, other);
    const QString names = tr("%1 and %2").arg(nameOf(base(), one), nameOf(base(), other));
    if (connections.empty())
        return m_parts.message.showNote(
            tr("The vocabulary has no role and no relation between %1.").arg(names));
    QList<Choice> all;
    for (const Connection& connection : connections)
        all.append({.words = capital(toQString(labelOf(base(), connection))),
                    .below = explain(base(), connection),
                    .detail = {},
                    .shape = {},
                    .colour = {},
                    .value = QVariant::fromValue(static_cast<int>(all.size()))});
    Question question;
    question.title = tr("How are %1 connected?").arg(names);
    question.hint = tr("A role, a relation, or a new meeting");
    question.choices = [all](const QString& typed) {
        QList<Choice> begins;
        QList<Choice> others;
        for (const Choice& choice : all) {
            if (choice.words.startsWith(typed, Qt::CaseInsensitive))
                begins.append(choice);
            else if (choice.words.contains(typed, Qt::CaseInsensitive) ||
                     choice.below.contains(typed, Qt::CaseInsensitive))
                others.append(choice);
        }
        return begins + others;
    };
    question.answer = [this, connections](const QVariant& value) {
        askWords(connections[static_cast<std::size_t>(value.toInt())]);
    };
    m_owner.box().ask(std::move(question), beside, &m_parts.canvas);
}

void ConnectCommands::askWords(const Connection& connection)
{
    auto* picker = new EvidencePicker(m_parts.workspace, connection, m_parts.scene.style(),
                                      m_parts.canvas.window());
    connect(picker, &EvidencePicker::taken, this,
            [this, connection](const std::vector<EvidenceSentence>& sentences,
                               std::optional<Modality> modality) {
                rest(connection, sentences, modality);
            });
    connect(picker, &EvidencePicker::judged, this,
            [this, connection](const QString& because, std::optional<Modality> modality) {
                judge(connection, because, modality);
            });
    picker->open();
}

void ConnectCommands::rest(const Connection& connection,
                           const std::vector<EvidenceSentence>& sentences,
                           std::optional<Modality> modality)
{
    const auto made = addConnection(base(), connection, sentences, modality);
    if (!made)
        return m_parts.message.showError(toQString(made.error()));
    const QString words =
        connection.kind == Connection::Kind::Meeting ? tr("New Meeting") : tr("Connect");
    if (m_parts.workspace.perform(made->edit, {.words = words}))
        reveal(connection, made->claims, m_parts.workspace.events()->nodeOf(made->event));
}

void ConnectCommands::judge(const Connection& connection, const QString& because,
                            std::optional<Modality> modality)
{
    const std::string author = authorFromSettings().analyst;
    if (connection.kind == Connection::Kind::Meeting) {
        const auto made = addAnalystsNode(base(), {.type = connection.type,
                                                   .name = {},
                                                   .roles = {{connection.fromRole, connection.from},
                                                             {connection.toRole, connection.to}},
                                                   .modality = modality,
                                                   .because = toUtf8(because),
                                                   .author = author,
                                                   .day = today()});
        if (!made)
            return m_parts.message.showError(toQString(made.error()));
        if (m_parts.workspace.perform(made->edit, {.words = tr("New Meeting, a Judgement")}))
            reveal(connection, {made->claim}, made->node);
        return;
    }
    const auto made = addAnalystsEdge(base(), {.from = connection.from,
                                               .to = connection.to,
                                               .type = connection.type,
                                               .because = toUtf8(because),
                                               .author = author,
                                               .day = today()});
    if (!made)
        return m_parts.message.showError(toQString(made.error()));
    if (m_parts.workspace.perform(made->edit, {.words = tr("Connect, by Judgement")}))
        reveal(connection, {made->claim}, {});
}

void ConnectCommands::reveal(const Connection& connection, const std::vector<ClaimId>& claims,
                             NodeId event)
{
    const KnowledgeGraph& graph = *m_parts.workspace.events();
    if (!event.isNil()) {
        // Among actors alone it is a tie, which is there without further ado.
        if (m_parts.scene.view() == View::Actors)
            return;
        m_parts.scene.show(event);
        m_parts.selection.set(event);
        return;
    }
    for (const EdgeId id : graph.edgesAt(connection.from)) {
        const std::vector<ClaimId>& its = graph.edge(id)->claims;
        const bool isBetween =
            graph.source(id) == connection.to || graph.target(id) == connection.to;
        if (!isBetween || std::ranges::find_first_of(claims, its) == claims.end())
            continue;
        m_parts.scene.show(id);
        m_parts.selection.set(id);
        return;
    }
}

} // namespace entente
