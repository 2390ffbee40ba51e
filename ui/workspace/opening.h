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
    std::string lastLook;                         ///< As ProjectFile::lastLook() gives it.
    bool isBackup = false;                        ///< A copy of a project, as it was.
    std::string placeTrouble;                     ///< As ProjectFile::placeTrouble() gives it.
    std::optional<LaterWork> laterWork;           ///< As ProjectFile::laterWork() gives it.
};

/// Folds what was read into its graphs.
Opened foldCorpus(Corpus corpus);

/// What is to be opened, as a value that a thread can take along.
struct Opening
{
    std::vector<std::filesystem::path> paths;
    std::filesystem::path resources;
    Author author; ///< Who will work on it, if it is a project.
};

/// Why nothing was opened.
struct NotOpened
{
    std::string words;
    // As secondCopyOf() gives them.
    std::optional<Backup> backup;
    bool canBeRecovered = false;
};

/// Nothing yet, but all that it takes to put something in.
Opened openNothing(const std::filesystem::path& resources);

/// Reads and folds: a project, or folders and articles.
Expected<Opened, NotOpened> open(const Opening& opening, const Progress& progress);

} // namespace entente
