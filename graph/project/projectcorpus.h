// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/annotation/corpus.h"

#include <filesystem>

namespace entente
{

class ProjectFile;

/// Whether a name is that of a project file.
bool isProject(const std::filesystem::path& path);

/// What a project holds, as what was read from a folder stands: its articles, and the vocabulary
/// that came with them.
/// @param resources the program's.
Corpus corpusOf(const ProjectFile& project, const std::filesystem::path& resources);

} // namespace entente
