// SPDX-License-Identifier: Apache-2.0
#include "graph/base/diagnostic.h"

#include <fmt/format.h>

namespace entente
{

std::string_view nameOf(Severity severity)
{
    switch (severity) {
    case Severity::Note:
        return "note";
    case Severity::Warning:
        return "warning";
    case Severity::Error:
        return "error";
    }
    return {};
}

std::string Diagnostic::text() const
{
    if (line == 0)
        return fmt::format("{}: {}: {}", file, nameOf(severity), message);
    return fmt::format("{}:{}: {}: {}", file, line, nameOf(severity), message);
}

} // namespace entente
