// SPDX-License-Identifier: Apache-2.0
#include "graph/annotation/brat/config.h"

#include "graph/annotation/brat/configlines.h"
#include "graph/annotation/brat/lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

namespace entente
{

namespace
{

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

bool endsInDigit(std::string_view name)
{
    return !name.empty() && name.back() >= '0' && name.back() <= '9';
}

std::size_t indentOf(std::string_view line) { return line.find_first_not_of(" \t"); }

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
        for (const ConfigLine& line : configLinesOf(bytes, file, m_config.diagnostics))
            take(line);
        checkTargets();
        std::ranges::stable_sort(m_config.diagnostics, {}, &Diagnostic::line);
    }

    AnnotationConfig config() && { return std::move(m_config); }

private:
    void report(int line, std::string message)
    {
        m_config.diagnostics.push_back({Severity::Warning, m_file, line, std::move(message)});
    }

    std::vector<ConfigType>* section(std::string_view name)
    {
        if (name == "entities" || name == "spans")
            return &m_config.entities;
        if (name == "relations")
            return &m_config.relations;
        if (name == "events")
            return &m_config.events;
        if (name == "attributes")
            return &m_config.attributes;
        return nullptr;
    }

    void take(const ConfigLine& line)
    {
        std::vector<ConfigType>* const types = section(line.section);
        if (!types) {
            tellOfSection(line);
            return;
        }
        const std::size_t indent = indentOf(line.text);
        const std::string_view content = std::string_view(line.text).substr(indent);
        // Labels may have blanks, so that a TAB ends them before a blank does.
        const std::size_t gap = std::min(content.find('\t'), content.size());
        std::string_view head = content.substr(0, gap);
        std::string_view arguments = trimmed(content.substr(gap));
        if (gap == content.size() && head.find('|') == std::string_view::npos)
            std::tie(head, arguments) = firstWordAndRest(content);
        if (isBracketed(head))
            return; // <OVERLAP>
        std::optional<ConfigType> type = typeIn(head, line.number);
        if (!type)
            return;
        Hierarchy& hierarchy = m_hierarchies[types];
        type->parent = hierarchy.parentAt(indent);
        hierarchy.enter(indent, type->name);
        if (isTaken(*type, *types)) {
            report(line.number,
                   fmt::format("{} is defined above already; the line is left out", type->name));
            return;
        }
        takeArguments(*type, arguments);
        types->push_back(*std::move(type));
    }

    void tellOfSection(const ConfigLine& line)
    {
        if (!m_unknownSections.insert(line.section).second)
            return;
        if (line.section.empty())
            report(line.number, "a line before the first section; it is left out");
        else
            report(line.number, fmt::format("the section [{}] is not known; its lines are left out",
                                            line.section));
    }

    /// "!Contact", "Meeting|Meeting of people|Mtg"
    std::optional<ConfigType> typeIn(std::string_view head, int line)
    {
        ConfigType type;
        type.line = line;
        type.isHeading = head.starts_with('!');
        if (type.isHeading)
            head.remove_prefix(1);
        const std::vector<std::string_view> parts = splitAt(head, '|');
        if (!isTypeName(parts.front())) {
            report(line, fmt::format("\"{}\" is no name of a type (letters, digits, - and _); the "
                                     "line is left out",
                                     parts.front()));
            return std::nullopt;
        }
        type.name = parts.front();
        type.labels.assign(parts.begin() + 1, parts.end());
        return type;
    }

    bool isTaken(const ConfigType& type, const std::vector<ConfigType>& types) const
    {
        const bool once = &types == &m_config.entities || &types == &m_config.events;
        return once && std::ranges::find(types, type.name, &ConfigType::name) != types.end();
    }

    /// The parts of "A:x|y, B*:z, <C>:w".
    void takeArguments(ConfigType& type, std::string_view text)
    {
        for (const std::string_view part : splitAt(text, ',')) {
            if (part.empty())
                continue;
            const std::size_t colon = part.find(':');
            if (colon == std::string_view::npos) {
                if (!isBracketed(part)) // a macro that is not defined is reported already
                    report(type.line, fmt::format("\"{}\" is no Role:Type; it is left out", part));
                continue;
            }
            const std::string_view name = trimmed(part.substr(0, colon));
            const std::string_view value = trimmed(part.substr(colon + 1));
            if (isBracketed(name))
                type.options.emplace(name, value);
            else
                takeRole(type, name, value);
        }
    }

    void takeRole(ConfigType& type, std::string_view name, std::string_view value)
    {
        ConfigArgument argument;
        argument.role = name;
        if (!takeCardinality(argument)) {
            report(type.line,
                   fmt::format("\"{}\" is no role with a number (? * + {{2}} {{1-3}}); it "
                               "is left out",
                               name));
            return;
        }
        if (endsInDigit(argument.role) && argument.atMost != 1) {
            report(type.line,
                   fmt::format("{} ends in a digit, so it cannot repeat: its second would "
                               "be {}2; read as at most one",
                               argument.role, argument.role));
            argument.atLeast = std::min(argument.atLeast, 1);
            argument.atMost = 1;
        }
        for (const std::string_view one : splitAt(value, '|')) {
            if (!one.empty())
                argument.values.emplace_back(one);
        }
        type.arguments.push_back(std::move(argument));
    }

    /// Once all is read: types that arguments name and nothing defines.
    void checkTargets()
    {
        std::set<std::string_view> names;
        for (const auto* types : {&m_config.entities, &m_config.relations, &m_config.events}) {
            for (const ConfigType& type : *types)
                names.insert(type.name);
        }
        std::vector<std::pair<int, std::string>> unknown;
        const auto check = [&](const ConfigType& type, const ConfigArgument& argument) {
            for (const std::string& value : argument.values) {
                if (!isBracketed(value) && !names.contains(value))
                    unknown.emplace_back(type.line,
                                         fmt::format("{} of {} takes {}, which is not defined",
                                                     argument.role, type.name, value));
            }
        };
        for (const auto* types : {&m_config.relations, &m_config.events, &m_config.attributes}) {
            for (const ConfigType& type : *types) {
                for (const ConfigArgument& argument : type.arguments) {
                    if (types != &m_config.attributes || argument.role == "Arg")
                        check(type, argument);
                }
            }
        }
        for (auto& [line, message] : unknown)
            report(line, std::move(message));
    }

    const std::string& m_file;
    AnnotationConfig m_config;
    std::map<const void*, Hierarchy> m_hierarchies; ///< Of each section.
    std::set<std::string> m_unknownSections;
};

/// The options of "fgColor:black, bgColor:#fff"; a part without a name belongs to the one before,
/// whose address has a comma in it.
std::map<std::string, std::string> optionsIn(std::string_view text)
{
    std::map<std::string, std::string> options;
    std::string* last = nullptr;
    for (const std::string_view part : splitAt(text, ',')) {
        const std::size_t colon = part.find(':');
        const std::string_view name = trimmed(part.substr(0, colon));
        const bool isOption =
            colon != std::string_view::npos && (isBracketed(name) || isTypeName(name));
        if (isOption)
            last = &options
                        .insert_or_assign(std::string(name),
                                          std::string(trimmed(part.substr(colon + 1))))
                        .first->second;
        else if (last)
            last->append(",").append(part);
    }
    return options;
}

/// Lines "Name<TAB>option:value, option:value" of one section.
void takeOptions(const ConfigLine& line, const std::string& file,
                 std::map<std::string, std::map<std::string, std::string>>& all,
                 Diagnostics& diagnostics)
{
    const auto [name, rest] = firstWordAndRest(line.text);
    std::map<std::string, std::string> options = optionsIn(rest);
    if (options.empty())
        diagnostics.push_back(
            {Severity::Warning, file, line.number,
             fmt::format("nothing is said of {}, as in \"Name<TAB>option:value\"; "
                         "the line is left out",
                         name)});
    else
        all.insert_or_assign(std::string(name), std::move(options));
}

} // namespace

AnnotationConfig readAnnotationConfig(std::string_view bytes, const std::string& file)
{
    return AnnotationConfigReader(bytes, file).config();
}

VisualConfig readVisualConfig(std::string_view bytes, const std::string& file)
{
    VisualConfig config;
    std::set<std::string> unknownSections;
    for (const ConfigLine& line : configLinesOf(bytes, file, config.diagnostics)) {
        if (line.section == "labels") {
            const std::vector<std::string_view> parts = splitAt(line.text, '|');
            config.labels[std::string(parts.front())].assign(parts.begin() + 1, parts.end());
        } else if (line.section == "drawing") {
            takeOptions(line, file, config.drawing, config.diagnostics);
        } else if (unknownSections.insert(line.section).second) {
            config.diagnostics.push_back(
                {Severity::Warning, file, line.number,
                 fmt::format("the section [{}] is not known; its lines are left out",
                             line.section)});
        }
    }
    return config;
}

ToolsConfig readToolsConfig(std::string_view bytes, const std::string& file)
{
    ToolsConfig config;
    for (const ConfigLine& line : configLinesOf(bytes, file, config.diagnostics)) {
        if (line.section == "normalization") // the others are for brat's server
            takeOptions(line, file, config.normalization, config.diagnostics);
    }
    return config;
}

} // namespace entente
