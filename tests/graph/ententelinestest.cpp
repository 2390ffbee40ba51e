// SPDX-License-Identifier: Apache-2.0
#include "graph/exchange/ententelines.h"

#include "graph/annotation/corpus.h"
#include "graph/project/editjson.h"
#include "tests/support/brat.h"
#include "tests/support/exported.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace entente;

namespace
{

const char* const visitText = "Choe visits Russia.\n";
const char* const visitAnn = "T1\tPerson 0 4\tChoe\nT2\tVisit 5 11\tvisits\n"
                             "T3\tState 12 18\tRussia\nE1\tVisit:T2 Visitor:T1 Destination:T3\n";

Store visit(Diagnostics& troubles, const std::string& lines)
{
    return readBack({{"a.txt", visitText}, {"a.ann", visitAnn}, {"entente.jsonl", lines}},
                    troubles);
}

std::string renaming(EntityId id, const char* name)
{
    ChangeEntity change{id, {}};
    change.fields.name = name;
    return toJson(change) + '\n';
}

EntityId choe()
{
    Diagnostics none;
    const Store store = visit(none, "");
    return store.records(store.articles().front()).entities.front().id;
}

QStringList namesIn(const Store& store)
{
    QStringList names;
    for (const Entity& entity : store.records(store.articles().front()).entities)
        names << asQString(entity.name);
    return names;
}

} // namespace

class EntenteLinesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBadLineDoesNotHideTheOthers_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("says");
        QTest::newRow("no JSON") << QByteArray("{") << "it is no JSON from its byte 2 on";
        QTest::newRow("no object") << QByteArray("[1]") << "no JSON object with a “kind”";
        QTest::newRow("an unknown kind") << QByteArray(R"({"kind":"fly"})") << "no edit “fly”";
        QTest::newRow("no UTF-8") << QByteArray("{\"kind\":\"\xff\"}") << "it is not UTF-8";
        QTest::newRow("deep") << QByteArray(1000, '[') << "nested too deeply";
        QTest::newRow("long") << QByteArray((64 << 20) + 1, 'x') << "longer than 64 MiB";
        QTest::newRow("what is not there")
            << QByteArray(R"({"kind":"removeView","id":"00000000-0000-4000-8000-000000000001"})")
            << "It is not here";
        QTest::newRow("another article")
            << QByteArray(R"({"kind":"records","file":"b","claims":[]})")
            << "there is no article “b” in this folder";
        QTest::newRow("half a pair")
            << QByteArray(R"({"kind":"records","file":"a","claims":[["E1"]]})")
            << "a part of it is missing";
        QTest::newRow("two of one id")
            << QByteArray(R"({"kind":"records","file":"a","mentions":[)"
                          R"(["T1","00000000-0000-4000-8000-000000000001"],)"
                          R"(["T2","00000000-0000-4000-8000-000000000001"]]})")
            << "Two mentions have the id";
        QTest::newRow("a place that is none")
            << QByteArray::fromStdString(R"({"kind":"order","article":")" +
                                         articleIdFor("a").text() + R"(","entities":[[")" +
                                         choe().text() + R"(",7]]})")
            << "places, that its article does not have";
        QTest::newRow("an article taken away")
            << QByteArray::fromStdString(toJson(RemoveArticle{articleIdFor("a")}))
            << "articles come and go with their files";
        QTest::newRow("an article taken away among others")
            << QByteArray::fromStdString(toJson(Together{{EraseArticle{articleIdFor("a")}}}))
            << "articles come and go with their files";
        QTest::newRow("another version")
            << QByteArray(R"({"kind":"entente","version":2})") << "another version of Entente";
    }
    void aBadLineDoesNotHideTheOthers()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, says);
        Diagnostics troubles;
        const Store store = visit(troubles, renaming(choe(), "first") + line.toStdString() +
                                                "\r\n\n" + renaming(choe(), "second"));
        QCOMPARE(troubles.size(), std::size_t{1});
        const QString text = asQString(troubles.front().text());
        QVERIFY2(text.startsWith(QStringLiteral("entente.jsonl:2: error: this line is left out: ")),
                 qPrintable(text));
        QVERIFY2(text.contains(says), qPrintable(text));
        QCOMPARE(namesIn(store).front(), QStringLiteral("second"));
    }

    void aRecordMayHaveBytesThatAreNoText()
    {
        ArticleNames names;
        names.file = "\xff";
        names.claims = {{"E\xfe", randomUuid()}};
        const std::string line = ententeLine(names);
        QVERIFY(line.find("{\"hex\":\"ff\"}") != std::string::npos);
        Diagnostics troubles;
        visit(troubles, line); // Read, and then not found.
        QVERIFY(
            asQString(troubles.front().message).contains(QStringLiteral("there is no article")));
    }

    void asFewAsCanBeAreMoved()
    {
        const auto uuids = [](const std::vector<std::uint64_t>& numbers) {
            std::vector<Uuid> all;
            all.reserve(numbers.size());
            for (const std::uint64_t number : numbers)
                all.push_back({1, number});
            return all;
        };
        QVERIFY(movesBetween(uuids({1, 2, 3}), uuids({1, 2, 3})).empty());
        const auto one = movesBetween(uuids({1, 9, 2, 3, 4}), uuids({1, 2, 3, 4, 9}));
        QCOMPARE(one.size(), std::size_t{1});
        QCOMPARE(one.front().id.low, std::uint64_t{9});
        QCOMPARE(one.front().position, 4);
        QCOMPARE(movesBetween(uuids({1, 2, 3, 4}), uuids({4, 3, 2, 1})).size(), std::size_t{3});
    }

    void theFileIsReadWithItsFolder()
    {
        const QTemporaryDir dir;
        const auto write = [&](const QString& name, const std::string& bytes) {
            QDir(dir.path()).mkpath(QFileInfo(name).path());
            QFile file(dir.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(bytes.c_str(), static_cast<qint64>(bytes.size()));
        };
        write("one/a.txt", visitText);
        write("one/a.ann", visitAnn);
        write("one/entente.jsonl", ententeHeader() + renaming(choe(), "the envoy") + "{\n");
        write("two/b.txt", visitText);
        const std::filesystem::path root = dir.path().toStdString();
        const std::filesystem::path resources =
            std::filesystem::path(ENTENTE_SOURCE_DIR) / "resources";

        const auto alone = openCorpus({root / "one"}, resources, {});
        QVERIFY(alone && namesIn(alone->store).contains(QStringLiteral("the envoy")));
        const QString trouble = asQString(alone->diagnostics.back().text());
        QVERIFY2(trouble.contains(QStringLiteral("one/entente.jsonl:3: error: ")),
                 qPrintable(trouble));

        // Its articles have other names among those of other folders, and so other ids.
        const auto both = openCorpus({root / "one", root / "two"}, resources, {});
        QVERIFY(both && !namesIn(both->store).contains(QStringLiteral("the envoy")));
        const QString warning = asQString(both->diagnostics.back().text());
        QVERIFY2(warning.contains(QStringLiteral("warning: it is not read")), qPrintable(warning));
    }
};

QTEST_GUILESS_MAIN(EntenteLinesTest)
#include "ententelinestest.moc"
