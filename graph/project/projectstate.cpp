// SPDX-License-Identifier: Apache-2.0
#include "graph/project/projectstate.h"

#include "graph/model/recordcheck.h"
#include "graph/project/contents.h"
#include "graph/project/editjson.h"
#include "graph/project/searchindex.h"
#include "graph/text/sourcetext.h"

#include <fmt/format.h>

#include <stdexcept>

namespace entente
{

namespace
{

void removeArticle(SQLite::Database& database, ArticleId id)
{
    SQLite::Statement gone(database, "DELETE FROM article WHERE id=? RETURNING number");
    gone.bind(1, id.text());
    if (!gone.executeStep())
        return;
    const std::int64_t number = gone.getColumn(0).getInt64();
    gone.reset();
    unindexArticle(database, number);
}

/// Writes articles, new ones after all others; writeOrder() says where these stand otherwise.
class ArticleWriter
{
public:
    ArticleWriter(SQLite::Database& database, const Store& store)
        : m_database(database)
        , m_store(store)
        , m_put(database, "INSERT INTO article(id, position, records) VALUES(?1, ?2, ?3) "
                          "ON CONFLICT(id) DO UPDATE SET records=?3 RETURNING number")
        // Once: it reads through all rows, which are as long as what is said of an article.
        , m_next(
              database.execAndGet("SELECT coalesce(max(position) + 1, 0) FROM article").getInt64())
    {
    }

    void write(ArticleId id)
    {
        if (m_store.article(id) == nullptr)
            return removeArticle(m_database, id);
        Edit row = AddArticle{m_store.records(id)};
        for (const auto& [sha256, bytes] : takeContents(row))
            keepContent(m_database, sha256, bytes);
        m_put.bind(1, id.text());
        m_put.bind(2, m_next++);
        m_put.bind(3, toJson(row));
        m_put.executeStep();
        const std::int64_t number = m_put.getColumn(0).getInt64();
        m_put.reset();
        indexArticle(m_database, number, m_store.records(id));
    }

private:
    SQLite::Database& m_database;
    const Store& m_store;
    SQLite::Statement m_put;
    std::int64_t m_next;
};

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
                   const std::set<std::pair<IdType, IdType>>& touched, const char* kind)
{
    SQLite::Statement gone(database, "DELETE FROM verdict WHERE kind=? AND a=? AND b=?");
    SQLite::Statement put(database, "INSERT INTO verdict(kind, a, b, verdict) VALUES(?, ?, ?, ?)");
    for (const auto& pair : touched) {
        gone.reset();
        put.reset();
        for (SQLite::Statement* statement : {&gone, &put}) {
            statement->bind(1, kind);
            statement->bind(2, pair.first.text());
            statement->bind(3, pair.second.text());
        }
        gone.exec();
        const auto verdict = verdicts.find(pair);
        if (verdict == verdicts.end())
            continue;
        put.bind(4, verdict->second == Sameness::One ? "one" : "apart");
        put.exec();
    }
}

void writePlacements(SQLite::Database& database, const Store& store, const std::set<NodeId>& placed)
{
    SQLite::Statement gone(database, "DELETE FROM placement WHERE node=?");
    SQLite::Statement put(database, "INSERT INTO placement(node, x, y) VALUES(?, ?, ?)");
    for (const NodeId node : placed) {
        gone.reset();
        gone.bind(1, node.text());
        gone.exec();
        const std::optional<Point> point = store.placement(node);
        if (!point)
            continue;
        put.reset();
        put.bind(1, node.text());
        put.bind(2, point->x);
        put.bind(3, point->y);
        put.exec();
    }
}

void writeViews(SQLite::Database& database, const Store& store, const std::set<ViewId>& touched)
{
    SQLite::Statement gone(database, "DELETE FROM view WHERE id=?");
    SQLite::Statement put(database, "INSERT INTO view(id, name, state) VALUES(?, ?, ?)");
    for (const ViewId id : touched) {
        gone.reset();
        gone.bind(1, id.text());
        gone.exec();
        const auto view = store.views().find(id);
        if (view == store.views().end())
            continue;
        put.reset();
        put.bind(1, id.text());
        put.bind(2, view->second.name);
        put.bind(3, view->second.state);
        put.exec();
    }
}

void writeVocabulary(SQLite::Database& database, const Store& store,
                     const std::set<std::string>& touched)
{
    SQLite::Statement gone(database, "DELETE FROM vocabulary WHERE name=?");
    SQLite::Statement put(database, "INSERT INTO vocabulary(name, bytes) VALUES(?, ?)");
    for (const std::string& name : touched) {
        gone.reset();
        gone.bind(1, name);
        gone.exec();
        const auto file = store.vocabulary().find(name);
        if (file == store.vocabulary().end())
            continue;
        put.reset();
        put.bind(1, name);
        put.bind(2, file->second.data(), static_cast<int>(file->second.size()));
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
    StateReader(SQLite::Database& database, const Progress& progress)
        : m_database(database)
        , m_progress(progress)
    {
    }

    Store run()
    {
        readArticles();
        readVerdicts();
        readPlacements();
        readViews();
        readVocabulary();
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
        const int total = m_database.execAndGet("SELECT count(*) FROM article").getInt();
        SQLite::Statement query(m_database, "SELECT records FROM article ORDER BY position, id");
        for (int done = 0; query.executeStep() && !m_progress.stopped(); ++done) {
            constexpr int apart = 64; // Nobody sees more of them than a few in a second.
            if (done % apart == 0)
                m_progress.report("Reading articles", done, total);
            auto edit = editFromJson(query.getColumn(0).getString());
            if (!edit || !std::holds_alternative<AddArticle>(*edit))
                throw std::runtime_error(edit ? "a row of article is none" : edit.error());
            putContents(*edit,
                        [this](const std::string& sha) { return contentOf(m_database, sha); });
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

    void readVocabulary()
    {
        SQLite::Statement query(m_database, "SELECT name, bytes FROM vocabulary");
        while (query.executeStep())
            apply(
                PutVocabularyFile{query.getColumn(0).getString(), query.getColumn(1).getString()});
    }

    SQLite::Database& m_database;
    const Progress& m_progress;
    Store m_store;
};

} // namespace

void writeState(SQLite::Database& database, const Store& store, const Change& change)
{
    if (!change.articles.empty()) {
        ArticleWriter writer(database, store);
        for (const ArticleId id : change.articles)
            writer.write(id);
    }
    // Several have been put after all others by the order of their ids.
    if (change.order || change.articles.size() > 1)
        writeOrder(database, store);
    writeVerdicts(database, store.entityVerdicts(), change.entityVerdicts, "entity");
    writeVerdicts(database, store.eventVerdicts(), change.eventVerdicts, "event");
    writePlacements(database, store, change.placed);
    writeViews(database, store, change.views);
    writeVocabulary(database, store, change.vocabulary);
}

Expected<Store, std::string> readState(SQLite::Database& database, const Progress& progress)
{
    try {
        return StateReader(database, progress).run();
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
