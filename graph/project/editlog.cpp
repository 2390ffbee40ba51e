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

/// Where the line begins that goes on up to a place; none: the file cannot be read. It is looked
/// for from the end: the line of an import can be as long as its articles.
std::optional<std::streamoff> startOfLine(std::ifstream& file, std::streamoff end)
{
    constexpr std::streamoff blockSize = 65536;
    std::string block;
    while (end > 0) {
        const std::streamoff begin = std::max<std::streamoff>(0, end - blockSize);
        block.resize(static_cast<std::size_t>(end - begin));
        file.seekg(begin);
        if (!file.read(block.data(), static_cast<std::streamsize>(block.size())))
            return std::nullopt;
        const std::size_t found = block.rfind('\n');
        if (found != std::string::npos)
            return begin + static_cast<std::streamoff>(found) + 1;
        end = begin;
    }
    return 0;
}

/// Writes small pieces together: the line of a short edit at once.
class PieceByPiece
{
public:
    explicit PieceByPiece(OpenFile& file)
        : m_file(file)
    {
    }

    void add(std::string_view piece)
    {
        m_waiting += piece;
        constexpr std::size_t enough = 131072;
        if (m_waiting.size() >= enough)
            finish();
    }
    void finish()
    {
        m_file.write(m_waiting);
        m_waiting.clear();
    }

private:
    OpenFile& m_file;
    std::string m_waiting;
};

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
    const std::optional<std::streamoff> end = startOfLine(file, size);
    if (!end)
        return std::nullopt;
    if (*end < size) { // A torn line.
        [[maybe_unused]] const int cut = ::truncate(m_path.c_str(), *end);
    }
    const std::optional<std::streamoff> begin = startOfLine(file, *end - 1);
    if (*end == 0 || !begin)
        return std::nullopt;
    constexpr std::streamoff headAtMost = 256; // A number and a UUID, with their names.
    std::string head(static_cast<std::size_t>(std::min(headAtMost, *end - 1 - *begin)), '\0');
    file.seekg(*begin);
    if (!file.read(head.data(), static_cast<std::streamsize>(head.size())))
        return std::nullopt;
    return nameIn(head);
}

std::error_code EditLog::append(std::string_view line)
{
    return append([line](const Take& take) { take(line); });
}

std::error_code EditLog::append(const std::function<void(const Take&)>& write)
{
    OpenFile file(
        ::open(m_path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, S_IRUSR | S_IWUSR));
    // What stands behind a torn line is part of it.
    if (m_whole && file.cutTo(*m_whole))
        m_whole.reset();
    const off_t before = file.size();
    if (file.error())
        return file.error();
    const auto takeBack = [&] {
        if (!file.cutTo(before))
            m_whole = before;
    };
    try {
        PieceByPiece pieces(file);
        write([&](std::string_view piece) { pieces.add(piece); });
        pieces.add("\n");
        pieces.finish();
    } catch (...) {
        takeBack();
        throw;
    }
    file.flushBytes();
    if (file.error())
        takeBack();
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
