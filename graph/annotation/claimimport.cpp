// SPDX-License-Identifier: Apache-2.0
#include "graph/annotation/claimimport.h"

#include "graph/annotation/sentencequote.h"
#include "graph/ontology/ontology.h"

#include <fmt/format.h>

#include <map>
#include <optional>
#include <set>

namespace entente
{

namespace
{

class ClaimImport
{
public:
    ClaimImport(const ArticleLines& lines, const std::vector<EventId>& eventOf,
                const std::string& file, ArticleRecords& records)
        : m_lines(lines)
        , m_eventOf(eventOf)
        , m_file(file)
        , m_records(records)
    {
    }

    Diagnostics run()
    {
        m_records.claims.reserve(m_lines.annotations().events.size() +
                                 m_lines.annotations().relations.size());
        addEventClaims();
        addRelationClaims();
        return std::move(m_unread);
    }

private:
    void report(int line, std::string message)
    {
        m_unread.push_back({Severity::Warning, m_file, line, std::move(message)});
    }

    const Mention* mentionOf(std::string_view sourceId) const
    {
        const auto at = m_lines.index().textBound(sourceId);
        return at ? &m_records.mentions[*at] : nullptr;
    }

    std::optional<Filler> fillerOf(std::string_view sourceId) const
    {
        if (const Mention* mention = mentionOf(sourceId))
            return mention->id;
        if (m_lines.index().event(sourceId))
            return m_lines.idFor<ClaimId>("claim", sourceId);
        return std::nullopt; // Dangling: the reader has said so.
    }

    /// The words behind a T, or behind the trigger of an E.
    const Mention* wordsOf(std::string_view sourceId) const
    {
        if (const auto at = m_lines.index().event(sourceId))
            return mentionOf(m_lines.annotations().events[*at].trigger);
        return mentionOf(sourceId);
    }

    void takeAttributes(Claim& claim)
    {
        static const std::map<std::string_view, std::string Claim::*> fields = {
            {"Polarity", &Claim::polarity},           {"Aspect", &Claim::aspect},
            {"Confidence", &Claim::confidence},       {"SourceReliability", &Claim::reliability},
            {"InfoCredibility", &Claim::credibility},
        };
        std::set<std::string_view> seen;
        for (const AttributeLine* line : m_lines.index().attributesOf(claim.sourceId)) {
            if (!seen.insert(line->name).second) {
                report(line->line,
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
                report(line->line,
                       fmt::format("{} is no value of {}; it is kept, and {} counts as unstated",
                                   line->value.empty() ? "nothing" : "“" + line->value + "”",
                                   line->name, claim.sourceId));
                claim.otherAttributes[line->name] = line->value;
            }
        }
    }

    void takeDates(Claim& claim, std::string_view timeFiller)
    {
        for (const NormalizationLine* line : m_lines.index().referencesOf(timeFiller)) {
            if (line->database != dateAuthority)
                continue;
            if (const std::optional<Edtf> date = parseEdtf(line->entry))
                claim.dates.push_back(*date);
            else if (m_reportedDates.insert(line).second)
                report(line->line, fmt::format("“{}” is no EDTF date; {} has no date from it",
                                               line->entry, line->target));
        }
    }

    Claim claimFor(std::string_view sourceId, const std::string& type) const
    {
        Claim claim;
        claim.id = m_lines.idFor<ClaimId>("claim", sourceId);
        claim.article = m_lines.article();
        claim.sourceId = sourceId;
        claim.type = type;
        claim.ids = m_lines.outsideIds(sourceId);
        for (const NoteLine* note : m_lines.index().notesOn(sourceId))
            claim.notes.push_back(note->text);
        return claim;
    }

    /// The reader takes a number at the end for an ordinal; it may belong to the name.
    std::string roleName(const EventLine& line, const Argument& argument) const
    {
        const EventType& type = m_lines.ontology().event(line.type);
        const std::string numbered = argument.role + std::to_string(argument.ordinal);
        return !type.role(argument.role) && type.role(numbered) ? numbered : argument.role;
    }

    void addEventClaims()
    {
        for (std::size_t i = 0; i < m_lines.annotations().events.size(); ++i) {
            const EventLine& line = m_lines.annotations().events[i];
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
                    mention ? m_lines.ontology().entity(mention->type).use : EntityUse::Vertex;
                if (use == EntityUse::Quote)
                    claim.quotes.push_back({mention->spans, mention->text, mention->status,
                                            mention->anchoredBy, QuoteSource::Evidence});
                else if (const Mention* argumentWords = wordsOf(argument.target))
                    words.push_back(argumentWords);
                if (use == EntityUse::Date)
                    takeDates(claim, argument.target);
            }
            if (claim.quotes.empty())
                claim.quotes.push_back(sentenceQuote(m_records.article, words));
            takeAttributes(claim);
            m_records.claims.push_back(std::move(claim));
        }
    }

    void addRelationClaims()
    {
        for (const RelationLine& line : m_lines.annotations().relations) {
            const std::optional<Filler> from = fillerOf(line.target1);
            const std::optional<Filler> to = fillerOf(line.target2);
            if (!from || !to)
                continue;
            Claim claim = claimFor(line.id, line.type);
            claim.roles = {{line.role1, *from}, {line.role2, *to}};
            // Roles go by their names: "Arg2:T2 Arg1:T3" says what "Arg1:T3 Arg2:T2" says.
            if (const RelationType& type = m_lines.ontology().relation(line.type);
                line.role1 == type.toRole && line.role2 == type.fromRole)
                std::swap(claim.roles[0], claim.roles[1]);
            std::vector<const Mention*> words;
            for (const std::string& target : {line.target1, line.target2}) {
                if (const Mention* mention = wordsOf(target))
                    words.push_back(mention);
            }
            claim.quotes.push_back(sentenceQuote(m_records.article, words));
            takeAttributes(claim);
            m_records.claims.push_back(std::move(claim));
        }
    }

    const ArticleLines& m_lines;
    const std::vector<EventId>& m_eventOf; ///< For each E line.
    const std::string& m_file;
    ArticleRecords& m_records;
    std::set<const NormalizationLine*> m_reportedDates;
    Diagnostics m_unread;
};

} // namespace

Diagnostics importClaims(const ArticleLines& lines, const std::vector<EventId>& eventOf,
                         const std::string& file, ArticleRecords& records)
{
    return ClaimImport(lines, eventOf, file, records).run();
}

} // namespace entente
