// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/proposals/eventfacts.h"
#include "graph/proposals/sameevents.h"

#include <optional>

namespace entente
{

/// Compares events two by two. It must not outlive what it is made from.
class EventComparison
{
public:
    EventComparison(const KnowledgeGraph& events, const Store& store, const Ontology& ontology,
                    const AllEventFacts& facts, const Copies* copies);

    /// What speaks for the two being one; nothing when they cannot be, or too little does.
    std::optional<SameEventProposal> compare(const EventFacts& one, const EventFacts& other) const;

private:
    class Pair;

    const KnowledgeGraph& m_events;
    const Store& m_store;
    const Ontology& m_ontology;
    const AllEventFacts& m_facts;
    const Copies* m_copies;
};

} // namespace entente
