// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/command.h"
#include "app/cli/filteroptions.h"
#include "graph/exchange/dataformats.h"

#include <optional>
#include <string>
#include <vector>

namespace entente
{

/// What --format takes: "graphml" … "csv"; and --table: "edges" …
std::vector<std::string> dataFormatNames();
std::vector<std::string> dataTableNames();

/// By --format, and where that is not given by the suffix of --output; by --table which of the
/// tables. Nothing: it is to be a picture, or nobody knows what.
std::optional<DataFormat> dataFormatOf(const Arguments& arguments);

/// Writes all that the filters leave; says before what the format cannot hold.
Exit exportData(DataFormat format, const Corpus& corpus, const FilteredGraph& graph,
                const Arguments& arguments, const Streams& streams);

} // namespace entente
