// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"
#include "app/cli/filteroptions.h"
#include "app/cli/input.h"
#include "graph/exchange/nodelink.h"

#include <ostream>

namespace entente
{

namespace
{

Exit writeGraph(const Arguments& arguments, const Streams& streams)
{
    const std::optional<Corpus> corpus = readAndReport("graph", arguments, streams);
    if (!corpus)
        return Exit::NotDone;
    const auto graph = filteredGraph("graph", *corpus, arguments, streams);
    if (!graph)
        return graph.error();
    std::string json;
    if (wantsActors(arguments)) {
        const KnowledgeGraph actors = actorsProjection(graph->events(), corpus->ontology);
        json = nodeLinkJson({corpus->store, corpus->ontology, graph->all, actors,
                             graphName(arguments), "actors", graph->words});
    } else {
        json = nodeLinkJson({corpus->store, corpus->ontology, graph->all, graph->events(),
                             graphName(arguments), "events", graph->words});
    }
    if (arguments.has("output"))
        return writeResult("graph", arguments, arguments.value("output"), json, streams);
    streams.out << json;
    return Exit::Done;
}

} // namespace

Command graphCommand()
{
    return {
        "graph",
        "Writes the graph as node-link JSON, as networkx reads it.",
        {},
        withFilters(
            {{"output", "FILE", "writes into this file instead of standard output", {}, "o"},
             viewOption(),
             identityOption()}),
        "In Python: networkx.node_link_graph(json.load(file)), from networkx 3.4 on with\n"
        "edges=\"links\". The events view is directed, from an event to what fills its roles;\n"
        "the actors view is not. Offsets count Unicode code points. What is not known is\n"
        "null; a modality of null is unstated, which is not the same as happened.\n"
        "\n"
        "\"ids\" goes from an authority, in lower case, to its entry: a string when there is\n"
        "one, a list when there are several; so does a claim's \"date\". Claims of events\n"
        "stand with their events, all other claims that links name in \"claims\" at the top.\n"
        "\n"
        "A filter leaves events that one of their claims lets pass, and says so in \"filters\"\n"
        "at the top. What is left is whole: all claims of an event are written.",
        writeGraph,
    };
}

} // namespace entente
