// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <string>
#include <string_view>
#include <vector>

namespace entente
{

enum class Severity { Note, Warning, Error };

std::string_view nameOf(Severity severity);

/// One thing that was found wrong (or worth knowing) in a file: what it is, where, and what was
/// done about it, in words an analyst understands.
struct Diagnostic
{
    Severity severity = Severity::Error;
    std::string file;
    int line = 0; ///< From 1; 0 when the whole file is meant.
    std::string message;

    /// As compilers write it: "file:line: severity: message".
    std::string text() const;

    auto operator<=>(const Diagnostic&) const = default;
};

using Diagnostics = std::vector<Diagnostic>;

} // namespace entente
