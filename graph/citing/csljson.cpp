// SPDX-License-Identifier: Apache-2.0
#include "graph/citing/csljson.h"

#include "graph/citing/citations.h"
#include "graph/model/attribution.h"
#include "graph/model/grades.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace entente
{

namespace
{

using Json = nlohmann::ordered_json;

/// "2024-01" is [2024, 1]. @returns null for what is not one date of plain digits.
Json partsOf(const Edtf& date)
{
    std::string digits = date.text;
    while (!digits.empty() &&
           (digits.back() == '?' || digits.back() == '~' || digits.back() == '%'))
        digits.pop_back();
    const bool isPlain = digits.find_first_not_of("0123456789-") == std::string::npos;
    if (!isPlain || digits.starts_with('-') || !date.earliest || !date.latest)
        return {};
    const Day day = *date.earliest;
    switch (std::ranges::count(digits, '-')) {
    case 0:
        return Json::array({day.year});
    case 1:
        // Months above 12 are seasons, of which EDTF gives an interval.
        if (day.year != date.latest->year || day.month != date.latest->month)
            return {};
        return Json::array({day.year, day.month});
    case 2:
        return Json::array({day.year, day.month, day.day});
    default:
        return {};
    }
}

/// What has no parts of its own stands in words, which CSL calls literal.
Json issuedOf(const Edtf& date)
{
    Json parts = Json::array();
    std::string rest = date.text;
    for (bool isMore = true; isMore;) {
        const std::size_t slash = rest.find('/');
        isMore = slash != std::string::npos;
        const std::optional<Edtf> one = parseEdtf(rest.substr(0, slash));
        Json known = one ? partsOf(*one) : Json();
        if (known.is_null())
            return {{"literal", wordsOf(date)}};
        parts.push_back(std::move(known));
        rest = isMore ? rest.substr(slash + 1) : std::string();
    }
    Json issued = {{"date-parts", std::move(parts)}};
    if (date.uncertain || date.approximate)
        issued["circa"] = true;
    return issued;
}

std::string noteOf(const CitedArticle& article)
{
    std::string note = article.reliability.empty()
                           ? std::string("Source not graded")
                           : fmt::format("Source graded {}, {}", article.reliability,
                                         wordsOfSourceGrade(article.reliability));
    if (article.chain.size() > 1)
        note += "; published by " + chainWords(article.chain);
    if (!article.address.empty() && webAddress(article.address).empty())
        note += "; recorded address: " + article.address;
    return note;
}

Json itemOf(const CitedArticle& article)
{
    Json item = {{"id", article.name}, {"type", "article-newspaper"}, {"title", article.title}};
    if (!article.byline.empty())
        item["author"] = Json::array({{{"literal", article.byline}}});
    if (!article.outlet.empty())
        item["container-title"] = article.outlet;
    if (article.published)
        item["issued"] = issuedOf(*article.published);
    if (const std::string address = webAddress(article.address); !address.empty())
        item["URL"] = address;
    if (!article.language.empty())
        item["language"] = article.language;
    item["note"] = noteOf(article);
    return item;
}

} // namespace

std::string cslJson(const Citations& citations)
{
    Json items = Json::array();
    for (const CitedArticle& article : citations.articles)
        items.push_back(itemOf(article));
    return items.dump(1, ' ', false, Json::error_handler_t::replace) + '\n';
}

} // namespace entente
