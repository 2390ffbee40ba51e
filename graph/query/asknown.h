// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/model/graph.h"
#include "graph/text/edtf.h"

namespace entente
{

class Ontology;
class Store;
struct Article;

/// Whether what an article reports was known at the end of a day.
enum class Known {
    Yes,    ///< It was published by then.
    Later,  ///< It was published afterwards.
    Unsaid, ///< It has no date, or one that leaves it open.
};

Known knownOn(const Article& article, Day day);

/// How many articles are which.
struct KnownArticles
{
    int known = 0, later = 0, unsaid = 0;
};
KnownArticles knownArticles(const Store& store, Day day);
/// " (2 articles came later; 1 without a day counts as known)"
std::string noteOf(const KnownArticles& articles);

/// A graph of events as it could be known at the end of a day: claims that were reported later are
/// gone, and with them what rests on nothing else; modality, date and name of an event are what the
/// remaining claims add up to. Ids are those of the whole graph, so that all stands where it stood;
/// somebody goes by the name that he has in all articles.
/// @param withUnsaid whether articles of which it is not known count as known.
KnowledgeGraph asKnownOn(const KnowledgeGraph& events, const Store& store, const Ontology& ontology,
                         Day day, bool withUnsaid);

} // namespace entente
