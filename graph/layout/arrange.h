// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/expected.h"
#include "graph/layout/layout.h"

#include <string>

namespace entente
{

/// How long to look for a good picture: a draft comes in a fraction of the time, is harder to read,
/// has no curves, and is whole all the same.
enum class Effort { Full, Draft };

/// Lays a graph out with Graphviz. In a new process the same request gives the same layout (in an
/// old one too, but for fdp). No two nodes overlap, unless they were pinned so; nodes that are
/// pinned stay exactly where they are, whatever the engine, and the others find their places among
/// them.
///
/// Not to be called on two threads, nor where a crash matters: programs ask entente-layout, which
/// calls this and nothing else.
Expected<Layout, std::string> layOut(const LayoutRequest& request, Effort effort = Effort::Full);

} // namespace entente
