// SPDX-License-Identifier: Apache-2.0
#include "graph/base/sha256.h"
#include "graph/model/recordcheck.h"
#include "graph/project/contents.h"
#include "graph/project/editjson.h"
#include "graph/project/projectdata.h"
#include "graph/project/projectstate.h"
#include "graph/project/searchindex.h"

#include <fmt/format.h>

namespace entente
{

void ProjectFile::Data::verifyTexts(std::vector<std::string>& wrong) const
{
    SQLite::Statement query(database, "SELECT sha256, bytes FROM content");
    while (query.executeStep()) {
        if (sha256Of(query.getColumn(1).getString()) != query.getColumn(0).getString())
            wrong.push_back(fmt::format("a text is not the one that its checksum {} is of",
                                        query.getColumn(0).getString()));
    }
}

void ProjectFile::Data::verifyQuotes(std::vector<std::string>& wrong) const
{
    for (const ArticleId article : store.articles()) {
        const ArticleRecords& records = store.records(article);
        const auto tell = [&](const auto& quoted, const std::string& sourceId) {
            if (!isVerbatim(quoted, records.article))
                wrong.push_back(fmt::format("{}: “{}” ({}) does not stand where it was marked",
                                            records.article.title, quoted.text, sourceId));
        };
        for (const Mention& mention : records.mentions)
            tell(mention, mention.sourceId);
        for (const Claim& claim : records.claims) {
            for (const Quote& quote : claim.quotes)
                tell(quote, claim.sourceId);
        }
    }
}

namespace
{

bool takesBack(const LoggedEdit& logged, const Edit& inverse)
{
    return toJson(inverse, FilesInJson::Apart) == logged.inverse.text();
}

} // namespace

/// What the log adds up to must be what the tables say.
void ProjectFile::Data::verifyLog(std::vector<std::string>& wrong, const ProjectFile& project) const
{
    Store replayed;
    std::int64_t next = 1;
    project.forEachEdit([&](const LoggedEdit& logged) {
        if (logged.number != next++)
            wrong.push_back(fmt::format("the log jumps to {}", logged.number));
        auto edit = editFromJson(logged.edit.text());
        if (!edit) {
            wrong.push_back(fmt::format("entry {} of the log: {}", logged.number, edit.error()));
            return true;
        }
        putContents(*edit,
                    [this](const std::string& sha256) { return contentOf(database, sha256); });
        const auto applied = replayed.apply(std::move(*edit));
        if (!applied)
            wrong.push_back(fmt::format("entry {} of the log: {}", logged.number, applied.error()));
        else if (!takesBack(logged, applied->inverse))
            wrong.push_back(fmt::format(
                "entry {} of the log would not be taken back as it was done", logged.number));
        return true;
    });
    if (!(replayed == store))
        wrong.emplace_back("what the log adds up to is not what the project holds");
}

/// What the log says must be what its second copy says: of who did what, and when, there is no
/// other witness.
void ProjectFile::Data::verifySecondLog(std::vector<std::string>& wrong,
                                        const ProjectFile& project) const
{
    if (!second)
        return;
    std::int64_t last = 0;
    const bool isRead = second->forEach([&](int line,
                                            const Expected<LoggedEdit, std::string>& copy) {
        if (!copy) {
            wrong.push_back(fmt::format("{}:{}: {}", second->path().string(), line, copy.error()));
            ++last;
            return true;
        }
        if (copy->number != last + 1)
            wrong.push_back(fmt::format("{}:{}: it follows on entry {} of the log and is {}",
                                        second->path().string(), line, last, copy->number));
        last = copy->number;
        const auto logged = project.loggedEdit(copy->number);
        if (!logged || lineOf(*logged) != lineOf(*copy))
            wrong.push_back(fmt::format("entry {} of the log is not what {}:{} says", copy->number,
                                        second->path().string(), line));
        return true;
    });
    if (!isRead && version > 0)
        wrong.push_back(fmt::format("{} could not be read to its end", second->path().string()));
    else if (last != version)
        wrong.push_back(
            fmt::format("{} ends at entry {} of {}", second->path().string(), last, version));
}

std::vector<std::string> ProjectFile::verify() const
{
    std::vector<std::string> wrong;
    try {
        const std::string check = m_data->database.execAndGet("PRAGMA integrity_check").getString();
        if (check != "ok")
            wrong.push_back(fmt::format("the database: {}", check));
        if (schemaOf(m_data->database) != schemaOfVersion(versionOf(m_data->database)))
            wrong.emplace_back("the database holds tables that are not Entente's");
        auto stored = readState(m_data->database);
        if (!stored)
            wrong.push_back(stored.error());
        else if (!(*stored == m_data->store))
            wrong.emplace_back("what is open is not what is in the file");
        for (std::string& words : verifyIndex(m_data->database, m_data->store))
            wrong.push_back(std::move(words));
        m_data->verifyTexts(wrong);
        m_data->verifyQuotes(wrong);
        m_data->verifyLog(wrong, *this);
        m_data->verifySecondLog(wrong, *this);
    } catch (const std::exception& error) {
        wrong.emplace_back(error.what());
    }
    return wrong;
}

} // namespace entente
