// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/citing/dossier.h"

namespace entente
{

/// Each step once, in the order in which the chains take them: a group of its meetings, the surest
/// first, and of the relations between the two.
/// @param events gains the meetings. @param claims gains all that is cited.
std::vector<DossierGroup> stepsOf(const CitingBase& base, const KnowledgeGraph& shown,
                                  const DossierPath& path, Citing& citing,
                                  std::vector<NodeId>& events, std::vector<ClaimId>& claims);

/// The chains, each by the names it leads over and by what is weakest on the way.
std::vector<DossierFact> chainsOf(const CitingBase& base, const KnowledgeGraph& shown,
                                  const DossierPath& path);

/// "2 shortest chains of 3 steps, over meetings that happened"
std::string wordsOf(const DossierPath& path);

} // namespace entente
