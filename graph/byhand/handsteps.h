// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/expected.h"
#include "graph/byhand/handbase.h"
#include "graph/model/store.h"

#include <string>

namespace entente
{

/// Several wishes as one edit, each made from what those before it leave: words are marked, and the
/// mark fills a role. The graph stays the one from before. The base is borrowed: it outlives this.
class HandSteps
{
public:
    explicit HandSteps(const HandBase& base)
        : m_base(base)
        , m_store(base.store)
    {
    }

    HandBase base() const { return {m_store, m_base.ontology, m_base.events}; }

    /// Takes a step. @returns why it cannot be, in words; empty: it is taken.
    std::string take(const Expected<Together, std::string>& wish)
    {
        if (!wish)
            return wish.error();
        const auto applied = m_store.apply(*wish);
        if (!applied)
            return applied.error();
        m_edit.edits.insert(m_edit.edits.end(), wish->edits.begin(), wish->edits.end());
        return {};
    }

    const Together& edit() const { return m_edit; }

private:
    const HandBase& m_base; ///< Of whoever makes this, as long as it lives.
    Store m_store;
    Together m_edit;
};

} // namespace entente
