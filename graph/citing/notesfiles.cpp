// SPDX-License-Identifier: Apache-2.0
#include "graph/citing/notesfiles.h"

#include "graph/annotation/articlefiles.h"
#include "graph/base/sha256.h"
#include "graph/citing/csljson.h"
#include "graph/citing/endnotes.h"

#include <fmt/format.h>

#include <string_view>
#include <utility>

namespace entente
{

namespace
{

namespace fs = std::filesystem;

constexpr std::string_view sealBegin = "<!-- notes of a picture, as written: ";
constexpr std::string_view sealEnd = " -->\n";

/// By which it is told that nobody has changed them since.
std::string sealOf(std::string_view notes)
{
    return fmt::format("{}{}{}", sealBegin, sha256Of(notes), sealEnd);
}

bool isAsWritten(const fs::path& file)
{
    const auto text = readFile(file);
    const std::size_t seal = text ? text->rfind(sealBegin) : std::string::npos;
    return seal != std::string::npos &&
           std::string_view(*text).substr(seal) == sealOf(std::string_view(*text).substr(0, seal));
}

fs::path besides(const fs::path& picture, std::string_view suffix)
{
    fs::path file = picture;
    file += suffix;
    return file;
}

} // namespace

fs::path notesBeside(const fs::path& picture) { return besides(picture, ".notes.md"); }

fs::path sourcesBeside(const fs::path& picture) { return besides(picture, ".sources.json"); }

std::map<fs::path, std::string> notesFiles(const Citations& citations, const std::string& title,
                                           const std::string& filters, const fs::path& picture)
{
    std::string notes = endnotesMarkdown(citations, title, filters) + '\n';
    notes += sealOf(notes);
    return {{notesBeside(picture), std::move(notes)}, {sourcesBeside(picture), cslJson(citations)}};
}

std::optional<std::string> notesInTheWay(const fs::path& picture)
{
    std::error_code error;
    const fs::path notes = notesBeside(picture);
    const bool isOurs = isAsWritten(notes);
    for (const fs::path& file : {notes, sourcesBeside(picture)}) {
        if (!isOurs && fs::exists(fs::symlink_status(file, error)))
            return fmt::format(
                "The notes would replace {}, which was not written with the picture, "
                "or has been changed since. Choose another name for the picture, or "
                "move that file away.",
                file.string());
    }
    return std::nullopt;
}

} // namespace entente
