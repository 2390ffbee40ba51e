// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/query/filterjudge.h"

#include <string>
#include <vector>

namespace entente
{

/// A value that can be asked for, and how many events there would be then.
struct FacetChoice
{
    std::string value; ///< As in a condition; of dates a year.
    int events = 0;

    bool operator==(const FacetChoice&) const = default;
};

/// All values of a facet that there are in a graph of events, relations' too, each with what is
/// left of its events when a condition with this value alone joins the others. In the order of the
/// vocabulary or of time where there is one, else the most frequent first; what is not said last.
/// Of days that all is seen from there are none to choose from.
std::vector<FacetChoice> facetChoices(Facet facet, bool isNegated, const KnowledgeGraph& events,
                                      const FilterGround& ground, const Filter& others);

} // namespace entente
