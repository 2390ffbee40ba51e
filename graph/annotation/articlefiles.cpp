// SPDX-License-Identifier: Apache-2.0
#include "graph/annotation/articlefiles.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <map>
#include <memory>
#include <set>

namespace entente
{

namespace
{

namespace fs = std::filesystem;

bool isArticleSuffix(const fs::path& suffix) { return suffix == ".txt" || suffix == ".ann"; }

class Finder
{
public:
    Finder(const Progress& progress, Diagnostics& diagnostics)
        : m_progress(progress)
        , m_diagnostics(diagnostics)
    {
    }

    void addFolder(const fs::path& folder, const std::string& prefix)
    {
        m_root = folder;
        m_prefix = prefix;
        search(folder);
    }

    void addFile(const fs::path& file)
    {
        m_root = file.parent_path();
        m_prefix.clear();
        for (const char* suffix : {".txt", ".ann", ".json"}) {
            std::error_code error;
            if (const fs::path path = fs::path(file).replace_extension(suffix);
                fs::exists(path, error))
                take(path);
        }
    }

    std::vector<ArticleFiles> found() const
    {
        std::vector<ArticleFiles> all;
        for (const auto& [key, files] : m_found) {
            if (files.hasText || files.hasAnnotation) // A .json alone is somebody else's.
                all.push_back(files);
        }
        return all;
    }

private:
    void report(const fs::path& path, std::string message)
    {
        m_diagnostics.push_back({Severity::Error, path.string(), 0, std::move(message)});
    }

    void search(const fs::path& folder)
    {
        std::error_code error;
        const fs::path real = fs::canonical(folder, error);
        if (error || !m_entered.insert(real).second || m_progress.stopped())
            return; // A link back to where we came from.
        std::vector<fs::path> entries;
        for (auto entry = fs::directory_iterator(folder, error);
             !error && entry != fs::directory_iterator(); entry.increment(error))
            entries.push_back(entry->path());
        if (error)
            report(folder, fmt::format("this folder cannot be read ({}); its articles are missing",
                                       error.message()));
        for (const fs::path& entry : entries) {
            const fs::file_status status = fs::status(entry, error);
            if (fs::is_directory(status))
                search(entry);
            else if (fs::is_regular_file(status))
                take(entry);
            else if (isArticleSuffix(entry.extension()))
                report(entry,
                       "this link leads nowhere, or to something that is no file; it is left out");
        }
        m_progress.report("Looking for articles", static_cast<int>(m_found.size()), 0);
    }

    void take(const fs::path& path)
    {
        const fs::path suffix = path.extension();
        if (!isArticleSuffix(suffix) && suffix != ".json")
            return;
        const fs::path stem = fs::path(path).replace_extension();
        ArticleFiles& files = m_found[stem.string()];
        files.root = m_root;
        files.stem = stem;
        files.name = m_prefix + stem.lexically_relative(m_root).generic_string();
        files.hasText = files.hasText || suffix == ".txt";
        files.hasAnnotation = files.hasAnnotation || suffix == ".ann";
        files.hasMetadata = files.hasMetadata || suffix == ".json";
    }

    const Progress& m_progress;
    Diagnostics& m_diagnostics;
    fs::path m_root;
    std::string m_prefix;
    std::set<fs::path> m_entered;
    std::map<std::string, ArticleFiles> m_found; ///< By stem: sorted by bytes, the same everywhere.
};

} // namespace

std::filesystem::path ArticleFiles::withSuffix(const char* suffix) const
{
    fs::path path = stem;
    path += suffix;
    return path;
}

Expected<std::vector<ArticleFiles>, std::string>
findArticles(const std::vector<std::filesystem::path>& paths, const Progress& progress,
             Diagnostics& diagnostics)
{
    Finder finder(progress, diagnostics);
    for (const fs::path& given : paths) {
        std::error_code error;
        const fs::path path = fs::absolute(given, error).lexically_normal();
        const fs::file_status status = fs::status(path, error);
        if (!fs::exists(status))
            return Unexpected{fmt::format("{}: there is no such file or folder.", given.string())};
        if (fs::is_directory(status)) {
            // A trailing slash leaves an empty last part: then the folder is the one before it.
            const fs::path folder = path.has_filename() ? path : path.parent_path();
            const std::string prefix =
                paths.size() == 1 ? std::string() : folder.filename().string() + "/";
            finder.addFolder(folder, prefix);
        } else if (isArticleSuffix(path.extension()) && fs::is_regular_file(status)) {
            finder.addFile(path);
        } else {
            return Unexpected{fmt::format(
                "{}: this is no article. Open a folder, or a file ending in .ann or .txt.",
                given.string())};
        }
    }
    return finder.found();
}

Expected<std::string, std::string> readFile(const std::filesystem::path& path)
{
    // An article is some kilobytes; what is this large is something else, and would take the
    // memory.
    constexpr std::size_t bytesAtMost = 64U << 20U;
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"),
                                                               std::fclose);
    if (!file)
        return Unexpected{std::string(std::strerror(errno))};
    std::string bytes;
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    bytes.resize(error ? 0 : std::min<std::uintmax_t>(size, bytesAtMost) + 1);
    std::size_t read = 0;
    while (read <= bytesAtMost) {
        if (read == bytes.size())
            bytes.resize(bytes.size() * 2 + 4096);
        const std::size_t count =
            std::fread(bytes.data() + read, 1, bytes.size() - read, file.get());
        if (count == 0)
            break;
        read += count;
    }
    if (std::ferror(file.get()))
        return Unexpected{std::string("reading failed half-way")};
    if (read > bytesAtMost)
        return Unexpected{fmt::format("it is larger than {} MiB", bytesAtMost >> 20U)};
    bytes.resize(read);
    return bytes;
}

} // namespace entente
