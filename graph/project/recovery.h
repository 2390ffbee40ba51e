// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/project/backups.h"
#include "graph/project/projectfile.h"

#include <optional>
#include <string>
#include <vector>

namespace entente
{

/// What a project was put together from again.
struct Recovered
{
    std::optional<Backup> backup;   ///< None: from the log alone.
    std::int64_t version = 0;       ///< That it has now.
    std::int64_t replayed = 0;      ///< Edits that came from the log.
    std::vector<std::string> wrong; ///< Backups and lines that could not be used, in words.
};

/// What there is of a project that cannot be opened.
struct SecondCopy
{
    std::optional<Backup> newest; ///< Where another program has it open, or it is damaged or gone.
    bool canBeRecovered = false; ///< It is damaged or gone, and recoverProject() has what it takes.
};

/// @param why it cannot be opened. @param backups as for ProjectFile::open().
SecondCopy secondCopyOf(const std::filesystem::path& project, ProjectTrouble::Kind why,
                        const BackupPlace& backups);

/// "P.entente" gives "P-recovered.entente".
std::filesystem::path recoveredName(const std::filesystem::path& project);

/// Puts a project together again from its backups and the log of edits, in a new file. The damaged
/// one, if there still is one, is not touched. @pre nothing is at the target.
ProjectFile::Result<Recovered>
recoverProject(const Backups& kept, const std::filesystem::path& target, const Author& author);

} // namespace entente
