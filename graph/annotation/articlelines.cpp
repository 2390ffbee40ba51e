// SPDX-License-Identifier: Apache-2.0
#include "graph/annotation/articlelines.h"

#include "graph/ontology/ontology.h"
#include "graph/text/ascii.h"

#include <algorithm>

namespace entente
{

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
            ids.push_back({authorityFor(line->database), line->entry, line->text});
    }
    return ids;
}

std::string ArticleLines::authorityFor(const std::string& database) const
{
    if (m_ontology.authorities.contains(database))
        return database;
    const std::string lower = asciiLower(database);
    const auto known = std::ranges::find_if(
        m_ontology.authorities, [&](const auto& one) { return asciiLower(one.first) == lower; });
    return known == m_ontology.authorities.end() ? database : known->first;
}

Uuid ArticleLines::uuidFor(std::string_view kind, std::string_view sourceId) const
{
    std::string name;
    name.reserve(kind.size() + 1 + sourceId.size());
    name.append(kind).append(1, ':').append(sourceId);
    return uuidFromName(m_article.uuid(), name);
}

} // namespace entente
