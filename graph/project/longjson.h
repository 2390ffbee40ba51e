// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/zstandard.h"
#include "graph/model/edit.h"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace SQLite
{
class Column;
class Statement;
} // namespace SQLite

namespace entente
{

/// The JSON of an edit, which is kept compressed where it is long: that of an import is four times
/// as long as what was imported.
class LongJson
{
public:
    LongJson() = default;
    explicit LongJson(std::string_view json);
    /// As toJson() gives it, with the files of articles apart. Throws SQLite::Exception where it is
    /// longer than a value in a file may be.
    static LongJson of(const Edit& edit);

    /// None: it is damaged.
    std::optional<std::string> whole() const;
    /// Where it is damaged, an object that says so, and is no edit: what is written out must not
    /// look whole.
    std::string text() const;
    /// Then it is to the byte what was kept, or not whole: it has a checksum.
    bool isCompressed() const { return m_isCompressed; }

    /// As text, or as a blob where it is compressed. It must be there until the statement has run.
    void bindTo(SQLite::Statement& statement, int parameter) const;
    static LongJson inColumn(const SQLite::Column& column);

    /// As JSON in JSON, in pieces: itself, or {"zstd": {"base64": …}} where it is compressed.
    void writeInLine(const std::function<void(std::string_view)>& take) const;
    /// As writeInLine() gave it, not compressed any more. Throws nlohmann::json::exception,
    /// std::invalid_argument (it is damaged).
    static LongJson inLine(const nlohmann::ordered_json& json);

    /// Makes one of pieces.
    class Writer
    {
    public:
        /// @param expectedSize about how many bytes there will be.
        explicit Writer(std::size_t expectedSize = 0)
            : m_expectedSize(expectedSize)
        {
        }
        void add(std::string_view piece);
        std::size_t size() const { return m_size; }
        LongJson finish();

    private:
        std::size_t m_expectedSize;
        std::size_t m_size = 0;
        std::string m_short;
        std::optional<Compressor> m_long;
    };

private:
    std::string m_bytes;
    bool m_isCompressed = false;
};

} // namespace entente
