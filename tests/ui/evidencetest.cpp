// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/evidence.h"

#include "graph/model/graph.h"
#include "graph/query/copies.h"
#include "graph/text/sourcetext.h"
#include "tests/support/markedcorpus.h"
#include "ui/panels/articlemarks.h"
#include "ui/panels/evidenceheading.h"
#include "ui/panels/evidencewords.h"

#include <QTest>

#include <optional>
#include <ranges>
#include <stdexcept>

using namespace entente;

namespace
{

constexpr auto postMetadata = R"({"title": "Choe in Moscow", "outlet": "News Rebeat",
    "chain": ["News Rebeat", "The Dong-A Ilbo"], "published": "2024-01-15", "language": "en",
    "address": "https://news.example/choe"})";
constexpr auto copyMetadata = R"({"title": "The same elsewhere", "outlet": "The Copyist",
    "chain": ["The Copyist", "The Dong-A Ilbo"], "published": "2024-01-16", "language": "en"})";

const std::string visitText =
    "It rained. {T1 Quote|{T2 Person|Choe Son-hui} {T3 Visit|visits} {T4 State|Russia}} today. "
    "According to {T5 Organization|Rodong Sinmun}, {T6 Quote|{T7 Person|Choe} will {T8 "
    "Visit|visit} "
    "{T9 State|Russia} {T10 Date|on the 15th}}.";
const std::string visitLines =
    "E1\tVisit:T3 Visitor:T2 Destination:T4 Evidence:T1\n"
    "E2\tVisit:T8 Visitor:T7 Destination:T9 Source:T5 Time:T10 Evidence:T6\n"
    "*\tSameEvent E1 E2\n"
    "*\tSameAs T2 T7\n"
    "*\tSameAs T4 T9\n"
    "A1\tModality E1 Happened\n"
    "A2\tFactuality E1 CT+\n"
    "A3\tModality E2 Planned\n"
    "A4\tFactuality E2 PR+\n"
    "A5\tInfoCredibility E2 3\n"
    "N1\tReference T10 EDTF:2024-01-15\t2024-01-15\n"
    "N2\tReference T4 Wikidata:Q159\tRussia\n"
    "N3\tReference T2 Wikidata:Q1\tChoe Son-hui\n"
    "N4\tReference E1 Event:2024-01-15-moscow\tvisit\n"
    "#1\tAnnotatorNotes E2\tannounced only\n";

/// A corpus with its graphs, and how to ask for what is in them by name.
struct World
{
    explicit World(const MarkedCorpus& files)
        : corpus(files.open())
        , events(fold(corpus.store, corpus.ontology))
        , actors(actorsProjection(events, corpus.ontology))
    {
    }

    Copies none;
    EvidenceBase base() const { return {corpus.store, corpus.ontology, events, actors, &none}; }

    const Node& node(const std::string& name) const
    {
        for (const NodeId id : events.nodes()) {
            if (events.node(id)->name == name || events.node(id)->type == name)
                return *events.node(id);
        }
        throw std::invalid_argument("no node " + name);
    }

    const Edge& edge(const KnowledgeGraph& graph, const std::string& type) const
    {
        for (const EdgeId id : graph.edges()) {
            if (graph.edge(id)->type == type || graph.edge(id)->label == type)
                return *graph.edge(id);
        }
        throw std::invalid_argument("no edge " + type);
    }

    /// The cards of a subject in their order.
    std::vector<EvidenceCard> cards(const Subject& subject) const
    {
        std::vector<EvidenceCard> all;
        const Evidence evidence = evidenceOf(base(), {subject});
        for (const EvidenceRow& row : evidence.rows) {
            if (const Claim* claim = corpus.store.claim(row.claim))
                all.push_back(cardOf(base(), *claim, evidence.interest));
        }
        return all;
    }

    Heading heading(const Subject& subject) const
    {
        return headingOf(base(), {subject}, evidenceOf(base(), {subject}));
    }

    Corpus corpus;
    KnowledgeGraph events;
    KnowledgeGraph actors;
};

World oneArticle()
{
    MarkedCorpus files;
    files.add("post", visitText, visitLines, postMetadata);
    return World(files);
}

QString fact(const Heading& heading, const QString& label)
{
    for (const Fact& known : heading.facts) {
        if (known.label == label)
            return known.words;
    }
    return QStringLiteral("(no %1)").arg(label);
}

std::string marked(const EvidenceCard& card)
{
    const Excerpt& excerpt = card.excerpt;
    std::string result = excerpt.text;
    for (const auto& mark : excerpt.marks | std::views::reverse) {
        result.insert(static_cast<std::size_t>(mark.end), "]");
        result.insert(static_cast<std::size_t>(mark.begin), "[");
    }
    return result;
}

} // namespace

class EvidenceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEventRestsOnItsClaimsAsTheyStandInTheText()
    {
        const World world = oneArticle();
        const auto cards = world.cards(world.node("Visit").id);
        QCOMPARE(cards.size(), std::size_t{2});
        QCOMPARE(marked(cards[0]), "[Choe Son-hui visits Russia] today.");
        QCOMPARE(marked(cards[1]),
                 "According to Rodong Sinmun, [Choe will visit Russia on the 15th].");
        QVERIFY(cards[0].about.empty()); // It stands above the cards.
        QVERIFY(cards[0].roles.empty());
    }

    void aCardSaysWhoSaysSoHowSureAndWhen()
    {
        const World world = oneArticle();
        const auto cards = world.cards(world.node("Visit").id);
        const CardWords author = wordsOf(world.base(), cards[0]);
        QCOMPARE(author.speaker, QStringLiteral("the article itself"));
        QCOMPARE(author.sureness, QStringLiteral("happened, certain"));
        QVERIFY(author.status.isEmpty());
        const CardWords source = wordsOf(world.base(), cards[1]);
        QCOMPARE(source.speaker, QStringLiteral("according to Rodong Sinmun"));
        QCOMPARE(source.sureness, QStringLiteral("planned, probable · 15 January 2024"));
        QCOMPARE(source.notes, QStringList{QStringLiteral("announced only")});
        QCOMPARE(source.grade, QStringLiteral("3"));
    }

    void anActorsCardSaysWhatTheActorDoesInWhat()
    {
        const World world = oneArticle();
        const auto cards = world.cards(world.node("Choe Son-hui").id);
        QCOMPARE(cards.size(), std::size_t{2});
        QCOMPARE(wordsOf(world.base(), cards[0]).about,
                 QString(visitName(world) + QStringLiteral(" · as Visitor")));
    }

    void anEdgeRestsOnItsOwnClaims()
    {
        const World world = oneArticle();
        QCOMPARE(world.cards(world.edge(world.events, "Visitor").id).size(), std::size_t{2});
        const Heading heading = world.heading(world.edge(world.events, "Visitor").id);
        QCOMPARE(heading.kind, QStringLiteral("Visitor"));
        QVERIFY2(heading.title.startsWith(QStringLiteral("Choe Son-hui — ")),
                 qPrintable(heading.title));
        QVERIFY(heading.summary.endsWith(QStringLiteral("2 claims in 1 article")));
    }

    void theHeadingOfAnEventGivesDateModalityAndReason()
    {
        const World world = oneArticle();
        const Heading heading = world.heading(world.node("Visit").id);
        QCOMPARE(heading.kind, QStringLiteral("Visit"));
        QCOMPARE(heading.summary,
                 QStringLiteral("15 January 2024 · happened · 2 claims in 1 article"));
        QVERIFY(fact(heading, QStringLiteral("How sure")).startsWith(QStringLiteral("happened: ")));
        QCOMPARE(fact(heading, QStringLiteral("Visitor")), QStringLiteral("Choe Son-hui"));
    }

    void theHeadingOfAnActorGivesNamesAndOutsideIds()
    {
        const World world = oneArticle();
        const Heading choe = world.heading(world.node("Choe Son-hui").id);
        QCOMPARE(choe.kind, QStringLiteral("Person"));
        QCOMPARE(fact(choe, QStringLiteral("Called")),
                 QStringLiteral("Choe Son-hui (1), Choe (1)"));
        const Heading russia = world.heading(world.node("Russia").id);
        QVERIFY2(fact(russia, QStringLiteral("Wikidata")).startsWith(QStringLiteral("Q159")),
                 qPrintable(fact(russia, QStringLiteral("Wikidata"))));
    }

    void articlesComeLatestFirstAndCopiesCountOnce()
    {
        MarkedCorpus files;
        files.add("a", visitText, visitLines, postMetadata);
        files.add("b", visitText, visitLines, copyMetadata);
        files.add("c", visitText, visitLines, "{}");
        const World world(files);
        const Evidence evidence = evidenceOf(world.base(), {world.node("Visit").id});
        QCOMPARE(evidence.claims, 6);
        QCOMPARE(evidence.articles, 3);
        QCOMPARE(evidence.sources.size(), 2U); // The Dong-A Ilbo, and one that nobody knows.
        QCOMPARE(evidence.rows.size(), std::size_t{9});
        const auto name = [&](std::size_t row) {
            return world.corpus.store.article(evidence.rows[row].article)->name;
        };
        QVERIFY(evidence.rows[0].claim.isNil());
        QCOMPARE(name(0), "b");
        QCOMPARE(name(3), "a");
        QCOMPARE(name(6), "c");
    }

    void aTieRestsOnTheEventsOfBoth()
    {
        MarkedCorpus files;
        files.add("a",
                  "{T1 Person|Lavrov} {T2 Meeting|met} {T3 Person|Choe}. "
                  "{T4 Person|Lavrov} may {T5 Meeting|meet} {T6 Person|Choe}.",
                  "E1\tMeeting:T2 Participant:T1 Participant2:T3\n"
                  "E2\tMeeting:T5 Participant:T4 Participant2:T6\n"
                  "*\tSameAs T1 T4\n*\tSameAs T3 T6\n"
                  "A1\tModality E1 Happened\nA2\tModality E2 Speculated\n");
        const World world(files);
        const Edge& tie = world.edge(world.actors, "Tie");
        const Heading heading = world.heading(tie.id);
        QVERIFY(heading.title.contains(QStringLiteral(" — ")));
        QVERIFY2(heading.summary.startsWith(QStringLiteral("happened 1, speculated 1")),
                 qPrintable(heading.summary));
        QCOMPARE(heading.facts.size(), 1);
        QCOMPARE(heading.facts.constFirst().words, QStringLiteral("2 Meetings"));
        const auto cards = world.cards(tie.id);
        QCOMPARE(cards.size(), std::size_t{2});
        QVERIFY(!cards[0].about.empty());
        QCOMPARE(cards[0].roles.size(), std::size_t{2});
    }

    void withoutEvidenceTheSentenceStandsAndSaysSo()
    {
        MarkedCorpus files;
        files.add("a", "It rained. Then {T1 Person|Choe} {T2 Visit|visited} {T3 State|Russia}.",
                  "E1\tVisit:T2 Visitor:T1 Destination:T3\n");
        const World world(files);
        const auto cards = world.cards(world.node("Visit").id);
        QCOMPARE(marked(cards.at(0)), "Then [Choe] [visited] [Russia].");
        const CardWords words = wordsOf(world.base(), cards.at(0));
        QCOMPARE(words.status, QStringLiteral("sentence: no evidence was marked"));
        QVERIFY(!words.warns);
        QCOMPARE(words.sureness, QStringLiteral("unstated"));
    }

    void movedAndMissingQuotesSaySo()
    {
        MarkedCorpus files;
        files.write("a.txt", "It rained. Choe visits Russia today.");
        files.write("a.ann", "T1\tPerson 11 15\tChoe\nT2\tVisit 16 22\tvisits\n"
                             "T3\tQuote 0 12\tvisits Russia\n"
                             "T4\tQuote 0 9\tno such words\n"
                             "E1\tVisit:T2 Visitor:T1 Evidence:T3\n"
                             "E2\tVisit:T2 Visitor:T1 Evidence:T4\n");
        const World world(files);
        const auto words = [&](const char* id) {
            for (const EvidenceCard& card : world.cards(world.node("Choe").id)) {
                if (world.corpus.store.claim(card.claim)->sourceId == id)
                    return std::pair(card, wordsOf(world.base(), card));
            }
            throw std::invalid_argument(id);
        };
        QVERIFY(words("E1").second.status.startsWith(QStringLiteral("moved: ")));
        QVERIFY(!words("E1").second.warns);
        QCOMPARE(marked(words("E1").first), "Choe [visits Russia] today.");
        QVERIFY(words("E2").second.status.startsWith(
            QStringLiteral("missing: its words are nowhere in the text")));
        QVERIFY(words("E2").second.warns);
        QCOMPARE(marked(words("E2").first), "no such words");
        QVERIFY(words("E2").first.spans.empty());
    }

    void whatIsToldFromAStatementSaysWhose()
    {
        MarkedCorpus files;
        files.add("a",
                  "{T1 Statement|According to} {T2 Organization|Rodong Sinmun}, {T3 Person|Choe} "
                  "{T4 Movement|departed}.",
                  "E1\tMovement:T4 Traveller:T3\n"
                  "E2\tStatement:T1 Speaker:T2 Content:E1\n");
        const World world(files);
        const auto cards = world.cards(world.node("Choe").id);
        QCOMPARE(wordsOf(world.base(), cards.at(0)).speaker,
                 QStringLiteral("the article itself, telling what Rodong Sinmun said"));
    }

    void aRelationRestsOnItsSentence()
    {
        MarkedCorpus files;
        files.add("a",
                  "{T1 Organization|Rodong Sinmun}, of the {T2 Organization|Labor Party}, wrote.",
                  "R1\tOrganOf Arg1:T1 Arg2:T2\n");
        const World world(files);
        const auto cards = world.cards(world.edge(world.events, "OrganOf").id);
        QCOMPARE(cards.size(), std::size_t{1});
        QCOMPARE(marked(cards[0]), "[Rodong Sinmun], of the [Labor Party], wrote.");
        const Heading heading = world.heading(world.edge(world.events, "OrganOf").id);
        QCOMPARE(heading.title, QStringLiteral("Rodong Sinmun → Labor Party"));
    }

    void aCitationIsPlainTextWithItsReference()
    {
        const World world = oneArticle();
        const auto cards = world.cards(world.node("Visit").id);
        QCOMPARE(citationOf(*world.corpus.store.article(cards[0].article), cards[0]),
                 QStringLiteral("“Choe Son-hui visits Russia” — Choe in Moscow, News Rebeat, after "
                                "The Dong-A Ilbo, 15 January 2024, https://news.example/choe"));
    }

    void marksLeadToWhatTheyStandFor()
    {
        const World world = oneArticle();
        const ArticleId article = world.corpus.store.articles().front();
        const std::vector<ArticleMark> marks = marksOf(world.base(), article);
        const SourceText& text = *world.corpus.store.article(article)->text;
        const auto at = [&](const std::string& words) {
            return markAt(marks, text.find(words, 1).front().begin);
        };
        QVERIFY(at("Choe Son-hui"));
        QCOMPARE(at("Choe Son-hui")->target, Subject(world.node("Choe Son-hui").id));
        QCOMPARE(at("visits")->target, Subject(world.node("Visit").id));
        QCOMPARE(at("visits")->use, MarkUse::Trigger);
        QCOMPARE(at("will")->target, Subject(world.node("Visit").id));
        QCOMPARE(at("will")->use, MarkUse::Quote);
        QCOMPARE(at("on the 15th")->use, MarkUse::Detail);
        QCOMPARE(at("on the 15th")->target, Subject(world.node("Visit").id));
        QVERIFY(!at("rained"));
    }

    void aPositionLeadsToTheEdgeItFoldedInto()
    {
        MarkedCorpus files;
        files.add("a",
                  "{T1 State|Russian} {T2 Position|Foreign Minister} {T3 Person|Lavrov} spoke.",
                  "R1\tHoldsPosition Arg1:T3 Arg2:T2\nR2\tRepresents Arg1:T2 Arg2:T1\n");
        const World world(files);
        const std::vector<ArticleMark> marks =
            marksOf(world.base(), world.corpus.store.articles().front());
        const ArticleMark* position = markAt(marks, 10);
        if (position == nullptr || !position->target)
            QFAIL("There is no mark on the position.");
        QVERIFY(std::holds_alternative<EdgeId>(*position->target));
        const Heading person = world.heading(world.node("Lavrov").id);
        QVERIFY2(
            fact(person, QStringLiteral("Position")).startsWith(QStringLiteral("Foreign Minister")),
            qPrintable(fact(person, QStringLiteral("Position"))));
    }

    void theWordsOfASubjectAreFoundInAnArticle()
    {
        const World world = oneArticle();
        const ArticleId article = world.corpus.store.articles().front();
        QCOMPARE(spansOf(world.base(), world.node("Russia").id, article).size(), std::size_t{2});
        QCOMPARE(articlesOf(world.base(), world.node("Russia").id), std::vector{article});
    }

    void namesFromOutsideCannotSteerTheLine()
    {
        MarkedCorpus files;
        files.add("a", "{T1 Person|Cho\u202ee} {T2 Visit|visits}.", "E1\tVisit:T2 Visitor:T1\n");
        const World world(files);
        const Heading heading = world.heading(world.edge(world.events, "Visitor").id);
        QVERIFY(!heading.title.contains(QChar(0x202e)));
        QVERIFY(heading.title.contains(QStringLiteral("U+202E")));
    }

private:
    static QString visitName(const World& world)
    {
        return QString::fromStdString(world.node("Visit").name);
    }
};

QTEST_MAIN(EvidenceTest)
#include "evidencetest.moc"
