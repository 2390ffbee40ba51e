// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/annotation/annotations.h"
#include "graph/base/diagnostic.h"

#include <string>

namespace entente
{

class AnnotationIndex;
class Ontology;

/// What in an annotation the ontology does not provide for: roles an event type does not have,
/// fillers and arguments of other types than it asks for, roles that lack or abound, attributes on
/// what they are not for. All of it is kept; these are warnings, in the order of the lines. Types
/// that the ontology does not name are not held against it.
/// @param index of these annotations.
/// @param file as diagnostics shall name it.
Diagnostics verify(const Annotations& annotations, const AnnotationIndex& index,
                   const Ontology& ontology, const std::string& file);

} // namespace entente
