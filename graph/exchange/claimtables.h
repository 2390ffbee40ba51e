// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace entente
{

struct FlatGraph;
struct NodeLink;

// Tables of comma-separated values (csv.h) under one line of column names, without the mark for
// spreadsheets.

std::string nodesCsv(const FlatGraph& graph);
std::string edgesCsv(const FlatGraph& graph);

/// The claims that the graph rests on, one a line, in the order of the store.
std::string claimsCsv(const NodeLink& content);
/// Their quotes, each with where it stands. Offsets count code points.
std::string quotesCsv(const NodeLink& content);

} // namespace entente
