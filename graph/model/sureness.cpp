// SPDX-License-Identifier: Apache-2.0
#include "graph/model/sureness.h"

#include "graph/model/graph.h"

#include <algorithm>

namespace entente
{

namespace
{

void takeSurer(std::optional<Modality>& surest, std::optional<Modality> other)
{
    if (other && (!surest || *other < *surest))
        surest = other;
}

} // namespace

std::string_view surenessWords(std::optional<Modality> modality, bool isContested)
{
    return !modality && isContested ? "contested" : wordsOf(modality);
}

std::string surenessWords(const Node& event)
{
    std::string words(surenessWords(event.modality, event.contested));
    return event.judged ? words + ", judged" : words;
}

std::optional<Modality> lessSure(std::optional<Modality> a, std::optional<Modality> b)
{
    return a && b ? std::optional(std::max(*a, *b)) : std::nullopt;
}

void Sureness::take(const Edge& role)
{
    m_isReported = m_isReported || !role.judged;
    takeSurer(role.judged ? m_judged : m_reported, role.modality);
}

} // namespace entente
