// SPDX-License-Identifier: Apache-2.0
#include "graph/byhand/connecting.h"

#include "graph/annotation/sentencequote.h"
#include "graph/byhand/claiming.h"
#include "graph/byhand/handdraft.h"
#include "graph/byhand/marking.h"
#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "graph/ontology/ontology.h"
#include "graph/text/sourcetext.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

namespace entente
{

namespace
{

const std::string gone = "What it would connect is not here any more.";

/// Roles of the one that the other can fill.
void addRoles(std::vector<Connection>& all, const HandBase& base, const Node& event,
              const Node& other)
{
    if (event.kind != NodeKind::Event)
        return;
    for (const Role& role : base.ontology.event(event.type).roles) {
        if (role.accepts(other.type))
            all.push_back({Connection::Kind::Role, event.id, other.id, role.name, {}, {}});
    }
}

void addRelations(std::vector<Connection>& all, const HandBase& base, const Node& from,
                  const Node& to)
{
    for (const auto& [name, relation] : base.ontology.relations) {
        const Connection way{Connection::Kind::Relation, from.id, to.id, name, {}, {}};
        const Connection back{Connection::Kind::Relation, to.id, from.id, name, {}, {}};
        const bool isThere =
            relation.symmetric && std::ranges::find(all, back) != all.end(); // Either way the same.
        if (!isThere && !base.ontology.isIdentity(name) && relation.accepts(from.type, to.type))
            all.push_back(way);
    }
}

/// What an event of this type can be for two who take part in it: first both as what it asks for.
std::vector<std::pair<const Role*, const Role*>>
rolesToMeetIn(const HandBase& base, const EventType& type, const Node& one, const Node& other)
{
    std::vector<std::pair<const Role*, const Role*>> pairs;
    for (const Role& first : type.roles) {
        for (const Role& second : type.roles) {
            const bool isRoomy = &first != &second || first.atMost != 1;
            if (isRoomy && base.ontology.makesTies(first.name) &&
                base.ontology.makesTies(second.name) &&
                base.ontology.meet(first.name, second.name) && first.accepts(one.type) &&
                second.accepts(other.type))
                pairs.emplace_back(&first, &second);
        }
    }
    const auto isAskedFor = [](const auto& pair) {
        return pair.first == pair.second && pair.first->atLeast > 0;
    };
    std::ranges::stable_partition(pairs, isAskedFor);
    return pairs;
}

/// The likeliest of each type first, and what else two can be in it after all of them.
void addMeetings(std::vector<Connection>& all, const HandBase& base, const Node& one,
                 const Node& other)
{
    if (!one.isActor || !other.isActor)
        return;
    std::vector<Connection> others;
    for (const std::string& name : base.ontology.eventOrder) {
        bool isFirst = true;
        for (const auto& [first, second] :
             rolesToMeetIn(base, base.ontology.event(name), one, other)) {
            (std::exchange(isFirst, false) ? all : others)
                .push_back(
                    {Connection::Kind::Meeting, one.id, other.id, name, first->name, second->name});
        }
    }
    std::ranges::move(others, std::back_inserter(all));
}

/// The words of a sentence that name the two: as sure as they can be, and near each other.
struct Named
{
    const MentionPlace* one = nullptr;
    const MentionPlace* other = nullptr;
};

Named namedIn(const EvidenceSentence& sentence)
{
    Named best;
    std::tuple<int, int, int> bestRank;
    for (const MentionPlace& one : sentence.one) {
        for (const MentionPlace& other : sentence.other) {
            const TextSpan a = hullOf(one.spans);
            const TextSpan b = hullOf(other.spans);
            const std::tuple rank(int(!one.isName) + int(!other.isName),
                                  int(one.mention.isNil()) + int(other.mention.isNil()),
                                  std::max({a.begin - b.end, b.begin - a.end, 0}));
            if (best.one == nullptr || rank < bestRank) {
                best = {&one, &other};
                bestRank = rank;
            }
        }
    }
    return best;
}

/// The edit in the making, article by article.
class Making
{
public:
    Making(const HandBase& base, const Connection& connection, std::optional<Modality> modality)
        : m_base(base)
        , m_connection(connection)
        , m_from(*base.events.node(connection.from))
        , m_to(*base.events.node(connection.to))
        , m_modality(modality)
    {
    }

    /// @returns whether what it names is there.
    bool take(const EvidenceSentence& sentence)
    {
        if (m_base.store.article(sentence.article) == nullptr)
            return false;
        Page& page = pageOf(sentence.article);
        const Named named = namedIn(sentence);
        if (named.one == nullptr || named.other == nullptr)
            return false;
        const std::optional<Filler> one = fillerOf(page, m_from, *named.one);
        const std::optional<Filler> other = fillerOf(page, m_to, *named.other);
        if (!one || !other)
            return false;
        switch (m_connection.kind) {
        case Connection::Kind::Role:
            fillRole(page, *named.one, *other, sentence.span);
            break;
        case Connection::Kind::Relation:
            relate(page, *one, *other);
            break;
        case Connection::Kind::Meeting:
            meet(page, *one, *other, sentence.span);
            break;
        }
        return true;
    }

    MadeConnection run() &&
    {
        for (Page& page : m_pages)
            std::ranges::move(std::move(page.draft).edit().edits,
                              std::back_inserter(m_made.edit.edits));
        // The same meeting, as all of these articles have it.
        for (const Page& page : m_pages) {
            if (!page.event.isNil() && page.event != m_made.event)
                m_made.edit.edits.emplace_back(
                    JudgeEvents{m_made.event, page.event, Sameness::One});
        }
        return std::move(m_made);
    }

private:
    struct Page
    {
        HandDraft draft;
        std::map<NodeId, EntityId> entities; ///< That were made here for whom it had none of.
        EventId event;                       ///< The new one; nil: none.
    };

    Page& pageOf(ArticleId article)
    {
        const auto found = std::ranges::find_if(m_pages, [article](const Page& page) {
            return page.draft.records().article.id == article;
        });
        if (found != m_pages.end())
            return *found;
        return m_pages.emplace_back(Page{HandDraft(m_base, article), {}, {}});
    }

    /// What the words stand for in a role: whom they name, or a claim of the event that they tell
    /// of. @returns nothing when they are gone.
    std::optional<Filler> fillerOf(Page& page, const Node& node, const MentionPlace& place) const
    {
        if (node.kind == NodeKind::Entity) {
            const MentionId mention = mentionOf(page, node, place);
            return mention.isNil() ? std::optional<Filler>() : Filler(mention);
        }
        const std::vector<const Claim*> claims = claimsOf(page, node.id, place);
        return claims.empty() ? std::optional<Filler>() : Filler(claims.front()->id);
    }

    /// Marks the words if nobody has. @returns nil when they are gone.
    MentionId mentionOf(Page& page, const Node& node, const MentionPlace& place) const
    {
        if (!place.mention.isNil())
            return page.draft.mention(place.mention) != nullptr ? place.mention : MentionId();
        for (const Mention& mention : page.draft.records().mentions) {
            if (mention.spans == place.spans && mention.type == node.type)
                return mention.id; // Marked for the sentence before.
        }
        EntityId& entity = page.entities[node.id];
        if (entity.isNil())
            entity = page.draft.entityFor(node.id, node.type);
        Mention mention = page.draft.mentionOn(place.spans, node.type);
        mention.entity = entity;
        // An adjective is no name of it: by one, two Koreas would be taken for one.
        mention.form = place.isAdjective ? "Nominal" : place.isName ? "Name" : "";
        const MentionId id = mention.id;
        page.draft.add(std::move(mention));
        return id;
    }

    /// Claims of an event that begin from these words; or rest on them, if they begin from none.
    std::vector<const Claim*> claimsOf(const Page& page, NodeId event,
                                       const MentionPlace& place) const
    {
        const auto isAmong = [&](TextSpan words) {
            return std::ranges::any_of(place.spans,
                                       [&](TextSpan span) { return span.overlaps(words); });
        };
        const auto restsOn = [&](const Quote& quote) {
            return std::ranges::any_of(quote.spans, isAmong);
        };
        std::vector<const Claim*> claims;
        for (const Claim& claim : page.draft.records().claims) {
            const bool isHere =
                place.mention.isNil()
                    ? claim.trigger.isNil() && std::ranges::any_of(claim.quotes, restsOn)
                    : claim.trigger == place.mention;
            if (isHere && !claim.rejected && !claim.isRelation() &&
                m_base.events.nodeOf(claim.event) == event)
                claims.push_back(&claim);
        }
        return claims;
    }

    /// Whether the claim has it in this role, by whatever words.
    bool says(const Page& page, const Claim& claim, const Filler& filler) const
    {
        return std::ranges::any_of(claim.roles, [&](const RoleFiller& role) {
            return role.role == m_connection.type && page.draft.nameSame(role.filler, filler);
        });
    }

    void fillRole(Page& page, const MentionPlace& event, const Filler& filler, TextSpan sentence)
    {
        const std::vector<const Claim*> theirs = claimsOf(page, m_from.id, event);
        const auto saysSo = [&](const Claim* claim) { return says(page, *claim, filler); };
        if (theirs.empty() || std::ranges::any_of(theirs, saysSo))
            return;
        const Role& role = *m_base.ontology.event(m_from.type).role(m_connection.type);
        const auto roomy =
            std::ranges::find_if(theirs, [&](const Claim* claim) { return hasRoom(role, *claim); });
        if (roomy != theirs.end())
            return fillIn(page, **roomy, filler, sentence);
        Claim claim = likeOf(page, *theirs.front());
        claim.trigger = event.mention;
        addClaim(page, std::move(claim), {{m_connection.type, filler}}, sentence);
    }

    /// The same words tell of it, as sure or unsure, on the same day, and so say the same people:
    /// all but who fills the role, and what it rests on.
    Claim likeOf(const Page& page, const Claim& first) const
    {
        Claim claim = newClaim(page, first.type);
        claim.event = first.event;
        claim.modality = first.modality;
        claim.factuality = first.factuality;
        claim.polarity = first.polarity;
        claim.aspect = first.aspect;
        claim.dates = first.dates;
        const WordsRole evidence = wordsRole(m_base.ontology, first.type, EntityUse::Quote);
        std::ranges::copy_if(first.roles, std::back_inserter(claim.roles), [&](const auto& each) {
            return each.role != m_connection.type &&
                   (evidence.role == nullptr || each.role != evidence.role->name);
        });
        return claim;
    }

    /// Where the words stand that name who fills a role; the sentence, of a claim that does.
    static TextSpan placeOf(const Page& page, const Filler& filler, TextSpan sentence)
    {
        const auto* id = std::get_if<MentionId>(&filler);
        const Mention* mention = id != nullptr ? page.draft.mention(*id) : nullptr;
        return mention != nullptr && !mention->spans.empty() ? hullOf(mention->spans) : sentence;
    }

    /// What it rests on may be marked, and be words that do not name who fills the role.
    void fillIn(Page& page, const Claim& claim, const Filler& filler, TextSpan sentence)
    {
        const ClaimId id = claim.id;
        std::vector<RoleFiller> roles = claim.roles;
        roles.push_back({m_connection.type, filler});
        const WordsRole evidence = wordsRole(m_base.ontology, claim.type, EntityUse::Quote);
        const TextSpan words = placeOf(page, filler, sentence);
        const auto isElsewhere = [&](const Quote& quote) {
            return quote.source == QuoteSource::Evidence &&
                   std::ranges::none_of(quote.spans,
                                        [&](TextSpan span) { return span.overlaps(words); });
        };
        if (evidence.role != nullptr && hasRoom(*evidence.role, claim) && !claim.quotes.empty() &&
            std::ranges::all_of(claim.quotes, isElsewhere))
            roles.push_back({evidence.role->name, evidenceOf(page, evidence.type, sentence)});
        page.draft.setRoles(id, std::move(roles));
        m_made.claims.push_back(id);
    }

    void relate(Page& page, const Filler& from, const Filler& to)
    {
        const RelationType& relation = m_base.ontology.relation(m_connection.type);
        Claim claim = newClaim(page, m_connection.type);
        claim.roles = {{relation.fromRole, from}, {relation.toRole, to}};
        claim.quotes.push_back(
            sentenceQuote(page.draft.records().article, page.draft.wordsOf(claim)));
        if (page.draft.saysAlready(claim))
            return;
        m_made.claims.push_back(claim.id);
        page.draft.add(std::move(claim));
    }

    void meet(Page& page, const Filler& one, const Filler& other, TextSpan sentence)
    {
        if (page.event.isNil()) {
            Event event;
            event.id = EventId(randomUuid());
            event.article = page.draft.records().article.id;
            event.type = m_connection.type;
            page.event = event.id;
            page.draft.add(std::move(event));
        }
        if (m_made.event.isNil())
            m_made.event = page.event;
        Claim claim = newClaim(page, m_connection.type);
        claim.event = page.event;
        claim.modality = m_modality;
        addClaim(page, std::move(claim),
                 {{m_connection.fromRole, one}, {m_connection.toRole, other}}, sentence);
    }

    static Claim newClaim(const Page& page, const std::string& type)
    {
        Claim claim;
        claim.id = ClaimId(randomUuid());
        claim.article = page.draft.records().article.id;
        claim.type = type;
        claim.origin = Origin::ByHand;
        return claim;
    }

    /// With more roles, and the sentence as what it rests on.
    void addClaim(Page& page, Claim claim, const std::vector<RoleFiller>& more, TextSpan sentence)
    {
        std::vector<RoleFiller> roles = claim.roles;
        roles.insert(roles.end(), more.begin(), more.end());
        const WordsRole evidence = wordsRole(m_base.ontology, claim.type, EntityUse::Quote);
        if (evidence.role != nullptr)
            roles.push_back({evidence.role->name, evidenceOf(page, evidence.type, sentence)});
        const ClaimId id = claim.id;
        m_made.claims.push_back(id);
        page.draft.add(std::move(claim));
        page.draft.setRoles(id, std::move(roles));
    }

    static MentionId evidenceOf(Page& page, const std::string& type, TextSpan sentence)
    {
        const TextSpans spans = spansToMark(*page.draft.records().article.text, sentence);
        for (const Mention& mention : page.draft.records().mentions) {
            if (mention.spans == spans && mention.type == type)
                return mention.id;
        }
        Mention mention = page.draft.mentionOn(spans, type);
        const MentionId id = mention.id;
        page.draft.add(std::move(mention));
        return id;
    }

    const HandBase& m_base;
    const Connection& m_connection;
    const Node& m_from;
    const Node& m_to;
    std::optional<Modality> m_modality;
    std::vector<Page> m_pages; ///< In the order in which sentences came of them.
    MadeConnection m_made;
};

std::string nameOf(const HandBase& base, NodeId id)
{
    const Node* node = base.events.node(id);
    return node != nullptr ? node->name : std::string();
}

} // namespace

std::vector<Connection> connectionsBetween(const HandBase& base, NodeId one, NodeId other)
{
    std::vector<Connection> all;
    const Node* a = base.events.node(one);
    const Node* b = base.events.node(other);
    if (a == nullptr || b == nullptr || one == other)
        return all;
    addRoles(all, base, *a, *b);
    addRoles(all, base, *b, *a);
    addRelations(all, base, *a, *b);
    addRelations(all, base, *b, *a);
    addMeetings(all, base, *a, *b);
    return all;
}

std::string labelOf(const HandBase& base, const Connection& connection)
{
    switch (connection.kind) {
    case Connection::Kind::Role:
        return connection.type;
    case Connection::Kind::Relation:
        return base.ontology.relation(connection.type).label;
    case Connection::Kind::Meeting:
        return base.ontology.event(connection.type).label;
    }
    return {};
}

std::string wordsOf(const HandBase& base, const Connection& connection)
{
    const std::string from = nameOf(base, connection.from);
    const std::string to = nameOf(base, connection.to);
    switch (connection.kind) {
    case Connection::Kind::Role:
        return fmt::format("{} is {} of {}", to, connection.type, from);
    case Connection::Kind::Relation:
        return fmt::format("{} – {} – {}", from, labelOf(base, connection), to);
    case Connection::Kind::Meeting:
        if (connection.fromRole == connection.toRole)
            return fmt::format("A new one; {} and {}: {}", from, to, connection.fromRole);
        return fmt::format("A new one; {}: {}, {}: {}", from, connection.fromRole, to,
                           connection.toRole);
    }
    return {};
}

Expected<MadeConnection, std::string> addConnection(const HandBase& base,
                                                    const Connection& connection,
                                                    std::span<const EvidenceSentence> sentences,
                                                    std::optional<Modality> modality)
{
    if (base.events.node(connection.from) == nullptr || base.events.node(connection.to) == nullptr)
        return Unexpected{gone};
    const std::vector<Connection> allowed =
        connectionsBetween(base, connection.from, connection.to);
    if (std::ranges::find(allowed, connection) == allowed.end())
        return Unexpected{fmt::format("“{}” cannot be between “{}” and “{}”.",
                                      labelOf(base, connection), nameOf(base, connection.from),
                                      nameOf(base, connection.to))};
    if (sentences.empty())
        return Unexpected{std::string("There are no words that it would rest on: choose some.")};
    Making making(base, connection, modality);
    for (const EvidenceSentence& sentence : sentences) {
        if (!making.take(sentence))
            return Unexpected{gone};
    }
    MadeConnection made = std::move(making).run();
    if (made.claims.empty())
        return Unexpected{std::string("This is what these words say already.")};
    return made;
}

} // namespace entente
