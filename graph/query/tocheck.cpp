// SPDX-License-Identifier: Apache-2.0
#include "graph/query/tocheck.h"

#include "graph/model/attribution.h"
#include "graph/model/fillers.h"
#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "graph/ontology/ontology.h"
#include "graph/query/contested.h"
#include "graph/query/lookalikes.h"
#include "graph/query/misfits.h"
#include "graph/query/onesource.h"
#include "graph/query/sources.h"
#include "graph/text/firstdifference.h"
#include "graph/text/fold.h"
#include "graph/text/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace entente
{

namespace
{

constexpr std::string_view evidenceRole = "Evidence";
constexpr std::string_view sourceRole = "Source";

std::string inQuotes(std::string_view words)
{
    constexpr std::size_t enough = 80;
    const std::string_view beginning = beginningOf(words, enough);
    return fmt::format("“{}{}”", beginning, beginning.size() < words.size() ? "…" : "");
}

/// "“Choe”, “Choi” and 3 more"
std::string listOf(const std::vector<std::string>& names)
{
    constexpr std::size_t namedAtMost = 4;
    const std::size_t named = names.size() > namedAtMost ? namedAtMost - 1 : names.size();
    std::string list;
    for (std::size_t i = 0; i < named; ++i) {
        const bool isLast = i + 1 == names.size();
        list += (i == 0 ? "" : isLast ? " and " : ", ") + inQuotes(names[i]);
    }
    return named == names.size() ? list : fmt::format("{} and {} more", list, names.size() - named);
}

/// A name for what several ids or some words make up, which says nothing of them.
std::string keyOf(const std::string& all) { return uuidFromName(Uuid(), all).text(); }

/// The same in whatever order they come: that of the store changes with what is before them.
std::string keyOf(std::vector<std::string> all)
{
    std::ranges::sort(all);
    return keyOf(fmt::format("{}", fmt::join(all, " ")));
}

std::vector<std::string> textsOf(const std::vector<NodeId>& ids)
{
    std::vector<std::string> texts;
    texts.reserve(ids.size());
    for (const NodeId id : ids)
        texts.push_back(id.text());
    return texts;
}

bool hasWords(const Quote& quote)
{
    return quote.status != QuoteStatus::Missing && !quote.spans.empty() && !quote.text.empty();
}

bool isMissing(const Quote& quote) { return quote.status == QuoteStatus::Missing; }

class Checking
{
public:
    Checking(const CheckGround& ground, const Progress& progress)
        : m_progress(progress)
        , m_store(ground.store)
        , m_ontology(ground.ontology)
        , m_events(ground.events)
        , m_copies(ground.copies)
    {
    }

    std::vector<ToCheck> run()
    {
        m_progress.report("Looking for what is to be checked", 0, 0);
        for (const ArticleId article : m_store.articles()) {
            if (m_progress.stopped())
                return {};
            for (const Claim& claim : m_store.records(article).claims) {
                if (!claim.rejected)
                    checkClaim(claim);
            }
        }
        for (const NodeId id : m_events.nodes()) {
            if (m_progress.stopped())
                return {};
            const Node& node = *m_events.node(id);
            if (node.kind == NodeKind::Event)
                checkEvent(node);
            else
                checkEntity(node);
        }
        checkEdges();
        addNamed();
        if (m_progress.stopped())
            return {};
        for (const RestsOnOne& resting : restingOnOneSource(m_events, m_store, m_copies))
            addResting(resting);
        if (m_progress.stopped())
            return {};
        for (const LookAlikes& alike : lookAlikes(m_events, m_store, m_ontology))
            addLookAlikes(alike);
        std::ranges::stable_sort(m_found, {}, &ToCheck::kind);
        return std::move(m_found);
    }

private:
    ToCheck& add(CheckKind kind, const std::string& key, std::string what, std::string fix)
    {
        ToCheck item;
        item.kind = kind;
        item.matter = fmt::format("{}:{}", nameOf(kind), key);
        item.what = std::move(what);
        item.fix = std::move(fix);
        return m_found.emplace_back(std::move(item));
    }

    // Claims, one by one.

    void checkClaim(const Claim& claim)
    {
        checkQuotes(claim);
        for (const RoleFiller& role : claim.roles) {
            if (const auto* mention = std::get_if<MentionId>(&role.filler);
                mention && role.role != evidenceRole)
                checkWords(claim, m_store.mention(*mention));
        }
        checkWords(claim, m_store.mention(claim.trigger));
        for (Misfit& misfit : misfitsIn(claim, rolesInMeeting(claim), m_store, m_ontology))
            addMisfit(claim, std::move(misfit));
    }

    /// Only for one that several claims tell of: nearly all have a single one.
    RoleCounts rolesInMeeting(const Claim& claim) const
    {
        const Node* meeting =
            claim.isRelation() ? nullptr : m_events.node(m_events.nodeOf(claim.event));
        if (meeting == nullptr || meeting->claims.size() < 2)
            return {};
        std::set<std::pair<std::string, NodeId>> filled;
        for (const ClaimId id : meeting->claims) {
            for (const RoleFiller& role : m_store.claim(id)->roles) {
                if (const NodeId node = nodeOf({m_store, m_events}, role.filler); !node.isNil())
                    filled.emplace(role.role, node);
            }
        }
        RoleCounts counts;
        for (const auto& [role, node] : filled)
            ++counts[role];
        return counts;
    }

    void addMisfit(const Claim& claim, Misfit misfit)
    {
        std::string key = fmt::format("{}:{}", claim.id.text(), misfit.role);
        const Mention* mention = nullptr;
        if (misfit.filler) {
            key += ':' + std::visit([](const auto& id) { return id.text(); }, *misfit.filler);
            if (const auto* id = std::get_if<MentionId>(&*misfit.filler))
                mention = m_store.mention(*id);
        }
        ToCheck& item = add(CheckKind::Misfit, key, std::move(misfit.what), std::move(misfit.fix));
        locate(item, claim);
        if (!misfit.role.empty() && !claim.isRelation())
            item.about += " — " + misfit.role;
        if (mention != nullptr && !mention->spans.empty())
            item.spans = mention->spans;
    }

    void checkQuotes(const Claim& claim)
    {
        for (const Quote& quote : claim.quotes) {
            if (quote.status == QuoteStatus::Exact)
                continue;
            // It is forgotten with the article: whoever guesses the words could tell by their key.
            ToCheck& item = addUnsure(
                quote.status, quote.text,
                fmt::format("{}:{}:{}", claim.article.text(), claim.id.text(), keyOf(quote.text)));
            locate(item, claim);
            if (!quote.spans.empty())
                item.spans = quote.spans;
        }
    }

    /// What names a participant or a day, and what happened.
    void checkWords(const Claim& claim, const Mention* mention)
    {
        if (mention == nullptr || mention->status == QuoteStatus::Exact)
            return;
        const auto [known, isNew] = m_unsure.try_emplace(mention->id, m_found.size());
        if (!isNew) {
            m_found[known->second].claims.push_back(claim.id);
            return;
        }
        ToCheck& item = addUnsure(mention->status, mention->text, mention->id.text());
        locate(item, claim);
        if (!mention->spans.empty())
            item.spans = mention->spans;
    }

    ToCheck& addUnsure(QuoteStatus status, const std::string& words, const std::string& key)
    {
        if (status == QuoteStatus::Missing)
            return add(CheckKind::QuoteMissing, key,
                       fmt::format("{} does not stand in the article.", inQuotes(words)),
                       "Mark the words that were meant, or reject what rests on them.");
        return add(
            CheckKind::QuoteMoved, key,
            fmt::format("{} was found in another place than it was recorded for.", inQuotes(words)),
            "See whether this is the place that was meant, and mark it anew if not.");
    }

    void locate(ToCheck& item, const Claim& claim) const
    {
        item.claims.push_back(claim.id);
        item.article = claim.article;
        const NodeId event = m_events.nodeOf(claim.event);
        if (const Node* node = m_events.node(event)) {
            item.nodes.push_back(event);
            item.about = node->name;
        } else {
            item.about = labelOf(claim);
        }
        item.spans = placeOf(claim);
    }

    TextSpans placeOf(const Claim& claim) const
    {
        const auto quote = std::ranges::find_if(claim.quotes, hasWords);
        if (quote != claim.quotes.end())
            return quote->spans;
        const Mention* trigger = m_store.mention(claim.trigger);
        return trigger ? trigger->spans : TextSpans();
    }

    /// Of a relation: "“Choe” represents “North Korea”", in the words of the article.
    std::string labelOf(const Claim& claim) const
    {
        std::string label = m_ontology.relation(claim.type).label;
        if (claim.roles.size() != 2)
            return label;
        const auto textOf = [&](const Filler& filler) {
            const auto* id = std::get_if<MentionId>(&filler);
            const Mention* mention = id ? m_store.mention(*id) : nullptr;
            return mention ? inQuotes(mention->text) + ' ' : std::string();
        };
        label = textOf(claim.roles[0].filler) + label + ' ' + textOf(claim.roles[1].filler);
        return label.substr(0, label.find_last_not_of(' ') + 1);
    }

    // Events.

    void checkEvent(const Node& event)
    {
        for (const Contest& contest : contestsOf(m_events, m_store, event.id)) {
            std::vector<std::string> sides;
            std::vector<std::string> keys;
            ToCheck item = itemOf(event);
            for (const Side& side : contest.sides) {
                sides.push_back(side.says);
                keys.push_back(side.key);
                item.claims.insert(item.claims.end(), side.claims.begin(), side.claims.end());
            }
            put(std::move(item), CheckKind::Contested,
                fmt::format("{}:{}:{}", event.id.text(), nameOf(contest.about),
                            keyOf(std::move(keys))),
                fmt::format("Sources contradict each other on {}: {}.", wordsOf(contest.about),
                            listOf(sides)),
                "Compare both sides: reject a claim that is wrong, or grade them.");
        }
        if (isAnonymous(event.claims)) {
            addAnonymous(itemOf(event), event.id.text(), event.claims);
            m_anonymous.insert(event.id);
        }
        if (event.modality == Modality::Happened && !event.date)
            put(withClaims(itemOf(event), event.claims), CheckKind::NoDate, event.id.text(),
                "It happened, and nothing says when.",
                "Mark a date for it, as far as one is known.");
    }

    static ToCheck itemOf(const Node& node)
    {
        ToCheck item;
        item.about = node.name;
        item.nodes = {node.id};
        return item;
    }

    static ToCheck withClaims(ToCheck item, const std::vector<ClaimId>& claims)
    {
        item.claims = claims;
        return item;
    }

    /// @param item what it is about, and its claims; where it is follows from the first.
    void put(ToCheck item, CheckKind kind, const std::string& key, std::string what,
             std::string fix)
    {
        ToCheck& put = add(kind, key, std::move(what), std::move(fix));
        put.about = std::move(item.about);
        put.nodes = std::move(item.nodes);
        put.edges = std::move(item.edges);
        put.claims = std::move(item.claims);
        if (const Claim* first = put.claims.empty() ? nullptr : m_store.claim(put.claims.front())) {
            put.article = first->article;
            put.spans = placeOf(*first);
        }
    }

    /// Whether some are according to sources without a name, and the others to nobody at all. A
    /// hedge of the article's own ("it is expected") is no source.
    bool isAnonymous(const std::vector<ClaimId>& claims) const
    {
        const auto kindOf = [&](ClaimId id) {
            return attributionOf(m_store, m_events, *m_store.claim(id)).kind;
        };
        const auto namesSource = [&](ClaimId id) {
            const std::vector<RoleFiller>& roles = m_store.claim(id)->roles;
            return std::ranges::find(roles, sourceRole, &RoleFiller::role) != roles.end();
        };
        if (std::ranges::none_of(claims, namesSource)) // As most; the rest of it takes longer.
            return false;
        bool isSome = false;
        return std::ranges::all_of(claims,
                                   [&](ClaimId id) {
                                       const AttributionKind kind = kindOf(id);
                                       isSome = isSome || kind == AttributionKind::Anonymous;
                                       return kind == AttributionKind::Anonymous ||
                                              kind == AttributionKind::Unattributed;
                                   }) &&
               isSome;
    }

    void addAnonymous(ToCheck item, const std::string& key, const std::vector<ClaimId>& claims)
    {
        std::vector<std::string> sources;
        for (const ClaimId id : claims) {
            for (AttributionSource& source :
                 attributionOf(m_store, m_events, *m_store.claim(id)).sources) {
                if (std::ranges::find(sources, source.text) == sources.end())
                    sources.push_back(std::move(source.text));
            }
        }
        put(withClaims(std::move(item), claims), CheckKind::AnonymousOnly, key,
            fmt::format("Nobody who has a name says so: only {}.", listOf(sources)),
            "Look for a source that has a name, or say how far you trust this one.");
    }

    void addResting(const RestsOnOne& resting)
    {
        const OneSource& source = resting.source;
        const char* const fix = "Look for an independent source of what you rely on.";
        if (resting.how != RestsOnOne::How::Plain) {
            const Node& event = *m_events.node(resting.events.front());
            put(withClaims(itemOf(event), resting.claims), CheckKind::OneSource, event.id.text(),
                whatRests(resting), fix);
            return;
        }
        // One more event that rests on it is another matter; the name of who it is changes nothing.
        ToCheck& item =
            add(CheckKind::OneSource, keyOf(textsOf(resting.events)), whatRests(resting), fix);
        item.about = source.origin;
        item.nodes = resting.events;
        if (source.articles.size() == 1)
            item.article = source.articles.front();
    }

    static std::string whatRests(const RestsOnOne& resting)
    {
        const OneSource& source = resting.source;
        const std::size_t count = resting.events.size();
        switch (resting.how) {
        case RestsOnOne::How::Disguised:
            return fmt::format(
                "{} articles say so and are one source{}: {}.", source.articles.size(),
                source.origin.empty() ? "" : ", " + source.origin,
                source.isCopied ? "they carry the same passage" : "all have it from there");
        case RestsOnOne::How::ReliedOn:
            return "It is relied on, and one article alone says so.";
        case RestsOnOne::How::Plain:
            break;
        }
        return fmt::format("{} event{} that happened rest{} on {} alone.", count,
                           count == 1 ? "" : "s", count == 1 ? "s" : "", inQuotes(source.origin));
    }

    // Edges.

    void checkEdges()
    {
        std::unordered_map<ClaimId, std::size_t> unquoted;
        std::unordered_map<ClaimId, std::size_t> anonymous;
        for (const EdgeId id : m_events.edges()) {
            if (m_progress.stopped())
                return;
            const Edge& edge = *m_events.edge(id);
            const bool isJudged = isJudgementAlone(m_store, edge.claims);
            if ((isJudged || !isQuoted(edge)) && !joins(unquoted, edge))
                put(itemOf(edge), CheckKind::NoQuote, edge.claims.front().text(),
                    isJudged ? "No article has words for it: it is an analyst's judgement."
                             : "No words of a text are quoted for it.",
                    isJudged ? "Find the words it rests on, or leave it as a judgement."
                             : "Mark the words it rests on, or say that it is your judgement.");
            // What is so of the whole event is said there.
            const bool isPart = m_anonymous.contains(m_events.source(id));
            if (!isPart && isAnonymous(edge.claims) && !joins(anonymous, edge))
                addAnonymous(itemOf(edge), edge.claims.front().text(), edge.claims);
        }
    }

    /// What is missing is said elsewhere.
    bool isQuoted(const Edge& edge) const
    {
        return std::ranges::any_of(edge.claims, [&](ClaimId id) {
            const std::vector<Quote>& quotes = m_store.claim(id)->quotes;
            return std::ranges::any_of(quotes, hasWords) || std::ranges::any_of(quotes, isMissing);
        });
    }

    /// Edges that rest on the same claim are one matter.
    /// @returns whether one is there that it is part of now.
    bool joins(std::unordered_map<ClaimId, std::size_t>& places, const Edge& edge)
    {
        const auto [place, isNew] = places.try_emplace(edge.claims.front(), m_found.size());
        if (!isNew)
            m_found[place->second].edges.push_back(edge.id);
        return !isNew;
    }

    ToCheck itemOf(const Edge& edge) const
    {
        ToCheck item;
        item.about = aboutEdge(edge);
        item.nodes = {m_events.source(edge.id)};
        item.edges = {edge.id};
        item.claims = edge.claims;
        return item;
    }

    std::string aboutEdge(const Edge& edge) const
    {
        const Node& from = *m_events.node(m_events.source(edge.id));
        const Node& to = *m_events.node(m_events.target(edge.id));
        return fmt::format("{} — {} — {}", from.name, edge.label, to.name);
    }

    // Entities.

    struct Named
    {
        const Node* node;
        std::size_t articles;
    };

    void checkEntity(const Node& node)
    {
        if (node.identity != Identity::Name)
            return;
        std::set<ArticleId> articles;
        for (const EntityId id : node.entities)
            articles.insert(m_store.entity(id)->article);
        if (articles.size() > 1)
            m_named.push_back({&node, articles.size()});
    }

    /// Actors one by one, those first whom most articles name. That two places of one name are two
    /// is seldom, and makes no tie wrong: the others of each type are one matter.
    void addNamed()
    {
        std::ranges::stable_sort(m_named, std::ranges::greater{}, &Named::articles);
        std::map<std::string, std::vector<NodeId>> others;
        for (const Named& named : m_named) {
            if (!named.node->isActor) {
                others[named.node->type].push_back(named.node->id);
                continue;
            }
            ToCheck& item = add(CheckKind::ByName, named.node->id.text(),
                                fmt::format("{} stands in {} articles and is taken for one by its "
                                            "name alone.",
                                            inQuotes(named.node->name), named.articles),
                                byNameFix);
            item.about = named.node->name;
            item.nodes = {named.node->id};
            locateMention(item, *named.node);
        }
        for (auto& [type, nodes] : others) {
            const EntityType& known = m_ontology.entity(type);
            ToCheck& item = add(
                CheckKind::ByName, fmt::format("{}:{}", type, keyOf(textsOf(nodes))),
                fmt::format("{} of several articles {} taken for one by name alone.",
                            nodes.size() == 1 ? fmt::format("1 {}", known.label)
                                              : fmt::format("{} {}", nodes.size(), known.plural),
                            nodes.size() == 1 ? "is" : "are each"),
                byNameFix);
            item.about = known.plural;
            item.nodes = std::move(nodes);
            locateMention(item, *m_events.node(item.nodes.front()));
        }
    }

    void locateMention(ToCheck& item, const Node& node) const
    {
        if (node.mentions.empty())
            return;
        const Mention& mention = *m_store.mention(node.mentions.front());
        item.article = mention.article;
        item.spans = mention.spans;
    }

    void addLookAlikes(const LookAlikes& alike)
    {
        ToCheck& item = add(CheckKind::LookAlike, keyOf(textsOf(alike.nodes)), whatIsAlike(alike),
                            "Merge them, or keep them apart.");
        item.about = alike.names.front();
        item.nodes = alike.nodes;
        locateMention(item, *m_events.node(alike.nodes.front()));
    }

    std::string whatIsAlike(const LookAlikes& alike) const
    {
        switch (alike.likeness) {
        case Likeness::Letters: {
            const std::string where = firstDifference(alike.names.front(), alike.names.back());
            return fmt::format("{} look the same and are written with different letters{}{}.",
                               listOf(alike.names), where.empty() ? "" : ": ", where);
        }
        case Likeness::Spelling:
            return fmt::format("{} may be spellings of one name.", listOf(alike.names));
        case Likeness::Same:
            break;
        }
        return fmt::format("{} are called {}, and nothing says whether they are one.",
                           alike.nodes.size(), inQuotes(alike.names.front()));
    }

    static constexpr const char* byNameFix =
        "Give it an outside id, say that it is one, or take it apart.";

    const Progress& m_progress;
    const Store& m_store;
    const Ontology& m_ontology;
    const KnowledgeGraph& m_events;
    const Copies& m_copies;
    std::vector<ToCheck> m_found;
    std::unordered_map<MentionId, std::size_t> m_unsure; ///< Where they are among the found.
    std::unordered_set<NodeId> m_anonymous;              ///< Events.
    std::vector<Named> m_named;
};

} // namespace

std::vector<ToCheck> toCheck(const CheckGround& ground, Settled settled, const Progress& progress)
{
    std::vector<ToCheck> all = Checking(ground, progress).run();
    // What fills a role twice does not fit once.
    std::unordered_set<std::string> matters;
    std::erase_if(all, [&](const ToCheck& item) { return !matters.insert(item.matter).second; });
    const std::map<std::string, std::string>& known = ground.store.settled();
    for (ToCheck& item : all) {
        if (const auto found = known.find(item.matter); found != known.end())
            item.settled = found->second;
    }
    if (settled == Settled::LeftOut)
        std::erase_if(all, [](const ToCheck& item) { return item.settled.has_value(); });
    return all;
}

} // namespace entente
