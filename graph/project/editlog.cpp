// SPDX-License-Identifier: Apache-2.0
#include "graph/project/editlog.h"

#include "graph/base/openfile.h"
#include "graph/base/writefile.h"

#include <algorithm>
#include <fstream>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace entente
{

namespace
{

namespace fs = std::filesystem;

} // namespace

EditLog::EditLog(fs::path path)
    : m_path(std::move(path))
{
}

std::optional<LoggedEdit> EditLog::last()
{
    std::ifstream file(m_path, std::ios::binary | std::ios::ate);
    if (!file)
        return std::nullopt;
    const std::streamoff size = file.tellg();
    constexpr std::streamoff step = 65536;
    std::string tail; // Backwards, until it holds a whole line.
    std::streamoff begin = size;
    std::size_t end = std::string::npos;   // Of the last whole line, in the tail.
    std::size_t start = std::string::npos; // Behind the line before it.
    while (begin > 0 && start == std::string::npos) {
        const std::streamoff from = std::max<std::streamoff>(0, begin - step);
        std::string part(static_cast<std::size_t>(begin - from), '\0');
        file.seekg(from);
        if (!file.read(part.data(), static_cast<std::streamsize>(part.size())))
            return std::nullopt;
        tail.insert(0, part);
        begin = from;
        end = tail.rfind('\n');
        if (end != std::string::npos && end > 0)
            start = tail.rfind('\n', end - 1);
    }
    if (end == std::string::npos) { // Nothing but a torn line.
        [[maybe_unused]] const int cut = ::truncate(m_path.c_str(), 0);
        return std::nullopt;
    }
    if (end + 1 < tail.size()) {
        [[maybe_unused]] const int cut =
            ::truncate(m_path.c_str(), begin + static_cast<std::streamoff>(end) + 1);
    }
    const std::size_t first = start == std::string::npos ? 0 : start + 1;
    auto logged = loggedEditFrom(std::string_view(tail).substr(first, end - first));
    return logged ? std::optional(*std::move(logged)) : std::nullopt;
}

std::error_code EditLog::append(const std::string& line)
{
    OpenFile file(
        ::open(m_path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, S_IRUSR | S_IWUSR));
    const off_t before = file.size();
    file.write(line + '\n');
    file.flushBytes();
    if (file.error())
        file.cutTo(before); // No torn line.
    return file.error();
}

bool EditLog::forEach(
    const std::function<bool(int, const Expected<LoggedEdit, std::string>&)>& visit) const
{
    std::ifstream file(m_path, std::ios::binary);
    if (!file)
        return false;
    std::string line;
    for (int number = 1; std::getline(file, line); ++number) {
        if (file.eof())
            return true; // Torn: it was never acknowledged.
        if (!visit(number, loggedEditFrom(line)))
            return true;
    }
    return !file.bad();
}

std::error_code EditLog::setAside(const std::string& when)
{
    std::error_code error;
    if (!fs::exists(m_path, error))
        return {};
    fs::path aside = m_path;
    aside.replace_filename(m_path.stem().string() + "-" + when + m_path.extension().string());
    return putInPlace(m_path, aside, Existing::Keep);
}

} // namespace entente
