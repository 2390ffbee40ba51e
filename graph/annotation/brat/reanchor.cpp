// SPDX-License-Identifier: Apache-2.0
#include "graph/annotation/brat/reanchor.h"

#include "graph/annotation/brat/lines.h"
#include "graph/annotation/brat/quotefit.h"
#include "graph/text/insideword.h"
#include "graph/text/sourcetext.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <unordered_map>

namespace entente
{

namespace
{

/// Words that stand at more places than this have no shift of their own; their neighbours' is
/// tried.
constexpr int placesAtMost = 100;
/// How many neighbours on each side a shift is tried on.
constexpr std::size_t neighboursAtMost = 2;
/// How far they are looked for, past lines whose words are nowhere.
constexpr std::size_t neighboursWithin = 8;

/// A line whose words are looked for, or one between such lines that stands where it says.
struct Sought
{
    bool astray = false;
    std::vector<std::string_view>
        pieces;              ///< The words of each fragment; none if they cannot be cut.
    std::vector<int> begins; ///< Where each is said to begin.
    std::vector<int> shifts; ///< Each takes all pieces to their words.
    int places = 0;          ///< Of the first piece; placesAtMost + 1: many.

    bool isUnique() const { return shifts.size() == 1 && places <= placesAtMost; }
};

class Search
{
public:
    Search(const Annotations& annotations, const SourceText& text, const OffsetMap& map)
        : m_bounds(annotations.textBounds)
        , m_unit(annotations.counting.unit)
        , m_text(text)
        , m_map(map)
        , m_sought(m_bounds.size())
    {
    }

    std::vector<Reanchored> run(const std::vector<std::size_t>& astray)
    {
        bool allUnique = true;
        for (const std::size_t i : astray) {
            look(i);
            allUnique = allUnique && m_sought[i].isUnique();
        }
        if (!allUnique)
            putInOrder();
        std::vector<Reanchored> result;
        result.reserve(astray.size());
        for (const std::size_t i : astray)
            result.push_back(decide(i));
        return result;
    }

private:
    void look(std::size_t i)
    {
        Sought& sought = m_sought[i];
        sought.astray = true;
        for (const TextSpan span : m_bounds[i].spans) {
            const std::optional<TextSpan> converted = m_map.toCodePoints(span);
            sought.begins.push_back(converted ? converted->begin
                                              : m_map.nearestCodePoint(span.begin));
        }
        sought.pieces = piecesOf(m_bounds[i]);
        if (sought.pieces.empty())
            return;
        const std::vector<TextSpan>& places = placesOf(sought.pieces.front());
        sought.places = static_cast<int>(places.size());
        for (const TextSpan place : places) {
            const int shift = place.begin - sought.begins.front();
            if (fits(sought, shift))
                sought.shifts.push_back(shift);
        }
    }

    const std::vector<TextSpan>& placesOf(std::string_view words)
    {
        const auto [at, isNew] = m_places.try_emplace(words);
        if (isNew)
            at->second = m_text.find(words, placesAtMost + 1);
        return at->second;
    }

    /// Cuts the recorded words of a discontinuous span into its fragments, by their lengths.
    std::vector<std::string_view> piecesOf(const TextBound& bound) const
    {
        const std::string_view words = trimmed(bound.text);
        if (words.empty())
            return {};
        if (bound.spans.size() == 1)
            return {words};
        const SourceText recorded{std::string(words)};
        const OffsetMap map(recorded, {m_unit, Counted::AsStored, Counted::AsStored});
        std::vector<std::string_view> pieces;
        long long at = 0;
        for (const TextSpan span : bound.spans) {
            const long long end = at + span.length();
            if (span.length() == 0 || end > static_cast<long long>(words.size()))
                return {};
            const auto cut =
                map.toCodePoints(TextSpan{static_cast<int>(at), static_cast<int>(end)});
            if (!cut)
                return {};
            pieces.push_back(
                words.substr(recorded.byteAt(cut->begin), recorded.slice(*cut).size()));
            at = end + 1; // the blank between two fragments
        }
        const std::string_view last = pieces.back();
        if (last.data() + last.size() != words.data() + words.size())
            return {};
        return pieces;
    }

    /// Where a piece stands when it begins at a code point, if it does stand there.
    std::optional<TextSpan> spanAt(std::string_view piece, long long begin) const
    {
        if (begin < 0 || begin > m_text.size())
            return {};
        const std::size_t byte = m_text.byteAt(static_cast<int>(begin));
        if (m_text.utf8().compare(byte, piece.size(), piece) != 0)
            return {};
        const int end = m_text.codePointAt(byte + piece.size());
        if (m_text.byteAt(end) != byte + piece.size())
            return {};
        return TextSpan{static_cast<int>(begin), end};
    }

    /// Empty when one of the pieces does not stand there.
    TextSpans spansAt(const Sought& sought, int shift) const
    {
        TextSpans spans;
        for (std::size_t i = 0; i < sought.pieces.size(); ++i) {
            const auto span =
                spanAt(sought.pieces[i], static_cast<long long>(sought.begins[i]) + shift);
            if (!span)
                return {};
            spans.push_back(*span);
        }
        return spans;
    }

    bool fits(const Sought& sought, int shift) const { return !spansAt(sought, shift).empty(); }

    /// Lays all lines in the order of the places that they say.
    void putInOrder()
    {
        std::vector<std::pair<int, std::size_t>> begins;
        begins.reserve(m_bounds.size());
        for (std::size_t i = 0; i < m_bounds.size(); ++i) {
            const int begin = m_sought[i].astray
                                  ? m_sought[i].begins.front()
                                  : m_map.nearestCodePoint(m_bounds[i].spans.front().begin);
            begins.emplace_back(begin, i);
        }
        std::ranges::sort(begins);
        m_positions.resize(m_bounds.size());
        for (const auto& [begin, i] : begins) {
            m_positions[i] = m_order.size();
            m_order.push_back(i);
        }
    }

    /// The nearest lines that are astray too, up to the first that stands where it says: a text
    /// that was changed between two lines has not moved what lies beyond them by the same shift.
    std::vector<std::size_t> neighboursOf(std::size_t i) const
    {
        std::vector<std::size_t> neighbours;
        for (const int step : {-1, 1}) {
            std::size_t found = 0;
            std::size_t at = m_positions[i];
            for (std::size_t n = 0; n < neighboursWithin && found < neighboursAtMost; ++n) {
                at += static_cast<std::size_t>(step);
                if (at >= m_order.size() || !m_sought[m_order[at]].astray)
                    break;
                const std::size_t other = m_order[at];
                if (m_sought[other].places == 0 || isSame(other, i))
                    continue;
                neighbours.push_back(other);
                ++found;
            }
        }
        return neighbours;
    }

    /// The same words at the same place tell nothing new.
    bool isSame(std::size_t a, std::size_t b) const
    {
        return m_bounds[a].spans == m_bounds[b].spans && m_bounds[a].text == m_bounds[b].text;
    }

    /// The one shift that takes this line and its neighbours to their words.
    std::optional<int> commonShift(std::size_t i) const
    {
        const std::vector<std::size_t> neighbours = neighboursOf(i);
        std::vector<int> shifts = m_sought[i].shifts;
        for (const std::size_t other : neighbours) {
            if (m_sought[other].isUnique() && fits(m_sought[i], m_sought[other].shifts.front()))
                shifts.push_back(m_sought[other].shifts.front());
        }
        std::ranges::sort(shifts);
        shifts.erase(std::ranges::unique(shifts).begin(), shifts.end());

        std::optional<int> best;
        std::ptrdiff_t most = 0;
        for (const int shift : shifts) {
            const std::ptrdiff_t fitting = std::ranges::count_if(
                neighbours, [&](std::size_t other) { return fits(m_sought[other], shift); });
            if (fitting == most)
                best.reset();
            if (fitting > most) {
                most = fitting;
                best = shift;
            }
        }
        const auto enough = std::min<std::ptrdiff_t>(2, std::ssize(neighbours));
        return most >= enough && most > 0 ? best : std::nullopt;
    }

    Reanchored decide(std::size_t i) const
    {
        const Sought& sought = m_sought[i];
        Reanchored result{{}, std::string(trimmed(m_bounds[i].text)), {}, whatIsThere(i)};
        if (sought.isUnique()) {
            result.spans = spansAt(sought, sought.shifts.front());
            result.reason = "the only place where its words stand";
            if (isInsideWord(result.spans)) {
                result.spans.clear();
                result.reason = "its words stand only within a longer word";
            }
            return result;
        }
        if (result.words.empty()) {
            result.reason = "no words are recorded to look for";
            return result;
        }
        if (sought.shifts.empty() && sought.places <= placesAtMost) {
            result.reason = "its words are nowhere in the text";
            return result;
        }
        if (const std::optional<int> shift = commonShift(i)) {
            result.spans = spansAt(sought, *shift);
            result.reason = fmt::format("the shift of {:+} fits its neighbours too", *shift);
            return result;
        }
        result.reason = sought.places > placesAtMost
                            ? fmt::format("its words stand at more than {} places", placesAtMost)
                            : fmt::format("its words stand at {} places", sought.shifts.size());
        return result;
    }

    std::string whatIsThere(std::size_t i) const
    {
        const auto spans = m_map.toCodePoints(m_bounds[i].spans);
        if (spans)
            return inQuotes(m_text.slice(*spans)) + " stands";
        return fmt::format("there is no such place in the text of {} characters", m_text.size());
    }

    bool isInsideWord(const TextSpans& spans) const
    {
        return std::ranges::any_of(
            spans, [this](TextSpan span) { return entente::isInsideWord(m_text, span); });
    }

    const std::vector<TextBound>& m_bounds;
    OffsetUnit m_unit;
    const SourceText& m_text;
    const OffsetMap& m_map;
    std::vector<Sought> m_sought; ///< One for each text-bound line.
    std::vector<std::size_t> m_order;
    std::vector<std::size_t> m_positions; ///< Of each line in m_order.
    std::unordered_map<std::string_view, std::vector<TextSpan>> m_places;
};

} // namespace

std::vector<Reanchored> reanchor(const Annotations& annotations, const SourceText& text,
                                 const OffsetMap& map, const std::vector<std::size_t>& astray)
{
    return Search(annotations, text, map).run(astray);
}

} // namespace entente
