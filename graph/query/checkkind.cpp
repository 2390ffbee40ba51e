// SPDX-License-Identifier: Apache-2.0
#include "graph/query/checkkind.h"

#include <algorithm>

namespace entente
{

std::string_view nameOf(CheckKind kind)
{
    switch (kind) {
    case CheckKind::QuoteMissing:
        return "quote-missing";
    case CheckKind::NoQuote:
        return "no-quote";
    case CheckKind::Misfit:
        return "misfit";
    case CheckKind::Contested:
        return "contested";
    case CheckKind::LookAlike:
        return "look-alike";
    case CheckKind::ByName:
        return "by-name";
    case CheckKind::QuoteMoved:
        return "quote-moved";
    case CheckKind::AnonymousOnly:
        return "anonymous-only";
    case CheckKind::NoDate:
        return "no-date";
    case CheckKind::OneSource:
        return "one-source";
    }
    return {};
}

std::string_view wordsOf(CheckKind kind)
{
    switch (kind) {
    case CheckKind::QuoteMissing:
        return "Words that are not there";
    case CheckKind::NoQuote:
        return "Edges without a quote";
    case CheckKind::Misfit:
        return "Roles that do not fit";
    case CheckKind::Contested:
        return "Contested";
    case CheckKind::LookAlike:
        return "Look-alike names";
    case CheckKind::ByName:
        return "One by name only";
    case CheckKind::QuoteMoved:
        return "Words that moved";
    case CheckKind::AnonymousOnly:
        return "Anonymous sources only";
    case CheckKind::NoDate:
        return "Events without a date";
    case CheckKind::OneSource:
        return "One source only";
    }
    return {};
}

std::optional<CheckKind> parseCheckKind(std::string_view name)
{
    const auto* const found =
        std::ranges::find(allCheckKinds, name, [](CheckKind kind) { return nameOf(kind); });
    return found == allCheckKinds.end() ? std::nullopt : std::optional(*found);
}

} // namespace entente
