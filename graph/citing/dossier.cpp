// SPDX-License-Identifier: Apache-2.0
#include "graph/citing/dossier.h"

#include "graph/citing/datahash.h"
#include "graph/citing/dossierfacts.h"
#include "graph/citing/dossierparts.h"
#include "graph/citing/dossierpath.h"
#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "graph/ontology/ontology.h"
#include "graph/query/contested.h"
#include "graph/query/sources.h"
#include "graph/query/timeline.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
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

class DossierMaker
{
public:
    DossierMaker(const CitingBase& base, const DossierRequest& request)
        : m_base(base)
        , m_request(request)
        , m_about(request.about)
        , m_citing(base)
    {
    }

    Dossier run()
    {
        m_dossier.filters = m_request.filters;
        m_dossier.picture = m_request.picture;
        if (m_about.path)
            addSteps(*m_about.path);
        else if (const std::optional<Citable> only = onlyEventOrRole())
            addClaims(*only);
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
    bool isIn(NodeId id) const { return m_about.nodes.contains(id); }
    const Node* onlyNode() const
    {
        const bool isOne = m_about.size() == 1 && m_about.nodes.size() == 1;
        return isOne ? shown().node(*m_about.nodes.begin()) : nullptr;
    }
    const Edge* onlyRole() const
    {
        if (m_about.size() != 1 || m_about.edges.size() != 1)
            return nullptr;
        const Edge* edge = shown().edge(*m_about.edges.begin());
        return edge != nullptr && edge->kind == EdgeKind::Role ? edge : nullptr;
    }
    /// Of which the claims are told apart, rather than what they add up to.
    std::optional<Citable> onlyEventOrRole()
    {
        const Node* event = onlyNode();
        DossierPart part;
        if (const Edge* role = onlyRole()) {
            event = shown().node(shown().source(role->id));
            part.take(*role);
        }
        if (event == nullptr || event->kind != NodeKind::Event)
            return std::nullopt;
        m_events.push_back(event->id);
        return citableOf(m_base, shown(), *event, part);
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

    /// Each under what it says itself.
    void addClaims(const Citable& thing)
    {
        std::array<std::vector<ClaimId>, allModalities.size() + 1> claims;
        for (const ClaimId id : thing.claims)
            claims.at(placeOf(saidBy(m_base.store, id))).push_back(id);
        const std::vector<ClaimId>& gradedBy =
            thing.gradedBy.empty() ? thing.claims : thing.gradedBy;
        Groups groups = emptyGroups();
        for (std::size_t i = 0; i < claims.size(); ++i) {
            const auto modality =
                i < allModalities.size() ? std::optional(allModalities.at(i)) : std::nullopt;
            if (!claims.at(i).empty())
                groups.at(i).entries.push_back(
                    {{},
                     {},
                     cite({thing.about, std::move(claims.at(i)), modality, true, gradedBy})});
        }
        add(std::move(groups));
    }

    void addSteps(const DossierPath& path)
    {
        m_dossier.groups = stepsOf(m_base, shown(), path, m_citing, m_events, m_claims);
        m_dossier.facts = chainsOf(m_base, shown(), path);
    }

    void addMeetings()
    {
        const std::map<NodeId, DossierPart> parts = partsOf(shown(), m_about);
        Timeline timeline = timelineOf(shown(), m_base.store);
        timeline.events.insert(timeline.events.end(), timeline.undatedEvents.begin(),
                               timeline.undatedEvents.end());
        std::erase_if(timeline.events, [&](NodeId id) { return !parts.contains(id); });
        std::array<std::vector<std::pair<NodeId, Citable>>, allModalities.size() + 1> things;
        for (const NodeId id : timeline.events) {
            // An event that is asked for itself has all its own, whoever else is asked for.
            Citable thing = citableOf(m_base, shown(), *shown().node(id),
                                      isIn(id) ? DossierPart() : parts.at(id));
            things.at(placeOf(thing.modality)).emplace_back(id, std::move(thing));
        }
        // Numbered as they are shown, group by group.
        Groups groups = emptyGroups();
        for (std::size_t i = 0; i < things.size(); ++i) {
            for (const auto& [id, thing] : things.at(i)) {
                m_events.push_back(id);
                groups.at(i).entries.push_back(
                    {thing.about, wordsOf(shown(), parts.at(id), onlyNode() != nullptr),
                     cite(thing)});
            }
        }
        add(std::move(groups));
    }

    /// Of a path they stand among its steps.
    bool isRelationAsked(EdgeId id) const
    {
        const auto isOfTie = [&](const Hop& tie) {
            return std::ranges::find(tie.relations, id) != tie.relations.end();
        };
        return isIn(shown().source(id)) || isIn(shown().target(id)) || m_about.edges.contains(id) ||
               std::ranges::any_of(m_about.ties, isOfTie);
    }

    void addRelations()
    {
        DossierGroup group{.heading = "Relations", .remark = {}, .entries = {}};
        for (const EdgeId id : shown().edges()) {
            if (shown().edge(id)->kind == EdgeKind::Relation && isRelationAsked(id)) {
                const Citable thing = citableOf(m_base, shown(), id);
                group.entries.push_back({thing.about, {}, cite(thing)});
            }
        }
        if (!group.entries.empty())
            m_dossier.groups.push_back(std::move(group));
    }

    void addPositions()
    {
        DossierGroup group{.heading = "Offices", .remark = {}, .entries = {}};
        for (const NodeId id : m_about.nodes) {
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
        const std::string own = titleOf(shown(), m_about);
        m_dossier.title = own.empty() ? m_request.title : own;
        m_dossier.kind = kind();
        if (m_about.path)
            m_dossier.summary = fmt::format("{}; {}", wordsOf(*m_about.path), m_dossier.summary);
        else if (const Node* node = onlyNode())
            m_dossier.facts = factsOf(m_base, shown(), *node);
        else if (const Edge* role = onlyRole())
            m_dossier.facts = factsOf(m_base, shown(), *shown().node(shown().source(role->id)));
    }

    std::string kind() const
    {
        if (m_about.path)
            return "Path";
        if (const Node* node = onlyNode())
            return node->kind == NodeKind::Event ? m_base.ontology.event(node->type).label
                                                 : m_base.ontology.entity(node->type).label;
        const std::size_t edges = m_about.edges.size() + m_about.ties.size();
        if (m_about.nodes.empty() && edges == 1) {
            if (!m_about.ties.empty())
                return "Tie of two actors";
            return onlyRole() != nullptr ? "Part in a meeting" : "Relation";
        }
        std::string words;
        if (!m_about.nodes.empty())
            words = fmt::format("{} actors, meetings and other nodes", m_about.nodes.size());
        if (m_about.nodes.size() == 1)
            words = "1 actor or meeting";
        if (edges > 0)
            words += fmt::format("{}{} edge{}", words.empty() ? "" : " and ", edges,
                                 edges == 1 ? "" : "s");
        return words;
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
    const DossierSubject& m_about;
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
    for (const std::string& part :
         {entry.part, citation.sources,
          grade.isEmpty() ? std::string() : "grade\u00a0" + nameOf(grade)}) {
        if (!part.empty())
            parts.push_back(part);
    }
    return fmt::format("{}", fmt::join(parts, " · "));
}

} // namespace entente
