// SPDX-License-Identifier: Apache-2.0
#include "graph/exchange/nodelink.h"
#include "graph/model/graph.h"
#include "graph/ontology/ontology.h"
#include "graph/text/sourcetext.h"
#include "tests/support/storetext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace entente;

namespace
{

std::string textFor(const Store& store, const std::string& view = "events")
{
    const KnowledgeGraph events = fold(store, testOntology());
    const KnowledgeGraph actors = actorsProjection(events, testOntology());
    return nodeLinkJson(
        {store, testOntology(), events, view == "actors" ? actors : events, "a test", view});
}

QJsonObject parsed(const std::string& text)
{
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromStdString(text), &error);
    if (error.error != QJsonParseError::NoError)
        qWarning("%s", qPrintable(error.errorString()));
    return document.object();
}

QJsonObject jsonFor(const char* text, const std::string& view = "events")
{
    return parsed(textFor(storeFrom(text), view));
}

QJsonObject nodeNamed(const QJsonObject& graph, const QString& start)
{
    for (const QJsonValue node : graph["nodes"].toArray()) {
        if (node["name"].toString().startsWith(start))
            return node.toObject();
    }
    return {};
}

QStringList keysOf(const QJsonObject& object) { return object.keys(); }

const char* const visit = R"(
    article north 2024-01-15
    Visit Happened CT+ on 2024-01-15 id trip: Visitor Person "Choe Son-hui" Wikidata:Q1, Destination State "Russia", Source Organization "KCNA"
    HoldsPosition: Arg1 Person "Choe Son-hui", Arg2 Position "Foreign Minister"
)";

} // namespace

class NodeLinkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTopIsWhatNetworkxReads()
    {
        const QJsonObject graph = jsonFor(visit);
        QCOMPARE(graph["directed"], QJsonValue(true));
        QCOMPARE(graph["multigraph"], QJsonValue(true));
        QCOMPARE(graph["graph"]["name"], QJsonValue("a test"));
        QCOMPARE(graph["graph"]["view"], QJsonValue("events"));
        QVERIFY(graph["nodes"].isArray() && graph["links"].isArray() && graph["claims"].isObject());
        QCOMPARE(jsonFor(visit, "actors")["directed"], QJsonValue(false));
    }

    void anEntityHasItsKeys()
    {
        const QJsonObject choe = nodeNamed(jsonFor(visit), "Choe");
        for (const char* key :
             {"id", "kind", "type", "name", "aliases", "ids", "identity", "mentions"})
            QVERIFY2(choe.contains(QLatin1String(key)), key);
        QCOMPARE(choe["kind"], QJsonValue("entity"));
        QCOMPARE(choe["type"], QJsonValue("Person"));
        QCOMPARE(choe["ids"]["wikidata"], QJsonValue("Q1"));
        QCOMPARE(choe["identity"], QJsonValue("id"));
        QCOMPARE(choe["positions"][0]["title"], QJsonValue("Foreign Minister"));
        QVERIFY(!choe.contains(QLatin1String("claims")));
    }

    void anEventHasItsKeysAndItsClaims()
    {
        const QJsonObject event = nodeNamed(jsonFor(visit), "Visit");
        QCOMPARE(event["kind"], QJsonValue("event"));
        QCOMPARE(event["date"], QJsonValue("2024-01-15"));
        QCOMPARE(event["modality"], QJsonValue("Happened"));
        QCOMPARE(event["ids"]["event"], QJsonValue("trip"));
        const QJsonObject claim = event["claims"][0].toObject();
        for (const char* key :
             {"id", "article", "source_id", "trigger", "quotes", "modality", "factuality",
              "polarity", "aspect", "attribution", "date", "notes", "roles"})
            QVERIFY2(claim.contains(QLatin1String(key)), key);
        QCOMPARE(claim["article"], QJsonValue("north"));
        QCOMPARE(claim["source_id"], QJsonValue("E1"));
        QCOMPARE(claim["trigger"], QJsonValue("Visit"));
        QCOMPARE(claim["factuality"], QJsonValue("CT+"));
        QVERIFY(claim["polarity"].isNull());
        QCOMPARE(keysOf(claim["quotes"][0].toObject()),
                 (QStringList{"end", "source", "start", "status", "text"}));
        QCOMPARE(claim["attribution"]["kind"], QJsonValue("named"));
    }

    void rolesNameNodes()
    {
        const QJsonObject graph = jsonFor(visit);
        const QJsonObject claim = nodeNamed(graph, "Visit")["claims"][0].toObject();
        QStringList roles;
        for (const QJsonValue role : claim["roles"].toArray()) {
            const QString node = role["node"].toString();
            QString name = role["text"].toString();
            for (const QJsonValue one : graph["nodes"].toArray()) {
                if (one["id"] == role["node"])
                    name = one["name"].toString();
            }
            roles << role["role"].toString() + "=" + name;
        }
        QCOMPARE(roles, (QStringList{"Time=2024-01-15", "Visitor=Choe Son-hui",
                                     "Destination=Russia", "Source=KCNA"}));
    }

    void linksJoinNodesAndNameClaims()
    {
        const QJsonObject graph = jsonFor(R"(
            article a
            Visit: Visitor Person "Choe Son-hui"
            OrganOf: Arg1 Organization "KCNA", Arg2 State "North Korea"
        )");
        const QJsonArray links = graph["links"].toArray();
        QCOMPARE(links.size(), 2);
        QCOMPARE(links[0]["role"], QJsonValue("Visitor"));
        QCOMPARE(links[0]["source"], nodeNamed(graph, "Visit")["id"]);
        QCOMPARE(links[0]["target"], nodeNamed(graph, "Choe")["id"]);
        QVERIFY(!links[0]["key"].toString().isEmpty());
        QCOMPARE(links[0]["claims"][0], nodeNamed(graph, "Visit")["claims"][0]["id"]);
        QCOMPARE(links[1]["type"], QJsonValue("OrganOf"));
        // A relation's claim stands at the top, by its id.
        const QString claim = links[1]["claims"][0].toString();
        QCOMPARE(graph["claims"][claim]["source_id"], QJsonValue("R1"));
        QCOMPARE(graph["claims"].toObject().size(), 1);
    }

    void offsetsCountCodePoints()
    {
        Store store =
            storeFrom("article a\nVisit: Visitor Person \"😀 Choe\", Destination State \"Russia\"");
        const QJsonObject graph = parsed(textFor(store));
        const QJsonObject mention = nodeNamed(graph, "Russia")["mentions"][0].toObject();
        const SourceText& text = *store.article(store.articles().front())->text;
        QCOMPARE(QString::fromStdString(std::string(
                     text.slice(TextSpan{mention["start"].toInt(), mention["end"].toInt()}))),
                 "Russia");
    }

    void whatIsUnstatedIsNull()
    {
        const QJsonObject event =
            nodeNamed(jsonFor("article a\nVisit: Visitor Person \"A B\""), "Visit");
        QVERIFY(event["modality"].isNull());
        QVERIFY(event["date"].isNull());
        QVERIFY(event["claims"][0]["modality"].isNull());
    }

    void severalIdsOfOneAuthorityAreAList()
    {
        const QJsonObject russia = nodeNamed(
            jsonFor("article a\nVisit: Destination State \"Russia\" Wikidata:Q159 Wikidata:Q34266"),
            "Russia");
        QCOMPARE(russia["ids"]["wikidata"], QJsonValue(QJsonArray{"Q159", "Q34266"}));
    }

    void tiesCountByModality()
    {
        const QJsonObject graph = jsonFor(R"(
            article a
            Meeting Happened: Participant Person "A B", Participant Person "C D"
            Meeting Planned: Participant Person "A B", Participant Person "C D"
            Visit Happened: Visitor Person "A B", Destination Place "Pyongyang"
        )",
                                          "actors");
        QCOMPARE(graph["nodes"].toArray().size(), 2);
        QCOMPARE(graph["links"].toArray().size(), 1);
        const QJsonObject tie = graph["links"][0].toObject();
        QCOMPARE(tie["counts"], QJsonValue(QJsonObject{{"Happened", 1}, {"Planned", 1}}));
        QCOMPARE(tie["events"].toArray().size(), 2);
        for (const QJsonValue claim : tie["claims"].toArray())
            QVERIFY(graph["claims"].toObject().contains(claim.toString()));
    }

    void theSameStoreGivesTheSameBytes()
    {
        QCOMPARE(textFor(storeFrom(visit)), textFor(storeFrom(visit)));
        QVERIFY(textFor(storeFrom("article a\nVisit: Visitor Person \"최선희\"")).find("최선희") !=
                std::string::npos);
    }

    void bytesThatAreNoTextDoNotStopIt()
    {
        const std::string text =
            textFor(storeFrom("article a\nVisit: Visitor Person \"Choe \xff\xfe\""));
        QVERIFY(!parsed(text).isEmpty());
    }
};

QTEST_APPLESS_MAIN(NodeLinkTest)
#include "nodelinktest.moc"
