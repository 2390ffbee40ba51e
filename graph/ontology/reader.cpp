// SPDX-License-Identifier: Apache-2.0
#include "graph/annotation/articlefiles.h"
#include "graph/annotation/brat/config.h"
#include "graph/ontology/ontology.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <set>

namespace entente
{

namespace
{

namespace fs = std::filesystem;
using Json = nlohmann::json;

struct Configuration
{
    AnnotationConfig annotation;
    VisualConfig visual;
    ToolsConfig tools;
};

/// CSS names that brat's own configurations use, and those of the basic palette.
std::optional<Rgb> namedColour(std::string_view name)
{
    static const std::map<std::string_view, Rgb> names = {
        {"black", 0x000000},      {"white", 0xFFFFFF},       {"red", 0xFF0000},
        {"green", 0x008000},      {"blue", 0x0000FF},        {"yellow", 0xFFFF00},
        {"orange", 0xFFA500},     {"grey", 0x808080},        {"gray", 0x808080},
        {"lightgreen", 0x90EE90}, {"lightblue", 0xADD8E6},   {"lightgrey", 0xD3D3D3},
        {"lightgray", 0xD3D3D3},  {"lightyellow", 0xFFFFE0}, {"pink", 0xFFC0CB},
        {"purple", 0x800080},     {"navy", 0x000080},        {"teal", 0x008080},
        {"maroon", 0x800000},     {"olive", 0x808000},       {"silver", 0xC0C0C0},
        {"aqua", 0x00FFFF},       {"fuchsia", 0xFF00FF},     {"lime", 0x00FF00},
        {"darkgray", 0xA9A9A9},   {"darkgrey", 0xA9A9A9},    {"brown", 0xA52A2A},
    };
    const auto found = names.find(name);
    return found == names.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Rgb> colourFrom(std::string_view text)
{
    if (!text.starts_with('#'))
        return namedColour(text);
    text.remove_prefix(1);
    Rgb rgb = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), rgb, 16);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    if (text.size() == 3) // "#abc" is "#aabbcc"
        return (rgb & 0xF00U) * 0x1100U + (rgb & 0xF0U) * 0x110U + (rgb & 0xFU) * 0x11U;
    return text.size() == 6 ? std::optional(rgb) : std::nullopt;
}

std::optional<Shape> shapeFrom(std::string_view name)
{
    static const std::map<std::string_view, Shape> shapes = {
        {"circle", Shape::Circle},   {"roundedSquare", Shape::RoundedSquare},
        {"hexagon", Shape::Hexagon}, {"doubleCircle", Shape::DoubleCircle},
        {"pill", Shape::Pill},       {"tag", Shape::Tag},
    };
    const auto found = shapes.find(name);
    return found == shapes.end() ? std::nullopt : std::optional(found->second);
}

std::optional<EntityUse> useFrom(std::string_view name)
{
    static const std::map<std::string_view, EntityUse> uses = {
        {"vertex", EntityUse::Vertex}, {"position", EntityUse::Position}, {"date", EntityUse::Date},
        {"cue", EntityUse::Cue},       {"quote", EntityUse::Quote},
    };
    const auto found = uses.find(name);
    return found == uses.end() ? std::nullopt : std::optional(found->second);
}

Json member(const Json& object, std::string_view key)
{
    if (!object.is_object())
        return {};
    const auto found = object.find(key);
    return found == object.end() ? Json() : *found;
}

std::string textIn(const Json& object, std::string_view key, const std::string& otherwise = {})
{
    const Json value = member(object, key);
    return value.is_string() ? value.get<std::string>() : otherwise;
}

std::vector<std::string> textsIn(const Json& object, std::string_view key)
{
    std::vector<std::string> texts;
    for (const Json& one : member(object, key)) {
        if (one.is_string())
            texts.push_back(one.get<std::string>());
    }
    return texts;
}

TypeColours coloursIn(const Json& object, std::string_view theme, TypeColours otherwise)
{
    const Json colours = member(object, theme);
    otherwise.line = colourFrom(textIn(colours, "line")).value_or(otherwise.line);
    otherwise.fill = colourFrom(textIn(colours, "fill")).value_or(otherwise.fill);
    return otherwise;
}

/// Puts an ontology together from a corpus' own configuration and what Entente says of types of the
/// same name.
class Builder
{
public:
    Builder(const Configuration& types, const Json& entente, bool isOurs)
        : m_config(types)
        , m_entente(entente)
        , m_isOurs(isOurs)
        , m_neutralEntity(member(member(entente, "neutral"), "entity"))
        , m_neutralEvent(member(member(entente, "neutral"), "event"))
    {
    }

    Ontology build()
    {
        for (const ConfigType& type : m_config.annotation.entities)
            addEntity(type);
        for (const ConfigType& type : m_config.annotation.events)
            addEvent(type);
        for (const ConfigType& type : m_config.annotation.relations)
            addRelation(type);
        for (const ConfigType& type : m_config.annotation.attributes)
            addAttribute(type);
        for (const auto& [name, options] : m_config.tools.normalization)
            addAuthority(name, options);
        m_ontology.tieRoles = textsIn(m_entente, "tieRoles");
        m_ontology.identityRelations = textsIn(m_entente, "identityRelations");
        return std::move(m_ontology);
    }

private:
    std::string labelOf(const std::string& type) const
    {
        const auto found = m_config.visual.labels.find(type);
        return found == m_config.visual.labels.end() || found->second.empty()
                   ? type
                   : found->second.front();
    }

    /// A foreign corpus' own colour, as a tint: its line keeps the contrast.
    void tint(const std::string& type, TypeColours& light) const
    {
        const auto found = m_config.visual.drawing.find(type);
        if (found == m_config.visual.drawing.end())
            return;
        if (const auto background = found->second.find("bgColor");
            background != found->second.end())
            light.fill = colourFrom(background->second).value_or(light.fill);
    }

    void addEntity(const ConfigType& config)
    {
        if (config.isHeading)
            return;
        const Json said = member(member(m_entente, "entities"), config.name);
        const Json& look = said.is_object() ? said : m_neutralEntity;
        EntityType type;
        type.name = config.name;
        type.label = labelOf(config.name);
        type.plural = textIn(said, "plural", type.label);
        type.parent = config.parent;
        type.use = useFrom(textIn(said, "use")).value_or(EntityUse::Vertex);
        type.isActor = member(said, "actor") == true;
        type.shape = shapeFrom(textIn(look, "shape")).value_or(Shape::Tag);
        type.light = coloursIn(look, "light", type.light);
        type.dark = coloursIn(look, "dark", type.dark);
        if (!m_isOurs && !said.is_object())
            tint(config.name, type.light);
        m_ontology.entityOrder.push_back(type.name);
        m_ontology.entities.emplace(type.name, std::move(type));
    }

    /// "<ENTITY>" stands for all entity types; a heading or a type above others for those below it
    /// too.
    std::vector<std::string> expanded(const std::vector<std::string>& values) const
    {
        std::vector<std::string> types;
        const auto add = [&](const std::vector<ConfigType>& all, std::string_view above) {
            std::set<std::string_view> below{above};
            for (const ConfigType& type : all) {
                const bool isBelow =
                    above.empty() || below.contains(type.name) || below.contains(type.parent);
                if (!isBelow)
                    continue;
                below.insert(type.name);
                if (!type.isHeading)
                    types.push_back(type.name);
            }
        };
        for (const std::string& value : values) {
            const bool any = value == "<ANY>";
            if (value == "<ENTITY>" || any)
                add(m_config.annotation.entities, {});
            if (value == "<EVENT>" || any)
                add(m_config.annotation.events, {});
            if (value == "<RELATION>" || any)
                add(m_config.annotation.relations, {});
            if (!value.starts_with('<')) {
                add(m_config.annotation.entities, value);
                add(m_config.annotation.events, value);
                add(m_config.annotation.relations, value);
            }
        }
        return types;
    }

    void addEvent(const ConfigType& config)
    {
        if (config.isHeading)
            return;
        const Json said = member(member(m_entente, "events"), config.name);
        const Json family = member(member(m_entente, "families"), config.parent);
        EventType type;
        type.name = config.name;
        type.label = labelOf(config.name);
        type.plural = textIn(said, "plural", type.label);
        type.family = config.parent;
        type.title = textIn(said, "title");
        type.light = coloursIn(said, "light",
                               coloursIn(family, "light", coloursIn(m_neutralEvent, "light", {})));
        type.dark = coloursIn(said, "dark",
                              coloursIn(family, "dark", coloursIn(m_neutralEvent, "dark", {})));
        if (!m_isOurs && !said.is_object())
            tint(config.name, type.light);
        for (const ConfigArgument& argument : config.arguments)
            type.roles.push_back(
                {argument.role, argument.atLeast, argument.atMost, expanded(argument.values)});
        m_ontology.eventOrder.push_back(type.name);
        m_ontology.events.emplace(type.name, std::move(type));
    }

    void addRelation(const ConfigType& config)
    {
        if (config.isHeading)
            return;
        RelationType type;
        type.name = config.name;
        type.label = textIn(member(member(m_entente, "relations"), config.name), "label",
                            labelOf(config.name));
        const std::vector<ConfigArgument>& ends = config.arguments;
        if (!ends.empty())
            type.from = expanded(ends[0].values);
        if (ends.size() > 1)
            type.to = expanded(ends[1].values);
        const auto kind = config.options.find("<REL-TYPE>");
        type.symmetric = kind != config.options.end() && kind->second.starts_with("symmetric");
        RelationType& known = m_ontology.relations[type.name];
        // One type may have several lines, for different ends.
        type.from.insert(type.from.end(), known.from.begin(), known.from.end());
        type.to.insert(type.to.end(), known.to.begin(), known.to.end());
        known = std::move(type);
    }

    void addAttribute(const ConfigType& config)
    {
        AttributeType type;
        type.name = config.name;
        for (const ConfigArgument& argument : config.arguments) {
            if (argument.role == "Arg")
                type.targets = expanded(argument.values);
            else if (argument.role == "Value")
                type.values = argument.values;
        }
        if (const auto found = config.options.find("<DEFAULT>"); found != config.options.end())
            type.defaultValue = found->second;
        m_ontology.attributes.emplace(type.name, std::move(type));
    }

    void addAuthority(const std::string& name, const std::map<std::string, std::string>& options)
    {
        const auto option = [&](const char* key) {
            const auto found = options.find(key);
            return found == options.end() ? std::string() : found->second;
        };
        m_ontology.authorities.emplace(name, Authority{name, option("<URL>"), option("<URLBASE>")});
    }

    const Configuration& m_config;
    const Json& m_entente;
    bool m_isOurs;
    Json m_neutralEntity, m_neutralEvent;
    Ontology m_ontology;
};

class OntologyReader
{
public:
    ReadOntology read(const fs::path& folder, const fs::path& root, const fs::path& ours)
    {
        const std::optional<fs::path> own = configuredFolder(folder, root);
        const Json entente = readJson(ours / "entente.json");
        const Configuration config = readConfiguration(own.value_or(ours));
        std::error_code error;
        const bool isOurs = !own || fs::equivalent(*own, ours, error);
        ReadOntology result;
        result.ontology = Builder(config, entente, isOurs).build();
        result.ontology.hasEntityTypes = own.has_value();
        result.diagnostics = std::move(m_diagnostics);
        return result;
    }

private:
    static std::optional<fs::path> configuredFolder(fs::path folder, const fs::path& root)
    {
        std::error_code error;
        while (!fs::exists(folder / "annotation.conf", error)) {
            if (folder == root || !folder.has_relative_path())
                return std::nullopt;
            folder = folder.parent_path();
        }
        return folder;
    }

    Configuration readConfiguration(const fs::path& folder)
    {
        Configuration config;
        const auto part = [&](const char* name, auto parse) {
            const fs::path path = folder / name;
            std::error_code error;
            if (!fs::exists(path, error))
                return parse("", path.string());
            const Expected<std::string, std::string> bytes = readFile(path);
            if (!bytes)
                m_diagnostics.push_back({Severity::Error, path.string(), 0,
                                         fmt::format("it cannot be read ({})", bytes.error())});
            auto result =
                parse(bytes ? std::string_view(*bytes) : std::string_view(), path.string());
            m_diagnostics.insert(m_diagnostics.end(), result.diagnostics.begin(),
                                 result.diagnostics.end());
            return result;
        };
        config.annotation = part("annotation.conf", readAnnotationConfig);
        config.visual = part("visual.conf", readVisualConfig);
        config.tools = part("tools.conf", readToolsConfig);
        return config;
    }

    Json readJson(const fs::path& path)
    {
        const Expected<std::string, std::string> bytes = readFile(path);
        Json json = bytes ? Json::parse(*bytes, nullptr, false) : Json();
        if (!json.is_object())
            m_diagnostics.push_back(
                {Severity::Error, path.string(), 0,
                 fmt::format("it cannot be read ({}); all types are shown in a neutral colour",
                             bytes ? std::string("it is no JSON object") : bytes.error())});
        return json;
    }

    Diagnostics m_diagnostics;
};

} // namespace

ReadOntology readOntology(const fs::path& folder, const fs::path& root, const fs::path& ours)
{
    return OntologyReader().read(folder, root, ours);
}

} // namespace entente
