// SPDX-License-Identifier: Apache-2.0
#include "graph/citing/dossierpath.h"

#include "graph/citing/dossierparts.h"
#include "graph/model/graph.h"
#include "graph/query/weakest.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace entente
{

namespace
{

/// Chains that fork have steps in common.
std::vector<const Hop*> hopsOf(const DossierPath& path)
{
    std::vector<const Hop*> hops;
    for (int step = 0; step < path.paths.hops; ++step) {
        for (const Chain& chain : path.paths.chains) {
            if (step >= static_cast<int>(chain.size()))
                continue;
            const Hop& hop = chain.at(static_cast<std::size_t>(step));
            const auto isSame = [&](const Hop* other) {
                return other->from == hop.from && other->to == hop.to;
            };
            if (std::ranges::none_of(hops, isSame))
                hops.push_back(&hop);
        }
    }
    return hops;
}

std::string namesOf(const KnowledgeGraph& shown, const Chain& chain)
{
    std::string names = shown.node(chain.front().from)->name;
    for (const Hop& hop : chain)
        names += " – " + shown.node(hop.to)->name;
    return names;
}

std::string counted(std::int64_t count, std::string_view what)
{
    return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

std::string overWords(const PathRequest& request)
{
    if (request.modalities.empty())
        return "over all meetings, also those that did not happen";
    if (request.modalities == std::set<std::optional<Modality>>{Modality::Happened})
        return "over meetings that happened";
    std::string words;
    for (const std::optional<Modality> modality : request.modalities)
        words += fmt::format("{}{}", words.empty() ? "over meetings: " : " or ", wordsOf(modality));
    return words;
}

bool hasRelations(const Paths& paths)
{
    return std::ranges::any_of(paths.chains, [](const Chain& chain) {
        return std::ranges::any_of(chain, [](const Hop& hop) { return !hop.relations.empty(); });
    });
}

} // namespace

std::vector<DossierGroup> stepsOf(const CitingBase& base, const KnowledgeGraph& shown,
                                  const DossierPath& path, Citing& citing,
                                  std::vector<NodeId>& events, std::vector<ClaimId>& claims)
{
    std::vector<DossierGroup> groups;
    const auto cite = [&](const Citable& thing) {
        std::ranges::copy(thing.claims, std::back_inserter(claims));
        return citing.cite(thing);
    };
    for (const Hop* hop : hopsOf(path)) {
        DossierGroup group;
        group.heading =
            fmt::format("{} – {}", shown.node(hop->from)->name, shown.node(hop->to)->name);
        group.isOfNames = true;
        for (const HopMeeting& meeting : hop->meetings) {
            DossierPart part;
            part.take(meeting);
            const Node& event = *shown.node(meeting.event);
            const Citable thing = citableOf(base, shown, event, part);
            std::string words(surenessWords(thing.modality, thing.isContested));
            if (std::string roles = wordsOf(shown, part, false); !roles.empty())
                words += " · " + roles;
            if (std::ranges::find(events, event.id) == events.end())
                events.push_back(event.id);
            group.entries.push_back({event.name, std::move(words), cite(thing)});
        }
        for (const EdgeId relation : hop->relations) {
            const Citable thing = citableOf(base, shown, relation);
            group.entries.push_back({thing.about, {}, cite(thing)});
        }
        if (!group.entries.empty())
            groups.push_back(std::move(group));
    }
    return groups;
}

std::vector<DossierFact> chainsOf(const CitingBase& base, const KnowledgeGraph& shown,
                                  const DossierPath& path)
{
    std::vector<DossierFact> facts;
    for (const Chain& chain : path.paths.chains) {
        const std::string label = path.paths.chains.size() == 1
                                      ? std::string("Chain")
                                      : fmt::format("Chain {}", facts.size() + 1);
        facts.push_back(
            {label,
             {{namesOf(shown, chain), {}, true},
              {"Weakest on the way: " + wordsOf(weakestOn(shown, base.store, base.copies, chain)),
               {},
               false,
               true}}});
    }
    const auto more = path.paths.inAll - static_cast<std::int64_t>(path.paths.chains.size());
    if (more > 0)
        facts.push_back({"Not shown", {{counted(more, "more chain") + " as short", {}, false}}});
    return facts;
}

std::string wordsOf(const DossierPath& path)
{
    return fmt::format("{} of {}, {}{}", counted(path.paths.inAll, "shortest chain"),
                       counted(path.paths.hops, "step"), overWords(path.request),
                       hasRelations(path.paths) ? ", and relations" : "");
}

} // namespace entente
