// SPDX-License-Identifier: Apache-2.0
#include "graph/annotation/verify.h"

#include "graph/annotation/annotationindex.h"
#include "graph/ontology/ontology.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace entente
{

namespace
{

/// What a T or E line is, for those that refer to it.
struct Thing
{
    std::string_view type;
    std::string_view text;
    bool isEvent = false;
};

/// "A, B, C or D"; of very many only the first.
std::string oneOf(const std::vector<std::string>& names)
{
    constexpr std::size_t namedAtMost = 8;
    constexpr std::size_t namedOfMore = 4;
    const bool all = names.size() <= namedAtMost;
    const std::size_t named = all ? names.size() : namedOfMore;
    std::string text;
    for (std::size_t i = 0; i < named; ++i) {
        const bool isLast = all && i + 1 == named;
        text += (i == 0 ? "" : isLast ? " or " : ", ") + names[i];
    }
    return all ? text : text + fmt::format(" or {} others", names.size() - named);
}

class Verification
{
public:
    Verification(const Annotations& annotations, const AnnotationIndex& index,
                 const Ontology& ontology, const std::string& file)
        : m_annotations(annotations)
        , m_index(index)
        , m_ontology(ontology)
        , m_file(file)
    {
    }

    Diagnostics run()
    {
        for (const EventLine& line : m_annotations.events)
            verifyEvent(line);
        for (const RelationLine& line : m_annotations.relations)
            verifyRelation(line);
        for (const EquivLine& line : m_annotations.equivs)
            verifyEquivalence(line);
        for (const AttributeLine& line : m_annotations.attributes)
            verifyAttribute(line);
        std::ranges::stable_sort(m_diagnostics, {}, &Diagnostic::line);
        return std::move(m_diagnostics);
    }

private:
    void report(int line, std::string message)
    {
        m_diagnostics.push_back({Severity::Warning, m_file, line, std::move(message)});
    }

    std::optional<Thing> thing(std::string_view id) const
    {
        if (const auto at = m_index.textBound(id)) {
            const TextBound& line = m_annotations.textBounds[*at];
            return Thing{line.type, line.text, false};
        }
        const auto at = m_index.event(id);
        if (!at)
            return std::nullopt;
        const EventLine& line = m_annotations.events[*at];
        const auto trigger = m_index.textBound(line.trigger);
        return Thing{line.type,
                     trigger ? std::string_view(m_annotations.textBounds[*trigger].text)
                             : std::string_view(),
                     true};
    }

    bool isKnown(const Thing& thing) const
    {
        return thing.isEvent ? m_ontology.knowsEvent(thing.type)
                             : m_ontology.knowsEntity(thing.type);
    }

    /// A configuration that names no types asks for none.
    static bool accepts(const std::vector<std::string>& types, const Thing& thing)
    {
        return types.empty() || std::ranges::find(types, thing.type) != types.end();
    }

    static std::string nameOf(std::string_view id, const Thing& thing)
    {
        return thing.text.empty() ? std::string(id) : fmt::format("{} “{}”", id, thing.text);
    }

    void verifyEvent(const EventLine& line)
    {
        if (!m_ontology.knowsEvent(line.type))
            return;
        const EventType& type = m_ontology.event(line.type);
        std::vector<int> counts(type.roles.size());
        const auto countOf = [&](const Role* role) -> int& {
            return counts[static_cast<std::size_t>(role - type.roles.data())];
        };
        for (const Argument& argument : line.arguments) {
            const Role* role = roleOf(type, argument);
            if (!role) {
                std::vector<std::string> names;
                std::ranges::transform(type.roles, std::back_inserter(names), &Role::name);
                report(line.line, fmt::format("{}: {} has no role {} (it has {}); it is kept",
                                              line.id, line.type, argument.role, oneOf(names)));
                continue;
            }
            ++countOf(role);
            verifyFiller(line, *role, argument.target);
        }
        for (const Role& role : type.roles)
            verifyCount(line, role, countOf(type.role(role.name)));
    }

    /// The reader takes a number at the end for an ordinal; it may belong to the name.
    static const Role* roleOf(const EventType& type, const Argument& argument)
    {
        if (const Role* role = type.role(argument.role))
            return role;
        return type.role(argument.role + std::to_string(argument.ordinal));
    }

    void verifyFiller(const EventLine& line, const Role& role, const std::string& target)
    {
        const std::optional<Thing> filler = thing(target);
        if (filler && isKnown(*filler) && !accepts(role.targets, *filler))
            report(line.line, fmt::format("{}: {} is of type {}, but {} of {} takes {}; it is kept",
                                          line.id, nameOf(target, *filler), filler->type, role.name,
                                          line.type, oneOf(role.targets)));
    }

    void verifyCount(const EventLine& line, const Role& role, int count)
    {
        if (count == 0 && role.atLeast > 0)
            report(line.line, fmt::format("{}: {} needs the role {} and does not have it", line.id,
                                          line.type, role.name));
        else if (count < role.atLeast)
            report(line.line, fmt::format("{}: {} needs the role {} {} times and has it {}",
                                          line.id, line.type, role.name, role.atLeast, count));
        else if (role.atMost >= 0 && count > role.atMost)
            report(line.line,
                   fmt::format("{}: {} takes the role {} at most {} and has it {} times; "
                               "all are kept",
                               line.id, line.type, role.name,
                               role.atMost == 1 ? "once" : fmt::format("{} times", role.atMost),
                               count));
    }

    void verifyRelation(const RelationLine& line)
    {
        if (!m_ontology.knowsRelation(line.type))
            return;
        const RelationType& type = m_ontology.relation(line.type);
        const std::optional<Thing> from = thing(line.target1);
        const std::optional<Thing> to = thing(line.target2);
        if (!from || !to || !isKnown(*from) || !isKnown(*to))
            return; // What dangles the reader has reported.
        const bool isReversed = line.role1 == type.toRole && line.role2 == type.fromRole;
        if ((type.symmetric || isReversed) && accepts(type.from, *to) && accepts(type.to, *from))
            return;
        verifyMember(line.line, line.id + ": " + line.role1, line.type, line.target1,
                     isReversed ? type.to : type.from);
        verifyMember(line.line, line.id + ": " + line.role2, line.type, line.target2,
                     isReversed ? type.from : type.to);
    }

    void verifyMember(int line, const std::string& what, const std::string& type,
                      const std::string& target, const std::vector<std::string>& types)
    {
        const std::optional<Thing> member = thing(target);
        if (member && isKnown(*member) && !accepts(types, *member))
            report(line, fmt::format("{} of {} takes {}, but {} is of type {}; it is kept", what,
                                     type, oneOf(types), nameOf(target, *member), member->type));
    }

    void verifyEquivalence(const EquivLine& line)
    {
        if (!m_ontology.knowsRelation(line.type))
            return;
        const RelationType& type = m_ontology.relation(line.type);
        for (const std::string& member : line.members)
            verifyMember(line.line, "a member", line.type, member, type.from);
    }

    void verifyAttribute(const AttributeLine& line)
    {
        const auto found = m_ontology.attributes.find(line.name);
        if (found == m_ontology.attributes.end())
            return;
        const AttributeType& type = found->second;
        const std::optional<Thing> target = thing(line.target);
        if (target && isKnown(*target) && !accepts(type.targets, *target))
            report(line.line, fmt::format("{}: {} goes with {}, but {} is of type {}; it is kept",
                                          line.id, line.name, oneOf(type.targets),
                                          nameOf(line.target, *target), target->type));
        // Of these two the import itself says when it cannot make sense of a value.
        const bool isReported = line.name == "Modality" || line.name == "Factuality";
        if (!isReported && !type.values.empty() &&
            std::ranges::find(type.values, line.value) == type.values.end())
            report(line.line,
                   fmt::format("{}: {} is no value of {} (it takes {}); it is kept", line.id,
                               line.value.empty() ? "nothing" : "“" + line.value + "”", line.name,
                               oneOf(type.values)));
    }

    const Annotations& m_annotations;
    const AnnotationIndex& m_index;
    const Ontology& m_ontology;
    const std::string& m_file;
    Diagnostics m_diagnostics;
};

} // namespace

Diagnostics verify(const Annotations& annotations, const AnnotationIndex& index,
                   const Ontology& ontology, const std::string& file)
{
    return Verification(annotations, index, ontology, file).run();
}

} // namespace entente
