// SPDX-License-Identifier: Apache-2.0
#include "graph/annotation/articlefiles.h"
#include "graph/annotation/brat/config.h"
#include "graph/ontology/colours.h"
#include "graph/ontology/ontology.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <functional>
#include <set>

namespace entente
{

namespace
{

namespace fs = std::filesystem;
using Json = nlohmann::json;

struct Configuration
{
    AnnotationConfig annotation, ourAnnotation;
    VisualConfig visual, ourVisual;
    ToolsConfig tools;
};

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
    otherwise.line = parseColour(textIn(colours, "line")).value_or(otherwise.line);
    otherwise.fill = parseColour(textIn(colours, "fill")).value_or(otherwise.fill);
    return otherwise;
}

/// "ArmsTransfer" is "Arms transfer", "PART_OF" "PART OF".
std::string spelledOut(std::string_view name)
{
    const auto isUpper = [&](std::size_t i) {
        return i < name.size() && name[i] >= 'A' && name[i] <= 'Z';
    };
    std::string words;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const bool beginsWord = i > 0 && isUpper(i) && !isUpper(i - 1) && !isUpper(i + 1) &&
                                name[i - 1] != '_' && name[i - 1] != '-';
        if (beginsWord)
            words += ' ';
        if (name[i] == '_')
            words += ' ';
        else
            words += beginsWord ? static_cast<char>(name[i] - 'A' + 'a') : name[i];
    }
    return words;
}

/// Puts an ontology together from a corpus' own configuration and what Entente says of types of the
/// same name.
class Builder
{
public:
    Builder(const Configuration& config, const Json& entente, bool isOurs)
        : m_config(config)
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
        makeSomeActors();
        m_ontology.tieRoles = textsIn(m_entente, "tieRoles");
        // Vocabularies from before there was a difference.
        m_ontology.mutualRoles = m_entente.contains("mutualRoles")
                                     ? textsIn(m_entente, "mutualRoles")
                                     : m_ontology.tieRoles;
        m_ontology.identityRelations = textsIn(m_entente, "identityRelations");
        return std::move(m_ontology);
    }

private:
    /// A type, and those that it stands under, the nearest first.
    static std::vector<const ConfigType*> lineage(const std::vector<ConfigType>& types,
                                                  const ConfigType& type)
    {
        std::vector<const ConfigType*> result{&type};
        // A parent stands above its children, so that the search comes to an end.
        for (const ConfigType* at = &type; at && !at->parent.empty();) {
            const auto above = std::ranges::find(types, at->parent, &ConfigType::name);
            at = above != types.end() && above->line < at->line ? &*above : nullptr;
            if (at)
                result.push_back(at);
        }
        return result;
    }

    /// What entente.json says of a type, or of the nearest above it of which it says something.
    Json saidOf(std::string_view section, const std::vector<const ConfigType*>& types) const
    {
        const Json all = member(m_entente, section);
        for (const ConfigType* type : types) {
            Json said = member(all, type->name);
            if (said.is_object())
                return said;
        }
        return {};
    }

    /// The same, also of types that other corpora call otherwise: "PER" is a person too.
    Json saidOfLike(const std::vector<const ConfigType*>& types) const
    {
        const Json names = member(m_entente, "otherNames");
        for (const ConfigType* type : types) {
            const std::string ours = textIn(names, type->name, type->name);
            if (Json said = member(member(m_entente, "entities"), ours); said.is_object())
                return said;
        }
        return {};
    }

    std::string labelOf(const ConfigType& type) const
    {
        for (const VisualConfig* visual : {&m_config.visual, &m_config.ourVisual}) {
            const auto found = visual->labels.find(type.name);
            if (found != visual->labels.end() && !found->second.empty())
                return found->second.front();
        }
        return type.labels.empty() ? spelledOut(type.name) : type.labels.front();
    }

    /// The colours that a foreign corpus gives to types that we do not know.
    std::optional<Tint> tintFor(const std::vector<const ConfigType*>& types) const
    {
        const auto colour = [](const std::map<std::string, std::string>& options, const char* key) {
            const auto found = options.find(key);
            return found == options.end() ? std::nullopt : parseColour(found->second);
        };
        for (const ConfigType* type : types) {
            const auto drawing = m_config.visual.drawing.find(type->name);
            if (drawing == m_config.visual.drawing.end())
                continue;
            if (const std::optional<Rgb> background = colour(drawing->second, "bgColor"))
                return tintOf(*background, colour(drawing->second, "borderColor"));
        }
        return std::nullopt;
    }

    template <class Type>
    void setColours(Type& type, const Json& said, const std::vector<const ConfigType*>& types) const
    {
        if (const std::optional<Tint> tint =
                m_isOurs || said.is_object() ? std::nullopt : tintFor(types)) {
            type.light = tint->light;
            type.dark = tint->dark;
        } else {
            type.light = coloursIn(said, "light", type.light);
            type.dark = coloursIn(said, "dark", type.dark);
        }
    }

    void addEntity(const ConfigType& config)
    {
        if (config.isHeading)
            return;
        const auto types = lineage(m_config.annotation.entities, config);
        const Json said = saidOf("entities", types);
        EntityType type;
        type.name = config.name;
        type.label = labelOf(config);
        type.plural =
            textIn(member(member(m_entente, "entities"), config.name), "plural", type.label);
        type.parent = config.parent;
        type.use = useFrom(textIn(said, "use")).value_or(EntityUse::Vertex);
        const Json like = saidOfLike(types); // Its own colours, but our shapes.
        type.isActor = member(like, "actor") == true;
        type.isPerson = member(like, "person") == true;
        type.shape = shapeFrom(textIn(like.is_object() ? like : m_neutralEntity, "shape"))
                         .value_or(Shape::Tag);
        type.light = coloursIn(m_neutralEntity, "light", neutralLight);
        type.dark = coloursIn(m_neutralEntity, "dark", neutralDark);
        setColours(type, said, types);
        m_ontology.entityOrder.push_back(type.name);
        m_ontology.entities.emplace(type.name, std::move(type));
    }

    /// A foreign corpus none of whose types we know to act: then all its vertices may.
    void makeSomeActors()
    {
        const auto isActor = [](const auto& named) { return named.second.isActor; };
        if (m_isOurs || std::ranges::any_of(m_ontology.entities, isActor))
            return;
        for (auto& [name, type] : m_ontology.entities)
            type.isActor = type.use == EntityUse::Vertex;
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

    /// The group that an event stands in: the nearest heading above it, or else the topmost type.
    static std::string familyOf(const std::vector<const ConfigType*>& types)
    {
        const auto heading =
            std::ranges::find_if(types, [](const ConfigType* type) { return type->isHeading; });
        if (heading != types.end())
            return (*heading)->name;
        return types.size() > 1 ? types.back()->name : std::string();
    }

    /// What entente.json says of a family; failing that, of the one in which we have the same
    /// event.
    Json familySaid(const std::string& family, const std::string& event) const
    {
        const Json families = member(m_entente, "families");
        Json said = member(families, family);
        const std::vector<ConfigType>& ours = m_config.ourAnnotation.events;
        const auto same = std::ranges::find(ours, event, &ConfigType::name);
        if (!said.is_object() && same != ours.end())
            said = member(families, familyOf(lineage(ours, *same)));
        return said;
    }

    void addEvent(const ConfigType& config)
    {
        if (config.isHeading)
            return;
        const auto types = lineage(m_config.annotation.events, config);
        const Json said = saidOf("events", types);
        EventType type;
        type.name = config.name;
        type.label = labelOf(config);
        type.plural =
            textIn(member(member(m_entente, "events"), config.name), "plural", type.label);
        type.family = familyOf(types);
        type.title = textIn(said, "title");
        type.light = coloursIn(m_neutralEvent, "light", neutralLight);
        type.dark = coloursIn(m_neutralEvent, "dark", neutralDark);
        setColours(type, familySaid(type.family, config.name), types);
        if (said.is_object()) {
            type.light = coloursIn(said, "light", type.light);
            type.dark = coloursIn(said, "dark", type.dark);
        }
        for (const ConfigArgument& argument : config.arguments)
            type.roles.push_back(
                {argument.role, argument.atLeast, argument.atMost, expanded(argument.values)});
        m_ontology.eventOrder.push_back(type.name);
        m_ontology.events.emplace(type.name, std::move(type));
    }

    static void addNew(std::vector<std::string>& names, const std::vector<std::string>& more)
    {
        for (const std::string& name : more) {
            if (std::ranges::find(names, name) == names.end())
                names.push_back(name);
        }
    }

    void addRelation(const ConfigType& config)
    {
        if (config.isHeading)
            return;
        RelationType& type = m_ontology.relations[config.name];
        type.name = config.name;
        type.label =
            textIn(member(member(m_entente, "relations"), config.name), "label", labelOf(config));
        const std::vector<ConfigArgument>& ends = config.arguments;
        if (!ends.empty()) {
            type.fromRole = ends[0].role;
            addNew(type.from, expanded(ends[0].values));
        }
        if (ends.size() > 1) {
            type.toRole = ends[1].role;
            addNew(type.to, expanded(ends[1].values));
        }
        const auto kind = config.options.find("<REL-TYPE>");
        if (kind != config.options.end())
            type.symmetric = kind->second.starts_with("symmetric");
    }

    void addAttribute(const ConfigType& config)
    {
        if (config.isHeading)
            return;
        AttributeType& type = m_ontology.attributes[config.name];
        type.name = config.name;
        for (const ConfigArgument& argument : config.arguments) {
            if (argument.role == "Arg")
                addNew(type.targets, expanded(argument.values));
            else if (argument.role == "Value")
                addNew(type.values, argument.values);
        }
        if (const auto found = config.options.find("<DEFAULT>"); found != config.options.end())
            type.defaultValue = found->second;
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

/// What a file holds, or why it cannot be read; nothing: there is none.
using Found = std::optional<Expected<std::string, std::string>>;
/// Files on the disk, or kept elsewhere.
using Source = std::function<Found(const fs::path&)>;

Found foundOnDisk(const fs::path& path)
{
    std::error_code error;
    return fs::exists(path, error) ? Found(readFile(path)) : std::nullopt;
}

class OntologyReader
{
public:
    explicit OntologyReader(Source own)
        : m_own(std::move(own))
    {
    }

    ReadOntology read(const std::optional<fs::path>& own, const fs::path& root,
                      const fs::path& ours)
    {
        const Json entente = readJson(ours / "entente.json");

        Configuration config;
        config.ourAnnotation = parsed(foundOnDisk, ours / "annotation.conf", readAnnotationConfig);
        config.ourVisual = parsed(foundOnDisk, ours / "visual.conf", readVisualConfig);
        config.tools = parsed(foundOnDisk, ours / "tools.conf", readToolsConfig);
        const bool isOurs = !own;
        config.annotation =
            isOurs ? config.ourAnnotation
                   : parsed(keepingOwn(), *own / "annotation.conf", readAnnotationConfig);
        if (!isOurs)
            readForeign(config, *own, root);

        ReadOntology result;
        result.ontology = Builder(config, entente, isOurs).build();
        result.diagnostics = std::move(m_diagnostics);
        result.files = std::move(m_files);
        return result;
    }

    /// The folder, or the nearest above it up to the root, that has a file.
    std::optional<fs::path> folderWith(const char* name, fs::path folder,
                                       const fs::path& root) const
    {
        while (!m_own(folder / name)) {
            if (folder == root || !folder.has_relative_path())
                return std::nullopt;
            folder = folder.parent_path();
        }
        return folder;
    }

private:
    void readForeign(Configuration& config, const fs::path& own, const fs::path& root)
    {
        if (const auto folder = folderWith("visual.conf", own, root))
            config.visual = parsed(keepingOwn(), *folder / "visual.conf", readVisualConfig);
        if (const auto folder = folderWith("tools.conf", own, root)) {
            // Its own addresses, and ours for what it does not say.
            ToolsConfig tools = parsed(keepingOwn(), *folder / "tools.conf", readToolsConfig);
            tools.normalization.merge(config.tools.normalization);
            config.tools = std::move(tools);
        }
    }

    /// The folder's own files, each of which is kept in the result.
    Source keepingOwn()
    {
        return [this](const fs::path& path) {
            Found found = m_own(path);
            if (found && *found)
                m_files.emplace(path, **found);
            return found;
        };
    }

    template <class Config>
    Config parsed(const Source& source, const fs::path& path,
                  Config (*parse)(std::string_view, const std::string&))
    {
        const Found bytes = source(path);
        if (!bytes)
            return {};
        if (!*bytes) {
            m_diagnostics.push_back({Severity::Error, path.string(), 0,
                                     fmt::format("it cannot be read ({})", bytes->error())});
            return {};
        }
        Config config = parse(**bytes, path.string());
        m_diagnostics.insert(m_diagnostics.end(), config.diagnostics.begin(),
                             config.diagnostics.end());
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

    Source m_own;
    std::map<fs::path, std::string> m_files;
    Diagnostics m_diagnostics;
};

} // namespace

ReadOntology readOntology(const fs::path& folder, const fs::path& root, const fs::path& ours)
{
    OntologyReader reader(foundOnDisk);
    auto own = reader.folderWith("annotation.conf", folder, root);
    const bool hasAny = own.has_value();
    std::error_code error;
    if (own && fs::equivalent(*own, ours, error))
        own.reset();
    ReadOntology result = reader.read(own, root, ours);
    result.ontology.hasEntityTypes = hasAny;
    return result;
}

ReadOntology readOntology(const KeptFiles& kept, const fs::path& folder, const fs::path& ours)
{
    OntologyReader reader([&kept](const fs::path& path) {
        const auto found = kept.find(path.generic_string());
        return found == kept.end() ? std::nullopt
                                   : Found(Expected<std::string, std::string>(found->second));
    });
    const auto own = reader.folderWith("annotation.conf", folder, {});
    ReadOntology result = reader.read(own, {}, ours);
    result.ontology.hasEntityTypes = own.has_value();
    return result;
}

} // namespace entente
