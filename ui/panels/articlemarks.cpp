// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/articlemarks.h"

#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "graph/ontology/ontology.h"
#include "graph/text/sourcetext.h"

#include <algorithm>
#include <unordered_map>

namespace entente
{

namespace
{

/// What the claim of a relation became: its edge, or a property of one of its ends.
std::optional<Subject> edgeOf(const EvidenceBase& base, const Claim& claim)
{
    std::optional<Subject> end;
    for (const RoleFiller& role : claim.roles) {
        const NodeId node = nodeOf(base, role.filler);
        if (node.isNil())
            continue;
        for (const EdgeId id : base.events.edgesAt(node)) {
            if (std::ranges::find(base.events.edge(id)->claims, claim.id) !=
                base.events.edge(id)->claims.end())
                return id;
        }
        if (!end)
            end = node;
    }
    return end;
}

/// What the words of an article lead to by the claims that use them.
class Uses
{
public:
    Uses(const EvidenceBase& base, ArticleId article)
    {
        for (const Claim& claim : base.store.records(article).claims) {
            std::optional<Subject> target;
            if (claim.isRelation())
                target = edgeOf(base, claim);
            else if (const NodeId node = base.events.nodeOf(claim.event); !node.isNil())
                target = node;
            if (!target)
                continue;
            if (!claim.isRelation())
                m_triggers.emplace(claim.trigger, *target);
            for (const RoleFiller& role : claim.roles) {
                if (const auto* mention = std::get_if<MentionId>(&role.filler))
                    m_fillers.emplace(*mention, *target); // The first claim that uses them.
            }
        }
    }

    std::optional<Subject> asTrigger(MentionId id) const { return find(m_triggers, id); }
    std::optional<Subject> asFiller(MentionId id) const { return find(m_fillers, id); }

private:
    using Targets = std::unordered_map<MentionId, Subject>;

    static std::optional<Subject> find(const Targets& targets, MentionId id)
    {
        const auto found = targets.find(id);
        return found == targets.end() ? std::nullopt : std::optional(found->second);
    }

    Targets m_triggers;
    Targets m_fillers;
};

void decide(ArticleMark& mark, const EvidenceBase& base, const Uses& uses, const Mention& mention)
{
    if (const NodeId node = base.events.nodeOf(mention.entity); !node.isNil()) {
        mark.use = MarkUse::Name;
        mark.target = node;
    } else if (const auto event = uses.asTrigger(mention.id)) {
        mark.use = MarkUse::Trigger;
        mark.target = event;
    } else {
        const bool isQuote = base.ontology.entity(mention.type).use == EntityUse::Quote;
        mark.use = isQuote ? MarkUse::Quote : MarkUse::Detail;
        mark.target = uses.asFiller(mention.id);
    }
}

bool isOutside(const ArticleMark& a, const ArticleMark& b)
{
    if (a.span.begin != b.span.begin)
        return a.span.begin < b.span.begin;
    if (a.span.end != b.span.end)
        return a.span.end > b.span.end;
    return a.use > b.use; // A name that is a quote's only words lies within it.
}

void addWords(const EvidenceBase& base, const Claim& claim, TextSpans& spans)
{
    for (const Quote& quote : claim.quotes) {
        if (quote.status != QuoteStatus::Missing && quote.source == QuoteSource::Evidence)
            spans.insert(spans.end(), quote.spans.begin(), quote.spans.end());
    }
    const Mention* trigger = base.store.mention(claim.trigger);
    if (trigger && trigger->status != QuoteStatus::Missing)
        spans.insert(spans.end(), trigger->spans.begin(), trigger->spans.end());
    for (const RoleFiller& role : claim.isRelation() ? claim.roles : std::vector<RoleFiller>()) {
        const auto* id = std::get_if<MentionId>(&role.filler);
        if (const Mention* mention = id ? base.store.mention(*id) : nullptr)
            spans.insert(spans.end(), mention->spans.begin(), mention->spans.end());
    }
}

/// @param marks as marksOf() gives them: none that begins behind the position is looked at.
const ArticleMark* innermostOf(const std::vector<ArticleMark>& marks, int position, auto isMeant)
{
    const ArticleMark* innermost = nullptr;
    for (const ArticleMark& mark : marks) {
        if (mark.span.begin > position)
            break;
        if (isMeant(mark) &&
            (innermost == nullptr || mark.span.length() <= innermost->span.length()))
            innermost = &mark;
    }
    return innermost;
}

} // namespace

std::vector<ArticleMark> marksOf(const EvidenceBase& base, ArticleId article)
{
    const Uses uses(base, article);
    std::vector<ArticleMark> marks;
    const TextSpan all{0, base.store.article(article)->text->size()};
    for (const Mention& mention : base.store.records(article).mentions) {
        if (mention.status == QuoteStatus::Missing)
            continue; // Its words do not stand where it says.
        ArticleMark mark;
        mark.type = mention.type;
        mark.mention = mention.id;
        decide(mark, base, uses, mention);
        for (const TextSpan span : mention.spans) {
            mark.span = span;
            if (!span.isEmpty() && all.contains(span))
                marks.push_back(mark);
        }
    }
    std::ranges::stable_sort(marks, isOutside);
    return marks;
}

const ArticleMark* markAt(const std::vector<ArticleMark>& marks, int position)
{
    return innermostOf(marks, position, [position](const ArticleMark& mark) {
        return mark.target && mark.span.contains(position);
    });
}

const ArticleMark* wordsAt(const std::vector<ArticleMark>& marks, TextSpan place)
{
    return innermostOf(marks, place.begin, [place](const ArticleMark& mark) {
        const bool isAt = place.isEmpty()
                              ? mark.span.contains(place.begin) || mark.span.end == place.begin
                              : mark.span.contains(place);
        return mark.use != MarkUse::Quote && isAt;
    });
}

TextSpans spansOf(const EvidenceBase& base, const Subject& subject, ArticleId article)
{
    TextSpans spans;
    const auto* id = std::get_if<NodeId>(&subject);
    const Node* node = id ? base.events.node(*id) : nullptr;
    if (node && node->kind == NodeKind::Entity) {
        for (const MentionId mention : node->mentions) {
            const Mention* words = base.store.mention(mention);
            if (words && words->article == article && words->status != QuoteStatus::Missing)
                spans.insert(spans.end(), words->spans.begin(), words->spans.end());
        }
        return merged(std::move(spans));
    }
    for (const EvidenceRow& row : evidenceOf(base, {subject}).rows) {
        const Claim* claim = row.article == article ? base.store.claim(row.claim) : nullptr;
        if (claim)
            addWords(base, *claim, spans);
    }
    return merged(std::move(spans));
}

std::vector<ArticleId> articlesOf(const EvidenceBase& base, const Subject& subject)
{
    std::vector<ArticleId> articles;
    for (const EvidenceRow& row : evidenceOf(base, {subject}).rows) {
        if (row.claim.isNil())
            articles.push_back(row.article);
    }
    return articles;
}

} // namespace entente
