// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/annotation/annotations.h"

#include <string>
#include <string_view>

namespace entente
{

class SourceText;

/// The annotation file again, with what is wanted instead of what was read. Only lines that differ
/// are written anew, in their places; a record that no line of the file says goes before the line
/// of the record that follows it among its kind, or to the end, as brat does it. Lines that were
/// not understood stay where they are. If nothing differs, the bytes are those of the file.
/// @param original the file's bytes, from which `read` was read.
/// @param wanted records keep the `line` they were read from; new ones have none (0).
/// @param text what the annotations are about.
std::string writeAnn(std::string_view original, const Annotations& read, const Annotations& wanted,
                     const SourceText& text);

} // namespace entente
