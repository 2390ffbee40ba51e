// SPDX-License-Identifier: Apache-2.0
#include "graph/annotation/brat/config.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <functional>
#include <optional>
#include <set>

namespace entente
{

namespace
{

constexpr std::string_view blanks = " \t";

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::vector<std::string_view> split(std::string_view text, char separator)
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

bool isBracketed(std::string_view word) { return word.starts_with('<') && word.ends_with('>'); }

struct ConfigLine
{
    std::string section;
    std::string text; ///< Without CR, white space at its end and macros.
    int number = 0;
};

/// Macros stand for text, hold within their section, and are put in in the order of definition.
class Macros
{
public:
    bool define(std::string_view line)
    {
        const std::size_t close = line.find(">=");
        if (!line.starts_with('<') || close == std::string_view::npos)
            return false;
        m_macros.emplace_back(line.substr(0, close + 1), line.substr(close + 2));
        return true;
    }

    std::string putInto(std::string text) const
    {
        for (const auto& [name, value] : m_macros) {
            for (std::size_t at = text.find(name); at != std::string::npos;
                 at = text.find(name, at + value.size()))
                text.replace(at, name.size(), value);
        }
        return text;
    }

    void clear() { m_macros.clear(); }

private:
    std::vector<std::pair<std::string, std::string>> m_macros;
};

std::vector<ConfigLine> linesOf(std::string_view bytes)
{
    if (bytes.starts_with("\xEF\xBB\xBF"))
        bytes.remove_prefix(3);
    std::vector<ConfigLine> lines;
    std::string section;
    Macros macros;
    for (int number = 1; !bytes.empty(); ++number) {
        const std::size_t end = std::min(bytes.find('\n'), bytes.size());
        std::string_view line = bytes.substr(0, end);
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        const std::string_view content = trimmed(line);
        if (content.empty() || content.starts_with('#'))
            continue;
        if (content.starts_with('[') && content.ends_with(']')) {
            section = content.substr(1, content.size() - 2);
            macros.clear();
            continue;
        }
        if (content.find_first_not_of('-') == std::string_view::npos || macros.define(content))
            continue; // A row of hyphens parts groups in menus.
        line = line.substr(0, line.find_last_not_of(blanks) + 1);
        lines.push_back({section, macros.putInto(std::string(line)), number});
    }
    return lines;
}

std::optional<int> numberIn(std::string_view text)
{
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number < 0)
        return std::nullopt;
    return number;
}

/// Reads "?", "*", "+", "{2}", "{1-3}" at the end of a role's name.
bool takeCardinality(ConfigArgument& argument)
{
    std::string& role = argument.role;
    const auto set = [&](int atLeast, int atMost, std::size_t cut) {
        argument.atLeast = atLeast;
        argument.atMost = atMost;
        role.resize(role.size() - cut);
        return !role.empty();
    };
    if (role.ends_with('?'))
        return set(0, 1, 1);
    if (role.ends_with('*'))
        return set(0, -1, 1);
    if (role.ends_with('+'))
        return set(1, -1, 1);
    const std::size_t open = role.find('{');
    if (!role.ends_with('}') || open == std::string::npos)
        return !role.empty();
    const std::string_view range = std::string_view(role).substr(open + 1, role.size() - open - 2);
    const std::size_t hyphen = range.find('-');
    const auto low = numberIn(range.substr(0, hyphen));
    const auto high = hyphen == std::string_view::npos ? low : numberIn(range.substr(hyphen + 1));
    return low && high && *low <= *high && set(*low, *high, role.size() - open);
}

/// The parts of "A:x|y, B*:z, <C>:w": takes each to where it belongs, tells what is wrong with the
/// others.
void takeArguments(ConfigType& type, std::string_view text,
                   const std::function<void(std::string)>& report)
{
    for (const std::string_view part : split(text, ',')) {
        if (part.empty())
            continue;
        const std::size_t colon = part.find(':');
        if (colon == std::string_view::npos) {
            report(fmt::format("“{}” is no “Role:Type”; it is left out", part));
            continue;
        }
        const std::string_view name = trimmed(part.substr(0, colon));
        const std::string_view value = trimmed(part.substr(colon + 1));
        if (isBracketed(name)) {
            type.options.emplace(name, value);
            continue;
        }
        ConfigArgument argument;
        argument.role = name;
        for (const std::string_view one : split(value, '|'))
            argument.values.emplace_back(one);
        if (takeCardinality(argument))
            type.arguments.push_back(std::move(argument));
        else
            report(fmt::format(
                "“{}” is no role with a number (? * + {{2}} {{1-3}}); it is left out", name));
    }
}

std::size_t indentOf(std::string_view line) { return line.find_first_not_of(blanks); }

bool isTypeName(std::string_view name)
{
    return !name.empty() && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '_' || c == '-';
    });
}

/// Keeps, while lines of a section pass by, under which type the next one stands.
class Hierarchy
{
public:
    std::string parentAt(std::size_t indent)
    {
        while (!m_above.empty() && m_above.back().first >= indent)
            m_above.pop_back();
        return m_above.empty() ? std::string() : m_above.back().second;
    }
    void enter(std::size_t indent, const std::string& type) { m_above.emplace_back(indent, type); }

private:
    std::vector<std::pair<std::size_t, std::string>> m_above;
};

class AnnotationConfigReader
{
public:
    AnnotationConfigReader(std::string_view bytes, const std::string& file)
        : m_file(file)
    {
        for (const ConfigLine& line : linesOf(bytes))
            take(line);
    }

    AnnotationConfig config;

private:
    void report(int line, std::string message)
    {
        config.diagnostics.push_back({Severity::Warning, m_file, line, std::move(message)});
    }

    std::vector<ConfigType>* section(std::string_view name)
    {
        if (name == "entities" || name == "spans")
            return &config.entities;
        if (name == "relations")
            return &config.relations;
        if (name == "events")
            return &config.events;
        if (name == "attributes")
            return &config.attributes;
        return nullptr;
    }

    void take(const ConfigLine& line)
    {
        std::vector<ConfigType>* types = section(line.section);
        if (!types) {
            if (m_unknownSections.insert(line.section).second)
                report(line.number,
                       fmt::format("the section [{}] is not known; its lines are left out",
                                   line.section));
            return;
        }
        const std::size_t indent = indentOf(line.text);
        const std::string_view content = std::string_view(line.text).substr(indent);
        const std::size_t gap = content.find_first_of(blanks);
        std::string_view name = content.substr(0, gap);
        if (isBracketed(name))
            return; // <OVERLAP>: what brat lets overlap; here everything may.
        ConfigType type;
        type.line = line.number;
        type.isHeading = name.starts_with('!');
        if (type.isHeading)
            name.remove_prefix(1);
        name = name.substr(0, name.find('|')); // "Type|label" of old configurations
        if (!isTypeName(name)) {
            report(line.number,
                   fmt::format("“{}” is no name of a type; the line is left out", name));
            return;
        }
        type.name = name;
        type.parent = m_hierarchies[line.section].parentAt(indent);
        m_hierarchies[line.section].enter(indent, type.name);
        if (gap != std::string_view::npos)
            takeArguments(type, content.substr(gap),
                          [&](std::string message) { report(line.number, std::move(message)); });
        types->push_back(std::move(type));
    }

    const std::string& m_file;
    std::map<std::string, Hierarchy> m_hierarchies;
    std::set<std::string> m_unknownSections;
};

std::map<std::string, std::string> optionsIn(std::string_view text)
{
    std::map<std::string, std::string> options;
    for (const std::string_view part : split(text, ',')) {
        if (const std::size_t colon = part.find(':'); colon != std::string_view::npos)
            options.emplace(trimmed(part.substr(0, colon)), trimmed(part.substr(colon + 1)));
    }
    return options;
}

} // namespace

AnnotationConfig readAnnotationConfig(std::string_view bytes, const std::string& file)
{
    return AnnotationConfigReader(bytes, file).config;
}

VisualConfig readVisualConfig(std::string_view bytes, const std::string& file)
{
    VisualConfig config;
    for (const ConfigLine& line : linesOf(bytes)) {
        const std::string_view content = trimmed(line.text);
        if (line.section == "labels") {
            const std::vector<std::string_view> parts = split(content, '|');
            config.labels[std::string(parts.front())].assign(parts.begin() + 1, parts.end());
        } else if (line.section == "drawing") {
            const std::size_t gap = content.find_first_of(blanks);
            if (gap == std::string_view::npos)
                config.diagnostics.push_back(
                    {Severity::Warning, file, line.number,
                     fmt::format("nothing is said of how “{}” is drawn; the line is left out",
                                 content)});
            else
                config.drawing[std::string(content.substr(0, gap))] =
                    optionsIn(content.substr(gap));
        }
    }
    return config;
}

ToolsConfig readToolsConfig(std::string_view bytes, const std::string& /*file*/)
{
    ToolsConfig config;
    for (const ConfigLine& line : linesOf(bytes)) {
        const std::string_view content = trimmed(line.text);
        const std::size_t gap = content.find_first_of(blanks);
        if (line.section == "normalization" && gap != std::string_view::npos)
            config.normalization[std::string(content.substr(0, gap))] =
                optionsIn(content.substr(gap));
    }
    return config;
}

} // namespace entente
