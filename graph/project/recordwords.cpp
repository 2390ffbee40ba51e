// SPDX-License-Identifier: Apache-2.0
#include "graph/project/recordwords.h"

#include "graph/text/utf8.h"

#include <fmt/format.h>

#include <algorithm>

namespace entente
{

namespace
{

template <class Record, class IdType>
const Record* find(const std::vector<Record>& records, IdType id)
{
    const auto found = std::ranges::find(records, id, &Record::id);
    return found == records.end() ? nullptr : &*found;
}

} // namespace

std::string RecordWords::quoted(std::string_view words)
{
    constexpr std::size_t enough = 60;
    const std::string_view beginning = beginningOf(words, enough);
    return fmt::format("“{}{}”", beginning, beginning.size() < words.size() ? "…" : "");
}

std::string RecordWords::nameOf(const Mention& mention) const
{
    return fmt::format("the mark {}", quoted(mention.text));
}

std::string RecordWords::nameOf(const Entity& entity) const
{
    if (!entity.name.empty())
        return quoted(entity.name);
    const auto named = std::ranges::find(m_records.mentions, entity.id, &Mention::entity);
    return named == m_records.mentions.end()
               ? fmt::format("somebody or something ({})", entity.type)
               : quoted(named->text);
}

std::string RecordWords::nameOf(const Event& event) const
{
    return event.title.empty() ? fmt::format("the meeting ({})", event.type)
                               : fmt::format("the meeting {}", quoted(event.title));
}

std::string RecordWords::nameOf(const Claim& claim) const
{
    return claim.sourceId.empty() ? fmt::format("the claim ({})", claim.type)
                                  : fmt::format("the claim {} ({})", claim.sourceId, claim.type);
}

std::string RecordWords::of(const std::string& text) const
{
    return text.empty() ? "nothing" : quoted(text);
}

std::string RecordWords::of(TextSpan span) const
{
    return fmt::format("{}–{}", span.begin, span.end);
}

std::string RecordWords::of(const RoleFiller& role) const
{
    return fmt::format("{} {}", role.role,
                       std::visit([this](const auto& id) { return of(id); }, role.filler));
}

std::string RecordWords::of(MentionId id) const
{
    const Mention* mention = find(m_records.mentions, id);
    return mention == nullptr ? "nothing" : quoted(mention->text);
}

std::string RecordWords::of(EntityId id) const
{
    const Entity* entity = find(m_records.entities, id);
    return entity == nullptr ? "nothing" : nameOf(*entity);
}

std::string RecordWords::of(EventId id) const
{
    const Event* event = find(m_records.events, id);
    return event == nullptr ? "nothing" : nameOf(*event);
}

std::string RecordWords::of(ClaimId id) const
{
    const Claim* claim = find(m_records.claims, id);
    return claim == nullptr ? "nothing" : nameOf(*claim);
}

std::string RecordWords::of(const std::map<std::string, std::string>& values) const
{
    std::string all;
    for (const auto& [name, value] : values)
        all += fmt::format("{}{} {}", all.empty() ? "" : ", ", name, of(value));
    return all.empty() ? "nothing" : all;
}

} // namespace entente
