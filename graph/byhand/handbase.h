// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/model/edit.h"

namespace entente
{

class KnowledgeGraph;
class Ontology;
class Store;

/// What an analyst's wish is made an edit from; borrowed for as long as a call lasts.
struct HandBase
{
    const Store& store;
    const Ontology& ontology;
    const KnowledgeGraph& events;
};

} // namespace entente
