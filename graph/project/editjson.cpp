// SPDX-License-Identifier: Apache-2.0
#include "graph/project/editjson.h"

#include "graph/base/jsontext.h"
#include "graph/base/uuidtext.h"
#include "graph/model/fieldtables.h"
#include "graph/project/recordfields.h"
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
constexpr std::array<std::string_view, std::variant_size_v<Edit::Kinds>> kinds = {
    "addArticle",    "removeArticle",     "eraseArticle", "changeArticle", "addMention",
    "changeMention", "removeMention",     "addEntity",    "changeEntity",  "removeEntity",
    "addEvent",      "changeEvent",       "removeEvent",  "addClaim",      "changeClaim",
    "removeClaim",   "judgeEntities",     "judgeEvents",  "placeNodes",    "putView",
    "removeView",    "putVocabularyFile", "settleMatter", "together"};

/// What is wrong, in words; names are put before it on the way out.
using Trouble = std::invalid_argument;

// Values. Each pair of functions writes and reads one type. What is written goes straight into a
// text: the articles of an import, as objects of a library first, took half of its time.

std::string_view nameOf(Origin origin) { return origin == Origin::ByHand ? "hand" : "annotated"; }
std::string_view nameOf(Sameness sameness) { return sameness == Sameness::One ? "one" : "apart"; }

void write(std::string& json, const std::string& text) { appendJson(json, text); }
void write(std::string& json, bool value) { json += value ? "true" : "false"; }
void write(std::string& json, int value) { json += std::to_string(value); }
/// As the library writes it: the shortest form that is read as the same number.
void write(std::string& json, double value) { json += Json(value).dump(); }
void write(std::string& json, const Edtf& date) { appendJson(json, date.text); }
template <class Enum>
    requires std::is_enum_v<Enum>
void write(std::string& json, Enum value)
{
    json.append("\"").append(nameOf(value)).append("\""); // Of plain letters.
}
void write(std::string& json, TextSpan span)
{
    json += '[' + std::to_string(span.begin) + ',' + std::to_string(span.end) + ']';
}
void write(std::string& json, Point point)
{
    write(json += '[', point.x);
    write(json += ',', point.y);
    json += ']';
}
template <class Tag>
void write(std::string& json, const Id<Tag>& id)
{
    if (id.isNil()) {
        json += "null";
        return;
    }
    appendText(json += '"', id.uuid());
    json += '"';
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
    const auto& name = json.get_ref<const std::string&>();
    const bool isKnown = ((nameOf(all) == name && (value = all, true)) || ...);
    if (!isKnown)
        throw Trouble(fmt::format("“{}” is not known", name));
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
    id = {};
    if (json.is_null())
        return;
    const auto uuid = Uuid::parse(json.get_ref<const std::string&>());
    if (!uuid)
        throw Trouble(fmt::format("“{}” is no id", json.get<std::string>()));
    id = Id<Tag>(*uuid);
}

// Lists, what may be missing, and records call each other.
template <class Value>
void write(std::string& json, const std::vector<Value>& list);
template <class Value>
void write(std::string& json, const std::optional<Value>& value);
/// Pairs rather than an object where a name is no UTF-8.
void write(std::string& json, const std::map<std::string, std::string>& map);
void write(std::string& json, const Filler& filler);
template <class Record>
    requires std::is_aggregate_v<Record>
void write(std::string& json, const Record& record);

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

/// Writes the members of an object, one after the other.
class Members
{
public:
    explicit Members(std::string& json)
        : m_json(json)
    {
        m_json += '{';
    }

    /// What is as in a new record is not written.
    template <class Value>
    Members& operator()(const char* name, const Value& value)
    {
        if (mustBeSaid<Value> || !isPlain(value))
            put(name, value);
        return *this;
    }
    template <class Value>
    void put(std::string_view name, const Value& value)
    {
        begin(name);
        write(m_json, value);
    }
    /// What is written next is this member's value.
    void begin(std::string_view name)
    {
        m_json += m_isFirst ? "\"" : ",\"";
        m_json += name; // One of ours, which has nothing to escape.
        m_json += "\":";
        m_isFirst = false;
    }
    void end() { m_json += '}'; }

private:
    std::string& m_json;
    bool m_isFirst = true;
};

/// Takes what stands under a name; what is not there stays as in a new record.
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

template <class Record>
    requires std::is_aggregate_v<Record>
void write(std::string& json, const Record& record)
{
    Members members(json);
    eachMember(members, record);
    members.end();
}

template <class Record>
    requires std::is_aggregate_v<Record>
void read(const Json& json, Record& record)
{
    Reader reader(json);
    eachMember(reader, record);
    reader.finish();
}

template <class Value>
void write(std::string& json, const std::vector<Value>& list)
{
    json += '[';
    for (const Value& value : list) {
        if (&value != &list.front())
            json += ',';
        write(json, value);
    }
    json += ']';
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
void write(std::string& json, const std::optional<Value>& value)
{
    if (value)
        write(json, *value);
    else
        json += "null";
}

template <class Value>
void read(const Json& json, std::optional<Value>& value)
{
    if (json.is_null())
        value.reset();
    else
        read(json, value.emplace());
}

void write(std::string& json, const std::map<std::string, std::string>& map)
{
    const bool areUtf8 =
        std::ranges::all_of(map, [](const auto& entry) { return isUtf8(entry.first); });
    const char* separator = "";
    json += areUtf8 ? '{' : '[';
    for (const auto& [name, value] : map) {
        json += separator;
        separator = ",";
        json += areUtf8 ? "" : "[";
        write(json, name);
        json += areUtf8 ? ':' : ',';
        write(json, value);
        json += areUtf8 ? "" : "]";
    }
    json += areUtf8 ? '}' : ']';
}

void write(std::string& json, const Filler& filler)
{
    Members members(json);
    const bool isMention = std::holds_alternative<MentionId>(filler);
    std::visit([&](const auto& id) { members.put(isMention ? "mention" : "claim", id); }, filler);
    members.end();
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
void writeFields(std::string& json, const Fields& fields)
{
    Members members(json);
    eachField(tableOf(fields), [&](const auto& field) {
        if (const auto& value = fields.*(field.wanted))
            members.put(field.name, *value);
    });
    members.end();
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

class EditWriter
{
public:
    EditWriter(std::string& json, FilesInJson files)
        : m_json(json)
        , m_files(files)
        , m_members(json)
    {
    }

    template <class EditType>
    void write(const EditType& edit, std::string_view kind)
    {
        m_members.put("kind", std::string(kind));
        (*this)(edit);
        m_members.end();
    }

private:
    void operator()(const AddArticle& add)
    {
        const Article& article = add.records->article;
        m_members.put("records", *add.records);
        const bool isWithin = m_files == FilesInJson::Within;
        if (isWithin && article.text && article.text->size() > 0)
            m_members.put("text", article.text->utf8());
        if (isWithin && article.annotation)
            m_members.put("annotation", *article.annotation);
        m_members.put("position", add.position);
    }
    void operator()(const RemoveArticle& edit) { m_members.put("id", edit.article); }
    void operator()(const EraseArticle& edit) { m_members.put("id", edit.article); }
    template <class Record>
    void operator()(const AddRecord<Record>& add)
    {
        m_members.put("record", add.record);
        m_members.put("position", add.position);
    }
    template <class IdType>
    void operator()(const RemoveRecord<IdType>& edit)
    {
        m_members.put("id", edit.id);
    }
    template <class IdType, class Fields>
    void operator()(const ChangeRecord<IdType, Fields>& edit)
    {
        m_members.put("id", edit.id);
        m_members.begin("fields");
        writeFields(m_json, edit.fields);
    }
    template <class IdType>
    void operator()(const JudgeSameness<IdType>& edit)
    {
        m_members.put("a", edit.a);
        m_members.put("b", edit.b);
        m_members.put("verdict", edit.verdict);
    }
    void operator()(const PlaceNodes& edit) { m_members.put("placements", edit.placements); }
    void operator()(const PutView& edit) { m_members.put("view", edit.view); }
    void operator()(const RemoveView& edit) { m_members.put("id", edit.view); }
    void operator()(const PutVocabularyFile& edit)
    {
        m_members.put("name", edit.name);
        m_members.put("bytes", edit.bytes);
    }
    void operator()(const SettleMatter& edit)
    {
        m_members.put("matter", edit.matter);
        m_members.put("because", edit.because);
    }
    void operator()(const Together& together)
    {
        m_members.begin("edits");
        m_json += '[';
        for (const SingleEdit& edit : together.edits) {
            if (&edit != &together.edits.front())
                m_json += ',';
            m_json += singleToJson(edit, m_files);
        }
        m_json += ']';
    }

    std::string& m_json;
    FilesInJson m_files;
    Members m_members;
};

template <class EditType>
EditType readEdit(const Json& json)
{
    EditType edit;
    Reader reader(json);
    std::string kind;
    reader("kind", kind);
    if constexpr (std::is_same_v<EditType, AddArticle>) {
        ArticleRecords records;
        std::string text;
        std::optional<std::string> annotation;
        reader("records", records)("text", text)("annotation", annotation)("position",
                                                                           edit.position);
        records.article.text = std::make_shared<const SourceText>(std::move(text));
        if (annotation)
            records.article.annotation =
                std::make_shared<const std::string>(*std::move(annotation));
        edit.records = std::move(records);
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
    } else if constexpr (std::is_same_v<EditType, SettleMatter>) {
        reader("matter", edit.matter);
        if (!reader.take("because", [&](const Json& because) { read(because, edit.because); }))
            throw Trouble("it has no “because”");
    } else {
        reader("id", edit.id);
    }
    reader.finish();
    return edit;
}

template <class Variant, std::size_t index = 0>
Variant readKind(const Json& json, std::string_view kind)
{
    if constexpr (index == std::variant_size_v<typename Variant::Kinds>) {
        throw Trouble(fmt::format("there is no edit “{}”", kind));
    } else {
        using EditType = std::variant_alternative_t<index, typename Variant::Kinds>;
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

std::string toJson(const Edit& edit, FilesInJson files)
{
    std::string json;
    std::visit([&](const auto& one) { EditWriter(json, files).write(one, kindOf(edit)); }, edit);
    return json;
}

std::string singleToJson(const SingleEdit& edit, FilesInJson files)
{
    std::string json;
    const std::string_view kind = kinds.at(edit.index());
    std::visit([&](const auto& one) { EditWriter(json, files).write(one, kind); }, edit);
    return json;
}

Expected<Edit, std::string> editFromJson(std::string_view json)
{
    const auto read = parsedJson(json);
    return read ? editFrom(*read) : Unexpected{fmt::format("It cannot be read: {}.", read.error())};
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
