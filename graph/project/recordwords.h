// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/model/records.h"

#include <string>
#include <string_view>

namespace entente
{

/// What records and their values are called in sentences about them, by what their article says.
class RecordWords
{
public:
    /// @param records must outlive it.
    explicit RecordWords(const ArticleRecords& records)
        : m_records(records)
    {
    }

    /// In quotation marks, shortened.
    static std::string quoted(std::string_view words);

    // "the mark “Choe”", "the claim E3 (Visit)"
    std::string nameOf(const Mention& mention) const;
    std::string nameOf(const Entity& entity) const;
    std::string nameOf(const Event& event) const;
    std::string nameOf(const Claim& claim) const;

    // Values: "“Choe”", "nothing", "Happened"
    std::string of(const std::string& text) const;
    std::string of(bool value) const { return value ? "rejected" : "accepted"; }
    std::string of(const Edtf& date) const { return date.text; }
    std::string of(Modality modality) const { return std::string(entente::nameOf(modality)); }
    std::string of(Factuality factuality) const { return std::string(entente::nameOf(factuality)); }
    std::string of(QuoteStatus status) const { return std::string(entente::nameOf(status)); }
    std::string of(const OutsideId& id) const { return id.authority + ":" + id.entry; }
    std::string of(const Quote& quote) const { return quoted(quote.text); }
    std::string of(TextSpan span) const;
    std::string of(const RoleFiller& role) const;
    std::string of(MentionId id) const;
    std::string of(EntityId id) const;
    std::string of(EventId id) const;
    std::string of(ClaimId id) const;
    template <class Value>
    std::string of(const std::optional<Value>& value) const
    {
        return value ? of(*value) : std::string("nothing");
    }
    template <class Value>
    std::string of(const std::vector<Value>& values) const
    {
        std::string all;
        for (const Value& value : values)
            all += (all.empty() ? "" : ", ") + of(value);
        return all.empty() ? "nothing" : all;
    }
    std::string of(const std::map<std::string, std::string>& values) const;

private:
    const ArticleRecords& m_records;
};

} // namespace entente
