// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/command.h"
#include "graph/annotation/corpus.h"
#include "graph/base/expected.h"
#include "graph/model/graph.h"
#include "graph/query/copies.h"
#include "graph/query/filter.h"

#include <optional>
#include <string>
#include <vector>

namespace entente
{

/// A command's own options, and behind them the window's filters.
std::vector<Option> withFilters(std::vector<Option> options);

/// What the options leave of the articles' graph.
struct FilteredGraph
{
    KnowledgeGraph all;
    Filter filter;
    std::string words;                  ///< Of the filter; empty: none was given.
    std::optional<KnowledgeGraph> left; ///< None: all of it.
    bool isAsKnown = false;             ///< By --as-known-on: all is what was known then.
    Copies copies;                      ///< None unless the filters ask for independent sources.

    /// Whether claims of the store may be none of the graph's.
    bool isPart() const { return left.has_value() || isAsKnown; }
    const KnowledgeGraph& events() const { return left ? *left : all; }
};

/// Folds, by --identity, and filters. @returns how the command ends, after saying what is wrong
/// with the filters: values that are not there are named, with those that are.
Expected<FilteredGraph, Exit> filteredGraph(const std::string& command, const Corpus& corpus,
                                            const Arguments& arguments, const Streams& streams);

} // namespace entente
