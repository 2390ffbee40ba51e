// SPDX-License-Identifier: Apache-2.0
#include "graph/project/contents.h"

#include "graph/base/overloaded.h"
#include "graph/base/sha256.h"
#include "graph/model/recordcheck.h"
#include "graph/text/sourcetext.h"

#include <fmt/format.h>

#include <memory>
#include <utility>
#include <variant>

namespace entente
{

namespace
{

/// Calls a function with each AddArticle in an edit.
template <class EditType>
void forEachAddition(EditType& edit, auto function)
{
    std::visit(Overloaded{
                   [&](AddArticle& add) { function(add.records); },
                   [&](Together& together) {
                       for (SingleEdit& one : together.edits) {
                           if (auto* add = std::get_if<AddArticle>(&one))
                               function(add->records);
                       }
                   },
                   [](auto&) {},
               },
               edit);
}

/// @returns whether the checksum is that of the bytes; gives it where there is none.
bool seal(std::string& sha256, const std::string& bytes)
{
    const std::string actual = sha256Of(bytes);
    if (sha256.empty())
        sha256 = actual;
    return sha256 == actual;
}

} // namespace

std::string sealContents(Edit& edit)
{
    std::string trouble;
    forEachAddition(edit, [&](ArticleRecords& records) {
        Article& article = records.article;
        if (!article.text)
            return;
        if (std::string broken = brokenReference(records); !broken.empty())
            trouble = std::move(broken);
        if (!seal(article.sha256, article.text->utf8()))
            trouble = fmt::format("The text of “{}” is not the one that its checksum is of.",
                                  article.title);
        if (article.annotation && !seal(article.annotationSha256, *article.annotation))
            trouble = fmt::format("The annotation of “{}” is not the one that its checksum is of.",
                                  article.title);
    });
    return trouble;
}

Contents takeContents(Edit& edit)
{
    Contents contents;
    forEachAddition(edit, [&](ArticleRecords& records) {
        Article& article = records.article;
        contents.emplace(article.sha256, article.text->utf8());
        article.text = std::make_shared<const SourceText>();
        if (article.annotation)
            contents.emplace(article.annotationSha256, *article.annotation);
        article.annotation.reset();
    });
    return contents;
}

void putContents(Edit& edit, const std::function<std::string(const std::string&)>& contentOf)
{
    forEachAddition(edit, [&](ArticleRecords& records) {
        Article& article = records.article;
        if (!article.text || article.text->size() == 0)
            article.text = std::make_shared<const SourceText>(contentOf(article.sha256));
        if (!article.annotation && !article.annotationSha256.empty())
            article.annotation =
                std::make_shared<const std::string>(contentOf(article.annotationSha256));
    });
}

} // namespace entente
