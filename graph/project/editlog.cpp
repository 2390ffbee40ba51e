// SPDX-License-Identifier: Apache-2.0
#include "graph/project/editlog.h"

#include "graph/base/jsontext.h"
#include "graph/base/openfile.h"

#include <nlohmann/json.hpp>

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

/// Who a line is, from its head alone: all the rest can be as long as the articles of a project.
std::optional<EditLog::Name> nameIn(std::string_view line)
{
    std::string head(line.substr(0, line.find(",\"at\":")));
    const auto json = parsedJson(head += '}');
    if (!json || !json->is_object())
        return std::nullopt;
    const auto number = json->find("number");
    const auto id = json->find("id");
    if (number == json->end() || !number->is_number_integer() || id == json->end() ||
        !id->is_string())
        return std::nullopt;
    return EditLog::Name{number->get<std::int64_t>(),
                         Uuid::parse(id->get_ref<const std::string&>()).value_or(Uuid())};
}

} // namespace

EditLog::EditLog(fs::path path)
    : m_path(std::move(path))
{
}

std::optional<EditLog::Name> EditLog::last()
{
    std::ifstream file(m_path, std::ios::binary | std::ios::ate);
    if (!file)
        return std::nullopt;
    const std::streamoff size = file.tellg();
    // From the end, until it holds a whole line: that of an import can be as long as its articles,
    // and in equal steps it would be read as often as it has steps.
    constexpr std::streamoff first = 65536;
    std::string tail;
    std::size_t end = std::string::npos;   // Of the last whole line, in the tail.
    std::size_t start = std::string::npos; // Behind the line before it.
    for (std::streamoff wanted = first; start == std::string::npos; wanted *= 2) {
        tail.resize(static_cast<std::size_t>(std::min(wanted, size)));
        file.seekg(size - static_cast<std::streamoff>(tail.size()));
        if (!file.read(tail.data(), static_cast<std::streamsize>(tail.size())))
            return std::nullopt;
        end = tail.rfind('\n');
        if (end != std::string::npos && end > 0)
            start = tail.rfind('\n', end - 1);
        if (wanted >= size)
            break;
    }
    if (end == std::string::npos) { // Nothing but a torn line.
        [[maybe_unused]] const int cut = ::truncate(m_path.c_str(), 0);
        return std::nullopt;
    }
    if (end + 1 < tail.size()) {
        const std::size_t torn = tail.size() - end - 1;
        [[maybe_unused]] const int cut =
            ::truncate(m_path.c_str(), size - static_cast<std::streamoff>(torn));
    }
    const std::size_t begin = start == std::string::npos ? 0 : start + 1;
    return nameIn(std::string_view(tail).substr(begin, end - begin));
}

std::error_code EditLog::append(const std::string& line)
{
    OpenFile file(
        ::open(m_path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, S_IRUSR | S_IWUSR));
    // What stands behind a torn line is part of it.
    if (m_whole && file.cutTo(*m_whole))
        m_whole.reset();
    const off_t before = file.size();
    if (file.error())
        return file.error();
    file.write(line + '\n');
    file.flushBytes();
    if (file.error() && !file.cutTo(before))
        m_whole = before;
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

std::map<std::int64_t, Uuid> EditLog::ids() const
{
    std::map<std::int64_t, Uuid> ids;
    std::ifstream file(m_path, std::ios::binary);
    for (std::string line; std::getline(file, line);) {
        if (const auto name = nameIn(line))
            ids.emplace(name->number, name->id);
    }
    return ids;
}

} // namespace entente
