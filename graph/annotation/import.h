// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/annotation/annotations.h"
#include "graph/base/diagnostic.h"
#include "graph/model/records.h"

#include <set>
#include <string>

namespace entente
{

class Ontology;

/// The id of an article: from its name within the folder that was opened, so that a folder that has
/// moved, or a text that was mended, gives the same ids.
ArticleId articleIdFor(const std::string& name);

/// Turns what an annotation file says of an article into the records of a store. What
/// the annotation calls one (SameAs, SameEvent, shared references) becomes one record; what it does
/// not say stays unsaid. Ids come from the article and the ids of the file: same input, same ids.
class Import
{
public:
    explicit Import(const Ontology& ontology)
        : m_ontology(ontology)
    {
    }

    /// @param annotationFile as diagnostics shall name it.
    ArticleRecords records(Article article, const Annotations& annotations,
                           const std::string& annotationFile);
    /// What the import had to report since it was made: what verify() finds, dates that are none,
    /// types and attribute values that the ontology does not know (each type once).
    const Diagnostics& diagnostics() const { return m_diagnostics; }

private:
    friend class ArticleImport;

    const Ontology& m_ontology;
    Diagnostics m_diagnostics;
    std::set<std::string> m_reportedTypes;
};

} // namespace entente
