// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <system_error>

#include <sys/types.h>

namespace entente
{

/// The error that a call of the system has just left.
std::error_code lastSystemError();

/// Owns an open file; remembers the first thing that went wrong with it, and does nothing more
/// then.
class OpenFile
{
public:
    /// @param descriptor negative where it could not be opened, with the reason in errno.
    explicit OpenFile(int descriptor);
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    OpenFile(OpenFile&&) = delete;
    OpenFile& operator=(OpenFile&&) = delete;
    ~OpenFile();

    void write(std::string_view bytes);
    /// That the file holds these bytes and no others.
    void compare(std::string_view bytes);
    /// To the disk, with its name, times and the rest.
    void flush();
    /// The same, for its bytes and what it takes to read them.
    void flushBytes();
    void allow(mode_t mode);
    void close();
    off_t size();
    /// Also after something went wrong, to take back what was written of it. @returns whether it
    /// could be.
    bool cutTo(off_t size);

    std::error_code error() const { return m_error; }

private:
    void note(bool succeeded);

    int m_descriptor;
    std::error_code m_error;
};

} // namespace entente
