// SPDX-License-Identifier: Apache-2.0
#include "graph/proposals/knownnames.h"

#include "graph/base/resourcefolder.h"
#include "graph/proposals/statenames.h"
#include "graph/text/sourcetext.h"
#include "tests/support/markedcorpus.h"

#include <QStringList>
#include <QTest>

#include <map>

using namespace entente;

namespace
{

std::string metadata(const char* language)
{
    return std::string(R"({"title": "T", "language": ")") + language + "\"}";
}

} // namespace

class KnownNamesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_marked = std::make_unique<MarkedCorpus>(); }

    void namesOfOneArticleAreFoundInAnother()
    {
        known("{T1 Person|Choe Son-hui} met {T2 Person|Sergei Lavrov} in {T3 Place|Moscow}.");
        plain("On Friday Choe Son-hui left; Sergei Lavrov stayed in Moscow, Choe in a hotel.");
        QCOMPARE(suggested(), QStringLiteral("Choe Son-hui (Person Choe Son-hui); "
                                             "Sergei Lavrov (Person Sergei Lavrov); "
                                             "Moscow (Place Moscow)"));
    }

    void whatIsMarkedIsNotSuggested()
    {
        m_marked->add("b", "{T1 Person|Choe} met Lavrov. Later Choe left, and Lavrov too.",
                      "N1\tReference T1 Wikidata:Q1\tChoe\n", metadata("en"));
        known("{T1 Person|Choe} met {T2 Person|Lavrov}.", "N1\tReference T1 Wikidata:Q1\tChoe\n");
        QCOMPARE(suggested(), QStringLiteral("Lavrov (Person Lavrov); Choe (Person Choe); "
                                             "Lavrov (Person Lavrov)"));
    }

    void statesAreFoundWithoutAnyAnnotation()
    {
        plain("North Korea’s minister met the Russian one.");
        QCOMPARE(suggested(), QStringLiteral("North Korea (State North Korea PRK, unknown); "
                                             "Russian (State Russia RUS, unknown)"));
    }

    void aKnownStateIsPointedTo()
    {
        known("{T1 State|Russia} and {T2 State|DPRK} and {T3 State|Nihon}.",
              "N1\tReference T3 ISO3166:JPN\tNippon\n");
        plain("Russian words, Japanese words, words of North Korea.");
        QCOMPARE(suggested(),
                 QStringLiteral("Russian (State Russia RUS); Japanese (State Nippon JPN); "
                                "North Korea (State DPRK PRK)"));
    }

    void theLongestNameWins()
    {
        known("{T1 State|Korea}, {T2 State|North Korea}, {T3 Organization|Bank of North Korea}.");
        plain("The Bank of North Korea is in North Korea, and that is in Korea.");
        QCOMPARE(spans(), QStringLiteral("Bank of North Korea; North Korea; Korea"));
    }

    void capitalsTellInNamesOfOneWord()
    {
        known("{T1 Person|May} and {T2 Organization|WHO} at {T3 Place|White House}.");
        plain("They may come in May. Who asked the WHO? A white house, the White House, who?");
        QCOMPARE(spans(), QStringLiteral("May; WHO; White House"));
    }

    void accentsAndKindsOfMarksMakeNoDifference()
    {
        known(
            "{T1 Person|Lech Wałęsa}, {T2 Organization|Workers' Party}, {T3 Person|Kim Jong Un}.");
        plain("Lech Walesa, the Workers’ Party and Kim Jong-un; Kim\nJong Un; Kim, Jong Un.");
        QCOMPARE(spans(), QStringLiteral("Lech Walesa; Workers’ Party; Kim Jong-un; Kim\nJong Un"));
    }

    void namesWithinLongerWordsAreNone()
    {
        known("{T1 Person|Kim} and {T2 Person|Brien}.");
        plain("Kimchi, O’Brien, Kim’s and Kims.");
        QCOMPARE(spans(), QStringLiteral("Kim"));
    }

    void particlesOfKoreanAreLeftOutside()
    {
        known("{T1 Person|김정은}, {T2 Person|푸틴}, {T3 Organization|WHO}.", {}, "ko");
        plain("김정은은 푸틴과 만났다. 푸틴에게서는 답이 없다. 푸틴주의, WHO는.", "ko");
        QCOMPARE(suggested(), QStringLiteral("김정은 (Person 김정은); 푸틴 (Person 푸틴); "
                                             "푸틴 (Person 푸틴); WHO (Organization WHO)"));
    }

    void namesInTheCasesOfRussian()
    {
        known("{T1 Person|Владимир Путин}, {T2 Person|Ким Чен Ын}, {T3 Place|Москва}.", {}, "ru");
        plain("В Москве с Владимиром Путиным говорили о Ким Чен Ыне; Москвой.", "ru");
        QCOMPARE(spans(), QStringLiteral("Москве; Владимиром Путиным; Ким Чен Ыне; Москвой"));
    }

    /// Bulgarian has no cases.
    void otherLanguagesAreNotDeclined()
    {
        known("{T1 Place|Москва}.", {}, "bg");
        plain("Москва, Москви.", "bg");
        QCOMPARE(spans(), QStringLiteral("Москва"));
    }

    void aSharedNameOffersAllThatBearIt()
    {
        known("{T1 Person|Kim} left. {T2 Person|Kim Jong-un} and {T3 Person|Kim Yo-jong} met.",
              "*\tSameAs T1 T2\n");
        m_marked->add("c", "{T1 Person|Kim} and {T2 Person|Kim Yo-jong}.", "*\tSameAs T1 T2\n",
                      metadata("en"));
        m_marked->add("b", "{T1 Person|Kim Yo-jong} spoke. Kim was brief.", "", metadata("en"));
        QCOMPARE(suggested(), QStringLiteral("Kim (Person Kim Yo-jong | Person Kim Jong-un)"));
    }

    void aNameThatGoesOnIsSomebodyElse()
    {
        known("{T1 Person|Kim}, {T2 Person|Putin}, {T3 State|Russia}.");
        plain("Kim Il-sung Square. Putin Tuesday left, Putin-era laws, President Kim. Kim Jong "
              "Il. Russia House.");
        QCOMPARE(spans(), QStringLiteral("Putin; Putin; Kim; Russia"));
    }

    void descriptionsAreNoNames()
    {
        known("{T1 Person|Kim Jong-un}: {T2 Person|he} is {T3 Person|the Marshal}. {T4 "
              "Organization|The newspaper} met {T5 Group|tourists}, {T6 Person|Marshal}.",
              "*\tSameAs T1 T2 T3\nA1\tMention T2 Pronoun\nA2\tMention T3 Nominal\n"
              "A3\tMention T6 Nominal\n");
        plain("The newspaper says he met Kim Jong-un, the Marshal, and tourists. Tourists!");
        QCOMPARE(spans(), QStringLiteral("Kim Jong-un"));
    }

    void withinADescriptionNamesAreStillToBeMarked()
    {
        m_marked->add("b",
                      "{T1 Organization|North Korean media} and {T2 Organization|Bank of Russia}.",
                      "", metadata("en"));
        QCOMPARE(spans(), QStringLiteral("North Korean"));
    }

    void aRefusedPlaceStaysAway()
    {
        plain("North Korea and Korea, and Russia.");
        QCOMPARE(spans(), QStringLiteral("North Korea; Korea; Russia"));
        // Nor does the "Korea" in it turn up in its place.
        QCOMPARE(spans({{0, 11}}), QStringLiteral("Korea; Russia"));
        QCOMPARE(spans({{0, 11}, {16, 21}, {27, 33}}), QString());
    }

    void eventsAndDatesAreNoNames()
    {
        m_marked->add("a", "{T1 Person|Choe} came: {T2 Visit|Visit} of {T3 Date|Monday}.",
                      "E1\tVisit:T2 Visitor:T1 Time:T3\n", metadata("en"));
        plain("Visit on Monday.");
        QCOMPARE(spans(), QString());
    }

    void anArticleThatIsNotThereHasNone()
    {
        plain("Russia.");
        const Corpus corpus = m_marked->open();
        const auto events =
            std::make_shared<const KnowledgeGraph>(fold(corpus.store, corpus.ontology));
        const KnownNames names(corpus.store, events, corpus.ontology);
        QVERIFY(names.suggest(ArticleId(), StateNames()).empty());
        QVERIFY(KnownNames().suggest(ArticleId(), StateNames()).empty());
    }

private:
    /// An article in which names are marked.
    void known(const std::string& marked, const std::string& lines = {},
               const char* language = "en")
    {
        m_marked->add("a", marked, lines, metadata(language));
    }

    /// The article that is looked at.
    void plain(const std::string& text, const char* language = "en")
    {
        m_marked->add("b", text, {}, metadata(language));
    }

    std::vector<NameSuggestion> suggestions(const std::set<TextSpan>& refused = {})
    {
        const Corpus corpus = m_marked->open();
        const auto events =
            std::make_shared<const KnowledgeGraph>(fold(corpus.store, corpus.ontology));
        const KnownNames names(corpus.store, events, corpus.ontology);
        for (const ArticleId id : corpus.store.articles()) {
            const Article& article = *corpus.store.article(id);
            if (article.name == "b")
                return names.suggest(
                    id, readStateNames(resourceFolder(), languageOf(article)).names, refused);
        }
        return {};
    }

    /// "words (Type name STATE | …)"
    QString suggested()
    {
        QStringList all;
        for (const NameSuggestion& suggestion : suggestions()) {
            QStringList choices;
            for (const NameChoice& choice : suggestion.choices) {
                QString words = QString::fromStdString(choice.type + ' ' + choice.name);
                if (!choice.state.empty())
                    words += QLatin1Char(' ') + QString::fromStdString(choice.state);
                if (choice.node.isNil())
                    words += QStringLiteral(", unknown");
                choices << words;
            }
            all << QString::fromStdString(suggestion.words) + QStringLiteral(" (") +
                       choices.join(QStringLiteral(" | ")) + QLatin1Char(')');
        }
        return all.join(QStringLiteral("; "));
    }

    QString spans(const std::set<TextSpan>& refused = {})
    {
        QStringList all;
        for (const NameSuggestion& suggestion : suggestions(refused))
            all << QString::fromStdString(suggestion.words);
        return all.join(QStringLiteral("; "));
    }

    std::unique_ptr<MarkedCorpus> m_marked;
};

QTEST_GUILESS_MAIN(KnownNamesTest)
#include "knownnamestest.moc"
