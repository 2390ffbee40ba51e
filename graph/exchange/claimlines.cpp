// SPDX-License-Identifier: Apache-2.0
#include "graph/exchange/claimlines.h"

#include <algorithm>

namespace entente
{

namespace
{

/// What fills which role, by the ids of lines.
using Filled = std::vector<std::pair<std::string, std::string>>;

/// As the import reads them: those of a line that name what is there.
std::vector<const Argument*> readArguments(const EventLine& line, const AnnotationIndex& index)
{
    std::vector<const Argument*> read;
    for (const Argument& argument : line.arguments) {
        if (index.textBound(argument.target) || index.event(argument.target))
            read.push_back(&argument);
    }
    return read;
}

/// The next number of a role: "Participant3" after "Participant2". A role that ends in a digit
/// cannot have one.
int nextOrdinal(const std::string& role, const std::vector<Argument>& arguments,
                const std::vector<Argument>& toCome)
{
    if (!role.empty() && role.back() >= '0' && role.back() <= '9')
        return 1;
    int ordinal = 0;
    for (const auto* list : {&arguments, &toCome}) {
        for (const Argument& argument : *list) {
            if (argument.role == role)
                ordinal = std::max(ordinal, argument.ordinal);
        }
    }
    return ordinal + 1;
}

} // namespace

ClaimLines::ClaimLines(const AnnotationBase& base, const ArticleRecords& mine,
                       const RecordLines& lines)
    : m_base(base)
    , m_mine(mine)
    , m_lines(lines)
    , m_index(base.read)
{
    for (const EventLine& line : base.read.events)
        m_events.emplace(line.id, &line);
    for (const RelationLine& line : base.read.relations)
        m_relations.emplace(line.id, &line);
    findTriggerTypes();
}

/// brat takes an event only if its trigger has its own type. Where two begin from the same words,
/// the one that was not changed has its way.
void ClaimLines::findTriggerTypes()
{
    for (const bool unchanged : {true, false}) {
        for (const Claim& claim : m_mine.claims) {
            if (claim.isRelation() || m_lines.lineOf(claim.id).empty())
                continue;
            const Claim* base = m_lines.baseOf(claim);
            const std::string trigger = m_lines.triggerOf(claim);
            const bool isUnchanged =
                base && base->type == claim.type && m_events.at(base->sourceId)->trigger == trigger;
            if (isUnchanged == unchanged)
                m_triggerTypes.emplace(trigger,
                                       base && !isBratWord(claim.type) ? base->type : claim.type);
        }
    }
}

std::vector<EventLine> ClaimLines::events() const
{
    std::vector<std::pair<std::string, std::optional<EventLine>>> records;
    for (const Claim& claim : m_mine.claims) {
        if (const std::string& id = m_lines.lineOf(claim.id); !id.empty() && !claim.isRelation())
            records.emplace_back(id, m_lines.baseOf(claim) ? std::nullopt
                                                           : std::optional(eventFor(claim)));
    }
    const auto stays = [&](const EventLine& line) -> std::optional<EventLine> {
        const Claim* claim = m_lines.claimOn(line.id);
        return claim ? std::optional(eventFor(*claim)) : std::nullopt;
    };
    return placed(m_base.read.events, stays, records);
}

EventLine ClaimLines::eventFor(const Claim& claim) const
{
    EventLine line;
    line.id = m_lines.lineOf(claim.id);
    const auto read = m_events.find(line.id);
    const bool isNew = m_lines.baseOf(claim) == nullptr;
    if (!isNew)
        line = *read->second;
    line.trigger = m_lines.triggerOf(claim);
    line.type = m_triggerTypes.at(line.trigger);
    line.arguments = argumentsFor(claim, isNew ? nullptr : read->second);
    return line;
}

std::vector<Argument> ClaimLines::argumentsFor(const Claim& claim, const EventLine* read) const
{
    Filled wanted;
    for (const RoleFiller& role : claim.roles) {
        const std::string& target = m_lines.lineOf(role.filler);
        if (!target.empty() && isBratWord(role.role))
            wanted.emplace_back(role.role, target);
    }
    std::vector<Argument> unused;
    Filled unusedSay; // The same, by the names of roles that the import gives them.
    std::vector<Argument> arguments;
    if (read) {
        const std::vector<const Argument*> there = readArguments(*read, m_index);
        const std::vector<RoleFiller>& roles = m_lines.baseOf(claim)->roles;
        for (std::size_t i = 0; i < there.size(); ++i) {
            unused.push_back(*there[i]);
            unusedSay.emplace_back(roles[i].role, there[i]->target);
        }
        if (unusedSay == wanted)
            return read->arguments;
        for (const Argument& argument : read->arguments) {
            if (std::ranges::find(there, &argument) == there.end())
                arguments.push_back(argument); // It names what is nowhere, and is not ours to drop.
        }
    }
    for (const auto& one : wanted) {
        if (const auto same = std::ranges::find(unusedSay, one); same != unusedSay.end()) {
            const auto at = same - unusedSay.begin();
            arguments.push_back(unused[static_cast<std::size_t>(at)]);
            unused.erase(unused.begin() + at);
            unusedSay.erase(same);
        } else {
            arguments.push_back({one.first, nextOrdinal(one.first, arguments, unused), one.second});
        }
    }
    return arguments;
}

std::vector<RelationLine> ClaimLines::relations() const
{
    std::vector<std::pair<std::string, std::optional<RelationLine>>> records;
    for (const Claim& claim : m_mine.claims) {
        if (const std::string& id = m_lines.lineOf(claim.id); !id.empty() && claim.isRelation())
            records.emplace_back(id, m_lines.baseOf(claim) ? std::nullopt
                                                           : std::optional(relationFor(claim)));
    }
    std::map<std::string, const Claim*> inBase;
    for (const Claim& claim : m_base.records.claims)
        inBase.emplace(claim.sourceId, &claim);
    const auto stays = [&](const RelationLine& line) -> std::optional<RelationLine> {
        if (const Claim* claim = m_lines.claimOn(line.id))
            return relationFor(*claim);
        // One whose ends are nowhere never became a claim, and is not ours to drop.
        return inBase.contains(line.id) ? std::nullopt : std::optional(line);
    };
    return placed(m_base.read.relations, stays, records);
}

RelationLine ClaimLines::relationFor(const Claim& claim) const
{
    const RoleFiller& from = claim.roles[0];
    const RoleFiller& to = claim.roles[1];
    RelationLine line;
    line.id = m_lines.lineOf(claim.id);
    if (m_lines.baseOf(claim))
        line = *m_relations.at(line.id);
    line.type = claim.type;
    const bool isTurned = line.role1 == to.role && line.role2 == from.role;
    line.role1 = isTurned ? to.role : from.role;
    line.target1 = m_lines.lineOf(isTurned ? to.filler : from.filler);
    line.role2 = isTurned ? from.role : to.role;
    line.target2 = m_lines.lineOf(isTurned ? from.filler : to.filler);
    return line;
}

std::map<std::string, std::string> ClaimLines::attributesOf(const Claim& claim)
{
    std::map<std::string, std::string> attributes;
    const auto put = [&](const char* name, std::string_view value) {
        if (!value.empty())
            attributes.emplace(name, value);
    };
    put("Modality", claim.modality ? nameOf(*claim.modality) : std::string_view());
    put("Factuality", claim.factuality ? nameOf(*claim.factuality) : std::string_view());
    put("Polarity", claim.polarity);
    put("Aspect", claim.aspect);
    put("Confidence", claim.confidence);
    put("SourceReliability", claim.reliability);
    put("InfoCredibility", claim.credibility);
    // Last: a Modality that is none stands here, and stays.
    for (const auto& [name, value] : claim.otherAttributes)
        attributes.insert_or_assign(name, value);
    return attributes;
}

} // namespace entente
