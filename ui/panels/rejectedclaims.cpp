// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/rejectedclaims.h"

#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "graph/ontology/ontology.h"

#include <algorithm>
#include <set>

namespace entente
{

namespace
{

/// Who is attributed says it; that makes nobody part of what is said.
constexpr std::string_view attributionRole = "Source";

bool isOfOne(const Store& store, EventId a, EventId b)
{
    const auto verdict = store.eventVerdicts().find(std::minmax(a, b));
    return verdict != store.eventVerdicts().end() && verdict->second == Sameness::One;
}

class Rejected
{
public:
    explicit Rejected(const EvidenceBase& base)
        : m_base(base)
    {
        for (const ArticleId article : base.store.articles()) {
            for (const Claim& claim : base.store.records(article).claims) {
                if (claim.rejected)
                    m_all.push_back(&claim);
            }
        }
        if (!m_all.empty())
            std::erase_if(m_all, [this](const Claim* claim) { return !isKnown(claim->article); });
    }

    std::vector<ClaimId> of(const std::vector<Subject>& subjects) const
    {
        std::vector<ClaimId> found;
        for (const Claim* claim : m_all) {
            const bool isAbout = std::ranges::any_of(subjects, [&](const Subject& subject) {
                return std::visit([&](auto id) { return isAboutSubject(*claim, id); }, subject);
            });
            if (isAbout)
                found.push_back(claim->id);
        }
        return found;
    }

private:
    /// The graph may be that of a day on which there was less.
    bool isKnown(ArticleId article) const
    {
        const ArticleRecords& records = m_base.store.records(article);
        const auto isNode = [&](const auto& record) {
            return !m_base.events.nodeOf(record.id).isNil();
        };
        return records.entities.empty() || std::ranges::any_of(records.entities, isNode);
    }

    /// Also where all that an article says of the meeting is rejected, so that the node is without
    /// what this article has of it.
    bool speaksOf(const Claim& claim, NodeId event) const
    {
        if (claim.isRelation())
            return false;
        if (const NodeId node = m_base.events.nodeOf(claim.event); !node.isNil())
            return node == event;
        const Node* node = m_base.events.node(event);
        const Event* own = m_base.store.event(claim.event);
        if (node == nullptr || own == nullptr)
            return false;
        const auto isNamed = [&](const OutsideId& id) {
            return std::ranges::any_of(
                node->ids, [&](const OutsideId& other) { return nameTheSame(id, other); });
        };
        return std::ranges::any_of(own->ids, isNamed) ||
               std::ranges::any_of(node->events, [&](EventId other) {
                   return isOfOne(m_base.store, other, claim.event);
               });
    }

    bool isAboutSubject(const Claim& claim, NodeId id) const
    {
        const Node* node = m_base.events.node(id);
        if (node == nullptr)
            return false;
        if (node->kind == NodeKind::Event)
            return speaksOf(claim, id);
        return std::ranges::any_of(claim.roles, [&](const RoleFiller& role) {
            return role.role != attributionRole && nodeOf(m_base, role.filler) == id;
        });
    }

    bool isAboutSubject(const Claim& claim, EdgeId id) const
    {
        const FoundEdge found = findEdge(m_base, id);
        if (found.edge == nullptr)
            return false;
        const Edge& edge = *found.edge;
        const NodeId source = found.graph->source(id);
        const NodeId target = found.graph->target(id);
        switch (edge.kind) {
        case EdgeKind::Role:
            return speaksOf(claim, source) && std::ranges::any_of(claim.roles, [&](auto& role) {
                       return role.role == edge.type && nodeOf(m_base, role.filler) == target;
                   });
        case EdgeKind::Relation:
            return claim.isRelation() && relates(claim, edge, source, target);
        case EdgeKind::Tie:
            return std::ranges::any_of(edge.tie().events,
                                       [&](NodeId event) { return speaksOf(claim, event); });
        }
        return false;
    }

    /// Also half of what folds into one edge: who holds an office, and for whom it stands.
    bool relates(const Claim& claim, const Edge& edge, NodeId source, NodeId target) const
    {
        const NodeId from = nodeOf(m_base, claim.roles[0].filler);
        const NodeId to = nodeOf(m_base, claim.roles[1].filler);
        if (claim.type == edge.type && from == source && to == target)
            return true;
        if (claim.type == edge.type && from == source)
            return isCalled(claim.roles[1].filler, edge.label);
        return to == target && isCalled(claim.roles[0].filler, edge.label) &&
               isHeldBy(claim.article, claim.roles[0].filler, source);
    }

    bool isCalled(const Filler& filler, const std::string& title) const
    {
        const auto* id = std::get_if<MentionId>(&filler);
        const Mention* mention = id != nullptr ? m_base.store.mention(*id) : nullptr;
        return mention != nullptr && mention->text == title &&
               m_base.ontology.entity(mention->type).use == EntityUse::Position;
    }

    bool isHeldBy(ArticleId article, const Filler& position, NodeId holder) const
    {
        return std::ranges::any_of(m_base.store.records(article).claims, [&](const Claim& claim) {
            return claim.isRelation() && claim.roles[1].filler == position &&
                   nodeOf(m_base, claim.roles[0].filler) == holder;
        });
    }

    const EvidenceBase& m_base;
    std::vector<const Claim*> m_all;
};

} // namespace

std::vector<ClaimId> rejectedClaimsOf(const EvidenceBase& base,
                                      const std::vector<Subject>& subjects)
{
    return subjects.empty() ? std::vector<ClaimId>() : Rejected(base).of(subjects);
}

} // namespace entente
