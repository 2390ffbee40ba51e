// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/id.h"
#include "graph/text/textspan.h"

#include <string>
#include <vector>

namespace entente
{

class KnowledgeGraph;
class SourceText;
class Store;

/// Finds an entity in a text by the names that it bears in annotated ones, as they are written. It
/// must not outlive the graph.
class NameSearch
{
public:
    /// Pronouns and nominals are no names; neither is a word without a capital, in scripts that
    /// have them. An event has none at all.
    NameSearch(const KnowledgeGraph& events, const Store& store, NodeId node);

    struct Place
    {
        TextSpan span;
        bool isSure = true; ///< Nothing else in the graph goes by this name.
    };
    /// In the order of the text; of names that overlap, the longest. "Korea" is not found within
    /// the "North Korea" that something else goes by.
    std::vector<Place> find(const SourceText& text) const;

private:
    struct Name
    {
        std::string words;
        bool isSure = true;
        std::vector<std::string> longer; ///< Of others, with this one within.
    };

    void takeOthers(const KnowledgeGraph& events, NodeId node);

    std::vector<Name> m_names; ///< The longest first.
};

} // namespace entente
