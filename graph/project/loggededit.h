// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/expected.h"
#include "graph/base/uuid.h"
#include "graph/project/author.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace entente
{

/// One edit as the log keeps it. Nothing in the log is ever changed or taken away, but for what
/// EraseArticle has to make unreadable.
struct LoggedEdit
{
    std::int64_t number = 0; ///< From 1, without gaps: the version of the project after it.
    Uuid id;
    std::string at; ///< "2024-01-15T09:30:00.125Z"
    Author author;
    std::int64_t base = 0; ///< The version that its author saw.
    std::string kind;      ///< As kindOf() gives it.
    std::string edit;      ///< As toJson() gives it; texts of articles are kept apart.
    std::string inverse;
};

/// As one line of JSON, without its end.
std::string lineOf(const LoggedEdit& logged);
/// @returns what is wrong with the line, in words.
Expected<LoggedEdit, std::string> loggedEditFrom(std::string_view line);

} // namespace entente
