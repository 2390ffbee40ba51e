// SPDX-License-Identifier: Apache-2.0
#include "graph/project/longjson.h"

#include "graph/base/base64.h"
#include "graph/base/hex.h"
#include "graph/project/editjson.h"
#include "graph/project/loggededit.h"
#include "tests/support/storetext.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include <QTest>

#include <algorithm>

using namespace entente;

namespace
{

/// As long as one wants, and no two parts of it alike.
std::string longText(std::size_t size)
{
    std::string text;
    for (int i = 0; text.size() < size; ++i)
        text += fmt::format("{} meets {}; ", i, i * 7919 % 10007);
    text.resize(size);
    return text;
}

std::string quoted(const std::string& text) { return '"' + text + '"'; }

std::string compressedInPieces(std::string_view text, std::size_t pieceSize)
{
    Compressor compressor(text.size());
    for (; !text.empty(); text.remove_prefix(std::min(pieceSize, text.size())))
        compressor.add(text.substr(0, pieceSize));
    return compressor.finish();
}

/// A row with one value.
class Row
{
public:
    Row() { m_database.exec("CREATE TABLE op (edit ANY NOT NULL) STRICT"); }

    void put(const LongJson& json)
    {
        m_database.exec("DELETE FROM op");
        SQLite::Statement put(m_database, "INSERT INTO op VALUES(?)");
        json.bindTo(put, 1);
        put.exec();
    }
    LongJson json()
    {
        SQLite::Statement query(m_database, "SELECT edit FROM op");
        query.executeStep();
        return LongJson::inColumn(query.getColumn(0));
    }
    std::string ask(const char* expression)
    {
        return m_database.execAndGet(fmt::format("SELECT {} FROM op", expression)).getString();
    }
    void change(const char* sql) { m_database.exec(sql); }

private:
    SQLite::Database m_database{":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
};

} // namespace

class LongJsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsCompressedComesBackHoweverItWasCut()
    {
        for (const std::size_t size : {0U, 1U, 4096U, 5'000'000U}) {
            const std::string text = longText(size);
            for (const std::size_t piece : {1000U, 131072U, 5'000'000U}) {
                const std::string frame = compressedInPieces(text, piece);
                QVERIFY(decompressed(frame, size) == text);
                QVERIFY(size < 4096 || frame.size() < size / 2);
            }
        }
    }

    void whatIsDamagedIsNotTakenForWhatItWas()
    {
        const std::string text = longText(100'000);
        const std::string frame = compressedInPieces(text, text.size());
        QVERIFY(!decompressed(frame, text.size() - 1)); // More than somebody wants.
        QVERIFY(!decompressed(frame + "x", text.size()));
        QVERIFY(!decompressed("", 10));
        QVERIFY(!decompressed("no frame at all", 100));
        for (std::size_t size = 0; size < frame.size(); size += 101)
            QVERIFY(!decompressed(frame.substr(0, size), text.size()));
        QVERIFY(decompressed(frame, text.size()) == text); // And all of it is still read.
        for (std::size_t at = 0; at < frame.size(); at += at < 16 ? 1 : 37) {
            for (int bit = 1; bit < 256; bit *= 2) {
                std::string damaged = frame;
                damaged[at] = static_cast<char>(damaged[at] ^ bit);
                const auto read = decompressed(damaged, text.size());
                QVERIFY(!read || *read == text); // There are bits in its head that mean nothing.
            }
        }
    }

    void whatAPersonMayReadStaysTextAndTheRestIsShort()
    {
        Row row;
        const std::string small = R"({"kind":"removeView","id":"x"})";
        row.put(LongJson(small));
        QCOMPARE(row.ask("edit"), small);
        QCOMPARE(row.json().text(), small);
        const std::string large = "\"" + longText(300'000) + "\"";
        row.put(LongJson(large));
        QCOMPARE(row.ask("typeof(edit)"), std::string("blob"));
        QVERIFY(std::stoul(row.ask("length(edit)")) < large.size() / 2);
        QVERIFY(row.json().text() == large);
        row.change("UPDATE op SET edit=CAST(substr(edit, 1, 5000) AS BLOB)");
        QVERIFY(!row.json().whole());
        QVERIFY(row.json().text().find("damaged") != std::string::npos);
        QVERIFY(!editFromJson(row.json().text()));
    }

    void anImportIsToTheByteWhatWouldHaveBeenWrittenInOnePiece()
    {
        std::string articles;
        for (int i = 0; i < 200; ++i)
            articles += fmt::format("article a{} 2024-01-15\nVisit Happened: Visitor Person "
                                    "\"Envoy {}\", Destination State \"Russia\"\n",
                                    i, i);
        const Store store = storeFrom(articles);
        Together import;
        for (const ArticleId id : store.articles())
            import.edits.emplace_back(AddArticle{store.sharedRecords(id)});
        QVERIFY(LongJson::of(import).text() == toJson(import, FilesInJson::Apart));
    }

    void theFilesOfAnEditAreFoundInItsJson()
    {
        const Store store = storeFrom(R"(
    article a 2024-01-15
    Visit Happened: Visitor Person "Envoy", Destination State "Russia"
)");
        ArticleRecords records = store.records(store.articles().front());
        records.article.annotation = std::make_shared<const std::string>("T1");
        records.article.title = quoted("sha256") + ':' + quoted(std::string(64, 'a')); // None.
        records.article.sha256 = std::string(64, '1');
        records.article.annotationSha256 = std::string(64, '2');
        const Together edit{{AddArticle{records}, RemoveArticle{records.article.id}}};
        const std::set<std::string> both{std::string(64, '1'), std::string(64, '2')};
        QVERIFY(checksumsIn(toJson(edit, FilesInJson::Apart)) == both);
        QVERIFY(checksumsIn(toJson(PutView{{ViewId(randomUuid()), "v", "{}"}})).empty());
        QVERIFY(checksumsIn("\"sha256\":\"1").empty());
    }

    /// A line is given out in pieces: none may be lost where two meet.
    void aLineOfAnyLengthIsReadAgain()
    {
        std::string digits;
        for (std::size_t size = 100'000; size < 400'000; size += 9'973) {
            while (digits.size() < size) // No two parts of it alike.
                digits += randomUuid().text();
            LoggedEdit logged;
            logged.id = randomUuid();
            logged.edit = LongJson('"' + digits + '"');
            logged.inverse = LongJson("{}");
            const auto read = loggedEditFrom(storedLineOf(logged));
            QVERIFY2(read, read ? "" : read.error().c_str());
            QVERIFY(read->edit.text() == logged.edit.text());
        }
    }

    void aLineSaysTheSameCompressedOrNot()
    {
        LoggedEdit logged;
        logged.number = 3;
        logged.id = randomUuid();
        logged.kind = "together";
        const PutView edit{{ViewId(randomUuid()), "Moscow", longText(50'000)}};
        logged.edit = LongJson::of(edit);
        logged.inverse = LongJson::of(RemoveView{edit.view.id});
        const auto shared = [](std::string bytes) {
            return std::make_shared<const std::string>(std::move(bytes));
        };
        logged.contents = {{"aa", shared("Лавров\n" + longText(9'000))},
                           {"bb", shared("na\xEFve \xFF")}};
        const std::string stored = storedLineOf(logged);
        QVERIFY(stored.size() < lineOf(logged).size());
        for (const std::string& line : {stored, lineOf(logged)}) {
            const auto read = loggedEditFrom(line);
            QVERIFY2(read, read ? "" : read.error().c_str());
            QVERIFY(lineOf(*read) == lineOf(logged));
            QCOMPARE(read->contents.size(), 2U);
            for (const auto& [sha256, bytes] : read->contents)
                QVERIFY(*bytes == *logged.contents.at(sha256));
            QVERIFY(*editOf(*read) == Edit(edit));
        }
        for (const std::size_t at : {stored.find("base64"), stored.rfind("base64")}) {
            std::string damaged = stored;
            damaged[at + 1000] = damaged[at + 1000] == 'A' ? 'B' : 'A';
            QVERIFY(!loggedEditFrom(damaged));
            damaged[at + 1000] = '!'; // None of its characters.
            QVERIFY(!loggedEditFrom(damaged));
        }
    }

    void aLineInHexadecimalDigitsIsReadAsBefore()
    {
        LoggedEdit logged;
        logged.id = randomUuid();
        logged.edit = LongJson::of(PutView{{ViewId(randomUuid()), "v", longText(50'000)}});
        logged.inverse = LongJson("{}");
        const std::string line = storedLineOf(logged);
        const auto opening = [](const char* name) { return '{' + quoted(name) + ":\""; };
        const std::string name = opening("base64");
        const std::size_t begin = line.find(name) + name.size();
        const std::size_t end = line.find('"', begin);
        const auto bytes = fromBase64(line.substr(begin, end - begin));
        QVERIFY(bytes);
        const auto read = loggedEditFrom(line.substr(0, begin - name.size()) + opening("hex") +
                                         toHex(*bytes) + line.substr(end));
        QVERIFY2(read, read ? "" : read.error().c_str());
        QVERIFY(read->edit.text() == logged.edit.text());
    }
};

QTEST_GUILESS_MAIN(LongJsonTest)
#include "longjsontest.moc"
