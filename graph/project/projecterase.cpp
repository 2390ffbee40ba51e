// SPDX-License-Identifier: Apache-2.0
#include "graph/base/overloaded.h"
#include "graph/project/contents.h"
#include "graph/project/database.h"
#include "graph/project/editjson.h"
#include "graph/project/projectdata.h"
#include "graph/project/projectstate.h"
#include "graph/project/searchindex.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace entente
{

namespace
{

using Kind = ProjectTrouble::Kind;

Edit editOf(const SingleEdit& edit)
{
    return std::visit([](const auto& one) { return Edit(one); }, edit);
}

/// @pre it is not several together.
SingleEdit singleOf(const Edit& edit)
{
    return std::visit(Overloaded{[](const Together&) { return SingleEdit(); },
                                 [](const auto& one) { return SingleEdit(one); }},
                      edit);
}

/// Goes through a log as if one article had never been there: two stores follow it, one with the
/// article and one without. What only spoke of the article becomes an edit that does nothing; so
/// the log keeps its numbers, and still adds up to what the project holds.
class Forgetting
{
public:
    explicit Forgetting(ArticleId article)
        : m_article(article)
    {
    }

    struct Rewritten
    {
        Edit edit, inverse;
        bool isEmpty = false; ///< All of it was about the article.
    };

    /// @returns what the log says instead. Throws std::runtime_error.
    Rewritten next(const Edit& edit)
    {
        Rewritten result;
        if (const auto* together = std::get_if<Together>(&edit)) {
            Together rest;
            for (const SingleEdit& one : together->edits) {
                if (auto kept = withoutArticle(one))
                    rest.edits.push_back(*std::move(kept));
            }
            result.isEmpty = rest.edits.empty() && !together->edits.empty();
            result.edit = std::move(rest);
        } else {
            const auto kept = withoutArticle(singleOf(edit));
            result.isEmpty = !kept;
            result.edit = kept ? editOf(*kept) : Edit(Together{});
        }
        result.inverse = done(m_without, result.edit).inverse;
        return result;
    }

    const Store& without() const { return m_without; }

private:
    /// @returns nothing when it is about the article.
    std::optional<SingleEdit> withoutArticle(SingleEdit one)
    {
        const Change change = done(m_with, editOf(one)).change;
        auto* add = std::get_if<AddArticle>(&one);
        if (change.articles.contains(m_article))
            return std::nullopt;
        if (const auto* settle = std::get_if<SettleMatter>(&one);
            settle && concerns(settle->matter, m_article))
            return std::nullopt;
        if (add != nullptr && add->position >= 0) {
            const auto& order = m_with.articles(); // It is in there by now.
            const auto end = order.begin() + add->position;
            add->position -= static_cast<int>(std::count(order.begin(), end, m_article));
        }
        return one;
    }

    static Applied done(Store& store, const Edit& edit)
    {
        auto applied = store.apply(edit);
        if (!applied)
            throw std::runtime_error(applied.error());
        return *std::move(applied);
    }

    ArticleId m_article;
    Store m_with, m_without;
};

Edit editIn(SQLite::Database& database, const SQLite::Column& column)
{
    auto edit = editFromJson(LongJson::inColumn(column).text());
    if (!edit)
        throw std::runtime_error(edit.error());
    putContents(*edit, [&](const std::string& sha256) { return contentOf(database, sha256); });
    return *std::move(edit);
}

/// @param used gets the checksums of the files that it needs.
LongJson withoutContents(const Edit& edit, std::set<std::string>& used)
{
    for (const auto& [sha256, bytes] : contentsOf(edit))
        used.insert(sha256);
    return LongJson::of(edit);
}

/// @returns the checksums of the files that it still needs.
std::set<std::string> rewriteLog(SQLite::Database& database, Forgetting& forgetting)
{
    std::set<std::string> used;
    SQLite::Statement query(database, "SELECT number, edit, kind FROM op ORDER BY number");
    SQLite::Statement put(database, "UPDATE op SET edit=?, inverse=?, kind=? WHERE number=?");
    while (query.executeStep()) {
        const auto rewritten = forgetting.next(editIn(database, query.getColumn(1)));
        const LongJson edit = withoutContents(rewritten.edit, used);
        const LongJson inverse = withoutContents(rewritten.inverse, used);
        put.reset();
        edit.bindTo(put, 1);
        inverse.bindTo(put, 2);
        put.bind(3, rewritten.isEmpty ? std::string("erased") : query.getColumn(2).getString());
        put.bind(4, query.getColumn(0).getInt64());
        put.exec();
    }
    return used;
}

/// All but those that are used.
void removeContents(SQLite::Database& database, const std::set<std::string>& used)
{
    std::vector<std::string> unused;
    SQLite::Statement query(database, "SELECT sha256 FROM content");
    while (query.executeStep()) {
        if (std::string sha256 = query.getColumn(0).getString(); !used.contains(sha256))
            unused.push_back(std::move(sha256));
    }
    SQLite::Statement gone(database, "DELETE FROM content WHERE sha256=?");
    for (const std::string& sha256 : unused) {
        gone.reset();
        gone.bind(1, sha256);
        gone.exec();
    }
}

/// What is left as it is in an article: its key may have words of it.
Change forgetMatters(Store& store, ArticleId article)
{
    Together open;
    for (const auto& [matter, because] : store.settled()) {
        if (concerns(matter, article))
            open.edits.emplace_back(SettleMatter{matter, {}});
    }
    return store.apply(std::move(open))->change;
}

std::set<std::string> mattersOf(SQLite::Database& database, ArticleId article)
{
    std::set<std::string> matters;
    SQLite::Statement query(database, "SELECT name FROM matter");
    while (query.executeStep()) {
        if (std::string matter = query.getColumn(0).getString(); concerns(matter, article))
            matters.insert(std::move(matter));
    }
    return matters;
}

/// Set together with an erasure, or where much was freed, until the file is written anew
/// (clearTraces).
constexpr const char* const traces = "traces";

/// Whose: "erased", or "packed" where nobody minds but for the room on the disk; empty: none.
std::string tracesIn(SQLite::Database& database) { return metaOf(database, traces); }

void removeMeta(SQLite::Database& database, const char* key)
{
    SQLite::Statement gone(database, "DELETE FROM meta WHERE key=?");
    gone.bind(1, key);
    gone.exec();
}

/// While we hold on to the file, SQLite keeps the journal beside it and only zeroes its first page:
/// the pages as they were would stand there until the project is closed.
class EmptyJournal
{
public:
    explicit EmptyJournal(SQLite::Database& database)
        : m_database(database)
    {
        m_database.exec("PRAGMA journal_mode=TRUNCATE");
    }
    EmptyJournal(const EmptyJournal&) = delete;
    EmptyJournal& operator=(const EmptyJournal&) = delete;
    EmptyJournal(EmptyJournal&&) = delete;
    EmptyJournal& operator=(EmptyJournal&&) = delete;
    ~EmptyJournal() { m_database.tryExec("PRAGMA journal_mode=DELETE"); }

private:
    SQLite::Database& m_database;
};

} // namespace

void eraseFromDatabase(SQLite::Database& database, const Store& store, ArticleId article)
{
    Forgetting forgetting(article);
    std::set<std::string> used = rewriteLog(database, forgetting);
    for (const ArticleId id : store.articles()) { // They are in the log, too, but for damage.
        used.insert(store.article(id)->sha256);
        used.insert(store.article(id)->annotationSha256);
    }
    Change change;
    change.articles.insert(article);
    change.order = true;
    change.settled = mattersOf(database, article);
    writeState(database, store, change);
    removeContents(database, used);
    rebuildIndex(database);
    removeMeta(database, lookKey); // It may name what was shown.
    SQLite::Statement put(database, "REPLACE INTO meta(key, value) VALUES(?, 'erased')");
    put.bind(1, traces);
    put.exec();
    if (forgetting.without().articles() != store.articles())
        throw std::runtime_error("the history does not add up to what is left");
}

bool clearTraces(SQLite::Database& database)
{
    if (tracesIn(database).empty())
        return false;
    const EmptyJournal emptied(database);
    // What it writes in between holds all that is left: not on another disk, which may be less
    // protected than the project's, or full.
    database.exec("PRAGMA temp_store=MEMORY");
    database.exec("VACUUM");
    database.exec("PRAGMA temp_store=DEFAULT");
    removeMeta(database, traces);
    return true;
}

/// That it could not be done is said in traceTrouble. Only where an edit could be done, too: it
/// rewrites the whole file, which has to be ours, with a journal that is found after a crash.
void ProjectFile::Data::clearErased()
{
    if (reasonNotToWrite() || (journal && journal != journalInPlace()))
        return;
    bool isErased = true;
    try {
        isErased = tracesIn(database) == "erased";
        if (clearTraces(database))
            journal.reset(); // It is another file from now on.
        traceTrouble.clear();
    } catch (const SQLite::Exception& error) {
        readAgain();
        if (!isErased)
            return; // It takes more room than it needs, until it is opened again.
        traceTrouble =
            fmt::format("What was erased from {} is gone, but unused places of the file could not "
                        "be cleared of it ({}). Make room on the disk and open the project again; "
                        "that clears them.",
                        path.string(), error.getErrorStr());
    }
}

ProjectFile::Result<Applied> ProjectFile::Data::erase(const ProjectFile& project, ArticleId article)
{
    const bool wasThere = store.article(article) != nullptr;
    Applied applied{.inverse = Together{}, .change = {}};
    if (wasThere) {
        auto removed = store.apply(EraseArticle{article});
        applied.change = std::move(removed->change);
    }
    applied.change.add(forgetMatters(store, article));
    noteErasure(article);
    try {
        const EmptyJournal emptied(database);
        SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
        eraseFromDatabase(database, store, article);
        // That it was erased is said; what it was is not.
        LoggedEdit entry = logged(Together{}, Together{}, {});
        entry.kind = kindOf(EraseArticle{});
        log(entry);
        transaction.commit();
    } catch (const SQLite::Exception& error) {
        readAgain();
        return Unexpected{troubleFrom(error, path)};
    } catch (const std::runtime_error& error) {
        readAgain();
        return Unexpected{ProjectTrouble{
            Kind::Damaged,
            fmt::format("It could not be erased, and nothing was changed: {}.", error.what())}};
    } catch (...) {
        readAgain();
        throw;
    }
    ++version;
    journal.reset(); // It was removed, and is made anew by what comes next.
    forgetInSecondCopies(project, article);
    clearErased();
    return applied;
}

ProjectFile::Forgot ProjectFile::forget(ArticleId article)
{
    Data& data = *m_data;
    Store left = data.store;
    if (left.article(article) != nullptr) [[maybe_unused]]
        const auto removed = left.apply(RemoveArticle{article});
    (void)forgetMatters(left, article);
    try {
        const EmptyJournal emptied(data.database);
        SQLite::Transaction transaction(data.database, SQLite::TransactionBehavior::IMMEDIATE);
        eraseFromDatabase(data.database, left, article);
        transaction.commit();
        data.store = std::move(left);
    } catch (const std::runtime_error&) {
        return Forgot::Nothing;
    }
    data.journal.reset();
    data.clearErased();
    return data.traceTrouble.empty() ? Forgot::All : Forgot::AllButTraces;
}

} // namespace entente
