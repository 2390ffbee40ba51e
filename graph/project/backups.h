// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente
{

/// A copy of a whole project, as it was.
struct Backup
{
    std::filesystem::path path;
    std::string at;           ///< When it was made: "20240115T093000Z".
    std::int64_t version = 0; ///< Of the project.

    bool operator==(const Backup&) const = default;
};

/// Of the copies given, those that may go: what is left are the newest of each of the last twelve
/// days that have one, of the last ten weeks and of the last nine months, and the newest four.
/// @param backups newest first.
std::vector<Backup> outdated(const std::vector<Backup>& backups);

/// Where the second copy of the work in one project is kept, apart from its file: a log of edits
/// (EditLog), and whole copies from time to time. The folder goes by where the project is, so that
/// it is found when the project itself cannot be read.
class Backups
{
public:
    /// @param root of all projects, of this user.
    Backups(const std::filesystem::path& root, const std::filesystem::path& project);
    /// What was set aside into this folder.
    static Backups in(const std::filesystem::path& folder);

    const std::filesystem::path& folder() const { return m_folder; }
    std::filesystem::path log() const { return m_folder / "edits.jsonl"; }
    /// A note of the article that is being erased here, until no word of it is left.
    std::filesystem::path erasure() const { return m_folder / "erasure.txt"; }
    /// The name of a copy that is made now.
    std::filesystem::path newName(std::string_view at, std::int64_t version) const;

    /// Makes the folder, for its owner only, with a note of whose it is. @returns whether it is
    /// there.
    bool make() const;
    /// Removes what a program that was killed has left half written: nobody would look after it,
    /// nor erase anything from it. @pre whoever calls holds the project.
    void removeLeftovers() const;
    /// Where what is there goes when it is of another project, or of one that went another way.
    std::filesystem::path aside(const std::string& when) const;
    /// Puts all of it there. @returns why it could not be; then the rest is where it was.
    std::error_code setAside(const std::string& when) const;
    /// Only the log, which is no longer readable; the copies are of this project.
    std::error_code setLogAside(const std::string& when) const;
    /// Of a project that is given up.
    void removeAll() const;
    /// Newest first.
    std::vector<Backup> list() const;
    std::optional<Backup> newest() const;
    /// Removes those that are outdated. Call it after a new one was made, and found good.
    void prune() const;

private:
    Backups() = default;
    std::error_code moveAside(const std::vector<std::filesystem::path>& paths,
                              const std::string& when) const;

    std::filesystem::path m_project;
    std::filesystem::path m_folder;
};

/// Whether a path is that folder or leads into it, by whichever links; never in an empty one.
bool liesBelow(const std::filesystem::path& path, const std::filesystem::path& folder);

} // namespace entente
