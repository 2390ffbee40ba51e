// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/model/edit.h"

#include <string>
#include <vector>

namespace entente
{

class Store;

/// What is to be done to take articles that were read into a project.
struct ImportPlan
{
    Together edit; ///< Adds those that are new, with what the folder says of them all.
    int added = 0;
    int there = 0; ///< They are in the project as they were read.
    /// They are in the project with another text or annotation, and stay as they are there, with
    /// all that was done to them: their titles.
    std::vector<std::string> changed;
};

ImportPlan planImport(const Store& project, const Store& read);

} // namespace entente
