// SPDX-License-Identifier: Apache-2.0
#include "graph/annotation/articlereading.h"

#include "graph/annotation/brat/reader.h"
#include "graph/annotation/metadata.h"
#include "graph/base/sha256.h"
#include "graph/text/sourcetext.h"

#include <fmt/format.h>

#include <filesystem>
#include <utility>

namespace entente
{

namespace
{

/// Reads the files of an article, as far as they are there and can be read.
class FileReading
{
public:
    FileReading(const ArticleFiles& files, Diagnostics& diagnostics)
        : m_files(files)
        , m_diagnostics(diagnostics)
    {
        m_bytes.name = files.name;
        m_bytes.textFile = files.withSuffix(".txt").string();
        m_bytes.annotationFile = files.withSuffix(".ann").string();
        m_bytes.metadataFile = files.withSuffix(".json").string();
    }

    /// @returns nothing when there is no text that could be read.
    std::optional<ArticleBytes> run()
    {
        if (!m_files.hasText) {
            report(m_bytes.annotationFile,
                   fmt::format("there is no {} beside it; without the text its quotes "
                               "cannot be checked, so it is left out",
                               m_files.stem.filename().string() + ".txt"));
            return std::nullopt;
        }
        auto text = read(m_bytes.textFile, "the article is left out");
        if (!text)
            return std::nullopt;
        m_bytes.text = *std::move(text);
        if (m_files.hasMetadata)
            m_bytes.metadata = read(m_bytes.metadataFile, "title, outlet and date stay unknown");
        if (m_files.hasAnnotation)
            m_bytes.annotation =
                read(m_bytes.annotationFile, "the article is shown without annotation");
        return std::move(m_bytes);
    }

private:
    void report(const std::string& file, std::string message)
    {
        m_diagnostics.push_back({Severity::Error, file, 0, std::move(message)});
    }

    std::optional<std::string> read(const std::string& file, std::string_view otherwise)
    {
        auto bytes = readFile(file);
        if (bytes)
            return *std::move(bytes);
        report(file, fmt::format("it cannot be read ({}); {}", bytes.error(), otherwise));
        return std::nullopt;
    }

    const ArticleFiles& m_files;
    Diagnostics& m_diagnostics;
    ArticleBytes m_bytes;
};

Article articleFor(ArticleBytes& bytes, Diagnostics& diagnostics)
{
    Article article;
    article.id = articleIdFor(bytes.name);
    article.name = bytes.name;
    article.file = bytes.textFile;
    article.title = std::filesystem::path(bytes.name).filename().string();
    article.sha256 = sha256Of(bytes.text);
    article.annotated = bytes.annotation.has_value();
    auto source = std::make_shared<const SourceText>(std::move(bytes.text));
    if (!source->isValidUtf8())
        diagnostics.push_back({Severity::Warning, article.file, 0,
                               "some bytes are not UTF-8; each counts as one "
                               "character, and the text is kept as it is"});
    article.text = std::move(source);
    if (bytes.metadata)
        takeMetadata(article, *bytes.metadata, bytes.metadataFile, diagnostics);
    article.metadata = std::move(bytes.metadata);
    if (bytes.annotation) {
        article.annotationSha256 = sha256Of(*bytes.annotation);
        article.annotation = std::make_shared<const std::string>(*std::move(bytes.annotation));
    }
    return article;
}

} // namespace

ReadArticle importBytes(ArticleBytes bytes, const Ontology& ontology)
{
    ReadArticle result;
    Article article = articleFor(bytes, result.diagnostics);
    ReadAnnotations read;
    if (article.annotation)
        read = readAnn(*article.annotation, *article.text, bytes.annotationFile);
    result.diagnostics.insert(result.diagnostics.end(),
                              std::make_move_iterator(read.diagnostics.begin()),
                              std::make_move_iterator(read.diagnostics.end()));
    result.imported =
        importArticle(std::move(article), read.annotations, ontology, bytes.annotationFile);
    return result;
}

ReadArticle readArticle(const ArticleFiles& files, const Ontology& ontology)
{
    Diagnostics diagnostics;
    auto bytes = FileReading(files, diagnostics).run();
    if (!bytes)
        return {std::move(diagnostics), std::nullopt};
    ReadArticle result = importBytes(*std::move(bytes), ontology);
    result.diagnostics.insert(result.diagnostics.begin(),
                              std::make_move_iterator(diagnostics.begin()),
                              std::make_move_iterator(diagnostics.end()));
    return result;
}

} // namespace entente
