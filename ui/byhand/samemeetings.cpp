// SPDX-License-Identifier: Apache-2.0
#include "ui/byhand/samemeetings.h"

#include "graph/byhand/joining.h"
#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "graph/ontology/ontology.h"
#include "graph/text/fold.h"
#include "ui/byhand/askbox.h"
#include "ui/panels/articlereader.h"
#include "ui/panels/articletext.h"
#include "ui/text/qtext.h"
#include "ui/workspace/workspace.h"

#include <algorithm>
#include <utility>

namespace entente
{

QString reasonsOf(const SameEventProposal& proposal)
{
    QStringList reasons;
    for (const SamenessReason& reason : proposal.reasons)
        reasons.push_back(toQString(reason.words));
    return reasons.join(QStringLiteral("; "));
}

SameMeetings::SameMeetings(const TextDesk& desk, QObject* parent)
    : QObject(parent)
    , m_desk(desk)
{
    constexpr int calm = 150; // Milliseconds: names that are clicked one after the other are one.
    m_waiting.setSingleShot(true);
    m_waiting.setInterval(calm);
    connect(&m_waiting, &QTimer::timeout, this, &SameMeetings::compare);
    connect(&desk.box, &AskBox::closed, this, [this] { m_isAsked = false; });
}

const Claim* SameMeetings::current() const
{
    const Claim* claim = m_desk.workspace.store().claim(m_claim);
    return claim != nullptr && !claim->isRelation() ? claim : nullptr;
}

void SameMeetings::lookAt(ClaimId id)
{
    if (id != m_claim)
        m_found.clear();
    m_claim = id;
    if (current() != nullptr)
        return m_waiting.start();
    m_waiting.stop();
    m_comparing.cancel();
}

void SameMeetings::compare()
{
    const Claim* claim = current();
    if (claim == nullptr)
        return;
    const NodeId event = m_desk.workspace.events()->nodeOf(claim->event);
    m_comparing.run(
        [event, store = m_desk.workspace.store(), events = m_desk.workspace.events(),
         ontology = m_desk.workspace.sharedOntology()](const Progress& progress) {
            return SameEvents(*events, store, *ontology).of(event, progress);
        },
        this,
        [this, id = m_claim](std::vector<SameEventProposal> found) {
            if (id != m_claim)
                return;
            m_found = std::move(found);
            Q_EMIT looked();
            if (m_isAsked)
                m_desk.box.listAgain();
        });
}

void SameMeetings::join(NodeId other)
{
    const Claim* claim = current();
    if (claim == nullptr)
        return;
    const std::vector nodes{m_desk.workspace.events()->nodeOf(claim->event), other};
    if (m_desk.perform(merge(m_desk.base(), nodes), tr("Say that two meetings are one"))) {
        m_found.clear();
        lookAt(m_claim);
        Q_EMIT looked();
    }
}

QList<Choice> SameMeetings::choices(NodeId mine, const QString& typed) const
{
    constexpr qsizetype listedAtMost = 40;
    QList<Choice> list;
    const KnowledgeGraph& events = *m_desk.workspace.events();
    const Ontology& ontology = m_desk.workspace.ontology();
    const std::string wanted = folded(toUtf8(typed));
    const auto add = [&](NodeId id, const QString& why) {
        const Node* node = events.node(id);
        if (node == nullptr || node->kind != NodeKind::Event || id == mine ||
            list.size() >= listedAtMost ||
            (!wanted.empty() && folded(node->name).find(wanted) == std::string::npos))
            return;
        const EventType& type = ontology.event(node->type);
        list.push_back(
            {.words = visibleForm(toQString(node->name)),
             .below = why.isEmpty() && node->date ? toQString(wordsOf(*node->date)) : why,
             .detail = {},
             .shape = Shape::Card,
             .colour = colourOf((m_theme == Theme::Light ? type.light : type.dark).line),
             .value = QString::fromStdString(id.text())});
    };
    for (const SameEventProposal& each : m_found)
        add(each.other, reasonsOf(each));
    for (const NodeId id : events.nodes()) {
        if (std::ranges::find(m_found, id, &SameEventProposal::other) == m_found.end())
            add(id, {});
    }
    return list;
}

void SameMeetings::ask()
{
    const Claim* claim = current();
    if (claim == nullptr)
        return;
    const NodeId mine = m_desk.workspace.events()->nodeOf(claim->event);
    const Mention* trigger = m_desk.workspace.store().mention(claim->trigger);
    m_desk.box.ask({.title = tr("Which meeting is it, too?"),
                    .hint = tr("Type its name"),
                    .typed = {},
                    .choices = [this, mine](const QString& typed) { return choices(mine, typed); },
                    .answer =
                        [this](const QVariant& value) {
                            if (const auto id = Uuid::parse(toUtf8(value.toString())))
                                join(NodeId(*id));
                        },
                    .other = {},
                    .otherWords = {}},
                   m_desk.placeOf(trigger == nullptr ? TextSpan() : hullOf(trigger->spans)),
                   &m_desk.text());
    m_isAsked = true;
}

} // namespace entente
