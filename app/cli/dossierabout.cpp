// SPDX-License-Identifier: Apache-2.0
#include "app/cli/dossierabout.h"

#include "app/cli/candidates.h"
#include "app/cli/input.h"

#include <fmt/format.h>

#include <array>
#include <iterator>
#include <utility>

namespace entente
{

namespace
{

constexpr int chainsAtMost = 1000;
constexpr int chainsUsually = 20;
constexpr auto onlyOfPaths = std::to_array<const char*>({"all-meetings", "meetings-only", "limit"});

std::optional<Candidate> named(const std::string& name, const Corpus& corpus,
                               const FilteredGraph& graph, const KnowledgeGraph& actors,
                               const Arguments& arguments, const Streams& streams)
{
    Arguments asked = arguments;
    asked.operand = name;
    return meantBy("dossier", asked, corpus.store, graph.all, actors, streams);
}

/// @returns whether it could be; else says why not.
bool isLeft(const Candidate& candidate, const FilteredGraph& graph,
            const KnowledgeGraph& actorsLeft, const Streams& streams)
{
    const auto* node = std::get_if<NodeId>(&candidate.id);
    const auto* edge = std::get_if<EdgeId>(&candidate.id);
    const bool isThere = node != nullptr ? graph.events().node(*node) != nullptr
                                         : graph.events().edge(*edge) != nullptr ||
                                               actorsLeft.edge(*edge) != nullptr;
    if (!isThere)
        notDone(streams, "dossier",
                fmt::format("“{}” is left out by the filters ({})", candidate.name, graph.words));
    return isThere;
}

std::optional<DossierSubject> namedSubject(const Corpus& corpus, const FilteredGraph& graph,
                                           const KnowledgeGraph& actorsLeft,
                                           const Arguments& arguments, const Streams& streams)
{
    const KnowledgeGraph actors = actorsProjection(graph.all, corpus.ontology);
    std::set<NodeId> nodes;
    std::set<EdgeId> edges;
    for (const std::string& name : arguments.values("of")) {
        const auto candidate = named(name, corpus, graph, actors, arguments, streams);
        if (!candidate || !isLeft(*candidate, graph, actorsLeft, streams))
            return std::nullopt;
        if (const auto* node = std::get_if<NodeId>(&candidate->id))
            nodes.insert(*node);
        else
            edges.insert(std::get<EdgeId>(candidate->id));
    }
    return subjectOf(graph.events(), &actorsLeft, corpus.ontology, nodes, edges);
}

/// @returns nothing, after saying why.
std::optional<NodeId> endOf(const std::string& option, const Corpus& corpus,
                            const FilteredGraph& graph, const KnowledgeGraph& actorsLeft,
                            const Arguments& arguments, const Streams& streams)
{
    const KnowledgeGraph actors = actorsProjection(graph.all, corpus.ontology);
    const auto candidate =
        named(arguments.value(option), corpus, graph, actors, arguments, streams);
    if (!candidate || !isLeft(*candidate, graph, actorsLeft, streams))
        return std::nullopt;
    const auto* node = std::get_if<NodeId>(&candidate->id);
    if (node != nullptr && actorsLeft.node(*node) != nullptr)
        return *node;
    notDone(streams, "dossier",
            fmt::format("“{}” is no actor, and paths lead from actor to actor", candidate->name));
    return std::nullopt;
}

std::optional<DossierSubject> pathSubject(const Corpus& corpus, const FilteredGraph& graph,
                                          const KnowledgeGraph& actorsLeft,
                                          const Arguments& arguments, const Streams& streams)
{
    const auto from = endOf("path-from", corpus, graph, actorsLeft, arguments, streams);
    const auto to =
        from ? endOf("path-to", corpus, graph, actorsLeft, arguments, streams) : std::nullopt;
    if (!from || !to)
        return std::nullopt;
    PathRequest request{.from = *from, .to = *to, .relations = !arguments.has("meetings-only")};
    request.chainsAtMost = static_cast<std::size_t>(
        numberOf(arguments, "limit", chainsUsually, chainsAtMost).value_or(chainsUsually));
    if (arguments.has("all-meetings"))
        request.modalities.clear();
    Paths paths = shortestPaths(graph.events(), actorsLeft, corpus.ontology, request);
    if (paths.chains.empty()) {
        notDone(streams, "dossier",
                fmt::format("no chain of meetings{} leads from “{}” to “{}”{}",
                            arguments.has("all-meetings") ? "" : " that happened",
                            arguments.value("path-from"), arguments.value("path-to"),
                            arguments.has("all-meetings") ? ""
                                                          : "; --all-meetings counts all of them"));
        return std::nullopt;
    }
    DossierSubject subject;
    subject.path = DossierPath{request, std::move(paths)};
    return subject;
}

} // namespace

std::vector<Option> withSubjects(std::vector<Option> options)
{
    std::vector<Option> all{
        {"of",
         "NAME",
         "whom or what it is about: an actor, a meeting, an edge as \"A — B\"; given again, that "
         "too; if not given, all the filters leave",
         {},
         ""},
        {"path-from", "NAME", "it is about how this actor is connected …", {}, ""},
        {"path-to", "NAME", "… with this one", {}, ""},
        {"all-meetings", "", "a path leads over meetings that did not happen, too", {}, ""},
        {"meetings-only", "", "a path leads over no offices and other relations", {}, ""},
        {"limit", "N", "how many of the shortest chains; 20 if not given", {}, ""}};
    std::ranges::move(options, std::back_inserter(all));
    return all;
}

std::string complaintOfSubjects(const Arguments& arguments)
{
    if (arguments.has("path-from") != arguments.has("path-to"))
        return "a path has two ends: --path-from and --path-to name them";
    if (arguments.has("path-from") && arguments.has("of"))
        return "--of and --path-from both say what it is about; one is enough";
    for (const char* option : onlyOfPaths) {
        if (arguments.has(option) && !arguments.has("path-from"))
            return fmt::format("--{} goes with --path-from and --path-to", option);
    }
    if (arguments.has("path-from") && arguments.value("path-from") == arguments.value("path-to"))
        return "--path-from and --path-to name the same";
    if (!numberOf(arguments, "limit", chainsUsually, chainsAtMost))
        return fmt::format("--limit takes a number from 1 to {}", chainsAtMost);
    return {};
}

std::optional<DossierSubject> subjectFrom(const Corpus& corpus, const FilteredGraph& graph,
                                          const Arguments& arguments, const Streams& streams)
{
    if (!arguments.has("of") && !arguments.has("path-from")) {
        const std::vector<NodeId> all = graph.events().nodes();
        DossierSubject subject;
        subject.nodes.insert(all.begin(), all.end());
        return subject;
    }
    const KnowledgeGraph actorsLeft = actorsProjection(graph.events(), corpus.ontology);
    if (arguments.has("path-from"))
        return pathSubject(corpus, graph, actorsLeft, arguments, streams);
    return namedSubject(corpus, graph, actorsLeft, arguments, streams);
}

} // namespace entente
