// SPDX-License-Identifier: Apache-2.0
#include "graph/base/base64.h"

#include <QByteArray>
#include <QTest>

using namespace entente;

class Base64Test : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theStandardsExamples_data()
    {
        QTest::addColumn<QByteArray>("characters");
        QTest::newRow("") << QByteArray(""); // RFC 4648, section 10.
        QTest::newRow("f") << QByteArray("Zg==");
        QTest::newRow("fo") << QByteArray("Zm8=");
        QTest::newRow("foo") << QByteArray("Zm9v");
        QTest::newRow("foob") << QByteArray("Zm9vYg==");
        QTest::newRow("fooba") << QByteArray("Zm9vYmE=");
        QTest::newRow("foobar") << QByteArray("Zm9vYmFy");
    }

    void theStandardsExamples()
    {
        QFETCH(const QByteArray, characters);
        const std::string bytes = QTest::currentDataTag();
        std::string written = "before ";
        appendBase64(written, bytes);
        QCOMPARE(written, "before " + characters.toStdString());
        QCOMPARE(fromBase64(characters.toStdString()), bytes);
    }

    void anyBytesAreWrittenAsAnotherLibraryDoes()
    {
        std::string bytes;
        for (int i = 0; i < 300; ++i) {
            bytes += char(i * 37);
            std::string written;
            appendBase64(written, bytes);
            QCOMPARE(written, QByteArray::fromStdString(bytes).toBase64().toStdString());
            QCOMPARE(fromBase64(written), bytes);
        }
    }

    void whatIsNoneIsRefused()
    {
        for (const char* characters : {"Z", "Zg", "Zg=", "Zm9v!", "Zm=9", "Zg==Zg==", "\x80mm9"})
            QVERIFY2(!fromBase64(characters), characters);
    }
};

QTEST_GUILESS_MAIN(Base64Test)
#include "base64test.moc"
