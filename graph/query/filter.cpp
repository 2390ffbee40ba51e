// SPDX-License-Identifier: Apache-2.0
#include "graph/query/filter.h"

#include "graph/base/jsontext.h"
#include "graph/model/grades.h"
#include "graph/model/modality.h"
#include "graph/model/store.h"
#include "graph/ontology/ontology.h"
#include "graph/query/asknown.h"
#include "graph/text/datewords.h"
#include "graph/text/edtf.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace entente
{

namespace
{

using Json = nlohmann::ordered_json;

struct FacetNames
{
    std::string_view name, words, unsaid; ///< Unsaid: what the empty value is called.
};

FacetNames namesOf(Facet facet)
{
    switch (facet) {
    case Facet::Type:
        return {"type", "Type", "unknown"};
    case Facet::Kind:
        return {"kind", "Who or what", "unknown"};
    case Facet::Role:
        return {"role", "Role", "unknown"};
    case Facet::Modality:
        return {"modality", "Modality", "unstated"};
    case Facet::Factuality:
        return {"factuality", "Factuality", "unstated"};
    case Facet::Confidence:
        return {"confidence", "Confidence", "not graded"};
    case Facet::Reliability:
        return {"reliability", "Grade of source", "not graded"};
    case Facet::Outlet:
        return {"outlet", "Outlet", "unknown"};
    case Facet::Article:
        return {"article", "Article", "unknown"};
    case Facet::Tag:
        return {"tag", "Tag", "no tag"};
    case Facet::Language:
        return {"language", "Language", "unknown"};
    case Facet::Date:
        return {"date", "Event date", "undated"};
    case Facet::Reported:
        return {"reported", "Report date", "undated"};
    case Facet::Origin:
        return {"origin", "Origin", "unknown"};
    case Facet::Quote:
        return {"quote", "Quote", "without a quote"};
    case Facet::Problems:
        return {"problems", "Problems", "without"};
    case Facet::Credibility:
        return {"credibility", "Grade of information", "not graded"};
    case Facet::Sources:
        return {"min-sources", "Independent sources", "unknown"};
    case Facet::KnownOn:
        return {"as-known-on", "As known on", "unknown"};
    }
    return {};
}

/// "ko" → "Korean"; what is no language is said as it is.
std::string languageWords(const std::string& code, const Wording& wording)
{
    std::string words;
    icu::UnicodeString name;
    const icu::Locale locale = icu::Locale::createFromName(code.c_str());
    const icu::Locale in = icu::Locale::createFromName(wording.code().c_str());
    locale.getDisplayLanguage(in, name).toUTF8String(words);
    return words.empty() ? code : words;
}

std::string articleWords(const std::string& name, const Store& store)
{
    for (const ArticleId id : store.articles()) {
        if (const Article* article = store.article(id); article->name == name)
            return article->title.empty() ? name : article->title;
    }
    return name;
}

std::string roleWords(const std::string& role, const Ontology& ontology)
{
    return ontology.knowsRelation(role) ? ontology.relation(role).label : role;
}

/// "2019" and "2019/.." in words.
std::string dateWords(const std::string& value, const Wording& wording)
{
    const std::optional<Edtf> date = parseEdtf(value);
    return date ? wordsOf(*date, wording.dates()) : value;
}

std::optional<Day> dayOf(const std::string& value)
{
    const std::optional<Edtf> date = parseEdtf(value);
    return date && date->earliest == date->latest ? date->latest : std::nullopt;
}

/// So many that nobody has them are no number either.
bool isCount(const std::string& value)
{
    return !value.empty() && value.size() < 7 && value.front() != '0' &&
           value.find_first_not_of("0123456789") == std::string::npos;
}

std::string textAt(const Json& json, const char* name)
{
    const auto found = json.find(name);
    return found == json.end() || !found->is_string() ? std::string() : found->get<std::string>();
}

/// @returns what is wrong with a value, in words; empty: nothing.
std::string valueTrouble(Facet facet, const std::string& value)
{
    if (isOfDates(facet) && !value.empty() && !parseEdtf(value))
        return fmt::format("“{}” is no date", value);
    if (facet == Facet::KnownOn && !dayOf(value))
        return fmt::format("“{}” is no day", value);
    if (facet == Facet::Sources && !isCount(value))
        return fmt::format("“{}” is no number of sources", value);
    return {};
}

Expected<Condition, std::string> conditionFrom(const Json& json)
{
    if (!json.is_object())
        return Unexpected{std::string("a condition is no object")};
    const std::string name = textAt(json, "facet");
    const std::optional<Facet> facet = parseFacet(name);
    if (!facet)
        return Unexpected{fmt::format("nothing is known of the facet “{}”", name)};
    Condition condition;
    condition.facet = *facet;
    if (const auto negated = json.find("not"); negated != json.end())
        condition.isNegated = *negated == true;
    if (condition.isNegated && *facet == Facet::KnownOn)
        return Unexpected{fmt::format("“{}” cannot be turned round", name)};
    const auto values = json.find("values");
    if (values == json.end() || !values->is_array() || values->empty())
        return Unexpected{fmt::format("the condition on “{}” has no values", name)};
    for (const Json& value : *values) {
        if (!value.is_null() && !value.is_string())
            return Unexpected{fmt::format("a value of “{}” is no text", name)};
        condition.values.push_back(value.is_null() ? std::string() : value.get<std::string>());
        if (const std::string trouble = valueTrouble(*facet, condition.values.back());
            !trouble.empty())
            return Unexpected{trouble};
    }
    return condition;
}

/// Who asks from when need not think of what has no date.
bool leavesOutUndated(const Condition& condition)
{
    return isOfDates(condition.facet) && !condition.isNegated &&
           std::ranges::find(condition.values, std::string()) == condition.values.end();
}

/// What a condition does that does not meet the eye.
std::string noteOn(const Condition& condition, const Store& store, const Wording& wording)
{
    const std::optional<Day> day = Filter{{condition}, false}.knownOn();
    if (day)
        return noteOf(knownArticles(store, *day));
    return leavesOutUndated(condition) ? " " + wording("(undated left out)") : "";
}

} // namespace

std::string_view nameOf(Facet facet) { return namesOf(facet).name; }
std::string_view wordsOf(Facet facet) { return namesOf(facet).words; }

std::optional<Facet> parseFacet(std::string_view name)
{
    for (const Facet facet : allFacets) {
        if (nameOf(facet) == name)
            return facet;
    }
    return std::nullopt;
}

bool isOfEdges(Facet facet)
{
    return facet == Facet::Role || facet == Facet::Kind || isOfSources(facet);
}
bool isOfSources(Facet facet) { return facet == Facet::Sources || facet == Facet::Credibility; }
bool isOfDates(Facet facet) { return facet == Facet::Date || facet == Facet::Reported; }

bool Filter::asks(Facet facet) const
{
    return std::ranges::find(conditions, facet, &Condition::facet) != conditions.end();
}

bool Filter::asksForSources() const { return asks(Facet::Sources) || asks(Facet::Credibility); }

std::optional<Day> Filter::knownOn() const
{
    std::optional<Day> earliest;
    for (const Condition& condition : conditions) {
        for (const std::string& value :
             condition.facet == Facet::KnownOn ? condition.values : std::vector<std::string>()) {
            if (const std::optional<Day> day = dayOf(value); day && (!earliest || *day < *earliest))
                earliest = day;
        }
    }
    return earliest;
}

Filter Filter::withoutKnownOn() const
{
    Filter rest = *this;
    std::erase_if(rest.conditions,
                  [](const Condition& condition) { return condition.facet == Facet::KnownOn; });
    return rest;
}

std::string wordsOf(Facet facet, const std::string& value, const Ontology& ontology,
                    const Store& store, const Wording& wording)
{
    if (value.empty())
        return wording(namesOf(facet).unsaid);
    switch (facet) {
    case Facet::Type:
        return wording(ontology.event(value).label);
    case Facet::Kind:
        return wording(ontology.entity(value).label);
    case Facet::Role:
        return wording(roleWords(value, ontology));
    case Facet::Modality:
        if (const std::optional<Modality> modality = parseModality(value))
            return wording(wordsOf(modality));
        return value;
    case Facet::Factuality:
        if (const std::optional<Factuality> factuality = parseFactuality(value))
            return fmt::format("{} ({})", wording(wordsOf(*factuality)), value);
        return value;
    case Facet::Article:
        return articleWords(value, store);
    case Facet::Language:
        return languageWords(value, wording);
    case Facet::Date:
    case Facet::Reported:
    case Facet::KnownOn:
        return dateWords(value, wording);
    case Facet::Credibility:
        return isInformationGrade(value)
                   ? fmt::format("{} ({})", value, wording(wordsOfInformationGrade(value)))
                   : value;
    case Facet::Sources:
        return wording.with("at least {}", {value});
    case Facet::Origin:
        return value == "hand"     ? wording("by hand")
               : value == "judged" ? wording("an analyst's judgement")
                                   : value;
    case Facet::Problems:
        return wording("with some");
    case Facet::Confidence:
    case Facet::Reliability:
    case Facet::Outlet:
    case Facet::Tag:
    case Facet::Quote:
        return value;
    }
    return value;
}

std::string wordsOf(const Condition& condition, const Ontology& ontology, const Store& store,
                    const Wording& wording)
{
    std::vector<std::string> values;
    std::ranges::transform(condition.values, std::back_inserter(values), [&](const auto& value) {
        return wordsOf(condition.facet, value, ontology, store, wording);
    });
    if (condition.facet == Facet::KnownOn)
        return wording.with("as known on {}",
                            {fmt::format("{}", fmt::join(values, wording(" and ")))});
    const std::string words = fmt::format("{}: {}", wording(wordsOf(condition.facet)),
                                          fmt::join(values, wording(" or ")));
    return condition.isNegated ? wording.with("not {}", {words}) : words;
}

std::string wordsOf(const Filter& filter, const Ontology& ontology, const Store& store,
                    const Wording& wording)
{
    std::vector<std::string> known;
    std::vector<std::string> conditions;
    for (const Condition& condition : filter.conditions) {
        const bool isOfDay = condition.facet == Facet::KnownOn;
        (isOfDay ? known : conditions)
            .push_back(wordsOf(condition, ontology, store, wording) +
                       noteOn(condition, store, wording));
    }
    std::string words = fmt::format("{}", fmt::join(known, "; "));
    if (!known.empty() && !conditions.empty())
        words += "; ";
    const std::string all = fmt::format("{}", fmt::join(conditions, "; "));
    return words +
           (filter.isAny && conditions.size() > 1 ? wording.with("any of: {}", {all}) : all);
}

Json jsonOf(const Filter& filter)
{
    Json conditions = Json::array();
    for (const Condition& condition : filter.conditions) {
        Json values = Json::array();
        for (const std::string& value : condition.values)
            values.push_back(value.empty() ? Json() : jsonOf(value));
        Json one = {{"facet", nameOf(condition.facet)}, {"values", std::move(values)}};
        if (condition.isNegated)
            one["not"] = true;
        conditions.push_back(std::move(one));
    }
    return {{"match", filter.isAny ? "any" : "all"}, {"conditions", std::move(conditions)}};
}

Expected<Filter, std::string> filterFrom(const Json& json)
{
    const auto conditions = json.is_object() ? json.find("conditions") : json.end();
    if (conditions == json.end() || !conditions->is_array())
        return Unexpected{std::string("it has no conditions")};
    if (conditions->size() > conditionsAtMost)
        return Unexpected{fmt::format("it has more than {} conditions", conditionsAtMost)};
    Filter filter;
    const auto match = json.find("match");
    if (match != json.end() && *match != "all" && *match != "any")
        return Unexpected{std::string("its “match” is neither “all” nor “any”")};
    filter.isAny = match != json.end() && *match == "any";
    for (const Json& one : *conditions) {
        Expected<Condition, std::string> condition = conditionFrom(one);
        if (!condition)
            return Unexpected{condition.error()};
        filter.conditions.push_back(*std::move(condition));
    }
    return filter;
}

} // namespace entente
