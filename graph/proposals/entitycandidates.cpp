// SPDX-License-Identifier: Apache-2.0
#include "graph/proposals/entitycandidates.h"

#include "graph/base/inparallel.h"
#include "graph/proposals/namesof.h"
#include "graph/proposals/statenames.h"
#include "graph/text/fold.h"
#include "graph/text/namewords.h"
#include "graph/text/sourcetext.h"

#include <algorithm>
#include <tuple>
#include <unordered_set>
#include <utility>

namespace entente
{

namespace
{

/// "of", "the", "for", "и": left out of most abbreviations.
bool isSmall(const NameWord& word) { return word.casing == Casing::Lower && word.letters() <= 3; }

std::string firstLetter(const std::string& word)
{
    std::size_t end = 1;
    while (end < word.size() && (static_cast<unsigned char>(word[end]) & 0xC0U) == 0x80U)
        ++end;
    return word.substr(0, end);
}

/// The first letters of a name's words.
struct Initials
{
    std::string ofNames; ///< Without those of small words.
    std::string ofAll;
};

Initials initialsOf(const std::vector<NameWord>& words)
{
    Initials initials;
    if (words.size() < 2)
        return initials;
    for (const NameWord& word : words) {
        const bool isPossessive = word.joint == Joint::Apostrophe && word.folded == "s";
        if (isPossessive)
            continue;
        initials.ofAll += firstLetter(word.folded);
        if (!isSmall(word))
            initials.ofNames += firstLetter(word.folded);
    }
    return initials;
}

/// The letters of one that is nothing else: "wpk" of "WPK" and "W.P.K.".
std::string abbreviationIn(const std::vector<NameWord>& words)
{
    const bool isOne = words.size() == 1 && words.front().casing == Casing::Upper;
    return isOne ? words.front().folded : std::string();
}

/// Whether words stand in others as whole words; both folded.
bool standsWithin(std::string_view name, std::string_view words)
{
    const std::size_t at = words.find(name);
    const auto isBlankAt = [&](std::size_t place) {
        return place >= words.size() || words[place] == ' ' || words[place] == '\'';
    };
    return at != std::string_view::npos && name.size() < words.size() &&
           (at == 0 || isBlankAt(at - 1)) && isBlankAt(at + name.size());
}

/// How words stand at the beginning of a name or of a word in it; both folded.
std::optional<Fit> standing(std::string_view name, std::string_view words)
{
    for (std::size_t at = name.find(words); at != std::string_view::npos;
         at = name.find(words, at + 1)) {
        if (at == 0)
            return name.size() == words.size() ? Fit::Folded : Fit::Beginning;
        if (name[at - 1] == ' ' || name[at - 1] == '\'')
            return Fit::Word;
    }
    return std::nullopt;
}

} // namespace

std::string_view nameOf(Fit fit)
{
    switch (fit) {
    case Fit::Name:
        return "name";
    case Fit::Folded:
        return "folded";
    case Fit::State:
        return "state";
    case Fit::Beginning:
        return "beginning";
    case Fit::Word:
        return "word";
    case Fit::Within:
        return "within";
    case Fit::Spelling:
        return "spelling";
    case Fit::Initials:
        return "initials";
    case Fit::Resembling:
        return "resembling";
    case Fit::Mentioned:
        return "mentioned";
    }
    return {};
}

EntityCandidates::EntityCandidates(Store store, std::shared_ptr<const KnowledgeGraph> events,
                                   const Ontology& ontology)
    : m_store(std::move(store))
    , m_events(std::move(events))
    , m_states(m_store, *m_events, ontology)
{
    for (const NodeId id : m_events->nodes()) {
        const Node& node = *m_events->node(id);
        if (node.kind != NodeKind::Entity)
            continue;
        for (std::string& name : namesOf(node, m_store)) {
            m_index.add(name, static_cast<std::uint32_t>(m_nodes.size()), true);
            Known& known = m_known.emplace_back();
            known.node = m_nodes.size();
            known.words = std::move(name);
        }
        for (const OutsideId& outside : node.ids)
            m_byId[folded(outside.entry)].push_back(id);
        m_nodes.push_back(id);
    }
    inParallel(m_known.size(), [this](std::size_t index) {
        Known& known = m_known[index];
        const std::vector<NameWord> words = nameWords(SourceText(known.words));
        known.folded = folded(known.words);
        known.letters = abbreviationIn(words);
        known.spelling = spellingOf(known.words);
        Initials initials = initialsOf(words);
        known.initials = std::move(initials.ofNames);
        known.allInitials = std::move(initials.ofAll);
    });
}

EntityCandidate EntityCandidates::candidate(NodeId id, Fit fit, const std::string& because) const
{
    const Node& node = *m_events->node(id);
    return {id, node.name, node.type, fit, because, false, node.weight};
}

/// One search, by what was typed or selected.
class EntityCandidates::Search
{
public:
    Search(const EntityCandidates& all, std::string_view words, const CandidateWish& wish)
        : m_all(all)
        , m_wish(wish)
        , m_words(words)
        , m_list(nameWords(SourceText(m_words)))
        , m_folded(folded(words))
        , m_spelling(spellingOf(words))
        , m_best(all.m_nodes.size())
    {
        const Initials initials = initialsOf(m_list);
        m_initials = initials.ofNames;
        m_allInitials = initials.ofAll;
        if (m_list.size() == 1 && m_list.front().letters() >= 2)
            m_letters = m_list.front().folded;
        for (const Mention& mention : all.m_store.records(wish.article).mentions) {
            if (!mention.entity.isNil())
                m_mentioned.insert(all.m_events->nodeOf(mention.entity));
        }
    }

    std::vector<EntityCandidate> run()
    {
        for (const Known& known : m_all.m_known) {
            if (const std::optional<Fit> fit = fitOf(known))
                take(known.node, *fit, known.words);
        }
        for (const NameIndex::Place& place : m_all.m_index.find(m_list, true)) {
            for (const std::uint32_t node : *place.owners)
                take(node, Fit::Within, m_words);
        }
        for (const Known& known : m_all.m_known) {
            if (!m_best[known.node].fit && known.spelling.resembles(m_spelling))
                take(known.node, Fit::Resembling, known.words);
        }
        for (std::size_t i = 0; i < m_best.size(); ++i) {
            if (const std::optional<Fit> fit = m_best[i].fit)
                add(m_all.candidate(m_all.m_nodes[i], *fit, std::string(m_best[i].because)));
        }
        takeIds();
        return sorted();
    }

private:
    struct Best
    {
        std::optional<Fit> fit; ///< None: no name of it fits.
        std::string_view because;
    };

    std::optional<Fit> fitOf(const Known& known) const
    {
        if (known.words == m_words)
            return Fit::Name;
        if (const std::optional<Fit> fit = standing(known.folded, m_folded))
            return fit;
        if (standsWithin(known.folded, m_folded))
            return Fit::Within;
        if (known.spelling.contains(m_spelling))
            return Fit::Spelling;
        const auto isBoth = [](const std::string& one, const std::string& other) {
            return !one.empty() && one == other;
        };
        const bool hasInitials =
            isBoth(m_letters, known.initials) || isBoth(m_letters, known.allInitials) ||
            isBoth(known.letters, m_initials) || isBoth(known.letters, m_allInitials);
        return hasInitials ? std::optional(Fit::Initials) : std::nullopt;
    }

    void take(std::size_t node, Fit fit, std::string_view because)
    {
        Best& best = m_best[node];
        if (!best.fit || fit < *best.fit)
            best = {fit, because};
    }

    void takeIds()
    {
        if (const auto ids = m_all.m_byId.find(m_folded); ids != m_all.m_byId.end()) {
            for (const NodeId id : ids->second)
                addState(id);
        }
        if (m_wish.states == nullptr)
            return;
        const auto nodes = m_all.m_states.nodes(*m_wish.states);
        for (const std::string& state : m_wish.states->statesCalled(m_words)) {
            if (const auto node = nodes.find(state); node != nodes.end())
                addState(node->second);
        }
    }

    void addState(NodeId id)
    {
        const auto known = std::ranges::find(m_found, id, &EntityCandidate::node);
        if (known == m_found.end()) {
            add(m_all.candidate(id, Fit::State, m_words));
        } else if (Fit::State < known->fit) {
            known->fit = Fit::State;
            known->because = m_words;
        }
    }

    void add(EntityCandidate candidate)
    {
        candidate.isMentioned = m_mentioned.contains(candidate.node);
        m_found.push_back(std::move(candidate));
    }

    std::vector<EntityCandidate> sorted()
    {
        const auto rank = [this](const EntityCandidate& one) {
            const bool isOther = !m_wish.type.empty() && one.type != m_wish.type;
            return std::tuple(isOther, one.fit == Fit::Resembling, !one.isMentioned, one.fit,
                              -one.weight, std::string_view(one.name));
        };
        std::ranges::stable_sort(m_found, {}, rank);
        if (m_found.size() > m_wish.atMost)
            m_found.resize(m_wish.atMost);
        return std::move(m_found);
    }

    const EntityCandidates& m_all;
    const CandidateWish& m_wish;
    std::string m_words;
    std::vector<NameWord> m_list;
    std::string m_folded;
    Spelling m_spelling;
    std::string m_letters;                 ///< Of one word, that may be an abbreviation.
    std::string m_initials, m_allInitials; ///< Of several.
    std::vector<Best> m_best;              ///< Of each node.
    std::unordered_set<NodeId> m_mentioned;
    std::vector<EntityCandidate> m_found;
};

std::vector<EntityCandidate> EntityCandidates::mentioned(const CandidateWish& wish) const
{
    // How far from the position, those before it first.
    using Distance = std::pair<bool, int>;
    std::unordered_map<NodeId, Distance> nearest;
    for (const Mention& mention : m_store.records(wish.article).mentions) {
        const NodeId node = mention.entity.isNil() ? NodeId() : m_events->nodeOf(mention.entity);
        if (node.isNil() || mention.spans.empty())
            continue;
        const TextSpan span = hullOf(mention.spans);
        const bool isBehind = span.end > wish.position;
        const Distance distance{isBehind,
                                isBehind ? span.begin - wish.position : wish.position - span.end};
        const auto [known, isNew] = nearest.try_emplace(node, distance);
        if (!isNew)
            known->second = std::min(known->second, distance);
    }
    std::vector<EntityCandidate> found;
    for (const auto& [node, distance] : nearest) {
        found.push_back(candidate(node, Fit::Mentioned, {}));
        found.back().isMentioned = true;
    }
    std::ranges::sort(found, {}, [&](const EntityCandidate& one) {
        const bool isOther = !wish.type.empty() && one.type != wish.type;
        return std::tuple(isOther, nearest.at(one.node), one.node);
    });
    if (found.size() > wish.atMost)
        found.resize(wish.atMost);
    return found;
}

std::vector<EntityCandidate> EntityCandidates::find(std::string_view words,
                                                    const CandidateWish& wish) const
{
    if (m_events == nullptr)
        return {};
    const std::string plain = folded(words);
    const bool hasLetters = std::ranges::any_of(plain, [](char c) {
        return static_cast<unsigned char>(c) >= 0x80U || (c >= 'a' && c <= 'z') ||
               (c >= '0' && c <= '9');
    });
    if (hasLetters)
        return Search(*this, words, wish).run();
    return plain.empty() ? mentioned(wish) : std::vector<EntityCandidate>();
}

} // namespace entente
