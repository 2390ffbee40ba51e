// SPDX-License-Identifier: Apache-2.0
#include "graph/project/migration.h"

#include "graph/project/database.h"
#include "graph/project/longjson.h"
#include "graph/project/projectstate.h"

#include <fmt/format.h>

#include <stdexcept>

namespace entente
{

namespace
{

void stopIfCancelled(const Progress& progress)
{
    if (progress.stopped())
        throw ProjectTrouble{ProjectTrouble::Kind::Other, "Opening was cancelled."};
}

// Tables are written out: they stay as they are here when later forms have others.

/// The second form gives articles numbers, for an index of words, and keeps a vocabulary.
void fromFirstForm(SQLite::Database& database)
{
    database.exec(R"sql(
ALTER TABLE article RENAME TO former;
CREATE TABLE article (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, position INTEGER NOT NULL, records TEXT NOT NULL) STRICT;
INSERT INTO article(id, position, records) SELECT id, position, records FROM former ORDER BY position, id;
DROP TABLE former;
CREATE TABLE vocabulary (name TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE search USING fts5(text, names, folded, source UNINDEXED, tokenize='unicode61 remove_diacritics 0');
)sql");
}

/// The third form packs records, which are read fast. What is said of articles is written anew, and
/// with it the index of words, which the first form had none of; it is that of the sixth at once.
void fromSecondForm(SQLite::Database& database, const Progress& progress)
{
    const auto store = readState(database, progress);
    if (!store)
        throw std::runtime_error(store.error());
    stopIfCancelled(progress);
    // A table of words is gone at once; its rows take as long as it took to write them.
    database.exec(R"sql(
DROP TABLE article;
CREATE TABLE article (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, position INTEGER NOT NULL, records BLOB NOT NULL) STRICT;
DROP TABLE search;
CREATE VIRTUAL TABLE search USING fts5(folded, names UNINDEXED, source UNINDEXED, tokenize='unicode61 remove_diacritics 0');
)sql");
    // Earlier versions left what was erased in unused places of the file.
    database.exec("INSERT OR IGNORE INTO meta(key, value) SELECT 'traces', 'erased' WHERE EXISTS "
                  "(SELECT 1 FROM op WHERE kind IN ('eraseArticle', 'erased'))");
    Change all;
    all.articles.insert(store->articles().begin(), store->articles().end());
    writeState(database, *store, all, progress);
    stopIfCancelled(progress);
}

/// The fourth form compresses long edits: those of imports were four times as long as what was
/// imported.
void fromThirdForm(SQLite::Database& database, const Progress& progress)
{
    database.exec(R"sql(
ALTER TABLE op RENAME TO former;
CREATE TABLE op (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, at TEXT NOT NULL, analyst TEXT NOT NULL, device TEXT NOT NULL, base INTEGER NOT NULL, kind TEXT NOT NULL, edit ANY NOT NULL, inverse ANY NOT NULL) STRICT;
)sql");
    const int all = database.execAndGet("SELECT count(*) FROM former").getInt();
    SQLite::Statement query(database, "SELECT number, edit, inverse FROM former ORDER BY number");
    SQLite::Statement put(database, "INSERT INTO op SELECT number, id, at, analyst, device, base, "
                                    "kind, ?, ? FROM former WHERE number=?");
    for (int done = 0; query.executeStep(); ++done) {
        progress.report("Packing the history", done, all);
        stopIfCancelled(progress);
        const LongJson edit(query.getColumn(1).getString());
        const LongJson inverse(query.getColumn(2).getString());
        edit.bindTo(put, 1);
        inverse.bindTo(put, 2);
        put.bind(3, query.getColumn(0).getInt64());
        put.exec();
        put.reset();
    }
    query.reset(); // Else the table is in use.
    database.exec("DROP TABLE former");
    // What is free by now is most of the file.
    database.exec("INSERT OR IGNORE INTO meta(key, value) VALUES('traces', 'packed')");
}

/// The fifth form keeps what analysts leave as it is.
void fromFourthForm(SQLite::Database& database)
{
    database.exec("CREATE TABLE matter (name TEXT PRIMARY KEY, because TEXT NOT NULL) "
                  "STRICT, WITHOUT ROWID");
}

/// The sixth form indexes what is searched, the folded words, and no others: half of the room that
/// the index took.
void fromFifthForm(SQLite::Database& database, const Progress& progress)
{
    database.exec(R"sql(
ALTER TABLE search RENAME TO former;
CREATE VIRTUAL TABLE search USING fts5(folded, names UNINDEXED, source UNINDEXED, tokenize='unicode61 remove_diacritics 0');
)sql");
    const int all = database.execAndGet("SELECT count(*) FROM former").getInt();
    SQLite::Statement query(database, "SELECT rowid, folded, names, source FROM former");
    SQLite::Statement put(database,
                          "INSERT INTO search(rowid, folded, names, source) VALUES(?, ?, ?, ?)");
    for (int done = 0; query.executeStep(); ++done) {
        progress.report("Indexing words", done, all);
        stopIfCancelled(progress);
        put.bind(1, query.getColumn(0).getInt64());
        for (const int column : {1, 2, 3})
            put.bind(column + 1, query.getColumn(column).getString());
        put.exec();
        put.reset();
    }
    query.reset(); // Else the table is in use.
    database.exec("DROP TABLE former");
    database.exec("INSERT OR IGNORE INTO meta(key, value) VALUES('traces', 'packed')");
}

} // namespace

void migrate(SQLite::Database& database, const Progress& progress)
{
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::EXCLUSIVE);
    const std::int64_t version = versionOf(database);
    if (version == 1)
        fromFirstForm(database);
    if (version <= 2)
        fromSecondForm(database, progress);
    if (version <= 3)
        fromThirdForm(database, progress);
    if (version <= 4)
        fromFourthForm(database);
    if (version >= 3) // Else it was made so at once.
        fromFifthForm(database, progress);
    database.exec(fmt::format("PRAGMA user_version={}", schemaVersion));
    if (schemaOf(database) != schemaOfVersion(schemaVersion))
        throw std::runtime_error("the tables of the older form did not become ours");
    transaction.commit();
}

} // namespace entente
