// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/model/edit.h"

#include <string>
#include <vector>

namespace entente
{

class Store;

// What can be done to claims, each as one step: several claims, one undo. What would change nothing
// of a claim leaves it out, so that an edit may come out empty. A claim that is gone is left out.

/// The same in all of them.
Together changeEach(const Store& store, const std::vector<ClaimId>& claims,
                    const ClaimFields& fields);
/// @param confidence as in files; empty: none, and no reason either.
Together setConfidence(const Store& store, const std::vector<ClaimId>& claims,
                       const std::string& confidence, const std::string& reason);
/// These instead of the notes they have; why somebody is confident is none of these.
Together setNotes(const Store& store, const std::vector<ClaimId>& claims,
                  const std::vector<std::string>& notes);
/// These beside the notes they have.
Together addNotes(const Store& store, const std::vector<ClaimId>& claims,
                  const std::vector<std::string>& notes);
/// These beside the tags they have.
Together addTags(const Store& store, const std::vector<ClaimId>& claims,
                 const std::vector<std::string>& tags);

/// Who is to be said to say so, or no longer.
struct Attributing
{
    std::vector<MentionId> mentions; ///< Of the one that is meant, in the claims' article.
    bool isSource = true;
};
/// Gives each claim a source by those of its mentions that stand nearest to the claim's words, and
/// takes away what is to be none. Other sources stay.
Together attribute(const Store& store, const std::vector<ClaimId>& claims,
                   const std::vector<Attributing>& sources);

/// Makes them claims of another event of their article. An event of which nothing is said then
/// goes, unless somebody has written something on it.
Together moveTo(const Store& store, const std::vector<ClaimId>& claims, EventId event);
/// The same to an event that is made for them. @pre there are claims, of one article.
Together moveToNew(const Store& store, const std::vector<ClaimId>& claims, EventId newId);

} // namespace entente
