// SPDX-License-Identifier: Apache-2.0
#include "graph/annotation/corpus.h"

#include "graph/annotation/articlefiles.h"
#include "graph/annotation/articlereading.h"
#include "graph/base/ahead.h"
#include "graph/exchange/ententelines.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace entente
{

namespace
{

namespace fs = std::filesystem;

/// Words of all of one's types, and of the other's that are new.
void addTypes(Ontology& all, const Ontology& more)
{
    auto copy = more;
    all.entities.merge(copy.entities);
    all.events.merge(copy.events);
    all.relations.merge(copy.relations);
    all.attributes.merge(copy.attributes);
    all.authorities.merge(copy.authorities);
    const auto addNew = [](std::vector<std::string>& names,
                           const std::vector<std::string>& others) {
        for (const std::string& name : others) {
            if (std::ranges::find(names, name) == names.end())
                names.push_back(name);
        }
    };
    addNew(all.tieRoles, more.tieRoles);
    addNew(all.entityOrder, more.entityOrder);
    addNew(all.eventOrder, more.eventOrder);
}

/// The ontology of a folder, and what came of its use.
struct FolderOntology
{
    ReadOntology read;
    bool isUsed = false;                ///< Some article was imported by it.
    std::set<std::string> unknownTypes; ///< As they were reported: once is enough.
};

/// The ontologies of the folders that articles lie in, each read once.
class Ontologies
{
public:
    explicit Ontologies(fs::path ours)
        : m_ours(std::move(ours))
    {
    }

    FolderOntology& of(const ArticleFiles& files)
    {
        const fs::path folder = configuredFolder(files.stem.parent_path(), files.root);
        const auto [place, isNew] = m_folders.try_emplace(folder);
        if (isNew)
            place->second.read = readOntology(folder, folder.root_path(), m_ours);
        return place->second;
    }

    /// Of the first folder, with the types that others add.
    Ontology all() const
    {
        Ontology all;
        for (const auto& [path, folder] : m_folders) {
            if (!folder.isUsed)
                continue;
            if (all.entities.empty() && all.events.empty())
                all = folder.read.ontology;
            else
                addTypes(all, folder.read.ontology);
        }
        return all;
    }

private:
    /// The nearest folder upwards, also above what was opened, that has a configuration; what was
    /// opened when none has.
    static fs::path configuredFolder(fs::path folder, const fs::path& opened)
    {
        std::error_code error;
        while (!fs::exists(folder / "annotation.conf", error)) {
            if (!folder.has_relative_path())
                return opened;
            folder = folder.parent_path();
        }
        return folder;
    }

    fs::path m_ours;
    std::map<fs::path, FolderOntology> m_folders;
};

void append(Diagnostics& all, Diagnostics more)
{
    all.insert(all.end(), std::make_move_iterator(more.begin()),
               std::make_move_iterator(more.end()));
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
    Ontologies ontologies(resources / "ontology");
    std::vector<FolderOntology*> folders; // of each article; all known before several are read
    for (const ArticleFiles& files : *found)
        folders.push_back(&ontologies.of(files));
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
