// SPDX-License-Identifier: Apache-2.0
#include "graph/base/openfile.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

namespace entente
{

std::error_code lastSystemError() { return {errno != 0 ? errno : EIO, std::generic_category()}; }

OpenFile::OpenFile(int descriptor)
    : m_descriptor(descriptor)
{
    note(descriptor >= 0);
}

OpenFile::~OpenFile() { close(); }

void OpenFile::write(std::string_view bytes)
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

void OpenFile::compare(std::string_view bytes)
{
    const std::error_code differs(EIO, std::generic_category());
    std::array<char, 65536> buffer{};
    off_t at = 0;
    while (!m_error) {
        const ssize_t count = ::pread(m_descriptor, buffer.data(), buffer.size(), at);
        if (count < 0 && errno == EINTR)
            continue;
        note(count >= 0);
        if (count <= 0)
            break;
        const std::string_view got(buffer.data(), static_cast<std::size_t>(count));
        if (!bytes.starts_with(got))
            m_error = differs;
        bytes.remove_prefix(std::min(got.size(), bytes.size()));
        at += count;
    }
    if (!m_error && !bytes.empty())
        m_error = differs;
}

void OpenFile::flush() { note(m_error || ::fsync(m_descriptor) == 0); }

void OpenFile::flushBytes() { note(m_error || ::fdatasync(m_descriptor) == 0); }

void OpenFile::allow(mode_t mode) { note(m_error || ::fchmod(m_descriptor, mode) == 0); }

void OpenFile::close()
{
    if (m_descriptor >= 0)
        note(::close(std::exchange(m_descriptor, -1)) == 0);
}

off_t OpenFile::size()
{
    struct stat status = {};
    note(m_error || ::fstat(m_descriptor, &status) == 0);
    return status.st_size;
}

bool OpenFile::cutTo(off_t size)
{
    const bool isCut = m_descriptor >= 0 && ::ftruncate(m_descriptor, size) == 0;
    note(isCut);
    return isCut;
}

void OpenFile::note(bool succeeded)
{
    if (!succeeded && !m_error)
        m_error = lastSystemError();
}

} // namespace entente
