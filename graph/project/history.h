// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/expected.h"
#include "graph/project/projectfile.h"

#include <string>
#include <vector>

namespace entente
{

/// One thing that an edit changed, in words.
struct ChangedWords
{
    std::string what;   ///< "name"
    std::string before; ///< Empty: there was nothing.
    std::string after;  ///< Empty: there is nothing now.
};

/// An edit of the log, as somebody reads it.
struct HistoryEntry
{
    std::int64_t number = 0;
    std::string at; ///< As in LoggedEdit.
    std::string analyst;
    std::string words;              ///< As wordsOf() gives them.
    std::vector<std::string> about; ///< Whom or what, and in which articles, by name.
    // The same by id; but nobody of an article that came or went as a whole.
    std::vector<EntityId> entities;
    std::vector<EventId> events;
    std::vector<ChangedWords> changes;
};

/// What was done, as the history says it: "Rename to “Choe Son-hui”".
std::string wordsOf(const LoggedEdit& logged);

/// @param store as it is by now: for the names of what was changed.
HistoryEntry historyEntryOf(const LoggedEdit& logged, const Store& store);

/// The edit that takes one of the log back, wherever it stands in it.
/// @returns why it cannot be: something later has built on it, or changed the same again.
Expected<Edit, std::string> takingBack(const LoggedEdit& logged, const Store& store);

} // namespace entente
