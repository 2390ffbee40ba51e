// SPDX-License-Identifier: Apache-2.0
#include "graph/base/uuid.h"

#include <boost/container/small_vector.hpp>
#include <boost/uuid/random_generator.hpp>
#include <boost/uuid/string_generator.hpp>
#include <boost/uuid/uuid_io.hpp>

#include <sha1.h>

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

/// SHA-1 of a UUID's bytes and a name, as it comes out: in words. An import makes an id for every
/// record. libmd pads byte by byte, so we do that ourselves: the id of a short name takes 120 ns,
/// by SHA1Final() 435 ns, by Boost's name generator 500 ns.
std::array<std::uint32_t, 5> sha1Of(const Uuid& space, std::string_view name)
{
    const boost::uuids::uuid spaceBytes = toBoost(space);
    const std::size_t size = spaceBytes.size() + name.size();
    constexpr std::size_t markAndLength = 1 + 8;
    const std::size_t blocks = (size + markAndLength + SHA1_BLOCK_LENGTH - 1) / SHA1_BLOCK_LENGTH;
    boost::container::small_vector<std::uint8_t, std::size_t{2} * SHA1_BLOCK_LENGTH> message(
        blocks * SHA1_BLOCK_LENGTH);
    std::ranges::copy(name, std::ranges::copy(spaceBytes, message.begin()).out);
    message[size] = 0x80;
    for (std::size_t i = 0; i < 8; ++i)
        message[message.size() - 1 - i] = static_cast<std::uint8_t>(size * 8U >> (8U * i));
    SHA1_CTX sha1{};
    SHA1Init(&sha1);
    SHA1Update(&sha1, message.data(), message.size());
    return std::to_array(sha1.state);
}

} // namespace

std::string Uuid::text() const { return boost::uuids::to_string(toBoost(*this)); }

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
    const std::array<std::uint32_t, 5> hash = sha1Of(space, name);
    Uuid uuid{std::uint64_t{hash[0]} << 32U | hash[1], std::uint64_t{hash[2]} << 32U | hash[3]};
    uuid.high = (uuid.high & ~0xF000ULL) | 0x5000ULL;             // version 5
    uuid.low = (uuid.low & ~(0xC0ULL << 56U)) | (0x80ULL << 56U); // the RFC's variant
    return uuid;
}

Uuid randomUuid() { return fromBoost(boost::uuids::random_generator()()); }

} // namespace entente
