// SPDX-License-Identifier: Apache-2.0
#include "graph/query/filtered.h"

#include "graph/annotation/annotations.h"
#include "graph/base/jsontext.h"
#include "graph/query/facetcounts.h"
#include "tests/support/storetext.h"

#include <nlohmann/json.hpp>

#include <QStringList>
#include <QTest>

using namespace entente;

namespace
{

/// Two articles on three visits and a meeting; what they say of one of the visits differs.
constexpr const char* fourEvents = R"(
    article north 2024-01-15
    Visit Happened CT+ on 2024-01-15 id trip: Visitor Person "Choe Son-hui", Destination State "Russia"
    Meeting Happened on 2024-01-16: Participant Person "Choe Son-hui", Participant Person "Sergei Lavrov"
    Represents: Arg1 Person "Choe Son-hui", Arg2 State "North Korea"
    article south 2024-03-02
    Visit Expected PR+ id trip: Visitor Person "Choe Son-hui", Destination State "Russia"
    Visit on 2024/2025: Visitor Person "Vladimir Putin", Destination State "North Korea", Host Person "Kim Jong-un"
    Visit DidNotHappen CT- on 2019: Visitor Person "Vladimir Putin", Destination Place "Pyongyang"
    Represents: Arg1 Person "Sergei Lavrov", Arg2 State "Russia"
)";

Condition is(Facet facet, std::vector<std::string> values) { return {facet, std::move(values)}; }
Condition isNot(Facet facet, std::vector<std::string> values)
{
    return {facet, std::move(values), true};
}

} // namespace

class FilterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEventStaysWhenOneOfItsClaimsPasses_data()
    {
        QTest::addColumn<Filter>("filter");
        QTest::addColumn<QString>("left");

        const auto row = [](const char* name, const Condition& condition, const char* left) {
            QTest::newRow(name) << Filter{{condition}, false} << left;
        };
        const char* const all = "Meeting, Visit Russia, Visit North Korea, Visit Pyongyang";
        row("type", is(Facet::Type, {"Meeting"}), "Meeting");
        row("not type", isNot(Facet::Type, {"Visit"}), "Meeting");
        row("kind", is(Facet::Kind, {"Place"}), "Visit Pyongyang");
        row("role", is(Facet::Role, {"Host"}), "Visit"); // Its destination is no host.
        row("modality", is(Facet::Modality, {"Happened"}), "Meeting, Visit Russia");
        row("modality of one claim of two", is(Facet::Modality, {"Expected"}), "Visit Russia");
        row("two modalities", is(Facet::Modality, {"Expected", "DidNotHappen"}),
            "Visit Russia, Visit Pyongyang");
        row("unstated", is(Facet::Modality, {""}), "Visit North Korea");
        row("not unstated", isNot(Facet::Modality, {""}), "Meeting, Visit Russia, Visit Pyongyang");
        row("factuality", is(Facet::Factuality, {"CT-"}), "Visit Pyongyang");
        row("factuality unstated", is(Facet::Factuality, {""}), "Meeting, Visit North Korea");
        row("confidence", is(Facet::Confidence, {"High"}), "Meeting");
        row("not graded", is(Facet::Confidence, {""}),
            "Visit Russia, Visit North Korea, Visit Pyongyang");
        row("grade of the article", is(Facet::Reliability, {"B"}),
            "Visit Russia, Visit North Korea, Visit Pyongyang");
        row("grade of the claim", is(Facet::Reliability, {"E"}), "Meeting");
        row("outlet", is(Facet::Outlet, {"TASS"}),
            "Visit Russia, Visit North Korea, Visit Pyongyang");
        row("not outlet", isNot(Facet::Outlet, {"TASS"}), "Meeting, Visit Russia");
        row("article", is(Facet::Article, {"north"}), "Meeting, Visit Russia");
        row("tag", is(Facet::Tag, {"doubtful"}), "Meeting");
        row("no tag", is(Facet::Tag, {""}), "Visit Russia, Visit North Korea, Visit Pyongyang");
        row("language", is(Facet::Language, {"ru"}),
            "Visit Russia, Visit North Korea, Visit Pyongyang");
        row("event date", is(Facet::Date, {"2024-01-15"}), "Visit Russia, Visit North Korea");
        row("event dates", is(Facet::Date, {"2024-01-16/.."}), "Meeting, Visit North Korea");
        row("event date before", is(Facet::Date, {"../2019-06"}), "Visit Pyongyang");
        row("report date", is(Facet::Reported, {"2024-03"}),
            "Visit Russia, Visit North Korea, Visit Pyongyang");
        row("origin", is(Facet::Origin, {"hand"}), "Meeting");
        row("quote", is(Facet::Quote, {"missing"}), "Meeting");
        row("quote exact", is(Facet::Quote, {"exact"}),
            "Visit Russia, Visit North Korea, Visit Pyongyang");
        row("problems", is(Facet::Problems, {"some"}), "Meeting, Visit Pyongyang");
        row("no problems", isNot(Facet::Problems, {"some"}), "Visit Russia, Visit North Korea");
        row("nobody says so", is(Facet::Outlet, {"Nobody"}), "");
        QTest::newRow("nothing asked") << Filter() << all;
    }
    void anEventStaysWhenOneOfItsClaimsPasses()
    {
        QFETCH(const Filter, filter);
        QFETCH(const QString, left);
        QCOMPARE(sorted(eventsOf(remains(filter))), sorted(left.split(", ", Qt::SkipEmptyParts)));
    }
    void allOrAnyOfSeveralConditions();
    void ofAnyAlsoARoleThatIsNotWantedNeedsAnEdge();
    void theSameClaimHasToPassAll();
    void whatIsLeftIsWhatItWas();
    void onlyVisitorsAreLeftOfVisits();
    void relationsStayBetweenWhatStays();
    void peopleAloneAreGivenWhole();
    void whoStandsAloneIsJudgedByHisMentions();
    void tiesCountTheEventsThatAreLeft();
    void noFilterChangesNothing();
    void aChoiceCountsWhatItWouldLeave_data();
    void aChoiceCountsWhatItWouldLeave();
    void perhapsAndAboutWidenNothing();
    void choicesStandInTheirOrder();
    void choicesAreAlsoOfRelations();
    void filtersAreSaidInWords();
    void filtersGoThroughJson();
    void whatIsNoFilterSaysWhy();

private:
    /// North: by hand, graded, tagged, its meeting's quote lost. South: of TASS.
    static Store annotated()
    {
        Store store = storeFrom(fourEvents);
        const ArticleId north = store.articles().at(0);
        const ArticleId south = store.articles().at(1);
        ArticleRecords records = store.records(south);
        records.article.outlet = "TASS";
        records.article.reliability = "B";
        records.article.language = "ru";
        records.article.file = "/articles/south.txt";
        records.article.annotation =
            std::make_shared<const std::string>("T1\tVisit 0 5\tVisit\nA1\tModality E3 Maybe\n");
        replace(store, std::move(records));
        records = store.records(north);
        Claim& meeting = records.claims.at(1);
        meeting.confidence = "High";
        meeting.reliability = "E";
        meeting.tags = {"doubtful"};
        meeting.origin = Origin::ByHand;
        meeting.quotes.at(0).status = QuoteStatus::Missing;
        replace(store, std::move(records));
        return store;
    }
    static void replace(Store& store, ArticleRecords records)
    {
        (void)store.apply(RemoveArticle{records.article.id});
        if (const auto applied = store.apply(AddArticle{std::move(records)}); !applied)
            qFatal("%s", applied.error().c_str());
    }

    KnowledgeGraph remains(const Filter& filter) const
    {
        return filtered(m_graph, m_ground, filter);
    }
    static QStringList eventsOf(const KnowledgeGraph& graph)
    {
        QStringList events;
        for (const NodeId id : graph.nodes()) {
            if (graph.node(id)->kind != NodeKind::Event)
                continue;
            QString words = QString::fromStdString(graph.node(id)->type);
            for (const EdgeId edge : graph.edgesAt(id)) {
                if (graph.edge(edge)->type == "Destination")
                    words += ' ' + QString::fromStdString(graph.node(graph.target(edge))->name);
            }
            events << words;
        }
        return events;
    }
    static QString sorted(QStringList list)
    {
        list.sort();
        return list.join(QStringLiteral(", "));
    }
    static QString namesOf(const KnowledgeGraph& graph)
    {
        QStringList names;
        for (const NodeId id : graph.nodes()) {
            if (graph.node(id)->kind == NodeKind::Entity)
                names << QString::fromStdString(graph.node(id)->name);
        }
        return sorted(names);
    }
    static NodeId idOf(const KnowledgeGraph& graph, const std::string& name)
    {
        for (const NodeId id : graph.nodes()) {
            if (graph.node(id)->name == name)
                return id;
        }
        return {};
    }
    QString choices(Facet facet, const Filter& others = {}, bool isNegated = false) const
    {
        QStringList words;
        for (const FacetChoice& choice : facetChoices(facet, isNegated, m_graph, m_ground, others))
            words << QStringLiteral("%1 %2").arg(
                QString::fromStdString(wordsOf(facet, choice.value, testOntology(), m_store)),
                QString::number(choice.events));
        return words.join(QStringLiteral(", "));
    }

    const Store m_store = annotated();
    const Diagnostics m_diagnostics{
        {Severity::Warning, "/articles/south.ann", 2, "Maybe is no value of Modality"},
        {Severity::Note, "/articles/south.ann", 1, "only a note"}};
    const KnowledgeGraph m_graph = fold(m_store, testOntology());
    const FilterGround m_ground{m_store, testOntology(), m_diagnostics};
};

void FilterTest::allOrAnyOfSeveralConditions()
{
    Filter filter{{is(Facet::Modality, {"Happened"}), is(Facet::Type, {"Visit"})}, false};
    QCOMPARE(sorted(eventsOf(remains(filter))), QStringLiteral("Visit Russia"));
    filter.isAny = true;
    QCOMPARE(sorted(eventsOf(remains(filter))),
             QStringLiteral("Meeting, Visit North Korea, Visit Pyongyang, Visit Russia"));
    filter = {{is(Facet::Role, {"Host"}), isNot(Facet::Outlet, {"TASS"})}, true};
    QCOMPARE(sorted(eventsOf(remains(filter))), QStringLiteral("Meeting, Visit, Visit Russia"));
}

/// Else every event would stay, for it needs no edge to have none of a visitor.
void FilterTest::ofAnyAlsoARoleThatIsNotWantedNeedsAnEdge()
{
    const Store store = storeFrom(R"(
        article a 2024-01-15
        Visit Happened id one: Visitor Person "Vladimir Putin"
        Visit Planned id two: Visitor Person "Kim Jong-un"
        Meeting id three: Participant Person "Kim Jong-un"
    )");
    const KnowledgeGraph graph = fold(store, testOntology());
    const FilterGround ground{store, testOntology(), m_diagnostics};
    const Filter planned{{is(Facet::Modality, {"Planned"})}, true};
    Filter either = planned;
    either.conditions.push_back(isNot(Facet::Role, {"Visitor"}));
    const KnowledgeGraph left = filtered(graph, ground, either);
    QCOMPARE(sorted(eventsOf(left)), QStringLiteral("Meeting, Visit"));
    for (const FacetChoice& choice : facetChoices(Facet::Role, true, graph, ground, planned)) {
        Filter with = planned;
        with.conditions.push_back(isNot(Facet::Role, {choice.value}));
        QCOMPARE(eventsOf(filtered(graph, ground, with)).size(), choice.events);
    }
    either.isAny = false; // There is nothing but the visitor to it, who is not wanted.
    QCOMPARE(sorted(eventsOf(filtered(graph, ground, either))), QStringLiteral("Visit"));
}

/// That the trip happened says one article, that it is expected another: none says both.
void FilterTest::theSameClaimHasToPassAll()
{
    QCOMPARE(sorted(eventsOf(remains(
                 {{is(Facet::Modality, {"Happened"}), is(Facet::Outlet, {"TASS"})}, false}))),
             QString());
}

/// What is expected of a trip that happened does not make it one that is expected.
void FilterTest::whatIsLeftIsWhatItWas()
{
    const KnowledgeGraph expected = remains({{is(Facet::Modality, {"Expected"})}, false});
    for (const NodeId id : expected.nodes()) {
        const Node& now = *expected.node(id);
        const Node& was = *m_graph.node(id);
        QCOMPARE(now.name, was.name);
        QCOMPARE(now.modality, was.modality);
        QCOMPARE(now.date, was.date);
        QCOMPARE(now.claims, was.claims);
    }
    for (const EdgeId id : expected.edges()) {
        QCOMPARE(expected.edge(id)->claims, m_graph.edge(id)->claims);
        QCOMPARE(expected.edge(id)->modality, m_graph.edge(id)->modality);
    }
    QCOMPARE(m_graph.node(idOf(m_graph, "Choe Son-hui"))->weight, 2);
    QCOMPARE(expected.node(idOf(expected, "Choe Son-hui"))->weight, 1);
}

void FilterTest::onlyVisitorsAreLeftOfVisits()
{
    const KnowledgeGraph visitors = remains({{is(Facet::Role, {"Visitor"})}, false});
    QCOMPARE(visitors.edgeCount(), 3);
    QCOMPARE(namesOf(visitors), QStringLiteral("Choe Son-hui, Vladimir Putin"));
    const KnowledgeGraph others = remains({{isNot(Facet::Role, {"Visitor"})}, false});
    QCOMPARE(sorted(eventsOf(others)), sorted(eventsOf(m_graph)));
    QVERIFY(!namesOf(others).contains(QStringLiteral("Putin")));
}

/// Who represents whom has no modality; it is told of those who are left.
void FilterTest::relationsStayBetweenWhatStays()
{
    const auto relations = [](const KnowledgeGraph& graph) {
        return std::ranges::count_if(
            graph.edges(), [&](EdgeId id) { return graph.edge(id)->kind == EdgeKind::Relation; });
    };
    QCOMPARE(relations(m_graph), 2);
    const KnowledgeGraph happened = remains({{is(Facet::Modality, {"Happened"})}, false});
    QCOMPARE(namesOf(happened), QStringLiteral("Choe Son-hui, Russia, Sergei Lavrov"));
    QCOMPARE(relations(happened), 1);
    // Its article has an outlet: there it can be asked.
    QCOMPARE(relations(remains({{is(Facet::Outlet, {"TASS"})}, false})), 1);
    QCOMPARE(relations(remains({{is(Facet::Role, {"Represents"})}, false})), 2);
}

void FilterTest::peopleAloneAreGivenWhole()
{
    QCOMPARE(namesOf(remains({{is(Facet::Kind, {"Person"})}, false})),
             QStringLiteral("Choe Son-hui, Kim Jong-un, Sergei Lavrov, Vladimir Putin"));
    QCOMPARE(
        namesOf(remains({{is(Facet::Kind, {"State"}), is(Facet::Modality, {"Happened"})}, false})),
        QStringLiteral("Russia"));
    QCOMPARE(namesOf(remains({{isNot(Facet::Kind, {"Person", "State"})}, false})),
             QStringLiteral("Pyongyang"));
}

void FilterTest::whoStandsAloneIsJudgedByHisMentions()
{
    Store store = storeFrom(R"(
        article a 2024-01-15
        Represents: Arg1 Person "Choe Son-hui", Arg2 State "North Korea"
        Meeting Happened: Source Person "Nobody Else", Participant Person "Choe Son-hui"
    )");
    const KnowledgeGraph graph = fold(store, testOntology());
    const FilterGround ground{store, testOntology(), {}};
    QVERIFY(graph.edgesAt(idOf(graph, "Nobody Else")).empty()); // Who says it takes no part.
    const auto names = [&](const Condition& condition) {
        return namesOf(filtered(graph, ground, {{condition}, false}));
    };
    QVERIFY(names(is(Facet::Article, {"a"})).contains(QStringLiteral("Nobody Else")));
    QVERIFY(!names(is(Facet::Article, {"b"})).contains(QStringLiteral("Nobody Else")));
    QVERIFY(names(is(Facet::Quote, {"exact"})).contains(QStringLiteral("Nobody Else")));
    QVERIFY(!names(is(Facet::Modality, {"Happened"})).contains(QStringLiteral("Nobody Else")));
    QVERIFY(!names(isNot(Facet::Modality, {"Planned"})).contains(QStringLiteral("Nobody Else")));
}

void FilterTest::tiesCountTheEventsThatAreLeft()
{
    const auto tie = [](const KnowledgeGraph& events) {
        const KnowledgeGraph actors = actorsProjection(events, testOntology());
        return actors.edgeCount() == 1
                   ? QString::fromStdString(actors.edge(actors.edges().front())->label)
                   : QString::number(actors.edgeCount());
    };
    const Store store = storeFrom(R"(
        article a 2024-01-15
        Meeting Happened on 2023-10: Participant Person "Choe", Participant Person "Lavrov"
        Meeting Expected on 2024-02: Participant Person "Choe", Participant Person "Lavrov"
    )");
    const KnowledgeGraph events = fold(store, testOntology());
    const FilterGround ground{store, testOntology(), {}};
    QCOMPARE(tie(events), QStringLiteral("happened 1, expected 1; last in October 2023"));
    QCOMPARE(tie(filtered(events, ground, {{is(Facet::Modality, {"Expected"})}, false})),
             QStringLiteral("expected 1"));
}

void FilterTest::noFilterChangesNothing()
{
    const KnowledgeGraph same = remains({});
    QCOMPARE(same.nodes(), m_graph.nodes());
    QCOMPARE(same.edges(), m_graph.edges());
    QCOMPARE(textOf(same), textOf(m_graph));
    for (const NodeId id : same.nodes())
        QCOMPARE(same.node(id)->weight, m_graph.node(id)->weight);
}

void FilterTest::aChoiceCountsWhatItWouldLeave_data()
{
    QTest::addColumn<int>("facet");
    for (const Facet facet : allFacets)
        QTest::newRow(std::string(nameOf(facet)).c_str()) << static_cast<int>(facet);
}

/// Whatever else is asked, the number beside a choice is that of the events it leaves.
void FilterTest::aChoiceCountsWhatItWouldLeave()
{
    QFETCH(const int, facet);
    const auto asked = static_cast<Facet>(facet);
    const std::vector<Condition> others{
        is(Facet::Modality, {"Happened"}), isNot(Facet::Outlet, {"TASS"}),
        is(Facet::Role, {"Visitor"}), isNot(Facet::Kind, {"State"}), is(Facet::Date, {"2024"})};
    int compared = 0;
    for (unsigned some = 0; some < 32; ++some) {
        Filter filter;
        for (unsigned i = 0; i < 5; ++i) {
            if ((some >> i & 1U) != 0)
                filter.conditions.push_back(others[i]);
        }
        for (const bool isAny : {false, true}) {
            filter.isAny = isAny;
            for (const bool isNegated : {false, true}) {
                for (const FacetChoice& choice :
                     facetChoices(asked, isNegated, m_graph, m_ground, filter)) {
                    Filter with = filter;
                    with.conditions.push_back({asked, {choice.value}, isNegated});
                    QCOMPARE(eventsOf(remains(with)).size(), choice.events);
                    ++compared;
                }
            }
        }
    }
    // There is nothing here that two say, and of days that all is seen from there is none to
    // choose.
    QVERIFY(compared >= 128 || asked == Facet::KnownOn || asked == Facet::Sources);
}

/// Nobody says how far they reach; what is counted beside a year is what the year leaves.
void FilterTest::perhapsAndAboutWidenNothing()
{
    const Store store = storeFrom(R"(
        article a 2024-01-15
        Visit on 1994?: Visitor Person "Kim Jong-un", Destination State "Russia"
        Visit on 2018~: Visitor Person "Kim Jong-un", Destination State "China"
        Visit on 2019/2020: Visitor Person "Kim Jong-un", Destination State "Vietnam"
    )");
    const KnowledgeGraph graph = fold(store, testOntology());
    const FilterGround ground{store, testOntology(), m_diagnostics};
    const auto left = [&](const std::string& dates) {
        return sorted(eventsOf(filtered(graph, ground, {{is(Facet::Date, {dates})}, false})));
    };
    QCOMPARE(left("2020/.."), QStringLiteral("Visit Vietnam"));
    QCOMPARE(left("1994"), QStringLiteral("Visit Russia"));
    QCOMPARE(left("2018/2019"), QStringLiteral("Visit China, Visit Vietnam"));
    const auto choices = facetChoices(Facet::Date, false, graph, ground, {});
    QCOMPARE(choices.size(), 4U);
    for (const FacetChoice& choice : choices)
        QCOMPARE(left(choice.value).split(", ").size(), choice.events);
}

/// The number is that of events, and relations are none.
void FilterTest::choicesAreAlsoOfRelations()
{
    QCOMPARE(choices(Facet::Role),
             QStringLiteral("Destination 3, Visitor 3, Host 1, Participant 1, represents 0"));
    const Store store = storeFrom(R"(
        article a 2024-01-15
        Represents: Arg1 Person "Kim Jong-un", Arg2 State "North Korea"
    )");
    const KnowledgeGraph graph = fold(store, testOntology());
    const FilterGround ground{store, testOntology(), m_diagnostics};
    const std::vector<FacetChoice> articles{{"a", 0}};
    QCOMPARE(facetChoices(Facet::Article, false, graph, ground, {}), articles);
    QVERIFY(facetChoices(Facet::Modality, false, graph, ground, {}).empty());
}

void FilterTest::choicesStandInTheirOrder()
{
    QCOMPARE(choices(Facet::Type), QStringLiteral("Visit 3, Meeting 1"));
    QCOMPARE(choices(Facet::Modality),
             QStringLiteral("happened 2, expected 1, did not happen 1, unstated 1"));
    QCOMPARE(choices(Facet::Modality, {}, true),
             QStringLiteral("happened 3, expected 4, did not happen 3, unstated 3"));
    QCOMPARE(choices(Facet::Modality, {{is(Facet::Type, {"Meeting"})}, false}),
             QStringLiteral("happened 1, expected 0, did not happen 0, unstated 0"));
    QCOMPARE(choices(Facet::Date), QStringLiteral("2019 1, 2024 3, 2025 1"));
    QCOMPARE(choices(Facet::Kind), QStringLiteral("Person 4, State 2, Place 1"));
    QCOMPARE(choices(Facet::Outlet), QStringLiteral("TASS 3, unknown 2"));
    QCOMPARE(choices(Facet::Problems), QStringLiteral("with some 2, without 2"));
    QCOMPARE(choices(Facet::Confidence), QStringLiteral("High 1, not graded 3"));
}

void FilterTest::filtersAreSaidInWords()
{
    const auto words = [&](const Filter& filter) {
        return QString::fromStdString(wordsOf(filter, testOntology(), m_store));
    };
    QCOMPARE(words({}), QString());
    QCOMPARE(words({{is(Facet::Modality, {"Happened", "Expected"}), isNot(Facet::Outlet, {"TASS"})},
                    false}),
             QStringLiteral("Modality: happened or expected; not Outlet: TASS"));
    QCOMPARE(words({{is(Facet::Date, {"2024/.."}), isNot(Facet::Reported, {"2023"})}, false}),
             QStringLiteral("Event date: from 2024 (undated left out); not Report date: 2023"));
    QCOMPARE(words({{is(Facet::Date, {"2024-01", ""}), is(Facet::Language, {"ko"}),
                     is(Facet::Factuality, {"CT+"}), is(Facet::Role, {"Represents"})},
                    true}),
             QStringLiteral("any of: Event date: January 2024 or undated; Language: Korean; "
                            "Factuality: certain (CT+); Role: represents"));
}

void FilterTest::filtersGoThroughJson()
{
    const Filter filter{{is(Facet::Modality, {"Happened", ""}), isNot(Facet::Date, {"2019/.."}),
                         is(Facet::Tag, {"“a\"b”"})},
                        true};
    const auto json = parsedJson(jsonOf(filter).dump());
    QVERIFY(json);
    const auto back = filterFrom(*json);
    QVERIFY2(back, back ? "" : back.error().c_str());
    QCOMPARE(*back, filter);
    QCOMPARE(
        QString::fromStdString(jsonOf(Filter{{is(Facet::Type, {"Visit"})}, false}).dump()),
        QStringLiteral(R"({"match":"all","conditions":[{"facet":"type","values":["Visit"]}]})"));
}

void FilterTest::whatIsNoFilterSaysWhy()
{
    const auto why = [](const char* text) {
        const auto read = filterFrom(*parsedJson(text));
        return read ? QString() : QString::fromStdString(read.error());
    };
    QCOMPARE(why("[]"), QStringLiteral("it has no conditions"));
    QVERIFY(why("{\"match\":\"some\",\"conditions\":[]}").contains("neither “all” nor “any”"));
    QVERIFY(why("{\"match\":3,\"conditions\":[]}").contains("neither “all” nor “any”"));
    QCOMPARE(why("{\"conditions\":[]}"), QString());
    QCOMPARE(why("{\"conditions\":[3]}"), QStringLiteral("a condition is no object"));
    QVERIFY(why("{\"conditions\":[{\"facet\":\"mood\",\"values\":[]}]}").contains("“mood”"));
    QVERIFY(why("{\"conditions\":[{\"facet\":\"type\"}]}").contains("has no values"));
    QVERIFY(why("{\"conditions\":[{\"facet\":\"type\",\"values\":[3]}]}").contains("is no text"));
    QVERIFY(why("{\"conditions\":[{\"facet\":\"date\",\"values\":[\"May\"]}]}")
                .contains("“May” is no date"));
}

QTEST_GUILESS_MAIN(FilterTest)
#include "filtertest.moc"
