// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/diagnostic.h"
#include "graph/base/expected.h"
#include "graph/base/progress.h"
#include "graph/model/store.h"
#include "graph/ontology/ontology.h"

#include <filesystem>
#include <vector>

namespace entente
{

/// What was read from a folder or from files: a store filled by the import (with the files of their
/// vocabulary), what these mean, and what was wrong on the way.
struct Corpus
{
    Store store;
    Ontology ontology;
    Diagnostics diagnostics;
    std::vector<std::filesystem::path> paths; ///< What was asked for.
};

/// Reads every pair NAME.txt and NAME.ann under the paths (folders, or single files of either
/// kind), with NAME.json beside them, in the order of their names; then the entente.jsonl of the
/// folder, if it is the only one. Never writes; never stops at a
/// bad file or line: what was wrong is in the diagnostics.
/// @returns an error, in words, when a path cannot be read at all or nothing is an article; when
/// progress was stopped, what was read so far.
Expected<Corpus, std::string> openCorpus(const std::vector<std::filesystem::path>& paths,
                                         const std::filesystem::path& resources,
                                         const Progress& progress);

} // namespace entente
