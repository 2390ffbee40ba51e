// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/layout/layout.h"

namespace entente
{

/// What suits a graph of this size: the most readable that takes no more than
/// about a second at 2,000 nodes, and a fifth of one at 100.
Engine chooseEngine(int nodes, int edges);
Routing chooseRouting(Engine engine, int nodes, int edges);

} // namespace entente
