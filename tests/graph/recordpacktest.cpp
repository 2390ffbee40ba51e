// SPDX-License-Identifier: Apache-2.0
// Records as a project's rows hold them, and edits as its log does.
#include "graph/project/recordpack.h"

#include "graph/base/zstandard.h"
#include "graph/model/recordcheck.h"
#include "graph/project/contents.h"
#include "graph/project/editjson.h"
#include "graph/text/sourcetext.h"
#include "tests/support/anyedit.h"
#include "tests/support/anyrecord.h"

#include <boost/crc.hpp>
#include <nlohmann/json.hpp>

#include <QTest>

#include <rapidcheck.h>

using namespace entente;

namespace
{

/// An article with much that records can say, as a row has it: without its text.
ArticleRecords someRecords()
{
    const Store store = storeToWorkIn();
    ArticleRecords records =
        store.records(store.articles()[std::size_t(below(int(store.articles().size())))]);
    records.mentions.push_back(someMention(records));
    records.entities.push_back(someEntity(records));
    records.events.push_back(someEvent(records));
    records.claims.push_back(someClaim(records));
    records.article.metadata = oneIn(2) ? std::optional(someWords()) : std::nullopt;
    records.article.published = oneIn(2) ? std::optional(someDate()) : std::nullopt;
    records.article.text = std::make_shared<const SourceText>(); // As rows have it.
    records.article.annotation.reset();
    return records;
}

/// As they stand within the frame, where there is one.
std::string withoutFrame(const std::string& bytes)
{
    return bytes.starts_with('(') ? decompressed(bytes, 1'000'000).value() : bytes;
}

/// With claims enough that a frame is shorter.
ArticleRecords manyRecords()
{
    ArticleRecords records = someRecords();
    for (int i = 0; i < 100; ++i)
        records.claims.push_back(someClaim(records));
    return records;
}

/// The same bytes with a checksum that fits, as somebody would write them who means harm.
std::string sealed(std::string bytes)
{
    boost::crc_32_type crc;
    crc.process_bytes(bytes.data(), bytes.size());
    for (unsigned byte = 0; byte < 4; ++byte)
        bytes += static_cast<char>(crc.checksum() >> 8U * byte & 0xFFU);
    return bytes;
}

} // namespace

class RecordPackTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsPackedComesBack()
    {
        QVERIFY(rc::check("unpacked(packed(records)) == records", [] {
            const ArticleRecords records = someRecords();
            const auto back = unpacked(packed(records));
            RC_ASSERT(back.has_value());
            RC_ASSERT(*back == records);
        }));
    }

    void manyRecordsAreCompressed()
    {
        QVERIFY(rc::check("unpacked(packed(records)) == records", [] {
            const ArticleRecords records = manyRecords();
            const std::string bytes = packed(records);
            RC_ASSERT(bytes.starts_with('('));
            RC_ASSERT(bytes.size() < withoutFrame(bytes).size());
            RC_ASSERT(unpacked(bytes).value() == records);
            RC_ASSERT(unpacked(withoutFrame(bytes)).value() == records); // As they were before.
            RC_ASSERT(!unpacked(bytes.substr(0, bytes.size() / 2)).has_value());
            RC_ASSERT(!unpacked(bytes + '\0').has_value());
            RC_ASSERT(!unpacked(compressed(bytes)).has_value()); // In one frame, not two.
        }));
    }

    void oneWrongByteIsNoticed()
    {
        QVERIFY(rc::check("a byte that has changed is noticed", [] {
            std::string bytes = withoutFrame(packed(someRecords()));
            bytes[std::size_t(below(int(bytes.size())))] ^= char(1U << unsigned(below(8)));
            RC_ASSERT(!unpacked(bytes).has_value());
        }));
    }

    /// A frame has bits that say nothing of what is in it.
    void oneWrongByteInAFrameIsNoticedOrChangesNothing()
    {
        int runs = 0;
        int unnoticed = 0;
        QVERIFY(rc::check("no other records come of it", [&] {
            const ArticleRecords records = manyRecords();
            std::string bytes = packed(records);
            bytes[std::size_t(below(int(bytes.size())))] ^= char(1U << unsigned(below(8)));
            const auto read = unpacked(bytes);
            if (read)
                RC_ASSERT(*read == records);
            unnoticed += read ? 1 : 0;
            ++runs;
        }));
        QVERIFY2(unnoticed * 20 < runs, qPrintable(QString::number(unnoticed)));
    }

    /// A megabyte of zeros could be a list of a million empty words.
    void whatWouldFillTheMemoryIsRefused()
    {
        ArticleRecords records;
        records.article.text = std::make_shared<const SourceText>();
        records.article.metadata = std::string(1'000'000, '\0');
        const std::string bytes = packed(records);
        QVERIFY(bytes.size() > 1'000'000); // It stays as it is.
        QVERIFY(unpacked(bytes).value() == records);
        const std::string bomb = compressed(bytes);
        QVERIFY(bomb.size() < 10'000);
        QVERIFY(!unpacked(bomb));
    }

    void bytesThatMeanHarmAreRefusedOrReadToTheirEnd()
    {
        QVERIFY(rc::check("changed and sealed bytes", [] {
            std::string bytes = withoutFrame(packed(someRecords()));
            bytes.resize(bytes.size() - 4);
            if (oneIn(2))
                bytes.resize(std::size_t(below(int(bytes.size()))));
            for (int changes = bytes.empty() ? 0 : 1 + below(3); changes > 0; --changes)
                bytes[std::size_t(below(int(bytes.size())))] = char(below(256));
            bytes = sealed(bytes);
            const auto read = unpacked(oneIn(2) ? bytes : compressed(bytes));
            if (!read)
                RC_ASSERT(!read.error().empty());
        }));
        for (const char* bytes :
             {"", "\x00", "\x01\x02\x03", "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"})
            QVERIFY(!unpacked(bytes) && !unpacked(sealed(bytes)));
        QVERIFY(!unpacked("(") && !unpacked(compressed("")));
        QVERIFY(!unpacked(sealed(packed(ArticleRecords())))); // It goes on behind its end.
    }

    void anEditIsTheJsonThatALibraryWouldWrite()
    {
        // The second log is read and written again by one, and compared.
        QVERIFY(rc::check("parsed and written again it is the same", [] {
            const std::string json = toJson(anyAttempt(storeToWorkIn()).edit);
            RC_ASSERT(nlohmann::ordered_json::parse(json).dump() == json);
        }));
    }

    void eachCharacterIsEscapedAsALibraryWould()
    {
        std::string all;
        for (int c = 0; c < 128; ++c)
            all += char(c);
        all += "\u00e9\u2028\U0001F985\uFFFE";
        const std::string json = toJson(PutView{{ViewId(Uuid{1, 2}), all, "\xc3\x28"}});
        const auto read = editFromJson(json);
        QVERIFY(read && std::get<PutView>(*read).view.name == all);
        QCOMPARE(std::get<PutView>(*read).view.state, std::string("\xc3\x28"));
        QCOMPARE(nlohmann::ordered_json::parse(json).dump(), json);
    }
};

QTEST_GUILESS_MAIN(RecordPackTest)
#include "recordpacktest.moc"
