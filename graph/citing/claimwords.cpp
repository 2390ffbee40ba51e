// SPDX-License-Identifier: Apache-2.0
#include "graph/citing/claimwords.h"

#include "graph/model/store.h"
#include "graph/text/sourcetext.h"

#include <algorithm>

namespace entente
{

TextSpans wordsOfClaim(const Store& store, const Claim& claim)
{
    TextSpans spans;
    const auto add = [&](MentionId id) {
        const Mention* mention = store.mention(id);
        if (mention && mention->status != QuoteStatus::Missing)
            spans.insert(spans.end(), mention->spans.begin(), mention->spans.end());
    };
    add(claim.trigger);
    for (const RoleFiller& role : claim.roles) {
        if (const auto* mention = std::get_if<MentionId>(&role.filler))
            add(*mention);
        else if (const Claim* other = store.claim(std::get<ClaimId>(role.filler)))
            add(other->trigger);
    }
    return spans;
}

std::string wordsOf(const Quote& quote, const SourceText& text)
{
    if (quote.status == QuoteStatus::Missing)
        return quote.text;
    std::string words;
    int end = -1;
    for (const TextSpan span : quote.spans) {
        const bool adjoins = span.begin >= end && span.begin - end <= 1; // Parted by a line's end.
        if (end >= 0)
            words += adjoins ? " " : " … ";
        words += text.slice(span);
        end = span.end;
    }
    return words.empty() ? quote.text : words;
}

std::string quotedWords(const Claim& claim, const SourceText& text)
{
    std::string words;
    for (const Quote& quote : claim.quotes)
        words += (words.empty() ? "" : " … ") + wordsOf(quote, text);
    return words;
}

std::vector<std::string> reportersOf(const FillerBase& base, const Claim& claim)
{
    std::vector<std::string> speakers;
    const Filler told(claim.id);
    for (const Claim& other : base.store.records(claim.article).claims) {
        // Ids are sooner compared than words.
        const bool reports = std::ranges::any_of(other.roles, [&](const RoleFiller& role) {
            return role.filler == told && role.role == "Content";
        });
        for (const RoleFiller& role : reports ? other.roles : std::vector<RoleFiller>()) {
            if (role.role != "Speaker")
                continue;
            std::string name = nameOf(base, role.filler);
            if (!name.empty() && std::ranges::find(speakers, name) == speakers.end())
                speakers.push_back(std::move(name));
        }
    }
    return speakers;
}

int positionOf(const Claim& claim)
{
    int position = -1;
    for (const Quote& quote : claim.quotes) {
        if (quote.status != QuoteStatus::Missing && !quote.spans.empty())
            position = position < 0 ? hullOf(quote.spans).begin
                                    : std::min(position, hullOf(quote.spans).begin);
    }
    return position;
}

} // namespace entente
