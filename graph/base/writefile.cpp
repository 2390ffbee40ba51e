// SPDX-License-Identifier: Apache-2.0
#include "graph/base/writefile.h"

#include "graph/base/openfile.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

namespace entente
{

namespace
{

namespace fs = std::filesystem;

/// What a link leads to, also when that is not there yet.
fs::path behindLinks(fs::path path)
{
    constexpr int linksAtMost = 40; // As the kernel; then it says so itself.
    std::error_code error;
    for (int i = 0; i < linksAtMost && fs::is_symlink(path, error); ++i)
        path = path.parent_path() / fs::read_symlink(path, error);
    return path;
}

/// A new file that only this process knows of. The mode is masked by the kernel: to ask for the
/// process's mask is to set it, for all threads.
int openBeside(const fs::path& target, mode_t mode, std::string& name)
{
    constexpr int triesAtMost = 100;
    for (int i = 0; i < triesAtMost; ++i) {
        const std::string own = std::to_string(::getpid()) + '-' + std::to_string(i);
        name = (target.parent_path() / (".entente-" + own)).string();
        const int descriptor = ::open(name.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode);
        if (descriptor >= 0 || errno != EEXIST)
            return descriptor;
    }
    return -1;
}

std::error_code writeDirectly(const fs::path& path, std::string_view bytes)
{
    OpenFile file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    file.write(bytes);
    file.close();
    return file.error();
}

/// So that a new name, too, outlives a loss of power. Some file systems cannot do this, and some
/// folders may be written into but not read: that is no error.
std::error_code flushFolder(const fs::path& folder)
{
    OpenFile opened(
        ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (opened.error())
        return {};
    opened.flush();
    const bool isLost =
        opened.error() == std::errc::io_error || opened.error() == std::errc::no_space_on_device;
    return isLost ? opened.error() : std::error_code();
}

/// The whole of a file on the disk, beside the name that it is to have.
struct Prepared
{
    fs::path target;
    std::string temporary; ///< Empty: what is there is no file, and is written to directly.
    std::error_code error;
    bool replaces = false;
    std::string kept; ///< Another name of what it replaces.
};

Prepared prepared(const fs::path& path, std::string_view bytes)
{
    Prepared made{behindLinks(path), {}, {}, false, {}};
    struct stat before = {};
    const bool isThere = ::stat(made.target.c_str(), &before) == 0;
    const bool isFile = isThere && S_ISREG(before.st_mode);
    if (isThere && S_ISDIR(before.st_mode))
        made.error = std::make_error_code(std::errc::is_a_directory);
    else if ((!isThere && errno != ENOENT) ||
             (isFile && ::faccessat(AT_FDCWD, made.target.c_str(), W_OK, AT_EACCESS) != 0))
        made.error = lastSystemError();
    if (made.error || (isThere && !isFile))
        return made;
    made.replaces = isThere;
    OpenFile file(openBeside(made.target, isThere ? 0600 : 0666, made.temporary));
    if (file.error()) {
        made.error = file.error();
        return made;
    }
    file.write(bytes);
    if (isThere)
        file.allow(before.st_mode & 07777);
    file.flush();
    file.compare(bytes);
    file.close();
    made.error = file.error();
    if (made.error)
        ::unlink(made.temporary.c_str());
    return made;
}

std::error_code put(const Prepared& file, std::string_view bytes)
{
    return file.temporary.empty() ? writeDirectly(file.target, bytes)
                                  : putInPlace(file.temporary, file.target, Existing::Replace);
}

/// By a second name, or where a file system has none, by another one.
std::error_code keepOld(Prepared& file)
{
    if (!file.replaces)
        return {};
    file.kept = file.temporary + "-before";
    const bool isKept = ::link(file.target.c_str(), file.kept.c_str()) == 0 ||
                        std::rename(file.target.c_str(), file.kept.c_str()) == 0;
    return isKept ? std::error_code() : lastSystemError();
}

/// As it was before.
void takeBack(const Prepared& file, bool isPut)
{
    if (file.temporary.empty())
        return;
    ::unlink(file.temporary.c_str());
    if (!file.kept.empty()) {
        std::rename(file.kept.c_str(), file.target.c_str());
        ::unlink(file.kept.c_str()); // Two names of one file are left as they are.
    } else if (isPut) {
        ::unlink(file.target.c_str());
    }
}

} // namespace

std::error_code writeFile(const fs::path& path, std::string_view bytes)
{
    const Prepared file = prepared(path, bytes);
    if (file.error)
        return file.error;
    const std::error_code failure = put(file, bytes);
    if (failure && !file.temporary.empty())
        ::unlink(file.temporary.c_str());
    return failure;
}

std::optional<NotWritten> writeTogether(const std::map<fs::path, std::string>& files)
{
    std::vector<Prepared> all;
    std::size_t placed = 0;
    std::optional<NotWritten> trouble;
    for (auto file = files.begin(); file != files.end() && !trouble; ++file) {
        all.push_back(prepared(file->first, file->second));
        if (!all.back().error)
            all.back().error = keepOld(all.back());
        if (all.back().error)
            trouble = NotWritten{file->first, all.back().error};
    }
    for (auto file = files.begin(); file != files.end() && !trouble; ++file) {
        if (const std::error_code why = put(all[placed], file->second))
            trouble = NotWritten{file->first, why};
        ++placed; // Also when its folder alone could not be flushed.
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (trouble)
            takeBack(all[i], i < placed);
        else if (!all[i].kept.empty())
            ::unlink(all[i].kept.c_str());
    }
    return trouble;
}

std::optional<NotWritten> writeFiles(const std::map<fs::path, std::string>& files,
                                     const Progress& progress)
{
    int done = 0;
    for (const auto& [path, bytes] : files) {
        if (progress.stopped())
            return NotWritten{path, std::make_error_code(std::errc::operation_canceled)};
        std::error_code error;
        fs::create_directories(path.parent_path(), error);
        if (error)
            return NotWritten{path.parent_path(), error};
        if (const std::error_code why = writeFile(path, bytes))
            return NotWritten{path, why};
        progress.report("Writing files", ++done, static_cast<int>(files.size()));
    }
    return std::nullopt;
}

std::error_code putInPlace(const fs::path& temporary, const fs::path& target, Existing existing)
{
    int result = 0;
    if (existing == Existing::Replace) {
        result = std::rename(temporary.c_str(), target.c_str());
    } else {
        result =
            ::renameat2(AT_FDCWD, temporary.c_str(), AT_FDCWD, target.c_str(), RENAME_NOREPLACE);
        // Some file systems cannot promise it; a hard link is refused where there is a name, too.
        if (result != 0 && errno == EINVAL) {
            result = ::link(temporary.c_str(), target.c_str());
            if (result == 0)
                ::unlink(temporary.c_str());
        }
    }
    if (result != 0)
        return lastSystemError();
    const std::error_code failure = flushFolder(target.parent_path());
    if (failure && existing == Existing::Keep)
        std::rename(target.c_str(), temporary.c_str()); // Nothing was there before, nor is now.
    return failure;
}

} // namespace entente
