// SPDX-License-Identifier: Apache-2.0
#include "graph/citing/dossierparts.h"

#include "graph/citing/dossiersubject.h"
#include "graph/model/claimlist.h"
#include "graph/model/eventlabel.h"
#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "graph/query/strength.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

namespace entente
{

namespace
{

std::optional<Modality> surer(std::optional<Modality> a, std::optional<Modality> b)
{
    return lessSure(a, b) == a ? b : a;
}

} // namespace

void DossierPart::add(EdgeId role)
{
    if (std::ranges::find(m_roles, role) == m_roles.end())
        m_roles.push_back(role);
}

void DossierPart::take(const Edge& role)
{
    add(role.id);
    m_own.take(role);
    m_hasOwn = true;
}

void DossierPart::take(const HopMeeting& meeting)
{
    for (const EdgeId role : meeting.roles)
        add(role);
    m_met = m_hasMet ? surer(m_met, meeting.modality) : meeting.modality;
    m_hasMet = true;
}

std::optional<Modality> DossierPart::modality() const
{
    if (!m_hasMet)
        return m_own.modality();
    return m_hasOwn ? surer(m_met, m_own.modality()) : m_met;
}

std::map<NodeId, DossierPart> partsOf(const KnowledgeGraph& shown, const DossierSubject& subject)
{
    std::map<NodeId, DossierPart> parts;
    const auto take = [&](EdgeId id) {
        if (const Edge* edge = shown.edge(id); edge != nullptr && edge->kind == EdgeKind::Role)
            parts[shown.source(id)].take(*edge);
    };
    for (const NodeId id : subject.nodes) {
        const Node* node = shown.node(id);
        if (node == nullptr || node->kind == NodeKind::Event)
            parts[id];
        else
            std::ranges::for_each(shown.edgesAt(id), take);
    }
    std::ranges::for_each(subject.edges, take);
    for (const Hop& tie : subject.ties) {
        for (const HopMeeting& meeting : tie.meetings)
            parts[meeting.event].take(meeting);
    }
    return parts;
}

std::optional<Modality> saidBy(const Store& store, ClaimId id)
{
    const Claim& claim = *store.claim(id);
    return denies(claim) ? Modality::DidNotHappen : claim.modality;
}

Citable citableOf(const CitingBase& base, const KnowledgeGraph& shown, const Node& event,
                  const DossierPart& part)
{
    Citable thing{event.name, event.claims, event.modality, true};
    thing.isContested = event.contested;
    if (!part.roles().empty()) {
        ClaimList claims;
        for (const EdgeId id : part.roles())
            claims.add(shown.edge(id)->claims);
        thing.claims = std::move(claims).take();
        thing.modality = lessSure(event.modality, part.modality());
        thing.gradedBy = thing.claims;
        const std::set<ClaimId> its(thing.claims.begin(), thing.claims.end());
        std::ranges::copy_if(event.claims, std::back_inserter(thing.gradedBy), [&](ClaimId id) {
            return denies(*base.store.claim(id)) && !its.contains(id);
        });
    }
    const auto isDenied = [&](ClaimId id) {
        return saidBy(base.store, id) == Modality::DidNotHappen;
    };
    if (!thing.claims.empty() && std::ranges::all_of(thing.claims, isDenied))
        thing.modality = Modality::DidNotHappen;
    return thing;
}

std::string wordsOf(const KnowledgeGraph& shown, const DossierPart& part, bool isNamed)
{
    std::vector<std::pair<std::string, std::vector<std::string>>> byRole;
    for (const EdgeId id : part.roles()) {
        const std::string& role = shown.edge(id)->label;
        auto place = std::ranges::find(byRole, role, [](const auto& one) { return one.first; });
        if (place == byRole.end())
            place = byRole.insert(place, {role, {}});
        const std::string& name = shown.node(shown.target(id))->name;
        if (std::ranges::find(place->second, name) == place->second.end())
            place->second.push_back(name);
    }
    std::vector<std::string> words;
    words.reserve(byRole.size());
    for (const auto& [role, names] : byRole)
        words.push_back(isNamed ? "as " + role : fmt::format("{} as {}", listed(names), role));
    return fmt::format("{}", fmt::join(words, isNamed ? " and " : "; "));
}

} // namespace entente
