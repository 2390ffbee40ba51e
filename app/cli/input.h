// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/command.h"
#include "graph/annotation/corpus.h"
#include "graph/model/graph.h"

#include <optional>
#include <string>
#include <string_view>

namespace entente
{

/// What several commands take.
Option jsonOption();
Option identityOption();
Option viewOption();

/// The articles under the paths; their diagnostics name files as the paths were given, and are in
/// the order of files and lines. @returns nothing, after saying why, when they cannot be read.
std::optional<Corpus> readCorpus(const std::string& command, const Arguments& arguments,
                                 const Streams& streams);

/// The same, with the diagnostics written out.
std::optional<Corpus> readAndReport(const std::string& command, const Arguments& arguments,
                                    const Streams& streams);

/// By --identity.
KnowledgeGraph foldFor(const Corpus& corpus, const Arguments& arguments);
/// By --view.
bool wantsActors(const Arguments& arguments);

/// What the graph is called: the folder or file that was opened first.
std::string graphName(const Arguments& arguments);

/// As compilers write them.
void print(const Diagnostics& diagnostics, std::ostream& stream);

/// Text out of files as it may go to a terminal: on one line, with what steers terminals or
/// reverses the reading made visible.
std::string plain(std::string_view text);

/// "1 article", "2 articles".
std::string counted(std::size_t count, std::string_view noun);

/// Writes a result into a file: the whole or nothing, and never into what was opened.
Exit writeResult(const std::string& command, const Arguments& arguments,
                 const std::filesystem::path& file, std::string_view bytes, const Streams& streams);
/// Why a file must not be written: it lies in a folder that was opened, or is itself an article's.
std::optional<std::string> reasonNotToWrite(const Arguments& arguments,
                                            const std::filesystem::path& file);

/// Why there is no place for a file, so that nobody waits for what cannot be written.
std::optional<std::string> noPlaceFor(const std::filesystem::path& file);

/// Says why a command was not done.
Exit notDone(const Streams& streams, const std::string& command, const std::string& reason);

} // namespace entente
