// SPDX-License-Identifier: Apache-2.0
#include "graph/annotation/import.h"
#include "graph/ontology/ontology.h"
#include "graph/text/sourcetext.h"
#include "tests/support/brat.h"
#include "tests/support/storetext.h"

#include <QTest>

using namespace entente;

namespace
{

/// What the import makes of an annotated text.
Imported imported(const std::string& text, const std::string& ann,
                  const Ontology& ontology = testOntology())
{
    Article article;
    article.id = articleIdFor("a");
    article.name = "a";
    article.text = std::make_shared<const SourceText>(text);
    const ReadAnnotations read = readAnn(ann, *article.text, "a.ann");
    return importArticle(article, read.annotations, ontology, "a.ann");
}

QString graphOf(const Imported& imported)
{
    Store store;
    const auto applied = store.apply(AddArticle{.records = imported.records});
    return QString::fromStdString(applied ? textOf(fold(store, testOntology())) : applied.error());
}

} // namespace

class ImportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// brat keeps the ends of a relation by name: their order on the line means nothing.
    void relationsGoByTheNamesOfTheirEnds()
    {
        const std::string text = "Foreign Minister Choe of North Korea met Lavrov.\n";
        const std::string words = "T1\tPosition 0 16\tForeign Minister\nT2\tPerson 17 21\tChoe\n"
                                  "T3\tState 25 36\tNorth Korea\n";
        const QString inOrder =
            graphOf(imported(text, words + "R1\tHoldsPosition Arg1:T2 Arg2:T1\t\n"
                                           "R2\tRepresents Arg1:T1 Arg2:T3\t\n"));
        const Imported reversed = imported(text, words + "R1\tHoldsPosition Arg2:T1 Arg1:T2\t\n"
                                                         "R2\tRepresents Arg2:T3 Arg1:T1\t\n");
        QVERIFY2(inOrder.contains(QStringLiteral("Choe --Foreign Minister--> North Korea")),
                 qPrintable(inOrder));
        QCOMPARE(graphOf(reversed), inOrder);
        QCOMPARE(messagesOf(reversed.unfit), QStringList());
    }

    /// T9 is nowhere, and T1 is a position; the others are still one.
    void aMemberThatTakesNoPartKeepsNobodyApart()
    {
        const Imported result = imported("the Minister Choe, Choe Son-hui\n",
                                         "T1\tPosition 4 12\tMinister\nT2\tPerson 13 17\tChoe\n"
                                         "T3\tPerson 19 31\tChoe Son-hui\n*\tSameAs T9 T1 T2 T3\n");
        QCOMPARE(result.records.entities.size(), std::size_t{1});
    }

    void whatIsSaidTwiceIsReportedAndTheFirstCounts()
    {
        const Imported result =
            imported("Choe visits Russia\n", "T1\tPerson 0 4\tChoe\nT2\tVisit 5 11\tvisits\n"
                                             "E1\tVisit:T2 Visitor:T1\nA1\tModality E1 Planned\n"
                                             "A2\tModality E1 Happened\n");
        QCOMPARE(result.records.claims.front().modality, std::optional(Modality::Planned));
        QCOMPARE(
            messagesOf(result.unread),
            QStringList{QStringLiteral("a.ann:5: warning: E1 has a Modality already; the first "
                                       "one counts, and “Happened” does not")});
    }

    void anAuthorityIsOneInAnyCase()
    {
        const Imported result =
            imported("Choe and Choe Son-hui\n",
                     "T1\tPerson 0 4\tChoe\nT2\tPerson 9 21\tChoe Son-hui\n"
                     "N1\tReference T1 wikidata:Q1\tx\nN2\tReference T2 Wikidata:Q1\tx\n");
        QCOMPARE(result.records.entities.size(), std::size_t{1});
        QCOMPARE(result.records.entities.front().ids.size(), std::size_t{1});
    }

    void aRoleMayHaveANumberInItsName()
    {
        Ontology ontology = testOntology();
        EventType& type = ontology.events["Contact"];
        type.name = "Contact";
        type.roles = {{"Side1", 1, 1, {"Person"}}, {"Side2", 1, 1, {"Person"}}};
        const Imported result =
            imported("Choe met Lavrov\n",
                     "T1\tPerson 0 4\tChoe\nT2\tContact 5 8\tmet\nT3\tPerson 9 15\tLavrov\n"
                     "E1\tContact:T2 Side1:T1 Side2:T3\n",
                     ontology);
        const std::vector<RoleFiller>& roles = result.records.claims.front().roles;
        QCOMPARE(roles.size(), std::size_t{2});
        QCOMPARE(roles[0].role, std::string("Side1"));
        QCOMPARE(roles[1].role, std::string("Side2"));
    }

    /// Without Evidence a claim rests on its sentence, and says so.
    void aClaimWithoutEvidenceRestsOnItsSentence()
    {
        const Imported result =
            imported("It rained. Choe visited Russia. Nobody came.\n",
                     "T1\tPerson 11 15\tChoe\nT2\tVisit 16 23\tvisited\nE1\tVisit:T2 Visitor:T1\n");
        const Quote& quote = result.records.claims.front().quotes.front();
        QCOMPARE(quote.text, std::string("Choe visited Russia."));
        QCOMPARE(quote.source, QuoteSource::Sentence);
    }
};

QTEST_GUILESS_MAIN(ImportTest)
#include "importtest.moc"
