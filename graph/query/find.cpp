// SPDX-License-Identifier: Apache-2.0
#include "graph/query/find.h"

#include "graph/base/inparallel.h"
#include "graph/base/overloaded.h"
#include "graph/text/fold.h"
#include "graph/text/sourcetext.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

namespace entente
{

namespace
{

using Thing = std::variant<NodeId, EdgeId, ArticleId>;

/// One letter stands in every article.
constexpr std::size_t textBytesAtLeast = 2;

bool isWordByte(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80U || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z');
}

/// How wanted words stand in a name; both folded.
std::optional<FoundBy> standing(std::string_view name, std::string_view wanted)
{
    std::optional<FoundBy> best;
    for (std::size_t at = name.find(wanted); at != std::string_view::npos;
         at = name.find(wanted, at + 1)) {
        if (at == 0)
            return name.size() == wanted.size() ? FoundBy::Exact : FoundBy::Beginning;
        if (!isWordByte(name[at - 1]))
            return FoundBy::Word;
        best = FoundBy::Inside;
    }
    return best;
}

/// Where words begin in a text, overlapping places too.
std::vector<std::size_t>
placesOf(const std::string& text,
         const std::boyer_moore_horspool_searcher<std::string::const_iterator>& wanted)
{
    std::vector<std::size_t> places;
    for (auto at = std::search(text.begin(), text.end(), wanted); at != text.end();
         at = std::search(at + 1, text.end(), wanted))
        places.push_back(static_cast<std::size_t>(at - text.begin()));
    return places;
}

} // namespace

std::string_view nameOf(FoundBy how)
{
    switch (how) {
    case FoundBy::Exact:
        return "exact";
    case FoundBy::Beginning:
        return "beginning";
    case FoundBy::Word:
        return "word";
    case FoundBy::Inside:
        return "inside";
    case FoundBy::OtherName:
        return "other name";
    case FoundBy::Spelling:
        return "spelling";
    case FoundBy::Resembling:
        return "resembling";
    case FoundBy::Title:
        return "title";
    case FoundBy::Note:
        return "note";
    case FoundBy::Quote:
        return "quote";
    case FoundBy::Text:
        return "text";
    }
    return {};
}

std::string Hit::idText() const
{
    return std::visit([](const auto& one) { return one.text(); }, id);
}

Finder::Finder(Store store, std::shared_ptr<const KnowledgeGraph> events, const Finder* before,
               const Progress& progress)
    : m_store(std::move(store))
    , m_events(std::move(events))
{
    for (const EdgeId id : m_events->edges()) {
        const Edge& edge = *m_events->edge(id);
        if (edge.kind != EdgeKind::Relation)
            continue;
        for (const ClaimId claim : edge.claims)
            m_relations.emplace(claim, id);
    }
    for (const NodeId id : m_events->nodes())
        takeNode(*m_events->node(id));
    for (const ArticleId id : m_store.articles()) {
        const ArticleRecords& records = m_store.records(id);
        takeArticle(records.article);
        for (const Claim& claim : records.claims)
            takeNotes(claim);
    }
    inParallel(m_said.size(), [&](std::size_t index) {
        Said& said = m_said[index];
        said.folded = folded(said.words);
        const auto* node = std::get_if<NodeId>(&said.of);
        const bool isName = said.by != FoundBy::Note && !said.isCode;
        if (isName && node != nullptr && m_events->node(*node)->kind == NodeKind::Entity)
            said.spelling = spellingOf(said.words);
    });
    takeTexts(before, progress);
}

void Finder::say(Said said)
{
    if (!said.words.empty())
        m_said.push_back(std::move(said));
}

void Finder::takeNode(const Node& node)
{
    say({node.id, FoundBy::Exact, false, node.name, {}, {}, {}});
    if (node.title != node.name)
        say({node.id, FoundBy::Exact, false, node.title, {}, {}, {}});
    if (node.kind == NodeKind::Entity) { // "visit" is no other name of a visit.
        for (const Alias& alias : node.aliases) {
            if (alias.name != node.name)
                say({node.id, FoundBy::OtherName, false, alias.name, {}, {}, {}});
        }
    }
    for (const HeldPosition& position : node.positions)
        say({node.id, FoundBy::OtherName, false, position.title, {}, {}, {}});
    for (const OutsideId& id : node.ids)
        say({node.id, FoundBy::OtherName, true, id.entry, {}, {}, {}});
    for (const EntityId id : node.entities)
        say({node.id, FoundBy::Note, false, m_store.entity(id)->note, {}, {}, {}});
    for (const EventId id : node.events)
        say({node.id, FoundBy::Note, false, m_store.event(id)->note, {}, {}, {}});
    for (const MentionId id : node.mentions)
        say({node.id, FoundBy::Note, false, m_store.mention(id)->note, {}, {}, {}});
}

void Finder::takeArticle(const Article& article)
{
    say({article.id, FoundBy::Title, false, article.title, {}, {}, {}});
}

/// @pre it is not rejected, so that something in the graph rests on it; else a nil id.
Thing Finder::whatRestsOn(const Claim& claim) const
{
    if (!claim.isRelation())
        return m_events->nodeOf(claim.event);
    const auto relation = m_relations.find(claim.id);
    return relation == m_relations.end() ? Thing(NodeId()) : Thing(relation->second);
}

void Finder::takeNotes(const Claim& claim)
{
    if (claim.rejected || claim.notes.empty())
        return;
    const Thing thing = whatRestsOn(claim);
    for (const std::string& note : claim.notes) {
        if (thing != Thing(NodeId()))
            say({thing, FoundBy::Note, false, note, {}, {}, claim.id});
    }
}

void Finder::takeTexts(const Finder* before, const Progress& progress)
{
    std::unordered_map<const SourceText*, std::shared_ptr<const FoldedText>> known;
    if (before != nullptr) {
        for (const Text& text : before->m_texts)
            known.emplace(text.source.get(), text.folded);
    }
    const std::vector<ArticleId>& articles = m_store.articles();
    m_texts.resize(articles.size());
    inParallel(articles.size(), [&](std::size_t index) {
        if (progress.stopped())
            return;
        const ArticleRecords& records = m_store.records(articles[index]);
        Text& text = m_texts[index];
        text.article = articles[index];
        text.source = records.article.text;
        const auto same = known.find(text.source.get());
        text.folded =
            same == known.end() ? std::make_shared<const FoldedText>(*text.source) : same->second;
        for (const Claim& claim : records.claims) {
            const Thing thing = claim.rejected ? Thing(NodeId()) : whatRestsOn(claim);
            if (thing == Thing(NodeId()))
                continue;
            for (const Quote& quote : claim.quotes) {
                for (const TextSpan span : quote.spans)
                    text.quotes.push_back({text.folded->placeOf(*text.source, span.begin),
                                           text.folded->placeOf(*text.source, span.end), thing,
                                           claim.id});
            }
        }
        putTogether(text.quotes);
    });
}

/// So that a place in quotes that lie over each other is counted once, things stay in the order in
/// which they are first quoted.
void Finder::putTogether(std::vector<QuotePlace>& quotes)
{
    std::unordered_map<Thing, std::size_t> order;
    for (const QuotePlace& quote : quotes)
        order.try_emplace(quote.thing, order.size());
    std::ranges::stable_sort(quotes, {}, [&](const QuotePlace& quote) {
        return std::tuple(order.at(quote.thing), quote.begin);
    });
}

/// One search, by what was typed.
class Finder::Search
{
public:
    Search(const Finder& finder, std::string_view words, const std::unordered_set<ClaimId>* passing)
        : m_finder(finder)
        , m_events(*finder.m_events)
        , m_passing(passing)
        , m_wanted(folded(words))
        , m_spelling(spellingOf(words))
    {
    }

    std::vector<Hit> run(const Progress& progress)
    {
        if (std::ranges::none_of(m_wanted, isWordByte))
            return {};
        for (const Said& said : m_finder.m_said) {
            if (mayShow(said.claim))
                take(said, fitOf(said));
        }
        if (m_wanted.size() >= textBytesAtLeast)
            searchTexts(progress);
        if (m_found.empty() && !progress.stopped())
            takeWhatResembles();
        // Before there are words to it: to move thousands of texts takes longer than all else.
        std::ranges::stable_sort(m_found, {}, [](const Found& found) {
            return std::tuple(found.by, found.rank, -found.weight);
        });
        std::vector<Hit> hits;
        hits.reserve(m_found.size());
        std::ranges::transform(m_found, std::back_inserter(hits),
                               [this](const Found& found) { return hitOf(found); });
        return hits;
    }

private:
    /// A hit without its words.
    struct Found
    {
        Thing id;
        FoundBy by = FoundBy::Exact;
        int rank = 0; ///< Entities first: an event is named after those who take part.
        int weight = 0;
        const Said* said = nullptr; ///< What was found of it; null: it was found in a text.
        const Text* text = nullptr; ///< The first that has it.
        ClaimId claim;
        std::size_t begin = 0;
        int places = 0;
    };

    bool mayShow(const ClaimId& claim) const
    {
        return m_passing == nullptr || claim.isNil() || m_passing->contains(claim);
    }

    void takeWhatResembles()
    {
        for (const Said& said : m_finder.m_said) {
            if (said.spelling.resembles(m_spelling))
                take(said, FoundBy::Resembling);
        }
    }

    std::optional<FoundBy> fitOf(const Said& said) const
    {
        if (said.isCode)
            return said.folded == m_wanted ? std::optional(FoundBy::OtherName) : std::nullopt;
        if (const std::optional<FoundBy> stands = standing(said.folded, m_wanted))
            return said.by == FoundBy::Exact ? stands : said.by;
        return said.spelling.contains(m_spelling) ? std::optional(FoundBy::Spelling) : std::nullopt;
    }

    void take(const Said& said, std::optional<FoundBy> by)
    {
        if (!by)
            return;
        Found& found = foundFor(said.of);
        if (found.said != nullptr && found.by <= *by)
            return;
        found.by = *by;
        found.said = &said;
    }

    Found& foundFor(const Thing& thing)
    {
        const auto [place, isNew] = m_places.try_emplace(thing, m_found.size());
        if (!isNew)
            return m_found[place->second];
        Found& found = m_found.emplace_back();
        found.id = thing;
        std::visit(Overloaded{[&](NodeId id) {
                                  const Node& node = *m_events.node(id);
                                  found.rank = node.kind == NodeKind::Entity ? 0 : 2;
                                  found.weight = node.weight;
                              },
                              [&](EdgeId id) {
                                  found.rank = 1;
                                  found.weight = static_cast<int>(m_events.edge(id)->claims.size());
                              },
                              [&](ArticleId) { found.rank = 3; }},
                   thing);
        return found;
    }

    Hit hitOf(const Found& found) const
    {
        Hit hit;
        hit.id = found.id;
        hit.by = found.by;
        hit.weight = found.weight;
        describe(hit);
        if (found.said != nullptr && found.said->words != hit.name)
            hit.words = found.said->words;
        if (found.text != nullptr) {
            hit.article = found.text->article;
            hit.claim = found.claim;
            hit.begin = found.begin;
            hit.end = found.begin + m_wanted.size();
            hit.places = found.places;
        }
        return hit;
    }

    void describe(Hit& hit) const
    {
        std::visit(Overloaded{[&](NodeId id) {
                                  const Node& node = *m_events.node(id);
                                  hit.name = node.name;
                                  hit.type = node.type;
                              },
                              [&](EdgeId id) {
                                  const Edge& edge = *m_events.edge(id);
                                  hit.name = fmt::format(
                                      "{} — {} — {}", m_events.node(m_events.source(id))->name,
                                      edge.label, m_events.node(m_events.target(id))->name);
                                  hit.type = edge.type;
                              },
                              [&](ArticleId id) {
                                  const Article& article = *m_finder.m_store.article(id);
                                  hit.name = article.title;
                                  hit.type = article.outlet;
                              }},
                   hit.id);
    }

    void searchTexts(const Progress& progress)
    {
        const std::boyer_moore_horspool_searcher wanted(m_wanted.cbegin(), m_wanted.cend());
        const std::vector<Text>& texts = m_finder.m_texts;
        std::vector<std::vector<std::size_t>> places(texts.size());
        inParallel(texts.size(), [&](std::size_t index) {
            if (texts[index].folded && !progress.stopped())
                places[index] = placesOf(texts[index].folded->words(), wanted);
        });
        for (std::size_t index = 0; index < texts.size(); ++index) {
            if (!places[index].empty())
                takeText(texts[index], places[index]);
        }
    }

    void takeText(const Text& text, const std::vector<std::size_t>& places)
    {
        Thing quoted;
        auto counted = places.begin(); // Of the thing that is quoted, up to here.
        for (const QuotePlace& quote : text.quotes) {
            if (!mayShow(quote.claim))
                continue;
            if (quote.thing != quoted)
                counted = places.begin();
            quoted = quote.thing;
            const auto first = std::lower_bound(counted, places.end(), quote.begin);
            if (first == places.end() || *first + m_wanted.size() > quote.end)
                continue;
            counted = std::upper_bound(first, places.end(), quote.end - m_wanted.size());
            takePlaces(quote.thing, FoundBy::Quote, text, *first, static_cast<int>(counted - first),
                       quote.claim);
        }
        takePlaces(text.article, FoundBy::Text, text, places.front(),
                   static_cast<int>(places.size()), {});
    }

    /// What was found by name stays so.
    void takePlaces(const Thing& thing, FoundBy by, const Text& text, std::size_t begin, int count,
                    ClaimId claim)
    {
        Found& found = foundFor(thing);
        if (found.said == nullptr && found.text == nullptr)
            found.by = by;
        if (found.text == nullptr) {
            found.text = &text;
            found.claim = claim;
            found.begin = begin;
        }
        found.places += count;
    }

    const Finder& m_finder;
    const KnowledgeGraph& m_events;
    const std::unordered_set<ClaimId>* m_passing; ///< Null: all do.
    std::string m_wanted;                         ///< Folded.
    Spelling m_spelling;
    std::vector<Found> m_found;
    std::unordered_map<Thing, std::size_t> m_places; ///< Of things among those.
};

std::vector<Hit> Finder::find(std::string_view words, const Progress& progress,
                              const std::unordered_set<ClaimId>* passing) const
{
    return m_events ? Search(*this, words, passing).run(progress) : std::vector<Hit>();
}

TextSpan Finder::placeOf(const Hit& hit) const
{
    const auto text = std::ranges::find(m_texts, hit.article, &Text::article);
    if (hit.article.isNil() || text == m_texts.end())
        return {};
    return text->folded->spanOf(*text->source, hit.begin, hit.end);
}

} // namespace entente
