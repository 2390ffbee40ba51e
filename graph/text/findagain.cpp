// SPDX-License-Identifier: Apache-2.0
#include "graph/text/findagain.h"

#include "graph/text/insideword.h"
#include "graph/text/sourcetext.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace entente
{

namespace
{

/// How much on either side tells one place from another, as annotation tools have it.
constexpr int contextLength = 32;
/// How far beyond that is looked, in bytes, where it fits in several places.
constexpr std::size_t farthest = 4096;
constexpr int anyNumber = std::numeric_limits<int>::max();

constexpr std::string_view nowhere = "its words are nowhere in it";

/// How many bytes two texts have in common from two places on, at most a limit.
std::size_t commonAfter(std::string_view a, std::string_view b)
{
    const std::size_t most = std::min({a.size(), b.size(), farthest});
    std::size_t length = 0;
    while (length < most && a[length] == b[length])
        ++length;
    return length;
}

std::size_t commonBefore(std::string_view a, std::string_view b)
{
    const std::size_t most = std::min({a.size(), b.size(), farthest});
    std::size_t length = 0;
    while (length < most && a[a.size() - 1 - length] == b[b.size() - 1 - length])
        ++length;
    return length;
}

/// A place where the words stand, and how far what is round it is as it was.
struct Place
{
    TextSpans spans;
    bool sameBefore = false; ///< All of the context.
    bool sameAfter = false;
    bool toBegin = false; ///< More than the context: all that stands before, in both versions.
    bool toEnd = false;
    std::size_t agreement = 0; ///< In bytes, on both sides.

    int sides() const { return int(sameBefore) + int(sameAfter); }
    bool reachesAnEnd() const { return toBegin || toEnd; }
};

class Search
{
public:
    Search(const SourceText& before, const TextSpans& spans, const SourceText& now)
        : m_before(before)
        , m_spans(spans)
        , m_hull(hullOf(spans))
        , m_now(now)
    {
    }

    FoundAgain run() const
    {
        const std::vector<Place> places = placesIn(m_now);
        if (places.empty())
            return {{}, nowhere};
        const Place* best = bestOf(places);
        if (best == nullptr)
            return {{},
                    places.size() == 1 ? "its words stand in another place only"
                                       : "its words stand in several places"};
        if (isInsideWord(m_now, hullOf(best->spans)) && !isInsideWord(m_before, m_hull))
            return {{}, "its words stand only within a longer word"};
        return {best->spans, {}};
    }

private:
    std::vector<Place> placesIn(const SourceText& text) const
    {
        std::vector<Place> places;
        const TextSpan front = m_spans.front();
        for (const TextSpan first : text.find(m_before.slice(front), anyNumber)) {
            if (auto spans = shifted(text, first.begin - front.begin))
                places.push_back(placeAt(text, *std::move(spans)));
        }
        return places;
    }

    /// All pieces, if each of them stands there.
    std::optional<TextSpans> shifted(const SourceText& text, int by) const
    {
        TextSpans spans;
        for (const TextSpan span : m_spans) {
            spans.push_back({span.begin + by, span.end + by});
            if (text.slice(spans.back()) != m_before.slice(span))
                return std::nullopt;
        }
        return spans;
    }

    Place placeAt(const SourceText& text, TextSpans spans) const
    {
        const TextSpan hull = hullOf(spans);
        const std::string_view before = upTo(m_before, m_hull);
        const std::string_view beforeThere = upTo(text, hull);
        const std::string_view after = from(m_before, m_hull);
        const std::string_view afterThere = from(text, hull);
        const std::size_t atFront = commonBefore(before, beforeThere);
        const std::size_t atBack = commonAfter(after, afterThere);
        Place place;
        place.spans = std::move(spans);
        place.agreement = atFront + atBack;
        const bool isLikeBefore = before == beforeThere;
        const bool isLikeAfter = after == afterThere;
        const bool isLongBefore = m_hull.begin >= contextLength;
        const bool isLongAfter = m_before.size() - m_hull.end >= contextLength;
        place.toBegin = isLikeBefore && isLongBefore;
        place.toEnd = isLikeAfter && isLongAfter;
        place.sameBefore = isLongBefore ? atFront >= contextBefore() : isLikeBefore;
        place.sameAfter = isLongAfter ? atBack >= contextAfter() : isLikeAfter;
        return place;
    }

    static std::string_view upTo(const SourceText& text, TextSpan hull)
    {
        return std::string_view(text.utf8()).substr(0, text.byteAt(hull.begin));
    }
    static std::string_view from(const SourceText& text, TextSpan hull)
    {
        return std::string_view(text.utf8()).substr(text.byteAt(hull.end));
    }
    std::size_t contextBefore() const
    {
        return m_before.slice(TextSpan{m_hull.begin - contextLength, m_hull.begin}).size();
    }
    std::size_t contextAfter() const
    {
        return m_before.slice(TextSpan{m_hull.end, m_hull.end + contextLength}).size();
    }

    /// @returns null: none is surely the one.
    const Place* bestOf(const std::vector<Place>& places) const
    {
        std::vector<const Place*> fitting = those(places, &Place::reachesAnEnd);
        if (fitting.size() == 1) // The text was changed on one side of it only.
            return fitting.front();
        fitting = those(places, [](const Place& place) { return place.sides() == 2; });
        if (!fitting.empty())
            return farthestOf(fitting);
        fitting = those(places, [](const Place& place) { return place.sides() == 1; });
        const std::vector<Place> old = placesIn(m_before);
        if (!fitting.empty())
            return fitting.size() == 1 && tellsApart(*fitting.front(), old) ? fitting.front()
                                                                            : nullptr;
        // Of several that stood before one may be left, and it need not be this one.
        return places.size() == 1 && old.size() == 1 ? &places.front() : nullptr;
    }

    static std::vector<const Place*> those(const std::vector<Place>& places, auto wanted)
    {
        std::vector<const Place*> all;
        for (const Place& place : places) {
            if (std::invoke(wanted, place))
                all.push_back(&place);
        }
        return all;
    }

    static const Place* farthestOf(const std::vector<const Place*>& fitting)
    {
        const auto agreement = [](const Place* place) { return place->agreement; };
        const Place* best = std::ranges::max(fitting, {}, agreement);
        const bool isAlone = std::ranges::count(fitting, best->agreement, agreement) == 1;
        return isAlone ? best : nullptr;
    }

    /// Whether the side on which the place is as it was told it from all others before.
    bool tellsApart(const Place& place, const std::vector<Place>& old) const
    {
        return std::ranges::none_of(old, [&](const Place& other) {
            return other.spans != m_spans &&
                   (place.sameBefore ? other.sameBefore : other.sameAfter);
        });
    }

    const SourceText& m_before;
    const TextSpans& m_spans;
    TextSpan m_hull;
    const SourceText& m_now;
};

} // namespace

TextVersions::TextVersions(const SourceText& before, const SourceText& now)
    : m_before(before)
    , m_now(now)
{
    const std::string_view a = before.utf8();
    const std::string_view b = now.utf8();
    const auto [front, other] = std::ranges::mismatch(a, b);
    m_sameAtBegin = before.codePointAt(static_cast<std::size_t>(front - a.begin()));
    const auto [back, otherBack] = std::mismatch(a.rbegin(), a.rend(), b.rbegin(), b.rend());
    const std::size_t same = a.size() - static_cast<std::size_t>(back - a.rbegin());
    const int first = before.codePointAt(same);
    // The last bytes of a character may be those of another one.
    m_sameAtEnd = before.size() - (before.byteAt(first) < same ? first + 1 : first);
}

FoundAgain TextVersions::find(const TextSpans& spans) const
{
    if (m_before == m_now)
        return {spans, {}};
    if (auto same = inWhatIsTheSame(spans); same && m_now.slice(*same) == m_before.slice(spans))
        return {*std::move(same), {}};
    return Search(m_before, spans, m_now).run();
}

/// What is the rule for one of many marks, and takes no search: they stand where nothing was
/// changed before, or nothing after.
std::optional<TextSpans> TextVersions::inWhatIsTheSame(const TextSpans& spans) const
{
    const TextSpan hull = hullOf(spans);
    // With the character behind it, or before it: "Kim" must not become a part of "Kimchi".
    const bool isAtBegin = hull.begin >= contextLength && hull.end < m_sameAtBegin;
    const bool isAtEnd =
        hull.end <= m_before.size() - contextLength && hull.begin > m_before.size() - m_sameAtEnd;
    const int by = isAtEnd ? m_now.size() - m_before.size() : 0;
    if (isAtBegin && (!isAtEnd || by == 0))
        return spans;
    if (isAtBegin || !isAtEnd)
        return std::nullopt; // Both: something was put in among its like.
    TextSpans moved = spans;
    for (TextSpan& span : moved)
        span = {span.begin + by, span.end + by};
    return moved;
}

FoundAgain TextVersions::findNew(std::string_view words) const
{
    if (words.empty() || !m_before.find(words, 1).empty())
        return {{}, "it had no place before"};
    const std::vector<TextSpan> places = m_now.find(words, 2);
    if (places.size() != 1 || isInsideWord(m_now, places.front()))
        return {{}, places.empty() ? nowhere : "its words have no place of their own in it"};
    return {{places.front()}, {}};
}

} // namespace entente
