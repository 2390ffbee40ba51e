// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/progress.h"
#include "graph/model/records.h"

#include <map>
#include <string>
#include <vector>

namespace entente
{

class Ontology;
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
/// and the rest into entente.jsonl: whatever reading these files back by openCorpus(), with the
/// same ontology, would not give. An article that was not changed comes out byte for byte.
/// When progress was stopped, only a part is there.
BratExport exportBrat(const Store& store, const Ontology& ontology, const Progress& progress = {});

/// Whether they say the same, whichever files they come from.
bool saySame(const ArticleRecords& a, const ArticleRecords& b);

} // namespace entente
