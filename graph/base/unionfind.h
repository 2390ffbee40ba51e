// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/pending/disjoint_sets.hpp>

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <vector>

namespace entente
{

/// Sets of indices that grow together; each is named by its smallest member, so that the names do
/// not depend on the order of the joins.
class UnionFind
{
public:
    explicit UnionFind(std::size_t size)
        : m_parents(size)
        , m_ranks(size)
        , m_sets(m_ranks.data(), m_parents.data())
    {
        std::iota(m_parents.begin(), m_parents.end(), std::size_t{0});
        m_smallest = m_parents;
    }

    // The sets point into the vectors: a move takes these along, a copy would not.
    UnionFind(const UnionFind&) = delete;
    UnionFind& operator=(const UnionFind&) = delete;
    UnionFind(UnionFind&&) = default;
    UnionFind& operator=(UnionFind&&) = default;
    ~UnionFind() = default;

    void join(std::size_t a, std::size_t b)
    {
        const std::size_t smallest = std::min(of(a), of(b));
        m_sets.union_set(a, b);
        m_smallest[m_sets.find_set(a)] = smallest;
    }

    /// The smallest member of the set that an index is in.
    std::size_t of(std::size_t index) { return m_smallest[m_sets.find_set(index)]; }

private:
    std::vector<std::size_t> m_parents;
    std::vector<std::size_t> m_ranks;
    std::vector<std::size_t> m_smallest;
    boost::disjoint_sets<std::size_t*, std::size_t*> m_sets;
};

} // namespace entente
