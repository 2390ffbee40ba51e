// SPDX-License-Identifier: Apache-2.0
#include "graph/byhand/analystsedge.h"

#include "graph/base/sha256.h"
#include "graph/model/analystsown.h"
#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "graph/ontology/ontology.h"
#include "graph/text/sourcetext.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <utility>

namespace entente
{

namespace
{

bool takes(const std::vector<std::string>& types, const std::string& type)
{
    return std::ranges::find(types, type) != types.end();
}

/// A name on one line.
std::string onOneLine(std::string name)
{
    std::ranges::replace_if(
        name, [](char letter) { return letter == '\n' || letter == '\r' || letter == '\t'; }, ' ');
    return name;
}

/// The article in the making: a line that says what is so, and below it why.
class Writing
{
public:
    Writing(const HandBase& base, const AnalystsEdge& wish, const Node& from, const Node& to)
        : m_base(base)
        , m_wish(wish)
        , m_from(from)
        , m_to(to)
    {
    }

    MadeAnalystsEdge run(const std::string& label)
    {
        const Uuid uuid = randomUuid();
        m_records.article.id = ArticleId(uuid);
        const std::string from = onOneLine(m_from.name);
        const std::string to = onOneLine(m_to.name);
        writeArticle(fmt::format("{} – {} – {}.\n{}\n", from, label, to, m_wish.because),
                     fmt::format("Judgement: {} – {} – {}", from, label, to), uuid);
        const int begin = SourceText(fmt::format("{} – {} – ", from, label)).size();
        const MentionId one = addMention(m_from, 0, from);
        const MentionId other = addMention(m_to, begin, to);
        const ClaimId claim = addClaims(one, other);
        Together edit;
        edit.edits.emplace_back(
            AddArticle{.records = Shared<ArticleRecords>(std::move(m_records))});
        std::ranges::move(m_verdicts, std::back_inserter(edit.edits));
        return {.edit = std::move(edit), .article = ArticleId(uuid), .claim = claim};
    }

private:
    void writeArticle(const std::string& text, const std::string& title, const Uuid& uuid)
    {
        Article& article = m_records.article;
        constexpr std::size_t enoughOfIt = 8;
        article.name = fmt::format("judgements/{}", uuid.text().substr(0, enoughOfIt));
        article.file = article.name + ".txt";
        article.title = title;
        article.byline = m_wish.author;
        article.published = m_wish.day;
        article.tags = {std::string(judgementTag)};
        article.sha256 = sha256Of(text);
        article.text = std::make_shared<const SourceText>(text);
    }

    MentionId addMention(const Node& node, int begin, const std::string& name)
    {
        Mention mention;
        mention.id = MentionId(randomUuid());
        mention.article = m_records.article.id;
        mention.type = node.type;
        mention.text = name;
        mention.spans = {{begin, begin + SourceText(name).size()}};
        if (node.kind == NodeKind::Entity) {
            Entity entity;
            entity.id = EntityId(randomUuid());
            entity.article = m_records.article.id;
            entity.type = node.type;
            mention.entity = entity.id;
            m_verdicts.emplace_back(JudgeEntities{node.entities.front(), entity.id, Sameness::One});
            m_records.entities.push_back(std::move(entity));
        }
        m_records.mentions.push_back(mention);
        return mention.id;
    }

    /// The claim that an event is spoken of, which says of it what is known of it already.
    Claim& eventClaim(const Node& node, MentionId trigger)
    {
        Event event;
        event.id = EventId(randomUuid());
        event.article = m_records.article.id;
        event.type = node.type;
        m_verdicts.emplace_back(JudgeEvents{node.events.front(), event.id, Sameness::One});
        Claim claim = newClaim(node.type);
        claim.event = event.id;
        claim.trigger = trigger;
        claim.modality = node.modality;
        m_records.events.push_back(std::move(event));
        return m_records.claims.emplace_back(std::move(claim));
    }

    Claim newClaim(const std::string& type) const
    {
        Claim claim;
        claim.id = ClaimId(randomUuid());
        claim.article = m_records.article.id;
        claim.type = type;
        claim.origin = Origin::ByHand;
        const SourceText& text = *m_records.article.text;
        Quote quote;
        quote.spans = {{0, text.size() - 1}}; // Without the line's end.
        quote.text = text.slice(quote.spans);
        quote.source = QuoteSource::Sentence;
        claim.quotes.push_back(std::move(quote));
        return claim;
    }

    ClaimId addClaims(MentionId one, MentionId other)
    {
        const auto fillerFor = [&](const Node& node, MentionId mention) {
            return node.kind == NodeKind::Event ? Filler(eventClaim(node, mention).id)
                                                : Filler(mention);
        };
        if (m_from.kind == NodeKind::Event &&
            m_base.ontology.event(m_from.type).role(m_wish.type)) {
            const Filler filler = fillerFor(m_to, other);
            Claim& claim = eventClaim(m_from, one);
            claim.roles.push_back({m_wish.type, filler});
            return claim.id;
        }
        const RelationType& relation = m_base.ontology.relation(m_wish.type);
        const Filler from = fillerFor(m_from, one);
        const Filler to = fillerFor(m_to, other);
        Claim claim = newClaim(m_wish.type);
        claim.roles = {{relation.fromRole, from}, {relation.toRole, to}};
        return m_records.claims.emplace_back(std::move(claim)).id;
    }

    const HandBase& m_base;
    const AnalystsEdge& m_wish;
    const Node& m_from;
    const Node& m_to;
    ArticleRecords m_records;
    std::vector<SingleEdit> m_verdicts;
};

} // namespace

Expected<MadeAnalystsEdge, std::string> addAnalystsEdge(const HandBase& base,
                                                        const AnalystsEdge& wish)
{
    const Node* from = base.events.node(wish.from);
    const Node* to = base.events.node(wish.to);
    if (from == nullptr || to == nullptr || from == to)
        return Unexpected{std::string("What it would join is not here any more.")};
    if (wish.because.find_first_not_of(" \t\r\n") == std::string::npos)
        return Unexpected{std::string("A judgement needs a reason: nobody else has said so.")};
    std::string label = wish.type;
    const Role* role =
        from->kind == NodeKind::Event ? base.ontology.event(from->type).role(wish.type) : nullptr;
    if (role != nullptr && !role->accepts(to->type))
        return Unexpected{
            fmt::format("“{}” cannot be {} of “{}”.", to->name, wish.type, from->name)};
    if (role == nullptr) {
        const RelationType& relation = base.ontology.relation(wish.type);
        if (!base.ontology.knowsRelation(wish.type) || !takes(relation.from, from->type) ||
            !takes(relation.to, to->type))
            return Unexpected{fmt::format("“{}” cannot stand between “{}” and “{}”.",
                                          relation.label, from->name, to->name)};
        label = relation.label;
    }
    return Writing(base, wish, *from, *to).run(label);
}

} // namespace entente
