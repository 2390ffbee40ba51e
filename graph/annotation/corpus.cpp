// SPDX-License-Identifier: Apache-2.0
#include "graph/annotation/corpus.h"

#include "graph/annotation/articlefiles.h"
#include "graph/annotation/brat/reader.h"
#include "graph/annotation/import.h"
#include "graph/annotation/metadata.h"
#include "graph/text/sourcetext.h"

#include <fmt/format.h>
#include <sha2.h>

#include <algorithm>
#include <array>
#include <map>

namespace entente
{

namespace
{

namespace fs = std::filesystem;

std::string sha256Of(const std::string& bytes)
{
    std::array<char, SHA256_DIGEST_STRING_LENGTH> text{};
    SHA256Data(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size(), text.data());
    return text.data();
}

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

/// The ontologies of the folders that articles lie in, each read once.
class Ontologies
{
public:
    Ontologies(fs::path ours, Diagnostics& diagnostics)
        : m_ours(std::move(ours))
        , m_diagnostics(diagnostics)
    {
    }

    const Ontology& of(const ArticleFiles& files)
    {
        const fs::path folder = configuredFolder(files.stem.parent_path(), files.root);
        const auto found = m_read.find(folder);
        if (found != m_read.end())
            return found->second;
        ReadOntology read = readOntology(folder, files.root, m_ours);
        m_diagnostics.insert(m_diagnostics.end(), read.diagnostics.begin(), read.diagnostics.end());
        return m_read.emplace(folder, std::move(read.ontology)).first->second;
    }

    /// Of the first folder, with the types that others add.
    Ontology all() const
    {
        Ontology all;
        for (const auto& [folder, ontology] : m_read) {
            if (all.entities.empty() && all.events.empty())
                all = ontology;
            else
                addTypes(all, ontology);
        }
        return all;
    }

private:
    /// The nearest folder, up to the root, that has a configuration; the root when none has.
    static fs::path configuredFolder(fs::path folder, const fs::path& root)
    {
        std::error_code error;
        while (folder != root && folder.has_relative_path() &&
               !fs::exists(folder / "annotation.conf", error))
            folder = folder.parent_path();
        return folder;
    }

    fs::path m_ours;
    Diagnostics& m_diagnostics;
    std::map<fs::path, Ontology> m_read;
};

class Opener
{
public:
    Opener(Corpus& corpus, const fs::path& resources)
        : m_corpus(corpus)
        , m_ontologies(resources / "ontology", corpus.diagnostics)
    {
    }

    void open(const ArticleFiles& files)
    {
        const std::string textFile = files.withSuffix(".txt").string();
        const std::string annotationFile = files.withSuffix(".ann").string();
        if (!files.hasText) {
            report(annotationFile,
                   fmt::format("there is no {} beside it; without the text its quotes "
                               "cannot be checked, so it is left out",
                               files.stem.filename().string() + ".txt"));
            return;
        }
        Expected<std::string, std::string> text = readFile(files.withSuffix(".txt"));
        if (!text) {
            report(textFile,
                   fmt::format("it cannot be read ({}); the article is left out", text.error()));
            return;
        }
        Article article = articleFor(files, *std::move(text));
        Annotations annotations;
        if (files.hasAnnotation)
            annotations = read(files, article, annotationFile);
        add(files, std::move(article), annotations, annotationFile);
    }

    Ontology ontology() const { return m_ontologies.all(); }

private:
    void report(const std::string& file, std::string message)
    {
        m_corpus.diagnostics.push_back({Severity::Error, file, 0, std::move(message)});
    }

    Article articleFor(const ArticleFiles& files, std::string text)
    {
        Article article;
        article.id = articleIdFor(files.name);
        article.name = files.name;
        article.file = files.withSuffix(".txt").string();
        article.title = files.stem.filename().string();
        article.sha256 = sha256Of(text);
        article.annotated = files.hasAnnotation;
        auto source = std::make_shared<const SourceText>(std::move(text));
        if (!source->isValidUtf8())
            m_corpus.diagnostics.push_back({Severity::Warning, article.file, 0,
                                            "some bytes are not UTF-8; each counts as one "
                                            "character, and the text is kept as it is"});
        article.text = std::move(source);
        if (files.hasMetadata) {
            const std::string file = files.withSuffix(".json").string();
            if (const auto json = readFile(files.withSuffix(".json")))
                takeMetadata(article, *json, file, m_corpus.diagnostics);
            else
                report(file,
                       fmt::format("it cannot be read ({}); title, outlet and date stay unknown",
                                   json.error()));
        }
        return article;
    }

    Annotations read(const ArticleFiles& files, Article& article, const std::string& annotationFile)
    {
        const Expected<std::string, std::string> ann = readFile(files.withSuffix(".ann"));
        if (!ann) {
            report(annotationFile,
                   fmt::format("it cannot be read ({}); the article is shown without annotation",
                               ann.error()));
            article.annotated = false;
            return {};
        }
        ReadAnnotations read = readAnn(*ann, *article.text, annotationFile);
        m_corpus.diagnostics.insert(m_corpus.diagnostics.end(),
                                    std::make_move_iterator(read.diagnostics.begin()),
                                    std::make_move_iterator(read.diagnostics.end()));
        return std::move(read.annotations);
    }

    void add(const ArticleFiles& files, Article article, const Annotations& annotations,
             const std::string& annotationFile)
    {
        const Ontology& ontology = m_ontologies.of(files);
        Import& import = m_imports.try_emplace(&ontology, ontology).first->second;
        const std::size_t before = import.diagnostics().size();
        AddArticle edit{import.records(std::move(article), annotations, annotationFile)};
        const Diagnostics& all = import.diagnostics();
        m_corpus.diagnostics.insert(m_corpus.diagnostics.end(),
                                    all.begin() + static_cast<std::ptrdiff_t>(before), all.end());
        if (const auto applied = m_corpus.store.apply(std::move(edit)); !applied)
            report(annotationFile, fmt::format("{} It is left out.", applied.error()));
    }

    Corpus& m_corpus;
    Ontologies m_ontologies;
    std::map<const Ontology*, Import> m_imports;
};

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
        return Unexpected{std::string("There are no articles here: no file ends in .txt or .ann. "
                                      "Choose the folder that holds them.")};
    Opener opener(corpus, resources);
    const int total = static_cast<int>(found->size());
    for (int i = 0; i < total && !progress.stopped(); ++i) {
        opener.open((*found)[static_cast<std::size_t>(i)]);
        progress.report("Reading articles", i + 1, total);
    }
    corpus.ontology = opener.ontology();
    return corpus;
}

std::optional<std::string> annotationBytesOf(const Article& article)
{
    Expected<std::string, std::string> bytes =
        readFile(std::filesystem::path(article.file).replace_extension(".ann"));
    return bytes ? std::optional(*std::move(bytes)) : std::nullopt;
}

} // namespace entente
