// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/annotation/annotations.h"

#include <string>
#include <string_view>

namespace entente
{

class SourceText;

struct ReadAnnotations
{
    Annotations annotations;
    Diagnostics diagnostics; ///< In the order of the lines.
};

/// Reads brat standoff. No line stops it: what is not understood is in the diagnostics, by line,
/// and stays in the bytes, which the writer gives back.
/// @param text what the annotations are about; every span is checked against it.
/// @param fileName as the diagnostics shall name the file.
ReadAnnotations readAnn(std::string_view ann, const SourceText& text, const std::string& fileName);

} // namespace entente
