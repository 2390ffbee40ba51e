// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/annotation/corpus.h"
#include "graph/model/graph.h"

#include <map>
#include <string>
#include <unordered_set>
#include <vector>

namespace entente
{

/// How many of one kind, by name; the most first.
struct CountByName
{
    std::string name;
    int count = 0;
};
using CountsByName = std::vector<CountByName>;

struct ArticleTally
{
    std::string name, title, outlet, published;
    bool annotated = true;
    int spans = 0;
    int claims = 0; ///< Of events.
    int relationClaims = 0;
    ModalityCounts modalities{}; ///< Of the claims of events.
};

/// What there is in a corpus, counted.
struct Tally
{
    std::vector<ArticleTally> articles; ///< None in which analysts only give their reasons.
    int judgements = 0;                 ///< Those.
    int annotated = 0;
    CountsByName spansByStatus; ///< "exact", "moved", "missing", in this order.
    CountsByName entities, events, roles, relations;
    int joinedByName = 0; ///< Entities of several articles that only their name makes one.
    int contested = 0;    ///< Events.
    int judgedEvents = 0; ///< That an analyst alone tells of.
    int judged = 0;       ///< Edges that rest on an analyst's judgement alone, and on no source.
    int ties = 0;
    ModalityCounts eventModalities{};
    ModalityCounts claims{}; ///< Of events, in articles.
    int relationClaims = 0;
    CountsByName problems; ///< "error", "warning", "note", in this order.
    std::string filters;   ///< That made the graph smaller, in words; empty: none.
};

/// @param claims those that count; null: all.
Tally tallyOf(const Corpus& corpus, const KnowledgeGraph& events, const KnowledgeGraph& actors,
              const std::unordered_set<ClaimId>* claims = nullptr);

int sumOf(const CountsByName& counts);
int sumOf(const ModalityCounts& counts);

} // namespace entente
