// SPDX-License-Identifier: Apache-2.0
#include "graph/exchange/ententelines.h"

#include "graph/annotation/brat/lines.h"
#include "graph/base/jsontext.h"
#include "graph/exchange/ententetaking.h"
#include "graph/project/editjson.h"
#include "graph/text/utf8.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <stdexcept>
#include <unordered_map>
#include <utility>

namespace entente
{

namespace
{

using Json = nlohmann::ordered_json; // Keeps keys in the order in which they are put in.

Json write(const std::map<std::string, Uuid>& ids)
{
    Json json = Json::array();
    for (const auto& [line, id] : ids)
        json.push_back(Json::array({jsonOf(line), id.text()}));
    return json;
}

Json write(const std::vector<RecordOrder::Place>& places)
{
    Json json = Json::array();
    for (const RecordOrder::Place& place : places)
        json.push_back(Json::array({place.id.text(), place.position}));
    return json;
}

Json write(const std::set<std::string>& lines)
{
    Json json = Json::array();
    for (const std::string& line : lines)
        json.push_back(jsonOf(line));
    return json;
}

template <class List>
void put(Json& json, const char* name, const List& list)
{
    if (!list.empty())
        json[name] = write(list);
}

std::string lineOf(const Json& json) { return json.dump() + '\n'; }

// Reading. What is of another kind than it should be throws.

Uuid uuidFrom(const Json& json)
{
    const auto uuid = Uuid::parse(json.get_ref<const std::string&>());
    if (!uuid)
        throw std::invalid_argument("“" + json.get<std::string>() + "” is no id");
    return *uuid;
}

void read(const Json& json, std::map<std::string, Uuid>& ids)
{
    for (const Json& pair : json)
        ids.insert_or_assign(textFrom(pair.at(0)), uuidFrom(pair.at(1)));
}

void read(const Json& json, std::vector<RecordOrder::Place>& places)
{
    for (const Json& pair : json)
        places.push_back({uuidFrom(pair.at(0)), pair.at(1).get<int>()});
}

void read(const Json& json, std::set<std::string>& lines)
{
    for (const Json& line : json)
        lines.insert(textFrom(line));
}

template <class List>
void take(const Json& json, const char* name, List& list)
{
    if (const auto found = json.find(name); found != json.end())
        read(*found, list);
}

ArticleNames namesFrom(const Json& json)
{
    ArticleNames names;
    names.file = textFrom(json.at("file"));
    if (json.contains("article"))
        names.article = ArticleId(uuidFrom(json["article"]));
    take(json, "mentions", names.mentions);
    take(json, "entities", names.entities);
    take(json, "events", names.events);
    take(json, "claims", names.claims);
    take(json, "byHand", names.byHand);
    return names;
}

RecordOrder orderFrom(const Json& json)
{
    RecordOrder order;
    if (json.contains("article"))
        order.article = ArticleId(uuidFrom(json["article"]));
    take(json, "articles", order.articles);
    take(json, "mentions", order.mentions);
    take(json, "entities", order.entities);
    take(json, "events", order.events);
    take(json, "claims", order.claims);
    return order;
}

/// What is wrong with a line before it is taken apart; empty: nothing.
std::string troubleWith(std::string_view line)
{
    constexpr std::size_t bytesAtMost = 64U << 20U; // As of the files of articles.
    if (line.size() > bytesAtMost)
        return "it is longer than 64 MiB";
    return isUtf8(line) ? "" : "it is not UTF-8";
}

constexpr int version = 1;

} // namespace

std::string ententeHeader()
{
    return lineOf({{"kind", "entente"},
                   {"version", version},
                   {"about", "What is known of the articles beside this file and cannot stand in "
                             "their .ann files. Entente reads it with them."}});
}

std::string ententeLine(const ArticleNames& names)
{
    Json json{{"kind", "records"}, {"file", jsonOf(names.file)}};
    if (!names.article.isNil())
        json["article"] = names.article.text();
    put(json, "mentions", names.mentions);
    put(json, "entities", names.entities);
    put(json, "events", names.events);
    put(json, "claims", names.claims);
    put(json, "byHand", names.byHand);
    return lineOf(json);
}

std::string ententeLine(const RecordOrder& order)
{
    Json json{{"kind", "order"}};
    if (!order.article.isNil())
        json["article"] = order.article.text();
    put(json, "articles", order.articles);
    put(json, "mentions", order.mentions);
    put(json, "entities", order.entities);
    put(json, "events", order.events);
    put(json, "claims", order.claims);
    return lineOf(json);
}

std::string ententeLine(const Edit& edit) { return toJson(edit) + '\n'; }

std::vector<RecordOrder::Place> movesBetween(const std::vector<Uuid>& has,
                                             const std::vector<Uuid>& wanted)
{
    std::map<Uuid, int> positions;
    for (std::size_t i = 0; i < wanted.size(); ++i)
        positions.emplace(wanted[i], static_cast<int>(i));
    // The longest row of those that stand in the right order already: they stay.
    std::vector<int> ends;    // for each length, the lowest position that a row of it ends with
    std::vector<int> lengths; // for each of has, of the longest row that ends with it
    for (const Uuid& id : has) {
        const int position = positions.at(id);
        const auto end = std::ranges::lower_bound(ends, position);
        lengths.push_back(static_cast<int>(end - ends.begin()) + 1);
        if (end == ends.end())
            ends.push_back(position);
        else
            *end = position;
    }
    std::set<int> stays;
    int length = static_cast<int>(ends.size());
    for (std::size_t i = has.size(); i-- > 0 && length > 0;) {
        const int position = positions.at(has[i]);
        if (lengths[i] == length && (stays.empty() || position < *stays.begin())) {
            stays.insert(position);
            --length;
        }
    }
    std::vector<RecordOrder::Place> moves;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (!stays.contains(static_cast<int>(i)))
            moves.push_back({wanted[i], static_cast<int>(i)});
    }
    return moves;
}

/// @returns why a line was not taken; empty: it was.
static std::string takeLine(std::string_view line, Store& store)
{
    if (std::string trouble = troubleWith(line); !trouble.empty())
        return trouble;
    const auto parsed = parsedJson(line);
    if (!parsed)
        return parsed.error();
    const Json& json = *parsed;
    const auto kind = json.find("kind");
    if (!json.is_object() || kind == json.end() || !kind->is_string())
        return "it is no JSON object with a “kind”";
    try {
        if (*kind == "entente")
            return json.at("version").get<int>() == version
                       ? ""
                       : "another version of Entente wrote this file, which may say more than "
                         "this one can read";
        if (*kind == "records")
            return takeNames(namesFrom(json), store);
        if (*kind == "order")
            return takeOrder(orderFrom(json), store);
    } catch (const Json::exception&) {
        return "a part of it is missing, or of another kind than expected";
    } catch (const std::invalid_argument& trouble) {
        return trouble.what();
    }
    auto edit = editFrom(json);
    return edit ? takeEdit(*std::move(edit), store) : edit.error();
}

Diagnostics takeEntenteLines(std::string_view bytes, const std::string& file, Store& store)
{
    Diagnostics diagnostics;
    for (const Line& line : splitLines(bytes).lines) {
        if (trimmed(line.content).empty())
            continue;
        std::string trouble = takeLine(line.content, store);
        if (trouble.empty())
            continue;
        if (trouble.ends_with('.'))
            trouble.pop_back();
        diagnostics.push_back(
            {Severity::Error, file, line.number, "this line is left out: " + trouble});
    }
    return diagnostics;
}

} // namespace entente
