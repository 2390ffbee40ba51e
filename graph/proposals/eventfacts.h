// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/model/graph.h"

#include <map>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace entente
{

/// Something that an event names, and the roles in which it does.
struct NamedThing
{
    KnowledgeGraph::Vertex vertex = 0;
    std::vector<std::string_view> roles;
};

/// What one event is compared with others by. Days count from 1970-01-01.
struct EventFacts
{
    const Node* node = nullptr;
    int kind = 0;                                ///< The same for types that may be one.
    std::vector<NamedThing> participants;        ///< By vertex.
    std::vector<NamedThing> circumstances;       ///< What else fills its roles, by vertex.
    std::vector<KnowledgeGraph::Vertex> related; ///< Events; sorted.
    std::vector<const Edtf*> dates;              ///< Of its claims.
    std::vector<ArticleId> articles;             ///< Sorted.
    std::optional<Day> firstReport, lastReport;
    bool isCertain = false;    ///< A claim is certain that it is so.
    bool isCertainNot = false; ///< A claim is certain that it is not.
    bool isToCome = false;     ///< Planned, expected, proposed or speculated about.

    /// When it was as far as is known, or else was reported, a week more or less; the same day
    /// twice when there is nothing to go by.
    int from = 0, to = 0;
    bool hasTime = false;
};

/// Days since 1970-01-01; of years beyond ± 32,767, those of that year.
int daysSinceEpoch(Day day);

/// The events of a graph as they are compared. It must not outlive the graph and the store.
struct AllEventFacts
{
    AllEventFacts(const KnowledgeGraph& graph, const Store& store, const Ontology& ontology);

    std::vector<EventFacts> events; ///< In the order of the graph.
    std::unordered_map<KnowledgeGraph::Vertex, std::vector<std::size_t>>
        naming; ///< Which of them name it as a participant or otherwise, each once; sorted.
    std::vector<int> countOfKind;
    std::map<std::pair<ArticleId, int>, int> countInArticle; ///< Of each kind.
};

} // namespace entente
