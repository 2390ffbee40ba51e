// SPDX-License-Identifier: Apache-2.0
#include "graph/exchange/wantedlines.h"

#include "graph/annotation/articlelines.h"
#include "graph/exchange/claimlines.h"
#include "graph/exchange/linesabout.h"
#include "graph/exchange/recordlines.h"
#include "graph/exchange/sameonelines.h"
#include "graph/ontology/ontology.h"
#include "graph/text/sourcetext.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

namespace entente
{

namespace
{

std::vector<std::string> linesOf(const std::string& note)
{
    std::vector<std::string> lines;
    if (note.empty())
        return lines;
    std::size_t begin = 0;
    for (std::size_t end = note.find('\n'); end != std::string::npos;
         end = note.find('\n', begin)) {
        lines.push_back(note.substr(begin, end - begin));
        begin = end + 1;
    }
    lines.push_back(note.substr(begin));
    return lines;
}

bool has(const std::vector<OutsideId>& ids, const OutsideId& id)
{
    return std::ranges::any_of(ids, [&](const OutsideId& other) { return nameTheSame(other, id); });
}

using OutsideIds = std::vector<OutsideId>;

/// An id that stands on a part (a mention, a claim) is one of the whole (the entity, the event),
/// and joins it with all that have it. So parts say no other than the whole has, and the first says
/// what none of them said yet.
/// @param others the article's wholes; an id that two had would make them one.
template <class Whole>
void fitIdsTo(const Whole& whole, const std::vector<Whole>& others,
              const std::vector<OutsideIds*>& parts)
{
    for (OutsideIds* part : parts)
        std::erase_if(*part, [&](const OutsideId& id) { return !has(whole.ids, id); });
    for (const OutsideId& id : whole.ids) {
        const auto says = [&](const OutsideIds* part) { return has(*part, id); };
        const auto isAnothers = [&](const Whole& other) {
            return other.id != whole.id && has(other.ids, id);
        };
        if (!parts.empty() && std::ranges::none_of(parts, says) &&
            std::ranges::none_of(others, isAnothers))
            parts.front()->push_back(id);
    }
}

class Wanting
{
public:
    Wanting(const AnnotationBase& base, const ArticleRecords& mine, const Ontology& ontology)
        : m_base(base)
        , m_mine(mine)
        , m_ontology(ontology)
        , m_ids(base.bytes)
        , m_lines(base, mine, m_ids)
        , m_claimLines(base, mine, m_lines)
        , m_wanted(base.read)
        , m_about(m_wanted, m_ids, ontology)
    {
    }

    WantedLines run()
    {
        setTextBounds();
        m_wanted.events = m_claimLines.events();
        m_wanted.relations = m_claimLines.relations();
        dropWhatIsAboutNothing();
        sayOfMentions();
        sayOfClaims();
        m_about.finish();
        setSameOnes(m_wanted, m_base.read, m_mine, m_lines, m_ontology);
        WantedLines result{std::move(m_wanted), {}, {}};
        for (const Mention& mention : m_mine.mentions) {
            if (const std::string& line = m_lines.lineOf(mention.id); !line.empty())
                result.mentions.emplace(line, mention.id);
        }
        for (const Claim& claim : m_mine.claims) {
            if (const std::string& line = m_lines.lineOf(claim.id); !line.empty())
                result.claims.emplace(line, claim.id);
        }
        return result;
    }

private:
    /// An analyst who gives an actor another type means all its mentions.
    void findEntityTypes()
    {
        std::set<std::pair<EntityId, std::string_view>> said;
        for (const Mention& mention : m_mine.mentions)
            said.emplace(mention.entity, mention.type);
        for (const Entity& entity : m_mine.entities) {
            if (!said.contains({entity.id, entity.type}) && isBratWord(entity.type))
                m_typeOf.emplace(entity.id, entity.type);
        }
    }

    std::string typeOf(const Mention& mention, const std::string& line, const Mention* base) const
    {
        const auto& triggers = m_claimLines.triggerTypes();
        if (const auto trigger = triggers.find(line); trigger != triggers.end())
            return trigger->second;
        if (const auto entity = m_typeOf.find(mention.entity); entity != m_typeOf.end())
            return entity->second;
        return base && !isBratWord(mention.type) ? base->type : mention.type;
    }

    void setTextBounds()
    {
        findEntityTypes();
        std::vector<std::pair<std::string, std::optional<TextBound>>> records;
        for (const Mention& mention : m_mine.mentions) {
            const std::string& id = m_lines.lineOf(mention.id);
            if (id.empty())
                continue;
            std::optional<TextBound> added;
            if (!m_lines.baseOf(mention)) {
                added.emplace();
                added->id = id;
                added->type = typeOf(mention, id, nullptr);
                added->spans = mention.spans;
                added->text = m_mine.article.text->slice(mention.spans);
            }
            records.emplace_back(id, std::move(added));
        }
        const auto stays = [&](const TextBound& line) -> std::optional<TextBound> {
            const Mention* mention = m_lines.mentionOn(line.id);
            if (!mention)
                return std::nullopt;
            TextBound kept = line;
            kept.type = typeOf(*mention, line.id, m_lines.baseOf(*mention));
            if (mention->spans != line.spans && isBratPlace(mention->spans, *m_mine.article.text)) {
                kept.spans = mention->spans;
                kept.text = m_mine.article.text->slice(mention->spans);
            }
            return kept;
        };
        m_wanted.textBounds = placed(m_base.read.textBounds, stays, records);
    }

    void dropWhatIsAboutNothing()
    {
        for (const TextBound& line : m_base.read.textBounds) {
            if (!m_lines.mentionOn(line.id))
                m_about.removeAll(line.id);
        }
        for (const Claim& claim : m_base.records.claims) {
            if (!m_lines.claimOn(claim.sourceId))
                m_about.removeAll(claim.sourceId);
        }
    }

    void sayOfMentions()
    {
        std::map<MentionId, OutsideIds> ids;
        std::map<EntityId, std::vector<OutsideIds*>> parts;
        for (const Mention& mention : m_mine.mentions) {
            if (m_lines.lineOf(mention.id).empty())
                continue;
            OutsideIds& mine = ids[mention.id] = mention.ids;
            parts[mention.entity].push_back(&mine);
        }
        for (const Entity& entity : m_mine.entities)
            fitIdsTo(entity, m_mine.entities, parts[entity.id]);
        const Mention nothing;
        for (const Mention& mention : m_mine.mentions) {
            const std::string& line = m_lines.lineOf(mention.id);
            if (line.empty())
                continue;
            const Mention* inFile = m_lines.baseOf(mention);
            const Mention& base = inFile ? *inFile : nothing;
            if (ids[mention.id] != base.ids)
                m_about.setOutsideIds(line, ids[mention.id]);
            if (mention.note != base.note)
                m_about.setNotes(line, linesOf(mention.note));
            // brat refuses an attribute of the words of an event.
            if (mention.form != base.form && !m_claimLines.triggerTypes().contains(line))
                m_about.setAttribute(line, "Mention",
                                     mention.form.empty() ? std::nullopt
                                                          : std::optional(mention.form));
        }
    }

    void sayOfClaims()
    {
        std::map<ClaimId, OutsideIds> ids;
        std::map<EventId, std::vector<OutsideIds*>> parts;
        for (const Claim& claim : m_mine.claims) {
            if (m_lines.lineOf(claim.id).empty())
                continue;
            OutsideIds& mine = ids[claim.id] = claim.ids;
            if (!claim.isRelation())
                parts[claim.event].push_back(&mine);
        }
        for (const Event& event : m_mine.events)
            fitIdsTo(event, m_mine.events, parts[event.id]);
        const Claim nothing;
        for (const Claim& claim : m_mine.claims) {
            const std::string& line = m_lines.lineOf(claim.id);
            if (line.empty())
                continue;
            const Claim* inFile = m_lines.baseOf(claim);
            const Claim& base = inFile ? *inFile : nothing;
            if (ids[claim.id] != base.ids)
                m_about.setOutsideIds(line, ids[claim.id]);
            if (claim.notes != base.notes)
                m_about.setNotes(line, claim.notes);
            sayAttributes(line, claim, base);
            if (claim.dates != base.dates)
                sayDate(claim);
        }
    }

    void sayAttributes(const std::string& line, const Claim& claim, const Claim& base)
    {
        const auto wanted = ClaimLines::attributesOf(claim);
        const auto before = ClaimLines::attributesOf(base);
        for (const auto& [name, value] : before) {
            if (!wanted.contains(name))
                m_about.setAttribute(line, name, std::nullopt);
        }
        for (const auto& [name, value] : wanted) {
            const auto was = before.find(name);
            // brat knows no attributes of relations; those that a file has all the same may change.
            const bool canHave = !claim.isRelation() || m_about.hasAttribute(line, name);
            if (canHave && (was == before.end() || was->second != value))
                m_about.setAttribute(line, name, value);
        }
    }

    /// A day stands on its words: where a claim has the words of one day to itself, these can say
    /// another.
    void sayDate(const Claim& claim)
    {
        std::string line;
        for (const RoleFiller& role : claim.roles) {
            const std::string& id = m_lines.lineOf(role.filler);
            if (isDate(role.filler) && !std::exchange(line, id).empty())
                return;
        }
        if (line.empty() || claim.dates.size() > 1 || usesOf(line) > 1)
            return;
        m_about.setDate(line,
                        claim.dates.empty() ? std::nullopt : std::optional(claim.dates.front()));
    }

    bool isDate(const Filler& filler) const
    {
        const auto* mention = std::get_if<MentionId>(&filler);
        const auto& mentions = m_mine.mentions;
        const auto found =
            mention ? std::ranges::find(mentions, *mention, &Mention::id) : mentions.end();
        return found != mentions.end() && m_ontology.entity(found->type).use == EntityUse::Date;
    }

    std::ptrdiff_t usesOf(const std::string& line) const
    {
        std::ptrdiff_t uses = 0;
        for (const Claim& claim : m_mine.claims)
            uses += std::ranges::count_if(claim.roles, [&](const RoleFiller& role) {
                return m_lines.lineOf(role.filler) == line;
            });
        return uses;
    }

    const AnnotationBase& m_base;
    const ArticleRecords& m_mine;
    const Ontology& m_ontology;
    FreeIds m_ids;
    RecordLines m_lines;
    ClaimLines m_claimLines;
    Annotations m_wanted;
    LinesAbout m_about;
    std::map<EntityId, std::string> m_typeOf; ///< Given to entities whose mentions say others.
};

} // namespace

WantedLines wantedLines(const AnnotationBase& base, const ArticleRecords& mine,
                        const Ontology& ontology)
{
    return Wanting(base, mine, ontology).run();
}

} // namespace entente
