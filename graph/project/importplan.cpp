// SPDX-License-Identifier: Apache-2.0
#include "graph/project/importplan.h"

#include "graph/model/store.h"

#include <filesystem>
#include <optional>
#include <utility>

namespace entente
{

namespace
{

/// What the project keeps of other folders stays: articles that came from there need it.
void addVocabulary(const Store& project, const Store& read, ImportPlan& plan)
{
    const auto put = [&](const std::string& name, std::optional<std::string> bytes) {
        plan.edit.edits.emplace_back(PutVocabularyFile{name, std::move(bytes)});
        plan.hasVocabulary = true;
    };
    for (const auto& [name, bytes] : read.vocabulary()) {
        const auto kept = project.vocabulary().find(name);
        if (kept == project.vocabulary().end() || kept->second != bytes)
            put(name, bytes);
    }
    for (const auto& [name, bytes] : project.vocabulary()) {
        const auto types = std::filesystem::path(name).replace_filename("annotation.conf");
        // A folder that came with its types came with all that goes with them.
        if (!read.vocabulary().contains(name) && read.vocabulary().contains(types.generic_string()))
            put(name, std::nullopt);
    }
}

} // namespace

ImportPlan planImport(const Store& project, const Store& read)
{
    ImportPlan plan;
    addVocabulary(project, read, plan);
    for (const ArticleId id : read.articles()) {
        const Article& article = *read.article(id);
        const Article* there = project.article(id);
        if (there == nullptr) {
            plan.edit.edits.emplace_back(AddArticle{read.records(id)});
            ++plan.added;
        } else if (there->sha256 == article.sha256 &&
                   there->annotationSha256 == article.annotationSha256) {
            ++plan.there;
        } else {
            plan.changed.push_back(article.title);
        }
    }
    return plan;
}

} // namespace entente
