// SPDX-License-Identifier: Apache-2.0
#include "graph/query/path.h"
#include "app/cli/candidates.h"
#include "app/cli/commands.h"
#include "app/cli/input.h"
#include "app/cli/modalities.h"
#include "graph/model/store.h"
#include "graph/query/copies.h"
#include "graph/query/weakest.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <ostream>
#include <set>

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
    const Copies& copies;
};

std::string weakestOn(const Base& base, const Chain& chain)
{
    return wordsOf(weakestOn(base.events, base.corpus.store, base.copies, chain));
}

void printQuote(const Base& base, const std::vector<EdgeId>& edges,
                std::optional<Modality> modality, std::ostream& stream)
{
    if (const Claim* claim = quotedFor(base.events, base.corpus.store, edges, modality))
        stream << "        “" << plain(claim->quotes.front().text) << "” ["
               << plain(base.corpus.store.article(claim->article)->name) << "]\n";
}

void printHop(const Base& base, const Hop& hop, std::ostream& stream)
{
    stream << "  " << plain(base.events.node(hop.from)->name) << " — "
           << plain(base.events.node(hop.to)->name) << '\n';
    for (const HopMeeting& meeting : hop.meetings) {
        stream << "    " << plain(base.events.node(meeting.event)->name) << " ("
               << wordsOf(meeting.modality) << ")\n";
        printQuote(base, meeting.roles, meeting.modality, stream);
    }
    for (const EdgeId id : hop.relations) {
        const Edge& relation = *base.events.edge(id);
        stream << "    " << plain(base.events.node(base.events.source(id))->name) << ' '
               << plain(relation.label) << ' '
               << plain(base.events.node(base.events.target(id))->name) << '\n';
        printQuote(base, {id}, {}, stream);
    }
}

Json jsonOf(const Base& base, const Hop& hop)
{
    const auto node = [&](NodeId id) {
        return Json{{"id", id.text()}, {"name", base.events.node(id)->name}};
    };
    const auto claims = [&](const std::vector<EdgeId>& edges) {
        Json all = Json::array();
        std::set<ClaimId> seen; // One claim says who both were.
        for (const EdgeId id : edges) {
            for (const ClaimId claim : base.events.edge(id)->claims) {
                if (seen.insert(claim).second)
                    all.push_back(claim.text());
            }
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
    const Copies copies = Copies::among(corpus->store);
    if (arguments.has("json"))
        print(documentOf({*corpus, events, copies}, request, paths), streams.out);
    else
        printText({*corpus, events, copies}, request, paths, streams.out);
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
