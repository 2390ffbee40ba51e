// SPDX-License-Identifier: Apache-2.0
#include "ui/workspace/glancejson.h"

#include "graph/base/jsontext.h"

#include <nlohmann/json.hpp>

namespace entente
{

using Json = nlohmann::ordered_json;

Json jsonOf(const Wanted& wanted)
{
    Json nodes = Json::array();
    for (const NodeId node : wanted.nodes)
        nodes.push_back(node.text());
    return {{"nodes", std::move(nodes)}, {"reason", wanted.reason}, {"all", wanted.isAll}};
}

/// Throws nlohmann::json::exception when it is none.
Wanted wantedFrom(const Json& json)
{
    Wanted wanted;
    for (const Json& node : json.at("nodes")) {
        if (const std::optional<Uuid> uuid = Uuid::parse(node.get<std::string>()))
            wanted.nodes.emplace_back(*uuid);
    }
    wanted.reason = json.at("reason").get<std::string>();
    wanted.isAll = json.at("all").get<bool>();
    return wanted;
}

std::string stateOf(const Glance& glance)
{
    Json json = {{"view", glance.view == View::Events ? "events" : "actors"}};
    json["shown"] = jsonOf(Wanted{glance.nodes, glance.reason, glance.isAll});
    if (!glance.filter.isEmpty())
        json["filter"] = jsonOf(glance.filter);
    if (glance.unfiltered)
        json["unfiltered"] = jsonOf(*glance.unfiltered);
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Expected<Glance, std::string> glanceFrom(const std::string& state)
{
    const auto json = parsedJson(state);
    if (!json)
        return Unexpected{json.error()};
    try {
        Glance glance;
        glance.view = json->at("view") == "actors" ? View::Actors : View::Events;
        Wanted shown = wantedFrom(json->at("shown"));
        glance.nodes = std::move(shown.nodes);
        glance.reason = std::move(shown.reason);
        glance.isAll = shown.isAll;
        if (const auto filter = json->find("filter"); filter != json->end()) {
            Expected<Filter, std::string> read = filterFrom(*filter);
            if (!read)
                return Unexpected{read.error()};
            glance.filter = *std::move(read);
        }
        if (const auto unfiltered = json->find("unfiltered"); unfiltered != json->end())
            glance.unfiltered = wantedFrom(*unfiltered);
        return glance;
    } catch (const Json::exception&) {
        return Unexpected{std::string("it was written by another program, or is damaged")};
    }
}

} // namespace entente
