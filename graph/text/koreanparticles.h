// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace entente
{

/// Whether letters that are written on to a noun are particles of Korean, or forms of 이다 ("to
/// be"), that may follow it: "의" and "에서는" in "러시아의", "북한에서는". 은, 이, 을, 과, 으로
/// follow a consonant, 는, 가, 를, 와 a vowel.
/// @param noun, rest UTF-8, composed (NFC).
bool areParticles(std::string_view noun, std::string_view rest);

} // namespace entente
