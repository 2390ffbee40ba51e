// SPDX-License-Identifier: Apache-2.0
#include "app/cli/filteroptions.h"

#include "app/cli/input.h"
#include "graph/query/facetcounts.h"
#include "graph/query/filtered.h"
#include "graph/text/fold.h"

#include <fmt/format.h>

#include <algorithm>
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
        {Facet::Outlet, "NAMES", "keeps what these outlets say"},
        {Facet::Article, "NAMES", "keeps what these articles say"},
        {Facet::Tag, "TAGS", "keeps what has one of these tags"},
        {Facet::Language, "CODES", "keeps what is said in these languages, as in ko"},
        {Facet::Origin, "HOW", "keeps what was annotated, or done by hand"},
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
};

constexpr std::array<AskedDates, 2> askedByDates{{
    {Facet::Date, "from", "to"},
    {Facet::Reported, "reported-from", "reported-to"},
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

    Expected<Filter, std::string> filter()
    {
        m_filter.isAny = m_arguments.has("any");
        for (const Asked& asked : askedByValue()) {
            if (const std::string option(nameOf(asked.facet)); m_arguments.has(option))
                takeValues(asked.facet, m_arguments.value(option));
        }
        for (const AskedDates& asked : askedByDates)
            takeDates(asked);
        if (m_arguments.has("not"))
            negate(m_arguments.value("not"));
        if (!m_trouble.empty())
            return Unexpected{m_trouble};
        return m_filter;
    }

private:
    void takeValues(Facet facet, const std::string& list)
    {
        Condition condition;
        condition.facet = facet;
        const std::vector<FacetChoice> choices = facetChoices(facet, false, m_events, m_ground, {});
        for (const std::string& wanted : splitList(list)) {
            if (const auto value = valueOf(facet, wanted, choices))
                condition.values.push_back(*value);
            else
                m_trouble = fmt::format("--{} cannot be “{}”; here it can be {}", nameOf(facet),
                                        wanted, namesOf(facet, choices));
        }
        m_filter.conditions.push_back(std::move(condition));
    }

    /// By what is written in files, or what people are shown.
    std::optional<std::string> valueOf(Facet facet, const std::string& wanted,
                                       const std::vector<FacetChoice>& choices) const
    {
        const auto is = [&](const std::string& name) { return folded(name) == folded(wanted); };
        for (const FacetChoice& choice : choices) {
            if (choice.value == wanted) // CT+ and CT- are the same but for a sign.
                return choice.value;
        }
        for (const FacetChoice& choice : choices) {
            if (!folded(wanted).empty() && (is(choice.value) || is(wordsFor(facet, choice.value))))
                return choice.value;
        }
        return std::nullopt;
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

    void takeDates(const AskedDates& asked)
    {
        if (!m_arguments.has(asked.from) && !m_arguments.has(asked.to))
            return;
        for (const char* end : {asked.from, asked.to}) {
            if (m_arguments.has(end) && !parseEdtf(m_arguments.value(end)))
                m_trouble = fmt::format("--{} cannot be “{}”; it takes a date, as in 2019, 2019-04 "
                                        "or 2019-04-25",
                                        end, m_arguments.value(end));
        }
        const std::string from = m_arguments.value(asked.from, "..");
        const std::string to = m_arguments.value(asked.to, "..");
        const std::string span = fmt::format("{}/{}", from, to);
        if (m_trouble.empty() && !parseEdtf(span))
            m_trouble = fmt::format("--{} comes after --{}, and nothing lies between {} and {}",
                                    asked.from, asked.to, from, to);
        m_filter.conditions.push_back({asked.facet, {span}, false});
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
                m_trouble = fmt::format("--not cannot be “{}”; it takes names of filters that are "
                                        "given too, as in --outlet TASS --not outlet",
                                        name);
            else
                found->isNegated = true;
        }
    }

    const Arguments& m_arguments;
    const KnowledgeGraph& m_events;
    const FilterGround& m_ground;
    Filter m_filter;
    std::string m_trouble; ///< The last one; empty: none.
};

} // namespace

std::vector<Option> withFilters(std::vector<Option> options)
{
    for (const Asked& asked : askedByValue())
        options.push_back({std::string(nameOf(asked.facet)), asked.value, asked.about, {}, ""});
    options.push_back({"from", "DATE", "keeps events that may be of this day or later", {}, ""});
    options.push_back({"to", "DATE", "keeps events that may be of this day or earlier", {}, ""});
    options.push_back({"reported-from", "DATE", "keeps what was published then or later", {}, ""});
    options.push_back({"reported-to", "DATE", "keeps what was published then or earlier", {}, ""});
    options.push_back(
        {"any", "", "one of these filters is enough; else all of them count", {}, ""});
    options.push_back({"not",
                       "FILTERS",
                       "turns some of these round, as in --outlet TASS --not outlet; date and "
                       "reported for dates",
                       {},
                       ""});
    return options;
}

std::optional<FilteredGraph> filteredGraph(const std::string& command, const Corpus& corpus,
                                           const Arguments& arguments, const Streams& streams)
{
    FilteredGraph graph;
    graph.all = foldFor(corpus, arguments);
    const FilterGround ground{corpus.store, corpus.ontology, corpus.diagnostics};
    Expected<Filter, std::string> filter = Reading(arguments, graph.all, ground).filter();
    if (!filter) {
        notDone(streams, command, filter.error());
        return std::nullopt;
    }
    graph.filter = *std::move(filter);
    if (graph.filter.isEmpty())
        return graph;
    graph.words = wordsOf(graph.filter, corpus.ontology, corpus.store);
    graph.left = filtered(graph.all, ground, graph.filter);
    return graph;
}

} // namespace entente
