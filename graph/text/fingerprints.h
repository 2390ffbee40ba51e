// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/text/foldedtext.h"

#include <cstdint>
#include <string>
#include <vector>

namespace entente
{

class SourceText;

/// A text as copies of its passages are looked for: its letters and digits alone, folded, and of
/// these the fingerprints that winnowing picks (Schleimer, Wilkerson and Aiken 2003). Two texts
/// that share shortestFound bytes of letters in a row share a fingerprint, wherever these stand.
class Fingerprints
{
public:
    /// Bytes of letters that a fingerprint is made of: four words of English, three of Korean.
    static constexpr std::size_t length = 24;
    /// Of so many in a row one is picked.
    static constexpr std::size_t window = 16;
    static constexpr std::size_t shortestFound = length + window - 1;

    struct Print
    {
        std::uint64_t hash = 0;
        std::uint32_t place = 0; ///< In letters(), of its first byte.
    };

    Fingerprints() = default;
    explicit Fingerprints(const SourceText& text);

    const std::string& letters() const { return m_letters; }
    const std::vector<Print>& prints() const { return m_prints; }
    /// Where a stretch of the letters stands in the text that they were made from.
    /// @param begin, end in bytes; @pre begin < end, within letters().
    TextSpan spanOf(const SourceText& text, std::size_t begin, std::size_t end) const;

private:
    void pick();

    FoldedText m_folded;
    std::string m_letters;
    std::vector<std::uint32_t> m_places; ///< In the folded text, of each byte of the letters.
    std::vector<Print> m_prints;
};

} // namespace entente
