// SPDX-License-Identifier: Apache-2.0
// The sentences that an edge between two nodes may rest on.
#include "graph/proposals/evidencesentences.h"

#include "graph/base/resourcefolder.h"
#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "graph/proposals/statewords.h"
#include "graph/text/sourcetext.h"
#include "tests/support/markedcorpus.h"

#include <QStringList>
#include <QTest>

#include <memory>

using namespace entente;

namespace
{

/// A folder as a reader picks from it.
class Picking
{
public:
    explicit Picking(const MarkedCorpus& folder)
        : m_corpus(folder.open())
        , m_events(std::make_shared<const KnowledgeGraph>(fold(m_corpus.store, m_corpus.ontology)))
    {
    }

    NodeId node(const std::string& name) const
    {
        for (const NodeId id : m_events->nodes()) {
            const Node& node = *m_events->node(id);
            if (node.name == name || (node.kind == NodeKind::Event && node.type == name))
                return id;
        }
        qFatal("no such node: %s", name.c_str());
    }

    EvidenceSentences sentences(const std::string& one, const std::string& other,
                                int limit = 200) const
    {
        StateWords states(m_corpus.store, m_events, m_corpus.ontology, resourceFolder());
        return evidenceSentences(*m_events, m_corpus.store, node(one), node(other), states, limit);
    }

    /// One a line: its words, how it is marked, what is annotated there.
    QString lines(const std::string& one, const std::string& other) const
    {
        QStringList lines;
        for (const EvidenceSentence& sentence : sentences(one, other).sentences)
            lines += line(sentence);
        return lines.join(QLatin1Char('\n'));
    }

    QString line(const EvidenceSentence& sentence) const
    {
        QString line = words(sentence.article, {sentence.span});
        if (!sentence.namesBoth())
            line += QStringLiteral(" | unnamed");
        if (sentence.isTwo)
            line += QStringLiteral(" | two");
        for (const ClaimId claim : sentence.claims)
            line += QStringLiteral(" | ") +
                    QString::fromStdString(m_corpus.store.claim(claim)->sourceId);
        return line;
    }

    /// "Choe [T1], she": what is found has no id.
    QString places(const EvidenceSentence& sentence, const std::vector<MentionPlace>& places) const
    {
        QStringList all;
        for (const MentionPlace& place : places) {
            all += words(sentence.article, place.spans);
            if (const Mention* mention = m_corpus.store.mention(place.mention))
                all.back() +=
                    QStringLiteral(" [%1]").arg(QString::fromStdString(mention->sourceId));
        }
        return all.join(QStringLiteral(", "));
    }

private:
    QString words(ArticleId article, const TextSpans& spans) const
    {
        return QString::fromStdString(m_corpus.store.article(article)->text->slice(spans));
    }

    Corpus m_corpus;
    std::shared_ptr<const KnowledgeGraph> m_events;
};

void addNorth(MarkedCorpus& folder)
{
    folder.add("north",
               "{T1 Person|Choe Son-hui} {T2 Visit|visits} {T3 State|Russia}. "
               "The weather is bad. {T4 Person|She} will see more of {T5 State|Russia}. "
               "{T6 Person|Choe} is at home.",
               "E1\tVisit:T2 Visitor:T1 Destination:T3\n"
               "*\tSameAs T1 T4 T6\n*\tSameAs T3 T5\n"
               "A1\tMention T4 Pronoun\n",
               R"({"published": "2024-01-15", "language": "en"})");
}

/// With each quotation mark closed in its string: moc reads no others.
std::string metadataOf(const char* day)
{
    std::string json = R"({"published": "day"})";
    return json.replace(json.find("day"), 3, day);
}

} // namespace

class EvidenceSentencesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sentencesThatNameBothComeFirst()
    {
        MarkedCorpus folder;
        addNorth(folder);
        const Picking picking(folder);
        QCOMPARE(picking.lines("Choe Son-hui", "Russia"),
                 QString("Choe Son-hui visits Russia. | E1\n"
                         "She will see more of Russia. | unnamed"));
        const EvidenceSentence best = picking.sentences("Choe Son-hui", "Russia").sentences.front();
        QCOMPARE(picking.places(best, best.one), QString("Choe Son-hui [T1]"));
        QCOMPARE(picking.places(best, best.other), QString("Russia [T3]"));
        QVERIFY(best.namesOne && best.namesOther);
    }

    void whichOfTheTwoIsUnnamedIsSaid()
    {
        MarkedCorpus folder;
        addNorth(folder);
        const Picking picking(folder);
        const EvidenceSentence second = picking.sentences("Russia", "Choe Son-hui").sentences.at(1);
        QVERIFY(second.namesOne);
        QVERIFY(!second.namesOther);
    }

    void twoSentencesThatFollowEachOtherCountTogether()
    {
        MarkedCorpus folder;
        folder.add("north",
                   "{T1 Person|Choe Son-hui} left home. {T2 State|Russia} awaits her. The end. "
                   "{T3 Person|Choe Son-hui} is back.",
                   "*\tSameAs T1 T3\n");
        QCOMPARE(Picking(folder).lines("Choe Son-hui", "Russia"),
                 QString("Choe Son-hui left home. Russia awaits her. | two"));
    }

    void whatStandsNearIsBetterAndAmongEqualsTheLaterArticle()
    {
        MarkedCorpus folder;
        const auto add = [&](const char* name, const char* verb, const char* day) {
            folder.add(name,
                       std::string("{T1 Person|Choe Son-hui} ") + verb + " {T2 State|Russia}.", "",
                       metadataOf(day));
        };
        add("a", "left for", "2024-01-14");
        add("b", "arrived in", "2024-01-15");
        add("c",
            "was seen by our own reporter as she stepped from the aeroplane on a cold morning in",
            "2024-01-16");
        QCOMPARE(
            Picking(folder).lines("Choe Son-hui", "Russia").remove(QStringLiteral("Choe Son-hui ")),
            QString("arrived in Russia.\nleft for Russia.\n"
                    "was seen by our own reporter as she stepped from the aeroplane on a cold "
                    "morning in Russia."));
    }

    void whatIsLeftOutIsCounted()
    {
        MarkedCorpus folder;
        addNorth(folder);
        const EvidenceSentences one = Picking(folder).sentences("Choe Son-hui", "Russia", 1);
        QCOMPARE(one.sentences.size(), 1U);
        QCOMPARE(one.leftOut, 1);
        QVERIFY(!one.sentences.front().claims.empty());
    }

    void anEventIsMentionedByItsTrigger()
    {
        MarkedCorpus folder;
        addNorth(folder);
        const Picking picking(folder);
        QCOMPARE(picking.lines("Visit", "Russia"), QString("Choe Son-hui visits Russia. | E1"));
    }

    void theClaimsOfAnOfficeAreOfBothItsEnds()
    {
        MarkedCorpus folder;
        folder.add("north",
                   "{T1 State|North Korea}’s {T2 Position|Foreign Minister} "
                   "{T3 Person|Choe Son-hui} came.",
                   "R1\tHoldsPosition Arg1:T3 Arg2:T2\t\nR2\tRepresents Arg1:T2 Arg2:T1\t\n");
        QCOMPARE(Picking(folder).lines("Choe Son-hui", "North Korea"),
                 QString("North Korea’s Foreign Minister Choe Son-hui came. | R1 | R2"));
    }

    /// "North Korean" is no name that anybody has marked, and yet a word for the state.
    void aStateIsFoundByWhatItsPeopleAreCalled()
    {
        MarkedCorpus folder;
        folder.add("north", "{T1 State|North Korea} is far. {T2 Person|Lavrov} is here.", "");
        folder.add("english", "Lavrov saw North Korean ministers. He saw South Korean guests.", "",
                   R"({"language": "en"})");
        folder.add("russian", "Lavrov встретил северокорейских министров.", "",
                   R"({"language": "ru"})");
        const Picking picking(folder);
        QCOMPARE(picking.lines("Lavrov", "North Korea"),
                 QString("Lavrov saw North Korean ministers.\n"
                         "Lavrov встретил северокорейских министров.\n"
                         "North Korea is far. Lavrov is here. | two"));
        const EvidenceSentence english =
            picking.sentences("Lavrov", "North Korea").sentences.front();
        QCOMPARE(picking.places(english, english.other), QString("North Korean"));
        QVERIFY(english.namesBoth());
        QVERIFY(english.other.front().isAdjective);
        QVERIFY(!english.one.front().isAdjective);
    }

    /// One word is no evidence that two are mentioned.
    void aNameIsNotTakenForTheStateWithinIt()
    {
        MarkedCorpus folder;
        folder.add("marked", "{T1 Person|Michael Jordan} is here. {T2 State|Jordan} is there.", "");
        folder.add("plain", "Michael Jordan arrived. Michael Jordan left Jordan.", "",
                   R"({"language": "en"})");
        QCOMPARE(Picking(folder).lines("Michael Jordan", "Jordan"),
                 QString("Michael Jordan left Jordan.\n"
                         "Michael Jordan is here. Jordan is there. | two"));
    }

    void articlesThatNobodyAnnotatedAreSearchedForTheNames()
    {
        MarkedCorpus folder;
        addNorth(folder);
        folder.addPlain("plain", "Choe Son-hui flew to Russia. She likes Russia. "
                                 "Choe is no Choelike person in Russian eyes.");
        const Picking picking(folder);
        const auto all = picking.sentences("Choe Son-hui", "Russia").sentences;
        QStringList found;
        for (const EvidenceSentence& sentence : all) {
            if (sentence.one.front().mention.isNil())
                found += picking.line(sentence) + QStringLiteral(" (") +
                         picking.places(sentence, sentence.one) + QStringLiteral("; ") +
                         picking.places(sentence, sentence.other) + QLatin1Char(')');
        }
        QCOMPARE(found.join(QLatin1Char('\n')),
                 QString("Choe Son-hui flew to Russia. (Choe Son-hui; Russia)\n"
                         "Choe is no Choelike person in Russian eyes. (Choe; Russian)"));
    }

    void annotatedArticlesAreSearchedForTheNamesThatNobodyMarkedThere()
    {
        MarkedCorpus folder;
        folder.add("north",
                   "{T1 Person|Choe Son-hui} {T2 Visit|visits} {T3 State|Russia}. Russia thanked "
                   "Choe Son-hui. {T4 Person|Choe Son-hui} left Russia.",
                   "E1\tVisit:T2 Visitor:T1 Destination:T3\n*\tSameAs T1 T4\n");
        folder.add("south", "Russia invited Choe Son-hui again.", "");
        const Picking picking(folder);
        QCOMPARE(picking.lines("Choe Son-hui", "Russia"),
                 QString("Choe Son-hui visits Russia. | E1\n"
                         "Russia thanked Choe Son-hui.\n"
                         "Choe Son-hui left Russia.\n"
                         "Russia invited Choe Son-hui again."));
        // Of an event by its trigger, and of what nobody marked beside it.
        QCOMPARE(picking.lines("Visit", "Russia"), QString("Choe Son-hui visits Russia. | E1"));
    }

    void aNameWithinALongerOneOfAnotherIsNotFound()
    {
        MarkedCorpus folder;
        folder.add("north",
                   "{T1 State|Korea} and {T2 State|North Korea} met {T3 Person|Kim Jong-un} and "
                   "{T4 Person|Kim Yo-jong}. {T5 Person|Kim} spoke, then {T6 Person|Kim}.",
                   "*\tSameAs T3 T5\n*\tSameAs T4 T6\n");
        folder.addPlain("plain", "Kim Jong-un left North Korea. Nothing. Kim Jong-un saw Korea. "
                                 "Nothing. Kim loves Korea.");
        const Picking picking(folder);
        QStringList found;
        for (const EvidenceSentence& sentence :
             picking.sentences("Kim Jong-un", "Korea").sentences) {
            if (sentence.one.front().mention.isNil())
                found += picking.line(sentence);
        }
        QCOMPARE(found.join(QLatin1Char('\n')),
                 QString("Kim Jong-un saw Korea.\nKim loves Korea. | unnamed"));
        // One "Kim" is not both of them.
        for (const EvidenceSentence& sentence :
             picking.sentences("Kim Jong-un", "Kim Yo-jong").sentences)
            QVERIFY(!sentence.other.front().mention.isNil());
    }

    void namesAreFoundInOtherScripts()
    {
        MarkedCorpus folder;
        folder.add("north", "{T1 Person|Путин} принял: {T2 Person|김정은}, {T3 State|朝鲜}.", "");
        folder.addPlain("plain", "Визит Путина: 김정은은 기다린다. 😀 김정은在朝鲜。");
        const Picking picking(folder);
        QVERIFY(picking.lines("Путин", "김정은").contains(QStringLiteral("Путина")));
        QVERIFY(picking.lines("김정은", "朝鲜").contains(QStringLiteral("김정은在朝鲜。")));
    }

    void pronounsAndSmallWordsAreNoNamesToSearchFor()
    {
        MarkedCorpus folder;
        folder.add(
            "north",
            "{T1 Person|Choe Son-hui} came, and {T2 Person|she} saw {T3 Group|the ministers} "
            "of {T4 State|Russia}.",
            "*\tSameAs T1 T2\n");
        folder.addPlain("plain", "Russia is large, and she saw the ministers in Russia.");
        const Picking picking(folder);
        QCOMPARE(picking.sentences("Choe Son-hui", "Russia").sentences.size(), 1U);
        QCOMPARE(picking.sentences("the ministers", "Russia").sentences.size(), 1U);
    }
};

QTEST_GUILESS_MAIN(EvidenceSentencesTest)
#include "evidencesentencestest.moc"
