// SPDX-License-Identifier: Apache-2.0
#include "graph/annotation/articlefiles.h"

#include <fmt/format.h>

#include <algorithm>
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

    /// @param named whether its articles' names begin with its own.
    void addFolder(const fs::path& folder, bool named)
    {
        m_root = rootFor(folder, named ? 1 : 0);
        search(folder);
    }

    void addFile(const fs::path& file)
    {
        m_root = rootFor(file.parent_path(), 0);
        for (const char* suffix : {".txt", ".ann", ".json"}) {
            std::error_code error;
            if (const fs::path path = fs::path(file).replace_extension(suffix);
                fs::exists(path, error))
                take(path);
        }
    }

    std::vector<ArticleFiles> found()
    {
        std::erase_if(m_found, [](const auto& one) { // A .json alone is somebody else's.
            return !one.second.files.hasText && !one.second.files.hasAnnotation;
        });
        while (nameAll()) {
        }
        std::vector<ArticleFiles> all;
        for (const auto& [stem, one] : m_found)
            all.push_back(one.files);
        std::ranges::stable_sort(all, {}, &ArticleFiles::name);
        return all;
    }

private:
    /// What was opened, and how much of its path the names of its articles begin with.
    struct Root
    {
        fs::path path;
        int namedBy = 0; ///< Last parts of the path.
    };

    struct Found
    {
        ArticleFiles files;
        std::size_t root = 0;
    };

    std::size_t rootFor(const fs::path& path, int namedBy)
    {
        const auto same = std::ranges::find(m_roots, path, &Root::path);
        if (same != m_roots.end())
            return static_cast<std::size_t>(same - m_roots.begin());
        m_roots.push_back({path, namedBy});
        return m_roots.size() - 1;
    }

    static std::string prefixOf(const Root& root)
    {
        std::string prefix;
        fs::path rest = root.path;
        for (int part = 0; part < root.namedBy && rest.has_relative_path(); ++part) {
            prefix = rest.filename().string() + "/" + prefix;
            rest = rest.parent_path();
        }
        return prefix;
    }

    /// Names all articles; where two have one name, their roots take one more part of their paths.
    /// @returns whether any did, so that it has to be done again.
    bool nameAll()
    {
        std::map<std::string, std::size_t> firstRoots;
        std::set<std::size_t> alike;
        for (auto& [stem, one] : m_found) {
            const fs::path& root = m_roots[one.root].path;
            one.files.name = prefixOf(m_roots[one.root]) +
                             one.files.stem.lexically_relative(root).generic_string();
            const auto [first, isNew] = firstRoots.emplace(one.files.name, one.root);
            if (!isNew && first->second != one.root)
                alike.insert({first->second, one.root});
        }
        bool anyLonger = false;
        for (const std::size_t root : alike) {
            const std::string before = prefixOf(m_roots[root]);
            ++m_roots[root].namedBy;
            anyLonger = anyLonger || prefixOf(m_roots[root]) != before;
        }
        return anyLonger;
    }

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
        const auto [place, isNew] = m_found.try_emplace(stem.string());
        ArticleFiles& files = place->second.files;
        if (isNew) {
            place->second.root = m_root;
            files.root = m_roots[m_root].path;
            files.stem = stem;
        }
        files.hasText = files.hasText || suffix == ".txt";
        files.hasAnnotation = files.hasAnnotation || suffix == ".ann";
        files.hasMetadata = files.hasMetadata || suffix == ".json";
    }

    const Progress& m_progress;
    Diagnostics& m_diagnostics;
    std::vector<Root> m_roots;
    std::size_t m_root = 0; ///< The one that is searched.
    std::set<fs::path> m_entered;
    std::map<std::string, Found> m_found; ///< By stem: sorted by bytes, the same everywhere.
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
            finder.addFolder(folder, paths.size() > 1);
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

Expected<std::string, std::string> readFile(const std::filesystem::path& path,
                                            std::size_t bytesAtMost)
{
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
