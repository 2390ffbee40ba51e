// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/expected.h"
#include "graph/layout/layout.h"

#include <string>

namespace entente
{

/// Lays a graph out with Graphviz. In a new process the same request gives the same layout (in an
/// old one too, but for fdp). No two nodes overlap, unless they were pinned so; nodes that are
/// pinned stay exactly where they are, whatever the engine, and the others find their places among
/// them.
///
/// Not to be called on two threads, nor where a crash matters: programs ask entente-layout, which
/// calls this and nothing else.
Expected<Layout, std::string> layOut(const LayoutRequest& request);

} // namespace entente
