// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/model/fields.h"

#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

namespace entente
{

// Each field that an edit may change is named once here, for the store, for files and for words.
// The tables are not in fields.h, which a third of all files reads: they take a quarter of a
// second.

/// One field, in what is wanted and in the record.
template <class Fields, class Record, class Value>
struct Field
{
    std::string_view name; ///< In files.
    std::string_view word; ///< In menus and history: "note".
    std::optional<Value> Fields::*wanted;
    Value Record::*kept;
};
template <class Fields, class Record, class Value>
Field(const char*, const char*, std::optional<Value> Fields::*, Value Record::*)
    -> Field<Fields, Record, Value>;

inline constexpr auto articleFields = std::tuple{
    Field{"title", "title", &ArticleFields::title, &Article::title},
    Field{"outlet", "outlet", &ArticleFields::outlet, &Article::outlet},
    Field{"chain", "sources", &ArticleFields::chain, &Article::chain},
    Field{"byline", "byline", &ArticleFields::byline, &Article::byline},
    Field{"address", "address", &ArticleFields::address, &Article::address},
    Field{"published", "date", &ArticleFields::published, &Article::published},
    Field{"language", "language", &ArticleFields::language, &Article::language},
    Field{"reliability", "reliability", &ArticleFields::reliability, &Article::reliability},
    Field{"tags", "tags", &ArticleFields::tags, &Article::tags},
};

inline constexpr auto mentionFields = std::tuple{
    Field{"type", "type", &MentionFields::type, &Mention::type},
    Field{"spans", "place", &MentionFields::spans, &Mention::spans},
    Field{"text", "words", &MentionFields::text, &Mention::text},
    Field{"status", "status", &MentionFields::status, &Mention::status},
    Field{"anchoredBy", "way it was found", &MentionFields::anchoredBy, &Mention::anchoredBy},
    Field{"entity", "whom it names", &MentionFields::entity, &Mention::entity},
    Field{"ids", "references", &MentionFields::ids, &Mention::ids},
    Field{"form", "form", &MentionFields::form, &Mention::form},
    Field{"note", "note", &MentionFields::note, &Mention::note},
};

inline constexpr auto entityFields = std::tuple{
    Field{"type", "type", &EntityFields::type, &Entity::type},
    Field{"name", "name", &EntityFields::name, &Entity::name},
    Field{"ids", "references", &EntityFields::ids, &Entity::ids},
    Field{"note", "note", &EntityFields::note, &Entity::note},
    Field{"tags", "tags", &EntityFields::tags, &Entity::tags},
};

inline constexpr auto eventFields = std::tuple{
    Field{"type", "type", &EventFields::type, &Event::type},
    Field{"title", "title", &EventFields::title, &Event::title},
    Field{"ids", "references", &EventFields::ids, &Event::ids},
    Field{"note", "note", &EventFields::note, &Event::note},
    Field{"tags", "tags", &EventFields::tags, &Event::tags},
};

inline constexpr auto claimFields = std::tuple{
    Field{"type", "type", &ClaimFields::type, &Claim::type},
    Field{"event", "meeting", &ClaimFields::event, &Claim::event},
    Field{"trigger", "trigger", &ClaimFields::trigger, &Claim::trigger},
    Field{"quotes", "quotes", &ClaimFields::quotes, &Claim::quotes},
    Field{"roles", "roles", &ClaimFields::roles, &Claim::roles},
    Field{"modality", "modality", &ClaimFields::modality, &Claim::modality},
    Field{"factuality", "factuality", &ClaimFields::factuality, &Claim::factuality},
    Field{"polarity", "polarity", &ClaimFields::polarity, &Claim::polarity},
    Field{"aspect", "aspect", &ClaimFields::aspect, &Claim::aspect},
    Field{"dates", "dates", &ClaimFields::dates, &Claim::dates},
    Field{"confidence", "confidence", &ClaimFields::confidence, &Claim::confidence},
    Field{"reliability", "source grade", &ClaimFields::reliability, &Claim::reliability},
    Field{"credibility", "information grade", &ClaimFields::credibility, &Claim::credibility},
    Field{"ids", "references", &ClaimFields::ids, &Claim::ids},
    Field{"notes", "notes", &ClaimFields::notes, &Claim::notes},
    Field{"tags", "tags", &ClaimFields::tags, &Claim::tags},
    Field{"rejected", "acceptance", &ClaimFields::rejected, &Claim::rejected},
};

// The table of what may be changed.
inline const auto& tableOf(const ArticleFields&) { return articleFields; }
inline const auto& tableOf(const MentionFields&) { return mentionFields; }
inline const auto& tableOf(const EntityFields&) { return entityFields; }
inline const auto& tableOf(const EventFields&) { return eventFields; }
inline const auto& tableOf(const ClaimFields&) { return claimFields; }

/// Calls visit(field) for each of a table.
template <class Table, class Visit>
void eachField(const Table& table, Visit visit)
{
    std::apply([&](const auto&... field) { (visit(field), ...); }, table);
}

/// Gives the record what is wanted.
/// @returns what it had in these fields.
template <class Fields, class Record, class Table>
Fields exchange(Record& record, const Fields& wanted, const Table& table)
{
    Fields before;
    eachField(table, [&](const auto& field) {
        const auto& value = wanted.*(field.wanted);
        if (value)
            before.*(field.wanted) = std::exchange(record.*(field.kept), *value);
    });
    return before;
}

} // namespace entente
