// SPDX-License-Identifier: Apache-2.0
#include "graph/model/making.h"

#include "graph/model/store.h"

namespace entente
{

Together editThatMakes(const Store& store)
{
    Together all;
    for (const auto& [name, bytes] : store.vocabulary())
        all.edits.emplace_back(PutVocabularyFile{name, bytes});
    for (const ArticleId id : store.articles())
        all.edits.emplace_back(AddArticle{store.sharedRecords(id)});
    for (const auto& [pair, verdict] : store.entityVerdicts())
        all.edits.emplace_back(JudgeEntities{pair.first, pair.second, verdict});
    for (const auto& [pair, verdict] : store.eventVerdicts())
        all.edits.emplace_back(JudgeEvents{pair.first, pair.second, verdict});
    PlaceNodes place;
    for (const auto& [node, point] : store.placements())
        place.placements.push_back({node, point});
    if (!place.placements.empty())
        all.edits.emplace_back(std::move(place));
    for (const auto& [id, view] : store.views())
        all.edits.emplace_back(PutView{view});
    for (const auto& [matter, because] : store.settled())
        all.edits.emplace_back(SettleMatter{matter, because});
    return all;
}

} // namespace entente
