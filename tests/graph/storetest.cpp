// SPDX-License-Identifier: Apache-2.0
#include "graph/model/store.h"
#include "graph/text/sourcetext.h"
#include "tests/support/storetext.h"

#include <QTest>

#include <rapidcheck.h>

using namespace entente;

namespace
{

const char* const twoArticles = R"(
    article a 2024-01-15
    Visit Happened: Visitor Person "Choe Son-hui", Destination State "Russia"
    article b 2024-01-16
    Meeting: Participant Person "Choe Son-hui", Participant Person "Sergei Lavrov"
)";

NodeId node(int number) { return NodeId(Uuid{1, static_cast<std::uint64_t>(number)}); }

/// Takes an article out of a store as the edit that would bring it back.
AddArticle articleOf(Store store, std::size_t index)
{
    return std::get<AddArticle>(store.apply(RemoveArticle{store.articles().at(index)})->inverse);
}

Edit randomEdit(const AddArticle& a, const AddArticle& b)
{
    switch (*rc::gen::inRange(0, 5)) {
    case 0:
        return a;
    case 1:
        return b;
    case 2:
        return RemoveArticle{a.records->article.id};
    case 3:
        return RemoveArticle{b.records->article.id};
    default:
        break;
    }
    PlaceNodes place;
    const int count = *rc::gen::inRange(0, 4);
    for (int i = 0; i < count; ++i) {
        const auto number = *rc::gen::inRange(1, 6);
        const bool isPlaced = *rc::gen::arbitrary<bool>();
        place.placements.push_back(
            {node(number),
             isPlaced ? std::optional(Point{double(i), double(number)}) : std::nullopt});
    }
    return place;
}

/// Whether all records of its articles are found by their ids, and no others.
bool findsItsRecords(const Store& store, const AddArticle& a, const AddArticle& b)
{
    std::size_t mentions = 0;
    std::size_t claims = 0;
    bool isSo = true;
    for (const AddArticle* article : {&a, &b}) {
        const ArticleRecords& known = *article->records;
        const bool isHere = store.article(known.article.id) != nullptr;
        const ArticleRecords& here = store.records(known.article.id);
        mentions += here.mentions.size();
        claims += here.claims.size();
        for (std::size_t i = 0; i < known.mentions.size(); ++i)
            isSo = isSo &&
                   store.mention(known.mentions[i].id) == (isHere ? &here.mentions.at(i) : nullptr);
        for (std::size_t i = 0; i < known.entities.size(); ++i)
            isSo = isSo &&
                   store.entity(known.entities[i].id) == (isHere ? &here.entities.at(i) : nullptr);
    }
    return isSo && store.mentionCount() == mentions && store.claimCount() == claims;
}

} // namespace

class StoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theInverseOfEveryEditGivesTheSameStore()
    {
        const Store full = storeFrom(twoArticles);
        const AddArticle a = articleOf(full, 0);
        const AddArticle b = articleOf(full, 1);
        const bool holds = rc::check("any edits and their inverses, last first", [&] {
            Store store;
            std::vector<Store> states{store};
            std::vector<Edit> inverses;
            const int steps = *rc::gen::inRange(0, 12);
            for (int i = 0; i < steps; ++i) {
                const Store before = store;
                const auto applied = store.apply(randomEdit(a, b));
                if (!applied) {
                    RC_ASSERT(store == before); // all or nothing
                    continue;
                }
                inverses.push_back(applied->inverse);
                states.push_back(store);
            }
            for (; !inverses.empty(); inverses.pop_back()) {
                states.pop_back();
                RC_ASSERT(store.apply(inverses.back()).has_value());
                RC_ASSERT(store == states.back());
            }
        });
        QVERIFY(holds);
    }

    /// They share an index of what they began with, and each has what it changed to itself.
    void copiesOfAStoreThatWasReadGoTheirOwnWays()
    {
        const Store full = storeFrom(twoArticles);
        const AddArticle a = articleOf(full, 0);
        const AddArticle b = articleOf(full, 1);
        const bool holds = rc::check("edits of copies of copies", [&] {
            std::vector<Store> copies{*Store::of({a.records, b.records})};
            const int steps = *rc::gen::inRange(0, 20);
            for (int i = 0; i < steps; ++i) {
                const auto which = *rc::gen::inRange(std::size_t{0}, copies.size());
                if (*rc::gen::arbitrary<bool>())
                    copies.emplace_back(copies[which]);
                else
                    (void)copies[which].apply(randomEdit(a, b));
            }
            for (const Store& copy : copies)
                RC_ASSERT(findsItsRecords(copy, a, b));
        });
        QVERIFY(holds);
    }

    void whatIsReadTwiceIsNoStore()
    {
        const AddArticle a = articleOf(storeFrom(twoArticles), 0);
        const auto twice = Store::of({a.records, a.records});
        QVERIFY(!twice);
        QCOMPARE(QString::fromStdString(twice.error()), QStringLiteral("“a” is here already."));
        Shared<ArticleRecords> other = a.records;
        ArticleRecords& records = other.own();
        records.article.id = ArticleId(Uuid{7, 7});
        const auto shared = Store::of({a.records, other});
        QVERIFY(!shared);
        QVERIFY(QString::fromStdString(shared.error()).startsWith(QStringLiteral("Two ")));
        records.mentions.clear();
        QVERIFY(!Store::of({a.records, other})); // Its other records are there twice still.
    }

    void anArticleComesBackToItsPlace()
    {
        Store store = storeFrom(twoArticles);
        const std::vector<ArticleId> before = store.articles();
        const auto removed = store.apply(RemoveArticle{before.front()});
        QVERIFY(removed && removed->change.content());
        QCOMPARE(store.articles().size(), 1U);
        QVERIFY(store.apply(removed->inverse).has_value());
        QCOMPARE(store.articles(), before);
    }

    void theSameArticleTwiceChangesNothing()
    {
        Store store = storeFrom(twoArticles);
        const Store before = store;
        const auto again = store.apply(articleOf(store, 0));
        QVERIFY(!again);
        QCOMPARE(QString::fromStdString(again.error()), QStringLiteral("“a” is here already."));
        QVERIFY(store == before);
    }

    void whatIsSettledStaysSoWhenItsArticleGoes()
    {
        Store store = storeFrom(twoArticles);
        const Store before = store;
        const ArticleId a = store.articles().front();
        const std::string matter = "no-date:" + a.text();
        const auto applied = store.apply(SettleMatter{matter, "Nobody says when."});
        QVERIFY(applied && !applied->change.content());
        QCOMPARE(applied->change.settled, std::set{matter});
        QVERIFY(concerns(matter, a) && !concerns(matter, store.articles().back()));
        QVERIFY(!(store == before));
        QVERIFY(store.apply(RemoveArticle{a}).has_value());
        QCOMPARE(store.settled().at(matter), std::string("Nobody says when."));
    }

    void settlingAnewReplacesTheReasonAndUndoBringsTheFirstBack()
    {
        Store store;
        QVERIFY(store.apply(SettleMatter{"no-date:1", "Nobody says when."}).has_value());
        const auto again = store.apply(SettleMatter{"no-date:1", "It was secret."});
        QVERIFY(again.has_value());
        QCOMPARE(store.settled().at("no-date:1"), std::string("It was secret."));
        QVERIFY(store.apply(again->inverse).has_value());
        QCOMPARE(store.settled().at("no-date:1"), std::string("Nobody says when."));
        QVERIFY(!store.apply(SettleMatter{"", "why not"}));
    }

    void aNodeCannotBePutInTwoPlacesAtOnce()
    {
        Store store;
        QVERIFY(!store.apply(PlaceNodes{{{node(1), Point{1, 1}}, {node(1), Point{2, 2}}}}));
        QVERIFY(!store.placement(node(1)));
    }

    void aPlacementSaysWhatItTouched()
    {
        Store store;
        const auto applied =
            store.apply(PlaceNodes{{{node(1), Point{1, 2}}, {node(2), Point{3, 4}}}});
        QVERIFY(applied && !applied->change.content());
        QCOMPARE(applied->change.placed, (std::set{node(1), node(2)}));
        QCOMPARE(store.placement(node(2)), std::optional(Point{3, 4}));
    }
};

QTEST_GUILESS_MAIN(StoreTest)
#include "storetest.moc"
