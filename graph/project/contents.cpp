// SPDX-License-Identifier: Apache-2.0
#include "graph/project/contents.h"

#include "graph/base/ahead.h"
#include "graph/base/sha256.h"
#include "graph/model/recordcheck.h"
#include "graph/text/sourcetext.h"

#include <fmt/format.h>

#include <memory>
#include <utility>
#include <variant>
#include <vector>

namespace entente
{

namespace
{

/// Calls a function with the records of each AddArticle in an edit.
template <class EditType>
void forEachAddition(EditType& edit, auto function)
{
    std::visit(
        [&](auto& one) {
            if constexpr (requires { one.edits; }) {
                for (auto& each : one.edits) {
                    if (auto* add = std::get_if<AddArticle>(&each))
                        function(add->records);
                }
            } else if constexpr (requires { one.records; }) {
                function(one.records);
            }
        },
        edit);
}

/// What the checksums of an article's files should be; what is wrong with its records.
struct Seal
{
    std::string text, annotation;
    std::string trouble;
};

Seal sealOf(const ArticleRecords& records)
{
    const Article& article = records.article;
    if (!article.text)
        return {}; // The store says so.
    Seal seal{sha256Of(article.text->utf8()),
              article.annotation ? sha256Of(*article.annotation) : article.annotationSha256,
              brokenReference(records)};
    const auto differs = [](const std::string& said, const std::string& is) {
        return !said.empty() && said != is;
    };
    if (differs(article.sha256, seal.text))
        seal.trouble =
            fmt::format("The text of “{}” is not the one that its checksum is of.", article.title);
    if (differs(article.annotationSha256, seal.annotation))
        seal.trouble = fmt::format("The annotation of “{}” is not the one that its checksum is of.",
                                   article.title);
    return seal;
}

void put(const Seal& seal, Shared<ArticleRecords>& records)
{
    const Article& now = records->article;
    if (!now.text || (now.sha256 == seal.text && now.annotationSha256 == seal.annotation))
        return;
    Article& article = records.own().article;
    article.sha256 = seal.text;
    article.annotationSha256 = seal.annotation;
}

} // namespace

std::size_t sizeOf(const Contents& contents)
{
    std::size_t size = 0;
    for (const auto& [sha256, bytes] : contents)
        size += bytes->size();
    return size;
}

std::string sealContents(Edit& edit)
{
    std::vector<Shared<ArticleRecords>*> additions;
    forEachAddition(edit, [&](Shared<ArticleRecords>& records) { additions.push_back(&records); });
    Ahead seals(additions.size(), [&](std::size_t index) { return sealOf(**additions[index]); });
    std::string trouble;
    for (std::size_t index = 0; index < additions.size(); ++index) {
        Seal seal = seals.take(index);
        put(seal, *additions[index]);
        if (!seal.trouble.empty())
            trouble = std::move(seal.trouble);
    }
    return trouble;
}

Contents contentsOf(const Edit& edit)
{
    Contents contents;
    forEachAddition(edit, [&](const Shared<ArticleRecords>& records) {
        const Article& article = records->article;
        contents.try_emplace(article.sha256, article.text, &article.text->utf8());
        if (article.annotation)
            contents.try_emplace(article.annotationSha256, article.annotation);
    });
    return contents;
}

std::set<std::string> checksumsIn(std::string_view json)
{
    // "sha256" and "annotationSha256". Nothing else looks so: within a text, quotes are escaped.
    constexpr std::string_view member = "ha256\":\"";
    constexpr std::size_t digits = 64;
    std::set<std::string> checksums;
    for (std::size_t at = json.find(member); at != std::string_view::npos;
         at = json.find(member, at)) {
        at += member.size();
        if (const std::string_view value = json.substr(at, digits + 1); value.ends_with('"'))
            checksums.emplace(value.substr(0, digits));
    }
    return checksums;
}

void putContents(Edit& edit, const std::function<std::string(const std::string&)>& contentOf)
{
    forEachAddition(edit, [&](Shared<ArticleRecords>& records) {
        const Article& there = records->article;
        const bool hasText = there.text && there.text->size() > 0;
        const bool hasAnnotation = there.annotation || there.annotationSha256.empty();
        if (hasText && hasAnnotation)
            return;
        Article& article = records.own().article;
        if (!hasText)
            article.text = std::make_shared<const SourceText>(contentOf(article.sha256));
        if (!hasAnnotation)
            article.annotation =
                std::make_shared<const std::string>(contentOf(article.annotationSha256));
    });
}

} // namespace entente
