// SPDX-License-Identifier: Apache-2.0
#include "graph/annotation/annotationindex.h"

#include <algorithm>

namespace entente
{

namespace
{

using Place = std::pair<std::string_view, std::size_t>;

template <class Line>
std::vector<Place> placesOf(const std::vector<Line>& lines)
{
    std::vector<Place> places;
    places.reserve(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i)
        places.emplace_back(lines[i].id, i);
    std::ranges::sort(places);
    return places;
}

std::optional<std::size_t> find(const std::vector<Place>& places, std::string_view id)
{
    const auto found = std::ranges::lower_bound(places, id, {}, &Place::first);
    return found != places.end() && found->first == id ? std::optional(found->second)
                                                       : std::nullopt;
}

template <class Line>
std::vector<const Line*> byTarget(const std::vector<Line>& lines)
{
    std::vector<const Line*> sorted;
    sorted.reserve(lines.size());
    for (const Line& line : lines)
        sorted.push_back(&line);
    std::ranges::stable_sort(sorted, {}, &Line::target);
    return sorted;
}

template <class Line>
std::span<const Line* const> about(const std::vector<const Line*>& sorted, std::string_view id)
{
    const auto target = [](const Line* line) { return std::string_view(line->target); };
    const auto [first, last] = std::ranges::equal_range(sorted, id, {}, target);
    return {first, last};
}

} // namespace

AnnotationIndex::AnnotationIndex(const Annotations& annotations)
    : m_textBounds(placesOf(annotations.textBounds))
    , m_events(placesOf(annotations.events))
    , m_attributes(byTarget(annotations.attributes))
    , m_references(byTarget(annotations.normalizations))
    , m_notes(byTarget(annotations.notes))
{
}

std::optional<std::size_t> AnnotationIndex::textBound(std::string_view id) const
{
    return find(m_textBounds, id);
}

std::optional<std::size_t> AnnotationIndex::event(std::string_view id) const
{
    return find(m_events, id);
}

std::span<const AttributeLine* const> AnnotationIndex::attributesOf(std::string_view id) const
{
    return about(m_attributes, id);
}

std::span<const NormalizationLine* const> AnnotationIndex::referencesOf(std::string_view id) const
{
    return about(m_references, id);
}

std::span<const NoteLine* const> AnnotationIndex::notesOn(std::string_view id) const
{
    return about(m_notes, id);
}

} // namespace entente
