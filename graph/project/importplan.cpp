// SPDX-License-Identifier: Apache-2.0
#include "graph/project/importplan.h"

#include "graph/model/store.h"
#include "graph/project/importrest.h"

namespace entente
{

ImportPlan planImport(const Store& project, const Store& read)
{
    ImportPlan plan;
    for (const ArticleId id : read.articles()) {
        const Article& article = *read.article(id);
        const Article* there = project.article(id);
        if (there == nullptr) {
            plan.edit.edits.emplace_back(AddArticle{read.records(id)});
            ++plan.added;
        } else if (there->sha256 == article.sha256 &&
                   there->annotationSha256 == article.annotationSha256)
            ++plan.there;
        else
            plan.changed.push_back(article.title);
    }
    addRest(project, read, plan.edit);
    return plan;
}

} // namespace entente
