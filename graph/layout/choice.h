// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/layout/layout.h"

namespace entente
{

/// What suits a graph of this size: readable first, within about two seconds where that can be had.
Engine chooseEngine(int nodes, int edges);
Routing chooseRouting(Engine engine, int nodes, int edges);

} // namespace entente
