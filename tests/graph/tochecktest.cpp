// SPDX-License-Identifier: Apache-2.0
// What an analyst should look at: each kind, and beside it what must not be listed.
#include "graph/query/tocheck.h"

#include "graph/annotation/import.h"
#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "graph/query/copies.h"
#include "graph/text/sourcetext.h"
#include "tests/support/exported.h"
#include "tests/support/markedcorpus.h"
#include "tests/support/storetext.h"

#include <QStringList>
#include <QTest>

#include <algorithm>
#include <memory>
#include <set>
#include <type_traits>

using namespace entente;

class ToCheckTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_store = {}; }

    void anEdgeForWhichNothingIsQuotedIsListed()
    {
        m_store = storeFrom(R"(
            article a 2024-01-15
            Talks Happened on 2024-01-14: Participant Person "Choe Son-hui", Participant State "Russia"
            Talks Happened on 2024-01-13: Participant Person "Choe Son-hui", Participant State "China"
        )");
        QCOMPARE(listed(CheckKind::NoQuote), QStringList());
        change(claim(0), &ClaimFields::quotes, {});
        // Both edges rest on one claim: to mark its words once is all there is to do.
        QCOMPARE(listed(CheckKind::NoQuote),
                 (QStringList{"Talks: Choe Son-hui and Russia, 14 January 2024 — Participant — "
                              "Choe Son-hui: No words of a "
                              "text are quoted for it."}));
        const ToCheck item = items(CheckKind::NoQuote).front();
        QCOMPARE(item.edges.size(), 2U);
        QCOMPARE(item.claims, std::vector<ClaimId>{claim(0).id});
        QVERIFY(item.article == m_store.articles().front());
        QVERIFY(!item.spans.empty()); // Where it happens, failing words that say so.
        QVERIFY(item.fix.find("judgement") != std::string::npos);
    }

    void oneClaimWithWordsIsEnoughForAnEdge()
    {
        m_store = storeFrom(R"(
            article a 2024-01-15
            Talks Happened id t: Participant Person "Choe Son-hui", Participant State "Russia"
            article b 2024-01-16
            Talks Happened id t: Participant Person "Choe Son-hui", Participant State "Russia"
        )");
        change(claim(0), &ClaimFields::quotes, {});
        QCOMPARE(listed(CheckKind::NoQuote), QStringList());
        change(claim(0, 1), &ClaimFields::rejected, true); // Its words count no more.
        QCOMPARE(items(CheckKind::NoQuote).size(), 1U);
        change(claim(0), &ClaimFields::rejected, true);
        QCOMPARE(listed(CheckKind::NoQuote), QStringList());
    }

    void wordsThatMovedOrAreGoneAreListedWhereTheyWere()
    {
        MarkedCorpus corpus;
        corpus.add("a",
                   "{T1 Person|Choe Son-hui} {T2 Talks|talked} with {T3 State|Russia}. They spoke "
                   "on {T4 Date|14 January}.",
                   "E1\tTalks:T2 Participant:T1 Participant2:T3 Evidence:T9 Time:T4\n"
                   "A1\tModality E1 Happened\n"
                   "T9\tQuote 0 36\tshe talked with the Russians, we hear\n"
                   "T10\tPerson 2 10\tVladimir\n"); // Nothing rests on it.
        m_store = corpus.open().store;
        QCOMPARE(
            listed(CheckKind::QuoteMissing),
            QStringList{"Talks: Choe Son-hui and Russia: “she talked with the Russians, we hear” "
                        "does not stand in the article."});
        QCOMPARE(listed(CheckKind::QuoteMoved), QStringList());
        QCOMPARE(listed(CheckKind::NoQuote), QStringList()); // It is said once.
        // The key is made of the words, and goes with the article that had them.
        QVERIFY(concerns(items(CheckKind::QuoteMissing).front().matter, claim(0).article));
        change(claim(0), &ClaimFields::rejected, true);
        QCOMPARE(listed(CheckKind::QuoteMissing), QStringList());
    }

    void aNameThatMovedIsOneMatterForAllThatRestsOnIt()
    {
        m_store = storeFrom(R"(
            article a 2024-01-15
            Talks Happened: Participant Person "Choe Son-hui", Participant State "Russia"
            Visit Happened: Visitor = "Choe Son-hui", Destination State "China"
        )");
        QCOMPARE(listed(CheckKind::QuoteMoved), QStringList());
        const ArticleRecords& records = m_store.records(m_store.articles().front());
        const auto choe = std::ranges::find(records.mentions, "Choe Son-hui", &Mention::text);
        ChangeMention moved{choe->id, {}};
        moved.fields.status = QuoteStatus::Moved;
        moved.fields.anchoredBy = "folded";
        mustApply(m_store, moved);
        const std::vector<ToCheck> found = items(CheckKind::QuoteMoved);
        QCOMPARE(found.size(), 1U);
        QCOMPARE(found.front().claims.size(), 2U);
        QCOMPARE(m_store.article(found.front().article)->text->slice(found.front().spans),
                 std::string("Choe Son-hui"));
    }

    void aVisitorWhoIsAPlaceIsListed()
    {
        m_store = storeFrom(R"(
            article a 2024-01-15
            Visit Happened on 2024-01-14: Visitor Place "Geneva", Destination State "Russia"
            Visit Happened on 2024-01-14: Visitor Person "Choe Son-hui", Destination Place "Moscow"
        )");
        QCOMPARE(
            listed(CheckKind::Misfit),
            QStringList{
                "Visit: Geneva to Russia, 14 January 2024 — Visitor: “Geneva” is of type Place, "
                "which Visitor does not take."});
        const ToCheck item = items(CheckKind::Misfit).front();
        QCOMPARE(m_store.article(item.article)->text->slice(item.spans), std::string("Geneva"));
        // An analyst knows it better, of the entity.
        ChangeEntity state{m_store.mention(mentionNamed("Geneva"))->entity, {}};
        state.fields.type = "State";
        mustApply(m_store, state);
        QCOMPARE(listed(CheckKind::Misfit), QStringList());
    }

    void tooFewAndTooManyInARoleAreListed()
    {
        m_store = storeFrom(R"(
            article a 2024-01-15
            Visit Happened: Destination State "Russia"
            Movement Happened: Traveller Person "Choe Son-hui", Origin Place "Moscow", Origin Place "Pyongyang"
            Movement Happened: Traveller Person "Kim Jong-un", Origin Place "Moscow"
            Hike Happened: Walker Person "Kim Yo-jong"
        )");
        QCOMPARE(words(CheckKind::Misfit),
                 (QStringList{"Visit needs the role Visitor, and nobody and nothing has it.",
                              "Movement takes Origin once, and has it 2 times."}));
    }

    /// Nobody is missing from a meeting of which another passage says who was there.
    void whatOnePassageLeavesOutAnotherMaySay()
    {
        m_store = storeFrom(R"(
            article a 2024-01-15
            Visit Happened: Visitor Person "Choe Son-hui", Destination State "Russia"
            Visit Happened: Destination State "Russia"
            Visit Happened: Destination State "China"
            same event 1 2
        )");
        QCOMPARE(words(CheckKind::Misfit),
                 QStringList{"Visit needs the role Visitor, and nobody and nothing has it."});
    }

    void aRelationWhoseEndsDoNotFitIsListed()
    {
        m_store = storeFrom(R"(
            article a 2024-01-15
            Represents: Arg1 Place "Moscow", Arg2 State "Russia"
            Represents: Arg1 Organization "Kremlin", Arg2 State "Russia"
        )");
        QCOMPARE(words(CheckKind::Misfit),
                 QStringList{"“Moscow” is of type Place, which “represents” does not take."});
        QCOMPARE(QString::fromStdString(items(CheckKind::Misfit).front().about),
                 QString("“Moscow” represents “Russia”"));
    }

    void whatIsContestedIsListedWithItsSides()
    {
        m_store = storeFrom(R"(
            article a 2024-01-15
            Talks Happened id t on 2024-01-14: Participant Person "Choe Son-hui"
            article b 2024-01-16
            Talks Happened id t on 2024-01-13: Participant Person "Choe Son-hui"
            Talks Happened on 2024-01-13: Participant = "Choe Son-hui"
        )");
        QCOMPARE(words(CheckKind::Contested),
                 QStringList{"Sources contradict each other on when it was: “14 January 2024” and "
                             "“13 January 2024”."});
        QCOMPARE(items(CheckKind::Contested).front().claims.size(), 2U);
        change(claim(0), &ClaimFields::rejected, true);
        QCOMPARE(listed(CheckKind::Contested), QStringList());
    }

    /// Two sides were looked at; the third is news.
    void aThirdSideIsAnotherMatter()
    {
        m_store = storeFrom(R"(
            article a 2024-01-15
            Talks Happened id t on 2024-01-14: Participant Person "Choe Son-hui", Place Place "Moscow"
            article b 2024-01-16
            Talks Happened id t on 2024-01-13: Participant Person "Choe Son-hui", Place Place "Geneva"
            article c 2024-01-17
            Talks Happened id t on 2024-01-13: Participant Person "Choe Son-hui", Place Place "Geneva"
            article d 2024-01-18
            Talks Happened id t on 2024-01-12: Participant Person "Choe Son-hui", Place Place "Minsk"
        )");
        change(claim(0, 2), &ClaimFields::rejected, true);
        change(claim(0, 3), &ClaimFields::rejected, true);
        leaveAll(CheckKind::Contested, 2);
        change(claim(0, 2), &ClaimFields::rejected, false); // It is on one of the two sides.
        QCOMPARE(listed(CheckKind::Contested), QStringList());
        change(claim(0, 3), &ClaimFields::rejected, false);
        QCOMPARE(items(CheckKind::Contested).size(), 2U);
    }

    void oneMoreThatRestsOnASourceIsAnotherMatter()
    {
        m_store = storeFrom(R"(
            article a 2024-01-15
            Talks Happened: Participant Person "Choe Son-hui"
            Visit Happened: Visitor = "Choe Son-hui"
        )");
        change(claim(1), &ClaimFields::rejected, true);
        leaveAll(CheckKind::OneSource, 1);
        change(claim(1), &ClaimFields::rejected, false);
        QCOMPARE(items(CheckKind::OneSource).size(), 1U);
        change(claim(1), &ClaimFields::rejected, true);
        QCOMPARE(listed(CheckKind::OneSource), QStringList());
    }

    void oneMorePlaceTakenForOneByNameIsAnotherMatter()
    {
        const QString before = QStringLiteral("article a\nTalks: Place Place \"Geneva Lake\"\n"
                                              "article b\nTalks: Place Place \"Geneva Lake\"\n");
        m_store = storeFrom(before.toStdString());
        leaveAll(CheckKind::ByName, 1);
        const std::map<std::string, std::string> settled = m_store.settled();
        m_store =
            storeFrom(before.toStdString() + "article c\nTalks: Place Place \"Moscow City\"\n"
                                             "article d\nTalks: Place Place \"Moscow City\"\n");
        for (const auto& [matter, because] : settled)
            mustApply(m_store, SettleMatter{matter, because});
        QCOMPARE(items(CheckKind::ByName).size(), 1U);
    }

    void namesThatLookTheSameInOtherLettersAreListed()
    {
        m_store = storeFrom("article a 2024-01-15\n"
                            "Talks: Participant Person \"Sergei Lavrov\", Participant State "
                            "\"Russia\"\n"
                            "article b 2024-01-16\n" // With a Cyrillic a.
                            "Talks: Participant Person \"Sergei L\u0430vrov\", Participant State "
                            "\"Ruritania\"\n");
        QCOMPARE(
            words(CheckKind::LookAlike),
            QStringList{"“Sergei Lavrov” and “Sergei L\u0430vrov” look the same and are written "
                        "with different letters: “a” is Latin in the one and Cyrillic in the "
                        "other."});
        QCOMPARE(items(CheckKind::LookAlike).front().nodes.size(), 2U);
    }

    void spellingsOfOneNameAreListedUntilSomebodyDecides()
    {
        m_store = storeFrom(R"(
            article a 2024-01-15
            Talks: Participant Person "Choe Son-hui", Participant State "Russia"
            article b 2024-01-16
            Talks: Participant Person "Choi Sun-hee", Participant State "Russia"
            article c 2024-01-17
            Talks: Participant Person "Choi", Participant Person "Choe Sang-hui"
        )");
        QCOMPARE(words(CheckKind::LookAlike),
                 QStringList{"“Choe Son-hui” and “Choi Sun-hee” may be spellings of one name."});
        const EntityId one = m_store.mention(mentionNamed("Choe Son-hui"))->entity;
        const EntityId other = m_store.mention(mentionNamed("Choi Sun-hee"))->entity;
        mustApply(m_store, JudgeEntities{one, other, Sameness::Apart});
        QCOMPARE(listed(CheckKind::LookAlike), QStringList());
        mustApply(m_store, JudgeEntities{one, other, Sameness::One});
        QCOMPARE(listed(CheckKind::LookAlike), QStringList());
    }

    void whoGoesByOneNameInSeveralArticlesIsOneMatter()
    {
        m_store = storeFrom(R"(
            article a 2024-01-15
            Talks: Participant Person "Kim", Participant Group "officials"
            article b 2024-01-16
            Talks: Participant Person "Kim", Participant Group "officials"
            article c 2024-01-17
            Talks: Participant Person "Kim" Wikidata:Q1
            Talks: Participant State "Georgia" Wikidata:Q2, Participant Place "Georgia"
            article d 2024-01-17
            Talks: Participant State "Georgia" Wikidata:Q3
        )");
        // Officials are nobody's name, and ids keep the two Georgias apart.
        QCOMPARE(words(CheckKind::LookAlike),
                 QStringList{"3 are called “Kim”, and nothing says whether they are one."});
    }

    void whatIsOneByItsNameAloneIsListed()
    {
        m_store = storeFrom(R"(
            article a 2024-01-15
            Talks: Participant Person "Sergei Lavrov", Participant State "Russia" Wikidata:Q159
            article b 2024-01-16
            Talks: Participant Person "Sergei Lavrov", Participant State "Russia" Wikidata:Q159
        )");
        QCOMPARE(
            words(CheckKind::ByName),
            QStringList{"“Sergei Lavrov” stands in 2 articles and is taken for one by its name "
                        "alone."});
        const NodeId found = items(CheckKind::ByName).front().nodes.front();
        const Node& lavrov = *m_graph->node(found);
        mustApply(m_store, JudgeEntities{lavrov.entities[0], lavrov.entities[1], Sameness::One});
        QCOMPARE(listed(CheckKind::ByName), QStringList());
    }

    void whatOnlySourcesWithoutANameSayIsListed()
    {
        m_store = storeFrom(R"(
            article a 2024-01-15
            Talks Happened id t: Participant Person "Choe Son-hui", Source Group "two officials"
            Talks Happened: Participant = "Choe Son-hui", Source Person "Sergei Lavrov"
            Talks Happened: Participant = "Choe Son-hui"
        )");
        QCOMPARE(words(CheckKind::AnonymousOnly),
                 QStringList{"Nobody who has a name says so: only “two officials”."});
        // Its edge is no matter of its own.
        QCOMPARE(items(CheckKind::AnonymousOnly).front().nodes.size(), 1U);
    }

    void anEdgeThatOnlyTheNamelessTellOfIsListed()
    {
        m_store = storeFrom(R"(
            article a 2024-01-15
            Talks Happened id t: Participant Person "Choe Son-hui", Source Group "two officials"
            article b 2024-01-16
            Talks Happened id t: Participant Person "Sergei Lavrov"
        )");
        const std::vector<ToCheck> found = items(CheckKind::AnonymousOnly);
        QCOMPARE(found.size(), 1U);
        QVERIFY(found.front().about.ends_with("Participant — Choe Son-hui"));
    }

    void whatHappenedAndHasNoDateIsListed()
    {
        m_store = storeFrom(R"(
            article a 2024-01-15
            Talks Happened: Participant Person "Choe Son-hui"
            Talks Happened on 2024-01: Participant = "Choe Son-hui"
            Summit Expected: Participant = "Choe Son-hui"
        )");
        QCOMPARE(listed(CheckKind::NoDate),
                 QStringList{"Talks: Choe Son-hui: It happened, and nothing says when."});
    }

    void severalArticlesThatAreOneSourceAreListedAndTheRestByWhoGaveItOut()
    {
        m_store = storeFrom(R"(
            article wire 2024-01-15
            Talks Happened id t: Participant Person "Choe Son-hui"
            Talks Happened id u: Participant = "Choe Son-hui"
            Visit Happened: Visitor = "Choe Son-hui"
            Visit Expected: Visitor = "Choe Son-hui"
            article courier 2024-01-16
            Talks Happened id t: Participant Person "Choe Son-hui"
            article herald 2024-01-16
            Talks Happened id u: Participant Person "Choe Son-hui"
            Visit Happened: Visitor = "Choe Son-hui"
        )");
        publish("wire", "Harbour Wire");
        publish("courier", "Harbour Wire");
        publish("herald", "The Herald");
        QCOMPARE(
            words(CheckKind::OneSource),
            (QStringList{"2 articles say so and are one source, Harbour Wire: all have it from "
                         "there.",
                         "1 event that happened rests on “Harbour Wire” alone.",
                         "1 event that happened rests on “The Herald” alone."}));
        // Whoever is sure of something should know that nobody else says it.
        change(claim(2, 0), &ClaimFields::confidence, "High");
        QCOMPARE(
            words(CheckKind::OneSource),
            (QStringList{"2 articles say so and are one source, Harbour Wire: all have it from "
                         "there.",
                         "It is relied on, and one article alone says so.",
                         "1 event that happened rests on “The Herald” alone."}));
    }

    void whatAnAnalystLeavesAsItIsIsLeftOutWithItsReasonKept()
    {
        m_store = storeFrom(R"(
            article a 2024-01-15
            Talks Happened: Participant Person "Choe Son-hui"
            Visit Happened: Visitor = "Choe Son-hui"
        )");
        QCOMPARE(items(CheckKind::NoDate).size(), 2U);
        const std::string matter = items(CheckKind::NoDate).front().matter;
        mustApply(m_store, SettleMatter{matter, "Nobody says when."});
        QCOMPARE(listed(CheckKind::NoDate),
                 QStringList{"Visit: Choe Son-hui: It happened, and nothing says when."});
        const std::vector<ToCheck> all = items(CheckKind::NoDate, Settled::Marked);
        QCOMPARE(all.size(), 2U);
        QCOMPARE(all[0].settled, std::optional<std::string>("Nobody says when."));
        QVERIFY(!all[1].settled);
        // Whatever comes before it in the store, it is the same matter.
        Store again = storeFrom("article b 2024-01-14\nTalks: Participant Person \"Kim\"\n");
        mustApply(again, AddArticle{m_store.records(m_store.articles().front())});
        mustApply(again, SettleMatter{matter, ""});
        m_store = std::move(again);
        QCOMPARE(items(CheckKind::NoDate).size(), 1U);
        mustApply(m_store, SettleMatter{matter, {}});
        QCOMPARE(items(CheckKind::NoDate).size(), 2U);
    }

    void theGravestComesFirstAndEachHasItsOwnKey()
    {
        m_store = storeFrom(R"(
            article a 2024-01-15
            Talks Happened: Participant Person "Choe Son-hui", Host Place "Moscow"
            Visit Happened: Destination = "Moscow"
            article b 2024-01-16
            Talks Happened: Participant Person "Choe Son-hui", Source Group "officials"
        )");
        const std::vector<ToCheck> all = everything();
        QVERIFY(std::ranges::is_sorted(all, {}, &ToCheck::kind));
        std::set<std::string> matters;
        std::set<CheckKind> kinds;
        for (const ToCheck& item : all) {
            QVERIFY2(matters.insert(item.matter).second, item.matter.c_str());
            QVERIFY(item.matter.starts_with(nameOf(item.kind)));
            QVERIFY(item.what.ends_with('.') && item.fix.ends_with('.') && !item.about.empty());
            kinds.insert(item.kind);
        }
        QCOMPARE(kinds.size(), 5U); // Misfits, one by name, without a name, a date, a source.
    }

    void kindsAreKnownByTheirNames()
    {
        for (const CheckKind kind : allCheckKinds) {
            QVERIFY(parseCheckKind(nameOf(kind)) == kind);
            QVERIFY(!wordsOf(kind).empty());
        }
        QVERIFY(!parseCheckKind("no-such"));
    }

private:
    std::vector<ToCheck> everything(Settled settled = Settled::LeftOut)
    {
        m_graph = std::make_unique<KnowledgeGraph>(fold(m_store, testOntology()));
        return toCheck({m_store, testOntology(), *m_graph, Copies::among(m_store)}, settled);
    }
    std::vector<ToCheck> items(CheckKind kind, Settled settled = Settled::LeftOut)
    {
        std::vector<ToCheck> all = everything(settled);
        std::erase_if(all, [kind](const ToCheck& item) { return item.kind != kind; });
        return all;
    }
    QStringList listed(CheckKind kind)
    {
        QStringList all;
        for (const ToCheck& item : items(kind))
            all << QString::fromStdString(item.about + ": " + item.what);
        return all;
    }
    QStringList words(CheckKind kind)
    {
        QStringList all;
        for (const ToCheck& item : items(kind))
            all << QString::fromStdString(item.what);
        return all;
    }

    void leaveAll(CheckKind kind, std::size_t count)
    {
        const std::vector<ToCheck> all = items(kind);
        QCOMPARE(all.size(), count);
        for (const ToCheck& item : all)
            mustApply(m_store, SettleMatter{item.matter, "Looked at."});
        QCOMPARE(listed(kind), QStringList());
    }

    const Claim& claim(std::size_t index, std::size_t article = 0) const
    {
        return m_store.records(m_store.articles().at(article)).claims.at(index);
    }
    MentionId mentionNamed(const std::string& text) const
    {
        for (const ArticleId article : m_store.articles()) {
            for (const Mention& mention : m_store.records(article).mentions) {
                if (mention.text == text)
                    return mention.id;
            }
        }
        return {};
    }

    template <class Value>
    void change(const Claim& of, std::optional<Value> ClaimFields::*field,
                const std::type_identity_t<Value>& value)
    {
        ChangeClaim edit{of.id, {}};
        edit.fields.*field = value;
        mustApply(m_store, edit);
    }
    void publish(const std::string& article, const std::string& outlet)
    {
        ChangeArticle edit{articleIdFor(article), {}};
        edit.fields.outlet = outlet;
        mustApply(m_store, edit);
    }

    Store m_store;
    std::unique_ptr<KnowledgeGraph> m_graph;
};

QTEST_GUILESS_MAIN(ToCheckTest)
#include "tochecktest.moc"
