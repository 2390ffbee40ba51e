// SPDX-License-Identifier: Apache-2.0
#include "graph/project/contents.h"
#include "graph/project/editjson.h"
#include "graph/project/longjson.h"
#include "graph/project/projectdata.h"
#include "graph/project/projectstate.h"

#include <fmt/format.h>

namespace entente
{

namespace
{

using Kind = ProjectTrouble::Kind;

} // namespace

/// @param as what a log says of it already; none: it is done now, by who works here.
LoggedEdit ProjectFile::Data::logged(const Edit& edit, const Edit& inverse,
                                     const std::optional<LoggedEdit>& as) const
{
    LoggedEdit next = as.value_or(LoggedEdit());
    if (!as) {
        next.number = version + 1;
        next.id = randomUuid();
        next.at = timeStamp();
        next.author = author;
        next.base = version;
        next.kind = kindOf(edit);
    }
    next.contents = contentsOf(edit);
    next.contents.merge(contentsOf(inverse));
    next.edit = LongJson::of(edit);
    next.inverse = LongJson::of(inverse);
    return next;
}

void ProjectFile::Data::log(const LoggedEdit& logged)
{
    keepContents(database, logged.contents);
    SQLite::Statement put(database, "INSERT INTO op(number, id, at, analyst, device, base, "
                                    "kind, edit, inverse) VALUES(?,?,?,?,?,?,?,?,?)");
    put.bind(1, logged.number);
    put.bind(2, logged.id.text());
    put.bind(3, logged.at);
    put.bind(4, logged.author.analyst);
    put.bind(5, logged.author.device.text());
    put.bind(6, logged.base);
    put.bind(7, logged.kind);
    logged.edit.bindTo(put, 8);
    logged.inverse.bindTo(put, 9);
    put.exec();
}

/// Throws as the rest.
bool ProjectFile::Data::isLast(Uuid edit) const
{
    SQLite::Statement query(database, "SELECT id FROM op ORDER BY number DESC LIMIT 1");
    return query.executeStep() && query.getColumn(0).getString() == edit.text();
}

/// Those that there are.
void ProjectFile::Data::takeContents(const std::set<std::string>& checksums,
                                     Contents& contents) const
{
    SQLite::Statement query(database, "SELECT bytes FROM content WHERE sha256=?");
    for (const std::string& sha256 : checksums) {
        query.reset();
        query.bind(1, sha256);
        if (query.executeStep())
            contents.try_emplace(
                sha256, std::make_shared<const std::string>(query.getColumn(0).getString()));
    }
}

std::int64_t ProjectFile::Data::lastNumber() const
{
    return database.execAndGet("SELECT coalesce(max(number), 0) FROM op").getInt64();
}

/// None: there is no such edit.
std::optional<Uuid> ProjectFile::Data::idOfEdit(std::int64_t number) const
{
    SQLite::Statement query(database, "SELECT id FROM op WHERE number=?");
    query.bind(1, number);
    return query.executeStep() ? Uuid::parse(query.getColumn(0).getString()) : std::nullopt;
}

void ProjectFile::forEachEdit(const std::function<bool(const LoggedEdit&)>& visit,
                              std::int64_t after) const
{
    SQLite::Statement query(m_data->database,
                            "SELECT number, id, at, analyst, device, base, kind, edit, inverse "
                            "FROM op WHERE number>? ORDER BY number");
    query.bind(1, after);
    while (query.executeStep()) {
        LoggedEdit logged;
        logged.number = query.getColumn(0).getInt64();
        logged.id = Uuid::parse(query.getColumn(1).getString()).value_or(Uuid());
        logged.at = query.getColumn(2).getString();
        logged.author.analyst = query.getColumn(3).getString();
        logged.author.device = Uuid::parse(query.getColumn(4).getString()).value_or(Uuid());
        logged.base = query.getColumn(5).getInt64();
        logged.kind = query.getColumn(6).getString();
        logged.edit = LongJson::inColumn(query.getColumn(7));
        logged.inverse = LongJson::inColumn(query.getColumn(8));
        if (!visit(logged))
            return;
    }
}

ProjectFile::Result<LoggedEdit> ProjectFile::loggedEdit(std::int64_t number) const
{
    return guarded(m_data->path, [&]() -> Result<LoggedEdit> {
        std::optional<LoggedEdit> found;
        forEachEdit(
            [&](const LoggedEdit& logged) {
                if (logged.number == number)
                    found = logged;
                return false;
            },
            number - 1);
        if (!found)
            return Unexpected{ProjectTrouble{
                Kind::Other, fmt::format("There is no edit {} in the history.", number)}};
        for (const LongJson* json : {&found->edit, &found->inverse}) {
            // What is compressed has a checksum; what is not may have been bent.
            const auto text = json->whole();
            const auto edit = text && !json->isCompressed() ? editFromJson(*text)
                                                            : Expected<Edit, std::string>(Edit());
            if (!text || !edit)
                return Unexpected{ProjectTrouble{
                    Kind::Damaged,
                    text ? edit.error() : fmt::format("Edit {} is damaged in the file.", number)}};
            m_data->takeContents(checksumsIn(*text), found->contents);
        }
        return *std::move(found);
    });
}

} // namespace entente
