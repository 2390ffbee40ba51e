// SPDX-License-Identifier: Apache-2.0
#include "ui/byhand/claimchoices.h"

#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "graph/ontology/ontology.h"
#include "ui/panels/evidence.h"
#include "ui/panels/phrases.h"
#include "ui/text/qtext.h"

#include <algorithm>
#include <set>
#include <string>

namespace entente
{

namespace
{

constexpr std::string_view sourceRole = "Source";

std::vector<const Claim*> found(const EvidenceBase& base, const std::vector<ClaimId>& claims)
{
    std::vector<const Claim*> there;
    for (const ClaimId id : claims) {
        if (const Claim* claim = base.store.claim(id))
            there.push_back(claim);
    }
    return there;
}

/// A vocabulary that has no such role leaves it to those who act.
bool maySpeak(const Ontology& ontology, const Claim& claim, const Mention& mention)
{
    const Role* role = ontology.event(claim.type).role(sourceRole);
    return role != nullptr ? role->accepts(mention.type) : ontology.entity(mention.type).isActor;
}

bool isAccordingTo(const Claim& claim, const std::vector<MentionId>& mentions)
{
    return std::ranges::any_of(claim.roles, [&](const RoleFiller& role) {
        const auto* mention = std::get_if<MentionId>(&role.filler);
        return role.role == sourceRole && mention != nullptr &&
               std::ranges::find(mentions, *mention) != mentions.end();
    });
}

int placeOf(const Mention& mention)
{
    return mention.spans.empty() ? 0 : mention.spans.front().begin;
}

} // namespace

ArticleId commonArticle(const EvidenceBase& base, const std::vector<ClaimId>& claims)
{
    const std::vector<const Claim*> all = found(base, claims);
    const bool isOne = !all.empty() && std::ranges::all_of(all, [&](const Claim* claim) {
        return claim->article == all.front()->article;
    });
    return isOne ? all.front()->article : ArticleId();
}

std::vector<PossibleSource> possibleSources(const EvidenceBase& base,
                                            const std::vector<ClaimId>& claims)
{
    const std::vector<const Claim*> all = found(base, claims);
    std::vector<const Mention*> mentions;
    for (const Mention& mention : base.store.records(commonArticle(base, claims)).mentions) {
        const bool mayBe = !mention.entity.isNil() && std::ranges::all_of(all, [&](auto* claim) {
            return maySpeak(base.ontology, *claim, mention);
        });
        if (mayBe)
            mentions.push_back(&mention);
    }
    std::ranges::stable_sort(mentions, {},
                             [](const Mention* mention) { return placeOf(*mention); });
    std::vector<PossibleSource> sources;
    std::vector<NodeId> nodes; ///< Of the sources.
    for (const Mention* mention : mentions) {
        const Node* node = base.events.node(base.events.nodeOf(mention->entity));
        const NodeId id = node ? node->id : nodeId(mention->entity);
        const auto known = std::ranges::find(nodes, id);
        const auto at = static_cast<std::size_t>(known - nodes.begin());
        if (known == nodes.end()) {
            nodes.push_back(id);
            sources.push_back({.name = Phrases::name(node ? node->name : mention->text),
                               .called = {},
                               .mentions = {},
                               .have = 0});
        }
        sources[at].mentions.push_back(mention->id);
        const QString words = Phrases::name(mention->text);
        if (words != sources[at].name && !sources[at].called.contains(words))
            sources[at].called << words;
    }
    for (PossibleSource& source : sources)
        source.have = static_cast<int>(std::ranges::count_if(
            all, [&](const Claim* claim) { return isAccordingTo(*claim, source.mentions); }));
    std::ranges::stable_partition(sources,
                                  [](const PossibleSource& source) { return source.have > 0; });
    return sources;
}

namespace
{

struct SaidOf
{
    int claims = 0;
    int rejected = 0;
    const Claim* first = nullptr;
};

SaidOf saidOf(const ArticleRecords& records, EventId event)
{
    SaidOf said;
    for (const Claim& claim : records.claims) {
        if (claim.event != event)
            continue;
        ++(claim.rejected ? said.rejected : said.claims);
        if (said.first == nullptr)
            said.first = &claim;
    }
    return said;
}

QString countsOf(const SaidOf& said)
{
    if (said.claims == 0)
        return said.rejected == 0 ? Phrases::tr("no claims")
                                  : Phrases::tr("every claim is rejected");
    return said.claims == 1
               ? Phrases::tr("1 claim in this article")
               : Phrases::tr("%1 claims in this article").arg(Phrases::number(said.claims));
}

PossibleEvent choiceOf(const EvidenceBase& base, const Event& event, const SaidOf& said)
{
    const QString label = toQString(base.ontology.event(event.type).label);
    PossibleEvent choice{event.id, label, {}};
    if (const Node* node = base.events.node(base.events.nodeOf(event.id))) {
        choice.name = node->title.empty()
                          ? Phrases::name(node->name)
                          : Phrases::tr("%1: %2").arg(label, Phrases::name(node->title));
        choice.below = Phrases::dotted(
            {Phrases::date(node->date), toQString(wordsOf(node->modality)), countsOf(said)});
        return choice;
    }
    const Mention* trigger =
        said.first != nullptr ? base.store.mention(said.first->trigger) : nullptr;
    if (trigger != nullptr)
        choice.name = Phrases::tr("%1: “%2”").arg(label, Phrases::name(trigger->text));
    choice.below = countsOf(said);
    return choice;
}

} // namespace

std::vector<PossibleEvent> possibleEvents(const EvidenceBase& base,
                                          const std::vector<ClaimId>& claims)
{
    std::set<EventId> own;
    std::set<std::string> types;
    for (const Claim* claim : found(base, claims)) {
        own.insert(claim->event);
        types.insert(claim->type);
    }
    std::vector<PossibleEvent> same;
    std::vector<PossibleEvent> others;
    const ArticleRecords& records = base.store.records(commonArticle(base, claims));
    for (const Event& event : records.events) {
        if (own.size() == 1 && own.contains(event.id))
            continue;
        const SaidOf said = saidOf(records, event.id);
        (types.contains(event.type) ? same : others).push_back(choiceOf(base, event, said));
    }
    std::ranges::move(others, std::back_inserter(same));
    return same;
}

} // namespace entente
