// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/annotation/annotations.h"

#include <cstddef>
#include <deque>
#include <functional>
#include <memory_resource>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace entente
{

/// Where an id was defined. Its first letter says of which kind it is.
struct KnownId
{
    int line = 0;
    std::size_t index = 0;  ///< Among the records of its kind.
    bool isRead = true;     ///< False: the line is there, and could not be used.
    bool isTrigger = false; ///< Words that an event was found by.
};

/// The ids of one file, by views into its bytes, which must outlive it.
class IdIndex
{
public:
    explicit IdIndex(std::size_t lines) { m_known.reserve(lines); }

    /// Only what was read, or found unusable since; not the lines that were not understood.
    const KnownId* find(std::string_view id) const;
    KnownId* find(std::string_view id);
    void add(std::string_view id, int line, std::size_t index);
    /// @param isTaken whether any line of the file, also a later one, has an id.
    /// @returns the id under which the second line of an id is known: "T3-2".
    std::string addRenamed(std::string_view id, int line, std::size_t index,
                           const std::function<bool(std::string_view)>& isTaken);
    /// A line that was not understood, for the words about what names it.
    void addUnread(std::string_view id, int line) { m_unread.try_emplace(id, line); }
    /// Of a line that was not understood; 0 if there is none.
    int unreadLine(std::string_view id) const;

private:
    /// A hundred thousand small nodes that all go at once.
    std::pmr::monotonic_buffer_resource m_memory;
    std::pmr::unordered_map<std::string_view, KnownId> m_known{&m_memory};
    std::unordered_map<std::string_view, int> m_unread;
    std::unordered_map<std::string_view, int> m_renamedOf; ///< How often.
    std::deque<std::string> m_renamed;                     ///< Where renamed ids live.
};

/// Checks what lines say of each other. Events without words of their own type to be found by, and
/// attributes of an event's words instead of the event, are taken out; names of what does not exist
/// stay. All of it is reported.
void crossCheck(Annotations& annotations, IdIndex& ids, const std::string& fileName,
                Diagnostics& diagnostics);

/// Lines of equivalence of one type that share a member become one, in the place of the first.
void mergeEquivs(std::vector<EquivLine>& equivs);

} // namespace entente
