// SPDX-License-Identifier: Apache-2.0
#include "graph/citing/datahash.h"

#include "graph/base/jsontext.h"
#include "graph/base/sha256.h"
#include "graph/exchange/nodelink.h"
#include "graph/model/store.h"
#include "graph/text/sourcetext.h"

#include <string_view>

namespace entente
{

std::string dataHashOf(const Store& store, const Ontology& ontology, const KnowledgeGraph& events)
{
    std::string data;
    for (const ArticleId id : store.articles()) {
        const Article& article = *store.article(id);
        const std::string published = article.published ? article.published->text : std::string();
        // Where it lies on a disk is no part of it.
        for (const std::string_view part :
             {std::string_view(article.name), std::string_view(article.title),
              std::string_view(article.outlet), std::string_view(article.byline),
              std::string_view(article.address), std::string_view(published),
              std::string_view(article.language), std::string_view(article.reliability)}) {
            appendJson(data, part);
            data += ',';
        }
        data += sha256Of(article.text->utf8()) + '\n';
    }
    data += claimLinesJson({store, ontology, events, events, {}, "events"});
    return sha256Of(data);
}

} // namespace entente
