// SPDX-License-Identifier: Apache-2.0
#include "graph/base/id.h"
#include "graph/base/uuidtext.h"

#include <QTest>

#include <boost/uuid/name_generator_sha1.hpp>
#include <boost/uuid/uuid_io.hpp>

using namespace entente;

class UuidTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textIsReadBack()
    {
        const Uuid uuid = randomUuid();
        QCOMPARE(Uuid::parse(uuid.text()), uuid);
    }

    void textIsPutBehindWhatIsThere()
    {
        for (int i = 0; i < 100; ++i) {
            const Uuid uuid = randomUuid();
            std::string text = "id ";
            appendText(text, uuid);
            QCOMPARE(text, "id " + uuid.text());
        }
    }

    void aNameGivesTheUuidOfTheStandard()
    {
        // RFC 9562, appendix A.4.
        const Uuid dns = *Uuid::parse("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
        QCOMPARE(uuidFromName(dns, "www.example.com").text(),
                 std::string("2ed6657d-e927-568b-95e1-2665a8aea6a2"));
    }

    void namesOfEveryLengthAreHashedToTheirEnd()
    {
        // Another author's SHA-1, whose names are padded to full blocks in other ways.
        const Uuid dns = *Uuid::parse("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
        const boost::uuids::name_generator_sha1 other(boost::uuids::ns::dns());
        for (std::size_t length = 0; length < 200; ++length) {
            const std::string name(length, 'a');
            QCOMPARE(uuidFromName(dns, name).text(), boost::uuids::to_string(other(name)));
        }
    }

    void otherFormsAreNoUuids()
    {
        QVERIFY(!Uuid::parse(""));
        QVERIFY(!Uuid::parse("{6ba7b810-9dad-11d1-80b4-00c04fd430c8}"));
        QVERIFY(!Uuid::parse("6ba7b810-9dad-11d1-80b4-00c04fd430cg"));
    }
};

QTEST_GUILESS_MAIN(UuidTest)
#include "uuidtest.moc"
