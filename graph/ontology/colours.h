// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/ontology/ontology.h"

#include <optional>
#include <string>
#include <string_view>

namespace entente
{

/// "#E6F1F8", "#abc", or a name of CSS in any case; nothing when it is neither ("darken").
std::optional<Rgb> parseColour(std::string_view text);

/// From 1 (the same) to 21 (black on white), as WCAG 2 defines it.
double contrastOf(Rgb a, Rgb b);

/// A hue made fit to be drawn in: fills pale enough, lines strong enough to read as text on them.
struct Tint
{
    TypeColours light, dark;
};

/// @param background a corpus' own colour, as strong as it may be.
/// @param border the colour of lines, if it has one; else a darker shade of the background.
Tint tintOf(Rgb background, std::optional<Rgb> border);

/// What types look like that no ontology names; entente.json says the same for those that a foreign
/// corpus names and we do not.
inline constexpr TypeColours neutralLight{0x5F6773, 0xF3F1EC};
inline constexpr TypeColours neutralDark{0x9AA3AF, 0x20242B};

} // namespace entente
