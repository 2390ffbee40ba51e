// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace entente
{

struct ImportPlan;

/// What came of an import, for the bar above the graph.
QString wordsFor(const ImportPlan& plan);
/// Why an import is not done unasked; empty: it can be.
QString doubtsOf(const ImportPlan& plan);

} // namespace entente
