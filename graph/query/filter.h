// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/expected.h"
#include "graph/text/edtf.h"
#include "graph/text/wording.h"

#include <nlohmann/json_fwd.hpp>

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente
{

class Ontology;
class Store;

/// What a condition of a filter asks about.
enum class Facet {
    Type,        ///< of the event
    Kind,        ///< of who or what fills a role
    Role,        ///< or the relation
    Modality,    ///< of the claim; an event has one of several
    Factuality,  ///< the same
    Confidence,  ///< the analyst's, in the claim
    Reliability, ///< grade of the source: the claim's own, failing that its article's
    Credibility, ///< grade of the information: what the claims of the edge add up to
    Outlet,      ///< of the article
    Article,     ///< by its name
    Tag,         ///< of the claim, its event or its article
    Language,    ///< of the article
    Date,        ///< of the event, as the claim says; failing that, as all of them add up
    Reported,    ///< when the article was published
    Origin,      ///< annotated, quoted by an analyst's hand, or judged by one
    Quote,       ///< the worst status of the claim's quotes
    Problems,    ///< words that are not where they should be, or a line that was complained of
    Sources,     ///< independent ones behind the edge: so many or more
    KnownOn,     ///< a day: not of the claim, but of all that had been published by then
};

inline constexpr std::array<Facet, 19> allFacets{
    Facet::Type,       Facet::Kind,        Facet::Role,        Facet::Modality, Facet::Factuality,
    Facet::Confidence, Facet::Reliability, Facet::Credibility, Facet::Sources,  Facet::Outlet,
    Facet::Article,    Facet::Tag,         Facet::Language,    Facet::Date,     Facet::Reported,
    Facet::KnownOn,    Facet::Origin,      Facet::Quote,       Facet::Problems,
};

/// As in files and as options are called: "modality".
std::string_view nameOf(Facet facet);
std::optional<Facet> parseFacet(std::string_view name);
/// For people: "Grade of source".
std::string_view wordsOf(Facet facet);
/// Its values are dates and spans of dates, in EDTF: "2019", "2019-04/2023", "2019/..".
bool isOfDates(Facet facet);
/// It is told by edges rather than by a claim of theirs.
bool isOfEdges(Facet facet);
/// It takes the independent sources to be known.
bool isOfSources(Facet facet);

/// One question that a filter asks. It is met by any of the values.
struct Condition
{
    Facet facet = Facet::Type;
    /// As in files: "DidNotHappen". The empty one is what is not said: unstated, undated, unknown.
    std::vector<std::string> values;
    bool isNegated = false;

    bool operator==(const Condition&) const = default;
};

/// What is wanted of a graph, as questions to the claims that it rests on.
struct Filter
{
    std::vector<Condition> conditions;
    bool isAny = false; ///< One condition is enough, rather than all of them.

    bool isEmpty() const { return conditions.empty(); }
    bool asks(Facet facet) const;
    /// Whether any condition takes the independent sources to be known.
    bool asksForSources() const;
    /// The end of which day all is seen from: the earliest that is asked for, whatever the other
    /// conditions are, and also where one of these is enough.
    std::optional<Day> knownOn() const;
    Filter withoutKnownOn() const;
    bool operator==(const Filter&) const = default;
};

/// More are asked of nobody, and a machine word has a bit for each.
constexpr std::size_t conditionsAtMost = 64;

/// A value in words: "did not happen", "unstated", "October 2023", an article's title.
std::string wordsOf(Facet facet, const std::string& value, const Ontology& ontology,
                    const Store& store, const Wording& wording = {});
/// "Modality: happened or expected", "not Outlet: TASS".
std::string wordsOf(const Condition& condition, const Ontology& ontology, const Store& store,
                    const Wording& wording = {});
/// "Modality: happened; not Outlet: TASS", "any of: Type: Visit; Type: Summit", "Event date: from
/// 2024 (undated left out)". Empty: no filter.
std::string wordsOf(const Filter& filter, const Ontology& ontology, const Store& store,
                    const Wording& wording = {});

nlohmann::ordered_json jsonOf(const Filter& filter);
/// @returns why it is no filter, in words.
Expected<Filter, std::string> filterFrom(const nlohmann::ordered_json& json);

} // namespace entente
