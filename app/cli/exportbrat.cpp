// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"
#include "app/cli/files.h"
#include "app/cli/input.h"
#include "app/cli/progressline.h"
#include "app/cli/project.h"
#include "graph/annotation/articlefiles.h"
#include "graph/annotation/ontologies.h"
#include "graph/base/resourcefolder.h"
#include "graph/exchange/bratexport.h"
#include "graph/exchange/ententelines.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

namespace entente
{

namespace
{

namespace fs = std::filesystem;

void list(const BratExport& exported, std::ostream& stream)
{
    if (exported.notInBrat.empty()) {
        stream << "brat holds all of it.\n";
        return;
    }
    stream << "What brat cannot hold is in " << ententeLinesFile << ":\n";
    for (const std::string& words : exported.notInBrat)
        stream << "  " << plain(words) << '\n';
}

Files filesIn(const fs::path& folder, const BratExport& exported)
{
    Files files;
    for (const auto& [path, bytes] : exported.files)
        files.emplace(folder / path, bytes);
    // What an earlier export left there would be read with these articles.
    std::error_code error;
    const auto empty = [&](const fs::path& path, const std::string& bytes) {
        if (!files.contains(path) && fs::exists(path, error))
            files.emplace(path, bytes);
    };
    empty(folder / std::string(ententeLinesFile), ententeHeader());
    for (const auto& [path, bytes] : exported.files) {
        if (!path.ends_with(".txt"))
            continue;
        empty(fs::path(folder / path).replace_extension(".json"), "{}\n");
        empty(fs::path(folder / path).replace_extension(".ann"), {});
    }
    return files;
}

/// Articles that lie in the folder already, and would be taken for some of the project's; and what
/// would give theirs another meaning.
std::vector<std::string> othersIn(const fs::path& folder, const Files& files)
{
    std::vector<std::string> others;
    std::error_code error;
    const auto end = fs::recursive_directory_iterator();
    for (auto entry = fs::recursive_directory_iterator(folder, error); !error && entry != end;
         entry.increment(error)) {
        const fs::path suffix = entry->path().extension();
        const bool isRead = suffix == ".txt" || suffix == ".ann" || isVocabularyFile(entry->path());
        if (isRead && !files.contains(entry->path()))
            others.push_back(entry->path().string());
    }
    std::ranges::sort(others);
    return others;
}

/// Why the folder must not be written into.
/// @param different those of all the files that are not there to the byte.
std::optional<std::string> reasonNotToFill(const Arguments& arguments, const BratExport& exported,
                                           const Files& all, const Files& different)
{
    for (const auto& [path, bytes] : different) {
        if (auto reason = reasonNotToWrite(arguments, path))
            return reason;
    }
    if (arguments.has("force"))
        return std::nullopt;
    std::vector<std::string> there;
    for (const auto& [path, bytes] : different) {
        std::error_code error;
        if (fs::exists(fs::symlink_status(path, error)))
            there.push_back(path.string());
    }
    if (!there.empty())
        return fmt::format("{} to be written are there already, and are others; nothing was "
                           "written; --force writes over them",
                           firstOf(there));
    if (const auto above = vocabularyAbove(exported, arguments.value("output")))
        return fmt::format("{} lies above that folder and would give the articles' types another "
                           "meaning; nothing was written; --force writes all the same",
                           above->string());
    if (const auto others = othersIn(arguments.value("output"), all); !others.empty())
        return fmt::format("{} in this folder are of nothing in the project, and would be read "
                           "with those that are; nothing was written; --force leaves them there",
                           firstOf(others));
    return std::nullopt;
}

/// What is there already need not be written.
void dropThoseThere(Files& files)
{
    std::erase_if(files, [](const auto& file) {
        const auto there = readFile(file.first);
        return there && *there == file.second;
    });
}

Exit write(const BratExport& exported, std::size_t articles, const Arguments& arguments,
           const Streams& streams)
{
    const fs::path folder = arguments.value("output");
    const Files all = filesIn(folder, exported);
    Files files = all;
    dropThoseThere(files);
    if (const auto reason = reasonNotToFill(arguments, exported, all, files))
        return notDone(streams, "export-brat", *reason);
    if (const auto reason = writeAll(files))
        return notDone(streams, "export-brat", *reason);
    streams.out << counted(articles, "article") << ", " << counted(files.size(), "file")
                << " written into " << plain(folder.string()) << '\n';
    return Exit::Done;
}

Exit exportProject(const Arguments& arguments, const Streams& streams)
{
    if (!arguments.has("output") && !arguments.has("list"))
        return wrongUsage(streams, "export-brat",
                          "-o with the folder to write into, or --list, is missing");
    const auto project = lookAtProject("export-brat", arguments, streams);
    if (!project)
        return project.error();
    const BratExport exported = [&] {
        ProgressLine line(streams);
        return exportBrat(project->store(), resourceFolder(), line.progress());
    }();
    if (!exported.lost.empty())
        return notDone(streams, "export-brat",
                       fmt::format("{} would not be the same once read again; nothing was written",
                                   exported.lost.front()));
    list(exported, arguments.has("list") ? streams.out : streams.err);
    return arguments.has("list")
               ? Exit::Done
               : write(exported, project->store().articles().size(), arguments, streams);
}

} // namespace

Command exportBratCommand()
{
    return {
        "export-brat",
        "Writes a project into a folder as brat standoff, with all that was done in it.",
        {},
        {{"output", "FOLDER", "where to write to; made if it is not there", {}, "o"},
         {"list", "", "only says what brat cannot hold, and writes nothing", {}, ""},
         {"force", "", "writes over files that are there and are others", {}, ""}},
        "Each article becomes NAME.txt, NAME.ann and NAME.json under the name that it was\n"
        "imported by. The annotation of an article that was not changed comes out as it went in,\n"
        "byte for byte; in one that was, only the lines that say something else are others.\n"
        "So does NAME.json, with only what was changed in it and all that Entente does not know.\n"
        "\n"
        "What brat has no lines for (names, tags, rejections, merges, places in the picture)\n"
        "goes into entente.jsonl beside them. It is listed before anything is written, and\n"
        "is read again with the folder.",
        exportProject,
    };
}

} // namespace entente
