// SPDX-License-Identifier: Apache-2.0
#include "graph/project/migration.h"

#include "graph/project/database.h"
#include "graph/project/projectstate.h"

#include <fmt/format.h>

#include <stdexcept>

namespace entente
{

namespace
{

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
/// with it the index of words, which the first form had none of.
void fromSecondForm(SQLite::Database& database)
{
    const auto store = readState(database);
    if (!store)
        throw std::runtime_error(store.error());
    database.exec(R"sql(
DROP TABLE article;
CREATE TABLE article (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, position INTEGER NOT NULL, records BLOB NOT NULL) STRICT;
DELETE FROM search;
)sql");
    // Earlier versions left what was erased in unused places of the file.
    database.exec("INSERT OR IGNORE INTO meta(key, value) SELECT 'traces', 'erased' WHERE EXISTS "
                  "(SELECT 1 FROM op WHERE kind IN ('eraseArticle', 'erased'))");
    Change all;
    all.articles.insert(store->articles().begin(), store->articles().end());
    writeState(database, *store, all);
}

} // namespace

void migrate(SQLite::Database& database)
{
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::EXCLUSIVE);
    if (versionOf(database) == 1)
        fromFirstForm(database);
    if (versionOf(database) < 3)
        fromSecondForm(database);
    database.exec(fmt::format("PRAGMA user_version={}", schemaVersion));
    if (schemaOf(database) != schemaOfVersion(schemaVersion))
        throw std::runtime_error("the tables of the older form did not become ours");
    transaction.commit();
}

} // namespace entente
