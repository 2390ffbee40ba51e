// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/query/sources.h"

#include <string>
#include <vector>

namespace entente
{

class KnowledgeGraph;

/// What happened as far as one source says, and how that comes.
struct RestsOnOne
{
    enum class How {
        Disguised, ///< Several articles say so, and are one source.
        ReliedOn,  ///< An analyst is confident of it, or graded it as confirmed or probable.
        Plain,     ///< One article says so. All that its source alone says, together.
    };

    How how = How::Plain;
    std::vector<NodeId> events;  ///< One but for what is plain.
    std::vector<ClaimId> claims; ///< Those that say so; none for what is plain.
    OneSource source;
    bool isNamed = true; ///< False: nobody is; the origin is the title of the one article.
};

/// All events of a graph that happened and of which one independent source says so: those that look
/// surer than they are, those that are relied on, and the rest by source, the largest first.
std::vector<RestsOnOne> restingOnOneSource(const KnowledgeGraph& events, const Store& store,
                                           const Copies& copies);

} // namespace entente
