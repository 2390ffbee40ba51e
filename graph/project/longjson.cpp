// SPDX-License-Identifier: Apache-2.0
#include "graph/project/longjson.h"

#include "graph/base/ahead.h"
#include "graph/base/base64.h"
#include "graph/base/jsontext.h"
#include "graph/project/editjson.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <sqlite3.h>

#include <algorithm>
#include <limits>
#include <stdexcept>
#include <utility>

namespace entente
{

namespace
{

/// As SQLite's own limit, which what is compressed would pass by: neither may an edit be too long
/// for those who read it, nor a file from elsewhere fill the memory.
constexpr std::size_t longest = 1'000'000'000;

/// What is longer takes more than a page of the file.
constexpr std::size_t longestPlain = 4096;

} // namespace

LongJson::LongJson(std::string_view json)
{
    Writer writer(json.size());
    writer.add(json);
    *this = writer.finish();
}

LongJson LongJson::of(const Edit& edit)
{
    // Threads pay from about here on; more are the articles of an import.
    constexpr std::size_t many = 64;
    constexpr std::size_t manyBytes = 1U << 20U;
    const auto* together = std::get_if<Together>(&edit);
    if (together == nullptr || together->edits.size() < many)
        return LongJson(toJson(edit, FilesInJson::Apart));
    const auto& edits = together->edits;
    Ahead pieces(edits.size(),
                 [&](std::size_t index) { return singleToJson(edits[index], FilesInJson::Apart); });
    Writer writer(manyBytes);
    writer.add(fmt::format(R"({{"kind":"{}","edits":[)", kindOf(edit)));
    for (std::size_t index = 0; index < edits.size(); ++index) {
        writer.add(index == 0 ? "" : ",");
        writer.add(pieces.take(index));
    }
    writer.add("]}"); // To the byte as toJson() has it.
    if (writer.size() > longest)
        throw SQLite::Exception("an edit is too long", SQLITE_TOOBIG);
    return writer.finish();
}

std::optional<std::string> LongJson::whole() const
{
    return m_isCompressed ? decompressed(m_bytes, longest) : m_bytes;
}

std::string LongJson::text() const
{
    return whole().value_or(R"({"damaged":"This could not be read from the file."})");
}

void LongJson::bindTo(SQLite::Statement& statement, int parameter) const
{
    if (m_isCompressed)
        statement.bindNoCopy(parameter, m_bytes.data(), static_cast<int>(m_bytes.size()));
    else
        statement.bindNoCopy(parameter, m_bytes);
}

LongJson LongJson::inColumn(const SQLite::Column& column)
{
    LongJson json;
    json.m_bytes = column.getString();
    json.m_isCompressed = column.isBlob();
    return json;
}

void LongJson::writeInLine(const std::function<void(std::string_view)>& take) const
{
    if (!m_isCompressed)
        return take(m_bytes);
    take(R"({"zstd":{"base64":")");
    constexpr std::size_t pieceSize = 65535; // Three have to divide it.
    std::string characters;
    for (std::size_t at = 0; at < m_bytes.size(); at += pieceSize) {
        characters.clear();
        appendBase64(characters, std::string_view(m_bytes).substr(at, pieceSize));
        take(characters);
    }
    take("\"}}");
}

namespace
{

/// Earlier versions wrote {"hex": …}. Throws as inLine().
std::string bytesIn(const nlohmann::ordered_json& json)
{
    if (!json.is_object() || !json.contains("base64"))
        return textFrom(json);
    auto bytes = fromBase64(json.at("base64").get_ref<const std::string&>());
    if (!bytes)
        throw std::invalid_argument("“base64” takes characters of Base64");
    return *std::move(bytes);
}

} // namespace

LongJson LongJson::inLine(const nlohmann::ordered_json& json)
{
    LongJson plain;
    const bool isCompressed = json.is_object() && json.size() == 1 && json.contains("zstd");
    if (!isCompressed) {
        plain.m_bytes = json.dump();
        return plain;
    }
    // The log is Entente's own: what is in there may be as long as an import with all its files.
    auto text = decompressed(bytesIn(json.at("zstd")), std::numeric_limits<std::size_t>::max());
    if (!text)
        throw std::invalid_argument("what is compressed in it is damaged");
    plain.m_bytes = *std::move(text);
    return plain;
}

void LongJson::Writer::add(std::string_view piece)
{
    m_size += piece.size();
    if (!m_long && m_size <= longestPlain) {
        m_short += piece;
        return;
    }
    if (!m_long)
        m_long.emplace(std::max(m_expectedSize, m_size)).add(m_short);
    m_long->add(piece);
}

LongJson LongJson::Writer::finish()
{
    LongJson json;
    json.m_isCompressed = m_long.has_value();
    json.m_bytes = m_long ? m_long->finish() : std::move(m_short);
    return json;
}

} // namespace entente
