// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/model/edit.h"

#include <concepts>
#include <type_traits>

namespace entente
{

// What each record is made of, in one order, for those who write records and read them again: they
// are called with the name and the place of each member, and give back themselves. An article's
// text and annotation are not among them; they are kept apart (contents.h).

template <class Type, class Record>
concept Of = std::same_as<std::remove_const_t<Type>, Record>;

void eachMember(auto& visit, Of<OutsideId> auto& id)
{
    visit("authority", id.authority)("entry", id.entry)("text", id.text);
}
void eachMember(auto& visit, Of<Quote> auto& quote)
{
    visit("spans", quote.spans)("text", quote.text)("status", quote.status)(
        "anchoredBy", quote.anchoredBy)("source", quote.source);
}
void eachMember(auto& visit, Of<RoleFiller> auto& role)
{
    visit("role", role.role)("filler", role.filler);
}
void eachMember(auto& visit, Of<Mention> auto& mention)
{
    visit("id", mention.id)("article", mention.article)("sourceId", mention.sourceId)(
        "type", mention.type)("spans", mention.spans)("text", mention.text)(
        "status", mention.status)("anchoredBy", mention.anchoredBy)("entity", mention.entity)(
        "ids", mention.ids)("form", mention.form)("note", mention.note);
}
void eachMember(auto& visit, Of<Entity> auto& entity)
{
    visit("id", entity.id)("article", entity.article)("type", entity.type)("ids", entity.ids)(
        "name", entity.name)("note", entity.note)("tags", entity.tags);
}
void eachMember(auto& visit, Of<Event> auto& event)
{
    visit("id", event.id)("article", event.article)("type", event.type)("ids", event.ids)(
        "title", event.title)("note", event.note)("tags", event.tags);
}
void eachMember(auto& visit, Of<Claim> auto& claim)
{
    visit("id", claim.id)("article", claim.article)("sourceId", claim.sourceId)("type", claim.type)(
        "event", claim.event)("trigger", claim.trigger)("quotes", claim.quotes)(
        "roles", claim.roles)("modality", claim.modality)("factuality", claim.factuality)(
        "polarity", claim.polarity)("aspect", claim.aspect)("dates", claim.dates)(
        "confidence", claim.confidence)("reliability", claim.reliability)("credibility",
                                                                          claim.credibility)(
        "otherAttributes", claim.otherAttributes)("ids", claim.ids)("notes", claim.notes)(
        "tags", claim.tags)("origin", claim.origin)("rejected", claim.rejected);
}
void eachMember(auto& visit, Of<Article> auto& article)
{
    visit("id", article.id)("name", article.name)("file", article.file)("title", article.title)(
        "outlet", article.outlet)("chain", article.chain)("byline", article.byline)(
        "address", article.address)("published", article.published)("language", article.language)(
        "reliability", article.reliability)("tags", article.tags)("sha256", article.sha256)(
        "annotated", article.annotated)("annotationSha256",
                                        article.annotationSha256)("metadata", article.metadata);
}
void eachMember(auto& visit, Of<ArticleRecords> auto& records)
{
    visit("article", records.article)("mentions", records.mentions)("entities", records.entities)(
        "events", records.events)("claims", records.claims);
}
void eachMember(auto& visit, Of<NodePlacement> auto& placement)
{
    visit("node", placement.node)("point", placement.point);
}
void eachMember(auto& visit, Of<SavedView> auto& view)
{
    visit("id", view.id)("name", view.name)("state", view.state);
}

} // namespace entente
