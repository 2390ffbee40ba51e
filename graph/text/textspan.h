// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <compare>
#include <vector>

namespace entente
{

/// A half-open range [begin, end) of Unicode code points in an article's text as stored.
struct TextSpan
{
    int begin = 0;
    int end = 0;

    int length() const { return end - begin; }
    bool isEmpty() const { return begin >= end; }
    bool contains(int position) const { return begin <= position && position < end; }
    bool contains(TextSpan other) const { return begin <= other.begin && other.end <= end; }
    bool overlaps(TextSpan other) const { return begin < other.end && other.begin < end; }

    auto operator<=>(const TextSpan&) const = default;
};

using TextSpans = std::vector<TextSpan>;

/// The smallest span that holds all of them; empty for none.
inline TextSpan hullOf(const TextSpans& spans)
{
    if (spans.empty())
        return {};
    TextSpan hull = spans.front();
    for (const TextSpan span : spans)
        hull = {std::min(hull.begin, span.begin), std::max(hull.end, span.end)};
    return hull;
}

} // namespace entente
