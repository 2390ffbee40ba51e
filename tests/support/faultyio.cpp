// SPDX-License-Identifier: Apache-2.0
// To be preloaded into a program (LD_PRELOAD): fails a call that opens, changes or flushes a file
// under a folder, or all from one on. Everything goes to the system itself, past what it stands
// for; only nothing is really flushed, which what is tested here cannot see.
//
//   FAULTY_FOLDER  the folder
//   FAULTY_CALL    the number of the call that fails, from 1; 0: none
//   FAULTY_ERROR   its errno; 0: the program is killed there
//   FAULTY_EVER    set: all later ones fail, too
//   FAULTY_CALLS   "room": only calls that take room on the disk are counted, and fail;
//                  "reads": those that read are counted, too
//   FAULTY_LOST    a file whose writes are said to be done and are not
//   FAULTY_SILENT  what fails is said to be done: "lost": and is not; "half": half of what was to
//                  be written is; "late": it is, but half of a file is gone once it has its name.
//                  Only calls of which this can be said are counted
//   FAULTY_LOCKS   "none": locks are said to be taken and are not
//   FAULTY_REPORT  a file that is told which call it was, or how many there were

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <initializer_list>
#include <string_view>

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

namespace
{

enum class Silence { None, Lost, Half, Late };

struct Plan
{
    const char* folder = std::getenv("FAULTY_FOLDER");
    const char* report = std::getenv("FAULTY_REPORT");
    const char* lost = std::getenv("FAULTY_LOST");
    long call = numberOf("FAULTY_CALL");
    int error = static_cast<int>(numberOf("FAULTY_ERROR"));
    bool isForEver = std::getenv("FAULTY_EVER") != nullptr;
    bool isForRoom = isSet("FAULTY_CALLS", "room");
    bool hasNoLocks = isSet("FAULTY_LOCKS", "none");
    bool countsReads = isSet("FAULTY_CALLS", "reads");
    Silence silence = isSet("FAULTY_SILENT", "lost")   ? Silence::Lost
                      : isSet("FAULTY_SILENT", "half") ? Silence::Half
                      : isSet("FAULTY_SILENT", "late") ? Silence::Late
                                                       : Silence::None;

    static bool isSet(const char* variable, std::string_view wanted)
    {
        const char* value = std::getenv(variable);
        return value != nullptr && value == wanted;
    }
    static long numberOf(const char* variable)
    {
        const char* value = std::getenv(variable);
        return value != nullptr ? std::strtol(value, nullptr, 10) : 0;
    }
};

/// Made when it is first asked for: other libraries open files before this one is set up.
const Plan& plan()
{
    static const Plan plan;
    return plan;
}

std::atomic<long> calls = 0;

void tell(const char* name, const char* path)
{
    if (plan().report == nullptr)
        return;
    std::array<char, 4400> line{};
    const int size = std::snprintf(line.data(), line.size(), "%s %s\n", name, path);
    const long file = ::syscall(SYS_openat, AT_FDCWD, plan().report,
                                O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    ::syscall(SYS_write, file, line.data(), size);
    ::syscall(SYS_close, file);
}

bool isOneOf(std::string_view name, std::initializer_list<std::string_view> all)
{
    return std::ranges::any_of(all, [&](std::string_view one) { return name.starts_with(one); });
}

bool isCounted(std::string_view name)
{
    switch (plan().silence) {
    case Silence::Lost:
        return isOneOf(name, {"write", "pwrite", "ftruncate", "truncate", "link", "rename",
                              "unlink", "remove"});
    case Silence::Half:
        return isOneOf(name, {"write", "pwrite"});
    case Silence::Late:
        return isOneOf(name, {"link", "rename"});
    case Silence::None:
        break;
    }
    // Of a disk that is full these are refused; files can still be read, made shorter and removed.
    return !plan().isForRoom || isOneOf(name, {"write", "pwrite", "create", "fallocate", "fsync",
                                               "fdatasync", "link", "rename"});
}

/// Counts a call. @returns whether it has to fail.
bool fails(const char* name, const char* path)
{
    const Plan& wanted = plan();
    if (wanted.folder == nullptr || !std::string_view(path).starts_with(wanted.folder) ||
        !isCounted(name))
        return false;
    const long number = ++calls;
    if (wanted.call == 0 || number < wanted.call || (number > wanted.call && !wanted.isForEver))
        return false;
    if (number == wanted.call)
        tell(name, path);
    if (wanted.error == 0 && wanted.silence == Silence::None)
        std::raise(SIGKILL);
    errno = wanted.error;
    return true;
}

/// Of an open file; empty: it has none. Until the next call in this thread. Not on the stack: that
/// of a process just forked may be as small as the path.
const char* pathOf(int file)
{
    thread_local std::array<char, 4096> path;
    std::array<char, 32> link{};
    const int before = errno;
    std::snprintf(link.data(), link.size(), "/proc/self/fd/%d", file);
    const long size =
        ::syscall(SYS_readlinkat, AT_FDCWD, link.data(), path.data(), path.size() - 1);
    errno = before;
    path.at(size > 0 ? static_cast<std::size_t>(size) : 0) = '\0';
    return path.data();
}

bool fails(const char* name, int file)
{
    const char* path = pathOf(file);
    return *path != '\0' && fails(name, path);
}

bool isLost(int file)
{
    return plan().lost != nullptr && std::string_view(pathOf(file)) == plan().lost;
}

bool readFails(const char* name, int file) { return plan().countsReads && fails(name, file); }

/// A disk that becomes full takes some of what it is given first.
bool isFilledBy(std::size_t count)
{
    return plan().isForEver && plan().error == ENOSPC && calls == plan().call && count > 1;
}

/// What a call that fails and gives back a number says.
int answer() { return plan().silence == Silence::Lost ? 0 : -1; }

void cutInHalf(const char* path)
{
    struct stat status = {};
    if (::stat(path, &status) == 0)
        ::syscall(SYS_truncate, path, status.st_size / 2);
}

ssize_t write(const char* name, int file, const void* bytes, std::size_t count, off_t offset)
{
    const auto whole = static_cast<ssize_t>(count);
    if (isLost(file))
        return whole;
    const bool failed = fails(name, file);
    if (failed && plan().silence == Silence::Lost)
        return whole;
    if (failed && plan().silence != Silence::Half && !isFilledBy(count))
        return -1;
    if (failed)
        count /= 2;
    const ssize_t written = offset < 0 ? ::syscall(SYS_write, file, bytes, count)
                                       : ::syscall(SYS_pwrite64, file, bytes, count, offset);
    return failed && plan().silence == Silence::Half && written >= 0 ? whole : written;
}

int open(const char* name, int folder, const char* path, int flags, mode_t mode)
{
    return fails((flags & O_CREAT) != 0 ? "create" : name, path)
               ? -1
               : static_cast<int>(::syscall(SYS_openat, folder, path, flags, mode));
}

int rename(const char* name, int from, const char* old, int to, const char* path, unsigned flags)
{
    const bool failed = fails(name, path);
    if (failed && plan().silence != Silence::Late)
        return answer();
    const long result = ::syscall(SYS_renameat2, from, old, to, path, flags);
    if (failed && result == 0)
        cutInHalf(path);
    return static_cast<int>(result);
}

int link(const char* name, int from, const char* old, int to, const char* path, int flags)
{
    const bool failed = fails(name, path);
    if (failed && plan().silence != Silence::Late)
        return answer();
    const long result = ::syscall(SYS_linkat, from, old, to, path, flags);
    if (failed && result == 0)
        cutInHalf(path);
    return static_cast<int>(result);
}

int unlink(const char* name, int folder, const char* path, int flags)
{
    return fails(name, path) ? answer()
                             : static_cast<int>(::syscall(SYS_unlinkat, folder, path, flags));
}

int resize(const char* name, int file, off_t size)
{
    return fails(name, file) ? answer() : static_cast<int>(::syscall(SYS_ftruncate, file, size));
}

int flush(const char* name, int file) { return fails(name, file) ? -1 : 0; }

FILE* openStream(const char* name, const char* path, const char* mode)
{
    using Open = FILE* (*)(const char*, const char*);
    static const Open open = reinterpret_cast<Open>(::dlsym(RTLD_NEXT, "fopen64"));
    return fails(name, path) ? nullptr : open(path, mode);
}

/// The mode is there only where a file may be made.
mode_t modeOf(int flags, std::va_list arguments)
{
    return (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(arguments, mode_t) : 0;
}

[[gnu::destructor]] void tellHowMany()
{
    std::array<char, 32> number{};
    std::snprintf(number.data(), number.size(), "%ld", calls.load());
    tell("calls", number.data());
}

} // namespace

extern "C" {

ssize_t write(int file, const void* bytes, size_t count)
{
    return write("write", file, bytes, count, -1);
}
ssize_t pwrite(int file, const void* bytes, size_t count, off_t offset)
{
    return write("pwrite", file, bytes, count, offset);
}
ssize_t pwrite64(int file, const void* bytes, size_t count, off64_t offset)
{
    return write("pwrite64", file, bytes, count, offset);
}
ssize_t writev(int file, const iovec* parts, int count)
{
    return fails("writev", file) ? -1 : ::syscall(SYS_writev, file, parts, count);
}
ssize_t pwritev(int file, const iovec* parts, int count, off_t offset)
{
    return fails("pwritev", file) ? -1 : ::syscall(SYS_pwritev, file, parts, count, offset, 0);
}
ssize_t pwritev64(int file, const iovec* parts, int count, off64_t offset)
{
    return pwritev(file, parts, count, offset);
}

ssize_t read(int file, void* bytes, size_t count)
{
    return readFails("read", file) ? -1 : ::syscall(SYS_read, file, bytes, count);
}
ssize_t pread(int file, void* bytes, size_t count, off_t offset)
{
    return readFails("pread", file) ? -1 : ::syscall(SYS_pread64, file, bytes, count, offset);
}
ssize_t pread64(int file, void* bytes, size_t count, off64_t offset)
{
    return readFails("pread64", file) ? -1 : ::syscall(SYS_pread64, file, bytes, count, offset);
}

int fsync(int file) { return flush("fsync", file); }
int fdatasync(int file) { return flush("fdatasync", file); }

int ftruncate(int file, off_t size) noexcept { return resize("ftruncate", file, size); }
int ftruncate64(int file, off64_t size) noexcept { return resize("ftruncate64", file, size); }
int truncate(const char* path, off_t size) noexcept
{
    return fails("truncate", path) ? answer()
                                   : static_cast<int>(::syscall(SYS_truncate, path, size));
}
int fallocate(int file, int mode, off_t offset, off_t size)
{
    return fails("fallocate", file)
               ? -1
               : static_cast<int>(::syscall(SYS_fallocate, file, mode, offset, size));
}
int fallocate64(int file, int mode, off64_t offset, off64_t size)
{
    return fallocate(file, mode, offset, size);
}
int posix_fallocate(int file, off_t offset, off_t size)
{
    return fallocate(file, 0, offset, size) == 0 ? 0 : errno;
}
int posix_fallocate64(int file, off64_t offset, off64_t size)
{
    return posix_fallocate(file, offset, size);
}

int open(const char* path, int flags, ...)
{
    std::va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = modeOf(flags, arguments);
    va_end(arguments);
    return open("open", AT_FDCWD, path, flags, mode);
}
int open64(const char* path, int flags, ...)
{
    std::va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = modeOf(flags, arguments);
    va_end(arguments);
    return open("open64", AT_FDCWD, path, flags, mode);
}
int openat(int folder, const char* path, int flags, ...)
{
    std::va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = modeOf(flags, arguments);
    va_end(arguments);
    return open("openat", folder, path, flags, mode);
}
int openat64(int folder, const char* path, int flags, ...)
{
    std::va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = modeOf(flags, arguments);
    va_end(arguments);
    return open("openat64", folder, path, flags, mode);
}
int creat(const char* path, mode_t mode)
{
    return open("creat", AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode);
}
FILE* fopen(const char* path, const char* mode) { return openStream("fopen", path, mode); }
FILE* fopen64(const char* path, const char* mode) { return openStream("fopen64", path, mode); }

/// The last argument, whatever it is, is as wide as a pointer.
int fcntl(int file, int command, ...)
{
    std::va_list arguments;
    va_start(arguments, command);
    void* argument = va_arg(arguments, void*);
    va_end(arguments);
    if (command == F_SETLK && plan().hasNoLocks)
        return 0;
    return static_cast<int>(::syscall(SYS_fcntl, file, command, argument));
}
int fcntl64(int file, int command, ...)
{
    std::va_list arguments;
    va_start(arguments, command);
    void* argument = va_arg(arguments, void*);
    va_end(arguments);
    return fcntl(file, command, argument);
}

int close(int file)
{
    const bool failed = fails("close", file);
    const int reason = errno;
    const long result = ::syscall(SYS_close, file); // It is closed even so.
    if (failed)
        errno = reason;
    return failed ? -1 : static_cast<int>(result);
}

int rename(const char* old, const char* path) noexcept
{
    return rename("rename", AT_FDCWD, old, AT_FDCWD, path, 0);
}
int renameat(int from, const char* old, int to, const char* path) noexcept
{
    return rename("renameat", from, old, to, path, 0);
}
int renameat2(int from, const char* old, int to, const char* path, unsigned flags) noexcept
{
    return rename("renameat2", from, old, to, path, flags);
}
int link(const char* old, const char* path) noexcept
{
    return link("link", AT_FDCWD, old, AT_FDCWD, path, 0);
}
int linkat(int from, const char* old, int to, const char* path, int flags) noexcept
{
    return link("linkat", from, old, to, path, flags);
}
int unlink(const char* path) noexcept { return unlink("unlink", AT_FDCWD, path, 0); }
int unlinkat(int folder, const char* path, int flags) noexcept
{
    return unlink("unlinkat", folder, path, flags);
}
int remove(const char* path) noexcept
{
    const int result = unlink("remove", AT_FDCWD, path, 0);
    return result != 0 && errno == EISDIR ? unlink("remove", AT_FDCWD, path, AT_REMOVEDIR) : result;
}

int chmod(const char* path, mode_t mode) noexcept
{
    return fails("chmod", path) ? -1
                                : static_cast<int>(::syscall(SYS_fchmodat, AT_FDCWD, path, mode));
}
int fchmod(int file, mode_t mode) noexcept
{
    return fails("fchmod", file) ? -1 : static_cast<int>(::syscall(SYS_fchmod, file, mode));
}
}
