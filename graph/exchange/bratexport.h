// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/progress.h"
#include "graph/model/records.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace entente
{

class Store;

/// A store as a folder of brat standoff.
struct BratExport
{
    /// Bytes by path within the folder, with '/': NAME.txt, NAME.ann and NAME.json of each article,
    /// and entente.jsonl if there is anything that these cannot hold.
    std::map<std::string, std::string> files;
    /// What is in entente.jsonl, a sentence for each thing.
    std::vector<std::string> notInBrat;
    /// What would not be there once the files are read, as was tried out: empty but where records
    /// of one article have ids that are made from another one's lines.
    std::vector<std::string> lost;
};

/// Writes every article as the annotation file that it came from, with what has been changed since,
/// and the rest into entente.jsonl: whatever reading these files back by openCorpus() would not
/// give. An article that was not changed comes out byte for byte. With them goes the vocabulary
/// that the store keeps. When progress was stopped, only a part is there.
/// @param resources the program's.
BratExport exportBrat(const Store& store, const std::filesystem::path& resources,
                      const Progress& progress = {});

/// A vocabulary above the folder to write into, which would give the articles' types another
/// meaning there; none where the export brings its own.
std::optional<std::filesystem::path> vocabularyAbove(const BratExport& exported,
                                                     const std::filesystem::path& folder);

/// Whether they say the same, whichever files they come from.
bool saySame(const ArticleRecords& a, const ArticleRecords& b);

} // namespace entente
