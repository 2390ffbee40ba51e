// SPDX-License-Identifier: Apache-2.0
// GEXF 1.3 by the rules of its schema (https://gexf.net/schema.html), which networkx does not read,
// and by those that no schema checks: whatever is pointed at is there.

// All words here are UTF-8: a literal may be a QString without saying so each time.
#undef QT_NO_CAST_FROM_ASCII
#undef QT_NO_CAST_TO_ASCII

#include "graph/exchange/dataformats.h"
#include "graph/exchange/flatgraph.h"
#include "graph/exchange/graphwriters.h"
#include "graph/exchange/nodelink.h"
#include "graph/query/copies.h"
#include "tests/support/storetext.h"

#include <QDate>
#include <QMap>
#include <QSet>
#include <QTest>
#include <QXmlStreamReader>

using namespace entente;

namespace
{

const QString space = "http://gexf.net/1.3";
const QString vizSpace = "http://gexf.net/1.3/viz";

/// What an element may hold and carry. '?' stands for what may be missing.
struct Rule
{
    QStringList within;     ///< In which elements it stands.
    QStringList attributes; ///< "id", "label?"
};

const QMap<QString, Rule>& rules()
{
    static const QMap<QString, Rule> all{
        {"gexf", {{""}, {"version", "variant?"}}},
        {"meta", {{"gexf"}, {"lastmodifieddate?"}}},
        {"creator", {{"meta"}, {}}},
        {"keywords", {{"meta"}, {}}},
        {"description", {{"meta"}, {}}},
        {"graph",
         {{"gexf"},
          {"defaultedgetype?", "idtype?", "timeformat?", "start?", "end?", "mode?",
           "timerepresentation?", "timezone?"}}},
        {"attributes", {{"graph"}, {"class"}}},
        {"attribute", {{"attributes"}, {"id", "title", "type"}}},
        {"nodes", {{"graph"}, {"count?"}}},
        {"node", {{"nodes"}, {"id", "label?", "start?", "end?"}}},
        {"edges", {{"graph"}, {"count?"}}},
        {"edge",
         {{"edges"},
          {"id?", "type?", "label?", "source", "target", "weight?", "kind?", "start?", "end?"}}},
        {"attvalues", {{"node", "edge"}, {}}},
        {"attvalue", {{"attvalues"}, {"for", "value", "start?", "end?"}}},
        {"spells", {{"node", "edge"}, {}}},
        {"spell", {{"spells"}, {"start?", "end?"}}},
        {"viz:color", {{"node"}, {"r", "g", "b", "a?"}}},
        {"viz:position", {{"node"}, {"x", "y", "z?"}}},
    };
    return all;
}

/// What Gephi makes of a list: its ArraysParser, in as few words.
QStringList listFrom(const QString& text)
{
    QStringList all;
    bool isQuoted = false;
    for (int i = 0; i < text.size(); ++i) {
        if (!isQuoted && text[i] == '"') {
            isQuoted = true;
            all << QString();
        } else if (isQuoted && text[i] == '\\') {
            all.back() += text[++i];
        } else if (isQuoted && text[i] == '"') {
            isQuoted = false;
        } else if (isQuoted) {
            all.back() += text[i];
        }
    }
    return all;
}

/// Reads a document and collects what breaks a rule.
class Gexf
{
public:
    explicit Gexf(const std::string& text)
        : m_reader(QByteArray::fromStdString(text))
    {
        while (!m_reader.atEnd()) {
            m_reader.readNext();
            if (m_reader.isStartElement())
                start();
            else if (m_reader.isEndElement())
                m_open.removeLast();
        }
        if (m_reader.hasError())
            troubles << m_reader.errorString();
    }

    QStringList troubles;
    QSet<QString> nodes;
    int edges = 0;
    int spells = 0;
    QMap<QString, QString> graph;                  ///< Its attributes.
    QMap<QString, QString> types;                  ///< By "node quotes".
    QMap<QString, QMap<QString, QString>> columns; ///< Of each node and edge, by title.

private:
    void start()
    {
        const QXmlStreamAttributes given = m_reader.attributes();
        const bool isViz = m_reader.namespaceUri() == vizSpace;
        check(isViz || m_reader.namespaceUri() == space, "namespace");
        const QString name = (isViz ? "viz:" : "") + m_reader.name().toString();
        const QString parent = m_open.isEmpty() ? QString() : m_open.last();
        check(rules().contains(name) && rules()[name].within.contains(parent),
              name + " in " + parent);
        checkAttributes(name, given);
        m_open << name;
        see(name, given);
    }

    void checkAttributes(const QString& name, const QXmlStreamAttributes& given)
    {
        const QStringList known = rules()[name].attributes;
        for (const QXmlStreamAttribute& attribute : given) {
            const QString its = attribute.name().toString();
            check(known.contains(its) || known.contains(its + "?"), name + " " + its);
            if (its == "start" || its == "end")
                check(QDate::fromString(attribute.value().toString(), Qt::ISODate).isValid(),
                      "date " + attribute.value().toString());
        }
        for (const QString& needed : known) {
            if (!needed.endsWith('?'))
                check(given.hasAttribute(needed), name + " without " + needed);
        }
    }

    void see(const QString& name, const QXmlStreamAttributes& given)
    {
        const auto value = [&](const char* key) {
            return given.value(QLatin1String(key)).toString();
        };
        if (name == "gexf")
            check(value("version") == "1.3", "version");
        if (name == "graph") {
            for (const QXmlStreamAttribute& attribute : given)
                graph[attribute.name().toString()] = attribute.value().toString();
        }
        if (name == "attributes")
            m_class = value("class");
        if (name == "attribute") {
            static const QStringList known{"integer", "long",   "double", "float",
                                           "boolean", "string", "anyURI", "liststring"};
            check(known.contains(value("type")), "type " + value("type"));
            m_titles[m_class + value("id")] = value("title");
            types[m_class + ' ' + value("title")] = value("type");
        }
        if (name == "node") {
            check(!nodes.contains(value("id")), "two nodes of one id");
            nodes.insert(value("id"));
            m_owner = value("id");
            m_class = "node";
        }
        if (name == "edge")
            seeEdge(value("id"), value("source"), value("target"), value("kind"));
        if (name == "attvalue")
            seeValue(value("for"), value("value"));
        if (name == "spell") {
            ++spells;
            check(value("start").isEmpty() || value("end").isEmpty() ||
                      value("start") <= value("end"),
                  "a spell that ends before it starts");
        }
    }

    void seeEdge(const QString& id, const QString& source, const QString& target,
                 const QString& kind)
    {
        ++edges;
        m_owner = id;
        m_class = "edge";
        check(nodes.contains(source) && nodes.contains(target), "an edge from nowhere");
        const QString ends = source + ' ' + target + ' ' + kind;
        check(!kind.isEmpty() && !m_ends.contains(ends), "two edges that Gephi makes one: " + ends);
        m_ends.insert(ends);
    }

    void seeValue(const QString& column, const QString& value)
    {
        const QString title = m_titles.value(m_class + column);
        check(!title.isEmpty(), "a value of no column");
        const QString type = types[m_class + ' ' + title];
        bool isRight = type == "string" || value == "true" || value == "false";
        if (type == "integer")
            value.toInt(&isRight);
        if (type == "liststring")
            isRight = value.startsWith('[') && value.endsWith(']');
        check(isRight, type + ' ' + value);
        columns[m_owner][title] = value;
    }

    void check(bool holds, const QString& what)
    {
        if (!holds && !troubles.contains(what))
            troubles << what;
    }

    QXmlStreamReader m_reader;
    QStringList m_open;
    QString m_class, m_owner;
    QMap<QString, QString> m_titles; ///< By "node0".
    QSet<QString> m_ends;
};

FlatGraph flatFrom(const char* text, const std::string& view = "events")
{
    const Store store = storeFrom(text);
    const KnowledgeGraph events = fold(store, testOntology());
    const KnowledgeGraph actors = actorsProjection(events, testOntology());
    return flatten(
        {store, testOntology(), events, view == "actors" ? actors : events, "name", view},
        Copies::among(store));
}

const char* const visits = R"(
    article north 2024-01-15
    Visit Happened CT+ on 2024-01-15/2024-01-17 evidence: Visitor Person "Choe Son-hui" Wikidata:Q1, Destination State "Russia"
    HoldsPosition: Arg1 Person "Choe Son-hui", Arg2 Position "Foreign Minister"
    article south 2024-01-20
    Visit Planned on 2024-05-05/.. evidence: Visitor Person "Putin", Destination State "North Korea"
    Meeting Happened on 2024-01-16: Participant Person "Choe Son-hui", Participant Person "Putin"
    Represents: Arg1 Person "Putin", Arg2 State "Russia"
)";

} // namespace

class GexfTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void version13KeepsItsRules_data()
    {
        QTest::addColumn<QString>("view");
        QTest::newRow("events") << "events";
        QTest::newRow("actors") << "actors";
    }
    void version13KeepsItsRules()
    {
        QFETCH(QString, view);
        const FlatGraph graph = flatFrom(visits, view.toStdString());
        const Gexf read(gexfText(graph, GexfVersion::Version13));
        QVERIFY2(read.troubles.isEmpty(), qPrintable(read.troubles.join('\n')));
        QCOMPARE(read.nodes.size(), qsizetype(graph.nodes.size()));
        QCOMPARE(read.edges, int(graph.edges.size()));
        QCOMPARE(read.graph["defaultedgetype"], view == "events" ? "directed" : "undirected");
        QCOMPARE(read.graph["timeformat"], "date");
        QCOMPARE(read.graph["timerepresentation"], "interval");
        QVERIFY(read.spells > 0);
    }

    void listsAreListsThere()
    {
        FlatGraph graph = flatFrom(visits);
        const auto column = std::ranges::find(graph.nodeColumns, "aliases", &FlatColumn::name);
        const std::vector<std::string> names{"one; another", "\"the\" third", "a\\b", "[4], 'x'"};
        graph.nodes.front().values.at(
            static_cast<std::size_t>(column - graph.nodeColumns.begin())) = names;
        const Gexf read(gexfText(graph, GexfVersion::Version13));
        QVERIFY2(read.troubles.isEmpty(), qPrintable(read.troubles.join('\n')));
        QCOMPARE(read.types["node aliases"], "liststring");
        QCOMPARE(read.types["edge quotes"], "liststring");
        QCOMPARE(read.types["node modality"], "string");
        QCOMPARE(listFrom(read.columns[QString::fromStdString(graph.nodes.front().id)]["aliases"]),
                 (QStringList{"one; another", "\"the\" third", "a\\b", "[4], 'x'"}));
    }

    void theOlderOneStaysAsItWas()
    {
        const std::string text = gexfText(flatFrom(visits), GexfVersion::Draft12);
        QVERIFY(text.find("liststring") == std::string::npos);
        QVERIFY(text.find(" kind=\"") == std::string::npos);
        QVERIFY(text.find("xmlns=\"http://www.gexf.net/1.2draft\"") != std::string::npos);
        QVERIFY(text.find("mode=\"static\"") != std::string::npos);
        QVERIFY(!Gexf(text).troubles.isEmpty()); // Else these rules would tell nothing.
    }

    void anEndThatIsOpenIsNotThere()
    {
        const std::string text = gexfText(flatFrom(visits), GexfVersion::Version13);
        QVERIFY(text.find("<spell start=\"2024-05-05\" />") != std::string::npos);
        QVERIFY(text.find("<spell start=\"2024-01-15\" end=\"2024-01-17\" />") !=
                std::string::npos);
    }
};

QTEST_APPLESS_MAIN(GexfTest)
#include "gexftest.moc"
