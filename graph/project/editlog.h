// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/project/loggededit.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

#include <sys/types.h>

namespace entente
{

/// A file of logged edits, one a line, each with the texts it needs: the second copy of hand work,
/// kept apart from the project. A line is on the disk when append() returns. Only its owner can
/// read it.
class EditLog
{
public:
    explicit EditLog(std::filesystem::path path);

    /// Which edit a line is.
    struct Name
    {
        std::int64_t number = 0;
        Uuid id;
    };
    /// That of the last whole line; none: there is no line, or it says none. What a power cut left
    /// of one is taken away.
    std::optional<Name> last();

    using Take = std::function<void(std::string_view)>;
    /// @param write gives out the line, without its end, in pieces.
    /// @returns why it could not be written; then the file is as it was, as far as the disk allows,
    /// as it is when write() throws.
    std::error_code append(const std::function<void(const Take&)>& write);
    /// The same for a line that is there already.
    std::error_code append(std::string_view line);

    /// In their order. @param visit gets the number of the line, and the edit or what is wrong with
    /// it in words; returns whether to go on. @returns whether the file could be read.
    bool
    forEach(const std::function<bool(int, const Expected<LoggedEdit, std::string>&)>& visit) const;

    /// The ids of its edits, by number; those of lines that say none are left out.
    std::map<std::int64_t, Uuid> ids() const;

    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
    std::optional<off_t> m_whole; ///< Up to where it is good, where a torn line could not be cut.
};

} // namespace entente
