// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/annotation/annotations.h"

#include <string>

namespace entente
{

class SourceText;

/// Checks every span against its words. The spans come as written and leave as code points of the
/// text, or empty when missing: first by the counting under which most words of the file stand at
/// their offsets; then words that stand in one place only, or where the shift of their neighbours
/// puts them. Words that could stand in several places are missing: never the first hit.
void anchor(Annotations& annotations, const SourceText& text, const std::string& fileName,
            Diagnostics& diagnostics);

} // namespace entente
