// SPDX-License-Identifier: Apache-2.0
#include "graph/proposals/entitycandidates.h"

#include "graph/base/resourcefolder.h"
#include "graph/proposals/statenames.h"
#include "tests/support/storetext.h"

#include <QStringList>
#include <QTest>

using namespace entente;

namespace
{

constexpr const char* meetings = R"(
    article north 2024-01-15
    Visit Happened: Visitor Person "Choe Son-hui", Destination State "Russia"
    Meeting Happened: Participant Person "Choe Son-hui", Participant Person "Sergei Lavrov"
    Meeting Happened: Participant Organization "Workers’ Party of Korea", Participant Person "Choi"
    same "Choe Son-hui" "Choi"
    article warsaw 2024-01-16
    Meeting Happened: Participant Person "Lech Wałęsa", Participant Person "Kim Jong Un"
    Meeting Happened: Participant Person "Kim Yo-jong", Participant Person "Kim Jong Un"
    article seoul 2024-01-17
    Talks Planned: Participant Person "김정은", Participant Person "Владимир Путин"
    Meeting Happened: Participant Organization "Lavrov Institute", Participant Organization "WHO"
)";

} // namespace

class EntityCandidatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { index(meetings); }

    void aNameIsFoundHoweverItIsGiven_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* words, const char* expected) {
            QTest::newRow(name) << QString::fromUtf8(words) << QString::fromUtf8(expected);
        };
        row("letter by letter", "Lech Wałęsa", "Lech Wałęsa (name)");
        row("another name", "Choi", "Choe Son-hui (name: Choi)");
        row("case and accents", "lech walesa", "Lech Wałęsa (folded)");
        row("being typed", "ser", "Sergei Lavrov (beginning)");
        row("last name", "Lavrov", "Lavrov Institute (beginning); Sergei Lavrov (word)");
        row("with an office", "Foreign Minister Sergei Lavrov", "Sergei Lavrov (within)");
        row("with a particle", "김정은은", "김정은 (within)");
        row("in a case", "Владимиром Путиным", "Владимир Путин (within)");
        row("another spelling", "Gim Jeong-eun", "Kim Jong Un (spelling); 김정은 (spelling)");
        row("another script", "Лавров", "Lavrov Institute (spelling); Sergei Lavrov (spelling)");
        row("from another script", "putin", "Владимир Путин (spelling)");
        row("initials", "WPK", "Workers’ Party of Korea (initials)");
        row("initials of all", "wpok", "Workers’ Party of Korea (initials)");
        row("initials with dots", "W.P.K.", "Workers’ Party of Korea (initials)");
        row("what initials stand for", "World Health Organization", "WHO (initials)");
        row("a slip", "Walsea", "Lech Wałęsa (resembling)");
        row("nobody", "qwertzuiop", "");
        row("no letters", "— …", "");
        row("no events", "Talks", "");
    }

    void aNameIsFoundHoweverItIsGiven()
    {
        QFETCH(QString, words);
        QFETCH(QString, expected);
        QCOMPARE(found(words, {}), expected);
    }

    void theWantedTypeComesFirst()
    {
        QCOMPARE(found(QStringLiteral("lavrov"), ofType("Person")),
                 QStringLiteral("Sergei Lavrov (word); Lavrov Institute (beginning)"));
        QCOMPARE(found(QStringLiteral("lavrov"), ofType("Organization")),
                 QStringLiteral("Lavrov Institute (beginning); Sergei Lavrov (word)"));
    }

    void whoIsMentionedInTheArticleComesFirst()
    {
        QCOMPARE(found(QStringLiteral("lavrov"), in(article(0))),
                 QStringLiteral("Sergei Lavrov (word); Lavrov Institute (beginning)"));
        QCOMPARE(found(QStringLiteral("kim"), in(article(2))).section(QLatin1Char(' '), 0, 0),
                 QStringLiteral("김정은"));
    }

    /// But not before those who are called so, where they are merely called nearly so.
    void whatResemblesComesLast()
    {
        index(R"(
            article a 2024-01-15
            Meeting Happened: Participant Person "Ivan Larrov", Participant Person "Choe Son-hui"
            article b 2024-01-16
            Meeting Happened: Participant Person "Sergei Lavrov", Participant Person "Choe Son-hui"
        )");
        QCOMPARE(found(QStringLiteral("Lavrov"), in(article(0))),
                 QStringLiteral("Sergei Lavrov (word); Ivan Larrov (resembling)"));
    }

    void theWeightiestComesFirst()
    {
        QCOMPARE(found(QStringLiteral("kim"), {}),
                 QStringLiteral("Kim Jong Un (beginning); Kim Yo-jong (beginning); "
                                "김정은 (spelling)"));
    }

    void adjectivesAndIdsTellStates()
    {
        const StateNames english = readStateNames(resourceFolder(), "en").names;
        QCOMPARE(found(QStringLiteral("Russian"), by(english)),
                 QStringLiteral("Russia (state: Russian)"));
        const StateNames russian = readStateNames(resourceFolder(), "ru").names;
        QCOMPARE(found(QStringLiteral("российского"), by(russian)),
                 QStringLiteral("Russia (state: российского)"));
        index(R"(
            article a 2024-01-15
            Visit Happened: Visitor Person "Choe", Destination State "Rossiya" Wikidata:Q159
        )");
        QCOMPARE(found(QStringLiteral("q159"), {}), QStringLiteral("Rossiya (state: q159)"));
    }

    void withoutWordsTheNearestMentionComesFirst()
    {
        index(R"(
            article a 2024-01-15
            Meeting Happened: Participant Person "Ann", Participant Person "Bob"
            Meeting Happened: Participant Person "Cem", Participant Person "Ann"
            article b 2024-01-16
            Meeting Happened: Participant Person "Dan", Participant State "Peru"
        )");
        const Mention& last = m_store.records(article(0)).mentions.back();
        const int end = last.spans.back().end;
        QCOMPARE(found({}, in(article(0), end)),
                 QStringLiteral("Ann (mentioned); Cem (mentioned); Bob (mentioned)"));
        // What stands behind comes after what stands before.
        QCOMPARE(found({}, in(article(0), last.spans.back().begin)),
                 QStringLiteral("Cem (mentioned); Bob (mentioned); Ann (mentioned)"));
        QCOMPARE(found({}, stateIn(article(1))),
                 QStringLiteral("Peru (mentioned); Dan (mentioned)"));
        QCOMPARE(found({}, {}), QString());
    }

    void noMoreThanAreWanted()
    {
        QCOMPARE(found(QStringLiteral("kim"), atMost(1)),
                 QStringLiteral("Kim Jong Un (beginning)"));
        QVERIFY(EntityCandidates().find("kim", {}).empty());
    }

private:
    void index(const char* text)
    {
        m_store = storeFrom(text);
        const auto events = std::make_shared<const KnowledgeGraph>(fold(m_store, testOntology()));
        m_candidates = EntityCandidates(m_store, events, testOntology());
    }

    static CandidateWish ofType(const char* type)
    {
        CandidateWish wish;
        wish.type = type;
        return wish;
    }

    static CandidateWish in(ArticleId article, int position = 0)
    {
        CandidateWish wish;
        wish.article = article;
        wish.position = position;
        return wish;
    }

    static CandidateWish stateIn(ArticleId article)
    {
        CandidateWish wish = in(article);
        wish.type = "State";
        return wish;
    }

    static CandidateWish by(const StateNames& names)
    {
        CandidateWish wish;
        wish.states = &names;
        return wish;
    }

    static CandidateWish atMost(std::size_t count)
    {
        CandidateWish wish;
        wish.atMost = count;
        return wish;
    }

    ArticleId article(std::size_t index) const { return m_store.articles().at(index); }

    QString found(const QString& words, const CandidateWish& wish) const
    {
        QStringList all;
        for (const EntityCandidate& one : m_candidates.find(words.toStdString(), wish)) {
            QString text = QString::fromStdString(one.name + " (" + std::string(nameOf(one.fit)));
            const bool isSaid =
                !one.because.empty() && one.because != one.name && one.fit != Fit::Within;
            if (isSaid)
                text += QStringLiteral(": ") + QString::fromStdString(one.because);
            all << text + QLatin1Char(')');
        }
        return all.join(QStringLiteral("; "));
    }

    Store m_store;
    EntityCandidates m_candidates;
};

QTEST_GUILESS_MAIN(EntityCandidatesTest)
#include "entitycandidatestest.moc"
