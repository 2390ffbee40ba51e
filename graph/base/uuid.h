// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace entente
{

/// A universally unique identifier (RFC 4122). The default value is the nil UUID: "none".
struct Uuid
{
    std::uint64_t high = 0;
    std::uint64_t low = 0;

    auto operator<=>(const Uuid&) const = default;
    bool isNil() const { return high == 0 && low == 0; }

    /// Lower case, with hyphens: "6ba7b810-9dad-11d1-80b4-00c04fd430c8".
    std::string text() const;
    /// Reads what text() writes, in either case; nothing when it is not a UUID.
    static std::optional<Uuid> parse(std::string_view text);
};

/// Version 5 (by SHA-1 of a name, RFC 4122 §4.3): the same space and name always give the same
/// UUID.
Uuid uuidFromName(const Uuid& space, std::string_view name);

/// Version 4 (random), for what is made by hand.
Uuid randomUuid();

} // namespace entente
