// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/model/graph.h"

#include <optional>
#include <vector>

namespace entente
{

/// As the one of claim ids, for who has the claims at hand.
JudgedModality judgeModality(const Store& store, const std::vector<const Claim*>& claims);

/// That of the latest report, made more precise by the earlier ones that agree with it.
std::optional<Edtf> judgeDate(const Store& store, const std::vector<const Claim*>& claims);

} // namespace entente
