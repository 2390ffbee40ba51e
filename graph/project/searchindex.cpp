// SPDX-License-Identifier: Apache-2.0
#include "graph/project/searchindex.h"

#include "graph/model/store.h"
#include "graph/text/fold.h"
#include "graph/text/searchwords.h"
#include "graph/text/sourcetext.h"

#include <fmt/format.h>

#include <optional>

namespace entente
{

namespace
{

std::string namesIn(const ArticleRecords& records)
{
    std::string names = records.article.title;
    for (const Entity& entity : records.entities) {
        names += '\n' + entity.name;
        for (const OutsideId& id : entity.ids)
            names += '\n' + id.text;
    }
    for (const Event& event : records.events)
        names += '\n' + event.title;
    return names;
}

IndexRow indexRowOf(const ArticleRecords& records)
{
    const std::string& text = records.article.text->utf8();
    const std::string names = namesIn(records);
    return {joined(searchWords(folded(text + '\n' + names))), joined(searchWords(names)),
            records.article.sha256};
}

std::optional<IndexRow> storedRow(SQLite::Database& database, std::int64_t row)
{
    SQLite::Statement query(database, "SELECT folded, names, source FROM search WHERE rowid=?");
    query.bind(1, row);
    if (!query.executeStep())
        return std::nullopt;
    return IndexRow{query.getColumn(0).getString(), query.getColumn(1).getString(),
                    query.getColumn(2).getString()};
}

} // namespace

std::optional<IndexedWords> indexedWords(SQLite::Database& database, std::int64_t row)
{
    SQLite::Statement query(database, "SELECT names, source FROM search WHERE rowid=?");
    query.bind(1, row);
    if (!query.executeStep())
        return std::nullopt;
    return IndexedWords{query.getColumn(0).getString(), query.getColumn(1).getString()};
}

std::optional<IndexRow> newIndexRow(const ArticleRecords& records,
                                    const std::optional<IndexedWords>& stored)
{
    if (stored && stored->source == records.article.sha256 &&
        stored->names == joined(searchWords(namesIn(records))))
        return std::nullopt;
    return indexRowOf(records);
}

void indexArticle(SQLite::Database& database, std::int64_t row, const ArticleRecords& records)
{
    if (const auto wanted = newIndexRow(records, indexedWords(database, row)))
        IndexWriter(database).write(row, *wanted);
}

IndexWriter::IndexWriter(SQLite::Database& database)
    : m_gone(database, "DELETE FROM search WHERE rowid=?")
    , m_put(database, "INSERT INTO search(rowid, folded, names, source) VALUES(?, ?, ?, ?)")
{
}

void IndexWriter::write(std::int64_t row, const IndexRow& wanted)
{
    m_gone.bind(1, row);
    m_gone.exec();
    m_gone.reset();
    m_put.bind(1, row);
    m_put.bindNoCopy(2, wanted.folded);
    m_put.bindNoCopy(3, wanted.names);
    m_put.bindNoCopy(4, wanted.source);
    m_put.exec();
    m_put.reset();
}

void unindexArticle(SQLite::Database& database, std::int64_t row)
{
    SQLite::Statement gone(database, "DELETE FROM search WHERE rowid=?");
    gone.bind(1, row);
    gone.exec();
}

void rebuildIndex(SQLite::Database& database)
{
    database.exec("INSERT INTO search(search) VALUES('rebuild')");
}

std::vector<ArticleId> search(SQLite::Database& database, std::string_view words)
{
    std::vector<ArticleId> found;
    const std::string wanted = phraseQuery("folded", searchWords(folded(words)));
    if (wanted.empty())
        return found;
    SQLite::Statement query(database, "SELECT article.id FROM search JOIN article ON "
                                      "article.number=search.rowid WHERE search MATCH ? "
                                      "ORDER BY rank, article.position");
    query.bind(1, wanted);
    while (query.executeStep()) {
        if (const auto id = Uuid::parse(query.getColumn(0).getString()))
            found.emplace_back(*id);
    }
    return found;
}

std::vector<std::string> verifyIndex(SQLite::Database& database, const Store& store)
{
    std::vector<std::string> wrong;
    try { // With 1, the words are compared with the rows they came from.
        database.exec("INSERT INTO search(search, rank) VALUES('integrity-check', 1)");
    } catch (const SQLite::Exception& error) {
        wrong.push_back(fmt::format("the index of words: {}", error.getErrorStr()));
    }
    std::size_t rows = 0;
    SQLite::Statement query(database, "SELECT number, id FROM article");
    while (query.executeStep()) {
        const auto id = Uuid::parse(query.getColumn(1).getString());
        const Article* article = id ? store.article(ArticleId(*id)) : nullptr;
        if (article == nullptr)
            continue; // The log is compared, too, and says so.
        const ArticleRecords& records = store.records(article->id);
        const auto row = storedRow(database, query.getColumn(0).getInt64());
        rows += row ? 1 : 0;
        if (row != indexRowOf(records))
            wrong.push_back(
                fmt::format("the index of words does not say what stands in “{}”", article->title));
    }
    if (static_cast<std::size_t>(database.execAndGet("SELECT count(*) FROM search").getInt64()) !=
        rows)
        wrong.emplace_back("the index of words speaks of articles that are not there");
    return wrong;
}

} // namespace entente
