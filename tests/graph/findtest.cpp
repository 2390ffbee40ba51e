// SPDX-License-Identifier: Apache-2.0
#include "graph/query/find.h"

#include "graph/base/overloaded.h"
#include "graph/ontology/ontology.h"
#include "graph/text/editdistance.h"
#include "graph/text/sourcetext.h"
#include "tests/support/storetext.h"

#include <QStringList>
#include <QTest>

using namespace entente;

namespace
{

constexpr const char* meetings = R"(
    article north 2024-01-15
    Visit Happened: Visitor Person "Choe Son-hui", Destination State "Russia" Wikidata:Q159
    Meeting Happened: Participant Person "Choe Son-hui", Participant Person "Sergei Lavrov"
    HoldsPosition: Arg1 Person "Choe Son-hui", Arg2 Position "Foreign Minister"
    article warsaw 2024-01-16
    Meeting Happened: Participant Person "Lech Wałęsa", Participant Person "Kim Jong Un"
    Represents: Arg1 Person "Sergei Lavrov", Arg2 State "Russia" Wikidata:Q159
    article seoul 2024-01-17
    Talks Planned: Participant Person "김정은", Participant Person "푸틴"
    Meeting Happened: Participant Organization "Lavrov Institute", Participant State "Slavrovia"
)";

} // namespace

class FindTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void caseAndAccentsMakeNoDifference()
    {
        QCOMPARE(entities("walesa"), QStringLiteral("Lech Wałęsa (word)"));
        QCOMPARE(entities("WAŁĘSA"), QStringLiteral("Lech Wałęsa (word)"));
        QCOMPARE(entities("choe-son hui"), QStringLiteral("Choe Son-hui (exact)"));
    }

    void theSurestComesFirst()
    {
        QCOMPARE(entities("lavrov"), QStringLiteral("Lavrov Institute (beginning); "
                                                    "Sergei Lavrov (word); Slavrovia (inside)"));
        QCOMPARE(entities("sergei lavrov"), QStringLiteral("Sergei Lavrov (exact)"));
    }

    void ofOneWayTheWeightiestComesFirst()
    {
        const std::vector<Hit> hits = found("o"); // Choe, Wałęsa's Lech not, Foreign …
        QVERIFY(hits.size() > 2);
        for (std::size_t i = 1; i < hits.size(); ++i) {
            if (hits[i].by == hits[i - 1].by && isEntity(hits[i]) == isEntity(hits[i - 1]))
                QVERIFY(hits[i].weight <= hits[i - 1].weight);
        }
    }

    void otherScriptsAndSpellingsAreFound()
    {
        QCOMPARE(entities("kim jong un"), QStringLiteral("Kim Jong Un (exact); 김정은 (spelling)"));
        QCOMPARE(entities("gim jeong-eun"),
                 QStringLiteral("Kim Jong Un (spelling); 김정은 (spelling)"));
        QCOMPARE(entities("Лавров"), QStringLiteral("Sergei Lavrov (spelling); "
                                                    "Lavrov Institute (spelling)"));
        QCOMPARE(entities("Sergey"), QStringLiteral("Sergei Lavrov (spelling)"));
        QCOMPARE(entities("choi"), QStringLiteral("Choe Son-hui (spelling)"));
        QCOMPARE(entities("putin"), QStringLiteral("푸틴 (spelling)"));
    }

    void slipsAreForgivenWhereNothingElseIsFound()
    {
        QCOMPARE(entities("lavrof"),
                 QStringLiteral("Sergei Lavrov (resembling); Lavrov Institute (resembling)"));
        QCOMPARE(entities("walsea"), QStringLiteral("Lech Wałęsa (resembling)")); // Exchanged.
        QCOMPARE(entities("russai"), QStringLiteral("Russia (resembling)"));
        QCOMPARE(entities("xyz"), QString());
        QVERIFY(!entities("lavrov").contains(QStringLiteral("resembling")));
    }

    /// Words that a text has are what was meant, whoever is called nearly so.
    void whatATextHasIsNoSlip()
    {
        m_store = storeFrom(R"(
            article north 2024-01-15
            Visit Happened: Visitor Person "Choe Son-hui", Destination State "Russia"
            Meeting Happened: Participant Person "Hui Rossia", Participant Person "Kim Jong Un"
        )");
        index();
        QCOMPARE(entities("hui rissia"), QStringLiteral("Hui Rossia (resembling)"));
        QCOMPARE(entities("hui russia"), QString());
        QVERIFY(!found("hui russia").empty());
    }

    void aSlipIsALetterMoreLessOtherOrExchanged()
    {
        QVERIFY(isWithinSlips("lavrov", "lavrov", 0));
        QVERIFY(isWithinSlips("lavrov", "lavrof", 1));
        QVERIFY(isWithinSlips("lavrov", "larov", 1));
        QVERIFY(isWithinSlips("lavrov", "lavvrov", 1));
        QVERIFY(isWithinSlips("lavrov", "larvov", 1));
        QVERIFY(!isWithinSlips("lavrov", "larvof", 1));
        QVERIFY(isWithinSlips("lavrov", "larvof", 2));
        QVERIFY(!isWithinSlips("", "kim", 2));
        QVERIFY(isWithinSlips("", "", 0));
    }

    void officesAndCodesAreNames()
    {
        QCOMPARE(entities("foreign minister"), QStringLiteral("Choe Son-hui (other name)"));
        QCOMPARE(entities("Q159"), QStringLiteral("Russia (other name)"));
        QCOMPARE(entities("Q15"), QString()); // Of a code all of it.
    }

    void notesAreSearched()
    {
        note("Lech Wałęsa", "Was in Gdańsk that day.");
        QCOMPARE(entities("gdansk"), QStringLiteral("Lech Wałęsa (note)"));
        QCOMPARE(found("gdansk").front().words, std::string("Was in Gdańsk that day."));
    }

    void quotesLeadToWhatRestsOnThem()
    {
        const std::vector<Hit> hits = found("lavrov  russia"); // "Sergei Lavrov Russia."
        QCOMPARE(hits.size(), 2U);
        const Hit& relation = hits.front();
        QCOMPARE(relation.by, FoundBy::Quote);
        QCOMPARE(relation.name, std::string("Sergei Lavrov — represents — Russia"));
        QVERIFY(std::holds_alternative<EdgeId>(relation.id));
        QCOMPARE(placed(relation), QStringLiteral("Lavrov Russia"));
        QCOMPARE(m_store.claim(relation.claim)->type, std::string("Represents"));

        const std::vector<Hit> ofEvent = found("walesa kim");
        QCOMPARE(ofEvent.front().type, std::string("Meeting"));
        QCOMPARE(placed(ofEvent.front()), QStringLiteral("Wałęsa Kim"));
    }

    void articlesComeLastAndSayHowOften()
    {
        const std::vector<Hit> hits = found("wałęsa");
        QCOMPARE(hits.back().by, FoundBy::Text);
        QCOMPARE(hits.back().places, 1);
        QCOMPARE(placed(hits.back()), QStringLiteral("Wałęsa"));
        QVERIFY(std::holds_alternative<ArticleId>(hits.back().id));
    }

    void aThingIsFoundOnce()
    {
        for (const char* words : {"choe", "meeting", "lavrov", "e", "ri"}) {
            std::set<std::string> ids;
            for (const Hit& hit : found(words))
                QVERIFY2(ids.insert(hit.idText()).second, hit.name.c_str());
        }
    }

    void onlyPassagesThatPassAreShown()
    {
        m_store = storeFrom(R"(
            article north 2024-01-15
            Visit Happened id trip: Visitor Person "Lavrov", Destination State "Belarus"
            article south 2024-01-16
            Visit Happened id trip: Visitor Person "Lavrov", Destination State "Belarus"
        )");
        index();
        QCOMPARE(found("lavrov belarus").front().places, 2);
        const ArticleId south = m_store.articles().at(1);
        const std::unordered_set<ClaimId> ofSouth{m_store.records(south).claims.front().id};
        const Hit hit = m_finder->find("lavrov belarus", {}, &ofSouth).front();
        QCOMPARE(hit.by, FoundBy::Quote);
        QCOMPARE(hit.article, south);
        QCOMPARE(hit.places, 1);
        const std::unordered_set<ClaimId> none;
        for (const Hit& one : m_finder->find("lavrov belarus", {}, &none))
            QVERIFY(std::holds_alternative<ArticleId>(one.id));
    }

    void notesOfPassagesThatDoNotPassAreNotShown()
    {
        const Claim* talks = claimOf("Talks");
        ChangeClaim edit{talks->id, {}};
        edit.fields.notes = std::vector<std::string>{"Doubtful, says Gdańsk."};
        QVERIFY(m_store.apply(edit));
        index();
        QCOMPARE(found("gdansk").size(), 1U);
        const std::unordered_set<ClaimId> none;
        QVERIFY(m_finder->find("gdansk", {}, &none).empty());
    }

    /// Two claims of one visit, resting on words that lie over each other.
    void aPlaceInSeveralQuotesCountsOnce()
    {
        m_store = storeFrom(R"(
            article north 2024-01-15
            Visit Happened id trip: Visitor Person "Lavrov", Destination State "Belarus"
            Visit Happened id trip: Visitor Person "Lavrov", Destination State "Belarus"
        )");
        ArticleRecords records = m_store.records(m_store.articles().front());
        for (Claim& claim : records.claims)
            claim.quotes.front().spans = {TextSpan{0, records.article.text->size()}};
        QVERIFY(m_store.apply(RemoveArticle{records.article.id}));
        QVERIFY(m_store.apply(AddArticle{std::move(records)}));
        index();
        QCOMPARE(found("lavrov belarus").front().places, 2);
    }

    void whatWasRejectedIsNotFound()
    {
        const Claim* talks = claimOf("Talks");
        ChangeClaim reject{talks->id, {}};
        reject.fields.rejected = true;
        QVERIFY(m_store.apply(reject));
        index();
        for (const Hit& hit : found("talks"))
            QVERIFY2(std::holds_alternative<ArticleId>(hit.id), hit.name.c_str());
    }

    void nothingIsFoundByNothing()
    {
        for (const char* words : {"", "  ", "…", "—"})
            QVERIFY(found(words).empty());
        QVERIFY(Finder().find("kim").empty());
    }

    void aStoppedSearchReturns()
    {
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(m_finder->find("kim", Progress(stop.get_token(), {})).size() < found("kim").size());
    }

    void textsThatStayAreNotFoldedAgain()
    {
        const Finder next(m_store, m_events, m_finder.get());
        QCOMPARE(next.find("wałęsa").size(), m_finder->find("wałęsa").size());
    }

    void init()
    {
        m_store = storeFrom(meetings);
        index();
    }

private:
    void index()
    {
        m_events = std::make_shared<const KnowledgeGraph>(fold(m_store, testOntology()));
        m_finder = std::make_unique<Finder>(m_store, m_events, nullptr);
    }

    std::vector<Hit> found(std::string_view words) const { return m_finder->find(words); }

    bool isEntity(const Hit& hit) const
    {
        const auto* node = std::get_if<NodeId>(&hit.id);
        return node != nullptr && m_events->node(*node)->kind == NodeKind::Entity;
    }

    /// "Choe Son-hui (exact); …", in the order in which they were found.
    QString entities(std::string_view words) const
    {
        QStringList names;
        for (const Hit& hit : found(words)) {
            if (isEntity(hit) && hit.by != FoundBy::Quote)
                names << QString::fromStdString(hit.name + " (" + std::string(nameOf(hit.by)) +
                                                ')');
        }
        return names.join(QStringLiteral("; "));
    }

    QString placed(const Hit& hit) const
    {
        const std::string words(m_store.article(hit.article)->text->slice(m_finder->placeOf(hit)));
        return QString::fromStdString(words);
    }

    const Claim* claimOf(std::string_view type) const
    {
        for (const ArticleId article : m_store.articles()) {
            for (const Claim& claim : m_store.records(article).claims) {
                if (claim.type == type)
                    return &claim;
            }
        }
        return nullptr;
    }

    static ChangeEntity noted(const Node& node, const std::string& words)
    {
        ChangeEntity edit{node.entities.front(), {}};
        edit.fields.note = words;
        return edit;
    }

    void note(std::string_view name, const std::string& words)
    {
        for (const NodeId id : m_events->nodes()) {
            const Node& node = *m_events->node(id);
            if (node.name == name)
                QVERIFY(m_store.apply(noted(node, words)));
        }
        index();
    }

    Store m_store;
    std::shared_ptr<const KnowledgeGraph> m_events;
    std::unique_ptr<Finder> m_finder;
};

QTEST_GUILESS_MAIN(FindTest)
#include "findtest.moc"
