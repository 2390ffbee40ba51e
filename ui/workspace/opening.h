// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/annotation/corpus.h"
#include "graph/model/graph.h"
#include "graph/project/backups.h"
#include "graph/project/projectfile.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
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
    std::shared_ptr<ProjectFile> project;         ///< Null: what was read is only looked at.
};

/// Folds what was read into its graphs.
Opened foldCorpus(Corpus corpus);

/// What is to be opened, as a value that a thread can take along.
struct Opening
{
    std::vector<std::filesystem::path> paths;
    std::filesystem::path resources;
    Author author; ///< Who will work on it, if it is a project.
    /// A copy of a project that is only to be looked at: it is let go once it is read.
    bool isBackup = false;
};

/// Why nothing was opened.
struct NotOpened
{
    std::string words;
    /// Of the project that was asked for and that somebody else has open.
    std::optional<Backup> backup;
    /// It is damaged or gone, and there is a second copy to put it together from.
    bool canBeRecovered = false;
};

/// Nothing yet, but all that it takes to put something in.
Opened openNothing(const std::filesystem::path& resources);

/// Reads and folds: a project, or folders and articles.
Expected<Opened, NotOpened> open(const Opening& opening, const Progress& progress);

} // namespace entente
