// SPDX-License-Identifier: Apache-2.0
#include "graph/citing/dossier.h"

#include "graph/citing/datahash.h"
#include "graph/citing/dossierfacts.h"
#include "graph/model/eventlabel.h"
#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "graph/model/sureness.h"
#include "graph/ontology/ontology.h"
#include "graph/query/contested.h"
#include "graph/query/sources.h"
#include "graph/query/timeline.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>

namespace entente
{

namespace
{

/// The group of each modality in their order, the last one for what is unstated.
using Groups = std::array<DossierGroup, allModalities.size() + 1>;

std::size_t placeOf(std::optional<Modality> modality)
{
    return modality ? static_cast<std::size_t>(*modality) : allModalities.size();
}

std::string headingOf(std::optional<Modality> modality)
{
    std::string words(wordsOf(modality));
    words.front() = static_cast<char>(words.front() - 'a' + 'A');
    return words;
}

Groups emptyGroups()
{
    Groups groups;
    for (const Modality modality : allModalities)
        groups.at(placeOf(modality)).heading = headingOf(modality);
    groups.back().heading = headingOf(std::nullopt);
    groups.back().remark =
        "The annotation does not say whether it happened, or some are certain that it did and "
        "others that it did not.";
    return groups;
}

/// What the nodes that a dossier is about do in an event.
struct Part
{
    std::vector<EdgeId> edges;
    Sureness sureness;
};

class DossierMaker
{
public:
    DossierMaker(const CitingBase& base, const DossierRequest& request)
        : m_base(base)
        , m_request(request)
        , m_citing(base)
    {
    }

    Dossier run()
    {
        m_dossier.filters = m_request.filters;
        m_dossier.picture = m_request.picture;
        if (const Node* event = onlyEvent())
            addClaims(*event);
        else
            addMeetings();
        addRelations();
        addPositions();
        addContests();
        addHead();
        m_dossier.citations = std::move(m_citing).take();
        addData();
        return std::move(m_dossier);
    }

private:
    const KnowledgeGraph& shown() const { return m_request.shown; }
    bool isIn(NodeId id) const { return m_request.nodes.contains(id); }
    const Node* onlyNode() const
    {
        return m_request.nodes.size() == 1 ? shown().node(*m_request.nodes.begin()) : nullptr;
    }
    const Node* onlyEvent() const
    {
        const Node* node = onlyNode();
        return node != nullptr && node->kind == NodeKind::Event ? node : nullptr;
    }

    int cite(const Citable& thing)
    {
        m_claims.insert(m_claims.end(), thing.claims.begin(), thing.claims.end());
        return m_citing.cite(thing);
    }

    void add(Groups groups)
    {
        for (DossierGroup& group : groups) {
            if (!group.entries.empty())
                m_dossier.groups.push_back(std::move(group));
        }
    }

    /// Who is certain that it did not happen says so, whatever else he calls it.
    std::optional<Modality> saidBy(ClaimId id) const
    {
        const Claim& claim = *m_base.store.claim(id);
        return denies(claim) ? Modality::DidNotHappen : claim.modality;
    }

    /// Those of one event, each under what it says itself.
    void addClaims(const Node& event)
    {
        std::array<std::vector<ClaimId>, allModalities.size() + 1> claims;
        for (const ClaimId id : event.claims)
            claims.at(placeOf(saidBy(id))).push_back(id);
        Groups groups = emptyGroups();
        for (std::size_t i = 0; i < claims.size(); ++i) {
            const auto modality =
                i < allModalities.size() ? std::optional(allModalities.at(i)) : std::nullopt;
            if (!claims.at(i).empty())
                groups.at(i).entries.push_back(
                    {{},
                     {},
                     cite({event.name, std::move(claims.at(i)), modality, true, event.claims})});
        }
        m_events.push_back(event.id);
        add(std::move(groups));
    }

    std::map<NodeId, Part> partsOf() const
    {
        std::map<NodeId, Part> parts;
        for (const NodeId id : m_request.nodes) {
            const Node* node = shown().node(id);
            if (node == nullptr || node->kind == NodeKind::Event) {
                parts[id];
                continue;
            }
            for (const EdgeId edgeId : shown().edgesAt(id)) {
                const Edge& edge = *shown().edge(edgeId);
                if (edge.kind != EdgeKind::Role)
                    continue;
                Part& part = parts[shown().source(edgeId)];
                part.edges.push_back(edgeId);
                part.sureness.take(edge);
            }
        }
        return parts;
    }

    std::string partWords(const Part& part) const
    {
        std::vector<std::string> words;
        for (const EdgeId id : part.edges) {
            const std::string role = shown().edge(id)->label;
            std::string one = onlyNode() != nullptr
                                  ? "as " + role
                                  : shown().node(shown().target(id))->name + " as " + role;
            if (std::ranges::find(words, one) == words.end())
                words.push_back(std::move(one));
        }
        return listed(words);
    }

    /// Somebody's are those in which he has a part, with the claims that give it to him; an event
    /// that is asked for itself has all of its own.
    Citable meeting(const Node& event, const Part& part) const
    {
        Citable thing{event.name, event.claims, event.modality, true};
        thing.isContested = event.contested;
        if (!isIn(event.id) && !part.edges.empty())
            takePart(thing, event, part);
        const auto isDenied = [&](ClaimId id) { return saidBy(id) == Modality::DidNotHappen; };
        if (!thing.claims.empty() && std::ranges::all_of(thing.claims, isDenied))
            thing.modality = Modality::DidNotHappen;
        return thing;
    }

    void takePart(Citable& thing, const Node& event, const Part& part) const
    {
        std::set<ClaimId> seen;
        thing.claims.clear();
        for (const EdgeId id : part.edges) {
            for (const ClaimId claim : shown().edge(id)->claims) {
                if (seen.insert(claim).second)
                    thing.claims.push_back(claim);
            }
        }
        thing.modality = lessSure(event.modality, part.sureness.modality());
        thing.gradedBy = thing.claims;
        std::ranges::copy_if(event.claims, std::back_inserter(thing.gradedBy), [&](ClaimId id) {
            return denies(*m_base.store.claim(id)) && !seen.contains(id);
        });
    }

    void addMeetings()
    {
        const std::map<NodeId, Part> parts = partsOf();
        Timeline timeline = timelineOf(shown(), m_base.store);
        timeline.events.insert(timeline.events.end(), timeline.undatedEvents.begin(),
                               timeline.undatedEvents.end());
        std::erase_if(timeline.events, [&](NodeId id) { return !parts.contains(id); });
        std::array<std::vector<std::pair<NodeId, Citable>>, allModalities.size() + 1> things;
        for (const NodeId id : timeline.events) {
            Citable thing = meeting(*shown().node(id), parts.at(id));
            things.at(placeOf(thing.modality)).emplace_back(id, std::move(thing));
        }
        // Numbered as they are shown, group by group.
        Groups groups = emptyGroups();
        for (std::size_t i = 0; i < things.size(); ++i) {
            for (const auto& [id, thing] : things.at(i)) {
                m_events.push_back(id);
                groups.at(i).entries.push_back({thing.about, partWords(parts.at(id)), cite(thing)});
            }
        }
        add(std::move(groups));
    }

    void addRelations()
    {
        DossierGroup group{"Relations", {}, {}};
        for (const EdgeId id : shown().edges()) {
            const bool isAsked = isIn(shown().source(id)) || isIn(shown().target(id));
            if (isAsked && shown().edge(id)->kind == EdgeKind::Relation) {
                const Citable thing = citableOf(m_base, shown(), id);
                group.entries.push_back({thing.about, {}, cite(thing)});
            }
        }
        if (!group.entries.empty())
            m_dossier.groups.push_back(std::move(group));
    }

    void addPositions()
    {
        DossierGroup group{"Offices", {}, {}};
        for (const NodeId id : m_request.nodes) {
            const Node* node = shown().node(id);
            if (node == nullptr)
                continue;
            for (const HeldPosition& position : node->positions) {
                const std::string about = fmt::format("{} – {}", node->name, wordsOf(position));
                group.entries.push_back(
                    {about, {}, cite({about, position.claims, std::nullopt, false})});
            }
        }
        if (!group.entries.empty())
            m_dossier.groups.push_back(std::move(group));
    }

    void addContests()
    {
        for (const NodeId id : m_events) {
            for (const Contest& contest : contestsOf(shown(), m_base.store, id)) {
                DossierContest& shownContest = m_dossier.contests.emplace_back();
                shownContest.event = shown().node(id)->name;
                shownContest.about = wordsOf(contest.about);
                for (const Side& side : contest.sides)
                    shownContest.sides.push_back({side.says, m_citing.claimsOf(side.claims)});
            }
        }
    }

    void addHead()
    {
        const std::set<ClaimId> claims(m_claims.begin(), m_claims.end());
        const std::vector<ClaimId> once(claims.begin(), claims.end());
        m_dossier.summary =
            fmt::format("{} claim{}; {}", once.size(), once.size() == 1 ? "" : "s",
                        wordsOf(independentSources(m_base.store, m_base.copies, once)));
        if (const Node* node = onlyNode()) {
            m_dossier.title = node->name;
            m_dossier.kind = node->kind == NodeKind::Event
                                 ? m_base.ontology.event(node->type).label
                                 : m_base.ontology.entity(node->type).label;
            m_dossier.facts = factsOf(m_base, shown(), *node);
            return;
        }
        m_dossier.title = m_request.title;
        m_dossier.kind = fmt::format("{} actors, meetings and other nodes", m_request.nodes.size());
    }

    void addData()
    {
        std::optional<Edtf> last;
        for (const CitedArticle& article : m_dossier.citations.articles) {
            const auto& date = article.published;
            if (date && date->latest && (!last || *last->latest < *date->latest))
                last = date;
        }
        m_dossier.data = fmt::format(
            "{} SHA-256 of the articles and all that is claimed in them: {}.",
            last ? fmt::format("The latest article cited here is of {}.", wordsOf(*last))
                 : std::string("No article cited here has a date."),
            dataHashOf(m_base.store, m_base.ontology, m_base.events));
    }

    const CitingBase& m_base;
    const DossierRequest& m_request;
    Citing m_citing;
    Dossier m_dossier;
    std::vector<ClaimId> m_claims; ///< All that is cited but for the contests, which say it again.
    std::vector<NodeId> m_events;  ///< In the order in which they are shown.
};

} // namespace

Dossier dossierOf(const CitingBase& base, const DossierRequest& request)
{
    return DossierMaker(base, request).run();
}

const char* gradesInWords()
{
    return "Grades are by the Admiralty code: a letter for the source, from A, completely "
           "reliable, to E, unreliable, F where that cannot be judged and – where nobody has "
           "graded it; a number for what it says, from 1, confirmed, to 5, improbable, and 6 where "
           "no second source says so and nobody has graded it.";
}

std::string lineOf(const DossierEntry& entry, const Citation& citation)
{
    std::vector<std::string> parts;
    const Grade& grade = citation.strength.grade;
    for (const std::string& part : {entry.part, citation.sources,
                                    grade.isEmpty() ? std::string() : "grade " + nameOf(grade)}) {
        if (!part.empty())
            parts.push_back(part);
    }
    return fmt::format("{}", fmt::join(parts, " · "));
}

Reach aroundOf(const KnowledgeGraph& graph, NodeId node, bool isActors)
{
    const bool isNear = isActors || graph.node(node)->kind == NodeKind::Event;
    return egoNetwork(graph, node, isNear ? 1 : 2, nodesOnAPage);
}

} // namespace entente
