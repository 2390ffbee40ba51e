// SPDX-License-Identifier: Apache-2.0
#include "app/cli/input.h"

#include "app/cli/progressline.h"
#include "app/cli/project.h"
#include "graph/base/resourcefolder.h"
#include "graph/base/writefile.h"
#include "ui/paint/writefailure.h"
#include "ui/text/qtext.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <ostream>
#include <tuple>

#include <unistd.h>

namespace entente
{

namespace
{

namespace fs = std::filesystem;

/// What a path leads to, without a slash at its end; itself when it leads nowhere.
fs::path realPath(const fs::path& path)
{
    std::error_code error;
    const fs::path real = fs::weakly_canonical(fs::absolute(path, error), error);
    if (error)
        return path;
    return real.has_filename() ? real : real.parent_path();
}

bool isWithin(const fs::path& path, const fs::path& folder)
{
    const auto [left, end] = std::ranges::mismatch(folder, path);
    return left == folder.end();
}

/// The reader names files by their whole path; people know them by what they typed.
std::string asGiven(const std::string& file, const std::vector<fs::path>& paths)
{
    for (const fs::path& given : paths) {
        std::error_code error;
        fs::path whole = fs::absolute(given, error).lexically_normal();
        if (!whole.has_filename())
            whole = whole.parent_path();
        const fs::path stem = fs::path(whole).replace_extension();
        if (isWithin(file, whole))
            return fs::path(file) == whole
                       ? given.string()
                       : (given / fs::path(file).lexically_relative(whole)).string();
        // The other file of a pair.
        if (fs::path(file).replace_extension() == stem && !fs::is_directory(whole, error))
            return fs::path(given).replace_extension(fs::path(file).extension()).string();
    }
    return file;
}

/// A project instead of a folder: the same graph from what it holds.
Expected<Corpus, std::string> corpusOfProject(const std::vector<fs::path>& paths)
{
    if (paths.size() > 1)
        return Unexpected{std::string("A project is read by itself: name no other path.")};
    const auto project = lookAtProject(paths.front());
    if (!project)
        return Unexpected{whyNotOpened(paths.front(), project.error())};
    Corpus corpus = corpusOf(*project, resourceFolder());
    if (const std::string words = wordsOn(*project); !words.empty())
        corpus.diagnostics.push_back({Severity::Warning, paths.front(), 0, words});
    return corpus;
}

} // namespace

Option jsonOption() { return {"json", "", "writes JSON, for machines", {}, ""}; }

Option identityOption()
{
    return {"identity",
            "HOW",
            "what makes one of two names in different articles: the same outside id, or also the "
            "same full name; names if not given",
            {"ids", "names"},
            ""};
}

Option viewOption()
{
    return {"view",
            "VIEW",
            "meetings as nodes, or the actors with the ties between them; events if not given",
            {"events", "actors"},
            ""};
}

std::optional<Corpus> readCorpus(const std::string& command, const Arguments& arguments,
                                 const Streams& streams)
{
    Expected<Corpus, std::string> corpus = [&] {
        ProgressLine line(streams);
        if (std::ranges::any_of(arguments.paths, isProject))
            return corpusOfProject(arguments.paths);
        return openCorpus(arguments.paths, resourceFolder(), line.progress());
    }();
    if (!corpus) {
        notDone(streams, command, corpus.error());
        return std::nullopt;
    }
    for (Diagnostic& diagnostic : corpus->diagnostics)
        diagnostic.file = asGiven(diagnostic.file, arguments.paths);
    std::ranges::stable_sort(corpus->diagnostics, {}, [](const Diagnostic& diagnostic) {
        return std::tie(diagnostic.file, diagnostic.line);
    });
    return std::move(*corpus);
}

std::optional<Corpus> readAndReport(const std::string& command, const Arguments& arguments,
                                    const Streams& streams)
{
    std::optional<Corpus> corpus = readCorpus(command, arguments, streams);
    if (corpus)
        print(corpus->diagnostics, streams.err);
    return corpus;
}

KnowledgeGraph foldFor(const Corpus& corpus, const Arguments& arguments)
{
    const bool onlyIds = arguments.value("identity") == "ids";
    return fold(corpus.store, corpus.ontology,
                onlyIds ? IdentityRule::IdsOnly : IdentityRule::IdsAndNames);
}

bool wantsActors(const Arguments& arguments) { return arguments.value("view") == "actors"; }

void print(const Diagnostics& diagnostics, std::ostream& stream)
{
    for (const Diagnostic& diagnostic : diagnostics)
        stream << plain(diagnostic.text()) << '\n';
}

std::string plain(std::string_view text) { return toUtf8(visibleForm(toQString(text))); }

std::string counted(std::size_t count, std::string_view noun)
{
    return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::optional<std::string> reasonNotToWrite(const Arguments& arguments, const fs::path& file)
{
    const fs::path target = realPath(file);
    for (const fs::path& given : arguments.paths) {
        const fs::path opened = realPath(given);
        std::error_code error;
        if (fs::is_directory(opened, error) && isWithin(target, opened))
            return fmt::format("{} lies in {}, which was opened, and nothing is written into what "
                               "is opened; choose another place",
                               file.string(), given.string());
        // NAME.json is read as what is known of the article, if it was not there before either.
        const bool isOfArticle = target.extension() == ".txt" || target.extension() == ".ann" ||
                                 target.extension() == ".json";
        if (target.parent_path() == opened.parent_path() && target.stem() == opened.stem() &&
            !fs::is_directory(opened, error) && (isOfArticle || fs::exists(target, error)))
            return fmt::format("{} belongs to the article that was opened; choose another name",
                               file.string());
    }
    return std::nullopt;
}

std::optional<std::string> noPlaceFor(const fs::path& file)
{
    std::error_code error;
    const fs::path whole = fs::absolute(file, error);
    int why = 0;
    if (fs::is_directory(whole, error))
        why = EISDIR;
    else if (!fs::is_directory(whole.parent_path(), error))
        why = ENOENT;
    else if (::access(whole.parent_path().c_str(), W_OK) != 0)
        why = errno;
    if (why == 0)
        return std::nullopt;
    return toUtf8(whyNotWritten(QString::fromStdString(file.string()),
                                std::error_code(why, std::generic_category())));
}

Exit writeResult(const std::string& command, const Arguments& arguments, const fs::path& file,
                 std::string_view bytes, const Streams& streams)
{
    if (const auto reason = reasonNotToWrite(arguments, file))
        return notDone(streams, command, *reason);
    if (const std::error_code error = writeFile(file, bytes))
        return notDone(streams, command,
                       fmt::format("{} could not be written: {}", file.string(), error.message()));
    return Exit::Done;
}

Exit notDone(const Streams& streams, const std::string& command, const std::string& reason)
{
    streams.err << plain(fmt::format("entente-cli {}: {}{}", command, reason,
                                     reason.ends_with('.') || reason.ends_with('?') ? "" : "."))
                << '\n';
    return Exit::NotDone;
}

std::string graphName(const Arguments& arguments)
{
    std::error_code error;
    std::filesystem::path path =
        std::filesystem::absolute(arguments.paths.front(), error).lexically_normal();
    if (!path.has_filename())
        path = path.parent_path();
    return std::filesystem::is_directory(path, error) ? path.filename().string()
                                                      : path.stem().string();
}

} // namespace entente
