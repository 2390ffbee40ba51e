// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/model/graph.h"

#include <optional>
#include <span>

namespace entente
{

/// As the one of claim ids, for who has the claims at hand.
JudgedModality judgeModality(const Store& store, std::span<const Claim* const> claims);
/// The same with no reason put into words.
JudgedModality judgeWithoutReason(const Store& store, std::span<const Claim* const> claims);

/// That of the latest report, made more precise by the earlier ones that agree with it.
std::optional<Edtf> judgeDate(const Store& store, std::span<const Claim* const> claims);

} // namespace entente
