// SPDX-License-Identifier: Apache-2.0
#include "graph/annotation/brat/offsetmap.h"

#include "graph/annotation/brat/lines.h"
#include "graph/text/sourcetext.h"

#include <algorithm>
#include <array>

namespace entente
{

namespace
{

std::string_view codePoint(const SourceText& text, int at)
{
    return text.slice(TextSpan{at, at + 1});
}

/// In units; `bytes` is one code point.
int widthOf(std::string_view bytes, OffsetUnit unit)
{
    switch (unit) {
    case OffsetUnit::CodePoints:
        return 1;
    case OffsetUnit::Utf16Units:
        return bytes.size() == 4 ? 2 : 1;
    case OffsetUnit::Bytes:
        return static_cast<int>(bytes.size());
    }
    return 1;
}

bool beginsWithMark(const SourceText& text) { return text.utf8().starts_with(byteOrderMark); }

bool hasCarriageReturns(const SourceText& text)
{
    return text.utf8().find("\r\n") != std::string::npos;
}

/// How much a counting supposes. What the text itself shows a reason for (a character of two units,
/// a carriage return) costs less than what it does not show.
int costOf(const OffsetCounting& counting)
{
    const auto cost = [](Counted counted) {
        switch (counted) {
        case Counted::AsStored:
            return 0;
        case Counted::LeftOut:
            return 1;
        case Counted::Added:
            return 10;
        }
        return 0;
    };
    return static_cast<int>(counting.unit != OffsetUnit::CodePoints) +
           cost(counting.carriageReturns) + cost(counting.byteOrderMark);
}

std::vector<OffsetUnit> unitsFor(const SourceText& text)
{
    const auto isWide = [](char c) { return (static_cast<unsigned char>(c) & 0xF8U) == 0xF0U; };
    std::vector<OffsetUnit> units{OffsetUnit::CodePoints};
    if (std::ranges::any_of(text.utf8(), isWide))
        units.push_back(OffsetUnit::Utf16Units);
    if (static_cast<std::size_t>(text.size()) != text.utf8().size())
        units.push_back(OffsetUnit::Bytes);
    return units;
}

} // namespace

OffsetMap::OffsetMap(const SourceText& text, const OffsetCounting& counting)
{
    m_offsets.reserve(static_cast<std::size_t>(text.size()) + 1);
    int offset = 0;
    if (counting.byteOrderMark == Counted::Added)
        offset += widthOf(byteOrderMark, counting.unit);
    bool afterReturn = false;
    for (int i = 0; i < text.size(); ++i) {
        m_offsets.push_back(offset);
        const std::string_view bytes = codePoint(text, i);
        const bool isFeed = bytes == "\n";
        const bool isReturn = bytes == "\r" && codePoint(text, i + 1) == "\n";
        const bool isMark = i == 0 && bytes == byteOrderMark;
        const bool leftOut = (isReturn && counting.carriageReturns == Counted::LeftOut) ||
                             (isMark && counting.byteOrderMark == Counted::LeftOut);
        if (!leftOut)
            offset += widthOf(bytes, counting.unit);
        // The return that is not there stands before the feed: what ends there ends before both.
        if (isFeed && !afterReturn && counting.carriageReturns == Counted::Added)
            ++offset;
        afterReturn = bytes == "\r";
    }
    m_offsets.push_back(offset);
}

std::optional<TextSpan> OffsetMap::toCodePoints(TextSpan counted) const
{
    // Of characters that are not counted, none is within the span: not before its begin, not at
    // its end.
    const auto afterBegin = std::ranges::upper_bound(m_offsets, counted.begin);
    const auto atEnd = std::ranges::lower_bound(m_offsets, counted.end);
    if (afterBegin == m_offsets.begin() || *(afterBegin - 1) != counted.begin)
        return {};
    if (atEnd == m_offsets.end() || *atEnd != counted.end)
        return {};
    const auto begin = static_cast<int>(afterBegin - 1 - m_offsets.begin());
    return TextSpan{begin, std::max(begin, static_cast<int>(atEnd - m_offsets.begin()))};
}

std::optional<TextSpans> OffsetMap::toCodePoints(const TextSpans& counted) const
{
    TextSpans result;
    result.reserve(counted.size());
    for (const TextSpan span : counted) {
        const std::optional<TextSpan> converted = toCodePoints(span);
        if (!converted)
            return {};
        result.push_back(*converted);
    }
    return result;
}

int OffsetMap::nearestCodePoint(int offset) const
{
    const auto at = std::ranges::lower_bound(m_offsets, offset);
    return std::min(static_cast<int>(at - m_offsets.begin()),
                    static_cast<int>(m_offsets.size()) - 1);
}

TextSpan OffsetMap::fromCodePoints(TextSpan span) const
{
    return {m_offsets[static_cast<std::size_t>(span.begin)],
            m_offsets[static_cast<std::size_t>(span.end)]};
}

std::vector<OffsetCounting> countingsFor(const SourceText& text)
{
    const std::array returns{Counted::AsStored,
                             hasCarriageReturns(text) ? Counted::LeftOut : Counted::Added};
    const std::array marks{Counted::AsStored,
                           beginsWithMark(text) ? Counted::LeftOut : Counted::Added};
    std::vector<OffsetCounting> result;
    for (const OffsetUnit unit : unitsFor(text)) {
        for (const Counted carriageReturns : returns) {
            for (const Counted mark : marks)
                result.push_back({unit, carriageReturns, mark});
        }
    }
    result.erase(result.begin()); // by code points, as it should be
    std::ranges::stable_sort(result, {}, costOf);
    return result;
}

std::string wordsOf(const OffsetCounting& counting)
{
    std::string words;
    switch (counting.unit) {
    case OffsetUnit::CodePoints:
        words = "code points";
        break;
    case OffsetUnit::Utf16Units:
        words = "UTF-16 code units";
        break;
    case OffsetUnit::Bytes:
        words = "bytes";
        break;
    }
    if (counting.carriageReturns == Counted::LeftOut)
        words += ", without the carriage returns that the text has";
    if (counting.carriageReturns == Counted::Added)
        words += ", with carriage returns that the text does not have";
    if (counting.byteOrderMark == Counted::LeftOut)
        words += ", without the byte order mark that the text has";
    if (counting.byteOrderMark == Counted::Added)
        words += ", with a byte order mark that the text does not have";
    return words;
}

} // namespace entente
