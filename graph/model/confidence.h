// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace entente
{

struct Claim;

/// How far analysts rely on what they say of a claim themselves, as in files.
inline constexpr std::array<std::string_view, 3> confidences{"High", "Moderate", "Low"};

// Why they do is the note that begins with "Confidence: ", so that it goes wherever notes go.

/// What the note says; empty: no reason is given.
std::string confidenceReason(const Claim& claim);
/// The notes that are about something else.
std::vector<std::string> otherNotes(const Claim& claim);
/// A claim's notes: those, and the one with this reason, if there is any.
std::vector<std::string> notesWith(std::vector<std::string> others, std::string_view reason);

} // namespace entente
