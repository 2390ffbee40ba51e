// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/diagnostic.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente
{

/// The outline a type is drawn in: the only thing about types that the code knows by name.
enum class Shape {
    Circle,        ///< with initials
    RoundedSquare, ///< with a code
    Hexagon,
    DoubleCircle,
    Pill, ///< with a pin
    Tag,
    Card, ///< events
};

/// What becomes of the mentions of an entity type.
enum class EntityUse {
    Vertex,   ///< a node of the graph
    Position, ///< folds into an edge or a property of its holder
    Date,     ///< the date of an event
    Cue,      ///< words that carry modality
    Quote,    ///< the evidence
};

/// sRGB, 0xRRGGBB.
using Rgb = unsigned;

struct TypeColours
{
    Rgb line = 0;
    Rgb fill = 0;

    bool operator==(const TypeColours&) const = default;
};

struct EntityType
{
    std::string name;   ///< As in files: "Organization".
    std::string label;  ///< For people: "Organization".
    std::string plural; ///< "Organizations"
    EntityUse use = EntityUse::Vertex;
    bool isActor = false;  ///< Listed among the actors and joined by ties.
    bool isPerson = false; ///< Known by a full name of two words or more, and drawn with initials.
    Shape shape = Shape::Tag;
    TypeColours light, dark;
    std::string parent; ///< The type it stands under; empty at the top.
    bool known = true;  ///< False for a type that no ontology names.
};

/// One role an event type asks for: "Participant+:Person|State".
struct Role
{
    std::string name;
    int atLeast = 1;
    int atMost = 1; ///< -1: any number
    std::vector<std::string> targets;

    bool accepts(std::string_view type) const;
};

struct EventType
{
    std::string name;
    std::string label;
    std::string plural;
    std::string family; ///< The group it stands under: "Contact".
    std::vector<Role> roles;
    /// How its label is put together from the names in its roles: "{Visitor} to {Destination}".
    std::string title;
    TypeColours light, dark;
    bool known = true;

    const Role* role(std::string_view name) const;
};

struct RelationType
{
    std::string name;
    std::string label; ///< "represents"
    std::string fromRole = "Arg1", toRole = "Arg2";
    std::vector<std::string> from, to;
    bool symmetric = false;
    bool known = true;

    /// Whether it can go from one of this type to one of that, in this direction.
    bool accepts(std::string_view fromType, std::string_view toType) const;
};

struct AttributeType
{
    std::string name;
    std::vector<std::string> targets;
    std::vector<std::string> values; ///< Empty: a flag.
    std::string defaultValue;
};

/// An outside authority that normalisation lines name: "Wikidata".
struct Authority
{
    std::string name;
    std::string url;     ///< Its home page.
    std::string urlBase; ///< With %s for the entry's id; empty when it has none.
};

/// The vocabulary of a corpus: which types there are, what may fill what, and how they are drawn.
/// Read from brat's annotation.conf, visual.conf and tools.conf, and from entente.json for what
/// these cannot hold. A value; asking for an unknown type gives a neutral one.
class Ontology
{
public:
    const EntityType& entity(std::string_view type) const;
    const EventType& event(std::string_view type) const;
    const RelationType& relation(std::string_view type) const;
    bool knowsEntity(std::string_view type) const;
    bool knowsEvent(std::string_view type) const;
    bool knowsRelation(std::string_view type) const;
    bool knowsAttribute(std::string_view name) const;

    /// A role whose filler takes part in the event and so makes ties; Source, Place, Topic do not.
    bool makesTies(std::string_view role) const;
    /// Whether an event ties two who fill these roles of it: not two who are accused by a third.
    bool meet(std::string_view one, std::string_view other) const;
    /// A relation that says two mentions or events are one ("SameAs", "SameEvent").
    bool isIdentity(std::string_view relation) const;

    std::map<std::string, EntityType, std::less<>> entities;
    std::map<std::string, EventType, std::less<>> events;
    std::map<std::string, RelationType, std::less<>> relations;
    std::map<std::string, AttributeType, std::less<>> attributes;
    std::map<std::string, Authority, std::less<>> authorities;
    std::vector<std::string> tieRoles;
    std::vector<std::string> mutualRoles; ///< Among them; two who fill the same one are tied.
    std::vector<std::string> identityRelations;
    /// In the order of the files, for legends and menus.
    std::vector<std::string> entityOrder, eventOrder;
    /// False when there was no annotation.conf at all: then every T that no E uses is a vertex.
    bool hasEntityTypes = true;
};

struct ReadOntology
{
    Ontology ontology;
    Diagnostics diagnostics;
    /// The bytes of its own files that it came from, by their paths; empty: it is the program's.
    std::map<std::filesystem::path, std::string> files;
};

/// The ontology of a folder: its own annotation.conf (or the nearest one above, up to root) with
/// the hues of its visual.conf, over what `ours` says of shapes, uses and titles of types of the
/// same name.
/// @param ours the program's own ontology folder (with entente.json).
ReadOntology readOntology(const std::filesystem::path& folder, const std::filesystem::path& root,
                          const std::filesystem::path& ours);

/// The bytes of files by their names: "2024/annotation.conf".
using KeptFiles = std::map<std::string, std::string>;

/// The same of a folder whose files are kept elsewhere than on the disk.
/// @param folder in the kept ones; empty for the topmost.
ReadOntology readOntology(const KeptFiles& kept, const std::filesystem::path& folder,
                          const std::filesystem::path& ours);

} // namespace entente
