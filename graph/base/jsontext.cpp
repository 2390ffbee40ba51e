// SPDX-License-Identifier: Apache-2.0
#include "graph/base/jsontext.h"

#include "graph/base/hex.h"
#include "graph/text/utf8.h"

#include <nlohmann/json.hpp>

#include <stdexcept>

namespace entente
{

nlohmann::ordered_json jsonOf(const std::string& text)
{
    if (isUtf8(text))
        return text;
    return {{"hex", toHex(text)}};
}

std::string textFrom(const nlohmann::ordered_json& json)
{
    if (!json.is_object())
        return json.get<std::string>();
    auto bytes = fromHex(json.at("hex").get_ref<const std::string&>());
    if (!bytes)
        throw std::invalid_argument("“hex” takes pairs of hexadecimal digits");
    return *std::move(bytes);
}

} // namespace entente
