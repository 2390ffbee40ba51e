// SPDX-License-Identifier: Apache-2.0
// The words in pictures in other languages, and how numbers and dates are written there.
#include "graph/citing/wordings.h"
#include "graph/model/modality.h"
#include "graph/ontology/ontology.h"
#include "graph/text/datewords.h"
#include "tests/support/storetext.h"

#include <QFile>
#include <QString>
#include <QTest>

using namespace entente;

namespace
{

const std::filesystem::path resources = ENTENTE_SOURCE_DIR "/resources";

Wording in(const std::string& code, Thousands thousands = Thousands::OfLanguage)
{
    const auto wording = wordingOf(code, thousands, resources);
    if (!wording)
        qFatal("%s", wording.error().c_str());
    return *wording;
}

QByteArray fileOf(const std::string& code)
{
    QFile file(
        QString::fromStdString((resources / "language" / ("picture." + code + ".json")).string()));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class WordingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thereIsEnglishAndWhateverHasAFile()
    {
        const std::vector<WordingLanguage> languages = wordingLanguages(resources);
        QCOMPARE(languages.size(), std::size_t(3));
        QCOMPARE(languages[0].code, std::string("en"));
        QCOMPARE(languages[1].name, std::string("한국어"));
        QCOMPARE(languages[2].name, std::string("Русский"));
        const auto none = wordingOf("eo", {}, resources);
        QVERIFY(!none);
        QCOMPARE(none.error(),
                 std::string("there are no words for pictures in “eo”; there are in en, ko, ru"));
    }

    void datesAreWrittenAsTheLanguageWritesThem_data()
    {
        QTest::addColumn<QString>("date");
        QTest::addColumn<QString>("korean");
        QTest::addColumn<QString>("russian");
        QTest::newRow("day") << "2024-01-15"
                             << "2024년 1월 15일"
                             << "15 января 2024";
        QTest::newRow("days") << "2024-01-15/2024-01-17"
                              << "2024년 1월 15–17일"
                              << "15–17 января 2024";
        QTest::newRow("across months") << "2024-01-30/2024-02-02"
                                       << "2024년 1월 30일 – 2월 2일"
                                       << "30 января – 2 февраля 2024";
        QTest::newRow("month") << "2023-10"
                               << "2023년 10월"
                               << "октябрь 2023";
        QTest::newRow("year") << "2023"
                              << "2023년"
                              << "2023";
        QTest::newRow("perhaps") << "2024?"
                                 << "2024년 (불확실)"
                                 << "2024 (не точно)";
        QTest::newRow("one of two") << "[2024-01-15,2024-01-16]"
                                    << "2024년 1월 15일 또는 2024년 1월 16일"
                                    << "15 января 2024 или 16 января 2024";
    }

    void datesAreWrittenAsTheLanguageWritesThem()
    {
        QFETCH(const QString, date);
        QFETCH(const QString, korean);
        QFETCH(const QString, russian);
        const auto parsed = parseEdtf(date.toStdString());
        QVERIFY(parsed);
        QCOMPARE(QString::fromStdString(wordsOf(*parsed, in("ko").dates())), korean);
        QCOMPARE(QString::fromStdString(wordsOf(*parsed, in("ru").dates())), russian);
    }

    void thousandsArePartedAsOneLikes()
    {
        QCOMPARE(Wording().number(14121), std::string("14,121"));
        QCOMPARE(in("ru").number(14121), std::string("14\u00A0121"));
        QCOMPARE(in("ru", Thousands::Point).number(14121), std::string("14.121"));
        QCOMPARE(in("ko", Thousands::Together).number(14121), std::string("14121"));
        QCOMPARE(Wording(Thousands::Space).number(-1234567), std::string("-1\u00A0234\u00A0567"));
        QCOMPARE(Wording().number(999), std::string("999"));
    }

    void partsStandWhereTheLanguageHasThem()
    {
        QCOMPARE(Wording().with("{} of {} nodes, {} of {} edges", {"5", "6", "7", "8"}),
                 std::string("5 of 6 nodes, 7 of 8 edges"));
        QCOMPARE(in("ko").with("{} of {} nodes, {} of {} edges", {"5", "6", "7", "8"}),
                 std::string("노드 6개 중 5개, 연결 8개 중 7개"));
        QCOMPARE(in("ko")("Foreign Minister"), std::string("Foreign Minister")); // No word of ours.
    }

    /// Whoever adds a type or a role adds its words, too.
    void allThatOurOntologyNamesHasWords()
    {
        const Ontology& ontology = testOntology();
        std::vector<std::string> words;
        words.reserve(allModalities.size() + ontology.entities.size());
        for (const Modality modality : allModalities)
            words.emplace_back(wordsOf(modality));
        for (const auto& [name, type] : ontology.entities)
            words.push_back(type.label);
        for (const auto& [name, type] : ontology.events) {
            words.push_back(type.label);
            words.push_back(type.family);
            for (const Role& role : type.roles)
                words.push_back(role.name);
        }
        for (const auto& [name, type] : ontology.relations)
            words.push_back(type.label);
        QVERIFY(words.size() > 60);
        for (const char* code : {"ko", "ru"}) {
            const Wording wording = in(code);
            for (const std::string& english : words)
                QVERIFY2(english.empty() || wording(english) != english, english.c_str());
        }
    }

    void aFileWithAMistakeSaysWhere_data()
    {
        QTest::addColumn<QByteArray>("right");
        QTest::addColumn<QByteArray>("wrong");
        QTest::addColumn<QString>("words");
        QTest::newRow("a number lost")
            << QByteArray("데이터 {}, {}") << QByteArray("데이터 {}")
            << QStringLiteral("“Data {}, {}” has another number of gaps");
        QTest::newRow("a month lost") << QByteArray("\"11월\", ") << QByteArray()
                                      << QStringLiteral("a year has twelve months");
        QTest::newRow("no such part")
            << QByteArray("{y1}년 {m1} {d1}일") << QByteArray("{y1}년 {m3} {d1}일")
            << QStringLiteral("argument not found");
        QTest::newRow("numbered and not") << QByteArray("{0} (노드") << QByteArray("{} (노드")
                                          << QStringLiteral("manual argument indexing");
        QTest::newRow("no JSON") << QByteArray("\"words\": {") << QByteArray("\"words\": [")
                                 << QStringLiteral("parse error");
    }

    void aFileWithAMistakeSaysWhere()
    {
        QFETCH(const QByteArray, right);
        QFETCH(const QByteArray, wrong);
        QFETCH(const QString, words);
        QByteArray file = fileOf("ko");
        QVERIFY(Wording::from(file.toStdString()));
        QVERIFY(file.contains(right));
        file.replace(right, wrong);
        const auto wording = Wording::from(file.toStdString());
        QVERIFY(!wording);
        QVERIFY2(QString::fromStdString(wording.error()).contains(words), wording.error().c_str());
    }
};

QTEST_GUILESS_MAIN(WordingTest)
#include "wordingtest.moc"
