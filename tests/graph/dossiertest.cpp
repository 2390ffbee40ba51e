// SPDX-License-Identifier: Apache-2.0
// What a reader is given of somebody, or of a meeting.

// All words here are UTF-8: a literal may be a QString without saying so each time.
#undef QT_NO_CAST_FROM_ASCII
#undef QT_NO_CAST_TO_ASCII

#include "graph/citing/dossier.h"
#include "graph/citing/dossierhtml.h"
#include "graph/citing/dossiermarkdown.h"
#include "graph/citing/dossierstyle.h"
#include "graph/query/copies.h"
#include "graph/query/lookup.h"
#include "tests/support/anytext.h"
#include "tests/support/storetext.h"

#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>
#include <rapidcheck.h>

using namespace entente;

namespace
{

/// A visit that is contested, one that is only expected, and an office.
const char* const herYear = R"(
    article herald 2024-01-10
    Visit evidence Expected on 2024-01-15 id v: Visitor Person "Choe Son-hui", Destination State "Russia"
    article wire 2024-01-16
    Visit evidence Happened CT+ on 2024-01-15 id v: Visitor Person "Choe Son-hui", Destination State "Russia"
    HoldsPosition: Arg1 Person "Choe Son-hui", Arg2 Position "Foreign Minister"
    Talks evidence Expected on 2024-03: Participant Person "Choe Son-hui", Participant Person "Sergei Lavrov"
    Meeting evidence Happened on 2023-10-19: Participant Person "Choe Son-hui", Participant Person "Sergei Lavrov"
    article lantern 2024-01-18
    Visit evidence Happened CT- id v: Visitor Person "Choe Son-hui", Destination State "Russia"
)";

struct Desk
{
    explicit Desk(const char* text = herYear)
        : store(storeFrom(text))
    {
    }

    Dossier dossier(const std::string& name, const DossierPicture& picture = {}) const
    {
        const KnowledgeGraph events = fold(store, testOntology());
        const Copies copies = Copies::among(store);
        const std::vector<Candidate> found =
            lookUp(name, events, actorsProjection(events, testOntology()));
        if (found.size() != 1)
            qFatal("this is the name of none, or of several");
        return dossierOf(
            {store, testOntology(), events, copies},
            {events,
             subjectOf(events, nullptr, testOntology(), {std::get<NodeId>(found.front().id)}, {}),
             {},
             {},
             picture});
    }

    Store store;
};

const DossierGroup* groupOf(const Dossier& dossier, const std::string& heading)
{
    const auto found = std::ranges::find(dossier.groups, heading, &DossierGroup::heading);
    return found == dossier.groups.end() ? nullptr : &*found;
}

QStringList aboutOf(const DossierGroup* group)
{
    QStringList all;
    for (const DossierEntry& entry : group ? group->entries : std::vector<DossierEntry>())
        all << QString::fromStdString(entry.about);
    return all;
}

QString html(const Dossier& dossier) { return QString::fromStdString(dossierHtml(dossier)); }

/// The headings as "h1 h2 h3 …"; what a reader of XML says else.
QString headingsOf(const QString& text)
{
    QXmlStreamReader reader(text);
    QStringList headings;
    while (!reader.atEnd()) {
        reader.readNext();
        const QString name = reader.name().toString();
        if (reader.isStartElement() && name.size() == 2 && name[0] == u'h' && name[1].isDigit())
            headings << name;
    }
    return reader.hasError() ? reader.errorString() : headings.join(' ');
}

} // namespace

class DossierTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsOnlyExpectedIsNotListedAsHappened()
    {
        const Dossier dossier = Desk().dossier("Choe Son-hui");
        QCOMPARE(aboutOf(groupOf(dossier, "Happened")),
                 (QStringList{"Meeting: Choe Son-hui and Sergei Lavrov, 19 October 2023",
                              "Visit: Choe Son-hui to Russia, 15 January 2024"})); // By date.
        QCOMPARE(aboutOf(groupOf(dossier, "Expected")),
                 QStringList{"Talks: Choe Son-hui and Sergei Lavrov, March 2024"});
        QCOMPARE(aboutOf(groupOf(dossier, "Offices")),
                 QStringList{"Choe Son-hui – Foreign Minister"});
        QCOMPARE(dossier.groups.front().entries.front().part, std::string("as Participant"));
    }

    void theSummitHappenedAndTheGuestWasExpected()
    {
        const Dossier dossier = Desk(R"(
            article wire 2024-01-16
            Talks Happened CT+ id t: Participant Person "Sergei Lavrov", Participant State "Russia"
            Talks Expected id t: Participant Person "Choe Son-hui", Participant State "Russia"
        )")
                                    .dossier("Choe Son-hui");
        QVERIFY(!groupOf(dossier, "Happened"));
        QVERIFY(groupOf(dossier, "Expected"));
    }

    void ofAMeetingEachClaimStandsUnderWhatItSays()
    {
        const Dossier dossier = Desk().dossier("Visit: Choe Son-hui to Russia, 15 January 2024");
        QVERIFY(groupOf(dossier, "Happened"));
        const DossierGroup* expected = groupOf(dossier, "Expected");
        QVERIFY(expected);
        const auto& note =
            dossier.citations.notes.at(static_cast<std::size_t>(expected->entries[0].citation) - 1);
        QCOMPARE(note.claims.size(), 1U);
        QCOMPARE(note.claims[0].sureness, std::string("expected"));
        // "Happened", and certainly not: that is no report of its having happened.
        QVERIFY(groupOf(dossier, "Did not happen"));
    }

    void whatIsDeniedIsGradedAsDoubtful()
    {
        const Dossier dossier = Desk().dossier("Visit: Choe Son-hui to Russia, 15 January 2024");
        const DossierGroup* happened = groupOf(dossier, "Happened");
        const auto& note =
            dossier.citations.notes.at(static_cast<std::size_t>(happened->entries[0].citation) - 1);
        QCOMPARE(note.strength.grade.credibility, std::string("4"));
    }

    void whatIsContestedHasBothSides()
    {
        const Dossier dossier = Desk().dossier("Choe Son-hui");
        QCOMPARE(dossier.contests.size(), 1U);
        const DossierContest& contest = dossier.contests.front();
        QCOMPARE(contest.about, std::string("whether it is so"));
        QCOMPARE(contest.sides.size(), 2U);
        QVERIFY(!contest.sides[0].claims.empty() && !contest.sides[1].claims.empty());
        const QString text = html(dossier);
        QVERIFY(text.contains("<div class=\"sides\">"));
        QVERIFY(QString::fromStdString(dossierMarkdown(dossier)).contains("## Contested\n"));
    }

    void whatIsRejectedIsNotThere()
    {
        Desk desk;
        QVERIFY(html(desk.dossier("Choe Son-hui")).contains("lantern"));
        ClaimFields rejected;
        rejected.rejected = true;
        const ArticleId lantern = desk.store.articles().back();
        QVERIFY(
            desk.store.apply(ChangeClaim{desk.store.records(lantern).claims.front().id, rejected}));
        const Dossier dossier = desk.dossier("Choe Son-hui");
        QVERIFY(dossier.contests.empty());
        QVERIFY(!html(dossier).contains("lantern"));
        QVERIFY(!QString::fromStdString(dossierMarkdown(dossier)).contains("lantern"));
    }

    void theQuoteIsMarkedWithinItsSentence()
    {
        const QString text = html(Desk().dossier("Choe Son-hui"));
        QVERIFY2(
            text.contains("<p dir=\"auto\"><mark>Visit</mark> 2024-01-15 Choe Son-hui Russia."),
            qPrintable(text));
        QVERIFY(text.contains("<a href=\"#s1\" aria-label=\"Source 1\">[1]</a>"));
    }

    void theQuoteOfAnotherLanguageSaysSo()
    {
        Desk desk;
        QVERIFY(!html(desk.dossier("Choe Son-hui")).contains("lang=\"ko\""));
        ArticleFields fields;
        fields.language = "ko";
        QVERIFY(desk.store.apply(ChangeArticle{desk.store.articles().front(), fields}));
        QVERIFY(html(desk.dossier("Choe Son-hui")).contains("<p lang=\"ko\" dir=\"auto\">"));
    }

    void headingsStandInOrder()
    {
        const QString headings = headingsOf(html(Desk().dossier("Choe Son-hui")));
        QVERIFY2(headings.startsWith("h1 h2"), qPrintable(headings));
        int before = 0;
        for (const QString& heading : headings.split(' ')) {
            const int level = heading.mid(1).toInt();
            QVERIFY2(level <= before + 1, qPrintable(headings));
            before = level;
        }
    }

    void thePictureIsInlinedWithItsWords()
    {
        const char* const svg = "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\">"
                                "<title>Entente</title><g><title>A</title></g></svg>";
        const QString text =
            html(Desk().dossier("Choe Son-hui", {svg, "5 of 9 nodes", "A drawing."}));
        QVERIFY2(!headingsOf(text).contains("rror"), qPrintable(headingsOf(text)));
        QVERIFY(text.contains("role=\"img\""));
        QVERIFY(text.contains("<title id=\"picture-title\">Choe Son-hui</title>"
                              "<desc id=\"picture-desc\">A drawing. 5 of 9 nodes. "));
        QVERIFY(text.contains("<figcaption>5 of 9 nodes</figcaption>"));
        QVERIFY(!text.contains("<title>Entente</title>"));
    }

    void nothingIsFetchedOrRun()
    {
        const QString text = html(Desk().dossier("Choe Son-hui"));
        for (const char* what : {"<script", "src=", "@import", "url("})
            QVERIFY2(!text.contains(what), what);
        // It reads the same as HTML and as XML.
        QVERIFY(!QString(dossierStyle()).contains(QRegularExpression("[<>&]")));
    }

    void theSameGraphGivesTheSameBytes()
    {
        QCOMPARE(dossierHtml(Desk().dossier("Choe Son-hui")),
                 dossierHtml(Desk().dossier("Choe Son-hui")));
        const Dossier dossier = Desk().dossier("Choe Son-hui");
        QVERIFY2(dossier.data.starts_with("The latest article cited here is of 18 January 2024. "),
                 dossier.data.c_str());
        // Other data, another hash.
        Desk other;
        ArticleFields fields;
        fields.reliability = "B";
        QVERIFY(other.store.apply(ChangeArticle{other.store.articles().front(), fields}));
        QVERIFY(other.dossier("Choe Son-hui").data != dossier.data);
    }

    void anyTextIsWellFormed()
    {
        const Dossier plain = Desk().dossier("Choe Son-hui");
        const bool held = rc::check("any text", [&] {
            Dossier dossier = plain;
            dossier.title = anyText();
            dossier.facts.push_back({anyText(), {{anyText(), {}, true}}});
            dossier.groups.front().entries.front().about = "Visit: " + anyText();
            for (Citation& note : dossier.citations.notes) {
                for (CitedClaim& claim : note.claims) {
                    claim.excerpt = {anyText() + "quote", {{0, 3}}};
                    claim.speaker = anyText();
                }
            }
            for (CitedArticle& article : dossier.citations.articles) {
                article.title = anyText();
                article.address = "https://a.example/" + anyText();
            }
            const std::string text = dossierHtml(dossier);
            QXmlStreamReader reader(QByteArray::fromStdString(text));
            while (!reader.atEnd())
                reader.readNext();
            RC_ASSERT(!reader.hasError());
            // In HTML an element that has no end tag goes on to the end.
            RC_ASSERT(text.find("<bdi dir=\"auto\"/>") == std::string::npos);
            const std::string lines = dossierMarkdown(dossier);
            RC_ASSERT(lines.find("\u202e") == std::string::npos);
            // No text begins a line of its own; the fact has one.
            RC_ASSERT(std::ranges::count(lines, '\n') ==
                      std::ranges::count(dossierMarkdown(plain), '\n') + 1);
        });
        QVERIFY(held);
    }
};

QTEST_APPLESS_MAIN(DossierTest)
#include "dossiertest.moc"
