// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/command.h"
#include "graph/project/projectcorpus.h"
#include "graph/project/projectfile.h"

#include <string>

namespace entente
{

/// The one project that is named. @returns what the command ends with, after saying why, when it
/// cannot be opened.
Expected<ProjectFile, Exit> openProject(const std::string& command, const Arguments& arguments,
                                        const Streams& streams);

/// The same for what changes nothing in it: a backup, which has to stay as it is, is looked at.
Expected<ProjectFile, Exit> lookAtProject(const std::string& command, const Arguments& arguments,
                                          const Streams& streams);
ProjectFile::Result<ProjectFile> lookAtProject(const std::filesystem::path& path);

/// Why a project cannot be opened, and what there is of it all the same.
std::string whyNotOpened(const std::filesystem::path& path, const ProjectTrouble& trouble);

/// What there is to know of a project that was opened: of its place, and of what it lacks. Empty:
/// nothing.
std::string wordsOn(const ProjectFile& project);

/// What is to be done after a command has worked in a project: backups, and a word about them where
/// they could not be made.
void finish(ProjectFile& project, const Streams& streams);

} // namespace entente
