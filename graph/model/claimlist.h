// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/id.h"

#include <unordered_set>
#include <utility>
#include <vector>

namespace entente
{

/// Claims in the order in which they were found, each once.
class ClaimList
{
public:
    void add(const std::vector<ClaimId>& claims)
    {
        for (const ClaimId id : claims) {
            if (m_seen.insert(id).second)
                m_claims.push_back(id);
        }
    }
    const std::vector<ClaimId>& claims() const { return m_claims; }
    std::vector<ClaimId> take() && { return std::move(m_claims); }

private:
    std::vector<ClaimId> m_claims;
    std::unordered_set<ClaimId> m_seen;
};

} // namespace entente
