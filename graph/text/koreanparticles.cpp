// SPDX-License-Identifier: Apache-2.0
#include "graph/text/koreanparticles.h"

#include <algorithm>
#include <array>
#include <optional>

namespace entente
{

namespace
{

/// How the syllable before ends.
enum class Ending { Vowel, Rieul, Consonant };

enum class After {
    Any,
    Vowel,
    Consonant,
    VowelOrRieul,   ///< 로
    NeitherOfThese, ///< 으로: a consonant other than ㄹ
};

struct Particle
{
    std::string_view letters;
    After after = After::Any;
};

/// Those that reports use after names; they follow each other: 에서 + 는.
constexpr std::array particles{
    Particle{"은", After::Consonant},
    Particle{"는", After::Vowel},
    Particle{"이", After::Consonant},
    Particle{"가", After::Vowel},
    Particle{"을", After::Consonant},
    Particle{"를", After::Vowel},
    Particle{"과", After::Consonant},
    Particle{"와", After::Vowel},
    Particle{"로", After::VowelOrRieul},
    Particle{"으로", After::NeitherOfThese},
    Particle{"로서", After::VowelOrRieul},
    Particle{"으로서", After::NeitherOfThese},
    Particle{"로써", After::VowelOrRieul},
    Particle{"으로써", After::NeitherOfThese},
    Particle{"나", After::Vowel},
    Particle{"이나", After::Consonant},
    Particle{"라고", After::Vowel},
    Particle{"이라고", After::Consonant},
    Particle{"라는", After::Vowel},
    Particle{"이라는", After::Consonant},
    Particle{"라도", After::Vowel},
    Particle{"이라도", After::Consonant},
    Particle{"란", After::Vowel},
    Particle{"이란", After::Consonant},
    Particle{"며", After::Vowel},
    Particle{"이며", After::Consonant},
    Particle{"다", After::Vowel},
    Particle{"이다", After::Any},
    Particle{"였다", After::Vowel},
    Particle{"이었다", After::Consonant},
    Particle{"의"},
    Particle{"에"},
    Particle{"에서"},
    Particle{"에게"},
    Particle{"에게서"},
    Particle{"께"},
    Particle{"께서"},
    Particle{"한테"},
    Particle{"도"},
    Particle{"만"},
    Particle{"부터"},
    Particle{"까지"},
    Particle{"보다"},
    Particle{"처럼"},
    Particle{"마저"},
    Particle{"조차"},
    Particle{"뿐"},
    Particle{"밖에"},
    Particle{"대로"},
    Particle{"마다"},
    Particle{"하고"},
    Particle{"입니다"},
};

/// 에게 + 서 + 는: longer chains are no particles any more.
constexpr int chainAtMost = 3;

/// @returns nothing where it does not end in a syllable of Hangul.
std::optional<Ending> endingOf(std::string_view text)
{
    if (text.size() < 3)
        return std::nullopt;
    const auto byte = [&](std::size_t fromEnd) {
        return static_cast<unsigned>(static_cast<unsigned char>(text[text.size() - fromEnd]));
    };
    const unsigned syllable =
        ((byte(3) & 0x0FU) << 12U) | ((byte(2) & 0x3FU) << 6U) | (byte(1) & 0x3FU);
    constexpr unsigned first = 0xAC00; // The block of composed syllables, 28 endings each.
    constexpr unsigned last = 0xD7A3;
    constexpr unsigned rieul = 8;
    if ((byte(3) & 0xF0U) != 0xE0U || syllable < first || syllable > last)
        return std::nullopt;
    const unsigned ending = (syllable - first) % 28;
    return ending == 0 ? Ending::Vowel : ending == rieul ? Ending::Rieul : Ending::Consonant;
}

/// After Latin letters and Han it hangs on how they are read, so that all may follow.
bool mayFollow(std::optional<Ending> before, After after)
{
    if (!before)
        return true;
    switch (after) {
    case After::Any:
        return true;
    case After::Vowel:
        return before == Ending::Vowel;
    case After::Consonant:
        return before != Ending::Vowel;
    case After::VowelOrRieul:
        return before != Ending::Consonant;
    case After::NeitherOfThese:
        return before == Ending::Consonant;
    }
    return false;
}

bool areParticlesAfter(std::string_view before, std::string_view rest, int atMost)
{
    if (rest.empty())
        return true;
    if (atMost == 0)
        return false;
    return std::ranges::any_of(particles, [&](const Particle& particle) {
        return rest.starts_with(particle.letters) && mayFollow(endingOf(before), particle.after) &&
               areParticlesAfter(particle.letters, rest.substr(particle.letters.size()),
                                 atMost - 1);
    });
}

} // namespace

bool areParticles(std::string_view noun, std::string_view rest)
{
    return !rest.empty() && areParticlesAfter(noun, rest, chainAtMost);
}

} // namespace entente
