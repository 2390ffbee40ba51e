// SPDX-License-Identifier: Apache-2.0
#include "graph/exchange/nodelink.h"

#include "graph/model/attribution.h"
#include "graph/model/fillers.h"
#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "graph/ontology/ontology.h"
#include "graph/text/ascii.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace entente
{

namespace
{

// Keeps keys in the order in which they are put in.
using Json = nlohmann::ordered_json;

/// Puts in a key that is not there yet. By [] all keys before it would be compared with it.
void append(Json& object, std::string key, Json value)
{
    object.get_ref<Json::object_t&>().emplace_back(std::move(key), std::move(value));
}

Json orNull(const std::string& text) { return text.empty() ? Json() : Json(text); }

/// One is a string, several are a list.
Json oneOrList(const std::vector<std::string>& texts)
{
    if (texts.empty())
        return {};
    return texts.size() == 1 ? Json(texts.front()) : Json(texts);
}

template <class IdType>
Json textsOf(const std::vector<IdType>& ids)
{
    Json list = Json::array();
    for (const IdType& id : ids)
        list.push_back(id.text());
    return list;
}

/// "Wikidata" and "wikidata" are one key.
Json outsideIds(const std::vector<OutsideId>& ids)
{
    std::map<std::string, std::vector<std::string>> entries;
    for (const OutsideId& id : ids) {
        std::vector<std::string>& all = entries[asciiLower(id.authority)];
        if (std::ranges::find(all, id.entry) == all.end())
            all.push_back(id.entry);
    }
    Json object = Json::object();
    for (const auto& [authority, all] : entries)
        object[authority] = oneOrList(all);
    return object;
}

/// The offsets of words in their article; null when they were not found there. Words in several
/// pieces also have each of these.
void putSpans(Json& object, const TextSpans& spans, QuoteStatus status)
{
    const bool isKnown = status != QuoteStatus::Missing && !spans.empty();
    const TextSpan hull = hullOf(spans);
    object["start"] = isKnown ? Json(hull.begin) : Json();
    object["end"] = isKnown ? Json(hull.end) : Json();
    if (!isKnown || spans.size() < 2)
        return;
    object["spans"] = Json::array();
    for (const TextSpan span : spans)
        object["spans"].push_back({span.begin, span.end});
}

Json attributionJson(const Attribution& attribution)
{
    Json object = {{"kind", nameOf(attribution.kind)}, {"sources", Json::array()}};
    for (const AttributionSource& source : attribution.sources)
        object["sources"].push_back(
            {{"node", source.node.isNil() ? Json() : Json(source.node.text())},
             {"text", source.text}});
    if (!attribution.cues.empty())
        object["cues"] = attribution.cues;
    object["chain"] = attribution.chain;
    object["words"] = wordsOf(attribution);
    return object;
}

Json countsJson(const ModalityCounts& counts)
{
    Json object = Json::object();
    for (const Modality modality : allModalities) {
        if (const int count = countOf(counts, modality); count > 0)
            object[std::string(nameOf(modality))] = count;
    }
    if (const int count = countOf(counts, std::nullopt); count > 0)
        object["unstated"] = count;
    return object;
}

class Writer
{
public:
    explicit Writer(const NodeLink& content)
        : m_content(content)
        , m_store(content.store)
    {
    }

    std::string text()
    {
        const bool isDirected = m_content.view != "actors";
        Json document = {{"directed", isDirected}, {"multigraph", true}, {"graph", head()}};
        document["nodes"] = Json::array();
        for (const NodeId id : m_content.shown.nodes())
            document["nodes"].push_back(nodeJson(*m_content.shown.node(id)));
        document["links"] = Json::array();
        for (const EdgeId id : m_content.shown.edges())
            document["links"].push_back(linkJson(id));
        document["claims"] = claimsElsewhere();
        // Bytes that are not UTF-8 stand in an article as they are; JSON cannot hold them.
        return document.dump(1, ' ', false, Json::error_handler_t::replace) + '\n';
    }

    std::string claimLines() const
    {
        const std::set<ClaimId> wanted = claimsBehind(m_content.shown);
        std::string lines;
        for (const ArticleId article : m_store.articles()) {
            for (const Claim& claim : m_store.records(article).claims) {
                if (wanted.contains(claim.id))
                    lines += claimJson(claim).dump(-1, ' ', false, Json::error_handler_t::replace) +
                             '\n';
            }
        }
        return lines;
    }

private:
    const Article& articleOf(ArticleId id) const { return *m_store.article(id); }

    Json head() const
    {
        Json articles = Json::object();
        for (const ArticleId id : m_store.articles()) {
            const Article& article = articleOf(id);
            append(articles, article.name,
                   {{"title", article.title},
                    {"outlet", orNull(article.outlet)},
                    {"published", article.published ? Json(article.published->text) : Json()},
                    {"language", orNull(article.language)},
                    {"sha256", article.sha256}});
        }
        Json graph = {{"name", m_content.name}, {"view", m_content.view}};
        if (!m_content.filters.empty())
            graph["filters"] = m_content.filters;
        if (!m_content.part.empty())
            graph["part"] = m_content.part;
        graph["version"] = ENTENTE_VERSION;
        graph["articles"] = std::move(articles);
        return graph;
    }

    Json nodeJson(const Node& node)
    {
        const bool isEvent = node.kind == NodeKind::Event;
        Json object = {{"id", node.id.text()},
                       {"kind", isEvent ? "event" : "entity"},
                       {"type", node.type},
                       {"name", node.name}};
        object["aliases"] = Json::array();
        for (const Alias& alias : node.aliases) {
            if (alias.name != node.name)
                object["aliases"].push_back(alias.name);
        }
        object["ids"] = outsideIds(node.ids);
        object["identity"] = nameOf(node.identity);
        object["mentions"] = Json::array();
        for (const MentionId id : node.mentions)
            object["mentions"].push_back(mentionJson(*m_store.mention(id)));
        if (isEvent)
            putEvent(object, node);
        else if (!node.positions.empty())
            object["positions"] = positionsJson(node);
        return object;
    }

    Json mentionJson(const Mention& mention) const
    {
        Json object = Json::object();
        object["article"] = articleOf(mention.article).name;
        putSpans(object, mention.spans, mention.status);
        object["text"] = mention.text;
        return object;
    }

    void putEvent(Json& object, const Node& node)
    {
        object["date"] = node.date ? Json(node.date->text) : Json();
        object["modality"] = node.modality ? Json(nameOf(*node.modality)) : Json();
        object["contested"] = node.contested;
        object["claims"] = Json::array();
        for (const ClaimId id : node.claims) {
            object["claims"].push_back(claimJson(*m_store.claim(id)));
            m_written.insert(id);
        }
    }

    Json positionsJson(const Node& node)
    {
        Json list = Json::array();
        for (const HeldPosition& position : node.positions) {
            list.push_back({{"title", position.title},
                            {"of", orNull(position.of)},
                            {"claims", textsOf(position.claims)}});
            need(position.claims);
        }
        return list;
    }

    Json linkJson(EdgeId id)
    {
        const Edge& edge = *m_content.shown.edge(id);
        Json object = {{"source", m_content.shown.source(id).text()},
                       {"target", m_content.shown.target(id).text()},
                       {"key", id.text()}};
        object[edge.kind == EdgeKind::Role ? "role" : "type"] = edge.type;
        if (edge.kind == EdgeKind::Relation &&
            edge.label != m_content.ontology.relation(edge.type).label)
            object["label"] = edge.label; // The position that is held.
        if (edge.kind == EdgeKind::Tie)
            putTie(object, edge);
        object["claims"] = textsOf(edge.claims);
        need(edge.claims);
        return object;
    }

    static void putTie(Json& object, const Edge& edge)
    {
        object["label"] = edge.label;
        const Tie& tie = edge.tie();
        object["counts"] = countsJson(tie.counts);
        if (const Json judged = countsJson(tie.judgedCounts); !judged.empty())
            object["judged"] = judged; // Meetings that only an analyst's judgement makes theirs.
        object["first"] = tie.first ? Json(tie.first->text) : Json();
        object["last"] = tie.last ? Json(tie.last->text) : Json();
        object["events"] = textsOf(tie.events);
    }

    void need(const std::vector<ClaimId>& claims) { m_needed.insert(claims.begin(), claims.end()); }

    /// Those that no event in the document holds, in the order of the store.
    Json claimsElsewhere()
    {
        Json object = Json::object();
        for (const ArticleId article : m_store.articles()) {
            for (const Claim& claim : m_store.records(article).claims) {
                if (m_needed.contains(claim.id) && !m_written.contains(claim.id))
                    append(object, claim.id.text(), claimJson(claim));
            }
        }
        return object;
    }

    Json claimJson(const Claim& claim) const
    {
        Json object = {{"id", claim.id.text()},
                       {"article", articleOf(claim.article).name},
                       {"source_id", claim.sourceId},
                       {"type", claim.type}};
        if (m_content.view == "actors" && !claim.isRelation())
            object["event"] = m_content.events.nodeOf(claim.event).text();
        const Mention* trigger = m_store.mention(claim.trigger);
        object["trigger"] = trigger ? Json(trigger->text) : Json();
        object["quotes"] = Json::array();
        for (const Quote& quote : claim.quotes)
            object["quotes"].push_back(quoteJson(quote));
        object["modality"] = claim.modality ? Json(nameOf(*claim.modality)) : Json();
        object["factuality"] = claim.factuality ? Json(nameOf(*claim.factuality)) : Json();
        object["polarity"] = orNull(claim.polarity);
        object["aspect"] = orNull(claim.aspect);
        object["attribution"] = attributionJson(attributionOf(m_store, m_content.events, claim));
        object["date"] = datesJson(claim);
        object["notes"] = claim.notes;
        object["roles"] = rolesJson(claim);
        return object;
    }

    static Json quoteJson(const Quote& quote)
    {
        Json object = Json::object();
        putSpans(object, quote.spans, quote.status);
        object["text"] = quote.text;
        object["status"] = nameOf(quote.status);
        object["source"] = nameOf(quote.source);
        return object;
    }

    static Json datesJson(const Claim& claim)
    {
        std::vector<std::string> dates;
        for (const Edtf& date : claim.dates) {
            if (std::ranges::find(dates, date.text) == dates.end())
                dates.push_back(date.text);
        }
        return oneOrList(dates);
    }

    /// Dates, cues and positions are no nodes: their words stand for them. So does the name for a
    /// node that is not in this document, as filters have left it out. The evidence is not here: it
    /// is among the quotes.
    Json rolesJson(const Claim& claim) const
    {
        Json list = Json::array();
        for (const RoleFiller& role : claim.roles) {
            const NodeId node = nodeOf({m_store, m_content.events}, role.filler);
            const Mention* words = mentionOf(role.filler);
            if (words && m_content.ontology.entity(words->type).use == EntityUse::Quote)
                continue;
            Json object = {{"role", role.role},
                           {"node", node.isNil() ? Json() : Json(node.text())}};
            if (node.isNil() && words)
                object["text"] = words->text;
            else if (!node.isNil() && m_content.shown.node(node) == nullptr)
                object["text"] = m_content.events.node(node)->name;
            list.push_back(std::move(object));
        }
        return list;
    }

    const Mention* mentionOf(const Filler& filler) const
    {
        const auto* id = std::get_if<MentionId>(&filler);
        return id ? m_store.mention(*id) : nullptr;
    }

    const NodeLink& m_content;
    const Store& m_store;
    std::set<ClaimId> m_written; ///< With their events.
    std::set<ClaimId> m_needed;  ///< Named by what was written.
};

} // namespace

std::string nodeLinkJson(const NodeLink& content) { return Writer(content).text(); }

std::string claimLinesJson(const NodeLink& content) { return Writer(content).claimLines(); }

std::set<ClaimId> claimsBehind(const KnowledgeGraph& shown)
{
    std::set<ClaimId> claims;
    for (const NodeId id : shown.nodes()) {
        const Node& node = *shown.node(id);
        claims.insert(node.claims.begin(), node.claims.end());
        for (const HeldPosition& position : node.positions)
            claims.insert(position.claims.begin(), position.claims.end());
    }
    for (const EdgeId id : shown.edges()) {
        const std::vector<ClaimId>& ofEdge = shown.edge(id)->claims;
        claims.insert(ofEdge.begin(), ofEdge.end());
    }
    return claims;
}

} // namespace entente
