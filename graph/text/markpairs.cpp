// SPDX-License-Identifier: Apache-2.0
#include "graph/text/markpairs.h"

#include "graph/text/sourcetext.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace entente
{

namespace
{

struct Pair
{
    std::string_view open, close;
};

/// “ closes what „ opened, and » may open what « closes: who opened first decides.
constexpr std::array<Pair, 17> pairs = {{{"“", "”"},
                                         {"„", "“"},
                                         {"„", "”"},
                                         {"‘", "’"},
                                         {"‚", "‘"},
                                         {"«", "»"},
                                         {"»", "«"},
                                         {"‹", "›"},
                                         {"\"", "\""},
                                         {"「", "」"},
                                         {"『", "』"},
                                         {"《", "》"},
                                         {"〈", "〉"},
                                         {"(", ")"},
                                         {"（", "）"},
                                         {"[", "]"},
                                         {"【", "】"}}};

bool isLetterOrDigit(std::string_view character)
{
    const icu::UnicodeString decoded = icu::UnicodeString::fromUTF8(
        icu::StringPiece(character.data(), static_cast<std::int32_t>(character.size())));
    return !decoded.isEmpty() && u_isalnum(decoded.char32At(0));
}

} // namespace

std::vector<std::pair<int, int>> markPairs(const SourceText& text, TextSpan part)
{
    struct Open
    {
        std::string_view mark;
        int at;
    };
    std::vector<Open> open;
    std::vector<std::pair<int, int>> found;
    for (int at = part.begin; at < part.end; ++at) {
        const std::string_view mark = text.slice(TextSpan{at, at + 1});
        const bool isKnown = std::ranges::any_of(
            pairs, [&](const Pair& pair) { return pair.open == mark || pair.close == mark; });
        if (!isKnown)
            continue;
        if (mark == "’" && isLetterOrDigit(text.slice(TextSpan{at + 1, at + 2})))
            continue;
        const auto partner = std::find_if(open.rbegin(), open.rend(), [&](const Open& before) {
            return std::ranges::any_of(pairs, [&](const Pair& pair) {
                return pair.open == before.mark && pair.close == mark;
            });
        });
        if (partner != open.rend()) {
            found.emplace_back(partner->at, at);
            open.erase(std::prev(partner.base()), open.end());
        } else if (std::ranges::any_of(pairs,
                                       [&](const Pair& pair) { return pair.open == mark; })) {
            open.push_back({mark, at});
        }
    }
    std::ranges::sort(found);
    return found;
}

} // namespace entente
