// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace entente
{

class KnowledgeGraph;
class Ontology;
class Store;

/// The SHA-256 of what a graph rests on: the articles, to the byte, with what is known of where
/// they come from, and all that is claimed in them, as analysts have left it. Two files with the
/// same were made of the same data.
/// @param events of all of the store.
std::string dataHashOf(const Store& store, const Ontology& ontology, const KnowledgeGraph& events);

} // namespace entente
