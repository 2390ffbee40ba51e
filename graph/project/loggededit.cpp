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
            return found == contents.end() ? std::string() : *found->second;
        });
    return edit;
}

} // namespace

Expected<Edit, std::string> editOf(const LoggedEdit& logged)
{
    return withContents(logged.edit.text(), logged.contents);
}

Expected<Edit, std::string> inverseOf(const LoggedEdit& logged)
{
    return withContents(logged.inverse.text(), logged.contents);
}

namespace
{

std::string headOf(const LoggedEdit& logged)
{
    return fmt::format(
        R"({{"number":{},"id":"{}","at":{},"analyst":{},"device":{},"base":{},"kind":{})",
        logged.number, logged.id.text(), inQuotes(logged.at), inQuotes(logged.author.analyst),
        logged.author.device.isNil() ? "null" : inQuotes(logged.author.device.text()), logged.base,
        inQuotes(logged.kind));
}

/// Calls a function with the pieces of an object: the files by their checksums.
/// @pre there are some.
void contentsInPieces(const Contents& contents, auto take)
{
    std::string piece = "{";
    for (const auto& [sha256, bytes] : contents) {
        appendJson(piece, sha256);
        piece += ':';
        appendJson(piece, *bytes);
        take(piece);
        piece = ",";
    }
    take("}");
}

} // namespace

std::string lineOf(const LoggedEdit& logged)
{
    std::string line = headOf(logged);
    line.append(",\"edit\":").append(logged.edit.text());
    line.append(",\"inverse\":").append(logged.inverse.text());
    if (!logged.contents.empty()) {
        line += ",\"contents\":";
        contentsInPieces(logged.contents, [&](std::string_view piece) { line += piece; });
    }
    return line += '}';
}

LongJson packed(const Contents& contents)
{
    if (contents.empty())
        return {};
    LongJson::Writer writer(sizeOf(contents));
    contentsInPieces(contents, [&](std::string_view piece) { writer.add(piece); });
    return writer.finish();
}

void writeStoredLine(const LoggedEdit& logged, const LongJson& files,
                     const std::function<void(std::string_view)>& take)
{
    take(headOf(logged));
    take(",\"edit\":");
    logged.edit.writeInLine(take);
    take(",\"inverse\":");
    logged.inverse.writeInLine(take);
    if (!logged.contents.empty()) {
        take(",\"contents\":");
        files.writeInLine(take);
    }
    take("}");
}

std::string storedLineOf(const LoggedEdit& logged)
{
    std::string line;
    writeStoredLine(logged, packed(logged.contents),
                    [&](std::string_view piece) { line += piece; });
    return line;
}

namespace
{

/// Throws Json::exception, std::invalid_argument.
LoggedEdit loggedEditIn(const Json& json)
{
    LoggedEdit logged;
    logged.number = json.at("number").get<std::int64_t>();
    const auto id = Uuid::parse(json.at("id").get_ref<const std::string&>());
    if (!id)
        throw std::invalid_argument("its id is none");
    logged.id = *id;
    logged.at = json.at("at").get<std::string>();
    logged.author.analyst = json.at("analyst").get<std::string>();
    if (const Json& device = json.at("device"); device.is_string())
        logged.author.device = Uuid::parse(device.get_ref<const std::string&>()).value_or(Uuid());
    logged.base = json.at("base").get<std::int64_t>();
    logged.kind = json.at("kind").get<std::string>();
    logged.edit = LongJson::inLine(json.at("edit"));
    logged.inverse = LongJson::inLine(json.at("inverse"));
    if (const auto contents = json.find("contents"); contents != json.end()) {
        const auto files = parsedJson(LongJson::inLine(*contents).text());
        if (!files || !files->is_object())
            throw std::invalid_argument(files ? "its files are none" : files.error());
        for (const auto& [sha256, bytes] : files->items())
            logged.contents.try_emplace(sha256,
                                        std::make_shared<const std::string>(textFrom(bytes)));
    }
    return logged;
}

} // namespace

Expected<LoggedEdit, std::string> loggedEditFrom(std::string_view line)
{
    try {
        const auto json = parsedJson(line);
        return json ? Expected<LoggedEdit, std::string>(loggedEditIn(*json))
                    : Unexpected{json.error()};
    } catch (const Json::exception& error) {
        return Unexpected{std::string(error.what())};
    } catch (const std::invalid_argument& trouble) {
        return Unexpected{std::string(trouble.what())};
    }
}

} // namespace entente
