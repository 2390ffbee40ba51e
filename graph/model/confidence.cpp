// SPDX-License-Identifier: Apache-2.0
#include "graph/model/confidence.h"

#include "graph/model/records.h"

#include <algorithm>
#include <utility>

namespace entente
{

namespace
{

constexpr std::string_view opening = "Confidence: ";

bool isReason(std::string_view note) { return note.starts_with(opening); }

} // namespace

std::string confidenceReason(const Claim& claim)
{
    const auto found = std::ranges::find_if(claim.notes, isReason);
    return found == claim.notes.end() ? std::string() : found->substr(opening.size());
}

std::vector<std::string> otherNotes(const Claim& claim)
{
    std::vector<std::string> notes = claim.notes;
    std::erase_if(notes, isReason);
    return notes;
}

std::vector<std::string> notesWith(std::vector<std::string> others, std::string_view reason)
{
    if (!reason.empty())
        others.push_back(std::string(opening) + std::string(reason));
    return others;
}

} // namespace entente
