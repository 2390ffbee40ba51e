// SPDX-License-Identifier: Apache-2.0
#include "graph/model/attribution.h"
#include "graph/model/graph.h"
#include "graph/ontology/ontology.h"
#include "tests/support/storetext.h"

#include <QTest>

using namespace entente;

namespace
{

struct Said
{
    Attribution attribution;
    std::string kind;
    std::string words;
};

/// Of the last claim of the last article.
Said saidOf(const Store& store)
{
    const KnowledgeGraph graph = fold(store, testOntology());
    const Claim& claim = store.records(store.articles().back()).claims.back();
    const Attribution attribution = attributionOf(store, graph, claim);
    return {attribution, std::string(nameOf(attribution.kind)), wordsOf(attribution)};
}

Said saidIn(const std::string& claims) { return saidOf(storeFrom("article a\n" + claims)); }

} // namespace

class AttributionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aClaimWithoutSourceIsTheArticlesOwn()
    {
        const Said said = saidIn(R"(Visit Happened CT+: Visitor Person "Choe Son-hui")");
        QCOMPARE(said.kind, "author");
        QCOMPARE(said.words, "the article itself");
        QVERIFY(said.attribution.sources.empty());
    }

    void namedSourcesAreListedInOrder()
    {
        const Said said = saidIn(R"(Visit: Visitor Person "Choe", )"
                                 R"(Source Organization "North Korean media", )"
                                 R"(Source Organization "Rodong Sinmun")");
        QCOMPARE(said.kind, "named");
        QCOMPARE(said.words, "according to North Korean media and Rodong Sinmun");
        QVERIFY(!said.attribution.sources.at(0).node.isNil());
    }

    void aSourceGoesByItsNameInTheGraph()
    {
        const Said said = saidIn(R"(Statement: Speaker Organization "Rodong Sinmun"
            Visit: Visitor Person "Choe", Source Organization "the newspaper"
            same "Rodong Sinmun" "the newspaper")");
        QCOMPARE(said.kind, "named");
        QCOMPARE(said.words, "according to Rodong Sinmun");
        QCOMPARE(said.attribution.sources.at(0).text, "the newspaper");
    }

    void aSourceIsListedOnce()
    {
        const Said said =
            saidIn(R"(Visit: Source Organization "KCNA", Source Organization "KCNA")");
        QCOMPARE(said.words, "according to KCNA");
    }

    void whoHasNoNameIsQuoted()
    {
        const Said said = saidIn(R"(Visit: Source Group "two officials")");
        QCOMPARE(said.kind, "anonymous");
        QCOMPARE(said.words, "according to “two officials”, unnamed");
    }

    void oneNameMakesItNamed()
    {
        const Said said =
            saidIn(R"(Visit: Source Group "officials", Source Organization "Yonhap")");
        QCOMPARE(said.kind, "named");
        QCOMPARE(said.words, "according to “officials” and Yonhap");
    }

    void scriptsWithoutCaseAreNames()
    {
        QCOMPARE(saidIn(R"(Visit: Source Organization "로동신문")").kind, "named");
    }

    void anOutsideIdNamesWhoeverItIs()
    {
        QCOMPARE(saidIn(R"(Visit: Source Organization "al-Quds" Wikidata:Q1)").kind, "named");
    }

    void aHedgeWithoutHolderIsUnattributed_data()
    {
        QTest::addColumn<QString>("head");
        QTest::addColumn<QString>("kind");
        QTest::newRow("probable") << "Visit Expected PR+"
                                  << "unattributed";
        QTest::newRow("unknown") << "Visit Proposed Uu"
                                 << "unattributed";
        QTest::newRow("certainly not") << "Visit DidNotHappen CT-"
                                       << "author";
        QTest::newRow("certain") << "Visit Happened CT+"
                                 << "author";
        QTest::newRow("not said") << "Visit"
                                  << "author";
    }
    void aHedgeWithoutHolderIsUnattributed()
    {
        QFETCH(QString, head);
        const Said said = saidIn(head.toStdString() + R"(: Cue Cue "it is expected that")");
        QTEST(QString::fromStdString(said.kind), "kind");
        QCOMPARE(said.attribution.cues.empty(), said.kind != "unattributed");
    }

    void aHedgeIsQuoted()
    {
        QCOMPARE(saidIn(R"(Visit Expected PR+: Cue Cue "it is expected that")").words,
                 "nobody named: “it is expected that”");
    }

    void aSourceHoldsItsHedges()
    {
        QCOMPARE(
            saidIn(R"(Visit Planned PR+: Cue Cue "plans to", Source Organization "TASS")").words,
            "according to TASS");
    }

    void theChainHoldsTheOutletOnce()
    {
        Article article;
        QCOMPARE(chainWords(chainOf(article)), "");
        article.outlet = "News Rebeat";
        QCOMPARE(chainWords(chainOf(article)), "News Rebeat");
        article.chain = {"News Rebeat", "The Dong-A Ilbo"};
        QCOMPARE(chainWords(chainOf(article)), "News Rebeat, after The Dong-A Ilbo");
        article.outlet = "Elsewhere";
        QCOMPARE(chainWords(chainOf(article)),
                 "Elsewhere, after News Rebeat, after The Dong-A Ilbo");
    }

    void aSourceThatIsAnEventGoesByItsWords()
    {
        const Said said = saidIn(R"(Statement: Speaker State "North Korea"
            Visit: Source #1)");
        QCOMPARE(said.kind, "named");
        QVERIFY(said.words.starts_with("according to Statement"));
        QCOMPARE(said.attribution.sources.at(0).text, "Statement");
    }
};

QTEST_APPLESS_MAIN(AttributionTest)
#include "attributiontest.moc"
