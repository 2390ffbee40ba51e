// SPDX-License-Identifier: Apache-2.0
#include "graph/project/history.h"

#include "graph/base/overloaded.h"
#include "graph/model/fieldtables.h"
#include "graph/project/contents.h"
#include "graph/project/editjson.h"
#include "graph/text/sourcetext.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace entente
{

namespace
{

using Json = nlohmann::ordered_json;

/// A value of an edit's JSON as a reader of the history wants it: words, and lists of words.
std::string wordsFrom(const Json& value)
{
    if (value.is_null())
        return {};
    if (value.is_string())
        return value.get<std::string>();
    if (value.is_boolean())
        return value.get<bool>() ? "yes" : "no";
    if (!value.is_structured())
        return value.dump();
    if (value.is_object() && value.contains("text"))
        return wordsFrom(value["text"]);
    std::string all;
    for (const Json& one : value) {
        if (!all.empty())
            all += value.is_object() ? " " : ", ";
        all += wordsFrom(one);
    }
    return all;
}

template <class Table>
std::string_view wordIn(const Table& table, std::string_view name)
{
    std::string_view word = name;
    eachField(table, [&](const auto& field) {
        if (field.name == name)
            word = field.word;
    });
    return word;
}

std::string_view wordFor(std::string_view kind, std::string_view field)
{
    if (kind == "changeArticle")
        return wordIn(articleFields, field);
    if (kind == "changeMention")
        return wordIn(mentionFields, field);
    if (kind == "changeEntity")
        return wordIn(entityFields, field);
    if (kind == "changeEvent")
        return wordIn(eventFields, field);
    return wordIn(claimFields, field);
}

/// Fields as they were and as they became: those that a person can read.
void addChanges(const Json& edit, const Json& inverse, std::vector<ChangedWords>& changes)
{
    if (edit.contains("edits") && inverse.contains("edits") &&
        edit["edits"].size() == inverse["edits"].size()) {
        const std::size_t count = edit["edits"].size();
        for (std::size_t i = 0; i < count; ++i) // An inverse goes backwards.
            addChanges(edit["edits"][i], inverse["edits"][count - 1 - i], changes);
        return;
    }
    if (!edit.contains("fields") || !inverse.contains("fields"))
        return;
    const Json& before = inverse["fields"];
    for (const auto& [name, value] : edit["fields"].items()) {
        if (name == "spans")
            continue; // Numbers; the words stand beside them.
        changes.push_back({std::string(wordFor(edit["kind"].get_ref<const std::string&>(), name)),
                           before.contains(name) ? wordsFrom(before[name]) : std::string(),
                           wordsFrom(value)});
    }
}

/// Names whom and what an edit is about, as far as they are still there.
class About
{
public:
    explicit About(const Store& store)
        : m_store(store)
    {
    }

    void tell(HistoryEntry& entry)
    {
        entry.about = std::move(m_names);
        entry.entities = std::move(m_entities);
        entry.events = std::move(m_events);
    }

    void operator()(const AddArticle& add) { put(add.records->article.title); }
    void operator()(const RemoveArticle& edit) { article(edit.article); }
    void operator()(const EraseArticle&) {}
    void operator()(const ChangeArticle& edit) { article(edit.id); }
    template <class Record>
    void operator()(const AddRecord<Record>& add)
    {
        record(add.record);
    }
    template <class IdType>
    void operator()(const RemoveRecord<IdType>& edit)
    {
        byId(edit.id);
    }
    template <class IdType, class Fields>
    void operator()(const ChangeRecord<IdType, Fields>& edit)
    {
        byId(edit.id);
    }
    template <class IdType>
    void operator()(const JudgeSameness<IdType>& edit)
    {
        byId(edit.a);
        byId(edit.b);
    }
    void operator()(const PlaceNodes& place)
    {
        for (const NodePlacement& one : place.placements) {
            byId(EntityId(one.node.uuid()));
            byId(EventId(one.node.uuid()));
        }
    }
    void operator()(const PutView& put) { this->put(put.view.name); }
    void operator()(const RemoveView&) {}
    void operator()(const PutVocabularyFile& put) { this->put(put.name); }
    /// Whatever its key has the ids of.
    void operator()(const SettleMatter& settle)
    {
        std::string_view rest = settle.matter;
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find(':'), rest.size());
            if (const auto id = Uuid::parse(rest.substr(0, end)))
                byAnyId(*id);
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    void operator()(const Together& together)
    {
        for (const SingleEdit& edit : together.edits)
            std::visit(*this, edit);
    }

private:
    void put(const std::string& name)
    {
        if (!name.empty() && std::ranges::find(m_names, name) == m_names.end())
            m_names.push_back(name);
    }
    void article(ArticleId id)
    {
        if (const Article* article = m_store.article(id))
            put(article->title);
    }
    void byId(MentionId id) { byRecord(m_store.mention(id)); }
    void byId(EntityId id) { byRecord(m_store.entity(id)); }
    void byId(EventId id) { byRecord(m_store.event(id)); }
    void byId(ClaimId id) { byRecord(m_store.claim(id)); }
    void byAnyId(const Uuid& id)
    {
        article(ArticleId(id));
        byId(MentionId(id));
        byId(EntityId(id));
        byId(EventId(id));
        byId(ClaimId(id));
    }
    template <class Record>
    void byRecord(const Record* found)
    {
        if (found != nullptr)
            record(*found);
    }
    template <class IdType>
    static void put(IdType id, std::vector<IdType>& ids)
    {
        if (!id.isNil() && std::ranges::find(ids, id) == ids.end())
            ids.push_back(id);
    }
    void record(const Mention& mention)
    {
        put(mention.text);
        put(mention.entity, m_entities);
        article(mention.article);
    }
    void record(const Entity& entity)
    {
        put(entity.id, m_entities);
        put(entity.name);
        const auto& mentions = m_store.records(entity.article).mentions;
        const auto named = std::ranges::find(mentions, entity.id, &Mention::entity);
        if (named != mentions.end())
            put(named->text);
        article(entity.article);
    }
    void record(const Event& event)
    {
        put(event.id, m_events);
        put(event.title.empty() ? event.type : event.title);
        article(event.article);
    }
    void record(const Claim& claim)
    {
        put(claim.type);
        put(claim.event, m_events);
        for (const RoleFiller& role : claim.roles) {
            const auto* id = std::get_if<MentionId>(&role.filler);
            const Mention* mention = id != nullptr ? m_store.mention(*id) : nullptr;
            if (mention == nullptr || mention->entity.isNil())
                continue;
            put(mention->text);
            put(mention->entity, m_entities);
        }
        article(claim.article);
    }

    const Store& m_store;
    std::vector<std::string> m_names;
    std::vector<EntityId> m_entities;
    std::vector<EventId> m_events;
};

/// Where among its kind a record stands may have changed by others' coming and going.
template <class EditType>
EditType withoutPosition(EditType edit)
{
    std::visit(Overloaded{
                   [](Together& together) {
                       for (SingleEdit& one : together.edits)
                           one = withoutPosition(one);
                   },
                   [](auto& one) {
                       if constexpr (requires { one.position; })
                           one.position = -1;
                   },
               },
               edit);
    return edit;
}

/// What was erased for good, and what was said of that.
bool isNothing(const Edit& edit)
{
    const auto* together = std::get_if<Together>(&edit);
    return together != nullptr && together->edits.empty();
}

std::string wordsFor(const LoggedEdit& logged, const Expected<Edit, std::string>& edit)
{
    // These say nothing any more.
    if (logged.kind == kindOf(EraseArticle{}))
        return "Erase an article for good";
    if (logged.kind == "erased")
        return "(of an article that was erased)";
    return edit ? wordsOf(*edit) : logged.kind;
}

} // namespace

std::string wordsOf(const LoggedEdit& logged)
{
    return wordsFor(logged, editFromJson(logged.edit.text()));
}

HistoryEntry historyEntryOf(const LoggedEdit& logged, const Store& store)
{
    const std::string json = logged.edit.text();
    const auto edit = editFromJson(json);
    HistoryEntry entry{.number = logged.number,
                       .at = logged.at,
                       .analyst = logged.author.analyst,
                       .words = wordsFor(logged, edit),
                       .about = {},
                       .entities = {},
                       .events = {},
                       .changes = {}};
    if (!edit)
        return entry;
    About about(store);
    std::visit(about, *edit);
    about.tell(entry);
    addChanges(Json::parse(json, nullptr, false),
               Json::parse(logged.inverse.text(), nullptr, false), entry.changes);
    return entry;
}

Expected<Edit, std::string> takingBack(const LoggedEdit& logged, const Store& store)
{
    auto edit = editOf(logged);
    auto inverse = inverseOf(logged);
    if (!edit || !inverse)
        return Unexpected{std::string("The history does not say how it was before.")};
    if (isNothing(*edit) || isNothing(*inverse))
        return Unexpected{std::string("It cannot be taken back: nothing is left of it.")};
    Store copy = store;
    const auto applied = copy.apply(*inverse);
    if (!applied)
        return Unexpected{
            fmt::format("It cannot be taken back by itself any more: {}", applied.error())};
    // What would bring it back is the edit itself, unless something has come on top of it.
    if (!(withoutPosition(applied->inverse) == withoutPosition(*std::move(edit))))
        return Unexpected{std::string("It cannot be taken back by itself any more: what it changed "
                                      "was changed again since. Take that back first.")};
    return *std::move(inverse);
}

} // namespace entente
