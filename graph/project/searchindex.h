// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/id.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente
{

struct ArticleRecords;
class Store;

/// One row of the index, by its columns.
struct IndexRow
{
    std::string folded; ///< All words, without case, accents and strokes: what is searched.
    // What they were taken from, to tell whether they are up to date.
    std::string names;  ///< Words of the article's title, and of names given by an analyst.
    std::string source; ///< The checksum of its text.

    bool operator==(const IndexRow&) const = default;
};

/// What of a row tells whether it is up to date.
struct IndexedWords
{
    std::string names, source;
};

/// None: the article is not indexed yet.
std::optional<IndexedWords> indexedWords(SQLite::Database& database, std::int64_t row);

/// To break a text into words is most of the work; it can be done by any thread. @returns nothing
/// where the row is up to date, as after most edits.
std::optional<IndexRow> newIndexRow(const ArticleRecords& records,
                                    const std::optional<IndexedWords>& stored);

/// Brings what the index of words says of an article up to its records. Written by code: triggers
/// are off in a project, as a file from elsewhere may bring its own.
/// @param row the article's.
void indexArticle(SQLite::Database& database, std::int64_t row, const ArticleRecords& records);
/// The same for many, whose words were taken before.
class IndexWriter
{
public:
    explicit IndexWriter(SQLite::Database& database);
    void write(std::int64_t row, const IndexRow& wanted);

private:
    SQLite::Statement m_gone, m_put;
};
void unindexArticle(SQLite::Database& database, std::int64_t row);
/// Leaves no trace of what was taken out, which the index otherwise keeps until parts of it are
/// merged.
void rebuildIndex(SQLite::Database& database);

/// The articles that hold these words side by side, in their texts or in names given to what they
/// speak of, the best first. Case, accents and ł make no difference; the last word may be the
/// beginning of one.
std::vector<ArticleId> search(SQLite::Database& database, std::string_view words);

/// What the index says that the store does not, in words.
std::vector<std::string> verifyIndex(SQLite::Database& database, const Store& store);

} // namespace entente
