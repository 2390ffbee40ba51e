// SPDX-License-Identifier: Apache-2.0
#include "graph/project/projectstate.h"

#include "graph/base/overloaded.h"
#include "graph/base/sha256.h"
#include "graph/model/recordcheck.h"
#include "graph/project/editjson.h"
#include "graph/text/sourcetext.h"

#include <fmt/format.h>

#include <stdexcept>

namespace entente
{

namespace
{

/// Calls a function with each AddArticle in an edit.
template <class EditType>
void forEachAddition(EditType& edit, auto function)
{
    std::visit(Overloaded{
                   [&](AddArticle& add) { function(add.records); },
                   [&](Together& together) {
                       for (SingleEdit& one : together.edits) {
                           if (auto* add = std::get_if<AddArticle>(&one))
                               function(add->records);
                       }
                   },
                   [](auto&) {},
               },
               edit);
}

class Toucher
{
public:
    Toucher(Touched& touched, const Store& store)
        : m_touched(touched)
        , m_store(store)
    {
    }

    void operator()(const AddArticle& add) const
    {
        m_touched.articles.insert(add.records.article.id);
        m_touched.order = m_touched.order || add.position >= 0;
    }
    void operator()(const RemoveArticle& edit) const
    {
        m_touched.articles.insert(edit.article);
        m_touched.order = true;
    }
    void operator()(const EraseArticle& edit) const { (*this)(RemoveArticle{edit.article}); }
    void operator()(const ChangeArticle& edit) const { m_touched.articles.insert(edit.id); }
    template <class Record>
    void operator()(const AddRecord<Record>& add) const
    {
        m_touched.articles.insert(add.record.article);
    }
    template <class IdType>
    void operator()(const RemoveRecord<IdType>& edit) const
    {
        addArticleOf(edit.id);
    }
    template <class IdType, class Fields>
    void operator()(const ChangeRecord<IdType, Fields>& edit) const
    {
        addArticleOf(edit.id);
    }
    template <class IdType>
    void operator()(const JudgeSameness<IdType>&) const
    {
        m_touched.verdicts = true;
    }
    void operator()(const PlaceNodes&) const { m_touched.placements = true; }
    void operator()(const PutView&) const { m_touched.views = true; }
    void operator()(const RemoveView&) const { m_touched.views = true; }
    void operator()(const Together& together) const
    {
        for (const SingleEdit& edit : together.edits)
            std::visit(*this, edit);
    }

private:
    void addArticleOf(auto id) const
    {
        if (const auto* record = find(id))
            m_touched.articles.insert(record->article);
    }
    const Mention* find(MentionId id) const { return m_store.mention(id); }
    const Entity* find(EntityId id) const { return m_store.entity(id); }
    const Event* find(EventId id) const { return m_store.event(id); }
    const Claim* find(ClaimId id) const { return m_store.claim(id); }

    Touched& m_touched;
    const Store& m_store;
};

std::int64_t positionOf(const Store& store, ArticleId id)
{
    return std::ranges::find(store.articles(), id) - store.articles().begin();
}

void writeArticle(SQLite::Database& database, const Store& store, ArticleId id)
{
    if (store.article(id) == nullptr) {
        SQLite::Statement gone(database, "DELETE FROM article WHERE id=?");
        gone.bind(1, id.text());
        gone.exec();
        return;
    }
    Edit row = AddArticle{store.records(id)};
    for (const auto& [sha256, text] : takeTexts(row))
        keepContent(database, sha256, text);
    SQLite::Statement put(database, "INSERT INTO article(id, position, records) VALUES(?1, ?2, ?3) "
                                    "ON CONFLICT(id) DO UPDATE SET position=?2, records=?3");
    put.bind(1, id.text());
    put.bind(2, positionOf(store, id));
    put.bind(3, toJson(row));
    put.exec();
}

void writeOrder(SQLite::Database& database, const Store& store)
{
    SQLite::Statement put(database, "UPDATE article SET position=?2 WHERE id=?1");
    std::int64_t position = 0;
    for (const ArticleId id : store.articles()) {
        put.reset();
        put.bind(1, id.text());
        put.bind(2, position++);
        put.exec();
    }
}

template <class IdType>
void writeVerdicts(SQLite::Database& database, const Store::Verdicts<IdType>& verdicts,
                   const char* kind)
{
    SQLite::Statement put(database, "INSERT INTO verdict(kind, a, b, verdict) VALUES(?, ?, ?, ?)");
    for (const auto& [pair, verdict] : verdicts) {
        put.reset();
        put.bind(1, kind);
        put.bind(2, pair.first.text());
        put.bind(3, pair.second.text());
        put.bind(4, verdict == Sameness::One ? "one" : "apart");
        put.exec();
    }
}

void writePlacements(SQLite::Database& database, const Store& store)
{
    database.exec("DELETE FROM placement");
    SQLite::Statement put(database, "INSERT INTO placement(node, x, y) VALUES(?, ?, ?)");
    for (const auto& [node, point] : store.placements()) {
        put.reset();
        put.bind(1, node.text());
        put.bind(2, point.x);
        put.bind(3, point.y);
        put.exec();
    }
}

void writeViews(SQLite::Database& database, const Store& store)
{
    database.exec("DELETE FROM view");
    SQLite::Statement put(database, "INSERT INTO view(id, name, state) VALUES(?, ?, ?)");
    for (const auto& [id, view] : store.views()) {
        put.reset();
        put.bind(1, id.text());
        put.bind(2, view.name);
        put.bind(3, view.state);
        put.exec();
    }
}

template <class IdType>
IdType idIn(const SQLite::Column& column)
{
    const auto uuid = Uuid::parse(column.getString());
    if (!uuid)
        throw std::runtime_error(fmt::format("“{}” is no id", column.getString()));
    return IdType(*uuid);
}

class StateReader
{
public:
    explicit StateReader(SQLite::Database& database)
        : m_database(database)
    {
    }

    Store run()
    {
        readArticles();
        readVerdicts();
        readPlacements();
        readViews();
        return std::move(m_store);
    }

private:
    void apply(Edit edit)
    {
        if (const auto applied = m_store.apply(std::move(edit)); !applied)
            throw std::runtime_error(applied.error());
    }

    void readArticles()
    {
        SQLite::Statement query(m_database, "SELECT records FROM article ORDER BY position, id");
        while (query.executeStep()) {
            auto edit = editFromJson(query.getColumn(0).getString());
            if (!edit || !std::holds_alternative<AddArticle>(*edit))
                throw std::runtime_error(edit ? "a row of article is none" : edit.error());
            putTexts(*edit, [this](const std::string& sha) { return contentOf(m_database, sha); });
            const ArticleRecords& records = std::get<AddArticle>(*edit).records;
            if (std::string broken = brokenReference(records); !broken.empty())
                throw std::runtime_error(broken);
            apply(std::move(*edit));
        }
    }

    void readVerdicts()
    {
        SQLite::Statement query(m_database, "SELECT kind, a, b, verdict FROM verdict");
        while (query.executeStep()) {
            const Sameness verdict =
                query.getColumn(3).getString() == "one" ? Sameness::One : Sameness::Apart;
            if (query.getColumn(0).getString() == "entity")
                apply(JudgeEntities{idIn<EntityId>(query.getColumn(1)),
                                    idIn<EntityId>(query.getColumn(2)), verdict});
            else
                apply(JudgeEvents{idIn<EventId>(query.getColumn(1)),
                                  idIn<EventId>(query.getColumn(2)), verdict});
        }
    }

    void readPlacements()
    {
        PlaceNodes place;
        SQLite::Statement query(m_database, "SELECT node, x, y FROM placement");
        while (query.executeStep())
            place.placements.push_back(
                {idIn<NodeId>(query.getColumn(0)),
                 Point{query.getColumn(1).getDouble(), query.getColumn(2).getDouble()}});
        apply(std::move(place));
    }

    void readViews()
    {
        SQLite::Statement query(m_database, "SELECT id, name, state FROM view");
        while (query.executeStep())
            apply(PutView{{idIn<ViewId>(query.getColumn(0)), query.getColumn(1).getString(),
                           query.getColumn(2).getString()}});
    }

    SQLite::Database& m_database;
    Store m_store;
};

} // namespace

std::string sealTexts(Edit& edit)
{
    std::string trouble;
    forEachAddition(edit, [&](ArticleRecords& records) {
        Article& article = records.article;
        if (!article.text)
            return;
        if (std::string broken = brokenReference(records); !broken.empty())
            trouble = std::move(broken);
        const std::string sha256 = sha256Of(article.text->utf8());
        if (article.sha256.empty())
            article.sha256 = sha256;
        else if (article.sha256 != sha256)
            trouble = fmt::format("The text of “{}” is not the one that its checksum is of.",
                                  article.title);
    });
    return trouble;
}

Texts takeTexts(Edit& edit)
{
    Texts texts;
    forEachAddition(edit, [&](ArticleRecords& records) {
        Article& article = records.article;
        texts.emplace(article.sha256, article.text->utf8());
        article.text = std::make_shared<const SourceText>();
    });
    return texts;
}

void putTexts(Edit& edit, const std::function<std::string(const std::string&)>& textOf)
{
    forEachAddition(edit, [&](ArticleRecords& records) {
        Article& article = records.article;
        if (!article.text || article.text->size() == 0)
            article.text = std::make_shared<const SourceText>(textOf(article.sha256));
    });
}

void Touched::add(const Edit& edit, const Store& store) { std::visit(Toucher(*this, store), edit); }

void writeState(SQLite::Database& database, const Store& store, const Touched& touched)
{
    for (const ArticleId id : touched.articles)
        writeArticle(database, store, id);
    if (touched.order)
        writeOrder(database, store);
    if (touched.verdicts) {
        database.exec("DELETE FROM verdict");
        writeVerdicts(database, store.entityVerdicts(), "entity");
        writeVerdicts(database, store.eventVerdicts(), "event");
    }
    if (touched.placements)
        writePlacements(database, store);
    if (touched.views)
        writeViews(database, store);
}

Expected<Store, std::string> readState(SQLite::Database& database)
{
    try {
        return StateReader(database).run();
    } catch (const SQLite::Exception&) {
        throw;
    } catch (const std::runtime_error& error) {
        return Unexpected{std::string(error.what())};
    }
}

std::string contentOf(SQLite::Database& database, const std::string& sha256)
{
    SQLite::Statement query(database, "SELECT bytes FROM content WHERE sha256=?");
    query.bind(1, sha256);
    if (!query.executeStep())
        throw std::runtime_error(fmt::format("the text {} is not there", sha256));
    return query.getColumn(0).getString();
}

void keepContent(SQLite::Database& database, const std::string& sha256, const std::string& bytes)
{
    SQLite::Statement put(database, "INSERT OR IGNORE INTO content(sha256, bytes) VALUES(?, ?)");
    put.bind(1, sha256);
    put.bind(2, bytes.data(), static_cast<int>(bytes.size()));
    put.exec();
}

} // namespace entente
