// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/evidencewords.h"

#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "graph/ontology/ontology.h"
#include "ui/panels/displaytext.h"
#include "ui/text/qtext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace entente
{

namespace
{

constexpr qsizetype namesAtMost = 8;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(entente::EvidencePanel)
};

const QString dot = QStringLiteral(" · ");

QString joined(const QStringList& parts, const QString& separator)
{
    QStringList full = parts;
    full.removeAll(QString());
    return full.join(separator);
}

QString nameIn(const std::string& name) { return isolated(visibleForm(toQString(name))); }

QString number(int n) { return QLocale().toString(n); }

/// The first names, and how many more there are.
QString listed(const QStringList& names)
{
    const QString first = names.mid(0, namesAtMost).join(QStringLiteral(", "));
    if (names.size() <= namesAtMost)
        return first;
    return Words::tr("%1 and %2 more").arg(first, number(int(names.size() - namesAtMost)));
}

QString countsOf(const Evidence& evidence)
{
    if (evidence.claims == 0)
        return Words::tr("no claims");
    const QString claims = evidence.claims == 1
                               ? Words::tr("1 claim")
                               : Words::tr("%1 claims").arg(number(evidence.claims));
    const QString sources = evidence.sources == 1
                                ? Words::tr("1 source")
                                : Words::tr("%1 sources").arg(number(evidence.sources));
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
        facts.append({visibleForm(toQString(id.authority)), visibleForm(words.join(dot)), false});
    }
}

void addSureness(std::optional<Modality> modality, const std::string& reason, bool contested,
                 QList<Fact>& facts)
{
    QString words = toQString(wordsOf(modality));
    if (!reason.empty())
        words += QStringLiteral(": ") + toQString(reason);
    facts.append({Words::tr("How sure"), words, false});
    if (contested)
        facts.append({Words::tr("Contested"),
                      Words::tr("one claim is certain that it is so, another that it is not"),
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
        names << Words::tr("%1 (%2)").arg(nameIn(alias.name), number(int(alias.mentions.size())));
    }
    if (!names.isEmpty())
        facts.append({node.kind == NodeKind::Event ? Words::tr("Words") : Words::tr("Called"),
                      listed(names), false});
}

void addPositions(const Node& node, QList<Fact>& facts)
{
    QStringList positions;
    for (const HeldPosition& position : node.positions)
        positions << joined({nameIn(position.title), nameIn(position.of)}, QStringLiteral(", "));
    if (!positions.isEmpty())
        facts.append({Words::tr("Position"), positions.join(QStringLiteral("; ")), false});
}

void addIdentity(const Node& node, QList<Fact>& facts)
{
    if (node.identity == Identity::Name)
        facts.append({Words::tr("Joined"),
                      Words::tr("by name: the articles give the same full name; no outside id says "
                                "that they mean the same"),
                      false});
    else if (node.identity == Identity::Analyst)
        facts.append({Words::tr("Joined"), Words::tr("by an analyst"), false});
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
        facts.append({Words::tr("Note"), notes.join(QStringLiteral("; ")), false});
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
        role->second << nameIn(base.events.node(base.events.target(id))->name);
    }
    for (const auto& [label, names] : roles)
        facts.append({label, listed(names), false});
}

QString dateOf(const std::optional<Edtf>& date)
{
    return date ? toQString(wordsOf(*date)) : QString();
}

Heading headingOfNode(const EvidenceBase& base, const Node& node, const Evidence& evidence)
{
    Heading heading;
    if (node.kind == NodeKind::Event) {
        heading.kind = toQString(base.ontology.event(node.type).label);
        heading.title = nameIn(node.title.empty() ? node.name : node.title);
        heading.summary =
            joined({dateOf(node.date), toQString(wordsOf(node.modality)), countsOf(evidence)}, dot);
        addSureness(node.modality, node.modalityReason, node.contested, heading.facts);
        addRoles(base, node, heading.facts);
    } else {
        heading.kind = toQString(base.ontology.entity(node.type).label);
        heading.title = nameIn(node.name);
        const QString meetings = node.weight == 1
                                     ? Words::tr("1 meeting")
                                     : Words::tr("%1 meetings").arg(number(node.weight));
        heading.summary = joined({node.weight > 0 ? meetings : QString(), countsOf(evidence)}, dot);
        addNames(base, node, heading.facts);
        addPositions(node, heading.facts);
    }
    addIds(base, node.ids, heading.facts);
    addIdentity(node, heading.facts);
    addNotes(base, node, heading.facts);
    return heading;
}

/// "Choe Son-hui", "Visit: Choe Son-hui to Russia"
QString titleIn(const EvidenceBase& base, const KnowledgeGraph& graph, NodeId id)
{
    const Node* node = graph.node(id);
    if (!node || node->kind == NodeKind::Entity || node->title.empty())
        return node ? nameIn(node->name) : QString();
    return Words::tr("%1: %2").arg(toQString(base.ontology.event(node->type).label),
                                   nameIn(node->title));
}

Heading headingOfTie(const EvidenceBase& base, const FoundEdge& tie, const Evidence& evidence)
{
    const Edge& edge = *tie.edge;
    Heading heading;
    heading.kind = Words::tr("Tie");
    heading.title = titleIn(base, *tie.graph, tie.graph->source(edge.id)) + QStringLiteral(" — ") +
                    titleIn(base, *tie.graph, tie.graph->target(edge.id));
    QString counts = toQString(wordsOf(edge.counts));
    if (edge.last)
        counts += Words::tr("; last in %1").arg(dateOf(edge.last));
    heading.summary = joined({counts, countsOf(evidence)}, dot);
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
    const QString arrow = QStringLiteral(" → ");
    // People do things in meetings, so a role reads from who to what.
    const bool isRole = edge.kind == EdgeKind::Role;
    heading.title = isRole ? target + arrow + source : source + arrow + target;
    const Node* event = isRole ? found.graph->node(found.graph->source(edge.id)) : nullptr;
    const QString modality = isRole ? toQString(wordsOf(edge.modality)) : QString();
    heading.summary =
        joined({event ? dateOf(event->date) : QString(), modality, countsOf(evidence)}, dot);
    if (isRole) {
        const JudgedModality judged = judgeModality(base.store, edge.claims);
        addSureness(edge.modality, judged.reason, edge.contested, heading.facts);
    } else if (edge.label != base.ontology.relation(edge.type).label) {
        heading.facts.append(
            {Words::tr("Relation"), toQString(base.ontology.relation(edge.type).label), false});
    }
    return heading;
}

} // namespace

Heading headingOf(const EvidenceBase& base, const std::vector<Subject>& subjects,
                  const Evidence& evidence)
{
    if (subjects.size() > 1)
        return {Words::tr("Selection"),
                Words::tr("%1 selected").arg(number(int(subjects.size()))),
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

namespace
{

QString speakerLine(const EvidenceCard& card)
{
    const QString words = visibleForm(toQString(wordsOf(card.attribution)));
    if (card.reported.empty())
        return words;
    QStringList names;
    for (const std::string& speaker : card.reported)
        names << nameIn(speaker);
    return Words::tr("%1, telling what %2 said").arg(words, names.join(QStringLiteral(", ")));
}

QString aboutLine(const EvidenceCard& card)
{
    QStringList roles;
    const bool several = std::ranges::any_of(
        card.roles, [&](const NamedRole& role) { return role.name != card.roles.front().name; });
    for (const NamedRole& role : card.roles)
        roles << (several ? Words::tr("%1 as %2").arg(nameIn(role.name), toQString(role.role))
                          : Words::tr("as %1").arg(toQString(role.role)));
    return joined({nameIn(card.about), roles.join(QStringLiteral(", "))}, dot);
}

QString surenessLine(const Claim& claim)
{
    QStringList sure;
    if (!claim.isRelation() || claim.modality)
        sure << toQString(wordsOf(claim.modality));
    if (claim.factuality)
        sure << toQString(wordsOf(*claim.factuality));
    if (!claim.aspect.empty())
        sure << toQString(claim.aspect).toLower();
    QStringList parts{sure.join(QStringLiteral(", "))};
    for (const Edtf& date : claim.dates)
        parts << toQString(wordsOf(date));
    return joined(parts, dot);
}

void describeStatus(const EvidenceCard& card, CardWords& words)
{
    const QString reason = visibleForm(toQString(card.anchoredBy));
    switch (card.status) {
    case QuoteStatus::Exact:
        if (card.source == QuoteSource::Sentence)
            words.status = Words::tr("sentence: no evidence was marked");
        return;
    case QuoteStatus::Moved:
        words.status = reason.isEmpty()
                           ? Words::tr("moved: the words were found elsewhere than recorded")
                           : Words::tr("moved: %1").arg(reason);
        return;
    case QuoteStatus::Missing:
        words.status = reason.isEmpty() ? Words::tr("missing: the words are not in the text")
                                        : Words::tr("missing: %1").arg(reason);
        words.warns = true;
        return;
    }
}

} // namespace

CardWords wordsOf(const EvidenceBase& base, const EvidenceCard& card)
{
    CardWords words;
    const Claim* claim = base.store.claim(card.claim);
    if (!claim)
        return words;
    words.about = aboutLine(card);
    words.speaker = speakerLine(card);
    words.sureness = surenessLine(*claim);
    describeStatus(card, words);
    for (const std::string& note : claim->notes)
        words.notes << visibleForm(toQString(note));
    words.grade = joined({toQString(claim->reliability), toQString(claim->credibility),
                          toQString(claim->confidence)},
                         QStringLiteral(" "));
    if (claim->origin == Origin::ByHand)
        words.sureness = joined({words.sureness, Words::tr("added by hand")}, dot);
    return words;
}

namespace
{

QString outletOf(const Article& article) { return nameIn(chainWords(chainOf(article))); }

} // namespace

QString sourceLineOf(const Article& article)
{
    QString language;
    if (!article.language.empty()) {
        const QLocale locale(toQString(article.language));
        language = locale.language() == QLocale::C ? toQString(article.language)
                                                   : QLocale::languageToString(locale.language());
    }
    const QString outlet = outletOf(article);
    return joined({outlet.isEmpty() ? Words::tr("outlet unknown") : outlet,
                   article.published ? dateOf(article.published) : Words::tr("date unknown"),
                   language},
                  dot);
}

QString citationOf(const Article& article, const EvidenceCard& card)
{
    const QString quote = toQString(card.quoted).simplified();
    const QString reference = joined({toQString(article.title), outletOf(article),
                                      dateOf(article.published), toQString(article.address)},
                                     QStringLiteral(", "));
    return QStringLiteral("“%1” — %2").arg(quote, reference);
}

} // namespace entente
