// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace entente
{

class Backups;

/// Where the second copies of all projects of this user are kept.
struct BackupPlace
{
    std::filesystem::path root; ///< Empty: none are kept.
    /// Where they were kept before: those of a project come along when it is opened.
    std::vector<std::filesystem::path> former = {};

    BackupPlace() = default;
    BackupPlace(std::filesystem::path folder, // NOLINT(google-explicit-constructor): mostly no more
                std::vector<std::filesystem::path> before = {})
        : root(std::move(folder))
        , former(std::move(before))
    {
    }
};

/// This user's on this machine, unless another is chosen; empty: there is no home to keep it in.
std::filesystem::path usualBackupRoot();

/// Whether a file lies among the copies of a place, or of one before it: it must stay as it is, and
/// belongs to none that works in it.
bool isBackup(const std::filesystem::path& path, const BackupPlace& place);

/// The copies that there are of a project: at the place, or else at the first of those before it
/// that has some.
Backups keptCopies(const BackupPlace& place, const std::filesystem::path& project);

/// Moves what former places have of a project to where its copies are kept now; beside copies that
/// are there already it goes into a folder before-…, as what is set aside does.
/// @pre whoever calls holds the project. @returns in words what could not be moved; it is still
/// where it was.
std::string bringOver(const BackupPlace& place, const std::filesystem::path& project);

} // namespace entente
