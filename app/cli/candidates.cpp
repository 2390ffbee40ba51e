// SPDX-License-Identifier: Apache-2.0
#include "app/cli/candidates.h"

#include "app/cli/input.h"
#include "graph/query/find.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <memory>
#include <ostream>

namespace entente
{

namespace
{

using Json = nlohmann::ordered_json;

void listAll(const std::string& command, const std::vector<Candidate>& candidates,
             const Arguments& arguments, const Streams& streams)
{
    if (arguments.has("json")) {
        Json document = Json::object();
        document["candidates"] = Json::array();
        for (const Candidate& candidate : candidates)
            document["candidates"].push_back(headOf(candidate));
        print(document, streams.out);
    }
    notDone(streams, command,
            fmt::format("“{}” can be {} things; name one of them in full, or by its id",
                        arguments.operand, candidates.size()));
    for (const Candidate& candidate : candidates) {
        streams.err << "  " << candidate.idText() << "  " << plain(candidate.name) << " ("
                    << plain(candidate.type) << ')';
        if (!candidate.because.empty())
            streams.err << ", also called “" << plain(candidate.because) << "”";
        streams.err << '\n';
    }
}

/// ". Did you mean “Choe Son-hui”?"; empty: nobody is called nearly so.
std::string suggestionFor(const std::string& name, const Store& store, const KnowledgeGraph& events)
{
    constexpr std::size_t namesAtMost = 3;
    // It is held by neither: both end here.
    const std::shared_ptr<const KnowledgeGraph> shared(&events, [](const auto*) {});
    std::vector<std::string> names;
    for (const Hit& hit : Finder(store, shared, nullptr).find(name)) {
        const bool isByName = hit.by <= FoundBy::Resembling;
        if (isByName && std::holds_alternative<NodeId>(hit.id) && names.size() < namesAtMost)
            names.push_back(fmt::format("“{}”", hit.name));
    }
    return names.empty() ? std::string()
                         : fmt::format(". Did you mean {}?", fmt::join(names, " or "));
}

} // namespace

Json headOf(const Candidate& candidate)
{
    return {{"id", candidate.idText()},
            {"kind", std::holds_alternative<NodeId>(candidate.id) ? "node" : "edge"},
            {"type", candidate.type},
            {"name", candidate.name}};
}

void print(const Json& document, std::ostream& stream)
{
    stream << document.dump(1, ' ', false, Json::error_handler_t::replace) << '\n';
}

std::optional<Candidate> meantBy(const std::string& command, const Arguments& arguments,
                                 const Store& store, const KnowledgeGraph& events,
                                 const KnowledgeGraph& actors, const Streams& streams)
{
    std::vector<Candidate> candidates = lookUp(arguments.operand, events, actors);
    if (candidates.size() == 1)
        return std::move(candidates.front());
    if (candidates.empty())
        notDone(streams, command,
                fmt::format("nothing here is called “{}”{}", arguments.operand,
                            suggestionFor(arguments.operand, store, events)));
    else
        listAll(command, candidates, arguments, streams);
    return std::nullopt;
}

} // namespace entente
