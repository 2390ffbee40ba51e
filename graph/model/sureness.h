// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/model/modality.h"

#include <optional>
#include <string>
#include <string_view>

namespace entente
{

struct Edge;
struct Node;

/// What something adds up to, for people: "happened"; "contested" rather than "unstated" where
/// sources contradict each other and none is preferred.
std::string_view surenessWords(std::optional<Modality> modality, bool isContested);
/// Of an event; "happened, judged" where no article says anything of it.
std::string surenessWords(const Node& event);

/// Unstated wins over all, as nothing was said; else the one farther from having happened.
std::optional<Modality> lessSure(std::optional<Modality> a, std::optional<Modality> b);

/// How sure it is that somebody took part: by the surest of his roles. Those that articles give him
/// go before an analyst's judgement.
class Sureness
{
public:
    void take(const Edge& role);
    std::optional<Modality> modality() const { return m_isReported ? m_reported : m_judged; }

private:
    bool m_isReported = false;
    std::optional<Modality> m_reported, m_judged;
};

} // namespace entente
