// SPDX-License-Identifier: Apache-2.0
// Words of all scripts are marked with the mouse, and kept to the letter.
#include "tests/support/annotatingwindow.h"

using namespace entente;

class WindowScriptsTest : public QObject, private AnnotatingWindow
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { moveIn(QStringLiteral("windowscriptstest")); }
    void cleanup() { end(); }

    void wordsAreMarkedToTheLetter_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("words");
        QTest::addColumn<int>("place");
        const auto row = [](const char* name, const char* text, const char* words, int place) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(words) << place;
        };
        row("Korean", "지난해 10월 최선희가 모스크바를 방문했다.", "최선희", 8);
        row("Chinese", "崔善姬访问了莫斯科。", "莫斯科", 6);
        row("Russian", "Цой Сон Хи прибыла в Москву.", "Цой Сон Хи", 0);
        row("Arabic", "زارت تشوي موسكو في أكتوبر.", "تشوي", 5);
        row("behind letters of two units", "🇰🇵 🇷🇺 Choe met 𠮷田 there.", "𠮷田", 15);
        row("behind a byte order mark",
            "\xEF\xBB\xBF"
            "Choe met Lavrov.",
            "Lavrov", 10);
        row("behind lines that end in CR LF", "One.\r\nTwo.\r\nChoe met Lavrov.", "Lavrov", 21);
        row("with marks of its own", "Lech Wale\xCC\xA8sa met Choe.", "Choe", 17);
    }

    void wordsAreMarkedToTheLetter()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, words);
        QFETCH(int, place);
        forget();
        write(QStringLiteral("one"), text + '\n', R"({"title": "One"})");
        begin();
        mark(words.constData(), Qt::Key_P);
        QCOMPARE(records().mentions.size(), 1U);
        const Mention& mention = records().mentions.front();
        QCOMPARE(mention.text, words.toStdString());
        QCOMPARE(mention.spans.front().begin, place);
        QCOMPARE(std::string(records().article.text->slice(mention.spans.front())),
                 words.toStdString());
        QVERIFY(node(words.toStdString()));
    }
};

QTEST_MAIN(WindowScriptsTest)
#include "windowscriptstest.moc"
