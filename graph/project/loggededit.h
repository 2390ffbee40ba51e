// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/expected.h"
#include "graph/base/uuid.h"
#include "graph/model/edit.h"
#include "graph/project/author.h"
#include "graph/project/contents.h"
#include "graph/project/longjson.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace entente
{

/// One edit as the log keeps it. Nothing in the log is ever changed or taken away, but for what
/// EraseArticle has to make unreadable.
///
/// It carries what it takes to put the logs of several people together one day: every record and
/// edit has a UUID; base says what its author knew, so that edits which did not know of each other
/// can be told from those that did; device tells two of one name apart; and what was taken away
/// stays said as an edit that removes it, the log's tombstone, with all that it took away in its
/// inverse.
struct LoggedEdit
{
    std::int64_t number = 0; ///< From 1, without gaps: the version of the project after it.
    Uuid id;
    std::string at; ///< "2024-01-15T09:30:00.125Z"
    Author author;
    std::int64_t base = 0; ///< The version that its author saw.
    std::string kind;      ///< As kindOf() gives it.
    LongJson edit;         ///< As toJson() gives it; files of articles are kept apart.
    LongJson inverse;
    Contents contents; ///< The files that the two need, where they were asked for.
};

/// What was done, and what takes it back, with their files in them. @returns what is wrong with it,
/// in words.
Expected<Edit, std::string> editOf(const LoggedEdit& logged);
Expected<Edit, std::string> inverseOf(const LoggedEdit& logged);

/// As one line of JSON, without its end.
std::string lineOf(const LoggedEdit& logged);
/// The same, for a file that Entente alone reads: what is long in it is compressed.
std::string storedLineOf(const LoggedEdit& logged);
/// Gives it out in pieces, as it can be longer than what was imported.
/// @param files its contents, as packed() has them.
void writeStoredLine(const LoggedEdit& logged, const LongJson& files,
                     const std::function<void(std::string_view)>& take);
/// The part of it that takes the longest to make.
LongJson packed(const Contents& contents);
/// Of either kind. @returns what is wrong with the line, in words.
Expected<LoggedEdit, std::string> loggedEditFrom(std::string_view line);

} // namespace entente
