// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/annotation/annotations.h"
#include "graph/model/records.h"

#include <map>
#include <string>
#include <string_view>

namespace entente
{

class Ontology;

/// An annotation file, and what the import makes of it.
struct AnnotationBase
{
    std::string_view bytes;
    Annotations read;
    ArticleRecords records;
};

/// What an annotation file is to say, and which of its lines says which record.
struct WantedLines
{
    Annotations annotations;
    std::map<std::string, MentionId, std::less<>> mentions; ///< By the id of their T line.
    std::map<std::string, ClaimId, std::less<>> claims;     ///< By the id of their E or R line.
};

/// The import the other way round: the lines of a file, changed so that they say what the records
/// do now, as far as brat has a way to say it. Only lines whose records differ from what the file
/// says are other than they were. What brat cannot say is left as the file has it, or left out.
WantedLines wantedLines(const AnnotationBase& base, const ArticleRecords& mine,
                        const Ontology& ontology);

} // namespace entente
