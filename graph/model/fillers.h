// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/model/records.h"

#include <string>

namespace entente
{

class KnowledgeGraph;
class Ontology;
class Store;

/// What fills a role, as the graph has it.
struct FillerBase
{
    const Store& store;
    const KnowledgeGraph& events;
};

/// Whom the words name, or the event of the claim; nil: it is no node, or is gone.
NodeId nodeOf(const FillerBase& base, const Filler& filler);
/// The name in the graph; the words themselves for what is no node.
std::string nameOf(const FillerBase& base, const Filler& filler);
/// What a claim speaks of: its event by name, or the relation as a sentence: "Sergei Lavrov holds
/// position Foreign Minister".
std::string subjectOf(const FillerBase& base, const Ontology& ontology, const Claim& claim);

} // namespace entente
