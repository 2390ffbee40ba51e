// SPDX-License-Identifier: Apache-2.0
#include "app/cli/exportdata.h"

#include "app/cli/input.h"
#include "graph/exchange/csv.h"
#include "graph/exchange/nodelink.h"
#include "graph/text/ascii.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

namespace entente
{

namespace
{

std::string formatName(const Arguments& arguments)
{
    if (arguments.has("format"))
        return arguments.value("format");
    const std::string suffix =
        std::filesystem::path(arguments.value("output")).extension().string();
    const std::string name = suffix.empty() ? std::string() : asciiLower(suffix.substr(1));
    return name == "gv" ? "dot" : name;
}

} // namespace

std::vector<std::string> dataFormatNames()
{
    std::vector<std::string> names;
    for (const DataFormatInfo& info : dataFormats()) {
        if (std::ranges::find(names, info.name) == names.end())
            names.emplace_back(info.name);
    }
    return names;
}

std::vector<std::string> dataTableNames()
{
    std::vector<std::string> names;
    for (const DataFormatInfo& info : dataFormats()) {
        if (!info.table.empty())
            names.emplace_back(info.table);
    }
    return names;
}

std::optional<DataFormat> dataFormatOf(const Arguments& arguments)
{
    const std::string name = formatName(arguments);
    const std::string table = arguments.value("table", "edges");
    const std::string version = arguments.value("gexf", "1.2");
    const auto found = std::ranges::find_if(dataFormats(), [&](const DataFormatInfo& info) {
        return info.name == name && (info.table.empty() || info.table == table) &&
               (info.version.empty() || info.version == version);
    });
    return found == dataFormats().end() ? std::nullopt : std::optional(found->format);
}

Exit exportData(DataFormat format, const Corpus& corpus, const FilteredGraph& graph,
                const Arguments& arguments, const Streams& streams)
{
    const Store& store = corpus.store;
    const Copies copies = Copies::among(store);
    const auto write = [&](const KnowledgeGraph& all, const KnowledgeGraph& shown,
                           const std::string& view, const std::map<NodeId, Point>& places) {
        const std::string why = fmt::format("by the filters ({})", graph.words);
        if (const std::string left = leftOutWords(all, shown, why); !left.empty())
            streams.err << left << '\n';
        for (const std::string& loss : lossesOf(format, shown, !graph.words.empty()))
            streams.err << loss << '\n';
        const NodeLink content{store, corpus.ontology, graph.all, shown, graphName(arguments),
                               view,  graph.words};
        std::string text = dataText(format, content, copies, places);
        if (arguments.has("bom"))
            text.insert(0, csvMark);
        return writeResult("export", arguments, arguments.value("output"), text, streams);
    };
    if (wantsActors(arguments)) // In that view they stand under ids of their own.
        return write(actorsProjection(graph.all, corpus.ontology),
                     actorsProjection(graph.events(), corpus.ontology), "actors", {});
    return write(graph.all, graph.events(), "events", store.placements());
}

} // namespace entente
