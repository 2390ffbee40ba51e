// SPDX-License-Identifier: Apache-2.0
#include "graph/proposals/namesof.h"

#include "graph/model/store.h"
#include "graph/text/ascii.h"
#include "graph/text/fold.h"
#include "graph/text/namewords.h"
#include "graph/text/sourcetext.h"

#include <algorithm>
#include <array>

namespace entente
{

namespace
{

bool isCapital(const NameWord& word)
{
    return word.casing != Casing::Lower && word.casing != Casing::None;
}

/// "The newspaper", "Two ministers": capitals for the beginning of the sentence alone.
bool isDeterminer(std::string_view word)
{
    static constexpr std::array<std::string_view, 20> determiners{
        "the",   "a",   "an", "this", "that", "these", "those", "his",  "her", "its",
        "their", "our", "my", "your", "both", "one",   "two",   "some", "all", "other"};
    return std::ranges::find(determiners, word) != determiners.end();
}

bool readsAsName(const std::string& text)
{
    const std::vector<NameWord> words = nameWords(SourceText(text));
    if (words.empty() || words.front().casing == Casing::Lower)
        return false;
    const bool isOneOfMany = words.size() > 1 && isDeterminer(words.front().folded) &&
                             std::ranges::none_of(words.begin() + 1, words.end(), isCapital);
    return !isOneOfMany;
}

bool isSaidAsName(const Alias& alias, const Store& store)
{
    const bool isSaid = std::ranges::any_of(alias.mentions, [&](MentionId id) {
        const Mention* mention = store.mention(id);
        return mention != nullptr && mention->form != "Nominal" && mention->form != "Pronoun";
    });
    return isSaid && readsAsName(alias.name);
}

/// By an analyst or by a reference; a name that was chosen from mentions may be "tourists".
bool isGiven(const std::string& name, const Node& node, const Store& store)
{
    const bool isReferences =
        std::ranges::any_of(node.ids, [&](const OutsideId& id) { return id.text == name; });
    return isReferences || std::ranges::any_of(node.entities, [&](EntityId id) {
               const Entity* entity = store.entity(id);
               return entity != nullptr && entity->name == name;
           });
}

} // namespace

bool isName(const Mention& mention)
{
    return mention.form != "Nominal" && mention.form != "Pronoun" && readsAsName(mention.text);
}

std::vector<std::string> namesOf(const Node& node, const Store& store)
{
    std::vector<std::string> names;
    if (isGiven(node.name, node, store))
        names.push_back(node.name);
    for (const Alias& alias : node.aliases) {
        const bool isKnown = !names.empty() && alias.name == names.front();
        if (isKnown || !isSaidAsName(alias, store))
            continue;
        const bool isPreferred = alias.name == node.name;
        names.insert(isPreferred ? names.begin() : names.end(), alias.name);
    }
    return names;
}

bool isIso3166(std::string_view authority)
{
    std::string name = asciiLower(std::string(authority));
    std::erase(name, ' ');
    return name.starts_with("iso3166");
}

} // namespace entente
