// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/diagnostic.h"
#include "graph/base/id.h"

#include <filesystem>
#include <string>
#include <unordered_set>

namespace entente
{

class Store;

/// Whether it says that something is wrong, rather than how it was read.
bool isProblem(const Diagnostic& diagnostic);

/// Where a file is, without its suffix: what an article's text and annotation have in common.
std::filesystem::path stemOf(const std::string& file);

/// The claims whose lines, or lines about them, a warning or an error points to: those of the
/// event, its trigger and arguments, and their attributes and references.
std::unordered_set<ClaimId> complainedOf(const Store& store, const Diagnostics& diagnostics);

} // namespace entente
