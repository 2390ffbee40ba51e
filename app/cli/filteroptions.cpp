// SPDX-License-Identifier: Apache-2.0
#include "app/cli/filteroptions.h"

#include "app/cli/input.h"
#include "graph/model/grades.h"
#include "graph/query/asknown.h"
#include "graph/query/facetcounts.h"
#include "graph/query/filtered.h"
#include "graph/text/ascii.h"
#include "graph/text/edtf.h"
#include "graph/text/fold.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <utility>

namespace entente
{

namespace
{

/// Options that say what a facet may be; those of dates come as two ends.
struct Asked
{
    Facet facet;
    std::string value, about;
};

const std::vector<Asked>& askedByValue()
{
    // clang-format off
    static const std::vector<Asked> all{
        {Facet::Type, "TYPES", "keeps events of these types, as in Visit,Summit"},
        {Facet::Kind, "KINDS", "keeps who or what is of these types, as in Person"},
        {Facet::Role, "ROLES", "keeps who fills these roles, and these relations"},
        {Facet::Modality, "HOW", "keeps what is claimed to be so, as in Happened,unstated"},
        {Facet::Factuality, "HOW", "keeps claims that commit their source so far, as in CT+"},
        {Facet::Confidence, "HOW", "keeps claims with this confidence of the analyst"},
        {Facet::Reliability, "GRADES", "keeps claims of sources with these grades, A to F"},
        {Facet::Credibility, "GRADES", "keeps edges with these grades of information, 1 to 6"},
        {Facet::Outlet, "NAMES", "keeps what these outlets say"},
        {Facet::Article, "NAMES", "keeps what these articles say"},
        {Facet::Tag, "TAGS", "keeps what has one of these tags"},
        {Facet::Language, "CODES", "keeps what is said in these languages, as in ko"},
        {Facet::Origin, "HOW", "keeps what was annotated, what was quoted by hand, or what was judged"},
        {Facet::Quote, "HOW", "keeps claims with such a quote: exact, moved or missing"},
        {Facet::Problems, "HOW", "keeps claims with some problem in them, or without"},
    };
    // clang-format on
    return all;
}

struct AskedDates
{
    Facet facet;
    const char* from;
    const char* to;
    const char* undated;
};

constexpr std::array<AskedDates, 2> askedByDates{{
    {Facet::Date, "from", "to", "undated"},
    {Facet::Reported, "reported-from", "reported-to", "reported-undated"},
}};

/// "Happened,unstated"; a comma within a name is written as "\,".
std::vector<std::string> splitList(const std::string& text)
{
    std::vector<std::string> parts(1);
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size() && text[i + 1] == ',')
            parts.back() += text[++i];
        else if (text[i] == ',')
            parts.emplace_back();
        else
            parts.back() += text[i];
    }
    return parts;
}

class Reading
{
public:
    Reading(const Arguments& arguments, const KnowledgeGraph& events, const FilterGround& ground)
        : m_arguments(arguments)
        , m_events(events)
        , m_ground(ground)
    {
    }

    /// @returns all that is wrong with them, in words.
    Expected<Filter, std::string> filter()
    {
        m_filter.isAny = m_arguments.has("any");
        for (const Asked& asked : askedByValue()) {
            if (const std::string option(nameOf(asked.facet)); m_arguments.has(option))
                takeValues(asked.facet, m_arguments.value(option));
        }
        takeSources();
        for (const AskedDates& asked : askedByDates)
            takeDates(asked);
        if (m_arguments.has("not"))
            negate(m_arguments.value("not"));
        if (!m_troubles.empty())
            return Unexpected{fmt::format("{}", fmt::join(m_troubles, "; "))};
        return m_filter;
    }

private:
    void takeValues(Facet facet, const std::string& list)
    {
        Condition condition;
        condition.facet = facet;
        const std::vector<FacetChoice> choices = facetChoices(facet, false, m_events, m_ground, {});
        for (const std::string& wanted : splitList(list)) {
            // A grade that nothing has leaves nothing, and is none to wonder at.
            const bool isGrade = facet == Facet::Credibility && isInformationGrade(wanted);
            const std::vector<std::string> values =
                isGrade ? std::vector{wanted} : valuesOf(facet, wanted, choices);
            std::ranges::copy_if(
                values, std::back_inserter(condition.values), [&](const auto& value) {
                    return std::ranges::find(condition.values, value) == condition.values.end();
                });
            if (wanted.empty())
                m_troubles.push_back(fmt::format("--{} has nothing beside a comma in “{}”; for "
                                                 "what is not said write “{}”",
                                                 nameOf(facet), list, wordsFor(facet, {})));
            else if (values.empty())
                m_troubles.push_back(fmt::format("--{} cannot be “{}”; here it can be {}",
                                                 nameOf(facet), wanted, namesOf(facet, choices)));
        }
        m_filter.conditions.push_back(std::move(condition));
    }

    /// By what is written in files, or else by what people are shown, which may be the same of
    /// several: then all of them.
    std::vector<std::string> valuesOf(Facet facet, const std::string& wanted,
                                      const std::vector<FacetChoice>& choices) const
    {
        if (wanted.empty())
            return {};
        if (std::ranges::find(choices, wanted, &FacetChoice::value) != choices.end())
            return {wanted};
        std::vector<std::string> values;
        for (const FacetChoice& choice : choices) {
            if (isSame(facet, choice.value, wanted) ||
                isSame(facet, wordsFor(facet, choice.value), wanted))
                values.push_back(choice.value);
        }
        return values;
    }

    /// CT+ and CT- are the same but for a sign, which folding takes away.
    static bool isSame(Facet facet, const std::string& name, const std::string& wanted)
    {
        if (facet == Facet::Factuality)
            return asciiLower(name) == asciiLower(wanted);
        return !folded(wanted).empty() && folded(name) == folded(wanted);
    }

    std::string wordsFor(Facet facet, const std::string& value) const
    {
        return wordsOf(facet, value, m_ground.ontology, m_ground.store);
    }

    std::string namesOf(Facet facet, const std::vector<FacetChoice>& choices) const
    {
        constexpr std::size_t namesAtMost = 12;
        std::vector<std::string> names;
        for (const FacetChoice& choice : choices) {
            if (names.size() == namesAtMost) {
                names.push_back(fmt::format("{} more", choices.size() - namesAtMost));
                break;
            }
            names.push_back(choice.value.empty() ? wordsFor(facet, {}) : choice.value);
        }
        return names.empty() ? "nothing, as there is none"
                             : fmt::format("{}", fmt::join(names, ", "));
    }

    void takeSources()
    {
        const std::string option(nameOf(Facet::Sources));
        if (!m_arguments.has(option))
            return;
        constexpr int atMost = 999999;
        if (const std::optional<int> count = numberOf(m_arguments, option, 1, atMost))
            m_filter.conditions.push_back({Facet::Sources, {std::to_string(*count)}, false});
        else
            m_troubles.push_back(fmt::format("--{} cannot be “{}”; it takes a number from 1",
                                             option, m_arguments.value(option)));
    }

    void takeDates(const AskedDates& asked)
    {
        Condition condition{asked.facet, {}, false};
        if (m_arguments.has(asked.from) || m_arguments.has(asked.to))
            condition.values.push_back(spanOf(asked));
        if (m_arguments.has(asked.undated))
            condition.values.emplace_back();
        if (!condition.values.empty())
            m_filter.conditions.push_back(std::move(condition));
    }

    std::string spanOf(const AskedDates& asked)
    {
        bool areDates = true;
        for (const char* end : {asked.from, asked.to}) {
            if (!m_arguments.has(end) || isOneDate(m_arguments.value(end)))
                continue;
            areDates = false;
            m_troubles.push_back(fmt::format("--{} cannot be “{}”; it takes one date, as in 2019, "
                                             "2019-04 or 2019-04-25",
                                             end, m_arguments.value(end)));
        }
        const std::string from = m_arguments.value(asked.from, "..");
        const std::string to = m_arguments.value(asked.to, "..");
        std::string span = fmt::format("{}/{}", from, to);
        if (areDates && !parseEdtf(span))
            m_troubles.push_back(
                fmt::format("--{} comes after --{}, and nothing lies between {} and {}", asked.from,
                            asked.to, from, to));
        return span;
    }

    /// And no span, no set, nor "perhaps" or "about", of which nobody knows where they end.
    static bool isOneDate(const std::string& text)
    {
        return text.find_first_not_of("0123456789-Y") == std::string::npos && parseEdtf(text);
    }

    void negate(const std::string& list)
    {
        for (const std::string& name : splitList(list)) {
            const std::optional<Facet> facet = parseFacet(name);
            const auto found =
                std::ranges::find_if(m_filter.conditions, [&](const Condition& condition) {
                    return condition.facet == facet;
                });
            if (found == m_filter.conditions.end())
                m_troubles.push_back(
                    fmt::format("--not cannot be “{}”; it takes names of filters that are given "
                                "too, as in --outlet TASS --not outlet",
                                name));
            else
                found->isNegated = true;
        }
    }

    const Arguments& m_arguments;
    const KnowledgeGraph& m_events;
    const FilterGround& m_ground;
    Filter m_filter;
    std::vector<std::string> m_troubles;
};

} // namespace

std::vector<Option> withFilters(std::vector<Option> options)
{
    for (const Asked& asked : askedByValue())
        options.push_back(
            {std::string(nameOf(asked.facet)), asked.value, asked.about, {}, "", true});
    options.push_back({std::string(nameOf(Facet::Sources)),
                       "N",
                       "keeps edges of which at least N independent sources say so",
                       {},
                       ""});
    options.push_back({"from", "DATE", "keeps events that may be of this day or later", {}, ""});
    options.push_back({"to", "DATE", "keeps events that may be of this day or earlier", {}, ""});
    options.push_back({"reported-from", "DATE", "keeps what was published then or later", {}, ""});
    options.push_back({"reported-to", "DATE", "keeps what was published then or earlier", {}, ""});
    options.push_back({"undated", "", "keeps events without a date, beside those by date", {}, ""});
    options.push_back(
        {"reported-undated", "", "keeps what was published nobody knows when", {}, ""});
    options.push_back({"as-known-on",
                       "DATE",
                       "leaves out what was published after this day, before anything else",
                       {},
                       ""});
    options.push_back(
        {"any", "", "one of these filters is enough; else all of them count", {}, ""});
    options.push_back({"not",
                       "FILTERS",
                       "turns some of these round, as in --outlet TASS --not outlet; date and "
                       "reported for dates",
                       {},
                       "",
                       true});
    return options;
}

namespace
{

/// @returns what is wrong, in words.
std::optional<std::string> goBack(FilteredGraph& graph, const Corpus& corpus,
                                  const Arguments& arguments)
{
    if (!arguments.has("as-known-on"))
        return std::nullopt;
    const std::optional<Edtf> date = parseEdtf(arguments.value("as-known-on"));
    if (!date || !date->latest || date->earliest != date->latest)
        return fmt::format("--as-known-on takes a day, as in 2024-01-15, and not “{}”",
                           arguments.value("as-known-on"));
    // What has no date is said to be there rather than dropped.
    graph.all = asKnownOn(graph.all, corpus.store, corpus.ontology, *date->latest, true);
    graph.words = fmt::format("as known on {}{}", wordsOf(*date),
                              noteOf(knownArticles(corpus.store, *date->latest)));
    graph.isAsKnown = true;
    return std::nullopt;
}

bool asksForSources(const Arguments& arguments)
{
    return std::ranges::any_of(allFacets, [&](Facet facet) {
        return isOfSources(facet) && arguments.has(std::string(nameOf(facet)));
    });
}

} // namespace

Expected<FilteredGraph, Exit> filteredGraph(const std::string& command, const Corpus& corpus,
                                            const Arguments& arguments, const Streams& streams)
{
    FilteredGraph graph;
    graph.all = foldFor(corpus, arguments);
    if (const std::optional<std::string> trouble = goBack(graph, corpus, arguments))
        return Unexpected{wrongUsage(streams, command, plain(*trouble))};
    if (asksForSources(arguments))
        graph.copies = Copies::among(corpus.store);
    const FilterGround ground{corpus.store, corpus.ontology, corpus.diagnostics, &graph.copies};
    Expected<Filter, std::string> filter = Reading(arguments, graph.all, ground).filter();
    if (!filter)
        return Unexpected{wrongUsage(streams, command, plain(filter.error()))};
    graph.filter = *std::move(filter);
    if (graph.filter.isEmpty())
        return graph;
    graph.words +=
        (graph.words.empty() ? "" : "; ") + wordsOf(graph.filter, corpus.ontology, corpus.store);
    graph.left = filtered(graph.all, ground, graph.filter);
    return graph;
}

} // namespace entente
