// SPDX-License-Identifier: Apache-2.0
#include "graph/annotation/corpus.h"

#include "graph/annotation/articlefiles.h"
#include "graph/annotation/articlereading.h"
#include "graph/annotation/ontologies.h"
#include "graph/base/ahead.h"
#include "graph/exchange/ententelines.h"

#include <fmt/format.h>

#include <set>
#include <utility>

namespace entente
{

namespace
{

namespace fs = std::filesystem;

void append(Diagnostics& all, Diagnostics more)
{
    all.insert(all.end(), std::make_move_iterator(more.begin()),
               std::make_move_iterator(more.end()));
}

/// What the names of the files of what was opened begin with: empty, or "2024/".
std::string prefixOf(const ArticleFiles& files)
{
    const std::string within = files.stem.lexically_relative(files.root).generic_string();
    return files.name.substr(0, files.name.size() - std::min(within.size(), files.name.size()));
}

/// By its path in what was opened; what was found above that counts as lying in it.
std::string vocabularyName(const fs::path& path, const ArticleFiles& files)
{
    const fs::path within = path.lexically_relative(files.root);
    const bool isAbove = within.empty() || *within.begin() == "..";
    return prefixOf(files) + (isAbove ? path.filename() : within).generic_string();
}

/// So that whoever keeps the article can keep what gives its types their meaning.
void keepVocabulary(const ArticleFiles& files, FolderOntology& folder, Corpus& corpus)
{
    if (folder.read.files.empty() || !folder.keptFor.insert(files.root).second)
        return;
    for (const auto& [path, bytes] : folder.read.files) {
        PutVocabularyFile put{vocabularyName(path, files), bytes};
        if (corpus.store.vocabulary().contains(put.name))
            continue;
        if (const auto applied = corpus.store.apply(std::move(put)); !applied)
            corpus.diagnostics.push_back({Severity::Warning, path.string(), 0,
                                          fmt::format("{} It is used here, and not kept with a "
                                                      "project.",
                                                      applied.error())});
    }
}

/// Adds what was read of one article: the only part that is done one after the other.
void add(ReadArticle read, const ArticleFiles& files, FolderOntology& folder, Corpus& corpus)
{
    append(corpus.diagnostics, std::move(read.diagnostics));
    if (!read.imported)
        return;
    if (!std::exchange(folder.isUsed, true))
        append(corpus.diagnostics, std::move(folder.read.diagnostics));
    Imported& imported = *read.imported;
    append(corpus.diagnostics, std::move(imported.unfit));
    std::erase_if(imported.unknownTypes, [&](const Diagnostic& unknown) {
        return !folder.unknownTypes.insert(unknown.message).second;
    });
    append(corpus.diagnostics, std::move(imported.unknownTypes));
    append(corpus.diagnostics, std::move(imported.unread));
    if (const auto applied = corpus.store.apply(AddArticle{std::move(imported.records)}); !applied)
        corpus.diagnostics.push_back({Severity::Error, files.withSuffix(".ann").string(), 0,
                                      fmt::format("{} It is left out.", applied.error())});
    keepVocabulary(files, folder, corpus);
}

/// Reads what brat could not hold of a folder's articles, if there is anything.
void takeTheRest(const std::vector<fs::path>& paths, Corpus& corpus)
{
    for (const fs::path& path : paths) {
        std::error_code error;
        const fs::path file =
            fs::absolute(path, error).lexically_normal() / std::string(ententeLinesFile);
        if (!fs::is_directory(path, error) || !fs::exists(file, error))
            continue;
        if (paths.size() > 1) {
            corpus.diagnostics.push_back(
                {Severity::Warning, file.string(), 0,
                 "it is not read, because several folders were opened: it knows the articles by "
                 "the names they have in its own folder alone"});
            continue;
        }
        if (const auto bytes = readFile(file, ententeBytesAtMost))
            append(corpus.diagnostics, takeEntenteLines(*bytes, file.string(), corpus.store));
        else
            corpus.diagnostics.push_back(
                {Severity::Error, file.string(), 0,
                 fmt::format("it cannot be read ({}); what it says of the articles is missing",
                             bytes.error())});
    }
}

} // namespace

Expected<Corpus, std::string> openCorpus(const std::vector<std::filesystem::path>& paths,
                                         const std::filesystem::path& resources,
                                         const Progress& progress)
{
    Corpus corpus;
    corpus.paths = paths;
    const auto found = findArticles(paths, progress, corpus.diagnostics);
    if (!found)
        return Unexpected{found.error()};
    if (found->empty())
        return Unexpected{
            fmt::format("There are no articles in {}: no file ends in .txt or .ann. "
                        "Choose the folder that holds them.",
                        paths.size() == 1 ? paths.front().string() : std::string("these folders"))};
    Ontologies ontologies = Ontologies::onDisk(resources / "ontology");
    std::vector<FolderOntology*> folders; // of each article; all known before several are read
    for (const ArticleFiles& files : *found)
        folders.push_back(&ontologies.of(files.stem.parent_path(), files.root));
    Ahead reading(found->size(), [&](std::size_t i) {
        return readArticle((*found)[i], folders[i]->read.ontology);
    });
    for (std::size_t i = 0; i < found->size() && !progress.stopped(); ++i) {
        add(reading.take(i), (*found)[i], *folders[i], corpus);
        progress.report("Reading articles", static_cast<int>(i) + 1,
                        static_cast<int>(found->size()));
    }
    if (!progress.stopped())
        takeTheRest(paths, corpus);
    corpus.ontology = ontologies.all();
    return corpus;
}

} // namespace entente
