// SPDX-License-Identifier: Apache-2.0
#include "graph/model/attribution.h"

#include "graph/model/analystsown.h"
#include "graph/model/eventlabel.h"
#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "graph/text/sourcetext.h"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace entente
{

namespace
{

constexpr std::string_view sourceRole = "Source";
constexpr std::string_view cueRole = "Cue";

/// Scripts without case are taken as they are.
bool beginsLower(const std::string& text)
{
    const icu::UnicodeString utf16 = icu::UnicodeString::fromUTF8(text);
    return utf16.isEmpty() || u_islower(utf16.char32At(0));
}

bool isName(const Mention& mention)
{
    return mention.form != "Nominal" && mention.form != "Pronoun" && !beginsLower(mention.text);
}

AttributionSource sourceFrom(const Store& store, const KnowledgeGraph& graph, MentionId id)
{
    const Mention& mention = *store.mention(id);
    AttributionSource source;
    source.name = mention.text;
    source.text = mention.text;
    source.isNamed = isName(mention);
    if (const Node* node = graph.node(graph.nodeOf(mention.entity))) {
        source.node = node->id;
        source.name = node->name;
        source.isNamed =
            !node->ids.empty() || std::ranges::any_of(node->mentions, [&](MentionId other) {
                return isName(*store.mention(other));
            });
    }
    return source;
}

/// An event may be a source too: a statement.
AttributionSource sourceFrom(const Store& store, const KnowledgeGraph& graph, ClaimId id)
{
    const Claim& claim = *store.claim(id);
    AttributionSource source;
    source.name = claim.type;
    if (const Mention* trigger = store.mention(claim.trigger))
        source.name = source.text = trigger->text;
    if (const Node* node = graph.node(graph.nodeOf(claim.event))) {
        source.node = node->id;
        source.name = node->name;
    }
    return source;
}

void addSource(std::vector<AttributionSource>& sources, AttributionSource source)
{
    const bool isThere = std::ranges::any_of(sources, [&](const AttributionSource& other) {
        return source.node.isNil() ? other.node.isNil() && other.text == source.text
                                   : other.node == source.node;
    });
    if (!isThere)
        sources.push_back(std::move(source));
}

bool isCertain(const Claim& claim)
{
    return claim.factuality && strengthOf(*claim.factuality) == 3;
}

AttributionKind kindOf(const Claim& claim, const std::vector<AttributionSource>& sources,
                       bool hasCue)
{
    if (std::ranges::any_of(sources, &AttributionSource::isNamed))
        return AttributionKind::Named;
    if (!sources.empty())
        return AttributionKind::Anonymous;
    return hasCue && claim.factuality && !isCertain(claim) ? AttributionKind::Unattributed
                                                           : AttributionKind::Author;
}

std::string inQuotes(const std::string& words) { return fmt::format("“{}”", words); }

/// Beside a name, "North Korean media" needs no quotation marks; "two officials" do.
bool readsAsName(const Attribution& attribution, const AttributionSource& source)
{
    return source.isNamed ||
           (attribution.kind == AttributionKind::Named && !beginsLower(source.name));
}

} // namespace

std::string_view nameOf(AttributionKind kind)
{
    switch (kind) {
    case AttributionKind::Author:
        return "author";
    case AttributionKind::Named:
        return "named";
    case AttributionKind::Anonymous:
        return "anonymous";
    case AttributionKind::Unattributed:
        return "unattributed";
    case AttributionKind::Analyst:
        return "analyst";
    }
    return {};
}

Attribution attributionOf(const Store& store, const KnowledgeGraph& graph, const Claim& claim)
{
    Attribution attribution;
    std::vector<std::string> cues;
    for (const RoleFiller& role : claim.roles) {
        const auto* mention = std::get_if<MentionId>(&role.filler);
        if (role.role == sourceRole)
            addSource(
                attribution.sources,
                std::visit([&](auto id) { return sourceFrom(store, graph, id); }, role.filler));
        else if (role.role == cueRole && mention)
            cues.push_back(store.mention(*mention)->text);
    }
    attribution.kind = kindOf(claim, attribution.sources, !cues.empty());
    if (attribution.kind == AttributionKind::Unattributed)
        attribution.cues = std::move(cues);
    const Article& article = *store.article(claim.article);
    if (isAnalystsOwn(article) && attribution.kind == AttributionKind::Author)
        attribution.kind = AttributionKind::Analyst;
    attribution.chain = chainOf(article);
    return attribution;
}

std::string wordsOf(const Attribution& attribution)
{
    std::vector<std::string> words;
    words.reserve(attribution.sources.size() + attribution.cues.size());
    for (const AttributionSource& source : attribution.sources)
        words.push_back(readsAsName(attribution, source) ? source.name : inQuotes(source.text));
    for (const std::string& cue : attribution.cues)
        words.push_back(inQuotes(cue));
    switch (attribution.kind) {
    case AttributionKind::Author:
        return "the article itself";
    case AttributionKind::Named:
        return "according to " + listed(words);
    case AttributionKind::Anonymous:
        return "according to " + listed(words) + ", unnamed";
    case AttributionKind::Unattributed:
        return "nobody named: " + listed(words);
    case AttributionKind::Analyst:
        return "an analyst's judgement";
    }
    return {};
}

std::vector<std::string> chainOf(const Article& article)
{
    std::vector<std::string> chain = article.chain;
    if (!article.outlet.empty() && std::ranges::find(chain, article.outlet) == chain.end())
        chain.insert(chain.begin(), article.outlet);
    return chain;
}

std::string originOf(const Article& article)
{
    return article.chain.empty() ? article.outlet : article.chain.back();
}

namespace
{

/// Farther from the beginning of its line, what stands in brackets belongs to a sentence.
constexpr std::size_t datelineAtMost = 60;
constexpr std::size_t agencyAtMost = 40;
constexpr int linesLookedAt = 4;

/// "MOSCOW", "서울": capitals alone, or a script that has none. "Kim (left)" begins no dateline.
bool isPlace(std::string_view words)
{
    const icu::UnicodeString text = icu::UnicodeString::fromUTF8(
        icu::StringPiece(words.data(), static_cast<int32_t>(words.size())));
    int letters = 0;
    for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        letters += u_isalpha(text.char32At(i)) ? 1 : 0;
        if (text.char32At(i) == u',')
            break; // A day comes after it.
        if (u_islower(text.char32At(i)))
            return false;
    }
    return letters > 1;
}

/// "Jan. 15" is none.
bool isAgency(std::string_view words)
{
    return !words.empty() && words.find_first_of("0123456789") == std::string_view::npos;
}

/// "Reuters", of "MOSCOW (Reuters) — …": between two marks near the beginning of a line, where a
/// dash or a stop follows.
std::string agencyBetween(std::string_view line, char opening, char closing,
                          std::initializer_list<std::string_view> followers)
{
    const std::size_t open = line.substr(0, datelineAtMost).find(opening);
    if (open == 0 || open == std::string_view::npos || !isPlace(line.substr(0, open)))
        return {};
    const std::size_t close = line.find(closing, open + 1);
    if (close == std::string_view::npos || close - open < 3 || close - open > agencyAtMost)
        return {};
    std::string_view after = line.substr(close + 1);
    after.remove_prefix(std::min(after.find_first_not_of(' '), after.size()));
    const std::string_view name = line.substr(open + 1, close - open - 1);
    const bool isFollowed =
        std::ranges::any_of(followers, [&](auto mark) { return after.starts_with(mark); });
    return isFollowed && isAgency(name) ? std::string(name) : std::string();
}

} // namespace

std::string datelineAgencyOf(const Article& article)
{
    std::string_view text = article.text->utf8();
    for (int lines = 0; lines < linesLookedAt && !text.empty(); ++lines) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        if (std::string agency = agencyBetween(line, '(', ')', {"—", "–", "-"}); !agency.empty())
            return agency;
        if (std::string agency = agencyBetween(line, '/', '/', {".", "—", "–", "-"});
            !agency.empty())
            return agency;
    }
    return {};
}

std::string chainWords(const std::vector<std::string>& chain)
{
    std::string words;
    for (const std::string& publisher : chain)
        words += (words.empty() ? "" : ", after ") + publisher;
    return words;
}

} // namespace entente
