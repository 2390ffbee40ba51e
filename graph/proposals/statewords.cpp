// SPDX-License-Identifier: Apache-2.0
#include "graph/proposals/statewords.h"

#include <algorithm>
#include <utility>

namespace entente
{

StateWords::StateWords(const Store& store, const std::shared_ptr<const KnowledgeGraph>& events,
                       const Ontology& ontology, std::filesystem::path resources)
    : m_known(store, events, ontology)
    , m_resources(std::move(resources))
{
    const std::string& type = m_known.states().type();
    for (const NodeId id : events->nodes()) {
        const Node& node = *events->node(id);
        if (!type.empty() && node.kind == NodeKind::Entity && node.type == type)
            m_states.insert(id);
    }
}

std::vector<StateWords::Place> StateWords::find(NodeId node, ArticleId article,
                                                const std::string& language)
{
    if (!isState(node))
        return {};
    const StateNames& names = namesIn(language);
    if (article != m_article) {
        m_article = article;
        m_found = m_known.suggest(article, names);
    }
    std::vector<Place> places;
    for (const NameSuggestion& each : m_found) {
        const auto choice = std::ranges::find(each.choices, node, &NameChoice::node);
        if (choice != each.choices.end())
            places.push_back(
                {each.span, each.choices.size() == 1,
                 each.words == choice->name || each.words == names.nameOf(choice->state)});
    }
    return places;
}

const StateNames& StateWords::namesIn(const std::string& language)
{
    const auto [place, isNew] = m_languages.try_emplace(language);
    if (isNew)
        place->second = readStateNames(m_resources, language).names;
    return place->second;
}

} // namespace entente
