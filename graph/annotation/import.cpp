// SPDX-License-Identifier: Apache-2.0
#include "graph/annotation/import.h"

#include "graph/annotation/articlelines.h"
#include "graph/annotation/claimimport.h"
#include "graph/annotation/sameones.h"
#include "graph/annotation/verify.h"
#include "graph/ontology/ontology.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

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
        , m_isVertex(verticesOf(m_lines))
    {
        m_records.article = std::move(article);
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

    void addEntities()
    {
        const std::vector<TextBound>& lines = m_annotations.textBounds;
        UnionFind sets = sameThings(m_lines, m_isVertex);
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
        UnionFind sets = sameEvents(m_lines);
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
    std::vector<bool> m_isVertex; ///< For each T line.
    Imported m_result;
    ArticleRecords& m_records = m_result.records;
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
