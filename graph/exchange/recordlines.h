// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/exchange/freeids.h"
#include "graph/exchange/linesabout.h"
#include "graph/exchange/wantedlines.h"

#include <map>
#include <string>
#include <unordered_map>

namespace entente
{

class SourceText;

/// Whether brat has a way to say words at these places: none empty or blank, none over another.
bool isBratPlace(const TextSpans& spans, const SourceText& text);

/// Which records stand on which lines of an annotation file: those that the file has, and those
/// that get new lines. A record that brat has no way to say has none.
class RecordLines
{
public:
    RecordLines(const AnnotationBase& base, const ArticleRecords& mine, FreeIds& ids);

    /// The id of a record's line; empty: it has none.
    const std::string& lineOf(MentionId id) const;
    const std::string& lineOf(ClaimId id) const;
    /// What can stand in an argument of an E or R line: a T line or an E line.
    const std::string& lineOf(const Filler& filler) const;

    /// The record of mine that a line of the file says; null: there is none any more.
    const Mention* mentionOn(const std::string& line) const;
    const Claim* claimOn(const std::string& line) const;
    /// What the import makes of the line that a record has; null: the line is new.
    const Mention* baseOf(const Mention& mention) const;
    const Claim* baseOf(const Claim& claim) const;

    /// Where an event's line begins from: where the claim does, or, where that has no line, where
    /// it did.
    std::string triggerOf(const Claim& claim) const;

private:
    void giveLines(const std::vector<Mention>& mentions, const SourceText& text, FreeIds& ids);
    void giveLines(const std::vector<Claim>& claims, FreeIds& ids);
    bool canBeSaid(const Claim& claim) const;

    std::map<std::string, const Mention*, std::less<>> m_mentionOn;
    std::map<std::string, const Claim*, std::less<>> m_claimOn;
    std::unordered_map<MentionId, const Mention*> m_baseMention;
    std::unordered_map<ClaimId, const Claim*> m_baseClaim;
    std::map<std::string, std::string, std::less<>> m_triggerOf; ///< Of the E lines of the file.
    std::unordered_map<MentionId, std::string> m_mentionLine;
    std::unordered_map<ClaimId, std::string> m_claimLine;
};

} // namespace entente
