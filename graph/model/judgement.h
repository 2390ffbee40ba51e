// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/model/graph.h"

#include <optional>
#include <vector>

namespace entente
{

/// As the one of claim ids, for who has the claims at hand.
JudgedModality judgeModality(const Store& store, const std::vector<const Claim*>& claims);

/// The most precise of the dates; where they exclude each other, of those in the latest report.
std::optional<Edtf> judgeDate(const Store& store, const std::vector<const Claim*>& claims);

} // namespace entente
