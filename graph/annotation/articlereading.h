// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/annotation/articlefiles.h"
#include "graph/annotation/import.h"
#include "graph/base/diagnostic.h"

#include <optional>

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

/// Reads and imports one article, knowing nothing of the others: several can be read at once.
ReadArticle readArticle(const ArticleFiles& files, const Ontology& ontology);

} // namespace entente
