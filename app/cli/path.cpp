// SPDX-License-Identifier: Apache-2.0
#include "graph/query/path.h"
#include "app/cli/candidates.h"
#include "app/cli/commands.h"
#include "app/cli/input.h"
#include "app/cli/modalities.h"
#include "graph/model/store.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <ostream>

namespace entente
{

namespace
{

using Json = nlohmann::ordered_json;

constexpr int chainsAtMost = 1000;

struct Base
{
    const Corpus& corpus;
    const KnowledgeGraph& events;
};

/// Of all that a step rests on, the claim that commits its source farthest: one is enough.
const Claim* surestClaim(const Base& base, const Hop& hop)
{
    const Claim* surest = nullptr;
    const auto strength = [](const Claim& claim) {
        return claim.factuality ? strengthOf(*claim.factuality) : -1;
    };
    const auto look = [&](EdgeId id) {
        for (const ClaimId claimId : base.events.edge(id)->claims) {
            const Claim* claim = base.corpus.store.claim(claimId);
            if (claim && (!surest || strength(*claim) > strength(*surest)))
                surest = claim;
        }
    };
    if (!hop.meetings.empty())
        std::ranges::for_each(hop.meetings.front().roles, look);
    else
        std::ranges::for_each(hop.relations, look);
    return surest;
}

/// A step is as sure as its surest meeting; the chain, as its least sure step.
std::string weakestOn(const Base& base, const Chain& chain)
{
    std::optional<Modality> modality = Modality::Happened;
    bool hasMeeting = false;
    const Claim* weakest = nullptr;
    for (const Hop& hop : chain) {
        if (!hop.meetings.empty()) {
            const std::optional<Modality> surest = hop.meetings.front().modality;
            modality =
                modality && surest ? std::optional(std::max(*modality, *surest)) : std::nullopt;
            hasMeeting = true;
        }
        const Claim* claim = surestClaim(base, hop);
        const auto strength = [](const Claim* one) {
            return one && one->factuality ? strengthOf(*one->factuality) : -1;
        };
        if (!weakest || strength(claim) < strength(weakest))
            weakest = claim;
    }
    std::string words = hasMeeting ? std::string(wordsOf(modality)) : "relations alone";
    if (weakest)
        words +=
            fmt::format(", {}", weakest->factuality ? wordsOf(*weakest->factuality)
                                                    : "with nothing said of how certain it is");
    return words;
}

const Quote* quoteOf(const Base& base, const std::vector<EdgeId>& edges, const Claim*& of)
{
    for (const EdgeId id : edges) {
        for (const ClaimId claimId : base.events.edge(id)->claims) {
            of = base.corpus.store.claim(claimId);
            if (of && !of->quotes.empty())
                return &of->quotes.front();
        }
    }
    return nullptr;
}

void printQuote(const Base& base, const std::vector<EdgeId>& edges, std::ostream& stream)
{
    const Claim* claim = nullptr;
    if (const Quote* quote = quoteOf(base, edges, claim))
        stream << "        “" << plain(quote->text) << "” ["
               << plain(base.corpus.store.article(claim->article)->name) << "]\n";
}

void printHop(const Base& base, const Hop& hop, std::ostream& stream)
{
    stream << "  " << plain(base.events.node(hop.from)->name) << " — "
           << plain(base.events.node(hop.to)->name) << '\n';
    for (const HopMeeting& meeting : hop.meetings) {
        stream << "    " << plain(base.events.node(meeting.event)->name) << " ("
               << wordsOf(meeting.modality) << ")\n";
        printQuote(base, meeting.roles, stream);
    }
    for (const EdgeId id : hop.relations) {
        const Edge& relation = *base.events.edge(id);
        stream << "    " << plain(base.events.node(base.events.source(id))->name) << ' '
               << plain(relation.label) << ' '
               << plain(base.events.node(base.events.target(id))->name) << '\n';
        printQuote(base, {id}, stream);
    }
}

Json jsonOf(const Base& base, const Hop& hop)
{
    const auto node = [&](NodeId id) {
        return Json{{"id", id.text()}, {"name", base.events.node(id)->name}};
    };
    const auto claims = [&](const std::vector<EdgeId>& edges) {
        Json all = Json::array();
        for (const EdgeId id : edges) {
            for (const ClaimId claim : base.events.edge(id)->claims)
                all.push_back(claim.text());
        }
        return all;
    };
    Json json = {{"from", node(hop.from)}, {"to", node(hop.to)}};
    json["meetings"] = Json::array();
    for (const HopMeeting& meeting : hop.meetings) {
        Json one = node(meeting.event);
        one["modality"] = meeting.modality ? Json(nameOf(*meeting.modality)) : Json();
        one["claims"] = claims(meeting.roles);
        json["meetings"].push_back(std::move(one));
    }
    json["relations"] = Json::array();
    for (const EdgeId id : hop.relations)
        json["relations"].push_back({{"id", id.text()},
                                     {"type", base.events.edge(id)->type},
                                     {"label", base.events.edge(id)->label},
                                     {"claims", claims({id})}});
    return json;
}

Json documentOf(const Base& base, const PathRequest& request, const Paths& paths)
{
    Json document = {{"from", request.from.text()}, {"to", request.to.text()}};
    document["over"] = wordsOf(request.modalities);
    document["hops"] = paths.hops;
    document["count"] = paths.inAll;
    document["chains"] = Json::array();
    for (const Chain& chain : paths.chains) {
        Json hops = Json::array();
        for (const Hop& hop : chain)
            hops.push_back(jsonOf(base, hop));
        document["chains"].push_back({{"weakest", weakestOn(base, chain)}, {"hops", hops}});
    }
    return document;
}

void printText(const Base& base, const PathRequest& request, const Paths& paths,
               std::ostream& stream)
{
    const std::string ends = fmt::format("{} and {}", plain(base.events.node(request.from)->name),
                                         plain(base.events.node(request.to)->name));
    const std::string over = wordsOf(request.modalities);
    if (paths.chains.empty()) {
        stream << "No chain of meetings leads from one to the other of " << ends << " (" << over
               << ").\n";
        return;
    }
    stream << fmt::format("Between {}: {} of {} ({})\n", ends,
                          counted(static_cast<std::size_t>(paths.inAll), "shortest chain"),
                          counted(static_cast<std::size_t>(paths.hops), "step"), over);
    int number = 0;
    for (const Chain& chain : paths.chains) {
        stream << fmt::format("\n{}. Its weakest step: {}\n", ++number, weakestOn(base, chain));
        for (const Hop& hop : chain)
            printHop(base, hop, stream);
    }
    if (const auto more = paths.inAll - static_cast<std::int64_t>(paths.chains.size()); more > 0)
        stream << fmt::format("\n… and {} more; --limit shows them.\n", more);
}

/// @returns nothing, after saying why.
std::optional<NodeId> actorNamed(const Arguments& arguments, const std::string& option,
                                 const Store& store, const KnowledgeGraph& events,
                                 const KnowledgeGraph& actors, const Streams& streams)
{
    Arguments asked = arguments;
    asked.operand = arguments.value(option);
    const std::optional<Candidate> candidate =
        meantBy("path", asked, store, events, actors, streams);
    if (!candidate)
        return std::nullopt;
    const auto* node = std::get_if<NodeId>(&candidate->id);
    if (node != nullptr && actors.node(*node) != nullptr)
        return *node;
    notDone(streams, "path",
            fmt::format("“{}” is no actor, and chains lead from actor to actor", candidate->name));
    return std::nullopt;
}

Exit path(const Arguments& arguments, const Streams& streams)
{
    if (!arguments.has("from") || !arguments.has("to"))
        return wrongUsage(streams, "path",
                          "--from and --to name the two whose chains are looked for");
    const std::optional<int> limit = numberOf(arguments, "limit", 20, chainsAtMost);
    if (!limit)
        return wrongUsage(streams, "path",
                          fmt::format("--limit takes a number from 1 to {}", chainsAtMost));
    const auto modalities = modalitiesFrom(arguments);
    if (!modalities)
        return wrongUsage(streams, "path", modalities.error());
    const std::optional<Corpus> corpus = readAndReport("path", arguments, streams);
    if (!corpus)
        return Exit::NotDone;
    const KnowledgeGraph events = foldFor(*corpus, arguments);
    const KnowledgeGraph actors = actorsProjection(events, corpus->ontology);
    const auto from = actorNamed(arguments, "from", corpus->store, events, actors, streams);
    const auto to =
        from ? actorNamed(arguments, "to", corpus->store, events, actors, streams) : std::nullopt;
    if (!from || !to)
        return Exit::NotDone;
    if (*from == *to)
        return notDone(streams, "path", "--from and --to name the same");
    const PathRequest request{.from = *from,
                              .to = *to,
                              .modalities = *modalities,
                              .relations = !arguments.has("meetings-only"),
                              .chainsAtMost = static_cast<std::size_t>(*limit)};
    const Paths paths = shortestPaths(events, actors, corpus->ontology, request);
    if (arguments.has("json"))
        print(documentOf({*corpus, events}, request, paths), streams.out);
    else
        printText({*corpus, events}, request, paths, streams.out);
    return Exit::Done;
}

} // namespace

Command pathCommand()
{
    return {
        "path",
        "Shows by which meetings two actors are connected.",
        "",
        withModalities({jsonOption(),
                        identityOption(),
                        {"from", "NAME", "the actor that chains begin with", {}, ""},
                        {"to", "NAME", "the actor that they lead to", {}, ""},
                        {"meetings-only", "", "leaves out steps by what one represents", {}, ""},
                        {"limit", "N", "how many chains are shown; 20 unless given", {}, ""}}),
        "All shortest chains of actors of whom each met the next, by default only at\n"
        "meetings that happened; each step with its meetings, the words they rest on, and\n"
        "the relations between the two. A chain is as sure as its weakest step, and a step\n"
        "as its surest meeting.",
        path,
    };
}

} // namespace entente
