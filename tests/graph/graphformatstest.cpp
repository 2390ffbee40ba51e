// SPDX-License-Identifier: Apache-2.0
#include "graph/exchange/claimtables.h"
#include "graph/exchange/dataformats.h"
#include "graph/exchange/flatgraph.h"
#include "graph/exchange/graphwriters.h"
#include "graph/exchange/nodelink.h"
#include "graph/query/copies.h"
#include "tests/support/anytext.h"
#include "tests/support/storetext.h"

#include <graphviz/cgraph.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QXmlStreamReader>
#include <rapidcheck.h>

using namespace entente;

namespace
{

const char* const visits = R"(
    article north 2024-01-15
    Visit Happened CT+ on 2024-01-15/2024-01-17 evidence: Visitor Person "Choe Son-hui" Wikidata:Q1, Destination State "Russia"
    article south 2024-01-20
    Visit Planned on 2024?: Visitor Person "Putin", Destination State "North Korea"
)";

/// A graph, and what it is made of.
struct Desk
{
    explicit Desk(const char* text, const std::string& wantedView = "events")
        : store(storeFrom(text))
        , events(fold(store, testOntology()))
        , actors(actorsProjection(events, testOntology()))
        , view(wantedView)
        , content{store,  testOntology(), events, wantedView == "actors" ? actors : events,
                  "name", view,           {}}
    {
    }

    FlatGraph flat(const std::map<NodeId, Point>& places = {}) const
    {
        return flatten(content, Copies::among(store), places);
    }

    Store store;
    KnowledgeGraph events, actors;
    std::string view;
    NodeLink content;
};

template <class Row>
QString cell(const std::vector<FlatColumn>& columns, const Row& row, std::string_view name)
{
    const auto column = std::ranges::find(columns, name, &FlatColumn::name);
    return QString::fromStdString(
        textOf(row.values.at(static_cast<std::size_t>(column - columns.begin()))));
}

const FlatNode& nodeOf(const FlatGraph& graph, std::string_view label)
{
    for (const FlatNode& node : graph.nodes) {
        if (node.label.starts_with(label))
            return node;
    }
    qFatal("there is no such node");
}

const FlatEdge& edgeOf(const FlatGraph& graph, std::string_view label, std::string_view target)
{
    for (const FlatEdge& edge : graph.edges) {
        if (edge.label == label && edge.target == nodeOf(graph, target).id)
            return edge;
    }
    qFatal("there is no such edge");
}

/// Whether a reader of XML takes all of it; what it says else.
QString troubleOfXml(const std::string& text)
{
    QXmlStreamReader reader(QByteArray::fromStdString(text));
    while (!reader.atEnd())
        reader.readNext();
    return reader.hasError() ? reader.errorString() : QString();
}

struct DotGraph
{
    explicit DotGraph(const std::string& text)
        : graph(agmemread(text.c_str()))
    {
    }
    ~DotGraph()
    {
        if (graph != nullptr)
            agclose(graph);
    }
    DotGraph(const DotGraph&) = delete;
    DotGraph& operator=(const DotGraph&) = delete;

    Agraph_t* graph;
};

QString attribute(void* object, const char* name)
{
    const char* value = agget(object, const_cast<char*>(name));
    return value == nullptr ? QString() : QString::fromUtf8(value);
}

} // namespace

class GraphFormatsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachNodeIsARowOfPlainValues()
    {
        const Desk desk(visits);
        const FlatGraph graph = desk.flat();
        QCOMPARE(graph.nodes.size(), 6U);
        const auto of = [&](std::string_view label, std::string_view name) {
            return cell(graph.nodeColumns, nodeOf(graph, label), name);
        };
        QCOMPARE(of("Choe", "kind"), QStringLiteral("entity"));
        QCOMPARE(of("Choe", "type"), QStringLiteral("Person"));
        QCOMPARE(of("Choe", "ids"), QStringLiteral("Wikidata:Q1"));
        QCOMPARE(of("Choe", "meetings"), QStringLiteral("1"));
        QCOMPARE(of("Choe", "modality"), QString()); // Of events only.
        const std::string visit = "Visit: Choe";
        QCOMPARE(of(visit, "kind"), QStringLiteral("event"));
        QCOMPARE(of(visit, "date"), QStringLiteral("2024-01-15/2024-01-17"));
        QCOMPARE(of(visit, "modality"), QStringLiteral("Happened"));
        QCOMPARE(of(visit, "contested"), QStringLiteral("false"));
        const std::vector<Days> days = nodeOf(graph, visit).days;
        QCOMPARE(days.size(), std::size_t{1});
        QVERIFY(days[0].first == (Day{2024, 1, 15}) && days[0].last == (Day{2024, 1, 17}));
    }

    void anEdgeCarriesItsWords()
    {
        const Desk desk(visits);
        const FlatGraph graph = desk.flat();
        const FlatEdge& edge = edgeOf(graph, "Visitor", "Choe");
        const auto of = [&](std::string_view name) { return cell(graph.edgeColumns, edge, name); };
        QCOMPARE(of("kind"), QStringLiteral("role"));
        QCOMPARE(of("modality"), QStringLiteral("Happened"));
        QCOMPARE(of("claims"), QStringLiteral("1"));
        QCOMPARE(of("sources"), QStringLiteral("1"));
        QCOMPARE(of("first"), QStringLiteral("2024-01-15/2024-01-17"));
        QVERIFY2(of("quotes").startsWith(u'“') &&
                     of("quotes").endsWith(u"(north, 2024-01-15: Happened)"),
                 qPrintable(of("quotes")));
        QCOMPARE(edge.weight, 1);
        // What is planned stays planned.
        QCOMPARE(cell(graph.edgeColumns, edgeOf(graph, "Visitor", "Putin"), "modality"),
                 QStringLiteral("Planned"));
    }

    void aTieSaysHowManyMeetingsOfWhichKind()
    {
        const Desk desk(R"(
            article north 2024-01-15
            Meeting Happened: Participant Person "Choe Son-hui", Participant Person "Sergei Lavrov"
            Meeting Planned: Participant Person "Kim Jong-un", Participant Person "Vladimir Putin"
        )",
                        "actors");
        const FlatGraph graph = desk.flat();
        QVERIFY(!graph.isDirected);
        QCOMPARE(graph.edges.size(), 2U);
        const auto counts = [&](const FlatEdge& edge) {
            return cell(graph.edgeColumns, edge, "counts");
        };
        QStringList all{counts(graph.edges[0]), counts(graph.edges[1])};
        all.sort();
        QCOMPARE(all, (QStringList{QStringLiteral("Happened 1"), QStringLiteral("Planned 1")}));
    }

    /// A denial is no second voice for it, and five years between two meetings are no meeting.
    void aTieSaysWhoDeniesItAndLastsThroughItsMeetings()
    {
        const Desk desk(R"(
            article north 2024-01-15
            Meeting Happened CT+ on 2018-05-31: Participant Person "A One", Participant Person "B Two"
            article south 2024-01-16
            Meeting Happened CT- on 2023-10-19: Participant Person "A One", Participant Person "B Two"
        )",
                        "actors");
        const FlatGraph graph = desk.flat();
        QCOMPARE(graph.edges.size(), 1U);
        const FlatEdge& tie = graph.edges.front();
        QCOMPARE(tie.days.size(), 2U);
        QVERIFY(cell(graph.edgeColumns, tie, "attribution").contains(QStringLiteral("denied")));
        QCOMPARE(
            cell(graph.edgeColumns, tie, "quotes").count(QStringLiteral(": Happened, denied)")), 1);
    }

    void eachFormatIsOfferedOnce()
    {
        std::set<std::tuple<std::string_view, std::string_view, std::string_view>> names;
        for (const DataFormatInfo& info : dataFormats()) {
            QVERIFY(names.emplace(info.name, info.table, info.version).second);
            QCOMPARE(infoOf(info.format).label, info.label);
        }
        QCOMPARE(names.size(), 11U);
    }

    void graphMlDeclaresItsKeysAndTypes()
    {
        const Desk desk(visits);
        const std::string text = graphMlText(desk.flat());
        QXmlStreamReader reader(QByteArray::fromStdString(text));
        std::map<QString, QString> types; // by key
        int nodes = 0;
        int edges = 0;
        while (!reader.atEnd()) {
            if (reader.readNext() != QXmlStreamReader::StartElement)
                continue;
            const auto attribute = [&](const char* name) {
                return reader.attributes().value(QLatin1String(name)).toString();
            };
            nodes += reader.name() == u"node" ? 1 : 0;
            edges += reader.name() == u"edge" ? 1 : 0;
            if (reader.name() == u"key")
                types[attribute("id")] = attribute("attr.type");
            if (reader.name() != u"data")
                continue;
            const QString type = types.at(attribute("key"));
            const QString value = reader.readElementText();
            bool isRight = type == u"string" || (type == u"boolean" && value == u"true") ||
                           (type == u"boolean" && value == u"false");
            if (type == u"int")
                value.toInt(&isRight);
            if (type == u"double")
                value.toDouble(&isRight);
            QVERIFY2(isRight, qPrintable(type + u' ' + value));
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QCOMPARE(nodes, 6);
        QCOMPARE(edges, 4);
    }

    void gexfHasSpellsColoursAndPlaces()
    {
        const Desk desk(visits);
        const NodeId first = desk.events.nodes().front();
        const QString text = QString::fromStdString(
            gexfText(desk.flat({{first, {12.5, 30}}}), GexfVersion::Draft12));
        QVERIFY(text.contains(QStringLiteral("<spell start=\"2024-01-15\" end=\"2024-01-17\" />")));
        QVERIFY(text.contains(QStringLiteral("<viz:position x=\"12.5\" y=\"-30\" z=\"0\" />")));
        QCOMPARE(text.count(QStringLiteral("<viz:position")), 1);
        QCOMPARE(text.count(QStringLiteral("<viz:color")), 6);
    }

    void dotIsReadByGraphviz()
    {
        const Desk desk(visits);
        const DotGraph read(dotText(desk.flat()));
        QVERIFY(read.graph);
        QVERIFY(agisdirected(read.graph));
        QCOMPARE(agnnodes(read.graph), 6);
        QCOMPARE(agnedges(read.graph), 4);
        const FlatNode node = nodeOf(desk.flat(), "Choe");
        Agnode_t* found = agnode(read.graph, const_cast<char*>(node.id.c_str()), 0);
        QVERIFY(found);
        QCOMPARE(attribute(found, "label"), QStringLiteral("Choe Son-hui"));
        QCOMPARE(attribute(found, "type"), QStringLiteral("Person"));
    }

    void whatIsLostIsSaidWithCounts()
    {
        const Desk desk(visits);
        const auto said = [&](DataFormat format) {
            QStringList all;
            for (const std::string& loss : lossesOf(format, desk.events, false))
                all << QString::fromStdString(loss);
            return all.join(u' ');
        };
        QVERIFY(said(DataFormat::GraphMl).contains(QStringLiteral("The claims behind 4 edges")));
        QVERIFY(said(DataFormat::Gexf).contains(QStringLiteral("The spells of 1 node or edge")));
        QVERIFY(!said(DataFormat::GraphMl).contains(QStringLiteral("spells")));
        QVERIFY(said(DataFormat::Dot).contains(QStringLiteral("no types")));
        QVERIFY(said(DataFormat::NodesCsv).contains(QStringLiteral("The 4 edges")));
        QVERIFY(said(DataFormat::NodeLinkJson).isEmpty());
    }

    void theSameGraphGivesTheSameBytes()
    {
        for (const DataFormatInfo& info : dataFormats()) {
            const auto text = [&] {
                const Desk desk(visits);
                return dataText(info.format, desk.content, Copies::among(desk.store));
            };
            const std::string once = text();
            QVERIFY(once.ends_with('\n'));
            QCOMPARE(text(), once);
        }
    }

    void anyTextIsWellFormedInEachFormat()
    {
        const bool held = rc::check("any text", [] {
            FlatGraph graph = Desk(visits).flat();
            graph.name = anyText();
            graph.description = anyText();
            for (FlatNode& node : graph.nodes) {
                node.label = anyText();
                node.values.at(1) = anyText();
                node.values.at(2) = std::vector<std::string>{anyText(), anyText()};
            }
            for (FlatEdge& edge : graph.edges)
                edge.label = anyText();
            RC_ASSERT(troubleOfXml(graphMlText(graph)) == QString());
            for (const GexfVersion version : {GexfVersion::Draft12, GexfVersion::Version13})
                RC_ASSERT(troubleOfXml(gexfText(graph, version)) == QString());
            QJsonParseError error{};
            QJsonDocument::fromJson(QByteArray::fromStdString(cytoscapeText(graph)), &error);
            RC_ASSERT(error.error == QJsonParseError::NoError);
            const DotGraph read(dotText(graph));
            RC_ASSERT(read.graph != nullptr);
            RC_ASSERT(agnnodes(read.graph) == 6 && agnedges(read.graph) == 4);
        });
        QVERIFY(held);
    }

    void claimsAndQuotesAreTables()
    {
        const Desk desk(visits);
        const QString claims = QString::fromStdString(claimsCsv(desk.content));
        QCOMPARE(claims.count(QStringLiteral("\r\n")), 3);
        QVERIFY(claims.contains(QStringLiteral("Visitor: Choe Son-hui; Destination: Russia")));
        QVERIFY(claims.contains(QStringLiteral(",Planned,")));
        const QString quotes = QString::fromStdString(quotesCsv(desk.content));
        QCOMPARE(quotes.count(QStringLiteral("\r\n")), 3);
        QVERIFY(quotes.contains(QStringLiteral(",exact,evidence,")));
        const QString edges = QString::fromStdString(edgesCsv(desk.flat()));
        QCOMPARE(edges.count(QStringLiteral("\r\n")), 5);
        QVERIFY(edges.startsWith(QStringLiteral("id,source,target,source_label,")));
        const QString nodes = QString::fromStdString(nodesCsv(desk.flat()));
        QVERIFY(nodes.contains(QStringLiteral(",Choe Son-hui,entity,Person,")));
    }
};

QTEST_APPLESS_MAIN(GraphFormatsTest)
#include "graphformatstest.moc"
