// SPDX-License-Identifier: Apache-2.0
#include "graph/base/uuid.h"

#include <boost/uuid/name_generator_sha1.hpp>
#include <boost/uuid/random_generator.hpp>
#include <boost/uuid/string_generator.hpp>
#include <boost/uuid/uuid_io.hpp>

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
    return fromBoost(boost::uuids::name_generator_sha1(toBoost(space))(name.data(), name.size()));
}

Uuid randomUuid() { return fromBoost(boost::uuids::random_generator()()); }

} // namespace entente
