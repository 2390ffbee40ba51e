// SPDX-License-Identifier: Apache-2.0
#include "graph/annotation/import.h"

#include "graph/annotation/articlelines.h"
#include "graph/annotation/claimimport.h"
#include "graph/annotation/verify.h"
#include "graph/base/unionfind.h"
#include "graph/ontology/ontology.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

namespace entente
{

namespace
{

constexpr Uuid ententeSpace{0x6d1f0f5ae7c94c1bULL, 0x9a53d1b1c3a4f7e2ULL};

/// The type that most members have; the first of those for equals.
template <class TypeOf>
std::string commonType(const std::vector<std::size_t>& members, TypeOf typeOf)
{
    const std::string_view first = typeOf(members.front());
    if (std::ranges::all_of(members, [&](std::size_t i) { return typeOf(i) == first; }))
        return std::string(first);
    std::map<std::string_view, int> counts;
    for (const std::size_t member : members)
        ++counts[typeOf(member)];
    std::string_view best;
    for (const std::size_t member : members) {
        if (best.empty() || counts[typeOf(member)] > counts[best])
            best = typeOf(member);
    }
    return std::string(best);
}

/// The import of one article: mentions, then what they and the events add up to, then claims.
class ArticleImport
{
public:
    ArticleImport(Article article, const Annotations& annotations, const Ontology& ontology,
                  const std::string& file)
        : m_ontology(ontology)
        , m_annotations(annotations)
        , m_file(file)
        , m_lines(article.id, annotations, ontology)
    {
        m_records.article = std::move(article);
        findVertices();
    }

    Imported run()
    {
        m_result.unfit = verify(m_annotations, m_lines.index(), m_ontology, m_file);
        reportUnknownTypes();
        addMentions();
        addEntities();
        addEvents();
        m_result.unread = importClaims(m_lines, m_eventOf, m_file, m_records);
        return std::move(m_result);
    }

private:
    void reportTypeOnce(std::string_view kind, const std::string& type, int line)
    {
        reportOnce(fmt::format("the ontology does not name the {} type “{}”; it is shown in a "
                               "neutral colour",
                               kind, type),
                   line);
    }

    void reportOnce(std::string words, int line)
    {
        const auto same = [&](const Diagnostic& other) { return other.message == words; };
        if (std::ranges::none_of(m_result.unknownTypes, same))
            m_result.unknownTypes.push_back({Severity::Note, m_file, line, std::move(words)});
    }

    void reportUnknownTypes()
    {
        for (std::size_t i = 0; i < m_annotations.textBounds.size(); ++i) {
            const TextBound& line = m_annotations.textBounds[i];
            if (m_isVertex[i] && !m_ontology.knowsEntity(line.type))
                reportTypeOnce("entity", line.type, line.line);
        }
        for (const EventLine& line : m_annotations.events) {
            if (!m_ontology.knowsEvent(line.type))
                reportTypeOnce("event", line.type, line.line);
        }
        for (const RelationLine& line : m_annotations.relations) {
            if (!m_ontology.knowsRelation(line.type))
                reportTypeOnce("relation", line.type, line.line);
        }
        for (const AttributeLine& line : m_annotations.attributes) {
            if (!m_ontology.attributes.contains(line.name))
                reportOnce(fmt::format("the ontology does not name the attribute “{}”; it is kept, "
                                       "and nothing is made of it",
                                       line.name),
                           line.line);
        }
    }

    std::string notesOn(std::string_view sourceId) const
    {
        std::string text;
        for (const NoteLine* line : m_lines.index().notesOn(sourceId))
            text += (text.empty() ? "" : "\n") + line->text;
        return text;
    }

    /// A vertex is a thing of its own: no trigger, date, cue, quote or position.
    void findVertices()
    {
        m_isVertex.assign(m_annotations.textBounds.size(), true);
        for (const EventLine& line : m_annotations.events) {
            if (const auto trigger = m_lines.index().textBound(line.trigger))
                m_isVertex[*trigger] = false;
        }
        for (std::size_t i = 0; i < m_isVertex.size(); ++i) {
            const std::string& type = m_annotations.textBounds[i].type;
            const EntityType& entity = m_ontology.entity(type);
            const bool isThing =
                entity.known ? entity.use == EntityUse::Vertex : !m_ontology.knowsEvent(type);
            m_isVertex[i] = m_isVertex[i] && isThing;
        }
    }

    void addMentions()
    {
        m_records.mentions.reserve(m_annotations.textBounds.size());
        for (const TextBound& line : m_annotations.textBounds) {
            Mention mention;
            mention.id = m_lines.idFor<MentionId>("mention", line.id);
            mention.article = m_records.article.id;
            mention.sourceId = line.id;
            mention.type = line.type;
            mention.spans = line.spans;
            mention.text = line.text;
            mention.status = line.status;
            mention.anchoredBy = line.anchoredBy;
            mention.ids = m_lines.outsideIds(line.id);
            mention.note = notesOn(line.id);
            for (const AttributeLine* attribute : m_lines.index().attributesOf(line.id)) {
                if (attribute->name == "Mention")
                    mention.form = attribute->value;
            }
            m_records.mentions.push_back(std::move(mention));
        }
    }

    /// Joins the lines that the annotation calls one: by equivalences, by symmetric relations, and
    /// by a shared reference to something outside.
    /// @param find where a line of an id is, if it is of the kind that is joined.
    template <class Find>
    UnionFind sameOnes(std::size_t lines, Find find, const std::vector<bool>& takesPart) const
    {
        UnionFind sets(lines);
        const auto join = [&](std::string_view a, std::string_view b) {
            const std::optional<std::size_t> first = find(a);
            const std::optional<std::size_t> second = find(b);
            if (first && second && takesPart[*first] && takesPart[*second])
                sets.join(*first, *second);
        };
        for (const EquivLine& line : m_annotations.equivs) {
            // One that is not there, or takes no part, must not keep the others apart.
            std::string_view first;
            for (const std::string& member : line.members) {
                if (const auto at = find(member); !at || !takesPart[*at])
                    continue;
                if (first.empty())
                    first = member;
                join(first, member);
            }
        }
        for (const RelationLine& line : m_annotations.relations) {
            if (m_ontology.isIdentity(line.type))
                join(line.target1, line.target2);
        }
        std::map<std::pair<std::string, std::string_view>, std::string_view> firstWith;
        for (const NormalizationLine& line : m_annotations.normalizations) {
            const std::optional<std::size_t> at = find(line.target);
            if (!at || !takesPart[*at] || line.database == dateAuthority)
                continue;
            const auto [first, isNew] = firstWith.emplace(
                std::pair{m_lines.authorityFor(line.database), std::string_view(line.entry)},
                line.target);
            if (!isNew)
                join(first->second, line.target);
        }
        return sets;
    }

    void addEntities()
    {
        const std::vector<TextBound>& lines = m_annotations.textBounds;
        UnionFind sets = sameOnes(
            lines.size(), [&](std::string_view id) { return m_lines.index().textBound(id); },
            m_isVertex);
        std::vector<std::vector<std::size_t>> members(lines.size()); // by set
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (m_isVertex[i])
                members[sets.of(i)].push_back(i);
        }
        for (const std::vector<std::size_t>& all : members) {
            if (all.empty())
                continue;
            Entity entity;
            entity.id = m_lines.idFor<EntityId>("entity", lines[all.front()].id);
            entity.article = m_records.article.id;
            entity.type =
                commonType(all, [&](std::size_t i) -> std::string_view { return lines[i].type; });
            for (const std::size_t i : all) {
                m_records.mentions[i].entity = entity.id;
                addIds(entity.ids, m_records.mentions[i].ids);
            }
            m_records.entities.push_back(std::move(entity));
        }
    }

    void addEvents()
    {
        const std::vector<EventLine>& lines = m_annotations.events;
        UnionFind sets = sameOnes(
            lines.size(), [&](std::string_view id) { return m_lines.index().event(id); },
            std::vector<bool>(lines.size(), true));
        std::vector<std::vector<std::size_t>> members(lines.size()); // by set
        m_eventOf.resize(lines.size());
        for (std::size_t i = 0; i < lines.size(); ++i)
            members[sets.of(i)].push_back(i);
        for (const std::vector<std::size_t>& all : members) {
            if (all.empty())
                continue;
            Event event;
            event.id = m_lines.idFor<EventId>("event", lines[all.front()].id);
            event.article = m_records.article.id;
            event.type =
                commonType(all, [&](std::size_t i) -> std::string_view { return lines[i].type; });
            for (const std::size_t i : all) {
                m_eventOf[i] = event.id;
                addIds(event.ids, m_lines.outsideIds(lines[i].id));
            }
            m_records.events.push_back(std::move(event));
        }
    }

    const Ontology& m_ontology;
    const Annotations& m_annotations;
    const std::string& m_file;
    ArticleLines m_lines;
    Imported m_result;
    ArticleRecords& m_records = m_result.records;
    std::vector<bool> m_isVertex;   ///< For each T line.
    std::vector<EventId> m_eventOf; ///< For each E line.
};

} // namespace

ArticleId articleIdFor(const std::string& name)
{
    return ArticleId(uuidFromName(ententeSpace, "article:" + name));
}

Imported importArticle(Article article, const Annotations& annotations, const Ontology& ontology,
                       const std::string& annotationFile)
{
    return ArticleImport(std::move(article), annotations, ontology, annotationFile).run();
}

} // namespace entente
