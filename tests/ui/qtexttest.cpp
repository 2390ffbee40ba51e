// SPDX-License-Identifier: Apache-2.0
#include "ui/text/qtext.h"

#include "graph/text/sourcetext.h"

#include <QTest>

using namespace entente;

class QTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textGoesThereAndBack();
    void aByteOrderMarkStays();
    void spansAreCountedInUnits_data();
    void spansAreCountedInUnits();
    void aRangeWithinAPairTakesThePair();
    void strayBytesCountOne();
    void hiddenCharactersAreShown();
    void neededJoinersStay();
    void longWordsLoseTheirMiddleAndNoHalfOfALetter();
};

void QTextTest::textGoesThereAndBack()
{
    const std::string text = "Кім 김정은 👍🏽 a\u0301";
    QCOMPARE(toUtf8(toQString(std::string_view(text))), text);
}

void QTextTest::aByteOrderMarkStays()
{
    const SourceText text("\xEF\xBB\xBFKim");
    QCOMPARE(toQString(text).size(), qsizetype(4));
    QCOMPARE(toQString(text).mid(utf16Range(text, {1, 4}).begin), QStringLiteral("Kim"));
}

void QTextTest::spansAreCountedInUnits_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("begin");
    QTest::addColumn<int>("end");
    QTest::addColumn<QString>("expected");

    QTest::newRow("Latin") << "Lavrov met Choe" << 11 << 15 << "Choe";
    QTest::newRow("Hangul") << QString::fromUtf8("김정은 위원장") << 4 << 7
                            << QString::fromUtf8("위원장");
    QTest::newRow("after an emoji")
        << QString::fromUtf8("👍 Lavrov") << 2 << 8 << QStringLiteral("Lavrov");
    QTest::newRow("emoji within") << QString::fromUtf8("a👍b𝔘c") << 0 << 4
                                  << QString::fromUtf8("a👍b𝔘");
    QTest::newRow("only an emoji")
        << QString::fromUtf8("a👍b") << 1 << 2 << QString::fromUtf8("👍");
    QTest::newRow("empty") << QString::fromUtf8("👍👍") << 1 << 1 << QString();
    QTest::newRow("past the end") << QString::fromUtf8("👍ab") << 1 << 99 << "ab";
    QTest::newRow("before the start")
        << QString::fromUtf8("👍ab") << -3 << 1 << QString::fromUtf8("👍");
    QTest::newRow("end before begin") << QString::fromUtf8("abcd") << 3 << 1 << QString();
}

void QTextTest::spansAreCountedInUnits()
{
    QFETCH(QString, text);
    QFETCH(int, begin);
    QFETCH(int, end);
    QFETCH(QString, expected);

    const SourceText source(toUtf8(text));
    const Utf16Range range = utf16Range(source, {begin, end});
    QCOMPARE(toQString(source).mid(range.begin, range.length), expected);

    const Utf16Map map(source);
    QCOMPARE(map.range({begin, end}).begin, range.begin);
    QCOMPARE(map.range({begin, end}).length, range.length);
    if (begin >= 0 && begin <= end && end <= source.size())
        QVERIFY(map.span(range) == (TextSpan{begin, end}));
}

void QTextTest::aRangeWithinAPairTakesThePair()
{
    const Utf16Map map(SourceText("a👍b👍c")); // units: a 0, 👍 1–2, b 3, 👍 4–5, c 6
    QVERIFY(map.span({2, 1}) == (TextSpan{1, 2}));
    QVERIFY(map.span({1, 1}) == (TextSpan{1, 2}));
    QVERIFY(map.span({2, 3}) == (TextSpan{1, 4}));
    QVERIFY(map.span({6, 1}) == (TextSpan{4, 5}));
    QVERIFY(map.span({0, 99}) == (TextSpan{0, 5}));
}

void QTextTest::strayBytesCountOne()
{
    const SourceText text("a\xFF\xFE👍Lavrov");
    const Utf16Range range = utf16Range(text, {4, 10});
    QCOMPARE(toQString(text).mid(range.begin, range.length), QStringLiteral("Lavrov"));
    QCOMPARE(toQString(text).at(1), QChar(QChar::ReplacementCharacter));
}

void QTextTest::hiddenCharactersAreShown()
{
    QCOMPARE(visibleForm(QString::fromUtf8("Lavrov\u202Eevil")),
             QStringLiteral("Lavrov[U+202E]evil"));
    QCOMPARE(visibleForm(QString::fromUtf8("La\u200Bvrov\uFEFF")),
             QStringLiteral("La[U+200B]vrov[U+FEFF]"));
    QCOMPARE(visibleForm(QStringLiteral("a\tb\nc\x01")), QStringLiteral("a b c[U+0001]"));
    QCOMPARE(visibleForm(QString::fromUtf8("Ki\u200Dm")), QStringLiteral("Ki[U+200D]m"));
    QCOMPARE(visibleForm(QString::fromUtf8("김정은, Choe Son-hui · Лавров")),
             QString::fromUtf8("김정은, Choe Son-hui · Лавров"));
}

void QTextTest::neededJoinersStay()
{
    const QString family = QString::fromUtf8("👩\u200D👧");
    const QString persian = QString::fromUtf8("می\u200Cخواهم");
    QCOMPARE(visibleForm(family), family);
    QCOMPARE(visibleForm(persian), persian);
}

void QTextTest::longWordsLoseTheirMiddleAndNoHalfOfALetter()
{
    QCOMPARE(shortened(QStringLiteral("short"), 8), QStringLiteral("short"));
    QCOMPARE(shortened(QStringLiteral("talks in Moscow today"), 10),
             QStringLiteral("talks … today"));
    QCOMPARE(shortened(QStringLiteral("Foreign Minister Sergei Lavrov in Moscow"), 24),
             QStringLiteral("Foreign … in Moscow"));
    const QString thumbs = QString::fromUtf8("👍👍👍👍👍👍👍"); // Two units each.
    for (int atMost = 1; atMost < 14; ++atMost)
        QVERIFY(shortened(thumbs, atMost).isValidUtf16());
}

QTEST_GUILESS_MAIN(QTextTest)
#include "qtexttest.moc"
