// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/model/edit.h"
#include "graph/model/store.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <map>
#include <set>
#include <string>

namespace entente
{

/// The texts of articles, by their checksums: JSON cannot hold every text, and one text is kept
/// once.
using Texts = std::map<std::string, std::string>;

/// Gives each article that an edit adds the checksum of its text.
/// @returns what is wrong, in words: a checksum that is not its text's, records that name what is
/// not in their article.
std::string sealTexts(Edit& edit);
/// Takes the texts out of an edit, to be kept apart.
Texts takeTexts(Edit& edit);
/// Puts them back where there are none. Throws std::out_of_range for one that is not kept.
void putTexts(Edit& edit, const std::function<std::string(const std::string& sha256)>& textOf);

/// The rows that an edit changes; asked before it is done and after, for it may take away what it
/// names, or add it.
struct Touched
{
    std::set<ArticleId> articles;
    bool order = false; ///< Of the articles, other than by one more at the end.
    bool verdicts = false;
    bool placements = false;
    bool views = false;

    void add(const Edit& edit, const Store& store);
};

/// Writes what the store says into the rows that were touched.
void writeState(SQLite::Database& database, const Store& store, const Touched& touched);

/// The store that the rows add up to.
/// @returns what cannot be read, in words; or the store.
Expected<Store, std::string> readState(SQLite::Database& database);

std::string contentOf(SQLite::Database& database, const std::string& sha256);
void keepContent(SQLite::Database& database, const std::string& sha256, const std::string& bytes);

} // namespace entente
