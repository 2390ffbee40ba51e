// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/model/graph.h"
#include "graph/model/store.h"

#include <string>
#include <string_view>

namespace entente
{

class Ontology;

/// The program's own ontology, from resources/.
const Ontology& testOntology();

/// A store from a small text, one claim a line, so that a test shows its graph:
///
///     article north 2024-01-15
///     Visit Happened CT+ on 2024-01-15 id trip: Visitor Person "Choe Son-hui", Destination State
///     "Russia" Wikidata:Q159 Visit Planned: Visitor Person "Choi" Statement: Speaker State "North
///     Korea", Content #1 HoldsPosition: Arg1 Person "Choe Son-hui", Arg2 Position "Foreign
///     Minister" same event 1 2 same "Choe Son-hui" "Choi"
///
/// Each claim becomes one sentence that names its type and its fillers; the same name of one type
/// within an article is one thing, as annotators would say by SameAs. "#1" is the event of the
/// article's first event line. "evidence" after the type marks the sentence's words before the
/// colon as its quote.
Store storeFrom(std::string_view text);

/// What a graph says, one node or edge a line, sorted: for comparing, and for reading when a test
/// fails.
std::string textOf(const KnowledgeGraph& graph);

} // namespace entente
