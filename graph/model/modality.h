// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace entente
{

/// What a passage says of an event's reality, by its words. Never a boolean; a passage without one
/// is "unstated", which is no value here but an empty optional.
enum class Modality { Happened, Announced, Planned, Expected, Proposed, Speculated, DidNotHappen };

inline constexpr std::array<Modality, 7> allModalities{
    Modality::Happened, Modality::Announced,  Modality::Planned,      Modality::Expected,
    Modality::Proposed, Modality::Speculated, Modality::DidNotHappen,
};

/// As in files: "DidNotHappen".
std::string_view nameOf(Modality modality);
std::optional<Modality> parseModality(std::string_view name);
/// For people: "did not happen"; "unstated" for none.
std::string_view wordsOf(std::optional<Modality> modality);

/// FactBank's value for what the nearest source commits itself to: CT certain, PR probable, PS
/// possible, U underspecified; then the polarity.
enum class Factuality { CTplus, PRplus, PSplus, CTminus, PRminus, PSminus, CTu, Uu };

/// As in files: "CT+".
std::string_view nameOf(Factuality factuality);
std::optional<Factuality> parseFactuality(std::string_view name);
/// For people: "certain", "probable", "certainly not" …
std::string_view wordsOf(Factuality factuality);
/// 3 for CT, 2 for PR, 1 for PS, 0 for U.
int strengthOf(Factuality factuality);

} // namespace entente
