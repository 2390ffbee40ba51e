// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/annotation/corpus.h"
#include "graph/model/graph.h"

#include <filesystem>
#include <memory>
#include <vector>

namespace entente
{

/// What was read, with the graphs that follow from it: all that the window needs, made in one go
/// off the UI thread.
struct Opened
{
    Corpus corpus;
    std::shared_ptr<const KnowledgeGraph> events; ///< Never null.
    std::shared_ptr<const KnowledgeGraph> actors; ///< Never null.
};

/// Folds what was read into its graphs.
Opened foldCorpus(Corpus corpus);

/// What is to be opened, as a value that a thread can take along.
struct Opening
{
    std::vector<std::filesystem::path> paths;
    std::filesystem::path resources;
};

/// Reads and folds. @returns why nothing could be opened, in words.
Expected<Opened, std::string> open(const Opening& opening, const Progress& progress);

} // namespace entente
