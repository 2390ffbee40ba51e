// SPDX-License-Identifier: Apache-2.0
#include "graph/text/fingerprints.h"

#include "graph/text/sourcetext.h"

#include <algorithm>

namespace entente
{

namespace
{

/// A letter or digit of ASCII, or whatever is not ASCII: folding has left little else of that.
bool isLetter(char byte)
{
    const auto code = static_cast<unsigned char>(byte);
    return code >= 0x80 || (code >= '0' && code <= '9') || (code >= 'a' && code <= 'z');
}

/// Odd, so that no byte is lost; bits in no order.
constexpr std::uint64_t base = 0x9E3779B97F4A7C15ULL;

constexpr std::uint64_t power(std::uint64_t of, std::size_t exponent)
{
    std::uint64_t result = 1;
    for (std::size_t i = 0; i < exponent; ++i)
        result *= of;
    return result;
}

/// Low bits of such a sum say little: the last step of MurmurHash3.
std::uint64_t mixed(std::uint64_t hash)
{
    hash = (hash ^ (hash >> 33U)) * 0xFF51AFD7ED558CCDULL;
    hash = (hash ^ (hash >> 33U)) * 0xC4CEB9FE1A85EC53ULL;
    return hash ^ (hash >> 33U);
}

} // namespace

Fingerprints::Fingerprints(const SourceText& text)
    : m_folded(text)
{
    const std::string& words = m_folded.words();
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (!isLetter(words[at]))
            continue;
        m_letters += words[at];
        m_places.push_back(static_cast<std::uint32_t>(at));
    }
    pick();
}

/// The least of each window, the last of equal ones, each once.
void Fingerprints::pick()
{
    if (m_letters.size() < length)
        return;
    // Karp and Rabin: each from the one before.
    std::vector<std::uint64_t> hashes;
    hashes.reserve(m_letters.size() - length + 1);
    constexpr std::uint64_t leaving = power(base, length);
    std::uint64_t sum = 0;
    for (std::size_t at = 0; at < m_letters.size(); ++at) {
        sum = sum * base + static_cast<unsigned char>(m_letters[at]) + 1;
        if (at >= length)
            sum -= leaving * (static_cast<unsigned char>(m_letters[at - length]) + 1ULL);
        if (at + 1 >= length)
            hashes.push_back(mixed(sum));
    }
    std::size_t least = hashes.size();
    for (std::size_t end = std::min(window, hashes.size()); end <= hashes.size(); ++end) {
        const std::size_t begin = end > window ? end - window : 0;
        if (least != hashes.size() && least >= begin && hashes[end - 1] > hashes[least])
            continue;
        std::size_t now = least != hashes.size() && least >= begin ? end - 1 : begin;
        for (std::size_t at = now; at < end; ++at) {
            if (hashes[at] <= hashes[now])
                now = at;
        }
        least = now;
        m_prints.push_back({hashes[least], static_cast<std::uint32_t>(least)});
    }
}

TextSpan Fingerprints::spanOf(const SourceText& text, std::size_t begin, std::size_t end) const
{
    return m_folded.spanOf(text, m_places[begin], m_places[end - 1] + 1UL);
}

} // namespace entente
