// SPDX-License-Identifier: Apache-2.0
#include "graph/project/projectstate.h"

#include "graph/base/ahead.h"
#include "graph/model/recordcheck.h"
#include "graph/project/contents.h"
#include "graph/project/database.h"
#include "graph/project/editjson.h"
#include "graph/project/recordpack.h"
#include "graph/project/searchindex.h"
#include "graph/text/sourcetext.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <stdexcept>
#include <tuple>

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

void report(const Progress& progress, const char* what, std::size_t done, std::size_t all)
{
    constexpr std::size_t apart = 64; // Nobody sees more of them than a few in a second.
    if (done % apart == 0)
        progress.report(what, static_cast<int>(done), static_cast<int>(all));
}

/// Writes articles, new ones after all others; writeOrder() says where these stand otherwise.
class ArticleWriter
{
public:
    ArticleWriter(SQLite::Database& database, const Store& store, const Progress& progress)
        : m_database(database)
        , m_store(store)
        , m_progress(progress)
        , m_put(database, "INSERT INTO article(id, position, records) VALUES(?1, ?2, ?3) "
                          "ON CONFLICT(id) DO UPDATE SET records=?3 RETURNING number")
        // Once: it reads through all rows, which are as long as what is said of an article.
        , m_next(
              database.execAndGet("SELECT coalesce(max(position) + 1, 0) FROM article").getInt64())
    {
    }

    void write(const std::set<ArticleId>& ids)
    {
        for (const ArticleId id : ids) {
            if (m_store.article(id) == nullptr)
                removeArticle(m_database, id);
        }
        const std::vector<ArticleId> there = inOrder(ids);
        if (there.size() == 1) // By hand: most leave the words as they are.
            indexArticle(m_database, writeRow(there[0], packed(m_store.records(there[0]))),
                         m_store.records(there[0]));
        else
            writeMany(there);
    }

private:
    /// Those that the store has, in its order: new ones then come to stand in it.
    std::vector<ArticleId> inOrder(const std::set<ArticleId>& ids) const
    {
        std::vector<ArticleId> there;
        if (ids.size() == 1 && m_store.article(*ids.begin()) != nullptr)
            there.push_back(*ids.begin());
        if (ids.size() > 1)
            std::ranges::copy_if(m_store.articles(), std::back_inserter(there),
                                 [&](ArticleId id) { return ids.contains(id); });
        return there;
    }

    /// First all rows, then all words: what is written elsewhere in between makes FTS5 write out
    /// what it has gathered, each time.
    void writeMany(const std::vector<ArticleId>& ids)
    {
        std::vector<std::int64_t> numbers;
        std::vector<std::optional<IndexedWords>> indexed;
        {
            Ahead rows(ids.size(),
                       [&](std::size_t index) { return packed(m_store.records(ids[index])); });
            for (std::size_t index = 0; index < ids.size() && !m_progress.stopped(); ++index) {
                report(m_progress, "Writing articles", index, ids.size());
                numbers.push_back(writeRow(ids[index], rows.take(index)));
                indexed.push_back(indexedWords(m_database, numbers.back()));
            }
        }
        if (m_progress.stopped())
            return;
        Ahead words(ids.size(), [&](std::size_t index) {
            return newIndexRow(m_store.records(ids[index]), indexed[index]);
        });
        IndexWriter index(m_database);
        for (std::size_t i = 0; i < ids.size() && !m_progress.stopped(); ++i) {
            report(m_progress, "Indexing words", i, ids.size());
            if (const auto wanted = words.take(i))
                index.write(numbers[i], *wanted);
        }
    }

    /// @returns its number.
    std::int64_t writeRow(ArticleId id, const std::string& records)
    {
        m_put.bind(1, id.text());
        m_put.bind(2, m_next++);
        m_put.bindNoCopy(3, records.data(), static_cast<int>(records.size()));
        m_put.executeStep();
        const std::int64_t number = m_put.getColumn(0).getInt64();
        m_put.reset();
        return number;
    }

    SQLite::Database& m_database;
    const Store& m_store;
    const Progress& m_progress;
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

void writeSettled(SQLite::Database& database, const Store& store,
                  const std::set<std::string>& touched)
{
    if (touched.empty())
        return;
    SQLite::Statement gone(database, "DELETE FROM matter WHERE name=?");
    SQLite::Statement put(database, "INSERT INTO matter(name, because) VALUES(?, ?)");
    for (const std::string& name : touched) {
        gone.reset();
        gone.bind(1, name);
        gone.exec();
        const auto settled = store.settled().find(name);
        if (settled == store.settled().end())
            continue;
        put.reset();
        put.bind(1, name);
        put.bind(2, settled->second);
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

constexpr const char* selectContent = "SELECT bytes FROM content WHERE sha256=?";

std::string contentIn(SQLite::Statement& contents, const std::string& sha256)
{
    contents.reset();
    contents.bind(1, sha256);
    if (!contents.executeStep())
        throw std::runtime_error(fmt::format("the text {} is not there", sha256));
    return contents.getColumn(0).getString();
}

/// While a whole file is read: of 10,000 articles 64 MB of pages would be kept, nearly all of texts
/// that are in the store by then. The second look at them, whether all pages are well, is a look
/// into what the system keeps of the file.
class SmallCache
{
public:
    explicit SmallCache(SQLite::Database& database)
        : m_database(database)
    {
        constexpr int kibibytes = 2048; // As SQLite has it, if it is not told otherwise.
        m_database.exec(fmt::format("PRAGMA cache_size={}", -kibibytes));
    }
    SmallCache(const SmallCache&) = delete;
    SmallCache& operator=(const SmallCache&) = delete;
    ~SmallCache() { m_database.tryExec(fmt::format("PRAGMA cache_size={}", -cacheKibibytes)); }

private:
    SQLite::Database& m_database;
};

class StateReader
{
public:
    StateReader(SQLite::Database& database, const Progress& progress,
                const std::function<void()>& besides)
        : m_database(database)
        , m_progress(progress)
        , m_besides(besides)
    {
    }

    Store run()
    {
        readArticles();
        readVerdicts();
        readPlacements();
        readViews();
        readVocabulary();
        readSettled();
        return std::move(m_store);
    }

private:
    void apply(Edit edit)
    {
        if (const auto applied = m_store.apply(std::move(edit)); !applied)
            throw std::runtime_error(applied.error());
    }

    /// The database is read by one thread; what it holds is made sense of by all.
    void readArticles()
    {
        const SmallCache cache(m_database);
        std::vector<FoundArticle> found = findArticles();
        Ahead checked(found.size(), [&](std::size_t index) {
            return Shared<ArticleRecords>(whole(found[index]));
        });
        if (m_besides)
            m_besides();
        std::vector<Shared<ArticleRecords>> articles;
        articles.reserve(found.size());
        while (articles.size() < found.size() && !m_progress.stopped()) {
            report(m_progress, "Checking articles", articles.size(), found.size());
            articles.push_back(checked.take(articles.size()));
        }
        auto store = Store::of(articles);
        if (!store)
            throw std::runtime_error(store.error());
        m_store = *std::move(store);
    }

    struct FoundArticle
    {
        ArticleRecords records;
        std::string text;
        std::optional<std::string> annotation;
    };

    struct Row
    {
        std::int64_t position;
        std::string id;
        bool isJson; ///< As in the first two forms.
        std::string records;
    };

    /// Put in order here: what SQLite sorts, it copies whole: 67 MB of 10,000 articles.
    std::vector<Row> rowsInOrder()
    {
        std::vector<Row> rows;
        SQLite::Statement query(m_database, "SELECT position, id, records FROM article");
        while (query.executeStep() && !m_progress.stopped())
            rows.push_back({query.getColumn(0).getInt64(), query.getColumn(1).getString(),
                            query.getColumn(2).isText(), query.getColumn(2).getString()});
        std::ranges::sort(rows, {}, [](const Row& row) { return std::tie(row.position, row.id); });
        return rows;
    }

    std::vector<FoundArticle> findArticles()
    {
        std::vector<Row> rows = rowsInOrder();
        Ahead recordsOf(rows.size(), [&](std::size_t index) {
            const std::string row = std::move(rows[index].records);
            return rows[index].isJson ? recordsInJson(row) : recordsIn(row);
        });
        SQLite::Statement contents(m_database, selectContent);
        std::vector<FoundArticle> found;
        found.reserve(rows.size());
        while (found.size() < rows.size() && !m_progress.stopped()) {
            report(m_progress, "Reading articles", found.size(), rows.size());
            FoundArticle& next = found.emplace_back();
            next.records = recordsOf.take(found.size() - 1);
            const Article& article = next.records.article;
            next.text = contentIn(contents, article.sha256);
            if (!article.annotationSha256.empty())
                next.annotation = contentIn(contents, article.annotationSha256);
        }
        return found;
    }

    static ArticleRecords recordsIn(const std::string& row)
    {
        auto records = unpacked(row);
        if (!records)
            throw std::runtime_error(fmt::format("a row of article: {}", records.error()));
        return *std::move(records);
    }

    static ArticleRecords recordsInJson(const std::string& row)
    {
        auto edit = editFromJson(row);
        if (!edit || !std::holds_alternative<AddArticle>(*edit))
            throw std::runtime_error(edit ? "a row of article is none" : edit.error());
        return *std::get<AddArticle>(*edit).records;
    }

    static ArticleRecords whole(FoundArticle& found)
    {
        Article& article = found.records.article;
        article.text = std::make_shared<const SourceText>(std::move(found.text));
        if (found.annotation)
            article.annotation = std::make_shared<const std::string>(*std::move(found.annotation));
        if (std::string broken = brokenReference(found.records); !broken.empty())
            throw std::runtime_error(broken);
        return std::move(found.records);
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

    void readSettled()
    {
        if (versionOf(m_database) < 5) // It came with the fifth form.
            return;
        SQLite::Statement query(m_database, "SELECT name, because FROM matter");
        while (query.executeStep())
            apply(SettleMatter{query.getColumn(0).getString(), query.getColumn(1).getString()});
    }

    SQLite::Database& m_database;
    const Progress& m_progress;
    const std::function<void()>& m_besides;
    Store m_store;
};

} // namespace

void writeState(SQLite::Database& database, const Store& store, const Change& change,
                const Progress& progress)
{
    if (!change.articles.empty())
        ArticleWriter(database, store, progress).write(change.articles);
    if (change.order)
        writeOrder(database, store);
    writeVerdicts(database, store.entityVerdicts(), change.entityVerdicts, "entity");
    writeVerdicts(database, store.eventVerdicts(), change.eventVerdicts, "event");
    writePlacements(database, store, change.placed);
    writeViews(database, store, change.views);
    writeVocabulary(database, store, change.vocabulary);
    writeSettled(database, store, change.settled);
}

Expected<Store, std::string> readState(SQLite::Database& database, const Progress& progress,
                                       const std::function<void()>& besides)
{
    try {
        return StateReader(database, progress, besides).run();
    } catch (const SQLite::Exception&) {
        throw;
    } catch (const std::runtime_error& error) {
        return Unexpected{std::string(error.what())};
    }
}

std::string contentOf(SQLite::Database& database, const std::string& sha256)
{
    SQLite::Statement contents(database, selectContent);
    return contentIn(contents, sha256);
}

void keepContents(SQLite::Database& database, const Contents& contents)
{
    if (contents.empty())
        return;
    SQLite::Statement put(database, "INSERT OR IGNORE INTO content(sha256, bytes) VALUES(?, ?)");
    for (const auto& [sha256, bytes] : contents) {
        put.reset();
        put.bindNoCopy(1, sha256);
        put.bindNoCopy(2, bytes->data(), static_cast<int>(bytes->size()));
        put.exec();
    }
}

} // namespace entente
