// SPDX-License-Identifier: Apache-2.0
// How many independent sources stand behind what is said.
#include "graph/query/sources.h"

#include "graph/model/attribution.h"
#include "graph/model/graph.h"
#include "graph/query/copies.h"
#include "graph/text/sourcetext.h"
#include "tests/support/storetext.h"

#include <QStringList>
#include <QTest>

using namespace entente;

namespace
{

/// The wire's dispatch is carried by the courier and, under its own name, by the lantern; the
/// herald saw it itself. The gazette says nothing of where it has it from.
constexpr const char* const fiveReports = R"(
    article wire 2024-01-15
    Talks Happened id t: Participant Person "Choe Son-hui", Participant Person "Sergei Lavrov", Topic Topic "the preparation of a visit of the president later in the year and what would be signed then"
    article courier 2024-01-16
    Talks Happened id t: Participant Person "Choe Son-hui", Participant Person "Sergei Lavrov", Topic Topic "how they were received"
    article lantern 2024-01-16
    Talks Happened id t: Participant Person "Choe Son-hui", Participant Person "Sergei Lavrov", Topic Topic "the preparation of a visit of the president later in the year and what would be signed then"
    article herald 2024-01-17
    Talks Happened id t: Participant Person "Choe Son-hui", Participant Person "Sergei Lavrov"
    article gazette 2024-01-17
    Talks Happened id t: Participant Person "Sergei Lavrov", Participant Person "Choe Son-hui"
)";

} // namespace

class SourcesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_store = storeFrom(fiveReports);
        publish("wire", "Harbour Wire", {});
        publish("courier", "The Courier", {"The Courier", "Harbour Wire"});
        publish("lantern", "Lantern Post", {});
        publish("herald", "The Herald", {});
    }

    void whoCarriesAnAgencyIsNoSourceOfHisOwn()
    {
        const auto sources =
            independentSources(m_store, {}, claimsOf({"wire", "courier", "herald"}));
        QCOMPARE(names(sources), QString("wire courier | herald"));
        QCOMPARE(QString::fromStdString(sources.front().origin), QString("Harbour Wire"));
        QVERIFY(!sources.front().isCopied); // It says so itself.
        QCOMPARE(QString::fromStdString(wordsOf(sources)),
                 QString("3 articles, 2 independent sources"));
    }

    void whoCopiesWithoutSayingSoIsFoundByTheWords()
    {
        const auto claims = claimsOf({"wire", "lantern", "herald"});
        QCOMPARE(names(independentSources(m_store, {}, claims)),
                 QString("wire | lantern | herald"));
        const auto sources = independentSources(m_store, Copies::among(m_store), claims);
        QCOMPARE(names(sources), QString("wire lantern | herald"));
        QVERIFY(sources.front().isCopied);
        QVERIFY(!sources.back().isCopied);
    }

    void oneCopyJoinsAllThatHaveItFromThere()
    {
        QCOMPARE(names(independentSources(m_store, Copies::among(m_store),
                                          claimsOf({"courier", "lantern", "wire"}))),
                 QString("wire courier lantern"));
    }

    void nothingSaysThatAnArticleWithoutAnOutletIsAnothers()
    {
        publish("herald", "", {});
        QCOMPARE(names(independentSources(m_store, {}, claimsOf({"herald", "gazette"}))),
                 QString("herald | gazette"));
    }

    void whoNamesAnAgencyAboveItsTextHasItFromThere_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("agency");
        const auto row = [](const char* text, const char* agency) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(agency);
        };
        row("MOSCOW (Harbour Wire) — Choe Son-hui is staying in Russia.", "Harbour Wire");
        row("Top diplomat in Moscow\nMOSCOW (Harbour Wire) - She met Lavrov.", "Harbour Wire");
        row("MOSCOW, January 15. /TASS/. She met Lavrov.", "TASS");
        row("서울 (연합뉴스) – 최선희 외무상이 떠났다.", "연합뉴스");
        row("The minister (who is new) met Lavrov.", "");
        row("(Harbour Wire) — no place is named", "");
        row("Talks (in Moscow)", "");
        row("Seoul (Jan. 15) — The minister left.", "");
        row("SEOUL (Jan. 15) — The minister left.", "");
        row("The Hague (Netherlands) – The court met.", "");
        row("Kim (left) - Putin (right)", "");
        row("", "");
    }

    void whoNamesAnAgencyAboveItsTextHasItFromThere()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, agency);
        Article article;
        article.text = std::make_shared<const SourceText>(text.toStdString());
        QCOMPARE(QString::fromStdString(datelineAgencyOf(article)), agency);
    }

    void aBylineJoinsOnlyWithWhoPublishesUnderThatName()
    {
        sign("herald", "harbour wire");
        QCOMPARE(names(independentSources(m_store, {}, claimsOf({"wire", "herald"}))),
                 QString("wire herald"));
        sign("herald", "A. Reporter");
        sign("wire", "A. Reporter");
        QCOMPARE(names(independentSources(m_store, {}, claimsOf({"wire", "herald"}))),
                 QString("wire | herald"));
    }

    void severalClaimsOfOneArticleAreOneSource()
    {
        std::vector<ClaimId> twice = claimsOf({"herald"});
        twice.push_back(twice.front());
        QCOMPARE(names(independentSources(m_store, {}, twice)), QString("herald"));
    }

    void whatIsRejectedIsNoSource()
    {
        const std::vector<ClaimId> claims = claimsOf({"wire", "herald"});
        ClaimFields rejected;
        rejected.rejected = true;
        QVERIFY(m_store.apply(ChangeClaim{claims.front(), rejected}));
        QCOMPARE(names(independentSources(m_store, {}, claims)), QString("herald"));
    }

private:
    ArticleId named(const std::string& name) const
    {
        for (const ArticleId id : m_store.articles()) {
            if (m_store.article(id)->name == name)
                return id;
        }
        qFatal("no such article");
    }
    void publish(const std::string& name, const std::string& outlet,
                 const std::vector<std::string>& chain)
    {
        ArticleFields fields;
        fields.outlet = outlet;
        fields.chain = chain;
        QVERIFY(m_store.apply(ChangeArticle{named(name), fields}));
    }
    void sign(const std::string& name, const std::string& byline)
    {
        ArticleFields fields;
        fields.byline = byline;
        QVERIFY(m_store.apply(ChangeArticle{named(name), fields}));
    }
    std::vector<ClaimId> claimsOf(const std::vector<std::string>& articles) const
    {
        std::vector<ClaimId> claims;
        for (const std::string& name : articles) {
            for (const Claim& claim : m_store.records(named(name)).claims)
                claims.push_back(claim.id);
        }
        return claims;
    }
    QString names(const std::vector<OneSource>& sources) const
    {
        QStringList all;
        for (const OneSource& source : sources) {
            QStringList articles;
            for (const ArticleId id : source.articles)
                articles << QString::fromStdString(m_store.article(id)->name);
            all << articles.join(u' ');
        }
        return all.join(QStringLiteral(" | "));
    }

    Store m_store;
};

QTEST_APPLESS_MAIN(SourcesTest)

#include "sourcestest.moc"
