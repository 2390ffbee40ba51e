// SPDX-License-Identifier: Apache-2.0
#include "graph/base/jsontext.h"

#include "graph/base/hex.h"
#include "graph/text/utf8.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <stdexcept>

namespace entente
{

namespace
{

bool isTooDeep(std::string_view json)
{
    constexpr int depthAtMost = 64;
    int depth = 0;
    bool isInText = false;
    for (std::size_t i = 0; i < json.size() && depth <= depthAtMost; ++i) {
        const char c = json[i];
        if (isInText && c == '\\')
            ++i;
        else if (c == '"')
            isInText = !isInText;
        else if (!isInText && (c == '[' || c == '{'))
            ++depth;
        else if (!isInText && (c == ']' || c == '}'))
            --depth;
    }
    return depth > depthAtMost;
}

} // namespace

Expected<nlohmann::ordered_json, std::string> parsedJson(std::string_view text)
{
    if (isTooDeep(text))
        return Unexpected{std::string("it is nested too deeply")};
    try {
        return nlohmann::ordered_json::parse(text);
    } catch (const nlohmann::ordered_json::parse_error& error) {
        return Unexpected{fmt::format("it is no JSON from its byte {} on", error.byte)};
    } catch (const nlohmann::ordered_json::exception& error) {
        return Unexpected{fmt::format("it is no JSON that can be read ({})", error.what())};
    }
}

nlohmann::ordered_json jsonOf(const std::string& text)
{
    if (isUtf8(text))
        return text;
    return {{"hex", toHex(text)}};
}

void appendJson(std::string& json, std::string_view text)
{
    if (!isUtf8(text)) {
        json += R"({"hex":")";
        appendHex(json, text);
        json += "\"}";
        return;
    }
    json += '"';
    std::size_t begin = 0; // Of what needs no escape.
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\')
            continue;
        json.append(text, begin, i - begin);
        begin = i + 1;
        switch (c) {
        case '"':
            json += "\\\"";
            break;
        case '\\':
            json += "\\\\";
            break;
        case '\b':
            json += "\\b";
            break;
        case '\f':
            json += "\\f";
            break;
        case '\n':
            json += "\\n";
            break;
        case '\r':
            json += "\\r";
            break;
        case '\t':
            json += "\\t";
            break;
        default:
            json += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        }
    }
    json.append(text, begin);
    json += '"';
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
