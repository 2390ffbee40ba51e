// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/evidenceheading.h"

#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "graph/ontology/ontology.h"
#include "ui/panels/phrases.h"
#include "ui/text/qtext.h"

#include <algorithm>
#include <set>

namespace entente
{

namespace
{

constexpr qsizetype namesAtMost = 8;

/// The first names, and how many more there are.
QString firstOf(const QStringList& names)
{
    QString first = Phrases::listed(names.mid(0, namesAtMost));
    if (names.size() <= namesAtMost)
        return first;
    return Phrases::tr("%1 and %2 more")
        .arg(first, Phrases::number(int(names.size() - namesAtMost)));
}

QString countsOf(const Evidence& evidence)
{
    if (evidence.claims == 0)
        return Phrases::tr("no claims");
    const QString claims = evidence.claims == 1
                               ? Phrases::tr("1 claim")
                               : Phrases::tr("%1 claims").arg(Phrases::number(evidence.claims));
    const QString sources = evidence.sources == 1
                                ? Phrases::tr("1 source")
                                : Phrases::tr("%1 sources").arg(Phrases::number(evidence.sources));
    return claims + QStringLiteral(", ") + sources;
}

/// Outside ids, with the address where one can be read up.
void addIds(const EvidenceBase& base, const std::vector<OutsideId>& ids, QList<Fact>& facts)
{
    for (const OutsideId& id : ids) {
        QStringList words{toQString(id.entry)};
        const auto authority = base.ontology.authorities.find(id.authority);
        if (authority != base.ontology.authorities.end()) {
            QString address = toQString(authority->second.urlBase);
            const bool isWeb = address.startsWith(QLatin1String("http://")) ||
                               address.startsWith(QLatin1String("https://"));
            if (isWeb && address.contains(QLatin1String("%s")))
                words << address.replace(QLatin1String("%s"), toQString(id.entry));
        }
        facts.append(
            {visibleForm(toQString(id.authority)), visibleForm(Phrases::dotted(words)), false});
    }
}

void addSureness(std::optional<Modality> modality, const std::string& reason, bool contested,
                 QList<Fact>& facts)
{
    QString words = toQString(wordsOf(modality));
    if (!reason.empty())
        words += QStringLiteral(": ") + toQString(reason.substr(0, reason.find("; contested")));
    facts.append({Phrases::tr("How sure"), words, false});
    if (contested)
        facts.append({Phrases::tr("Contested"),
                      Phrases::tr("one claim is certain that it is so, another that it is not"),
                      true});
}

/// "he" stands for somebody, but nobody goes by it.
bool isPronoun(const EvidenceBase& base, const Alias& alias)
{
    return std::ranges::all_of(alias.mentions, [&](MentionId id) {
        const Mention* mention = base.store.mention(id);
        return mention && mention->form == "Pronoun";
    });
}

void addNames(const EvidenceBase& base, const Node& node, QList<Fact>& facts)
{
    QStringList names;
    for (const Alias& alias : node.aliases) {
        if (isPronoun(base, alias))
            continue;
        names << Phrases::tr("%1 (%2)").arg(Phrases::name(alias.name),
                                            Phrases::number(int(alias.mentions.size())));
    }
    if (!names.isEmpty())
        facts.append({node.kind == NodeKind::Event ? Phrases::tr("Words") : Phrases::tr("Called"),
                      firstOf(names), false});
}

/// How many meetings are how sure: a visit that was called off is none that took place.
void addMeetings(const EvidenceBase& base, const Node& node, QList<Fact>& facts)
{
    ModalityCounts counts{};
    std::set<NodeId> seen;
    for (const EdgeId id : base.events.edgesAt(node.id)) {
        const Node* event = base.events.node(base.events.source(id));
        if (event && event->kind == NodeKind::Event && seen.insert(event->id).second)
            ++countOf(counts, event->modality);
    }
    if (!seen.empty())
        facts.append({Phrases::tr("Meetings"), toQString(wordsOf(counts)), false});
}

/// Words that were marked and are not in the text (any more).
void addMissing(const EvidenceBase& base, const Node& node, QList<Fact>& facts)
{
    QStringList missing;
    for (const MentionId id : node.mentions) {
        const Mention* mention = base.store.mention(id);
        if (mention && mention->status == QuoteStatus::Missing)
            missing << Phrases::name(mention->text);
    }
    missing.removeDuplicates();
    if (!missing.isEmpty())
        facts.append({Phrases::tr("Not in the text"), firstOf(missing), true});
}

void addPositions(const Node& node, QList<Fact>& facts)
{
    QStringList positions;
    for (const HeldPosition& position : node.positions)
        positions << Phrases::listed({Phrases::name(position.title), Phrases::name(position.of)});
    if (!positions.isEmpty())
        facts.append({Phrases::tr("Position"), positions.join(QStringLiteral("; ")), false});
}

void addIdentity(const Node& node, QList<Fact>& facts)
{
    if (node.identity == Identity::Name)
        facts.append(
            {Phrases::tr("Joined"),
             Phrases::tr("by name: the articles give the same full name; no outside id says "
                         "that they mean the same"),
             false});
    else if (node.identity == Identity::Analyst)
        facts.append({Phrases::tr("Joined"), Phrases::tr("by an analyst"), false});
}

void addNotes(const EvidenceBase& base, const Node& node, QList<Fact>& facts)
{
    QStringList notes;
    for (const EntityId id : node.entities) {
        if (const Entity* entity = base.store.entity(id))
            notes << visibleForm(toQString(entity->note));
    }
    for (const EventId id : node.events) {
        if (const Event* event = base.store.event(id))
            notes << visibleForm(toQString(event->note));
    }
    notes.removeAll(QString());
    notes.removeDuplicates();
    if (!notes.isEmpty())
        facts.append({Phrases::tr("Note"), notes.join(QStringLiteral("; ")), false});
}

/// Who and what takes part, one fact a role.
void addRoles(const EvidenceBase& base, const Node& event, QList<Fact>& facts)
{
    std::vector<std::pair<QString, QStringList>> roles;
    for (const EdgeId id : base.events.edgesAt(event.id)) {
        const Edge* edge = base.events.edge(id);
        if (edge->kind != EdgeKind::Role || base.events.source(id) != event.id)
            continue;
        const QString label = toQString(edge->label);
        auto role = std::ranges::find(roles, label, &std::pair<QString, QStringList>::first);
        if (role == roles.end())
            role = roles.insert(roles.end(), {label, {}});
        role->second << Phrases::name(base.events.node(base.events.target(id))->name);
    }
    for (const auto& [label, names] : roles)
        facts.append({label, firstOf(names), false});
}

Heading headingOfNode(const EvidenceBase& base, const Node& node, const Evidence& evidence)
{
    Heading heading;
    if (node.kind == NodeKind::Event) {
        heading.kind = toQString(base.ontology.event(node.type).label);
        heading.title = Phrases::name(node.title.empty() ? node.name : node.title);
        heading.summary = Phrases::dotted(
            {Phrases::date(node.date), toQString(wordsOf(node.modality)), countsOf(evidence)});
        addSureness(node.modality, node.modalityReason, node.contested, heading.facts);
        addRoles(base, node, heading.facts);
    } else {
        heading.kind = toQString(base.ontology.entity(node.type).label);
        heading.title = Phrases::name(node.name);
        const QString meetings = node.weight == 1
                                     ? Phrases::tr("1 meeting")
                                     : Phrases::tr("%1 meetings").arg(Phrases::number(node.weight));
        heading.summary =
            Phrases::dotted({node.weight > 0 ? meetings : QString(), countsOf(evidence)});
        addNames(base, node, heading.facts);
        addMeetings(base, node, heading.facts);
        addPositions(node, heading.facts);
    }
    addIds(base, node.ids, heading.facts);
    addIdentity(node, heading.facts);
    addMissing(base, node, heading.facts);
    addNotes(base, node, heading.facts);
    return heading;
}

/// "Choe Son-hui", "Visit: Choe Son-hui to Russia"
QString titleIn(const EvidenceBase& base, const KnowledgeGraph& graph, NodeId id)
{
    const Node* node = graph.node(id);
    if (!node || node->kind == NodeKind::Entity || node->title.empty())
        return node ? Phrases::name(node->name) : QString();
    return Phrases::tr("%1: %2").arg(toQString(base.ontology.event(node->type).label),
                                     Phrases::name(node->title));
}

/// "3 invitations, 2 summits": an invitation that happened is no visit.
QString kindsOf(const EvidenceBase& base, const Edge& tie)
{
    std::map<std::string, int> counts;
    for (const NodeId id : tie.events) {
        if (const Node* event = base.events.node(id))
            ++counts[event->type];
    }
    std::vector<std::pair<std::string, int>> kinds(counts.begin(), counts.end());
    std::ranges::stable_sort(kinds, std::ranges::greater{},
                             [](const auto& kind) { return kind.second; });
    QStringList words;
    for (const auto& [type, count] : kinds) {
        const EventType& known = base.ontology.event(type);
        words << Phrases::tr("%1 %2").arg(
            Phrases::number(count),
            toQString(count == 1 || known.plural.empty() ? known.label : known.plural));
    }
    return words.join(QStringLiteral(", "));
}

Heading headingOfTie(const EvidenceBase& base, const FoundEdge& tie, const Evidence& evidence)
{
    const Edge& edge = *tie.edge;
    Heading heading;
    heading.kind = Phrases::tr("Tie");
    heading.title = titleIn(base, *tie.graph, tie.graph->source(edge.id)) + QStringLiteral(" — ") +
                    titleIn(base, *tie.graph, tie.graph->target(edge.id));
    QString counts = toQString(wordsOf(edge.counts));
    if (edge.last) {
        const bool isDay = edge.last->earliest == edge.last->latest;
        counts += (isDay ? Phrases::tr("; last on %1") : Phrases::tr("; last in %1"))
                      .arg(Phrases::date(edge.last));
    }
    heading.summary = Phrases::dotted({counts, countsOf(evidence)});
    heading.facts.append({Phrases::tr("Meetings"), kindsOf(base, edge), false});
    return heading;
}

Heading headingOfEdge(const EvidenceBase& base, const FoundEdge& found, const Evidence& evidence)
{
    const Edge& edge = *found.edge;
    if (edge.kind == EdgeKind::Tie)
        return headingOfTie(base, found, evidence);
    const QString source = titleIn(base, *found.graph, found.graph->source(edge.id));
    const QString target = titleIn(base, *found.graph, found.graph->target(edge.id));
    Heading heading;
    heading.kind = toQString(edge.label);
    // Who has a part in what has no direction of its own; relations read as they are drawn.
    const bool isRole = edge.kind == EdgeKind::Role;
    heading.title =
        isRole ? target + QStringLiteral(" — ") + source : source + QStringLiteral(" → ") + target;
    const Node* event = isRole ? found.graph->node(found.graph->source(edge.id)) : nullptr;
    const QString modality = isRole ? toQString(wordsOf(edge.modality)) : QString();
    heading.summary = Phrases::dotted(
        {event ? Phrases::date(event->date) : QString(), modality, countsOf(evidence)});
    if (isRole) {
        const JudgedModality judged = judgeModality(base.store, edge.claims);
        addSureness(edge.modality, judged.reason, edge.contested, heading.facts);
    } else if (edge.label != base.ontology.relation(edge.type).label) {
        heading.facts.append(
            {Phrases::tr("Relation"), toQString(base.ontology.relation(edge.type).label), false});
    }
    return heading;
}

} // namespace

Heading headingOf(const EvidenceBase& base, const std::vector<Subject>& subjects,
                  const Evidence& evidence)
{
    if (subjects.size() > 1)
        return {Phrases::tr("Selection"),
                Phrases::tr("%1 selected").arg(Phrases::number(int(subjects.size()))),
                countsOf(evidence),
                {}};
    if (subjects.empty())
        return {};
    if (const auto* id = std::get_if<NodeId>(&subjects.front())) {
        const Node* node = base.events.node(*id);
        return node ? headingOfNode(base, *node, evidence) : Heading();
    }
    const FoundEdge found = findEdge(base, std::get<EdgeId>(subjects.front()));
    return found.edge ? headingOfEdge(base, found, evidence) : Heading();
}

} // namespace entente
