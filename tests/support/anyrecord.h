// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/model/fields.h"
#include "graph/model/records.h"
#include "graph/model/store.h"

#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

namespace entente
{

// Records that rapidcheck draws: to be called within a property only.

/// Articles to work in: some whose files are known, of which one is a hard case, and some that were
/// never in a file.
Store storeToWorkIn();

/// From 0 up to an end and without it; drawn evenly in small cases, too, where rapidcheck's own
/// ranges shrink to their beginning.
int below(int end);
inline bool oneIn(int many) { return below(many) == many - 1; }

template <class Record>
const Record* anyOf(const std::vector<Record>& records)
{
    if (records.empty())
        return nullptr;
    return &records[static_cast<std::size_t>(below(static_cast<int>(records.size())))];
}
/// Nil where there is none.
template <class Record>
auto anyIdOf(const std::vector<Record>& records)
{
    const Record* record = anyOf(records);
    return record != nullptr ? record->id : decltype(record->id)();
}

template <class Value>
Value oneOf(std::initializer_list<Value> values)
{
    return *(values.begin() + below(static_cast<int>(values.size())));
}

/// None, one or two.
template <class Value>
std::vector<Value> some(Value (*make)())
{
    std::vector<Value> values;
    for (int count = below(3); count > 0; --count)
        values.push_back(make());
    return values;
}

/// Gives a field a value, or leaves it.
template <class Fields, class Value, class Make>
void maybe(std::optional<Value> Fields::*field, Fields& fields, Make make)
{
    if (oneIn(4))
        fields.*field = make();
}

/// Of a record that is nowhere yet; the same again for the same seed.
Uuid newUuid();

/// Words that files find easy and words that they find hard.
std::string someWords();
std::string oneWord();
Edtf someDate();
OutsideId someId();

// Most of what these give can be put into the article, and some of it must be refused.
Mention someMention(const ArticleRecords& records);
Entity someEntity(const ArticleRecords& records);
Event someEvent(const ArticleRecords& records);
Claim someClaim(const ArticleRecords& records);
ArticleFields someArticleFields();
MentionFields someMentionFields(const ArticleRecords& records);
EntityFields someEntityFields();
EventFields someEventFields();
ClaimFields someClaimFields(const ArticleRecords& records);

} // namespace entente
