// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace entente
{

/// What an analyst should look at before relying on it; the gravest first.
enum class CheckKind {
    QuoteMissing,  ///< Words that are recorded and do not stand in the article.
    NoQuote,       ///< An edge for which no words of a text are quoted.
    Misfit,        ///< Against the ontology: too few or too many in a role, or of a wrong type.
    Contested,     ///< Sources contradict each other.
    LookAlike,     ///< Names that can be taken for one another, of what is not one.
    ByName,        ///< Joined across articles by nothing but a name.
    QuoteMoved,    ///< Words that were found in another place than recorded.
    AnonymousOnly, ///< Nobody who has a name says so.
    NoDate,        ///< An event that happened, and nothing says when.
    OneSource,     ///< An event that happened, as far as one source says.
};

inline constexpr std::array allCheckKinds{
    CheckKind::QuoteMissing, CheckKind::NoQuote,   CheckKind::Misfit,     CheckKind::Contested,
    CheckKind::LookAlike,    CheckKind::ByName,    CheckKind::QuoteMoved, CheckKind::AnonymousOnly,
    CheckKind::NoDate,       CheckKind::OneSource,
};

/// As in files and options: "quote-missing".
std::string_view nameOf(CheckKind kind);
/// For people, as a heading: "Words that are not there".
std::string_view wordsOf(CheckKind kind);
std::optional<CheckKind> parseCheckKind(std::string_view name);

} // namespace entente
