// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/project/loggededit.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <system_error>

namespace entente
{

/// A file of logged edits, one a line, each with the texts it needs: the second copy of hand work,
/// kept apart from the project. A line is on the disk when append() returns. Only its owner can
/// read it.
class EditLog
{
public:
    explicit EditLog(std::filesystem::path path);

    /// The last whole line; none: there is no line. What a power cut left of one is taken away.
    std::optional<LoggedEdit> last();

    /// @returns why it could not be written; then the file is as it was, as far as the disk allows.
    std::error_code append(const std::string& line);

    /// In their order. @param visit gets the number of the line, and the edit or what is wrong with
    /// it in words; returns whether to go on. @returns whether the file could be read.
    bool
    forEach(const std::function<bool(int, const Expected<LoggedEdit, std::string>&)>& visit) const;

    /// Puts it aside under a name that says when, and begins a new one: it is of another project.
    std::error_code setAside(const std::string& when);

    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

} // namespace entente
