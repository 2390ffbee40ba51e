// SPDX-License-Identifier: Apache-2.0
#include "graph/annotation/brat/configlines.h"

#include "graph/annotation/brat/lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

namespace entente
{

namespace
{

/// What stands in angle brackets without being a macro.
constexpr std::array reserved = std::to_array<std::string_view>(
    {"<ANY>", "<ENTITY>", "<RELATION>", "<EVENT>", "<NONE>", "<EMPTY>", "<REL-TYPE>", "<URL>",
     "<URLBASE>", "<GLYPH-POS>", "<DEFAULT>", "<NORM>", "<OVERLAP>", "<OVL-TYPE>", "<INHERIT>"});

bool isReserved(std::string_view name)
{
    return std::ranges::find(reserved, name) != reserved.end();
}

/// Macros stand for text, hold within their section, and are put in once, in the order of their
/// definitions: one that holds another is not put in again.
class Macros
{
public:
    static constexpr std::size_t bytesAtMost = 1U << 16U;

    void define(std::string_view name, std::string_view value)
    {
        m_macros.emplace_back(name, value);
    }
    void clear() { m_macros.clear(); }

    /// @returns nothing when what comes out would be larger than any line that people write: an
    /// earlier macro may hold later ones, so that each can double what the one before it made.
    std::optional<std::string> putInto(std::string text) const
    {
        for (const auto& [name, value] : m_macros) {
            for (std::size_t at = text.find(name); at != std::string::npos;
                 at = text.find(name, at + value.size())) {
                text.replace(at, name.size(), value);
                if (text.size() > bytesAtMost)
                    return std::nullopt;
            }
        }
        return text;
    }

private:
    std::vector<std::pair<std::string, std::string>> m_macros;
};

/// "<NAME>" in a text, from a place on; empty when there is none.
std::string_view nextBracketed(std::string_view text, std::size_t& from)
{
    for (std::size_t open = text.find('<', from); open != std::string_view::npos;
         open = text.find('<', open + 1)) {
        const std::size_t close = text.find_first_of("<> \t", open + 1);
        if (close == std::string_view::npos)
            break;
        if (text[close] == '>') {
            from = close + 1;
            return text.substr(open, from - open);
        }
    }
    from = text.size();
    return {};
}

class ConfigReading
{
public:
    ConfigReading(const std::string& file, Diagnostics& diagnostics)
        : m_file(file)
        , m_diagnostics(diagnostics)
    {
    }

    void take(const Line& line)
    {
        const std::string_view content = trimmed(line.content);
        const bool isSeparator = content.find_first_not_of('-') == std::string_view::npos;
        if (content.starts_with('#') || isSeparator) // or empty
            return;
        if (content.starts_with('[') && content.ends_with(']')) {
            m_section = trimmed(content.substr(1, content.size() - 2));
            m_macros.clear();
            return;
        }
        if (takeMacro(content, line.number))
            return;
        const auto indent = static_cast<std::size_t>(content.data() - line.content.data());
        std::optional<std::string> text =
            m_macros.putInto(std::string(line.content.substr(0, indent + content.size())));
        if (!text) {
            report(line.number, fmt::format("with its macros put in it is longer than {} KiB; the "
                                            "line is left out",
                                            Macros::bytesAtMost >> 10U));
            return;
        }
        if (trimmed(*text).empty()) // a macro that stands for nothing
            return;
        tellOfUndefined(*text, line.number);
        m_lines.push_back({m_section, *std::move(text), line.number});
    }

    std::vector<ConfigLine> lines() && { return std::move(m_lines); }

private:
    bool takeMacro(std::string_view content, int line)
    {
        const std::size_t close = content.find('>');
        if (!content.starts_with('<') || close == std::string_view::npos ||
            !content.substr(close + 1).starts_with('='))
            return false;
        const std::string_view name = content.substr(0, close + 1);
        if (isReserved(name))
            report(line, fmt::format("{} has a meaning of its own and cannot be a macro; the line "
                                     "is left out",
                                     name));
        else
            m_macros.define(name, trimmed(content.substr(close + 2)));
        return true;
    }

    void tellOfUndefined(std::string_view text, int line)
    {
        std::size_t from = 0;
        for (std::string_view name = nextBracketed(text, from); !name.empty();
             name = nextBracketed(text, from)) {
            if (!isReserved(name))
                report(line, fmt::format("{} is not defined in this section (a macro cannot hold "
                                         "another); it stands for nothing",
                                         name));
        }
    }

    void report(int line, std::string message)
    {
        m_diagnostics.push_back({Severity::Warning, m_file, line, std::move(message)});
    }

    const std::string& m_file;
    Diagnostics& m_diagnostics;
    std::string m_section;
    Macros m_macros;
    std::vector<ConfigLine> m_lines;
};

} // namespace

std::vector<ConfigLine> configLinesOf(std::string_view bytes, const std::string& file,
                                      Diagnostics& diagnostics)
{
    ConfigReading reading(file, diagnostics);
    for (const Line& line : splitLines(bytes).lines)
        reading.take(line);
    return std::move(reading).lines();
}

std::vector<std::string_view> splitAt(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    while (true) {
        const std::size_t at = text.find(separator);
        parts.push_back(trimmed(text.substr(0, at)));
        if (at == std::string_view::npos)
            return parts;
        text.remove_prefix(at + 1);
    }
}

std::pair<std::string_view, std::string_view> firstWordAndRest(std::string_view text)
{
    text = trimmed(text);
    const std::size_t gap = std::min(text.find_first_of(" \t"), text.size());
    return {text.substr(0, gap), trimmed(text.substr(gap))};
}

bool isBracketed(std::string_view word) { return word.starts_with('<') && word.ends_with('>'); }

} // namespace entente
