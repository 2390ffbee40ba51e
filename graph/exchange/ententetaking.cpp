// SPDX-License-Identifier: Apache-2.0
#include "graph/exchange/ententetaking.h"

#include "graph/annotation/articlelines.h"
#include "graph/annotation/import.h"
#include "graph/base/overloaded.h"
#include "graph/model/recordcheck.h"
#include "graph/model/store.h"
#include "graph/text/sourcetext.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace entente
{

namespace
{

std::string done(Store& store, Edit edit)
{
    const auto applied = store.apply(std::move(edit));
    return applied ? std::string() : applied.error();
}

/// Puts other records in the place of an article's, where it stands.
std::string replace(ArticleId article, ArticleRecords records, Store& store)
{
    const auto place = std::ranges::find(store.articles(), article);
    const int position = static_cast<int>(place - store.articles().begin());
    return done(store,
                Together{{RemoveArticle{article}, AddArticle{std::move(records), position}}});
}

using Renamed = std::unordered_map<Uuid, Uuid, decltype([](const Uuid& uuid) {
                                       return static_cast<std::size_t>(uuid.low);
                                   })>;

/// Gives the records of one article other ids, all at once: two may change theirs.
class Renaming
{
public:
    Renaming(ArticleId article, const ArticleNames& names)
        : m_article(names.article.isNil() ? article : names.article)
    {
        add(article, "mention", names.mentions);
        add(article, "entity", names.entities);
        add(article, "event", names.events);
        add(article, "claim", names.claims);
    }

    void rename(ArticleRecords& records) const
    {
        records.article.id = m_article;
        for (Mention& mention : records.mentions) {
            renameOne(mention);
            rename(mention.entity);
        }
        for (Entity& entity : records.entities)
            renameOne(entity);
        for (Event& event : records.events)
            renameOne(event);
        for (Claim& claim : records.claims) {
            renameOne(claim);
            rename(claim.event);
            rename(claim.trigger);
            for (RoleFiller& role : claim.roles)
                std::visit([&](auto& id) { rename(id); }, role.filler);
        }
    }

private:
    void add(ArticleId article, std::string_view kind, const std::map<std::string, Uuid>& names)
    {
        for (const auto& [line, id] : names)
            m_renamed.insert_or_assign(ArticleLines::uuidFor(article, kind, line), id);
    }

    template <class Record>
    void renameOne(Record& record) const
    {
        record.article = m_article;
        rename(record.id);
    }

    template <class Tag>
    void rename(Id<Tag>& id) const
    {
        if (const auto found = m_renamed.find(id.uuid()); found != m_renamed.end())
            id = Id<Tag>(found->second);
    }

    ArticleId m_article;
    Renamed m_renamed;
};

/// Takes those that have a place out of a list, and puts them there.
template <class Record>
bool reorder(std::vector<Record>& records, const std::vector<RecordOrder::Place>& places)
{
    std::vector<Record> moved;
    for (const RecordOrder::Place& place : places) {
        const auto found = std::ranges::find(records, place.id,
                                             [](const Record& record) { return record.id.uuid(); });
        if (found == records.end())
            return false;
        moved.push_back(std::move(*found));
        records.erase(found);
    }
    for (std::size_t i = 0; i < moved.size(); ++i) {
        if (places[i].position < 0 || places[i].position > std::ssize(records))
            return false;
        records.insert(records.begin() + places[i].position, std::move(moved[i]));
    }
    return true;
}

std::string takeArticleOrder(const RecordOrder& order, Store& store)
{
    Together all;
    for (const RecordOrder::Place& place : order.articles)
        all.edits.emplace_back(RemoveArticle{ArticleId(place.id)});
    for (const RecordOrder::Place& place : order.articles)
        all.edits.emplace_back(
            AddArticle{store.records(ArticleId(place.id)), std::max(place.position, 0)});
    return done(store, std::move(all));
}

/// All that is said of an article but its text and where it was read from.
std::string takeRecords(ArticleRecords records, Store& store)
{
    const Article* there = store.article(records.article.id);
    if (!there)
        return fmt::format("the article “{}” is not in this folder", records.article.title);
    Article& article = records.article;
    article.name = there->name;
    article.text = there->text;
    article.file = there->file;
    article.sha256 = there->sha256;
    article.annotated = there->annotated;
    article.annotation = there->annotation;
    article.annotationSha256 = there->annotationSha256;
    article.metadata = there->metadata;
    const auto isOutside = [&](TextSpan span) {
        return span.begin < 0 || span.end > article.text->size();
    };
    for (const Claim& claim : records.claims) {
        for (const Quote& quote : claim.quotes) {
            if (std::ranges::any_of(quote.spans, isOutside))
                return "a quote does not lie within the article";
        }
    }
    std::string trouble = brokenReference(records);
    return trouble.empty() ? replace(article.id, std::move(records), store) : trouble;
}

/// What would hide an article from who opens its folder.
bool takesAway(const SingleEdit& edit)
{
    return std::holds_alternative<RemoveArticle>(edit) ||
           std::holds_alternative<EraseArticle>(edit) || std::holds_alternative<AddArticle>(edit);
}

} // namespace

std::string takeNames(const ArticleNames& names, Store& store)
{
    const ArticleId id = articleIdFor(names.file);
    if (!store.article(id))
        return fmt::format("there is no article “{}” in this folder", names.file);
    ArticleRecords records = store.records(id);
    Renaming(id, names).rename(records);
    for (Claim& claim : records.claims) {
        if (names.byHand.contains(claim.sourceId))
            claim.origin = Origin::ByHand;
    }
    return replace(id, std::move(records), store);
}

std::string takeOrder(const RecordOrder& order, Store& store)
{
    if (order.article.isNil())
        return takeArticleOrder(order, store);
    if (!store.article(order.article))
        return "its article is not in this folder";
    ArticleRecords records = store.records(order.article);
    if (!reorder(records.mentions, order.mentions) || !reorder(records.entities, order.entities) ||
        !reorder(records.events, order.events) || !reorder(records.claims, order.claims))
        return "it names records, or places, that its article does not have";
    return replace(order.article, std::move(records), store);
}

std::string takeEdit(Edit edit, Store& store)
{
    const auto refused = [] { return std::string("articles come and go with their files"); };
    return std::visit(Overloaded{
                          [&](AddArticle& add) { return takeRecords(*add.records, store); },
                          [&](RemoveArticle&) { return refused(); },
                          [&](EraseArticle&) { return refused(); },
                          [&](Together& together) {
                              return std::ranges::any_of(together.edits, takesAway)
                                         ? refused()
                                         : done(store, std::move(together));
                          },
                          [&](auto& one) { return done(store, std::move(one)); },
                      },
                      edit);
}

} // namespace entente
