// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/model/records.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace entente
{

class Ontology;
class Store;

/// Something in a claim that its ontology does not allow.
struct Misfit
{
    std::string role;             ///< "Visitor"
    std::optional<Filler> filler; ///< What does not fit; none: it is how many there are.
    std::string what;             ///< In a sentence.
    std::string fix;              ///< What can be done about it, likewise.
};

/// How many fill each role of a meeting, by all that is said of it.
using RoleCounts = std::map<std::string, int, std::less<>>;

/// What does not fit in a claim: too few or too many who fill a role, a role that its type does not
/// have, and a filler whose type the role does not take. Of types that the ontology does not know
/// nothing is said.
/// @param inMeeting of the meeting that the claim speaks of: what one passage leaves out another
/// may say, and then nobody is missing.
std::vector<Misfit> misfitsIn(const Claim& claim, const RoleCounts& inMeeting, const Store& store,
                              const Ontology& ontology);

} // namespace entente
