// SPDX-License-Identifier: Apache-2.0
#include "graph/layout/choice.h"

namespace entente
{

Engine chooseEngine(int, int) { return Engine::Sfdp; }
Routing chooseRouting(Engine, int nodes, int edges)
{
    return nodes <= 100 && edges <= 200 ? Routing::Spline : Routing::Line;
}

} // namespace entente
