// SPDX-License-Identifier: Apache-2.0
#include "graph/base/uuid.h"

#include "graph/base/uuidtext.h"

#include <boost/uuid/random_generator.hpp>
#include <boost/uuid/string_generator.hpp>

#include <nettle/sha1.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace entente
{

namespace
{

Uuid fromBoost(const boost::uuids::uuid& uuid)
{
    Uuid result;
    for (std::size_t i = 0; i < 8; ++i) {
        result.high = result.high << 8U | uuid.data[i];
        result.low = result.low << 8U | uuid.data[i + 8];
    }
    return result;
}

boost::uuids::uuid toBoost(const Uuid& uuid)
{
    boost::uuids::uuid result{};
    for (unsigned i = 0; i < 8; ++i) {
        result.data[i] = static_cast<std::uint8_t>(uuid.high >> (56U - 8U * i));
        result.data[i + 8] = static_cast<std::uint8_t>(uuid.low >> (56U - 8U * i));
    }
    return result;
}

/// SHA-1 of a UUID's bytes and a name (FIPS 180-4).
std::array<std::uint8_t, SHA1_DIGEST_SIZE> sha1Of(const Uuid& space, std::string_view name)
{
    const boost::uuids::uuid spaceBytes = toBoost(space);
    sha1_ctx context{};
    sha1_init(&context);
    sha1_update(&context, spaceBytes.size(), spaceBytes.data);
    sha1_update(&context, name.size(), reinterpret_cast<const std::uint8_t*>(name.data()));
    std::array<std::uint8_t, SHA1_DIGEST_SIZE> hash{};
    sha1_digest(&context, hash.size(), hash.data());
    return hash;
}

} // namespace

std::string Uuid::text() const
{
    std::string text;
    appendText(text, *this);
    return text;
}

void appendText(std::string& text, const Uuid& uuid)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::array<char, 36> form; // RFC 9562, §4.
    std::size_t at = 0;
    for (const std::uint64_t half : {uuid.high, uuid.low}) {
        for (unsigned shift = 64; shift > 0; shift -= 4) {
            if (at == 8 || at == 13 || at == 18 || at == 23)
                form[at++] = '-';
            form[at++] = digits[half >> (shift - 4) & 0xFU];
        }
    }
    text.append(form.data(), form.size());
}

std::optional<Uuid> Uuid::parse(std::string_view text)
{
    // The generator also takes braces and missing hyphens; our files hold one form only.
    if (text.size() != 36 || text[8] != '-')
        return std::nullopt;
    try {
        return fromBoost(boost::uuids::string_generator()(text.begin(), text.end()));
    } catch (const std::runtime_error&) {
        return std::nullopt;
    }
}

Uuid uuidFromName(const Uuid& space, std::string_view name)
{
    const auto hash = sha1Of(space, name);
    boost::uuids::uuid begin{};
    std::copy_n(hash.begin(), begin.size(), begin.begin());
    Uuid uuid = fromBoost(begin);
    uuid.high = (uuid.high & ~0xF000ULL) | 0x5000ULL;             // version 5
    uuid.low = (uuid.low & ~(0xC0ULL << 56U)) | (0x80ULL << 56U); // the RFC's variant
    return uuid;
}

Uuid randomUuid() { return fromBoost(boost::uuids::random_generator()()); }

} // namespace entente
