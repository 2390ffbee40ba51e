// SPDX-License-Identifier: Apache-2.0
#include "app/cli/modalities.h"

#include "graph/text/fold.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

namespace entente
{

namespace
{

constexpr std::string_view unstated = "unstated";

std::string allNames()
{
    std::string names;
    for (const Modality modality : allModalities)
        names += fmt::format("{}, ", nameOf(modality));
    return names + std::string(unstated);
}

} // namespace

std::vector<Option> withModalities(std::vector<Option> options)
{
    options.push_back({"all", "", "counts all meetings, whatever is said of them", {}, ""});
    options.push_back({"modality",
                       "HOW",
                       "counts meetings of which this is said, as in Happened,Expected",
                       {},
                       ""});
    return options;
}

Expected<CountedModalities, std::string> modalitiesFrom(const Arguments& arguments)
{
    if (arguments.has("all") && arguments.has("modality"))
        return Unexpected{std::string("--all counts all; --modality chooses among them")};
    if (arguments.has("all"))
        return CountedModalities{};
    if (!arguments.has("modality"))
        return CountedModalities{Modality::Happened};
    CountedModalities modalities;
    std::istringstream words(arguments.value("modality"));
    for (std::string word; std::getline(words, word, ',');) {
        const auto* const known =
            std::ranges::find(allModalities, folded(word),
                              [](Modality modality) { return folded(nameOf(modality)); });
        if (known != allModalities.end())
            modalities.insert(*known);
        else if (folded(word) == unstated)
            modalities.insert(std::nullopt);
        else
            return Unexpected{
                fmt::format("--modality cannot be “{}”; it can be {}", word, allNames())};
    }
    if (modalities.empty())
        return Unexpected{fmt::format("--modality says nothing; it can be {}", allNames())};
    return modalities;
}

std::string wordsOf(const CountedModalities& modalities)
{
    if (modalities.empty())
        return "all meetings, also those that did not happen";
    std::string words;
    for (const std::optional<Modality> modality : modalities)
        words += fmt::format("{}{}", words.empty() ? "" : " or ", wordsOf(modality));
    return "meetings: " + words;
}

} // namespace entente
