// SPDX-License-Identifier: Apache-2.0
// Two nodes are connected, and the edge rests on sentences that an analyst takes.
#include "graph/byhand/connecting.h"
#include "graph/byhand/analystsedge.h"
#include "graph/byhand/claimedits.h"
#include "graph/byhand/claiming.h"
#include "graph/byhand/marking.h"
#include "graph/model/analystsown.h"
#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "graph/ontology/ontology.h"
#include "graph/proposals/evidencesentences.h"
#include "graph/proposals/namesof.h"
#include "graph/proposals/statewords.h"
#include "graph/query/copies.h"
#include "graph/query/sources.h"
#include "graph/query/strength.h"
#include "graph/text/sourcetext.h"
#include "tests/support/handdesk.h"

#include <QTest>

#include <algorithm>

using namespace entente;

namespace
{

const char* const north = "Choe Son-hui visited Moscow. Lavrov received her there.\n"
                          "Choe Son-hui spoke with Lavrov. Kim Jong-un stayed at home.\n"
                          "Lavrov thanked Choe Son-hui.";
const char* const south = "In Moscow Choe Son-hui met Sergei Lavrov.";

/// An analyst before two articles: one that is annotated, and one that nobody has read.
class Desk : public HandDesk
{
public:
    Desk()
        : first(add("north", north))
        , second(add("south", south, false))
    {
        choe = graphNode(mark("Choe Son-hui", "Person"));
        lavrov = graphNode(mark("Lavrov", "Person"));
        visit = done(addEvent(base(), {.article = first,
                                       .trigger = place("visited"),
                                       .type = "Visit",
                                       .modality = Modality::Happened,
                                       .factuality = {},
                                       .polarity = {}}))
                    .claim;
    }

    using HandDesk::place;
    TextSpans place(const std::string& words, int which = 0) const
    {
        return {place(first, words, which)};
    }
    MadeMark mark(const std::string& words, const std::string& type, NodeId who = {}, int which = 0)
    {
        return HandDesk::mark(first, words, type, who, which);
    }
    NodeId graphNode(const MadeMark& mark) const { return graph.nodeOf(mark.entity); }
    NodeId visitNode() const { return graph.nodeOf(store.claim(visit)->event); }

    /// The sentence round words, with the marks of the two in it.
    EvidenceSentence sentence(const std::string& words, NodeId one, NodeId other) const
    {
        const Article& article = *store.article(first);
        EvidenceSentence result;
        result.article = first;
        result.span = article.text->sentenceRound(place(words).front(), article.language);
        result.one = placesOf(one, result.span);
        result.other = placesOf(other, result.span);
        return result;
    }
    /// The whole of the second article, in which nothing is marked.
    EvidenceSentence unread(const std::string& one, const std::string& other) const
    {
        EvidenceSentence result;
        result.article = second;
        result.span = {0, store.article(second)->text->size()};
        result.one = {{MentionId(), {place(second, one)}, true}};
        result.other = {{MentionId(), {place(second, other)}, true}};
        return result;
    }
    Connection connection(const std::string& type, NodeId one, NodeId other) const
    {
        for (const Connection& each : connectionsBetween(base(), one, other)) {
            if (each.type == type)
                return each;
        }
        qFatal("%s is not among the choices", type.c_str());
    }
    MadeConnection connectBy(const std::string& type, NodeId one, NodeId other,
                             const std::vector<EvidenceSentence>& sentences)
    {
        return done(
            addConnection(base(), connection(type, one, other), sentences, Modality::Happened));
    }
    std::vector<std::string> quotes(ClaimId id) const
    {
        std::vector<std::string> all;
        std::ranges::transform(store.claim(id)->quotes, std::back_inserter(all), &Quote::text);
        return all;
    }

    ArticleId first, second;
    StateWords states; ///< None.
    NodeId choe, lavrov;
    ClaimId visit;

private:
    std::vector<MentionPlace> placesOf(NodeId node, TextSpan within) const
    {
        std::vector<MentionPlace> places;
        for (const MentionId id : graph.node(node)->mentions) {
            const Mention& mention = *store.mention(id);
            if (mention.article == first && within.contains(hullOf(mention.spans)))
                places.push_back({id, mention.spans, true});
        }
        return places;
    }
};

} // namespace

class ConnectingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theOntologySaysWhatCanStandBetweenTwo()
    {
        Desk desk;
        const auto types = [&](NodeId one, NodeId other) {
            QStringList all;
            for (const Connection& each : connectionsBetween(desk.base(), one, other))
                all << QString::fromStdString(each.type);
            return all;
        };
        const QStringList roles = types(desk.choe, desk.visitNode());
        QCOMPARE(roles.mid(0, 3), (QStringList{QStringLiteral("Visitor"), QStringLiteral("Host"),
                                               QStringLiteral("Source")}));
        const QStringList meetings = types(desk.choe, desk.lavrov);
        QVERIFY(meetings.contains(QStringLiteral("Talks")));
        QVERIFY(meetings.contains(QStringLiteral("Visit")));
        QVERIFY(!meetings.contains(QStringLiteral("SameAs")));
        QVERIFY(types(desk.choe, desk.choe).isEmpty());
    }

    void whatIsAskedForComesBeforeWhatElseTwoCanBe()
    {
        Desk desk;
        const Connection talks = desk.connection("Talks", desk.choe, desk.lavrov);
        QCOMPARE(talks.fromRole, std::string("Participant"));
        QCOMPARE(talks.toRole, std::string("Participant"));
        const Connection visit = desk.connection("Visit", desk.choe, desk.lavrov);
        QCOMPARE(visit.fromRole, std::string("Visitor"));
        QCOMPARE(visit.toRole, std::string("Host"));
    }

    /// She visited; the sentence after says who received her.
    void aRoleIsFilledInTheClaimThatBeginsFromTheWords()
    {
        Desk desk;
        const EvidenceSentence both = [&] {
            EvidenceSentence sentence = desk.sentence("visited", desk.visitNode(), desk.choe);
            sentence.span.end = desk.place("there").front().end + 1;
            sentence.isTwo = true;
            sentence.other = {{MentionId(), desk.place("Lavrov"), true}};
            sentence.other.front().mention = desk.graph.node(desk.lavrov)->mentions.front();
            return sentence;
        }();
        const MadeConnection made = desk.connectBy("Host", desk.visitNode(), desk.lavrov, {both});
        QCOMPARE(made.claims, std::vector{desk.visit});
        QCOMPARE(desk.store.claim(desk.visit)->roles.size(), 1U);
        QCOMPARE(
            desk.quotes(desk.visit),
            std::vector<std::string>{"Choe Son-hui visited Moscow. Lavrov received her there."});
        QVERIFY(Desk::refusal(addConnection(desk.base(),
                                            desk.connection("Host", desk.visitNode(), desk.lavrov),
                                            std::vector{both}))
                    .contains(QStringLiteral("say already")));
    }

    /// It rests on marked words, in which the new filler does not stand.
    void whatIsTakenBecomesEvidenceBesideTheOneThereIs()
    {
        Desk desk;
        desk.perform(
            *setEvidence(desk.base(), desk.visit, desk.place("Choe Son-hui visited Moscow")));
        const std::vector<MentionId> names = desk.graph.node(desk.lavrov)->mentions;
        EvidenceSentence later;
        later.article = desk.first;
        later.span = {desk.place("Lavrov").front().begin, desk.place("there").front().end + 1};
        later.one = {{desk.store.claim(desk.visit)->trigger, desk.place("visited"), true}};
        later.other = {{names.front(), desk.place("Lavrov"), true}};
        desk.connectBy("Host", desk.visitNode(), desk.lavrov, {later});
        QCOMPARE(desk.quotes(desk.visit), (std::vector<std::string>{"Choe Son-hui visited Moscow",
                                                                    "Lavrov received her there."}));
    }

    /// Of two sentences that are taken together it rests on the first, which does not name him.
    void ofTwoSentencesWhatIsTakenBecomesEvidenceThoughItRestsOnOne()
    {
        Desk desk;
        desk.perform(
            *setEvidence(desk.base(), desk.visit, desk.place("Choe Son-hui visited Moscow.")));
        EvidenceSentence both = desk.sentence("visited", desk.visitNode(), desk.lavrov);
        both.isTwo = true;
        both.span.end = desk.place("there").front().end + 1;
        both.other = {{desk.graph.node(desk.lavrov)->mentions.front(), desk.place("Lavrov"), true}};
        desk.connectBy("Host", desk.visitNode(), desk.lavrov, {both});
        QCOMPARE(
            desk.quotes(desk.visit),
            (std::vector<std::string>{"Choe Son-hui visited Moscow.",
                                      "Choe Son-hui visited Moscow. Lavrov received her there."}));
    }

    /// She goes to one place and to another, as one passage has it.
    void aRoleThatIsFullIsFilledInAnotherClaimOfTheSameWords()
    {
        Desk desk;
        const MadeClaim stayed = desk.done(addEvent(desk.base(), {.article = desk.first,
                                                                  .trigger = desk.place("stayed"),
                                                                  .type = "Movement",
                                                                  .modality = Modality::Planned,
                                                                  .factuality = Factuality::PSplus,
                                                                  .polarity = "Positive"}));
        const auto fill = [&](const char* role, const MadeMark& mark) {
            desk.done(fillRole(desk.base(), stayed.claim, role, mark.mention));
        };
        const MadeMark kim = desk.mark("Kim Jong-un", "Person");
        fill("Traveller", kim);
        fill("Destination", desk.mark("home", "Place"));
        fill("Source", desk.mark("Lavrov", "Person", desk.lavrov, 1));
        desk.done(setDate(desk.base(), stayed.claim, desk.place("spoke"), *parseEdtf("2024-01")));
        desk.done(setEvidence(desk.base(), stayed.claim, desk.place("Kim Jong-un stayed at home")));
        ClaimFields fields;
        fields.aspect = "Ongoing";
        fields.dates = std::vector{*parseEdtf("2024-02")}; // An analyst knows better.
        desk.perform(ChangeClaim{stayed.claim, fields});
        const NodeId moscow = desk.graphNode(desk.mark("Moscow", "Place"));
        EvidenceSentence sentence = desk.sentence("stayed", desk.nodeOf(stayed), desk.lavrov);
        sentence.other = {{desk.graph.node(moscow)->mentions.front(), desk.place("Moscow"), true}};
        const MadeConnection made =
            desk.connectBy("Destination", desk.nodeOf(stayed), moscow, {sentence});
        QVERIFY(made.claims.at(0) != stayed.claim);
        const Claim& first = desk.claim(stayed.claim);
        const Claim& second = desk.claim(made.claims.at(0));
        QCOMPARE(second.trigger, first.trigger);
        QCOMPARE(second.modality, first.modality);
        QCOMPARE(second.factuality, first.factuality);
        QCOMPARE(second.aspect, first.aspect);
        QCOMPARE(second.dates, first.dates);
        const auto rolesOf = [](const Claim& claim) {
            QStringList names;
            for (const RoleFiller& role : claim.roles)
                names << QString::fromStdString(role.role);
            names.sort();
            return names.join(QLatin1Char(' '));
        };
        QCOMPARE(rolesOf(second), QStringLiteral("Destination Evidence Source Time Traveller"));
        QCOMPARE(desk.quotes(second.id), std::vector<std::string>{"Kim Jong-un stayed at home."});
    }

    /// What one passage says of several places it says once.
    void claimsOfTheSameWordsHaveOneVote()
    {
        Desk desk;
        const MadeClaim planned = desk.event(desk.first, "spoke", "Movement", Modality::Planned);
        const MadeClaim happened = desk.event(desk.first, "stayed", "Movement", Modality::Happened);
        desk.perform(moveTo(desk.store, {happened.claim}, desk.claim(planned.claim).event));
        Claim again = desk.claim(happened.claim);
        again.id = ClaimId(randomUuid());
        desk.perform(AddClaim{again});
        const auto modality = [&] { return desk.graph.node(desk.nodeOf(planned))->modality; };
        QCOMPARE(modality(), std::optional(Modality::Planned)); // As often, and said first.
        Claim other = again;
        other.id = ClaimId(randomUuid());
        other.trigger = desk.event(desk.first, "received", "Movement", {}).trigger;
        desk.perform(AddClaim{other});
        QCOMPARE(modality(), std::optional(Modality::Happened));
    }

    void aNewMeetingHasAClaimForEachSentence()
    {
        Desk desk;
        desk.mark("Choe Son-hui", "Person", desk.choe, 1);
        desk.mark("Lavrov", "Person", desk.lavrov, 1);
        const MadeConnection made = desk.connectBy("Talks", desk.choe, desk.lavrov,
                                                   {desk.sentence("spoke", desk.choe, desk.lavrov),
                                                    desk.unread("Choe Son-hui", "Lavrov")});
        QCOMPARE(made.claims.size(), 2U);
        const NodeId node = desk.graph.nodeOf(made.event);
        const Node& talks = *desk.graph.node(node);
        QCOMPARE(talks.claims.size(), 2U);
        QCOMPARE(talks.modality, std::optional(Modality::Happened));
        QCOMPARE(desk.graph.edgesAt(node).size(), 2U); // One for each who takes part.
        QCOMPARE(desk.quotes(made.claims[0]),
                 std::vector<std::string>{"Choe Son-hui spoke with Lavrov."});
        QCOMPARE(desk.quotes(made.claims[1]), std::vector<std::string>{south});
        QCOMPARE(desk.store.claim(made.claims[1])->quotes.at(0).source, QuoteSource::Evidence);
        QCOMPARE(desk.store.claim(made.claims[1])->origin, Origin::ByHand);
    }

    /// A meeting that was drawn has no words that begin it; its quote tells where it is spoken of.
    void whoElseWasThereIsFoundByTheQuoteOfTheMeeting()
    {
        Desk desk;
        desk.mark("Choe Son-hui", "Person", desk.choe, 1);
        desk.mark("Lavrov", "Person", desk.lavrov, 1);
        const NodeId interpreter = desk.graphNode(desk.mark("spoke with Lavrov", "Person"));
        const MadeConnection talks = desk.connectBy(
            "Talks", desk.choe, desk.lavrov, {desk.sentence("spoke", desk.choe, desk.lavrov)});
        const NodeId node = desk.graph.nodeOf(talks.event);
        const EvidenceSentences found =
            evidenceSentences(desk.graph, desk.store, node, interpreter, desk.states);
        QCOMPARE(found.sentences.size(), 1U);
        const MadeConnection made =
            desk.connectBy("Participant", node, interpreter, found.sentences);
        QCOMPARE(made.claims, talks.claims);
        QCOMPARE(desk.store.claim(made.claims.at(0))->roles.size(), 4U); // With the evidence.
        QCOMPARE(desk.graph.edgesAt(node).size(), 3U);
    }

    void whoIsNotMarkedInAnArticleIsMarkedOnce()
    {
        Desk desk;
        const EvidenceSentence sentence = desk.unread("Choe Son-hui", "Lavrov");
        const int before = desk.graph.nodeCount();
        desk.connectBy("Talks", desk.choe, desk.lavrov, {sentence, sentence});
        QCOMPARE(desk.graph.nodeCount(), before + 1); // The meeting; nobody twice.
        const auto& mentions = desk.store.records(desk.second).mentions;
        QCOMPARE(std::ranges::count(mentions, std::string("Person"), &Mention::type), 2);
    }

    /// By "Korean" the one in the south would be taken for the one in the north.
    void anAdjectiveIsNoNameOfTheState()
    {
        Desk desk;
        const NodeId moscow = desk.graphNode(desk.mark("Moscow", "State"));
        EvidenceSentence sentence = desk.unread("Choe Son-hui", "Sergei");
        sentence.other.front().isAdjective = true;
        const MadeConnection made = desk.connectBy("Represents", desk.choe, moscow, {sentence});
        QCOMPARE(made.claims.size(), 1U);
        const auto& mentions = desk.store.records(desk.second).mentions;
        const auto marked = std::ranges::find(mentions, std::string("Sergei"), &Mention::text);
        QVERIFY(marked != mentions.end());
        QCOMPARE(desk.graph.nodeOf(marked->entity), moscow);
        QVERIFY(!isName(*marked));
    }

    void aRelationRestsOnTheSentence()
    {
        Desk desk;
        const NodeId moscow = desk.graphNode(desk.mark("Moscow", "State"));
        const MadeConnection made = desk.connectBy("Represents", desk.choe, moscow,
                                                   {desk.sentence("visited", desk.choe, moscow)});
        QCOMPARE(desk.quotes(made.claims.at(0)),
                 std::vector<std::string>{"Choe Son-hui visited Moscow."});
        QCOMPARE(desk.graph.edgesAt(moscow).size(), 1U);
        QVERIFY(
            Desk::refusal(addConnection(desk.base(),
                                        made.claims.empty()
                                            ? Connection()
                                            : desk.connection("Represents", desk.choe, moscow),
                                        std::vector{desk.sentence("visited", desk.choe, moscow)}))
                .contains(QStringLiteral("say already")));
    }

    void aRelationIsInTheSentenceAlreadyByOtherWords()
    {
        Desk desk;
        const NodeId moscow = desk.graphNode(desk.mark("Moscow", "State"));
        EvidenceSentence sentence = desk.sentence("visited", desk.choe, moscow);
        desk.connectBy("Represents", desk.choe, moscow, {sentence});
        const MadeMark other = desk.mark("Son-hui", "Person", desk.choe);
        sentence.one = {{other.mention, desk.place("Son-hui"), true}};
        const Connection represents = desk.connection("Represents", desk.choe, moscow);
        QVERIFY(Desk::refusal(addConnection(desk.base(), represents, std::vector{sentence}))
                    .contains(QStringLiteral("say already")));
    }

    void whatDoesNotFitOrIsGoneIsRefused()
    {
        Desk desk;
        Connection wrong = desk.connection("Visitor", desk.visitNode(), desk.choe);
        wrong.type = "Participant";
        const std::vector sentences{desk.sentence("visited", desk.visitNode(), desk.choe)};
        QVERIFY(Desk::refusal(addConnection(desk.base(), wrong, sentences))
                    .contains(QStringLiteral("cannot be between")));
        wrong.to = NodeId(randomUuid());
        QVERIFY(Desk::refusal(addConnection(desk.base(), wrong, sentences))
                    .contains(QStringLiteral("not here any more")));
        QVERIFY(Desk::refusal(addConnection(desk.base(),
                                            desk.connection("Visitor", desk.visitNode(), desk.choe),
                                            {}))
                    .contains(QStringLiteral("choose some")));
    }

    void aJudgementCountsAsNoSource()
    {
        Desk desk;
        const NodeId kim = desk.graphNode(desk.mark("Kim Jong-un", "Person"));
        const MadeAnalystsEdge made =
            desk.done(addAnalystsEdge(desk.base(), {.from = desk.visitNode(),
                                                    .to = kim,
                                                    .type = "Host",
                                                    .because = "Who else could have?",
                                                    .author = "R. Moreau",
                                                    .day = *parseEdtf("2024-01-20")}));
        const std::vector alone{made.claim};
        const std::vector both{made.claim, desk.visit};
        QVERIFY(isJudgementAlone(desk.store, alone));
        QVERIFY(!isJudgementAlone(desk.store, both));
        QVERIFY(!isJudgementAlone(desk.store, {}));
        QCOMPARE(judgementsAmong(desk.store, both), 1);
        QVERIFY(independentSources(desk.store, {}, alone).empty());
        QCOMPARE(independentSources(desk.store, {}, both).size(), 1U);
        const Strength strength = strengthOf(desk.store, {}, alone, Modality::Happened);
        QCOMPARE(strength.sources, 0);
        QCOMPARE(strength.grade.credibility, std::string("6"));
        QCOMPARE(strengthOf(desk.store, {}, both, Modality::Happened).sources, 1);
    }

    /// "happened 2" would say that two articles have them meet.
    void aMeetingByJudgementIsCountedApart()
    {
        Desk desk;
        desk.mark("Choe Son-hui", "Person", desk.choe, 1);
        desk.mark("Lavrov", "Person", desk.lavrov, 1);
        desk.connectBy("Talks", desk.choe, desk.lavrov,
                       {desk.sentence("spoke", desk.choe, desk.lavrov)});
        const MadeAnalystsNode made = desk.done(addAnalystsNode(
            desk.base(), {.type = "Talks",
                          .name = "",
                          .roles = {{"Participant", desk.choe}, {"Participant", desk.lavrov}},
                          .modality = Modality::Happened,
                          .because = "They were seen together.",
                          .author = "R. Moreau",
                          .day = *parseEdtf("2024-01-20")}));
        const auto tie = [&desk] {
            const KnowledgeGraph actors = actorsProjection(desk.graph, testOntology());
            return *actors.edge(actors.edgesAt(desk.choe).at(0));
        };
        QCOMPARE(tie().label, std::string("happened 1; by an analyst's judgement: happened 1"));
        QCOMPARE(tie().tie().events.size(), 2U);
        QVERIFY(!tie().judged);
        ClaimFields rejected;
        rejected.rejected = true;
        for (const Claim& claim : desk.store.records(desk.first).claims)
            desk.perform(ChangeClaim{claim.id, rejected});
        QCOMPARE(tie().label, std::string("by an analyst's judgement: happened 1"));
        QVERIFY(tie().judged && tie().modality == Modality::Happened);
        QCOMPARE(tie().claims, std::vector{made.claim});
    }

    /// What an analyst has judged is no evidence for it, and takes no sentence's place.
    void aJudgementIsNoSentenceToTake()
    {
        Desk desk;
        desk.mark("Choe Son-hui", "Person", desk.choe, 1);
        desk.mark("Lavrov", "Person", desk.lavrov, 1);
        const auto found = [&desk](int limit) {
            return evidenceSentences(desk.graph, desk.store, desk.choe, desk.lavrov, desk.states,
                                     limit);
        };
        const std::vector<EvidenceSentence> before = found(200).sentences;
        QVERIFY(before.size() > 1U);
        desk.done(addAnalystsNode(
            desk.base(), {.type = "Talks",
                          .name = "",
                          .roles = {{"Participant", desk.choe}, {"Participant", desk.lavrov}},
                          .modality = {},
                          .because = "They were seen together.",
                          .author = "R. Moreau",
                          .day = *parseEdtf("2024-01-20")}));
        QCOMPARE(found(200).sentences.size(), before.size());
        QCOMPARE(found(1).leftOut, static_cast<int>(before.size()) - 1);
    }

    /// An analyst said so when it was still planned; what an article says of it decides.
    void aJudgementOutweighsNoArticle()
    {
        Desk desk;
        ClaimFields planned;
        planned.modality = std::optional(Modality::Planned);
        desk.perform(ChangeClaim{desk.visit, planned});
        desk.done(addAnalystsEdge(desk.base(), {.from = desk.visitNode(),
                                                .to = desk.lavrov,
                                                .type = "Host",
                                                .because = "Who else could have?",
                                                .author = "R. Moreau",
                                                .day = *parseEdtf("2024-01-20")}));
        QCOMPARE(desk.graph.node(desk.visitNode())->modality, std::optional(Modality::Planned));
        ClaimFields happened;
        happened.modality = std::optional(Modality::Happened);
        desk.perform(ChangeClaim{desk.visit, happened});
        QCOMPARE(desk.graph.node(desk.visitNode())->modality, std::optional(Modality::Happened));
    }

    /// Nothing but the role was judged: what the article said of the visit goes with it.
    void aJudgementSaysNothingOfWhetherItHappened()
    {
        Desk desk;
        const MadeAnalystsEdge made =
            desk.done(addAnalystsEdge(desk.base(), {.from = desk.visitNode(),
                                                    .to = desk.lavrov,
                                                    .type = "Host",
                                                    .because = "Who else could have?",
                                                    .author = "R. Moreau",
                                                    .day = *parseEdtf("2024-01-20")}));
        const auto modality = [&] {
            const NodeId visit =
                desk.nodeOf(MadeClaim{.edit = {}, .claim = made.claim, .trigger = {}});
            const Edge& host = *desk.graph.edge(desk.graph.edgesAt(visit).front());
            if (host.modality != desk.graph.node(visit)->modality)
                qFatal("It is not as sure as the visit.");
            return host.modality;
        };
        QCOMPARE(modality(), std::optional(Modality::Happened));
        ClaimFields rejected;
        rejected.rejected = true;
        desk.perform(ChangeClaim{desk.visit, rejected});
        QCOMPARE(modality(), std::optional<Modality>());
    }

    void somebodyNewStandsInATextOfTheAnalysts()
    {
        Desk desk;
        const MadeAnalystsNode made =
            desk.done(addAnalystsNode(desk.base(), {.type = "Person",
                                                    .name = "An Interpreter",
                                                    .roles = {},
                                                    .modality = {},
                                                    .because = {},
                                                    .author = "R. Moreau",
                                                    .day = *parseEdtf("2024-01-20")}));
        QCOMPARE(desk.graph.node(made.node)->name, std::string("An Interpreter"));
        QVERIFY(isAnalystsOwn(*desk.store.article(made.article)));
        QCOMPARE(desk.store.article(made.article)->text->utf8(),
                 std::string("An Interpreter (Person).\n"));
        QVERIFY(Desk::refusal(addAnalystsNode(desk.base(), {.type = "Person",
                                                            .name = " ",
                                                            .roles = {},
                                                            .modality = {},
                                                            .because = {},
                                                            .author = {},
                                                            .day = {}}))
                    .contains(QStringLiteral("needs a name")));
    }

    void aMeetingWithoutWordsNeedsAReason()
    {
        Desk desk;
        AnalystsNode wish{.type = "Talks",
                          .name = {},
                          .roles = {{"Participant", desk.choe}, {"Participant", desk.lavrov}},
                          .modality = Modality::Planned,
                          .because = {},
                          .author = "R. Moreau",
                          .day = *parseEdtf("2024-01-20")};
        QVERIFY(Desk::refusal(addAnalystsNode(desk.base(), wish))
                    .contains(QStringLiteral("needs a reason")));
        wish.because = "Both were in the building.";
        const MadeAnalystsNode made = desk.done(addAnalystsNode(desk.base(), wish));
        QCOMPARE(desk.store.article(made.article)->text->utf8(),
                 std::string("Talks – Participant: Choe Son-hui, Participant: Lavrov.\n"
                             "Both were in the building.\n"));
        QCOMPARE(desk.graph.edgesAt(made.node).size(), 2U);
        QCOMPARE(desk.graph.node(made.node)->modality, std::optional(Modality::Planned));
        QCOMPARE(desk.graph.nodeCount(), 4); // Those who were there are no others.
        wish.roles = {};
        wish.name = "Talks by Night";
        const MadeAnalystsNode other = desk.done(addAnalystsNode(desk.base(), wish));
        QCOMPARE(desk.graph.node(other.node)->title, std::string("Talks by Night"));
    }
};

QTEST_APPLESS_MAIN(ConnectingTest)
#include "connectingtest.moc"
