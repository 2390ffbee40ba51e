// SPDX-License-Identifier: Apache-2.0
// Records as a project's rows hold them, and edits as its log does.
#include "graph/project/recordpack.h"

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

    void oneWrongByteIsNoticed()
    {
        QVERIFY(rc::check("a byte that has changed is noticed", [] {
            std::string bytes = packed(someRecords());
            bytes[std::size_t(below(int(bytes.size())))] ^= char(1U << unsigned(below(8)));
            RC_ASSERT(!unpacked(bytes).has_value());
        }));
    }

    void bytesThatMeanHarmAreRefusedOrReadToTheirEnd()
    {
        QVERIFY(rc::check("changed and sealed bytes", [] {
            std::string bytes = packed(someRecords());
            bytes.resize(bytes.size() - 4);
            if (oneIn(2))
                bytes.resize(std::size_t(below(int(bytes.size()))));
            for (int changes = bytes.empty() ? 0 : 1 + below(3); changes > 0; --changes)
                bytes[std::size_t(below(int(bytes.size())))] = char(below(256));
            const auto read = unpacked(sealed(bytes));
            if (!read)
                RC_ASSERT(!read.error().empty());
        }));
        for (const char* bytes :
             {"", "\x00", "\x01\x02\x03", "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"})
            QVERIFY(!unpacked(bytes) && !unpacked(sealed(bytes)));
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
