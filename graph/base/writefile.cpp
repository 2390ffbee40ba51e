// SPDX-License-Identifier: Apache-2.0
#include "graph/base/writefile.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace entente
{

namespace
{

namespace fs = std::filesystem;

/// Owns an open file; remembers the first thing that went wrong with it.
class OpenFile
{
public:
    explicit OpenFile(int descriptor)
        : m_descriptor(descriptor)
    {
        note(descriptor >= 0);
    }
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    OpenFile(OpenFile&&) = delete;
    OpenFile& operator=(OpenFile&&) = delete;
    ~OpenFile() { close(); }

    void write(std::string_view bytes)
    {
        while (!m_error && !bytes.empty()) {
            const ssize_t count = ::write(m_descriptor, bytes.data(), bytes.size());
            if (count < 0 && errno == EINTR)
                continue;
            // Nothing written and no reason given would go round for ever.
            note(count > 0);
            if (count > 0)
                bytes.remove_prefix(static_cast<std::size_t>(count));
        }
    }
    void flush() { note(m_error || ::fsync(m_descriptor) == 0); }
    void allow(mode_t mode) { note(m_error || ::fchmod(m_descriptor, mode) == 0); }
    void close()
    {
        if (m_descriptor >= 0)
            note(::close(std::exchange(m_descriptor, -1)) == 0);
    }

    /// 0: all went well.
    int error() const { return m_error; }

private:
    void note(bool succeeded)
    {
        if (!succeeded && !m_error)
            m_error = errno ? errno : EIO;
    }

    int m_descriptor;
    int m_error = 0;
};

std::optional<std::string> words(int error)
{
    return error ? std::optional(std::string(std::strerror(error))) : std::nullopt;
}

mode_t defaultMode()
{
    const mode_t mask = ::umask(0);
    ::umask(mask);
    return 0666 & ~mask;
}

std::optional<std::string> writeDirectly(const fs::path& path, std::string_view bytes)
{
    OpenFile file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    file.write(bytes);
    file.close();
    return words(file.error());
}

} // namespace

std::optional<std::string> writeFile(const fs::path& path, std::string_view bytes)
{
    std::error_code error;
    // A link stays a link: what it leads to is written.
    const fs::path target = fs::is_symlink(path, error) ? fs::weakly_canonical(path, error) : path;
    struct stat before = {};
    const bool isThere = ::stat(target.c_str(), &before) == 0;
    if (isThere && S_ISDIR(before.st_mode))
        return "this is a folder";
    if (isThere && !S_ISREG(before.st_mode))
        return writeDirectly(target, bytes);

    std::string temporary = (target.parent_path() / ".entente-XXXXXX").string();
    OpenFile file(::mkostemp(temporary.data(), O_CLOEXEC));
    if (file.error())
        return words(file.error());
    file.write(bytes);
    file.allow(isThere ? before.st_mode & 07777 : defaultMode());
    file.flush();
    file.close();
    int failure = file.error();
    if (!failure && std::rename(temporary.c_str(), target.c_str()) != 0)
        failure = errno;
    // So that the new name, too, outlives a loss of power; on what cannot do it, it is not needed.
    OpenFile folder(::open(target.has_parent_path() ? target.parent_path().c_str() : ".",
                           O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    folder.flush();
    if (failure)
        ::unlink(temporary.c_str());
    return words(failure);
}

} // namespace entente
