// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/panels/evidence.h"

#include <vector>

namespace entente
{

/// What analysts rejected of the subjects: the graph has none of it, but it is not lost. Of a
/// meeting: what is said of it; of an actor: all in which it has a part, also in meetings of which
/// nothing is left; of an edge: what would be among its claims.
std::vector<ClaimId> rejectedClaimsOf(const EvidenceBase& base,
                                      const std::vector<Subject>& subjects);

} // namespace entente
