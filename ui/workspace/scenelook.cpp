// SPDX-License-Identifier: Apache-2.0
// How what is open was looked at, in words that a file can keep: what was shown, where it stood.
#include "graph/base/jsontext.h"
#include "graph/model/graph.h"
#include "ui/workspace/glancejson.h"
#include "ui/workspace/scenekeeper.h"
#include "ui/workspace/workspace.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace entente
{

namespace
{

using Json = nlohmann::ordered_json;

/// Above this the ways of edges are not kept: 2 MB of them would be written after every look. They
/// are drawn straight then, as they are after a drag.
constexpr std::size_t routesKept = 4000;

const char* nameOf(View view) { return view == View::Events ? "events" : "actors"; }

/// A hundredth of a pixel is seen by nobody, and half the length of the number.
double rounded(double number) { return std::round(number * 100) / 100; }

Json placesOf(const Scene& scene)
{
    Json axes = Json::object();
    for (const auto& [periodsAYear, places] : scene.stands) {
        Json& axis = axes[std::to_string(periodsAYear)] = Json::object();
        for (const NodeId node : scene.whole->nodes()) { // In an order that is always the same.
            if (const auto found = places.find(node); found != places.end())
                axis[node.text()] = {found->second.x, found->second.y};
        }
    }
    return axes;
}

Json routesOf(const Scene& scene, const Store& store)
{
    Json routes = Json::object();
    if (scene.shown.edges.size() > routesKept)
        return routes;
    const Arrangement arrangement = scene.arrangement(store);
    for (const EdgeId edge : scene.shown.edges) {
        const auto found = arrangement.routes.find(edge);
        if (found == arrangement.routes.end())
            continue;
        Json& route = routes[edge.text()] = Json::object();
        for (const Point& point : found->second.points) {
            route["points"].push_back(rounded(point.x));
            route["points"].push_back(rounded(point.y));
        }
        if (const std::optional<Point>& label = found->second.label)
            route["label"] = {rounded(label->x), rounded(label->y)};
    }
    return routes;
}

Point pointFrom(const Json& json) { return {json.at(0).get<double>(), json.at(1).get<double>()}; }

/// Throws nlohmann::json::exception, std::logic_error when it is none, as the next ones do.
void takePlaces(const Json& axes, Scene& scene)
{
    for (const auto& [periodsAYear, places] : axes.items()) {
        auto& stands = scene.stands[std::stoi(periodsAYear)];
        for (const auto& [node, point] : places.items()) {
            if (const std::optional<Uuid> uuid = Uuid::parse(node))
                stands.insert_or_assign(NodeId(*uuid), pointFrom(point));
        }
    }
}

std::unordered_map<EdgeId, Route> routesFrom(const Json& json)
{
    std::unordered_map<EdgeId, Route> routes;
    for (const auto& [edge, way] : json.items()) {
        Route route;
        const Json& points = way.at("points");
        for (std::size_t i = 0; i + 1 < points.size(); i += 2)
            route.points.push_back({points[i].get<double>(), points[i + 1].get<double>()});
        if (const auto label = way.find("label"); label != way.end())
            route.label = pointFrom(*label);
        const bool isChain = route.points.size() >= 4 && route.points.size() % 3 == 1;
        if (const std::optional<Uuid> uuid = Uuid::parse(edge); uuid && isChain)
            routes.emplace(EdgeId(*uuid), std::move(route));
    }
    return routes;
}

Json jsonOf(const Scene& scene, const Filter& filter, const Store& store)
{
    Json json = Json::object();
    if (scene.filter == filter) { // Else it is not what would be shown now.
        json["shown"] =
            entente::jsonOf(Wanted{scene.shown.nodes, scene.shown.reason, scene.shown.isAll()});
        if (scene.unfiltered)
            json["unfiltered"] = entente::jsonOf(*scene.unfiltered);
    }
    json["places"] = placesOf(scene);
    json["routes"] = routesOf(scene, store);
    return json;
}

Scene sceneFrom(const Json& json, View view, const Filter& filter, const Store& store)
{
    Scene scene;
    scene.view = view;
    takePlaces(json.at("places"), scene);
    if (const auto shown = json.find("shown"); shown != json.end()) {
        Wanted wanted = wantedFrom(*shown);
        Glance before{
            view,        std::move(wanted.nodes), std::move(wanted.reason), wanted.isAll, filter,
            std::nullopt};
        if (const auto unfiltered = json.find("unfiltered"); unfiltered != json.end())
            before.unfiltered = wantedFrom(*unfiltered);
        auto layout = std::make_shared<Arrangement>();
        layout->routes = routesFrom(json.at("routes"));
        for (const NodeId node : before.nodes) {
            if (const std::optional<Point> point = scene.standOf(node, store))
                layout->nodes.emplace(node, *point);
        }
        scene.layouts.push_back(std::move(layout));
        scene.before = std::move(before);
    }
    return scene;
}

} // namespace

std::string SceneKeeper::look() const
{
    const Scene& now = scene();
    if (now.graph == nullptr || now.shown.nodes.empty())
        return {};
    Json json = {{"view", nameOf(m_view)}};
    if (m_engine)
        json["engine"] = entente::nameOf(*m_engine);
    if (!now.filter.isEmpty())
        json["filter"] = entente::jsonOf(now.filter);
    for (const Scene& one : m_scenes) {
        if (one.graph != nullptr)
            json[nameOf(one.view)] = jsonOf(one, now.filter, m_workspace.store());
    }
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

void SceneKeeper::resume(const std::string& look)
{
    const auto json = parsedJson(look);
    if (!json)
        return;
    try {
        Filter filter;
        if (const auto kept = json->find("filter"); kept != json->end()) {
            const Expected<Filter, std::string> read = filterFrom(*kept);
            if (!read)
                return;
            filter = *read;
        }
        std::array<Scene, 2> scenes = emptyScenes();
        for (Scene& scene : scenes) {
            if (const auto kept = json->find(nameOf(scene.view)); kept != json->end())
                scene = sceneFrom(*kept, scene.view, filter, m_workspace.store());
        }
        const View view = json->at("view") == nameOf(View::Actors) ? View::Actors : View::Events;
        if (const auto engine = json->find("engine"); engine != json->end())
            m_engine = parseEngine(engine->get<std::string>());
        m_engineBefore = m_engine;
        m_scenes = std::move(scenes);
        m_filter = filter;
        if (std::exchange(m_view, view) != view)
            Q_EMIT viewChanged(view);
    } catch (const std::exception&) {
        return; // Written by another program, or damaged: it begins as if it was never seen.
    }
}

} // namespace entente
