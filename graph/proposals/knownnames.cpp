// SPDX-License-Identifier: Apache-2.0
#include "graph/proposals/knownnames.h"

#include "graph/ontology/ontology.h"
#include "graph/proposals/namesof.h"
#include "graph/proposals/statenames.h"
#include "graph/text/fold.h"
#include "graph/text/sourcetext.h"

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace entente
{

namespace
{

/// "North Korean media" describes, and names a state within; "Bank of Russia" is a name.
bool isDescription(const Mention& mention)
{
    constexpr int longerThanOf = 4;
    if (!isName(mention))
        return true;
    return std::ranges::any_of(nameWords(SourceText(mention.text)), [](const NameWord& word) {
        return word.casing == Casing::Lower && word.letters() >= longerThanOf &&
               word.joint == Joint::Blank; // "Yoon Suk-yeol" is a name.
    });
}

/// Folded, as "Putin Tuesday said" has them.
std::set<std::string> weekdaysIn(const std::string& language)
{
    UErrorCode status = U_ZERO_ERROR;
    const icu::DateFormatSymbols symbols(icu::Locale(language.c_str()), status);
    int count = 0;
    const icu::UnicodeString* names = U_SUCCESS(status) ? symbols.getWeekdays(count) : nullptr;
    std::set<std::string> weekdays;
    for (int i = 0; i < count; ++i) {
        std::string name;
        weekdays.insert(folded(names[i].toUTF8String(name)));
    }
    return weekdays;
}

} // namespace

KnownNames::KnownNames(Store store, std::shared_ptr<const KnowledgeGraph> events,
                       const Ontology& ontology)
    : m_store(std::move(store))
    , m_events(std::move(events))
    , m_states(m_store, *m_events, ontology)
{
    for (const NodeId id : m_events->nodes()) {
        const Node& node = *m_events->node(id);
        if (node.kind != NodeKind::Entity)
            continue;
        for (const std::string& name : namesOf(node, m_store))
            m_index.add(name, static_cast<std::uint32_t>(m_nodes.size()), true);
        m_nodes.push_back(id);
        if (ontology.entity(node.type).isPerson)
            m_people.insert(id);
    }
}

/// One look through one article.
class KnownNames::Search
{
public:
    Search(const KnownNames& known, const ArticleRecords& records, const StateNames& names,
           const std::set<TextSpan>& refused)
        : m_known(known)
        , m_text(*records.article.text)
        , m_names(names)
        , m_stateNodes(known.m_states.nodes(names))
    {
        for (const auto& [state, node] : m_stateNodes)
            m_stateOf.emplace(node, state);
        m_isTaken.resize(static_cast<std::size_t>(m_text.size()), false);
        for (const Mention& mention : records.mentions)
            takeMention(mention);
        for (const TextSpan span : refused)
            takePlace(span);
    }

    std::vector<NameSuggestion> run()
    {
        const std::vector<NameWord> words = nameWords(m_text);
        const bool withCases = m_names.language() == "ru" || m_names.language().empty();
        for (const NameIndex::Place& place : m_known.m_index.find(words, withCases)) {
            const bool goesOn = goesOnAsName(words, place);
            for (const std::uint32_t owner : *place.owners) {
                const NodeId node = m_known.m_nodes[owner];
                if (!goesOn || !m_known.m_people.contains(node))
                    m_found[place.span].nodes.insert(node);
            }
        }
        if (!m_known.m_states.type().empty()) {
            for (const StateNames::Place& place : m_names.find(words))
                m_found[place.span].states.insert(place.states.begin(), place.states.end());
        }
        return suggestions();
    }

private:
    struct Found
    {
        std::set<NodeId> nodes;
        std::set<std::string> states;
    };

    /// The "Kim" of "Kim Il-sung" is not the Kim who is known, nor is he the Kim Institute.
    bool goesOnAsName(const std::vector<NameWord>& words, const NameIndex::Place& place)
    {
        const std::size_t next = place.firstWord + place.wordCount;
        if (place.wordCount > 1 || next >= words.size() || words[next].joint != Joint::Blank ||
            (words[next].casing != Casing::Capital && words[next].casing != Casing::Mixed))
            return false;
        if (m_weekdays.empty())
            m_weekdays = weekdaysIn(m_names.language());
        return !m_weekdays.contains(words[next].folded);
    }

    void takePlace(TextSpan span)
    {
        for (int i = std::max(span.begin, 0); i < std::min(span.end, m_text.size()); ++i)
            m_isTaken[static_cast<std::size_t>(i)] = true;
    }

    void takeMention(const Mention& mention)
    {
        if (mention.entity.isNil()) // Dates, cues, quotes and triggers hide no names.
            return;
        ++m_mentions[m_known.m_events->nodeOf(mention.entity)];
        if (!isDescription(mention)) {
            for (const TextSpan span : mention.spans)
                takePlace(span);
        } else if (mention.spans.size() == 1) {
            m_described.insert(mention.spans.front());
        }
    }

    bool isFree(TextSpan span) const
    {
        if (m_described.contains(span))
            return false;
        const auto begin = m_isTaken.begin() + span.begin;
        return std::none_of(begin, begin + span.length(), [](bool taken) { return taken; });
    }

    std::vector<NameSuggestion> suggestions()
    {
        std::vector<const std::pair<const TextSpan, Found>*> longestFirst;
        longestFirst.reserve(m_found.size());
        for (const auto& found : m_found)
            longestFirst.push_back(&found);
        std::ranges::stable_sort(longestFirst, std::ranges::greater{},
                                 [](const auto* found) { return found->first.length(); });
        std::vector<NameSuggestion> result;
        for (const auto* found : longestFirst) {
            const TextSpan span = found->first;
            if (!isFree(span))
                continue;
            takePlace(span);
            result.push_back({span, std::string(m_text.slice(span)), choicesOf(found->second)});
        }
        std::ranges::sort(result, {}, &NameSuggestion::span);
        return result;
    }

    std::vector<NameChoice> choicesOf(const Found& found) const
    {
        std::set<NodeId> nodes = found.nodes;
        std::vector<NameChoice> unknown;
        for (const std::string& state : found.states) {
            if (const auto node = m_stateNodes.find(state); node != m_stateNodes.end())
                nodes.insert(node->second);
            else
                unknown.push_back(
                    {NodeId(), m_known.m_states.type(), m_names.nameOf(state), state});
        }
        std::vector<NameChoice> choices;
        for (const NodeId id : nodes) {
            const Node& node = *m_known.m_events->node(id);
            const auto state = m_stateOf.find(id);
            choices.push_back({id, node.type, node.name,
                               state == m_stateOf.end() ? std::string() : state->second});
        }
        std::ranges::sort(choices, {}, [this](const NameChoice& choice) {
            const auto mentions = m_mentions.find(choice.node);
            return std::tuple(mentions == m_mentions.end() ? 0 : -mentions->second,
                              -m_known.m_events->node(choice.node)->weight, choice.name,
                              choice.node);
        });
        std::ranges::move(unknown, std::back_inserter(choices));
        return choices;
    }

    const KnownNames& m_known;
    const SourceText& m_text;
    const StateNames& m_names;
    std::unordered_map<std::string, NodeId> m_stateNodes;
    std::unordered_map<NodeId, std::string> m_stateOf;
    std::unordered_map<NodeId, int> m_mentions; ///< In this article.
    std::vector<bool> m_isTaken;                ///< By code point.
    std::set<TextSpan> m_described;
    std::set<std::string> m_weekdays;
    std::map<TextSpan, Found> m_found;
};

std::vector<NameSuggestion> KnownNames::suggest(ArticleId article, const StateNames& names,
                                                const std::set<TextSpan>& refused) const
{
    const Article* known = m_store.article(article);
    if (known == nullptr || m_events == nullptr)
        return {};
    return Search(*this, m_store.records(article), names, refused).run();
}

} // namespace entente
