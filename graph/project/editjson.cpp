// SPDX-License-Identifier: Apache-2.0
#include "graph/project/editjson.h"

#include "graph/base/jsontext.h"
#include "graph/text/sourcetext.h"
#include "graph/text/utf8.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <type_traits>

namespace entente
{

namespace
{

using Json = nlohmann::ordered_json; // Keeps keys in the order in which they are put in.

/// In the order of the variant.
constexpr std::array<std::string_view, std::variant_size_v<Edit>> kinds = {
    "addArticle",    "removeArticle",     "eraseArticle", "changeArticle", "addMention",
    "changeMention", "removeMention",     "addEntity",    "changeEntity",  "removeEntity",
    "addEvent",      "changeEvent",       "removeEvent",  "addClaim",      "changeClaim",
    "removeClaim",   "judgeEntities",     "judgeEvents",  "placeNodes",    "putView",
    "removeView",    "putVocabularyFile", "together"};

/// What is wrong, in words; names are put before it on the way out.
using Trouble = std::invalid_argument;

// Values. Each pair of functions writes and reads one type.

Json write(const std::string& text) { return jsonOf(text); }
Json write(bool value) { return value; }
Json write(const Edtf& date) { return date.text; }
Json write(Modality modality) { return nameOf(modality); }
Json write(Factuality factuality) { return nameOf(factuality); }
Json write(QuoteStatus status) { return nameOf(status); }
Json write(QuoteSource source) { return nameOf(source); }
Json write(Origin origin) { return origin == Origin::ByHand ? "hand" : "annotated"; }
Json write(Sameness sameness) { return sameness == Sameness::One ? "one" : "apart"; }
Json write(TextSpan span) { return Json::array({span.begin, span.end}); }
Json write(Point point) { return Json::array({point.x, point.y}); }
template <class Tag>
Json write(const Id<Tag>& id)
{
    return id.isNil() ? Json() : Json(id.text());
}

void read(const Json& json, std::string& text) { text = textFrom(json); }
void read(const Json& json, bool& value) { value = json.get<bool>(); }
void read(const Json& json, int& value) { value = json.get<int>(); }

template <class Value, class Parse>
void readNamed(const Json& json, Value& value, Parse parse)
{
    auto parsed = parse(json.get_ref<const std::string&>());
    if (!parsed)
        throw Trouble(fmt::format("“{}” is not known", json.get<std::string>()));
    value = *std::move(parsed);
}

/// For the few enums that no reader of words exists for.
template <auto... all, class Value>
void readOneOf(const Json& json, Value& value)
{
    if (!((write(all) == json && (value = all, true)) || ...))
        throw Trouble(fmt::format("“{}” is not known", json.get<std::string>()));
}

void read(const Json& json, Edtf& date) { readNamed(json, date, parseEdtf); }
void read(const Json& json, Modality& value) { readNamed(json, value, parseModality); }
void read(const Json& json, Factuality& value) { readNamed(json, value, parseFactuality); }
void read(const Json& json, QuoteStatus& status)
{
    readOneOf<QuoteStatus::Exact, QuoteStatus::Moved, QuoteStatus::Missing>(json, status);
}
void read(const Json& json, QuoteSource& source)
{
    readOneOf<QuoteSource::Evidence, QuoteSource::Sentence>(json, source);
}
void read(const Json& json, Origin& origin)
{
    readOneOf<Origin::Annotated, Origin::ByHand>(json, origin);
}
void read(const Json& json, Sameness& sameness)
{
    readOneOf<Sameness::One, Sameness::Apart>(json, sameness);
}
void read(const Json& json, TextSpan& span)
{
    span = {json.at(0).get<int>(), json.at(1).get<int>()};
}
void read(const Json& json, Point& point)
{
    point = {json.at(0).get<double>(), json.at(1).get<double>()};
}
template <class Tag>
void read(const Json& json, Id<Tag>& id)
{
    if (json.is_null()) {
        id = {};
        return;
    }
    const auto uuid = Uuid::parse(json.get_ref<const std::string&>());
    if (!uuid)
        throw Trouble(fmt::format("“{}” is no id", json.get<std::string>()));
    id = Id<Tag>(*uuid);
}

// Lists, what may be missing, and records call each other.
template <class Value>
Json write(const std::vector<Value>& list);
template <class Value>
Json write(const std::optional<Value>& value);
/// Pairs rather than an object where a name is no UTF-8.
Json write(const std::map<std::string, std::string>& map);
Json write(const Filler& filler);
template <class Record>
    requires std::is_aggregate_v<Record>
Json write(const Record& record);

template <class Value>
void read(const Json& json, std::vector<Value>& list);
template <class Value>
void read(const Json& json, std::optional<Value>& value);
void read(const Json& json, std::map<std::string, std::string>& map)
{
    map.clear();
    for (const auto& [name, value] : json.items()) {
        std::string key = name;
        if (json.is_array())
            read(value.at(0), key);
        read(json.is_array() ? value.at(1) : value, map[key]);
    }
}
void read(const Json& json, Filler& filler);
template <class Record>
    requires std::is_aggregate_v<Record>
void read(const Json& json, Record& record);

template <class Value>
bool isPlain(const Value& value)
{
    return value == Value();
}
template <class Value>
bool isPlain(const std::optional<Value>& value)
{
    return !value;
}
/// Always written: what a new record has here is not the same everywhere.
bool isPlain(bool) { return false; }

/// Where none is an order of its own, to take something back: a slip of the pen must not give it.
template <class Value>
constexpr bool mustBeSaid = false;
template <>
constexpr bool mustBeSaid<std::optional<Point>> = true;
template <>
constexpr bool mustBeSaid<std::optional<Sameness>> = true;

/// Puts what is not as in a new record under a name, or takes it from there.
class Writer
{
public:
    template <class Value>
    Writer& operator()(const char* name, const Value& value)
    {
        if (mustBeSaid<Value> || !isPlain(value))
            m_json[name] = write(value);
        return *this;
    }
    Json take() { return std::move(m_json); }

private:
    Json m_json = Json::object();
};

class Reader
{
public:
    explicit Reader(const Json& json)
        : m_json(json)
    {
        if (!json.is_object())
            throw Trouble("it is no object");
    }

    template <class Value>
    Reader& operator()(const char* name, Value& value)
    {
        const bool isThere = take(name, [&](const Json& json) { read(json, value); });
        if (!isThere && mustBeSaid<Value>)
            throw Trouble(fmt::format("it has no “{}”", name));
        return *this;
    }

    /// Calls what can read it with what stands under a name, if anything does.
    template <class Take>
    bool take(const char* name, Take function)
    {
        m_names.emplace_back(name);
        const auto found = m_json.find(name);
        if (found == m_json.end())
            return false;
        try {
            function(*found);
        } catch (const Trouble& trouble) {
            throw Trouble(fmt::format("{}: {}", name, trouble.what()));
        } catch (const Json::exception&) {
            throw Trouble(fmt::format("{}: it is of another kind than expected", name));
        }
        return true;
    }

    /// Once all has been read: a name that was spelt wrongly must not be passed over.
    void finish() const
    {
        for (const auto& [name, value] : m_json.items()) {
            if (std::ranges::find(m_names, name) == m_names.end())
                throw Trouble(fmt::format("there is no field “{}”", name));
        }
    }

private:
    const Json& m_json;
    std::vector<std::string> m_names;
};

// What each record is made of, once for writing (const) and reading.

template <class Type, class Record>
concept Of = std::is_same_v<std::remove_const_t<Type>, Record>;

void each(auto& visit, Of<OutsideId> auto& id)
{
    visit("authority", id.authority)("entry", id.entry)("text", id.text);
}
void each(auto& visit, Of<Quote> auto& quote)
{
    visit("spans", quote.spans)("text", quote.text)("status", quote.status)(
        "anchoredBy", quote.anchoredBy)("source", quote.source);
}
void each(auto& visit, Of<RoleFiller> auto& role)
{
    visit("role", role.role)("filler", role.filler);
}
void each(auto& visit, Of<Mention> auto& mention)
{
    visit("id", mention.id)("article", mention.article)("sourceId", mention.sourceId)(
        "type", mention.type)("spans", mention.spans)("text", mention.text)(
        "status", mention.status)("anchoredBy", mention.anchoredBy)("entity", mention.entity)(
        "ids", mention.ids)("form", mention.form)("note", mention.note);
}
void each(auto& visit, Of<Entity> auto& entity)
{
    visit("id", entity.id)("article", entity.article)("type", entity.type)("ids", entity.ids)(
        "name", entity.name)("note", entity.note)("tags", entity.tags);
}
void each(auto& visit, Of<Event> auto& event)
{
    visit("id", event.id)("article", event.article)("type", event.type)("ids", event.ids)(
        "title", event.title)("note", event.note)("tags", event.tags);
}
void each(auto& visit, Of<Claim> auto& claim)
{
    visit("id", claim.id)("article", claim.article)("sourceId", claim.sourceId)("type", claim.type)(
        "event", claim.event)("trigger", claim.trigger)("quotes", claim.quotes)(
        "roles", claim.roles)("modality", claim.modality)("factuality", claim.factuality)(
        "polarity", claim.polarity)("aspect", claim.aspect)("dates", claim.dates)(
        "confidence", claim.confidence)("reliability", claim.reliability)("credibility",
                                                                          claim.credibility)(
        "otherAttributes", claim.otherAttributes)("ids", claim.ids)("notes", claim.notes)(
        "tags", claim.tags)("origin", claim.origin)("rejected", claim.rejected);
}
void each(auto& visit, Of<Article> auto& article)
{
    visit("id", article.id)("name", article.name)("file", article.file)("title", article.title)(
        "outlet", article.outlet)("chain", article.chain)("byline", article.byline)(
        "address", article.address)("published", article.published)("language", article.language)(
        "reliability", article.reliability)("tags", article.tags)("sha256", article.sha256)(
        "annotated", article.annotated)("annotationSha256",
                                        article.annotationSha256)("metadata", article.metadata);
}
void each(auto& visit, Of<ArticleRecords> auto& records)
{
    visit("article", records.article)("mentions", records.mentions)("entities", records.entities)(
        "events", records.events)("claims", records.claims);
}
void each(auto& visit, Of<NodePlacement> auto& placement)
{
    visit("node", placement.node)("point", placement.point);
}
void each(auto& visit, Of<SavedView> auto& view)
{
    visit("id", view.id)("name", view.name)("state", view.state);
}

template <class Record>
    requires std::is_aggregate_v<Record>
Json write(const Record& record)
{
    Writer writer;
    each(writer, record);
    return writer.take();
}

template <class Record>
    requires std::is_aggregate_v<Record>
void read(const Json& json, Record& record)
{
    Reader reader(json);
    each(reader, record);
    reader.finish();
}

template <class Value>
Json write(const std::vector<Value>& list)
{
    Json json = Json::array();
    for (const Value& value : list)
        json.push_back(write(value));
    return json;
}

template <class Value>
void read(const Json& json, std::vector<Value>& list)
{
    if (!json.is_array())
        throw Trouble("it is no list");
    list.clear();
    list.reserve(json.size());
    for (const Json& value : json)
        read(value, list.emplace_back());
}

template <class Value>
Json write(const std::optional<Value>& value)
{
    return value ? write(*value) : Json();
}

template <class Value>
void read(const Json& json, std::optional<Value>& value)
{
    if (json.is_null())
        value.reset();
    else
        read(json, value.emplace());
}

Json write(const std::map<std::string, std::string>& map)
{
    const bool areUtf8 =
        std::ranges::all_of(map, [](const auto& entry) { return isUtf8(entry.first); });
    Json json = areUtf8 ? Json::object() : Json::array();
    for (const auto& [name, value] : map) {
        if (areUtf8)
            json[name] = write(value);
        else
            json.push_back(Json::array({write(name), write(value)}));
    }
    return json;
}

Json write(const Filler& filler)
{
    const bool isMention = std::holds_alternative<MentionId>(filler);
    return {{isMention ? "mention" : "claim",
             std::visit([](const auto& id) { return id.text(); }, filler)}};
}

void read(const Json& json, Filler& filler)
{
    MentionId mention;
    ClaimId claim;
    Reader reader(json);
    reader("mention", mention)("claim", claim).finish();
    if (mention.isNil() == claim.isNil())
        throw Trouble("a role is filled by one mention or by one claim");
    filler = mention.isNil() ? Filler(claim) : Filler(mention);
}

template <class Fields>
Json writeFields(const Fields& fields)
{
    Json json = Json::object();
    eachField(tableOf(fields), [&](const auto& field) {
        if (const auto& value = fields.*(field.wanted))
            json[std::string(field.name)] = write(*value);
    });
    return json;
}

template <class Fields>
void readFields(const Json& json, Fields& fields)
{
    Reader reader(json);
    eachField(tableOf(fields), [&](const auto& field) {
        if (json.contains(field.name))
            reader(std::string(field.name).c_str(), (fields.*(field.wanted)).emplace());
    });
    reader.finish();
}

// Edits.

struct EditWriter
{
    Json& json;

    void operator()(const AddArticle& add) const
    {
        const Article& article = add.records.article;
        json["records"] = write(add.records);
        if (article.text && article.text->size() > 0)
            json["text"] = write(article.text->utf8());
        if (article.annotation)
            json["annotation"] = write(*article.annotation);
        json["position"] = add.position;
    }
    void operator()(const RemoveArticle& edit) const { json["id"] = write(edit.article); }
    void operator()(const EraseArticle& edit) const { json["id"] = write(edit.article); }
    template <class Record>
    void operator()(const AddRecord<Record>& add) const
    {
        json["record"] = write(add.record);
        json["position"] = add.position;
    }
    template <class IdType>
    void operator()(const RemoveRecord<IdType>& edit) const
    {
        json["id"] = write(edit.id);
    }
    template <class IdType, class Fields>
    void operator()(const ChangeRecord<IdType, Fields>& edit) const
    {
        json["id"] = write(edit.id);
        json["fields"] = writeFields(edit.fields);
    }
    template <class IdType>
    void operator()(const JudgeSameness<IdType>& edit) const
    {
        json["a"] = write(edit.a);
        json["b"] = write(edit.b);
        json["verdict"] = write(edit.verdict);
    }
    void operator()(const PlaceNodes& edit) const { json["placements"] = write(edit.placements); }
    void operator()(const PutView& edit) const { json["view"] = write(edit.view); }
    void operator()(const RemoveView& edit) const { json["id"] = write(edit.view); }
    void operator()(const PutVocabularyFile& edit) const
    {
        json["name"] = write(edit.name);
        json["bytes"] = write(edit.bytes);
    }
    void operator()(const Together& together) const;
};

template <class EditType>
Json writeEdit(const EditType& edit, std::string_view kind)
{
    Json json = Json::object();
    json["kind"] = kind;
    EditWriter{json}(edit);
    return json;
}

void EditWriter::operator()(const Together& together) const
{
    Json& list = json["edits"] = Json::array();
    for (const SingleEdit& edit : together.edits)
        list.push_back(std::visit(
            [&](const auto& one) { return writeEdit(one, kinds.at(edit.index())); }, edit));
}

template <class EditType>
EditType readEdit(const Json& json)
{
    EditType edit;
    Reader reader(json);
    std::string kind;
    reader("kind", kind);
    if constexpr (std::is_same_v<EditType, AddArticle>) {
        std::string text;
        std::optional<std::string> annotation;
        reader("records", edit.records)("text", text)("annotation", annotation)("position",
                                                                                edit.position);
        edit.records.article.text = std::make_shared<const SourceText>(std::move(text));
        if (annotation)
            edit.records.article.annotation =
                std::make_shared<const std::string>(*std::move(annotation));
    } else if constexpr (requires { edit.article; }) {
        reader("id", edit.article);
    } else if constexpr (requires { edit.record; }) {
        reader("record", edit.record)("position", edit.position);
    } else if constexpr (requires { edit.fields; }) {
        reader("id", edit.id);
        if (!reader.take("fields", [&](const Json& fields) { readFields(fields, edit.fields); }))
            throw Trouble("it has no “fields”");
    } else if constexpr (requires { edit.verdict; }) {
        reader("a", edit.a)("b", edit.b)("verdict", edit.verdict);
    } else if constexpr (std::is_same_v<EditType, PlaceNodes>) {
        reader("placements", edit.placements);
    } else if constexpr (std::is_same_v<EditType, PutView>) {
        reader("view", edit.view);
    } else if constexpr (std::is_same_v<EditType, RemoveView>) {
        reader("id", edit.view);
    } else if constexpr (std::is_same_v<EditType, PutVocabularyFile>) {
        reader("name", edit.name);
        if (!reader.take("bytes", [&](const Json& bytes) { read(bytes, edit.bytes); }))
            throw Trouble("it has no “bytes”");
    } else {
        reader("id", edit.id);
    }
    reader.finish();
    return edit;
}

template <class Variant, std::size_t index = 0>
Variant readKind(const Json& json, std::string_view kind)
{
    if constexpr (index == std::variant_size_v<Variant>) {
        throw Trouble(fmt::format("there is no edit “{}”", kind));
    } else {
        using EditType = std::variant_alternative_t<index, Variant>;
        if (kinds.at(index) != kind)
            return readKind<Variant, index + 1>(json, kind);
        if constexpr (std::is_same_v<EditType, Together>) {
            Together together;
            const auto edits = json.find("edits");
            if (edits == json.end() || !edits->is_array())
                throw Trouble("it has no list of “edits”");
            for (const Json& one : *edits)
                together.edits.push_back(
                    readKind<SingleEdit>(one, one.at("kind").get_ref<const std::string&>()));
            return together;
        } else {
            return readEdit<EditType>(json);
        }
    }
}

} // namespace

std::string_view kindOf(const Edit& edit) { return kinds.at(edit.index()); }

std::string toJson(const Edit& edit)
{
    const Json json =
        std::visit([&](const auto& one) { return writeEdit(one, kindOf(edit)); }, edit);
    // What is no UTF-8 can come from a file only; it must not end the program.
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Expected<Edit, std::string> editFromJson(std::string_view text)
{
    const auto json = parsedJson(text);
    return json ? editFrom(*json) : Unexpected{fmt::format("It cannot be read: {}.", json.error())};
}

Expected<Edit, std::string> editFrom(const Json& json)
{
    try {
        if (!json.is_object() || !json.contains("kind") || !json["kind"].is_string())
            return Unexpected{std::string("It is no edit: an object with a “kind”.")};
        return readKind<Edit>(json, json["kind"].get_ref<const std::string&>());
    } catch (const Trouble& trouble) {
        return Unexpected{fmt::format("It cannot be read: {}.", trouble.what())};
    } catch (const Json::exception& error) {
        return Unexpected{fmt::format("It is no JSON of an edit ({}).", error.what())};
    }
}

} // namespace entente
