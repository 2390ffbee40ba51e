// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/annotation/annotations.h"
#include "graph/base/diagnostic.h"
#include "graph/model/records.h"

#include <string>

namespace entente
{

class Ontology;

/// The id of an article: from its name within the folder that was opened, so that a folder that has
/// moved, or a text that was mended, gives the same ids.
ArticleId articleIdFor(const std::string& name);

/// What the import makes of one article, and what it has to say of it, in the order of the lists.
struct Imported
{
    ArticleRecords records;
    Diagnostics unfit;        ///< What verify() finds.
    Diagnostics unknownTypes; ///< Of the ontology; the same words for one type in every article.
    Diagnostics unread;       ///< Dates that are none, attribute values that are not known.
};

/// Turns what an annotation file says of an article into the records of a store. What the
/// annotation calls one (SameAs, SameEvent, shared references) becomes one record; what it does not
/// say stays unsaid. Ids come from the article and the ids of the file: same input, same ids.
/// @param annotationFile as diagnostics shall name it.
Imported importArticle(Article article, const Annotations& annotations, const Ontology& ontology,
                       const std::string& annotationFile);

} // namespace entente
