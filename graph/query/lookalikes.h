// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/id.h"

#include <string>
#include <vector>

namespace entente
{

class KnowledgeGraph;
class Ontology;
class Store;

/// How names can be taken for one another.
enum class Likeness {
    Letters,  ///< They look the same, in other letters: "Lavrov" with a Cyrillic a.
    Spelling, ///< They are spellings of one name: "Choe Son-hui", "Choi Sun-hee".
    Same,     ///< They are the same: two who are called "Kim".
};

/// Who and what goes by such names, and is not one.
struct LookAlikes
{
    Likeness likeness = Likeness::Same;
    std::vector<NodeId> nodes;      ///< Two or more, in the order of the graph.
    std::vector<std::string> names; ///< The name of each that is like the others'.
};

/// Groups of nodes of a graph whose names can be taken for one another. Letters look the same by
/// the skeletons of UTS #39 (https://www.unicode.org/reports/tr39/, section 4), whatever the types;
/// spellings are compared as in spelling.h, within one type, and a person's only where it is a full
/// name. A node that an analyst or outside ids keep apart from all others of a group is none of it.
std::vector<LookAlikes> lookAlikes(const KnowledgeGraph& graph, const Store& store,
                                   const Ontology& ontology);

} // namespace entente
