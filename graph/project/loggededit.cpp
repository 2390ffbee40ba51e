// SPDX-License-Identifier: Apache-2.0
#include "graph/project/loggededit.h"

#include "graph/base/jsontext.h"
#include "graph/project/editjson.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <stdexcept>

namespace entente
{

namespace
{

using Json = nlohmann::ordered_json;

std::string inQuotes(const std::string& text)
{
    return Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

Expected<Edit, std::string> withContents(const std::string& json, const Contents& contents)
{
    auto edit = editFromJson(json);
    if (edit)
        putContents(*edit, [&](const std::string& sha256) {
            const auto found = contents.find(sha256);
            return found == contents.end() ? std::string() : found->second;
        });
    return edit;
}

} // namespace

Expected<Edit, std::string> editOf(const LoggedEdit& logged)
{
    return withContents(logged.edit, logged.contents);
}

Expected<Edit, std::string> inverseOf(const LoggedEdit& logged)
{
    return withContents(logged.inverse, logged.contents);
}

std::string lineOf(const LoggedEdit& logged)
{
    std::string line = fmt::format(
        R"({{"number":{},"id":"{}","at":{},"analyst":{},"device":{},"base":{},"kind":{})",
        logged.number, logged.id.text(), inQuotes(logged.at), inQuotes(logged.author.analyst),
        logged.author.device.isNil() ? "null" : inQuotes(logged.author.device.text()), logged.base,
        inQuotes(logged.kind));
    // Edits are JSON already, and may be as large as all articles of a project.
    std::size_t size = line.size() + logged.edit.size() + logged.inverse.size() + 64;
    for (const auto& [sha256, bytes] : logged.contents)
        size += sha256.size() + bytes.size() + bytes.size() / 16 + 8; // For what is escaped.
    line.reserve(size);
    line.append(",\"edit\":").append(logged.edit);
    line.append(",\"inverse\":").append(logged.inverse);
    const char* separator = ",\"contents\":{"; // Nothing where an edit has no files.
    for (const auto& [sha256, bytes] : logged.contents) {
        line += separator;
        appendJson(line, sha256);
        line += ':';
        appendJson(line, bytes);
        separator = ",";
    }
    return line += logged.contents.empty() ? "}" : "}}";
}

Expected<LoggedEdit, std::string> loggedEditFrom(std::string_view line)
{
    const auto parsed = parsedJson(line);
    if (!parsed)
        return Unexpected{parsed.error()};
    const Json& json = *parsed;
    try {
        LoggedEdit logged;
        logged.number = json.at("number").get<std::int64_t>();
        const auto id = Uuid::parse(json.at("id").get_ref<const std::string&>());
        if (!id)
            return Unexpected{std::string("its id is none")};
        logged.id = *id;
        logged.at = json.at("at").get<std::string>();
        logged.author.analyst = json.at("analyst").get<std::string>();
        if (const Json& device = json.at("device"); device.is_string())
            logged.author.device =
                Uuid::parse(device.get_ref<const std::string&>()).value_or(Uuid());
        logged.base = json.at("base").get<std::int64_t>();
        logged.kind = json.at("kind").get<std::string>();
        logged.edit = json.at("edit").dump();
        logged.inverse = json.at("inverse").dump();
        if (const auto contents = json.find("contents"); contents != json.end()) {
            for (const auto& [sha256, bytes] : contents->items())
                logged.contents.emplace(sha256, textFrom(bytes));
        }
        return logged;
    } catch (const Json::exception& error) {
        return Unexpected{std::string(error.what())};
    } catch (const std::invalid_argument& trouble) {
        return Unexpected{std::string(trouble.what())};
    }
}

} // namespace entente
