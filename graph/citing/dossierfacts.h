// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/citing/dossier.h"

namespace entente
{

struct HeldPosition;
struct Node;

/// What a node is known by: who takes part and when of an event, other names, offices and ids of
/// anybody else. Facts of which nothing is known are left out.
std::vector<DossierFact> factsOf(const CitingBase& base, const KnowledgeGraph& shown,
                                 const Node& node);

/// "Foreign Minister, Russia"
std::string wordsOf(const HeldPosition& position);

} // namespace entente
