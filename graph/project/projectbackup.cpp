// SPDX-License-Identifier: Apache-2.0
#include "graph/base/writefile.h"
#include "graph/project/projectdata.h"
#include "graph/project/temporaryname.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <map>

namespace entente
{

namespace
{

namespace fs = std::filesystem;
using Kind = ProjectTrouble::Kind;

} // namespace

/// Finds, or begins, the second copy. That it cannot be kept is said, and keeps nobody from
/// working.
void ProjectFile::Data::keepSecondCopy(const fs::path& root, const ProjectFile& project)
{
    backups.emplace(root, path);
    second.emplace(backups->log());
    if (!backups->make()) {
        backupTrouble = fmt::format("No second copy of your work can be kept in {}.",
                                    backups->folder().string());
        return;
    }
    backups->removeLeftovers();
    if (const std::optional<EditLog::Name> last = second->last()) {
        if (idOfEdit(last->number) == last->id) // The edit itself can be as long as its articles.
            inSecond = last->number;
        else
            setSecondCopyAside(last->number, project);
    } else if (std::error_code error; fs::file_size(second->path(), error) > 0 && !error) {
        (void)backups->setLogAside(compactTimeStamp()); // Its end is unreadable.
    }
}

/// It is of what was at this place before, or of this project, which went another way.
/// @param lastInIt the number of its last edit.
void ProjectFile::Data::setSecondCopyAside(std::int64_t lastInIt, const ProjectFile& project)
{
    if (!backups || !second)
        return;
    const std::map<std::int64_t, Uuid> ids = second->ids();
    std::int64_t common = 0;
    project.forEachEdit([&](const LoggedEdit& logged) {
        const auto same = ids.find(logged.number);
        const bool isCommon = same != ids.end() && same->second == logged.id;
        common = isCommon ? logged.number : common;
        return isCommon;
    });
    const std::string now = compactTimeStamp();
    const std::error_code error = backups->setAside(now);
    if (error || common == 0 || common >= lastInIt)
        return;
    const std::int64_t edits = lastInIt - common;
    const fs::path folder = backups->aside(now);
    laterWork = {folder, edits,
                 fmt::format("{} is an older copy of this project: {} done after its edit {} {} "
                             "not in it. The second copy has {} and was kept in {}.",
                             path.string(), edits == 1 ? "1 edit" : fmt::format("{} edits", edits),
                             common, edits == 1 ? "is" : "are", edits == 1 ? "it" : "them",
                             folder.string())};
}

/// What a crash kept from being written, or a full disk.
void ProjectFile::Data::catchUp(const ProjectFile& project)
{
    if (!second)
        return;
    finishErasure(project);
    while (inSecond < version) {
        const auto logged = project.loggedEdit(inSecond + 1);
        if (!logged || !appendToSecond(*logged, packForSecond(logged->contents)))
            return;
    }
}

/// What is much is packed beside what else is done. Invalid: it is packed when it is written.
std::future<LongJson> ProjectFile::Data::packForSecond(const Contents& contents) const noexcept
{
    constexpr std::size_t worthAThread = 1U << 20U;
    if (!second || sizeOf(contents) < worthAThread)
        return {};
    try {
        return std::async(std::launch::async, [contents] { return packed(contents); });
    } catch (const std::exception&) { // It must not keep the edit from being done.
        return {};
    }
}
/// The newest edit; first those before it that could not be written when they were done.
void ProjectFile::Data::keepSecond(const LoggedEdit& logged, std::future<LongJson> files,
                                   const ProjectFile& project)
{
    if (!second)
        return;
    if (logged.number == inSecond + 1)
        appendToSecond(logged, std::move(files));
    else
        catchUp(project);
}

/// @param files its contents, packed; invalid: they are not yet.
/// @returns whether it could be; else why not is in backupTrouble.
bool ProjectFile::Data::appendToSecond(const LoggedEdit& logged, std::future<LongJson> files)
{
    if (!second)
        return false; // None is kept.
    std::string reason;
    try {
        const LongJson packedFiles = files.valid() ? files.get() : packed(logged.contents);
        const std::error_code error = second->append(
            [&](const EditLog::Take& take) { writeStoredLine(logged, packedFiles, take); });
        if (error)
            reason = error.message();
    } catch (const std::exception& error) { // The edit is saved by now: it must not seem to fail.
        reason = error.what();
    }
    if (!reason.empty()) {
        backupTrouble = fmt::format("The second copy of your work in {} could not be written ({}). "
                                    "The project itself is saved.",
                                    second->path().parent_path().string(), reason);
        return false;
    }
    inSecond = logged.number;
    backupTrouble.clear();
    return true;
}

void ProjectFile::backUpIfDue()
{
    Data& data = *m_data;
    if (!data.backups || data.version == 0)
        return;
    data.catchUp(*this);
    constexpr std::chrono::minutes apart(30);
    const std::vector<Backup> all = data.backups->list();
    // Not one of a day to come, from when the clock was wrong: none would be made until then.
    const std::string now = compactTimeStamp();
    const auto newest = std::ranges::find_if(all, [&](const Backup& one) { return one.at <= now; });
    if (newest != all.end() &&
        (newest->version == data.version || newest->at > compactTimeStamp(apart)))
        return;
    (void)backUp(); // What is wrong is in backupTrouble().
}

ProjectFile::Result<fs::path> ProjectFile::backUp()
{
    Data& data = *m_data;
    if (!data.backups)
        return Unexpected{ProjectTrouble{Kind::Other, "No backups are kept of this project."}};
    data.catchUp(*this);
    data.clearErased(); // If it could not be done before.
    const fs::path target = data.backups->newName(compactTimeStamp(), data.version);
    std::error_code error;
    if (fs::exists(target, error)) // In the same second, and of the same version.
        return target;
    std::optional<ProjectTrouble> trouble;
    if (!data.backups->make())
        trouble = {Kind::NotWritable,
                   fmt::format("{} cannot be made.", data.backups->folder().string())};
    else
        trouble = copyTo(target);
    if (trouble) {
        data.backupTrouble = fmt::format("No backup could be made: {}", trouble->words);
        return Unexpected{*std::move(trouble)};
    }
    data.backups->prune(); // Only now that there is a good one more.
    return target;
}

/// Before an article is erased from the project: a crash right after that must not leave its words
/// in the second copies.
void ProjectFile::Data::noteErasure(ArticleId article) const
{
    if (backups) // Where it cannot be noted it is erased all the same.
        (void)writeFile(backups->erasure(), article.text() + '\n');
}

/// What a crash, or a full disk, has kept from being erased.
void ProjectFile::Data::finishErasure(const ProjectFile& project)
{
    if (!backups)
        return;
    std::ifstream note(backups->erasure());
    std::string name;
    if (!std::getline(note, name))
        return;
    const ArticleId article(Uuid::parse(name).value_or(Uuid()));
    // What cannot be read may well speak of it: then the copies are the last that do.
    bool isErased = !article.isNil() && store.article(article) == nullptr;
    project.forEachEdit([&](const LoggedEdit& logged) {
        const auto edit = logged.edit.whole();
        isErased = isErased && edit && edit->find(name) == std::string::npos;
        return isErased;
    });
    std::error_code error;
    if (isErased)
        forgetInSecondCopies(project, article);
    else
        fs::remove(backups->erasure(), error); // The project itself was not reached.
}

/// Writes the log anew from what the file still says, and takes the article out of each backup.
void ProjectFile::Data::forgetInSecondCopies(const ProjectFile& project, ArticleId article)
{
    if (!backups)
        return;
    std::string lines;
    for (std::int64_t number = 1; number <= version; ++number) {
        const auto logged = project.loggedEdit(number);
        if (!logged) { // The copies may be all that has it whole.
            backupTrouble = fmt::format("The article is erased from the project, but not from its "
                                        "copies in {}: {}",
                                        backups->folder().string(), logged.error().words);
            return;
        }
        lines += storedLineOf(*logged) + '\n';
    }
    std::error_code error = writeFile(backups->log(), lines);
    inSecond = error ? inSecond : version;
    std::string trouble = error ? backups->log().string() : std::string();
    bool hasTraces = false; // They are cleared when the note is found again.
    for (const auto& entry : fs::recursive_directory_iterator(backups->folder(), error)) {
        const fs::path& copy = entry.path();
        const bool isAside = copy.extension() == ".jsonl" && copy != backups->log();
        const bool isBackup = copy.extension() == ".entente";
        // Nobody can say any more which of its lines speak of the article.
        if (isAside && !fs::remove(copy, error))
            trouble = copy.string();
        if (!isBackup)
            continue;
        auto opened = open(copy, author);
        const Forgot forgot = opened ? opened->forget(article) : Forgot::Nothing;
        if (forgot == Forgot::Nothing)
            trouble = copy.string();
        hasTraces = hasTraces || forgot == Forgot::AllButTraces;
    }
    if (trouble.empty() && hasTraces)
        return;
    if (trouble.empty())
        fs::remove(backups->erasure(), error);
    else
        backupTrouble = fmt::format("The article is erased from the project, but not from {}. "
                                    "Remove that file by hand.",
                                    trouble);
}

} // namespace entente
