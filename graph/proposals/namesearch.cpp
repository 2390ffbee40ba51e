// SPDX-License-Identifier: Apache-2.0
#include "graph/proposals/namesearch.h"

#include "graph/model/boostgraph.h"
#include "graph/model/store.h"
#include "graph/text/insideword.h"
#include "graph/text/sourcetext.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <limits>

namespace entente
{

namespace
{

UChar32 firstOf(std::string_view characters)
{
    const icu::UnicodeString decoded = icu::UnicodeString::fromUTF8(
        icu::StringPiece(characters.data(), static_cast<std::int32_t>(characters.size())));
    return decoded.isEmpty() ? 0 : decoded.char32At(0);
}

/// "he" and "the minister" are no names, "eBay" and 김정은 are.
bool mayBeName(const std::string& words)
{
    const icu::UnicodeString decoded = icu::UnicodeString::fromUTF8(words);
    if (decoded.countChar32() < 2)
        return false;
    bool hasSmall = false;
    for (std::int32_t i = 0; i < decoded.length(); i = decoded.moveIndex32(i, 1)) {
        const UChar32 c = decoded.char32At(i);
        if (u_isupper(c) || u_istitle(c))
            return true;
        hasSmall = hasSmall || u_islower(c);
    }
    return !hasSmall;
}

/// The case endings of Russian and the like are written on; those of Latin script seldom.
bool mayGoOn(const SourceText& text, int at)
{
    constexpr int longestEnding = 3;
    int end = at;
    while (end - at <= longestEnding && u_isalpha(firstOf(text.slice(TextSpan{end, end + 1}))))
        ++end;
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script =
        uscript_getScript(firstOf(text.slice(TextSpan{at - 1, at})), &status);
    return script != USCRIPT_LATIN && end - at <= longestEnding;
}

} // namespace

NameSearch::NameSearch(const KnowledgeGraph& events, const Store& store, NodeId node)
{
    const Node& named = *events.node(node);
    if (named.kind != NodeKind::Entity)
        return;
    for (const Alias& alias : named.aliases) {
        const bool isName = std::ranges::any_of(alias.mentions, [&](MentionId id) {
            const Mention* mention = store.mention(id);
            return mention && (mention->form.empty() || mention->form == "Name");
        });
        if (isName && mayBeName(alias.name))
            m_names.push_back({alias.name, true, {}});
    }
    // An analyst's name may stand in no article that is annotated.
    if (mayBeName(named.name) &&
        std::ranges::find(m_names, named.name, &Name::words) == m_names.end())
        m_names.push_back({named.name, true, {}});
    std::ranges::stable_sort(m_names, std::ranges::greater{},
                             [](const Name& name) { return name.words.size(); });
    takeOthers(events, node);
}

void NameSearch::takeOthers(const KnowledgeGraph& events, NodeId node)
{
    const KnowledgeGraph::Boost& graph = events.boost();
    for (const auto vertex : boost::make_iterator_range(boost::vertices(graph))) {
        const Node& other = graph[vertex];
        if (other.kind != NodeKind::Entity || other.id == node)
            continue;
        for (const Alias& alias : other.aliases) {
            for (Name& name : m_names) {
                if (alias.name.size() < name.words.size())
                    continue;
                if (alias.name == name.words)
                    name.isSure = false;
                else if (alias.name.find(name.words) != std::string::npos)
                    name.longer.push_back(alias.name);
            }
        }
    }
    for (Name& name : m_names) {
        // What it is called itself hides nothing of it.
        std::erase_if(name.longer, [&](const std::string& longer) {
            return std::ranges::find(m_names, longer, &Name::words) != m_names.end();
        });
        std::ranges::sort(name.longer);
        const auto repeated = std::ranges::unique(name.longer);
        name.longer.erase(repeated.begin(), repeated.end());
    }
}

std::vector<NameSearch::Place> NameSearch::find(const SourceText& text) const
{
    constexpr int all = std::numeric_limits<int>::max();
    std::vector<Place> places;
    for (const Name& name : m_names) {
        const TextSpans found = text.find(name.words, all);
        if (found.empty())
            continue;
        TextSpans hidden;
        for (const std::string& longer : name.longer) {
            const TextSpans more = text.find(longer, all);
            hidden.insert(hidden.end(), more.begin(), more.end());
        }
        for (const TextSpan span : found) {
            const auto holds = [&](TextSpan other) { return other.contains(span); };
            const auto overlaps = [&](const Place& place) { return place.span.overlaps(span); };
            const bool isWhole = !goesOnOver(text, span.begin) &&
                                 (!goesOnOver(text, span.end) || mayGoOn(text, span.end));
            if (isWhole && std::ranges::none_of(hidden, holds) &&
                std::ranges::none_of(places, overlaps))
                places.push_back({span, name.isSure});
        }
    }
    std::ranges::sort(places, {}, &Place::span);
    return places;
}

} // namespace entente
