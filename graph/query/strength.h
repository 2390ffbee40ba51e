// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/id.h"
#include "graph/model/modality.h"

#include <optional>
#include <span>
#include <string>

namespace entente
{

class Copies;
class Store;
struct Claim;
struct Edge;

/// How far something can be relied on, by the Admiralty code (NATO AJP-2.1). Empty: no grade.
struct Grade
{
    std::string reliability; ///< Of the source, A–F; empty: nobody has graded it.
    std::string credibility; ///< Of the information, 1–6.
    bool isAnalysts = false; ///< An analyst has graded the information, rather than the rule.
    std::string reason;      ///< Of the second, in words: "2 independent sources say so".

    bool isEmpty() const { return credibility.empty(); }
    bool operator==(const Grade&) const = default;
};

/// "B2"; "–6" where nobody has graded the source.
std::string nameOf(const Grade& grade);
/// "source usually reliable; information confirmed: 2 independent sources say so"
std::string wordsOf(const Grade& grade);

/// Whether one is worth more: of the lower number, and among equals of the earlier letter; who is
/// not graded comes last.
bool isBetter(const Grade& one, const Grade& other);

/// What stands behind something that is said.
struct Strength
{
    int sources = 0; ///< Independent ones that say so.
    Grade grade;

    bool operator==(const Strength&) const = default;
};

/// Whether a claim says that it is not so: that it did not happen, or by its factuality.
bool denies(const Claim& claim);

/// What stands behind some claims that say the same. Those that say it the same way (it happened,
/// it is expected …) say so; the others only speak of it. One rule grades what is said:
///
/// Each claim that says so has the grade of its source: the one that the claim itself has, failing
/// that its article's. What it says has the grade that an analyst gave it. Failing that it is 4,
/// doubtful, when another claim denies it; 1, confirmed, when at least two independent sources say
/// so; and 6 otherwise: one source alone is no basis to judge. Of several claims the best grade
/// counts, the one of the lowest number, and among equals of the first letter.
///
/// @param modality what the claims add up to; none: unstated, or that there is no such thing.
Strength strengthOf(const Store& store, const Copies& copies, std::span<const ClaimId> claims,
                    std::optional<Modality> modality);
/// Of a role or a relation; of a tie only the sources, as it sums up meetings with grades of their
/// own.
Strength strengthOf(const Store& store, const Copies& copies, const Edge& edge);

} // namespace entente
