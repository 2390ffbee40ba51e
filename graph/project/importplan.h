// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/model/edit.h"

#include <filesystem>
#include <string>
#include <vector>

namespace entente
{

class Store;

/// What is to be done to take articles that were read into a project.
struct ImportPlan
{
    /// Takes over their vocabulary, adds those that are new, renews the others, and takes over what
    /// the folder says across articles.
    Together edit;
    int added = 0;
    int renewed = 0;            ///< Their files had changed; the work on them is kept.
    int there = 0;              ///< They are in the project as they were read.
    bool hasVocabulary = false; ///< Another than the project had.

    /// Of one article.
    struct Unfit
    {
        std::string title, file;
        std::string words; ///< A sentence, without its full stop.
    };
    /// What of the work on renewed articles does not fit them any more, and what became of it; and
    /// which articles had to be left as they are.
    std::vector<Unfit> unfit;

    /// A renewed article whose files have lost most of their annotations (marks and claims): so
    /// does a file that was cut short or emptied by accident. Ask before it is done.
    struct Shrunk
    {
        std::string title;
        std::size_t before = 0, after = 0;
    };
    std::vector<Shrunk> shrunk;
};

/// @param read what was read from the articles' files by now.
/// @param resources the program's.
ImportPlan planImport(const Store& project, const Store& read,
                      const std::filesystem::path& resources);

} // namespace entente
