// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/text/textspan.h"

#include <optional>
#include <string_view>

namespace entente
{

class SourceText;

/// Where words of one version of a text stand in another.
struct FoundAgain
{
    TextSpans spans;         ///< Empty: there is no place that is surely theirs.
    std::string_view reason; ///< Then why: "its words are nowhere in it".
};

/// Finds words of one version of a text again in another.
class TextVersions
{
public:
    /// @param before, now must outlive it.
    TextVersions(const SourceText& before, const SourceText& now);

    /// By what stands round them, all of it or 32 characters on either side, where that tells one
    /// place from all others; by themselves where they stand once in both versions. Never simply
    /// the first place.
    /// @param spans in the version before; not empty.
    FoundAgain find(const TextSpans& spans) const;

    /// Words that had no place before get one only if they are new, and stand there once.
    FoundAgain findNew(std::string_view words) const;

private:
    std::optional<TextSpans> inWhatIsTheSame(const TextSpans& spans) const;

    const SourceText& m_before;
    const SourceText& m_now;
    int m_sameAtBegin = 0; ///< Characters that both begin with.
    int m_sameAtEnd = 0;
};

} // namespace entente
