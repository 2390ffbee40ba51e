// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <unordered_map>
#include <utility>
#include <vector>

namespace entente
{

/// Records by their ids. What was in it when it was settled is shared by all copies, and each keeps
/// what it has changed since: to copy one of a million records costs nothing.
template <class IdType, class Record>
class RecordIndex
{
public:
    /// Null: there is none.
    const Record* find(IdType id) const
    {
        if (!m_changes.empty()) {
            if (const auto changed = m_changes.find(id); changed != m_changes.end())
                return changed->second;
        }
        if (!m_settled)
            return nullptr;
        const auto settled = m_settled->find(id);
        return settled == m_settled->end() ? nullptr : settled->second;
    }

    std::size_t size() const { return m_size; }

    /// Stops at the first record whose id is nil, or in the index already, and returns it.
    const Record* add(const std::vector<Record>& records)
    {
        for (const Record& record : records) {
            if (record.id.isNil() || !add(record))
                return &record;
        }
        return nullptr;
    }

    /// Leaves others of the same id alone: they were there first.
    void take(const std::vector<Record>& records)
    {
        for (const Record& record : records) {
            if (find(record.id) != &record)
                continue;
            if (isSettled(record.id))
                m_changes[record.id] = nullptr;
            else
                m_changes.erase(record.id);
            --m_size;
        }
    }

    void reserve(std::size_t more) { m_changes.reserve(m_changes.size() + more); }

    /// @pre nothing was settled before.
    void settle() { m_settled = std::make_shared<const Map>(std::exchange(m_changes, {})); }

private:
    using Map = std::unordered_map<IdType, const Record*>;

    bool isSettled(IdType id) const { return m_settled && m_settled->contains(id); }

    bool add(const Record& record)
    {
        if (m_settled && find(record.id) != nullptr)
            return false;
        const Record*& place = m_changes[record.id];
        if (place != nullptr)
            return false;
        place = &record;
        ++m_size;
        return true;
    }

    std::shared_ptr<const Map> m_settled; ///< Null: nothing was.
    Map m_changes;                        ///< Since then; null: it is gone.
    std::size_t m_size = 0;
};

} // namespace entente
