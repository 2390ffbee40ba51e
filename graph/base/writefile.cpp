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

} // namespace

std::error_code writeFile(const fs::path& path, std::string_view bytes)
{
    const fs::path target = behindLinks(path);
    struct stat before = {};
    const bool isThere = ::stat(target.c_str(), &before) == 0;
    if (!isThere && errno != ENOENT)
        return lastSystemError();
    if (isThere && S_ISDIR(before.st_mode))
        return std::make_error_code(std::errc::is_a_directory);
    if (isThere && !S_ISREG(before.st_mode))
        return writeDirectly(target, bytes);
    if (isThere && ::faccessat(AT_FDCWD, target.c_str(), W_OK, AT_EACCESS) != 0)
        return lastSystemError();

    std::string temporary;
    OpenFile file(openBeside(target, isThere ? 0600 : 0666, temporary));
    if (file.error())
        return file.error();
    file.write(bytes);
    if (isThere)
        file.allow(before.st_mode & 07777);
    file.flush();
    file.compare(bytes);
    file.close();
    const std::error_code failure =
        file.error() ? file.error() : putInPlace(temporary, target, Existing::Replace);
    if (failure)
        ::unlink(temporary.c_str());
    return failure;
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
