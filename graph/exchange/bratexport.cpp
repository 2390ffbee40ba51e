// SPDX-License-Identifier: Apache-2.0
#include "graph/exchange/bratexport.h"

#include "graph/annotation/articlereading.h"
#include "graph/annotation/brat/reader.h"
#include "graph/annotation/brat/writer.h"
#include "graph/annotation/metadata.h"
#include "graph/annotation/ontologies.h"
#include "graph/exchange/articlerest.h"
#include "graph/exchange/ententelines.h"
#include "graph/exchange/filenames.h"
#include "graph/exchange/wantedlines.h"
#include "graph/model/store.h"
#include "graph/text/sourcetext.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <utility>

namespace entente
{

namespace
{

AnnotationBase baseOf(const Article& article, const Ontology& ontology)
{
    AnnotationBase base;
    if (article.annotation)
        base.bytes = *article.annotation;
    base.read = readAnn(base.bytes, *article.text, article.file).annotations;
    base.records = importArticle(article, base.read, ontology, article.file).records;
    return base;
}

/// Whether a file of a project's vocabulary is one that brat looks for, within the folder: a
/// project from elsewhere may name any file.
bool canBeWritten(const std::string& name)
{
    const std::filesystem::path path = name;
    return isVocabularyFile(path) && path.is_relative() && path == path.lexically_normal() &&
           *path.begin() != "..";
}

KeptFiles writableOf(KeptFiles files)
{
    std::erase_if(files, [](const auto& file) { return !canBeWritten(file.first); });
    return files;
}

class Export
{
public:
    Export(const Store& store, const std::filesystem::path& resources)
        : m_store(store)
        , m_vocabulary(writableOf(store.vocabulary()))
        , m_ontologies(Ontologies::kept(m_vocabulary, resources / "ontology"))
    {
        m_result.files.insert(m_vocabulary.begin(), m_vocabulary.end());
    }

    BratExport run(const Progress& progress)
    {
        FileNames names;
        int done = 0;
        for (const ArticleId id : m_store.articles()) {
            if (progress.stopped())
                return std::move(m_result);
            add(m_store.records(id), names.nameFor(m_store.article(id)->name));
            progress.report("Writing articles", ++done,
                            static_cast<int>(m_store.articles().size()));
        }
        addOrder();
        addVocabulary();
        addJudgements();
        tryOut();
        if (!m_lines.empty())
            m_result.files.emplace(ententeLinesFile, ententeHeader() + m_lines);
        return std::move(m_result);
    }

private:
    /// An article of the store, and what its files give.
    struct InFolder
    {
        ArticleId id;
        ArticleRecords read;
    };

    void add(const ArticleRecords& mine, const std::string& name)
    {
        const Article& article = mine.article;
        // As the folder is read: each article by what lies nearest to it.
        const Ontology& ontology =
            m_ontologies.of(std::filesystem::path(name).parent_path(), {}).read.ontology;
        const AnnotationBase base = baseOf(article, ontology);
        const WantedLines wanted = wantedLines(base, mine, ontology);
        std::string ann = writeAnn(base.bytes, base.read, wanted.annotations, *article.text);
        const std::string json =
            metadataOf(article, std::filesystem::path(name).filename().string());
        ArticleBytes files;
        files.name = name;
        files.text = article.text->utf8();
        if (article.annotated || !ann.empty())
            files.annotation = std::move(ann);
        if (!json.empty())
            files.metadata = json;
        m_result.files.emplace(name + ".txt", files.text);
        if (files.annotation)
            m_result.files.emplace(name + ".ann", *files.annotation);
        if (files.metadata)
            m_result.files.emplace(name + ".json", *files.metadata);

        // Read back by the very code that will read it: what is missing then goes the other way.
        ReadArticle again = importBytes(std::move(files), ontology);
        ArticleRecords read =
            again.imported ? std::move(again.imported->records) : ArticleRecords();
        const ArticleRest rest = restOf(read, mine, wanted);
        m_lines += rest.lines;
        for (const std::string& words : rest.words)
            m_result.notInBrat.push_back(fmt::format("“{}”: {}", article.title, words));
        m_inFolder.push_back({article.id, std::move(read)});
    }

    /// What of it cannot be written as a file.
    void addVocabulary()
    {
        for (const auto& [name, bytes] : m_store.vocabulary()) {
            if (!m_vocabulary.contains(name))
                addEdit(PutVocabularyFile{name, bytes});
        }
    }

    /// A folder gives its articles in the order of their names.
    void addOrder()
    {
        std::ranges::sort(m_inFolder, {},
                          [](const InFolder& one) { return one.read.article.name; });
        std::vector<Uuid> has;
        std::vector<Uuid> wanted;
        has.reserve(m_inFolder.size());
        wanted.reserve(m_inFolder.size());
        for (const InFolder& one : m_inFolder)
            has.push_back(one.id.uuid());
        for (const ArticleId id : m_store.articles())
            wanted.push_back(id.uuid());
        RecordOrder order;
        order.articles = movesBetween(has, wanted);
        if (order.articles.empty())
            return;
        m_lines += ententeLine(order);
        m_result.notInBrat.emplace_back("the order of the articles");
    }

    /// What is said across articles, and of the picture.
    void addJudgements()
    {
        for (const auto& [pair, verdict] : m_store.entityVerdicts())
            addEdit(JudgeEntities{pair.first, pair.second, verdict});
        for (const auto& [pair, verdict] : m_store.eventVerdicts())
            addEdit(JudgeEvents{pair.first, pair.second, verdict});
        PlaceNodes place;
        for (const auto& [node, point] : m_store.placements())
            place.placements.push_back({node, point});
        if (!place.placements.empty())
            addEdit(std::move(place));
        for (const auto& [id, view] : m_store.views())
            addEdit(PutView{view});
        for (const auto& [matter, because] : m_store.settled())
            addEdit(SettleMatter{matter, because});
    }

    /// Opens the folder before it is there.
    void tryOut()
    {
        Store folder;
        for (InFolder& one : m_inFolder)
            (void)folder.apply(AddArticle{std::move(one.read)});
        for (const Diagnostic& trouble : takeEntenteLines(m_lines, {}, folder))
            m_result.lost.push_back(trouble.message);
        for (const ArticleId id : m_store.articles()) {
            if (!saySame(folder.records(id), m_store.records(id)))
                m_result.lost.push_back(fmt::format("“{}”", m_store.article(id)->title));
        }
        if (folder.articles() != m_store.articles())
            m_result.lost.emplace_back("the order of the articles");
    }

    void addEdit(const Edit& edit)
    {
        m_lines += ententeLine(edit);
        m_result.notInBrat.push_back(wordsOf(edit));
    }

    const Store& m_store;
    KeptFiles m_vocabulary; ///< What of it goes into the folder.
    Ontologies m_ontologies;
    BratExport m_result;
    std::vector<InFolder> m_inFolder;
    std::string m_lines; ///< Of entente.jsonl.
};

} // namespace

BratExport exportBrat(const Store& store, const std::filesystem::path& resources,
                      const Progress& progress)
{
    return Export(store, resources).run(progress);
}

std::optional<std::filesystem::path> vocabularyAbove(const BratExport& exported,
                                                     const std::filesystem::path& folder)
{
    if (exported.files.contains("annotation.conf"))
        return std::nullopt;
    std::error_code error;
    std::filesystem::path above = std::filesystem::absolute(folder, error).lexically_normal();
    while (above.has_relative_path()) {
        above = above.parent_path();
        if (std::filesystem::exists(above / "annotation.conf", error))
            return above / "annotation.conf";
    }
    return std::nullopt;
}

} // namespace entente
