// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/annotation/articlefiles.h"
#include "graph/annotation/import.h"
#include "graph/base/diagnostic.h"

#include <optional>
#include <string>

namespace entente
{

class Ontology;

/// What the files of one article hold.
struct ReadArticle
{
    Diagnostics diagnostics; ///< What was wrong before the import came to it.
    /// None: there is no text that could be read, and so no article.
    std::optional<Imported> imported;
};

/// The bytes of one article's files, with what diagnostics shall call these.
struct ArticleBytes
{
    std::string name; ///< Path within what was opened, without suffix, with '/'.
    std::string textFile, annotationFile, metadataFile;
    std::string text;
    std::optional<std::string> annotation, metadata; ///< None: there is no such file.
};

/// Imports one article from bytes: what readArticle() does once the files are read.
ReadArticle importBytes(ArticleBytes bytes, const Ontology& ontology);

/// Reads and imports one article, knowing nothing of the others: several can be read at once.
ReadArticle readArticle(const ArticleFiles& files, const Ontology& ontology);

} // namespace entente
