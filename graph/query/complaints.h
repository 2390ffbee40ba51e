// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/diagnostic.h"
#include "graph/base/id.h"

#include <unordered_set>

namespace entente
{

class Store;

/// The claims whose lines, or lines about them, a warning or an error points to: those of the
/// event, its trigger and arguments, and their attributes and references.
std::unordered_set<ClaimId> complainedOf(const Store& store, const Diagnostics& diagnostics);

} // namespace entente
