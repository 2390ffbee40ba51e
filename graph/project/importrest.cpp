// SPDX-License-Identifier: Apache-2.0
#include "graph/project/importrest.h"

#include "graph/model/store.h"

#include <algorithm>
#include <set>
#include <utility>
#include <variant>

namespace entente
{

namespace
{

/// The ids of what an import brings.
std::set<Uuid> wholesIn(const Together& edit)
{
    std::set<Uuid> ids;
    for (const SingleEdit& one : edit.edits) {
        const auto* add = std::get_if<AddArticle>(&one);
        if (!add)
            continue;
        for (const Entity& entity : add->records->entities)
            ids.insert(entity.id.uuid());
        for (const Event& event : add->records->events)
            ids.insert(event.id.uuid());
    }
    return ids;
}

template <class IdType>
void addVerdicts(const Store::Verdicts<IdType>& project, const Store::Verdicts<IdType>& read,
                 const std::set<Uuid>& wholes, Together& edit)
{
    for (const auto& [pair, verdict] : read) {
        const bool concerns =
            wholes.contains(pair.first.uuid()) || wholes.contains(pair.second.uuid());
        if (concerns && !project.contains(pair))
            edit.edits.emplace_back(JudgeSameness<IdType>{pair.first, pair.second, verdict});
    }
}

} // namespace

void addRest(const Store& project, const Store& read, Together& edit)
{
    const auto isAddition = [](const SingleEdit& one) {
        return std::holds_alternative<AddArticle>(one);
    };
    if (std::ranges::none_of(edit.edits, isAddition))
        return;
    // Most imports have no such things, and many records: to gather their ids takes a twentieth.
    const bool speaksOfWholes = !read.entityVerdicts().empty() || !read.eventVerdicts().empty() ||
                                !read.placements().empty();
    const std::set<Uuid> wholes = speaksOfWholes ? wholesIn(edit) : std::set<Uuid>();
    addVerdicts(project.entityVerdicts(), read.entityVerdicts(), wholes, edit);
    addVerdicts(project.eventVerdicts(), read.eventVerdicts(), wholes, edit);
    PlaceNodes place;
    for (const auto& [node, point] : read.placements()) {
        if (wholes.contains(node.uuid()) && !project.placement(node))
            place.placements.push_back({node, point});
    }
    if (!place.placements.empty())
        edit.edits.emplace_back(std::move(place));
    for (const auto& [id, view] : read.views()) {
        if (!project.views().contains(id))
            edit.edits.emplace_back(PutView{view});
    }
    for (const auto& [matter, because] : read.settled()) {
        if (!project.settled().contains(matter))
            edit.edits.emplace_back(SettleMatter{matter, because});
    }
}

} // namespace entente
