// SPDX-License-Identifier: Apache-2.0
#include "graph/annotation/articlelines.h"

#include "graph/ontology/ontology.h"
#include "graph/text/ascii.h"

#include <algorithm>

namespace entente
{

std::string authorityFor(const std::string& database, const Ontology& ontology)
{
    if (ontology.authorities.contains(database))
        return database;
    const std::string lower = asciiLower(database);
    const auto known = std::ranges::find_if(
        ontology.authorities, [&](const auto& one) { return asciiLower(one.first) == lower; });
    return known == ontology.authorities.end() ? database : known->first;
}

ArticleLines::ArticleLines(ArticleId article, const Annotations& annotations,
                           const Ontology& ontology)
    : m_article(article)
    , m_annotations(annotations)
    , m_index(annotations)
    , m_ontology(ontology)
{
}

std::vector<OutsideId> ArticleLines::outsideIds(std::string_view sourceId) const
{
    std::vector<OutsideId> ids;
    for (const NormalizationLine* line : m_index.referencesOf(sourceId)) {
        if (line->database != dateAuthority)
            ids.push_back({authorityFor(line->database, m_ontology), line->entry, line->text});
    }
    return ids;
}

Uuid ArticleLines::uuidFor(ArticleId article, std::string_view kind, std::string_view sourceId)
{
    std::string name;
    name.reserve(kind.size() + 1 + sourceId.size());
    name.append(kind).append(1, ':').append(sourceId);
    return uuidFromName(article.uuid(), name);
}

} // namespace entente
