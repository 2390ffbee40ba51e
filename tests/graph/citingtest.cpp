// SPDX-License-Identifier: Apache-2.0
// What is cited of a graph, and how files give it.

// All words here are UTF-8: a literal may be a QString without saying so each time.
#undef QT_NO_CAST_FROM_ASCII
#undef QT_NO_CAST_TO_ASCII

#include "graph/citing/citations.h"
#include "graph/citing/csljson.h"
#include "graph/citing/endnotes.h"
#include "graph/citing/markdowntext.h"
#include "graph/model/analystsown.h"
#include "graph/query/copies.h"
#include "tests/support/storetext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace entente;

namespace
{

/// The courier has it from the wire; the herald expected it before; the lantern denies it.
const char* const oneVisit = R"(
    article wire 2024-01-16
    Visit evidence Happened CT+ on 2024-01-15 id v: Visitor Person "Choe Son-hui", Destination State "Russia"
    article courier 2024-01-17
    Visit Happened CT+ on 2024-01-15 id v: Visitor Person "Choe Son-hui", Destination State "Russia"
    article herald 2024-01-10
    Visit Expected on 2024-01-15 id v: Visitor Person "Choe Son-hui", Destination State "Russia"
    article lantern 2024-01
    Visit DidNotHappen CT- id v: Visitor Person "Choe Son-hui", Destination State "Russia"
    HoldsPosition: Arg1 Person "Choe Son-hui", Arg2 Position "Foreign Minister"
    article diary 2024-02-01
    Meeting Expected: Participant Person "Choe Son-hui", Participant Person "Sergei Lavrov"
)";

class Desk
{
public:
    explicit Desk(const char* text = oneVisit)
        : store(storeFrom(text))
    {
        publish("wire", "Harbour Wire", {}, "https://wire.example/1", "B");
        publish("courier", "The Courier", {"The Courier", "Harbour Wire"}, "doi:10.1000/1", {});
    }

    void publish(const std::string& name, const std::string& outlet,
                 const std::vector<std::string>& chain, const std::string& address,
                 const std::string& reliability)
    {
        ArticleFields fields;
        fields.outlet = outlet;
        fields.chain = chain;
        fields.address = address;
        fields.reliability = reliability;
        change(name, fields);
    }
    void change(const std::string& name, const ArticleFields& fields)
    {
        if (!store.apply(ChangeArticle{article(name).id, fields}))
            qFatal("the article was not changed");
    }
    const Article& article(const std::string& name) const
    {
        for (const ArticleId id : store.articles()) {
            if (store.article(id)->name == name)
                return *store.article(id);
        }
        qFatal("there is no such article");
    }
    void reject(const std::string& articleName)
    {
        ClaimFields rejected;
        rejected.rejected = true;
        const ClaimId id = store.records(article(articleName).id).claims.front().id;
        if (!store.apply(ChangeClaim{id, rejected}))
            qFatal("the claim was not rejected");
    }

    Citations cited() const
    {
        const KnowledgeGraph events = fold(store, testOntology());
        const Copies copies = Copies::among(store);
        const CitingBase base{store, testOntology(), events, copies};
        std::vector<Citable> things;
        for (const NodeId id : events.nodes()) {
            if (events.node(id)->kind == NodeKind::Event)
                things.push_back(citableOf(base, id));
        }
        return citationsOf(base, things);
    }
    QString endnotes() const
    {
        return QString::fromStdString(endnotesMarkdown(cited(), "Notes", {}));
    }

    Store store;
};

QJsonObject itemOf(const Citations& citations, const QString& id)
{
    const auto items = QJsonDocument::fromJson(QByteArray::fromStdString(cslJson(citations)));
    for (const auto& item : items.array()) {
        if (item.toObject().value("id") == id)
            return item.toObject();
    }
    return {};
}

QString json(const QJsonValue& value)
{
    return QString::fromUtf8(
        QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact).mid(1).chopped(1));
}

} // namespace

class CitingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneNumberAThingAndTheEarliestReportFirst()
    {
        const Citations citations = Desk().cited();
        QCOMPARE(citations.notes.size(), 2U);
        QCOMPARE(citations.notes[0].number, 1);
        QStringList sureness;
        for (const CitedClaim& claim : citations.notes[0].claims)
            sureness << QString::fromStdString(claim.sureness);
        // A month may end after all of its days.
        QCOMPARE(sureness, (QStringList{"expected", "happened, certain", "happened, certain",
                                        "did not happen, certainly not"}));
    }

    void anArticleIsListedOnceAndCopiesAreOneSource()
    {
        const Citations citations = Desk().cited();
        QCOMPARE(citations.articles.size(), 5U);
        const auto named = [&](const std::string& name) {
            return *std::ranges::find(citations.articles, name, &CitedArticle::name);
        };
        QCOMPARE(named("wire").sameAs, std::vector<int>{named("courier").number});
        QVERIFY(named("herald").sameAs.empty());
        QCOMPARE(QString::fromStdString(citations.notes[0].sources),
                 "4 articles, 3 independent sources");
        QVERIFY2(Desk().endnotes().contains("One source with S3: all come from Harbour Wire."),
                 qPrintable(Desk().endnotes()));
    }

    void endnotesGiveTheWordsAndWhoSaysSo()
    {
        const QString text = Desk().endnotes();
        QVERIFY2(text.startsWith("# Notes\n\n## Notes\n\n1. **Visit: Choe Son-hui to Russia"),
                 qPrintable(text));
        QVERIFY2(text.contains("   - “Visit” — happened, certain; 15 January 2024; the article "
                               "itself; source B, usually reliable \\[S2\\]\n"),
                 qPrintable(text));
        QVERIFY(text.contains("- **S2** “wire”, Harbour Wire, 16 January 2024, "
                              "<https://wire.example/1>. Source B, usually reliable."));
        QVERIFY(text.contains("<https://doi.org/10.1000/1>"));
    }

    void whatIsRejectedIsNeverCited()
    {
        Desk desk;
        QVERIFY(desk.endnotes().contains("did not happen"));
        desk.reject("lantern");
        QVERIFY(!desk.endnotes().contains("did not happen"));
        QVERIFY(!desk.endnotes().contains("lantern"));
        // Also where somebody asks for just that one.
        const KnowledgeGraph events = fold(desk.store, testOntology());
        const Copies copies;
        const CitingBase base{desk.store, testOntology(), events, copies};
        Citing citing(base);
        const ClaimId id = desk.store.records(desk.article("lantern").id).claims.front().id;
        QVERIFY(citing.claimsOf(std::vector{id}).empty());
    }

    void anAnalystsJudgementIsCitedAsOne()
    {
        Desk desk;
        ArticleFields own;
        own.tags = std::vector<std::string>{std::string(judgementTag)};
        desk.change("diary", own);
        const Citations citations = desk.cited();
        const CitedClaim& claim = citations.notes.at(1).claims.front();
        QCOMPARE(QString::fromStdString(claim.speaker), "an analyst's judgement");
        QCOMPARE(claim.article, 0);
        QVERIFY(claim.quote.find("Sergei Lavrov") != std::string::npos); // Its reason.
        QVERIFY(citations.notes.at(1).sources.empty());
        QCOMPARE(std::ranges::count(citations.articles, "diary", &CitedArticle::name), 0);
    }

    void cslJsonSaysOfADateOnlyWhatIsKnown_data()
    {
        QTest::addColumn<QString>("date");
        QTest::addColumn<QString>("issued");
        QTest::newRow("day") << "2024-01-16"
                             << R"({"date-parts":[[2024,1,16]]})";
        QTest::newRow("month") << "2024-01"
                               << R"({"date-parts":[[2024,1]]})";
        QTest::newRow("year") << "2024"
                              << R"({"date-parts":[[2024]]})";
        QTest::newRow("from and to") << "2024-01-15/2024-01-17"
                                     << R"({"date-parts":[[2024,1,15],[2024,1,17]]})";
        QTest::newRow("uncertain") << "2024?"
                                   << R"({"circa":true,"date-parts":[[2024]]})";
        QTest::newRow("open") << "../2024-01"
                              << R"({"literal":"until January 2024"})";
    }
    void cslJsonSaysOfADateOnlyWhatIsKnown()
    {
        QFETCH(QString, date);
        QFETCH(QString, issued);
        Desk desk;
        ArticleFields fields;
        fields.published = parseEdtf(date.toStdString());
        desk.change("wire", fields);
        QCOMPARE(json(itemOf(desk.cited(), "wire").value("issued")), issued);
    }

    void cslJsonIsWhatZoteroImports()
    {
        const QJsonObject item = itemOf(Desk().cited(), "wire");
        QCOMPARE(item.value("type").toString(), "article-newspaper");
        QCOMPARE(item.value("title").toString(), "wire");
        QCOMPARE(item.value("container-title").toString(), "Harbour Wire");
        QCOMPARE(item.value("URL").toString(), "https://wire.example/1");
        QCOMPARE(item.value("language").toString(), "en");
        QCOMPARE(item.value("note").toString(), "Source graded B, usually reliable");
        QVERIFY(!item.contains("accessed"));
        // What nobody knows is not there, rather than empty.
        QVERIFY(!itemOf(Desk().cited(), "herald").contains("container-title"));
    }

    void onlyTheWebIsLinked_data()
    {
        QTest::addColumn<QString>("linked");
        QTest::newRow("https://a.example/b?c=d") << "https://a.example/b?c=d";
        QTest::newRow("HTTP://a.example") << "HTTP://a.example";
        QTest::newRow("doi:10.1000/x") << "https://doi.org/10.1000/x";
        QTest::newRow("10.1000/x") << "https://doi.org/10.1000/x";
        QTest::newRow("https://a.example/\u202eж") << "https://a.example/%E2%80%AE%D0%B6";
        QTest::newRow("javascript:alert(1)") << "";
        QTest::newRow("file:///etc/passwd") << "";
        QTest::newRow("https://a.example/\"onclick=") << "";
        QTest::newRow("https://a.example/ b") << "";
        QTest::newRow("page 4") << "";
    }
    void onlyTheWebIsLinked()
    {
        QFETCH(QString, linked);
        QCOMPARE(QString::fromStdString(webAddress(QTest::currentDataTag())), linked);
    }

    void markdownShowsWordsAndNoMarkup()
    {
        const auto shown = [](const char* words) {
            return QString::fromStdString(markdownText(words));
        };
        QCOMPARE(shown("<b>*a*_b_[c](d)"), "\\<b\\>\\*a\\*\\_b\\_\\[c\\](d)");
        QCOMPARE(shown("a\n# b\u202e"), "a \\# b\\[U+202E\\]");
        QCOMPARE(shown("\u200fשלום"), "\u200fשלום");
    }

    void theSameGraphGivesTheSameBytes()
    {
        QCOMPARE(Desk().endnotes(), Desk().endnotes());
        QCOMPARE(cslJson(Desk().cited()), cslJson(Desk().cited()));
    }
};

QTEST_APPLESS_MAIN(CitingTest)
#include "citingtest.moc"
