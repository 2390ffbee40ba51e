// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/annotation/annotations.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace entente
{

/// Finds the lines of an annotation file: T and E lines by their ids, the lines about something by
/// what they are about. Must not outlive the annotations. All tables are sorted vectors: there are
/// thousands of small files, and a node for each id would be most of the time that reading takes.
class AnnotationIndex
{
public:
    explicit AnnotationIndex(const Annotations& annotations);

    /// The line's place in `textBounds`, or in `events`; the first one's where an id is there
    /// twice.
    std::optional<std::size_t> textBound(std::string_view id) const;
    std::optional<std::size_t> event(std::string_view id) const;

    /// Those about something, in the order of the file.
    std::span<const AttributeLine* const> attributesOf(std::string_view id) const;
    std::span<const NormalizationLine* const> referencesOf(std::string_view id) const;
    std::span<const NoteLine* const> notesOn(std::string_view id) const;

private:
    using Places = std::vector<std::pair<std::string_view, std::size_t>>;

    Places m_textBounds, m_events;
    std::vector<const AttributeLine*> m_attributes; ///< These by target.
    std::vector<const NormalizationLine*> m_references;
    std::vector<const NoteLine*> m_notes;
};

} // namespace entente
