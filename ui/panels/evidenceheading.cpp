// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/evidenceheading.h"

#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "graph/model/sureness.h"
#include "graph/ontology/ontology.h"
#include "graph/query/contested.h"
#include "graph/query/strength.h"
#include "ui/panels/evidencewords.h"
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

/// Of the claims, those that no source stands for.
QString judgementsOf(const Evidence& evidence)
{
    if (evidence.judgements == 0)
        return {};
    if (evidence.judgements == 1)
        return evidence.claims == 1 ? Phrases::tr("a judgement") : Phrases::tr("1 is a judgement");
    return Phrases::tr("%1 are judgements").arg(Phrases::number(evidence.judgements));
}

QString countsOf(const Evidence& evidence)
{
    const QString rejected =
        evidence.rejected == 0 ? QString()
                               : Phrases::tr("%1 rejected").arg(Phrases::number(evidence.rejected));
    if (evidence.claims == 0)
        return Phrases::listed({Phrases::tr("no claims"), rejected});
    const QString claims = evidence.claims == 1
                               ? Phrases::tr("1 claim")
                               : Phrases::tr("%1 claims").arg(Phrases::number(evidence.claims));
    const QString judgements = judgementsOf(evidence);
    if (evidence.articles == 0)
        return Phrases::listed({claims, judgements, rejected});
    if (evidence.articles == 1)
        return Phrases::listed({Phrases::tr("%1 in 1 article").arg(claims), judgements, rejected});
    const QString articles = Phrases::tr("%1 articles").arg(Phrases::number(evidence.articles));
    const int count = static_cast<int>(evidence.sources.size());
    if (count == 0) // Nobody knows yet.
        return Phrases::listed({claims, judgements, rejected, articles});
    QString sources = count == 1
                          ? Phrases::tr("1 independent source")
                          : Phrases::tr("%1 independent sources").arg(Phrases::number(count));
    if (evidence.sayingSo > 0 && evidence.sayingSo < count) // The others say otherwise.
        sources =
            Phrases::tr("%1, %2 of them say so").arg(sources, Phrases::number(evidence.sayingSo));
    return Phrases::listed({claims, judgements, rejected, articles, sources});
}

/// "News Rebeat, Lantern Post: from The Dong-A Ilbo"
QString sourceWords(const EvidenceBase& base, const OneSource& source)
{
    QStringList names;
    for (const ArticleId id : source.articles) {
        const Article* article = base.store.article(id);
        const std::string& outlet = article->outlet.empty() ? article->title : article->outlet;
        names << Phrases::name(outlet);
    }
    names.removeDuplicates();
    QString who = firstOf(names);
    if (source.isCopied)
        return Phrases::tr("%1 carry the same words").arg(who);
    const QString origin = Phrases::name(source.origin);
    if (names.size() == 1)
        return who;
    return origin.isEmpty() ? who : Phrases::tr("%1, from %2").arg(who, origin);
}

/// Articles that count as one source, and why.
void addSources(const EvidenceBase& base, const Evidence& evidence, QList<Fact>& facts)
{
    for (const OneSource& source : evidence.sources) {
        if (source.articles.size() < 2)
            continue;
        const QString words = Phrases::tr("%1 articles: %2")
                                  .arg(Phrases::number(static_cast<int>(source.articles.size())),
                                       sourceWords(base, source));
        facts.append({Phrases::tr("One source"), words, false, {}});
    }
}

void addGrade(const Strength& strength, QList<Fact>& facts)
{
    if (strength.grade.isEmpty())
        return;
    facts.append({Phrases::tr("Grade"),
                  toQString(nameOf(strength.grade)) + QStringLiteral(": ") +
                      toQString(wordsOf(strength.grade)),
                  false,
                  {}});
}

/// The grades of one claim, as they were given: "B–" would be read as at school.
QString gradeOf(const Claim& claim, const Article& article)
{
    const std::string& source = claim.reliability.empty() ? article.reliability : claim.reliability;
    if (claim.credibility.empty())
        return source.empty() ? QString() : Phrases::tr("source %1").arg(toQString(source));
    return source.empty() ? Phrases::tr("information %1").arg(toQString(claim.credibility))
                          : toQString(source + claim.credibility);
}

/// "according to Kim Yo-jong": nobody's word is taken for that of the article that reports it.
QString speakerOf(const EvidenceBase& base, const Claim& claim)
{
    const Attribution attribution = attributionOf(base.store, base.events, claim);
    return attribution.kind == AttributionKind::Author
               ? QString()
               : visibleForm(toQString(wordsOf(attribution)));
}

/// The first day that an article can have been published.
std::optional<Day> firstDayOf(const Article& article)
{
    return article.published ? article.published->earliest : std::nullopt;
}

/// The last one.
std::optional<Day> lastDayOf(const Article& article)
{
    return article.published ? article.published->latest : std::nullopt;
}

FactSide sideOf(const EvidenceBase& base, const Side& side, std::optional<Day> first)
{
    FactSide words{toQString(side.says), {}};
    for (const ClaimId id : side.claims) {
        const Claim* claim = base.store.claim(id);
        const Article* article = claim ? base.store.article(claim->article) : nullptr;
        if (!article)
            continue;
        const std::optional<Day> day = firstDayOf(*article);
        const QString later =
            first && day && *first < *day ? Phrases::tr("reported later") : QString();
        words.reports << Phrases::dotted(
            {speakerOf(base, *claim), sourceOf(*article), later, gradeOf(*claim, *article)});
    }
    words.reports.removeDuplicates();
    return words;
}

/// Who says what against whom; neither side is preferred.
void addContests(const EvidenceBase& base, const std::vector<Contest>& contests, QList<Fact>& facts)
{
    for (const Contest& contest : contests) {
        std::optional<Day> first;
        for (const Side& side : contest.sides) {
            for (const ClaimId id : side.claims) {
                const Claim* claim = base.store.claim(id);
                const Article* article = claim ? base.store.article(claim->article) : nullptr;
                const std::optional<Day> day = article ? lastDayOf(*article) : std::nullopt;
                if (day && (!first || *day < *first))
                    first = day;
            }
        }
        Fact fact{Phrases::tr("Contested"), toQString(wordsOf(contest.about)), true, {}};
        for (const Side& side : contest.sides)
            fact.sides.append(sideOf(base, side, first));
        facts.append(fact);
    }
}

/// Those in which an edge's own claims take a side.
std::vector<Contest> contestsWith(const std::vector<ClaimId>& claims, std::vector<Contest> contests)
{
    std::erase_if(contests, [&](const Contest& contest) {
        return std::ranges::none_of(contest.sides, [&](const Side& side) {
            return std::ranges::any_of(side.claims, [&](ClaimId claim) {
                return std::ranges::find(claims, claim) != claims.end();
            });
        });
    });
    return contests;
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
            {visibleForm(toQString(id.authority)), visibleForm(Phrases::dotted(words)), false, {}});
    }
}

void addSureness(std::string_view sureness, const std::string& reason, QList<Fact>& facts)
{
    QString words = toQString(sureness);
    if (!reason.empty())
        words += QStringLiteral(": ") + toQString(reason.substr(0, reason.find("; contested")));
    facts.append({Phrases::tr("How sure"), words, false, {}});
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
                      firstOf(names),
                      false,
                      {}});
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
        facts.append({Phrases::tr("Meetings"), toQString(wordsOf(counts)), false, {}});
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
        facts.append({Phrases::tr("Not in the text"), firstOf(missing), true, {}});
}

void addPositions(const Node& node, QList<Fact>& facts)
{
    QStringList positions;
    for (const HeldPosition& position : node.positions)
        positions << Phrases::listed({Phrases::name(position.title), Phrases::name(position.of)});
    if (!positions.isEmpty())
        facts.append({Phrases::tr("Position"), positions.join(QStringLiteral("; ")), false, {}});
}

void addIdentity(const Node& node, QList<Fact>& facts)
{
    if (node.identity == Identity::Name)
        facts.append(
            {Phrases::tr("Joined"),
             Phrases::tr("by name: the articles give the same full name; no outside id says "
                         "that they mean the same"),
             false,
             {}});
    else if (node.identity == Identity::Analyst)
        facts.append({Phrases::tr("Joined"), Phrases::tr("by an analyst"), false, {}});
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
        facts.append({Phrases::tr("Note"), notes.join(QStringLiteral("; ")), false, {}});
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
        facts.append({label, firstOf(names), false, {}});
}

Heading headingOfNode(const EvidenceBase& base, const Node& node, const Evidence& evidence)
{
    Heading heading;
    if (node.kind == NodeKind::Event) {
        heading.kind = toQString(base.ontology.event(node.type).label);
        heading.title = Phrases::name(node.title.empty() ? node.name : node.title);
        heading.summary = Phrases::dotted(
            {Phrases::date(node.date), toQString(surenessWords(node)), countsOf(evidence)});
        addSureness(surenessWords(node), node.modalityReason, heading.facts);
        if (base.copies != nullptr)
            addGrade(strengthOf(base.store, *base.copies, node.claims, node.modality),
                     heading.facts);
        addContests(base, contestsOf(base.events, base.store, node.id), heading.facts);
        addSources(base, evidence, heading.facts);
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
    for (const NodeId id : tie.tie().events) {
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

/// "2024-01-15" and "2024-01-15/2024-01-17" are on a day; "2024-01" is in a month.
bool isToTheDay(const Edtf& date)
{
    const std::string_view first = std::string_view(date.text).substr(0, date.text.find('/'));
    return std::ranges::count(first, '-') >= 2;
}

Heading headingOfTie(const EvidenceBase& base, const FoundEdge& tie, const Evidence& evidence)
{
    const Edge& edge = *tie.edge;
    Heading heading;
    heading.kind = Phrases::tr("Tie");
    heading.title = titleIn(base, *tie.graph, tie.graph->source(edge.id)) + QStringLiteral(" — ") +
                    titleIn(base, *tie.graph, tie.graph->target(edge.id));
    const Tie& events = edge.tie();
    QString counts = toQString(wordsOf(events.counts));
    if (events.last) {
        counts +=
            (isToTheDay(*events.last) ? Phrases::tr("; last on %1") : Phrases::tr("; last in %1"))
                .arg(Phrases::date(events.last));
        if (events.first && events.first != events.last)
            counts += (isToTheDay(*events.first) ? Phrases::tr(", first on %1")
                                                 : Phrases::tr(", first in %1"))
                          .arg(Phrases::date(events.first));
    }
    heading.summary = Phrases::dotted({counts, countsOf(evidence)});
    heading.facts.append({Phrases::tr("Meetings"), kindsOf(base, edge), false, {}});
    addSources(base, evidence, heading.facts);
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
    const QString modality =
        isRole ? toQString(surenessWords(edge.modality, edge.contested)) : QString();
    heading.summary = Phrases::dotted(
        {event ? Phrases::date(event->date) : QString(), modality, countsOf(evidence)});
    if (isRole) {
        const JudgedModality judged = judgeModality(base.store, edge.claims);
        // Where an analyst has added a part, it is as sure as the event is.
        const bool isOwn = judged.modality == edge.modality || event == nullptr;
        addSureness(surenessWords(edge.modality, edge.contested),
                    isOwn ? judged.reason
                          : event->modalityReason + "; this part in it is an analyst's judgement",
                    heading.facts);
    } else if (edge.label != base.ontology.relation(edge.type).label) {
        heading.facts.append({Phrases::tr("Relation"),
                              toQString(base.ontology.relation(edge.type).label),
                              false,
                              {}});
    }
    if (base.copies != nullptr)
        addGrade(strengthOf(base.store, *base.copies, edge), heading.facts);
    if (isRole && event)
        addContests(base, contestsWith(edge.claims, contestsOf(base.events, base.store, event->id)),
                    heading.facts);
    addSources(base, evidence, heading.facts);
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
