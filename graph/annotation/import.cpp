// SPDX-License-Identifier: Apache-2.0
#include "graph/annotation/import.h"

#include "graph/annotation/verify.h"
#include "graph/base/unionfind.h"
#include "graph/ontology/ontology.h"
#include "graph/text/sourcetext.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

namespace entente
{

namespace
{

constexpr Uuid ententeSpace{0x6d1f0f5ae7c94c1bULL, 0x9a53d1b1c3a4f7e2ULL};

/// Dates are given by N lines too, but they name a day, not a thing.
constexpr std::string_view dateAuthority = "EDTF";

std::string asciiLower(std::string_view text)
{
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    return lower;
}

using IndexById = std::unordered_map<std::string_view, std::size_t>;

template <class Line>
IndexById indexOf(const std::vector<Line>& lines)
{
    IndexById index;
    for (std::size_t i = 0; i < lines.size(); ++i)
        index.emplace(lines[i].id, i);
    return index;
}

template <class Value>
const Value* lookUp(const std::unordered_map<std::string_view, Value>& map, std::string_view key)
{
    const auto found = map.find(key);
    return found == map.end() ? nullptr : &found->second;
}

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

/// Sorted, and joined where nothing but white space would lie between them.
TextSpans merged(TextSpans spans)
{
    std::ranges::sort(spans);
    TextSpans result;
    for (const TextSpan span : spans) {
        if (!result.empty() && span.begin <= result.back().end + 1)
            result.back().end = std::max(result.back().end, span.end);
        else
            result.push_back(span);
    }
    return result;
}

/// The import of one article: the tables that its lines are looked up in.
class ArticleImport
{
public:
    ArticleImport(Article article, const Annotations& annotations, const Ontology& ontology,
                  const std::string& file)
        : m_ontology(ontology)
        , m_annotations(annotations)
        , m_file(file)
        , m_textBounds(indexOf(annotations.textBounds))
        , m_eventLines(indexOf(annotations.events))
    {
        m_records.article = std::move(article);
        findVertices();
        for (const AttributeLine& line : annotations.attributes)
            m_attributes[line.target].push_back(&line);
        for (const NormalizationLine& line : annotations.normalizations)
            m_references[line.target].push_back(&line);
        for (const NoteLine& line : annotations.notes)
            m_notes[line.target].push_back(&line);
    }

    Imported run()
    {
        m_result.unfit = verify(m_annotations, m_ontology, m_file);
        reportUnknownTypes();
        addMentions();
        addEntities();
        addEvents();
        addEventClaims();
        addRelationClaims();
        return std::move(m_result);
    }

private:
    template <class IdType>
    IdType idFor(std::string_view kind, std::string_view sourceId) const
    {
        return IdType(
            uuidFromName(m_records.article.id.uuid(), fmt::format("{}:{}", kind, sourceId)));
    }

    void report(Severity severity, int line, std::string message)
    {
        m_result.unread.push_back({severity, m_file, line, std::move(message)});
    }

    void reportTypeOnce(std::string_view kind, const std::string& type, int line)
    {
        std::string words = fmt::format(
            "the ontology does not name the {} type “{}”; it is shown in a neutral colour", kind,
            type);
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
    }

    std::vector<OutsideId> outsideIds(std::string_view sourceId) const
    {
        std::vector<OutsideId> ids;
        if (const auto* lines = lookUp(m_references, sourceId)) {
            for (const NormalizationLine* line : *lines) {
                if (line->database != dateAuthority)
                    ids.push_back({authorityFor(line->database), line->entry, line->text});
            }
        }
        return ids;
    }

    /// As the ontology spells it: "wikidata" and "Wikidata" name one.
    std::string authorityFor(const std::string& database) const
    {
        const auto same = [&](const auto& known) {
            return asciiLower(known.first) == asciiLower(database);
        };
        const auto known = m_ontology.authorities.contains(database)
                               ? m_ontology.authorities.end()
                               : std::ranges::find_if(m_ontology.authorities, same);
        return known == m_ontology.authorities.end() ? database : known->first;
    }

    std::string notesOn(std::string_view sourceId) const
    {
        std::string text;
        if (const auto* lines = lookUp(m_notes, sourceId)) {
            for (const NoteLine* line : *lines)
                text += (text.empty() ? "" : "\n") + line->text;
        }
        return text;
    }

    /// A vertex is a thing of its own: no trigger, date, cue, quote or position.
    void findVertices()
    {
        m_isVertex.assign(m_annotations.textBounds.size(), true);
        for (const EventLine& line : m_annotations.events) {
            if (const std::size_t* trigger = lookUp(m_textBounds, line.trigger))
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
            mention.id = idFor<MentionId>("mention", line.id);
            mention.article = m_records.article.id;
            mention.sourceId = line.id;
            mention.type = line.type;
            mention.spans = line.spans;
            mention.text = line.text;
            mention.status = line.status;
            mention.anchoredBy = line.anchoredBy;
            mention.ids = outsideIds(line.id);
            mention.note = notesOn(line.id);
            if (const auto* attributes = lookUp(m_attributes, std::string_view(line.id))) {
                for (const AttributeLine* attribute : *attributes) {
                    if (attribute->name == "Mention")
                        mention.form = attribute->value;
                }
            }
            m_records.mentions.push_back(std::move(mention));
        }
    }

    /// Joins the lines that the annotation calls one: by equivalences, by symmetric relations, and
    /// by a shared reference to something outside.
    UnionFind sameOnes(std::size_t lines, const IndexById& index,
                       const std::vector<bool>& takesPart) const
    {
        UnionFind sets(lines);
        const auto join = [&](std::string_view a, std::string_view b) {
            const std::size_t* first = lookUp(index, a);
            const std::size_t* second = lookUp(index, b);
            if (first && second && takesPart[*first] && takesPart[*second])
                sets.join(*first, *second);
        };
        for (const EquivLine& line : m_annotations.equivs) {
            // One that is not there, or takes no part, must not keep the others apart.
            std::string_view first;
            for (const std::string& member : line.members) {
                if (const std::size_t* at = lookUp(index, member); !at || !takesPart[*at])
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
            const std::size_t* at = lookUp(index, line.target);
            if (!at || !takesPart[*at] || line.database == dateAuthority)
                continue;
            const auto [first, isNew] = firstWith.emplace(
                std::pair{authorityFor(line.database), std::string_view(line.entry)}, line.target);
            if (!isNew)
                join(first->second, line.target);
        }
        return sets;
    }

    void addEntities()
    {
        const std::vector<TextBound>& lines = m_annotations.textBounds;
        UnionFind sets = sameOnes(lines.size(), m_textBounds, m_isVertex);
        std::vector<std::vector<std::size_t>> members(lines.size()); // by set
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (m_isVertex[i])
                members[sets.of(i)].push_back(i);
        }
        for (const std::vector<std::size_t>& all : members) {
            if (all.empty())
                continue;
            Entity entity;
            entity.id = idFor<EntityId>("entity", lines[all.front()].id);
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
        UnionFind sets =
            sameOnes(lines.size(), m_eventLines, std::vector<bool>(lines.size(), true));
        std::vector<std::vector<std::size_t>> members(lines.size()); // by set
        m_eventOf.resize(lines.size());
        for (std::size_t i = 0; i < lines.size(); ++i)
            members[sets.of(i)].push_back(i);
        for (const std::vector<std::size_t>& all : members) {
            if (all.empty())
                continue;
            Event event;
            event.id = idFor<EventId>("event", lines[all.front()].id);
            event.article = m_records.article.id;
            event.type =
                commonType(all, [&](std::size_t i) -> std::string_view { return lines[i].type; });
            for (const std::size_t i : all) {
                m_eventOf[i] = event.id;
                addIds(event.ids, outsideIds(lines[i].id));
            }
            m_records.events.push_back(std::move(event));
        }
    }

    const Mention* mentionOf(std::string_view sourceId) const
    {
        const std::size_t* at = lookUp(m_textBounds, sourceId);
        return at ? &m_records.mentions[*at] : nullptr;
    }

    std::optional<Filler> fillerOf(std::string_view sourceId) const
    {
        if (const Mention* mention = mentionOf(sourceId))
            return mention->id;
        if (lookUp(m_eventLines, sourceId))
            return idFor<ClaimId>("claim", sourceId);
        return std::nullopt; // Dangling: the reader has said so.
    }

    /// The words behind a T, or behind the trigger of an E.
    const Mention* wordsOf(std::string_view sourceId) const
    {
        if (const std::size_t* at = lookUp(m_eventLines, sourceId))
            return mentionOf(m_annotations.events[*at].trigger);
        return mentionOf(sourceId);
    }

    /// The sentences round some words: what a claim rests on when no evidence is marked.
    Quote sentenceQuote(const std::vector<const Mention*>& words) const
    {
        const SourceText& text = *m_records.article.text;
        Quote quote;
        quote.source = QuoteSource::Sentence;
        TextSpans sentences;
        for (const Mention* mention : words) {
            if (mention->status == QuoteStatus::Missing)
                continue;
            sentences.push_back(
                text.sentenceRound(hullOf(mention->spans), m_records.article.language));
        }
        if (sentences.empty()) {
            quote.status = QuoteStatus::Missing;
            if (!words.empty())
                quote.text = words.front()->text;
            return quote;
        }
        quote.spans = merged(std::move(sentences));
        quote.text = text.slice(quote.spans);
        return quote;
    }

    void takeAttributes(Claim& claim)
    {
        const auto* attributes = lookUp(m_attributes, std::string_view(claim.sourceId));
        if (!attributes)
            return;
        static const std::map<std::string_view, std::string Claim::*> fields = {
            {"Polarity", &Claim::polarity},           {"Aspect", &Claim::aspect},
            {"Confidence", &Claim::confidence},       {"SourceReliability", &Claim::reliability},
            {"InfoCredibility", &Claim::credibility},
        };
        std::set<std::string_view> seen;
        for (const AttributeLine* line : *attributes) {
            if (!seen.insert(line->name).second) {
                report(Severity::Warning, line->line,
                       fmt::format("{} has a {} already; the first one counts, and “{}” does not",
                                   claim.sourceId, line->name, line->value));
                continue;
            }
            bool understood = true;
            if (line->name == "Modality") {
                claim.modality = parseModality(line->value);
                understood = claim.modality.has_value();
            } else if (line->name == "Factuality") {
                claim.factuality = parseFactuality(line->value);
                understood = claim.factuality.has_value();
            } else if (const auto field = fields.find(line->name); field != fields.end()) {
                claim.*(field->second) = line->value;
            } else {
                claim.otherAttributes[line->name] = line->value;
            }
            if (!understood) {
                report(Severity::Warning, line->line,
                       fmt::format("{} is no value of {}; it is kept, and {} counts as unstated",
                                   line->value.empty() ? "nothing" : "“" + line->value + "”",
                                   line->name, claim.sourceId));
                claim.otherAttributes[line->name] = line->value;
            }
        }
    }

    void takeDates(Claim& claim, std::string_view timeFiller)
    {
        const auto* references = lookUp(m_references, timeFiller);
        if (!references)
            return;
        for (const NormalizationLine* line : *references) {
            if (line->database != dateAuthority)
                continue;
            if (const std::optional<Edtf> date = parseEdtf(line->entry))
                claim.dates.push_back(*date);
            else if (m_reportedDates.insert(line).second)
                report(Severity::Warning, line->line,
                       fmt::format("“{}” is no EDTF date; {} has no date from it", line->entry,
                                   line->target));
        }
    }

    Claim claimFor(std::string_view sourceId, const std::string& type) const
    {
        Claim claim;
        claim.id = idFor<ClaimId>("claim", sourceId);
        claim.article = m_records.article.id;
        claim.sourceId = sourceId;
        claim.type = type;
        claim.ids = outsideIds(sourceId);
        if (const auto* notes = lookUp(m_notes, sourceId)) {
            for (const NoteLine* note : *notes)
                claim.notes.push_back(note->text);
        }
        return claim;
    }

    /// The reader takes a number at the end for an ordinal; it may belong to the name.
    std::string roleName(const EventLine& line, const Argument& argument) const
    {
        const EventType& type = m_ontology.event(line.type);
        const std::string numbered = argument.role + std::to_string(argument.ordinal);
        return !type.role(argument.role) && type.role(numbered) ? numbered : argument.role;
    }

    void addEventClaims()
    {
        for (std::size_t i = 0; i < m_annotations.events.size(); ++i) {
            const EventLine& line = m_annotations.events[i];
            Claim claim = claimFor(line.id, line.type);
            claim.event = m_eventOf[i];
            std::vector<const Mention*> words;
            if (const Mention* trigger = mentionOf(line.trigger)) {
                claim.trigger = trigger->id;
                words.push_back(trigger);
            }
            for (const Argument& argument : line.arguments) {
                const std::optional<Filler> filler = fillerOf(argument.target);
                if (!filler)
                    continue;
                claim.roles.push_back({roleName(line, argument), *filler});
                const Mention* mention = mentionOf(argument.target);
                const EntityUse use =
                    mention ? m_ontology.entity(mention->type).use : EntityUse::Vertex;
                if (use == EntityUse::Quote)
                    claim.quotes.push_back({mention->spans, mention->text, mention->status,
                                            mention->anchoredBy, QuoteSource::Evidence});
                else if (const Mention* argumentWords = wordsOf(argument.target))
                    words.push_back(argumentWords);
                if (use == EntityUse::Date)
                    takeDates(claim, argument.target);
            }
            if (claim.quotes.empty())
                claim.quotes.push_back(sentenceQuote(words));
            takeAttributes(claim);
            m_records.claims.push_back(std::move(claim));
        }
    }

    void addRelationClaims()
    {
        for (const RelationLine& line : m_annotations.relations) {
            const std::optional<Filler> from = fillerOf(line.target1);
            const std::optional<Filler> to = fillerOf(line.target2);
            if (!from || !to)
                continue;
            Claim claim = claimFor(line.id, line.type);
            claim.roles = {{line.role1, *from}, {line.role2, *to}};
            // Roles go by their names: "Arg2:T2 Arg1:T3" says what "Arg1:T3 Arg2:T2" says.
            if (const RelationType& type = m_ontology.relation(line.type);
                line.role1 == type.toRole && line.role2 == type.fromRole)
                std::swap(claim.roles[0], claim.roles[1]);
            std::vector<const Mention*> words;
            for (const std::string& target : {line.target1, line.target2}) {
                if (const Mention* mention = wordsOf(target))
                    words.push_back(mention);
            }
            claim.quotes.push_back(sentenceQuote(words));
            takeAttributes(claim);
            m_records.claims.push_back(std::move(claim));
        }
    }

    const Ontology& m_ontology;
    const Annotations& m_annotations;
    const std::string& m_file;
    Imported m_result;
    ArticleRecords& m_records = m_result.records;
    IndexById m_textBounds, m_eventLines;
    std::vector<bool> m_isVertex; ///< For each T line.
    std::unordered_map<std::string_view, std::vector<const AttributeLine*>> m_attributes;
    std::unordered_map<std::string_view, std::vector<const NormalizationLine*>> m_references;
    std::unordered_map<std::string_view, std::vector<const NoteLine*>> m_notes;
    std::vector<EventId> m_eventOf; ///< For each E line.
    std::set<const NormalizationLine*> m_reportedDates;
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
