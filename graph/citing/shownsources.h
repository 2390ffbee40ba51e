// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/citing/citations.h"
#include "graph/text/edtf.h"
#include "graph/text/wording.h"

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace entente
{

struct Shown;

/// An event or an edge that has a number of its own in lists of notes.
struct Noted
{
    std::variant<NodeId, EdgeId> id;
    Citable thing;
};

/// All of a graph that has one: meetings by date, those without one last, then relations; where
/// there are no meetings, the ties and relations. Who took part in a meeting is part of it.
/// @param shown which of it; null: all.
std::vector<Noted> notedIn(const CitingBase& base, const KnowledgeGraph& graph, const Shown* shown);

/// What a picture rests on, for those who have nothing but its file.
struct ShownSources
{
    Citations citations; ///< Empty where no numbers are wanted.
    std::map<NodeId, int> eventNumbers;
    std::map<EdgeId, int> edgeNumbers;
    /// How sure it is and a few of its quotes, a line each; "4 more" of the others.
    std::map<NodeId, std::string> nodeWords;
    std::map<EdgeId, std::string> edgeWords;
    std::string dataHash;        ///< See dataHashOf().
    std::optional<Edtf> day;     ///< The one that was named, else of the latest article.
    bool isDayOfArticle = false; ///< The latter.

    /// "Data 3f9a2b8c41d0, latest article 15 January 2024"
    std::string dataWords(const Wording& wording = {}) const;
};

/// What is asked of shownSourcesOf().
struct SourcesWish
{
    bool withNumbers = false;
    std::optional<Edtf> day = {}; ///< As of which the data is said to be; none: the data says it.
    std::string dataHash = {};    ///< Where it is known already; else it is worked out.
};

/// The same input gives the same value, on every day and in every place.
/// @param graph the events or the ties that are shown, of which `shown` says which.
ShownSources shownSourcesOf(const CitingBase& base, const KnowledgeGraph& graph, const Shown& shown,
                            const SourcesWish& wish);

} // namespace entente
