// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/model/records.h"

#include <optional>
#include <string>
#include <vector>

namespace entente
{

// What of a record an edit may change, one struct for each kind of record. A field that has no
// value is left as it is. The tables in fieldtables.h name each field once.

struct ArticleFields
{
    std::optional<std::string> title, outlet;
    std::optional<std::vector<std::string>> chain;
    std::optional<std::string> byline, address;
    std::optional<std::optional<Edtf>> published;
    std::optional<std::string> language, reliability;
    std::optional<std::vector<std::string>> tags;

    bool operator==(const ArticleFields&) const = default;
};

struct MentionFields
{
    std::optional<std::string> type;
    std::optional<TextSpans> spans;
    std::optional<std::string> text;
    std::optional<QuoteStatus> status;
    std::optional<std::string> anchoredBy;
    std::optional<EntityId> entity;
    std::optional<std::vector<OutsideId>> ids;
    std::optional<std::string> form, note;

    bool operator==(const MentionFields&) const = default;
};

struct EntityFields
{
    std::optional<std::string> type, name;
    std::optional<std::vector<OutsideId>> ids;
    std::optional<std::string> note;
    std::optional<std::vector<std::string>> tags;

    bool operator==(const EntityFields&) const = default;
};

struct EventFields
{
    std::optional<std::string> type, title;
    std::optional<std::vector<OutsideId>> ids;
    std::optional<std::string> note;
    std::optional<std::vector<std::string>> tags;

    bool operator==(const EventFields&) const = default;
};

struct ClaimFields
{
    std::optional<std::string> type;
    std::optional<EventId> event;
    std::optional<MentionId> trigger;
    std::optional<std::vector<Quote>> quotes;
    std::optional<std::vector<RoleFiller>> roles;
    std::optional<std::optional<Modality>> modality;
    std::optional<std::optional<Factuality>> factuality;
    std::optional<std::string> polarity, aspect;
    std::optional<std::vector<Edtf>> dates;
    std::optional<std::string> confidence, reliability, credibility;
    std::optional<std::vector<OutsideId>> ids;
    std::optional<std::vector<std::string>> notes, tags;
    std::optional<bool> rejected;

    bool operator==(const ClaimFields&) const = default;
};

} // namespace entente
