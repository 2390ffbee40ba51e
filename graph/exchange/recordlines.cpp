// SPDX-License-Identifier: Apache-2.0
#include "graph/exchange/recordlines.h"

#include "graph/base/overloaded.h"
#include "graph/text/sourcetext.h"

#include <algorithm>
#include <string_view>

namespace entente
{

namespace
{

const std::string none;

template <class Id>
const std::string& find(const std::unordered_map<Id, std::string>& lines, Id id)
{
    const auto found = lines.find(id);
    return found == lines.end() ? none : found->second;
}

bool areOfOneKind(const Mention&, const Mention&) { return true; }
bool areOfOneKind(const Claim& a, const Claim& b) { return a.isRelation() == b.isRelation(); }

/// For each record of the base, by its line, the one of mine that it has become. Records know their
/// lines; their ids would not do: what was made by hand and came back from a file has its own.
template <class Record>
std::map<std::string, const Record*, std::less<>> becameOf(const std::vector<Record>& base,
                                                           const std::vector<Record>& mine)
{
    std::unordered_map<std::string_view, const Record*> byLine;
    for (const Record& record : base)
        byLine.emplace(record.sourceId, &record);
    std::map<std::string, const Record*, std::less<>> became;
    for (const Record& record : mine) {
        const auto read = byLine.find(record.sourceId);
        if (read == byLine.end() || !areOfOneKind(*read->second, record))
            continue;
        const auto [place, isFirst] = became.emplace(record.sourceId, &record);
        if (!isFirst && record.id == read->second->id) // A copy that kept the line's name.
            place->second = &record;
    }
    return became;
}

template <class Record>
const Record* findOn(const std::map<std::string, const Record*, std::less<>>& records,
                     const std::string& line)
{
    const auto found = records.find(line);
    return found == records.end() ? nullptr : found->second;
}

template <class Id, class Record>
const Record* findBase(const std::unordered_map<Id, const Record*>& base, Id id)
{
    const auto found = base.find(id);
    return found == base.end() ? nullptr : found->second;
}

} // namespace

bool isBratPlace(const TextSpans& spans, const SourceText& text)
{
    TextSpans sorted = spans;
    std::ranges::sort(sorted);
    const auto overlaps = [](TextSpan a, TextSpan b) { return a.overlaps(b); };
    const auto isBlank = [&](TextSpan span) {
        return text.slice(span).find_first_not_of(" \t\r\n") == std::string_view::npos;
    };
    return !spans.empty() && std::ranges::none_of(spans, isBlank) &&
           std::ranges::adjacent_find(sorted, overlaps) == sorted.end();
}

RecordLines::RecordLines(const AnnotationBase& base, const ArticleRecords& mine, FreeIds& ids)
    : m_mentionOn(becameOf(base.records.mentions, mine.mentions))
    , m_claimOn(becameOf(base.records.claims, mine.claims))
{
    for (const Mention& mention : base.records.mentions) {
        if (const Mention* became = mentionOn(mention.sourceId)) {
            m_baseMention.emplace(became->id, &mention);
            m_mentionLine.emplace(became->id, mention.sourceId);
        }
    }
    for (const Claim& claim : base.records.claims) {
        if (const Claim* became = claimOn(claim.sourceId))
            m_baseClaim.emplace(became->id, &claim);
    }
    for (const EventLine& line : base.read.events)
        m_triggerOf.emplace(line.id, line.trigger);
    giveLines(mine.mentions, *mine.article.text, ids);
    giveLines(mine.claims, ids);
}

void RecordLines::giveLines(const std::vector<Mention>& mentions, const SourceText& text,
                            FreeIds& ids)
{
    for (const Mention& mention : mentions) {
        if (!m_mentionLine.contains(mention.id) && isBratWord(mention.type) &&
            isBratPlace(mention.spans, text))
            m_mentionLine.emplace(mention.id, ids.take('T', mention.sourceId));
    }
}

void RecordLines::giveLines(const std::vector<Claim>& claims, FreeIds& ids)
{
    // Events first: relations may stand between them.
    for (const bool relations : {false, true}) {
        for (const Claim& claim : claims) {
            if (claim.isRelation() != relations || !canBeSaid(claim))
                continue;
            const Claim* base = baseOf(claim);
            m_claimLine.emplace(claim.id, base ? base->sourceId
                                               : ids.take(relations ? 'R' : 'E', claim.sourceId));
        }
    }
    std::erase_if(m_claimOn,
                  [&](const auto& entry) { return !m_claimLine.contains(entry.second->id); });
}

bool RecordLines::canBeSaid(const Claim& claim) const
{
    const bool isInFile = baseOf(claim) != nullptr;
    // No edit could add these to a claim that came back without them.
    for (const auto& [name, value] : claim.otherAttributes) {
        if (!isInFile && (claim.isRelation() || !isBratWord(name) || !isBratValue(value)))
            return false;
    }
    if (!claim.isRelation())
        return (isInFile || isBratWord(claim.type)) && !triggerOf(claim).empty();
    return isBratWord(claim.type) && claim.roles.size() == 2 &&
           claim.roles[0].role != claim.roles[1].role &&
           std::ranges::all_of(claim.roles, [&](const RoleFiller& role) {
               return isBratWord(role.role) && !lineOf(role.filler).empty();
           });
}

std::string RecordLines::triggerOf(const Claim& claim) const
{
    if (const std::string& line = lineOf(claim.trigger); !line.empty())
        return line;
    const Claim* base = baseOf(claim);
    if (!base)
        return {};
    const auto found = m_triggerOf.find(base->sourceId);
    return found != m_triggerOf.end() && mentionOn(found->second) ? found->second : std::string();
}

const std::string& RecordLines::lineOf(MentionId id) const { return find(m_mentionLine, id); }
const std::string& RecordLines::lineOf(ClaimId id) const { return find(m_claimLine, id); }

const std::string& RecordLines::lineOf(const Filler& filler) const
{
    return std::visit(Overloaded{
                          [&](MentionId id) -> const std::string& { return lineOf(id); },
                          [&](ClaimId id) -> const std::string& {
                              const std::string& line = lineOf(id);
                              return line.starts_with('E') ? line : none;
                          },
                      },
                      filler);
}

const Mention* RecordLines::mentionOn(const std::string& line) const
{
    return findOn(m_mentionOn, line);
}
const Claim* RecordLines::claimOn(const std::string& line) const { return findOn(m_claimOn, line); }
const Mention* RecordLines::baseOf(const Mention& mention) const
{
    return findBase(m_baseMention, mention.id);
}
const Claim* RecordLines::baseOf(const Claim& claim) const
{
    return findBase(m_baseClaim, claim.id);
}

} // namespace entente
