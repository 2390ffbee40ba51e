// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/model/graph.h"
#include "graph/model/shown.h"
#include "tests/support/storetext.h"
#include "ui/paint/picture.h"
#include "ui/paint/style.h"

#include <map>

namespace entente
{

/// Three nodes in a row, with the lines between them.
struct NodesInARow
{
    static constexpr int distance = 320;

    KnowledgeGraph graph = fold(storeFrom(R"(
        article a 2024-01-15
        Visit Happened on 2024-01-15: Visitor Person "Choe Son-hui", Destination State "Russia"
    )"),
                                testOntology());
    Shown shown = showAll(graph);

    Picture picture() const { return pictureOf(shown); }

    Picture pictureWith(NodeId moved, Point to) const { return pictureOf(shown, {{moved, to}}); }

    Picture pictureWithout(NodeId left) const
    {
        Shown some = shown;
        std::erase(some.nodes, left);
        std::erase_if(some.edges, [&](EdgeId edge) {
            return graph.source(edge) == left || graph.target(edge) == left;
        });
        return pictureOf(some);
    }

private:
    Picture pictureOf(const Shown& some, const std::map<NodeId, Point>& elsewhere = {}) const
    {
        Arrangement where;
        double x = 0;
        for (const NodeId node : shown.nodes) {
            where.nodes[node] = elsewhere.contains(node) ? elsewhere.at(node) : Point{x, 100};
            x += distance;
        }
        return makePicture(graph, some, where, testOntology(), Style::of(Theme::Light));
    }
};

} // namespace entente
