// SPDX-License-Identifier: Apache-2.0
#include "graph/annotation/articlereading.h"

#include "graph/annotation/brat/reader.h"
#include "graph/annotation/metadata.h"
#include "graph/base/sha256.h"
#include "graph/text/sourcetext.h"

#include <fmt/format.h>

namespace entente
{

namespace
{

class ArticleReading
{
public:
    ArticleReading(const ArticleFiles& files, const Ontology& ontology)
        : m_files(files)
        , m_ontology(ontology)
        , m_textFile(files.withSuffix(".txt").string())
        , m_annotationFile(files.withSuffix(".ann").string())
    {
    }

    ReadArticle run()
    {
        if (!m_files.hasText) {
            report(m_annotationFile,
                   fmt::format("there is no {} beside it; without the text its quotes "
                               "cannot be checked, so it is left out",
                               m_files.stem.filename().string() + ".txt"));
            return std::move(m_result);
        }
        Expected<std::string, std::string> text = readFile(m_textFile);
        if (!text) {
            report(m_textFile,
                   fmt::format("it cannot be read ({}); the article is left out", text.error()));
            return std::move(m_result);
        }
        Article article = articleFor(*std::move(text));
        const Annotations annotations = m_files.hasAnnotation ? read(article) : Annotations();
        m_result.imported =
            importArticle(std::move(article), annotations, m_ontology, m_annotationFile);
        return std::move(m_result);
    }

private:
    void report(const std::string& file, std::string message)
    {
        m_result.diagnostics.push_back({Severity::Error, file, 0, std::move(message)});
    }

    Article articleFor(std::string text)
    {
        Article article;
        article.id = articleIdFor(m_files.name);
        article.name = m_files.name;
        article.file = m_textFile;
        article.title = m_files.stem.filename().string();
        article.sha256 = sha256Of(text);
        article.annotated = m_files.hasAnnotation;
        auto source = std::make_shared<const SourceText>(std::move(text));
        if (!source->isValidUtf8())
            m_result.diagnostics.push_back({Severity::Warning, article.file, 0,
                                            "some bytes are not UTF-8; each counts as one "
                                            "character, and the text is kept as it is"});
        article.text = std::move(source);
        if (m_files.hasMetadata)
            readMetadata(article);
        return article;
    }

    void readMetadata(Article& article)
    {
        const std::filesystem::path file = m_files.withSuffix(".json");
        if (const auto json = readFile(file))
            takeMetadata(article, *json, file.string(), m_result.diagnostics);
        else
            report(file.string(),
                   fmt::format("it cannot be read ({}); title, outlet and date stay unknown",
                               json.error()));
    }

    Annotations read(Article& article)
    {
        Expected<std::string, std::string> ann = readFile(m_annotationFile);
        if (!ann) {
            report(m_annotationFile,
                   fmt::format("it cannot be read ({}); the article is shown without annotation",
                               ann.error()));
            article.annotated = false;
            return {};
        }
        article.annotationSha256 = sha256Of(*ann);
        article.annotation = std::make_shared<const std::string>(*std::move(ann));
        ReadAnnotations read = readAnn(*article.annotation, *article.text, m_annotationFile);
        m_result.diagnostics.insert(m_result.diagnostics.end(),
                                    std::make_move_iterator(read.diagnostics.begin()),
                                    std::make_move_iterator(read.diagnostics.end()));
        return std::move(read.annotations);
    }

    const ArticleFiles& m_files;
    const Ontology& m_ontology;
    std::string m_textFile, m_annotationFile;
    ReadArticle m_result;
};

} // namespace

ReadArticle readArticle(const ArticleFiles& files, const Ontology& ontology)
{
    return ArticleReading(files, ontology).run();
}

} // namespace entente
