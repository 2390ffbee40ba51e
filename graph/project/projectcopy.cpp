// SPDX-License-Identifier: Apache-2.0
#include "graph/project/projectdata.h"
#include "graph/project/temporaryname.h"

#include <fmt/format.h>

#include <sys/stat.h>

namespace entente
{

namespace
{

namespace fs = std::filesystem;
using Kind = ProjectTrouble::Kind;

} // namespace

std::optional<ProjectTrouble> ProjectFile::Data::reasonNotToReplace(const fs::path& target) const
{
    struct stat there
    {
    };
    if (::stat(target.c_str(), &there) != 0)
        return std::nullopt;
    if (there.st_dev == device && there.st_ino == inode)
        return ProjectTrouble{Kind::Other, fmt::format("{} is the project itself, which is saved "
                                                       "already. Choose another name.",
                                                       target.string())};
    // Of any other file it has been asked for that it is to go.
    if (isInUse(target))
        return ProjectTrouble{Kind::InUse, fmt::format("A program has {} open. Close it there "
                                                       "first, or choose another name.",
                                                       target.string())};
    return std::nullopt;
}

std::optional<ProjectTrouble> ProjectFile::copyTo(const fs::path& path, Existing existing) const
{
    const fs::path target = fs::absolute(path);
    std::error_code error;
    if (existing == Existing::Keep && fs::exists(target, error))
        return alreadyThere(target);
    if (auto reason = m_data->reasonNotToReplace(target))
        return reason;
    // Of a project that was removed while it was open our own is left.
    const fs::path journal = target.string() + "-journal";
    const bool isOwn =
        target == m_data->path && m_data->journal && m_data->journal == m_data->journalInPlace();
    if (!isOwn && fs::exists(journal, error))
        return ProjectTrouble{
            Kind::Other, fmt::format("{} is what is left of another project of this name. Choose "
                                     "another name.",
                                     journal.string())};
    if (!m_data->isUsable)
        m_data->readAgain();
    const fs::path temporary = nameBeside(target);
    try {
        copyDatabase(m_data->database, temporary);
    } catch (const SQLite::Exception& thrown) {
        return troubleFrom(thrown, target);
    } catch (const ProjectTrouble& trouble) {
        return trouble;
    }
    std::optional<ProjectTrouble> trouble;
    {
        const auto copied = open(temporary, m_data->author);
        if (!copied)
            trouble = copied.error();
        else if (copied->id() != id() || copied->version() != version() ||
                 !(copied->store() == store()))
            trouble = {Kind::Damaged, "The copy is not what the project is; it was removed."};
    }
    if (!trouble) {
        const std::error_code failure = putInPlace(temporary, target, existing);
        if (failure == std::errc::file_exists)
            trouble = alreadyThere(target);
        else if (failure)
            trouble = {Kind::NotWritable, fmt::format("{} could not be written ({}).",
                                                      target.string(), failure.message())};
    }
    if (trouble)
        fs::remove(temporary, error);
    return trouble;
}

} // namespace entente
