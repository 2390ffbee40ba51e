// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/annotation/annotationindex.h"
#include "graph/base/uuid.h"
#include "graph/model/records.h"

#include <string>
#include <string_view>
#include <vector>

namespace entente
{

class Ontology;

/// An authority as the ontology spells it: "wikidata" and "Wikidata" name one.
std::string authorityFor(const std::string& database, const Ontology& ontology);

/// Dates are given by N lines too, but they name a day, not a thing.
constexpr std::string_view dateAuthority = "EDTF";

/// The lines of one article's annotation, on their way to become records: what the import of
/// entities, events and claims asks of them alike. Must not outlive what it is made from.
class ArticleLines
{
public:
    ArticleLines(ArticleId article, const Annotations& annotations, const Ontology& ontology);

    ArticleId article() const { return m_article; }
    const Annotations& annotations() const { return m_annotations; }
    const AnnotationIndex& index() const { return m_index; }
    const Ontology& ontology() const { return m_ontology; }

    /// From the article and the id in its file: the same lines give the same ids.
    /// @param kind "mention", "entity", "event" or "claim".
    template <class IdType>
    IdType idFor(std::string_view kind, std::string_view sourceId) const
    {
        return IdType(uuidFor(m_article, kind, sourceId));
    }
    static Uuid uuidFor(ArticleId article, std::string_view kind, std::string_view sourceId);

    /// What its N lines name, without dates.
    std::vector<OutsideId> outsideIds(std::string_view sourceId) const;

private:
    ArticleId m_article;
    const Annotations& m_annotations;
    AnnotationIndex m_index;
    const Ontology& m_ontology;
};

} // namespace entente
