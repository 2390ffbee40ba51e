// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/annotation/annotations.h"
#include "graph/exchange/recordlines.h"

namespace entente
{

class Ontology;

/// Changes the equivalences of an annotation file so that the import joins what the records join,
/// and parts what they part, as far as nothing else joins it. Those that do so already stay.
/// @param annotations all else in it is as it shall be.
/// @param file as it was read: what is there and not in the annotations has gone.
void setSameOnes(Annotations& annotations, const Annotations& file, const ArticleRecords& mine,
                 const RecordLines& lines, const Ontology& ontology);

} // namespace entente
