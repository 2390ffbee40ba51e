// SPDX-License-Identifier: Apache-2.0
// What a picture's file says of the articles that it rests on.

// All words here are UTF-8: a literal may be a QString without saying so each time.
#undef QT_NO_CAST_FROM_ASCII
#undef QT_NO_CAST_TO_ASCII

#include "graph/citing/shownsources.h"
#include "graph/model/shown.h"
#include "graph/query/copies.h"
#include "tests/support/storetext.h"

#include <QTest>

#include <algorithm>

using namespace entente;

namespace
{

/// The herald expected a visit that the wire then reported; the diary knows of a later meeting.
const char* const twoMeetings = R"(
    article diary 2024-02-01
    Meeting evidence Expected on 2024-03-01: Participant Person "Choe Son-hui", Participant Person "Sergei Lavrov"
    article wire 2024-01-16
    Visit evidence Happened CT+ on 2024-01-15 id v: Visitor Person "Choe Son-hui", Destination State "Russia"
    OrganOf: Arg1 Organization "KCNA", Arg2 State "North Korea"
    article herald 2024-01-10
    Visit evidence Expected on 2024-01-15 id v: Visitor Person "Choe Son-hui", Destination State "Russia"
)";

class Desk
{
public:
    explicit Desk(const char* text = twoMeetings)
        : store(storeFrom(text))
    {
    }

    ShownSources sources(const SourcesWish& wish = {}) const
    {
        return shownSourcesOf(base, events, showAll(events), wish);
    }
    NodeId node(const std::string& words) const
    {
        for (const NodeId id : events.nodes()) {
            if (events.node(id)->name.find(words) != std::string::npos)
                return id;
        }
        qFatal("there is no such node");
    }

    Store store;
    KnowledgeGraph events = fold(store, testOntology());
    Copies copies = Copies::among(store);
    CitingBase base{store, testOntology(), events, copies};
};

} // namespace

class ShownSourcesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// And they are those of the notes that are written without a picture.
    void meetingsAreNumberedByDateThenRelations()
    {
        const Desk desk;
        const ShownSources sources = desk.sources({.withNumbers = true});
        QCOMPARE(sources.eventNumbers.at(desk.node("Visit")), 1);
        QCOMPARE(sources.eventNumbers.at(desk.node("Meeting")), 2);
        QCOMPARE(sources.edgeNumbers.size(), std::size_t(1));
        std::vector<Citable> things;
        for (const Noted& noted : notedIn(desk.base, desk.events, nullptr))
            things.push_back(noted.thing);
        const Citations notes = citationsOf(desk.base, things);
        QCOMPARE(sources.citations.notes.size(), notes.notes.size());
        for (std::size_t i = 0; i < notes.notes.size(); ++i)
            QCOMPARE(sources.citations.notes[i].about, notes.notes[i].about);
        QCOMPARE(QString::fromStdString(notes.notes[2].about), "KCNA – organ of – North Korea");
    }

    void whatIsNotShownHasNoNumber()
    {
        const Desk desk;
        const Shown shown =
            showOnly(desk.events, {desk.node("Meeting"), desk.node("Choe Son-hui")}, "a part");
        const ShownSources sources =
            shownSourcesOf(desk.base, desk.events, shown, {.withNumbers = true});
        QCOMPARE(sources.eventNumbers.size(), std::size_t(1));
        QCOMPARE(sources.eventNumbers.at(desk.node("Meeting")), 1);
        QVERIFY(!sources.nodeWords.contains(desk.node("Visit")));
    }

    /// An expectation is quoted as one, below an event that happened.
    void eachQuoteSaysHowSureItIs()
    {
        const Desk desk;
        const std::string words = desk.sources().nodeWords.at(desk.node("Visit"));
        const QStringList lines = QString::fromStdString(words).split('\n');
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines[0], "happened");
        QVERIFY2(lines[1].endsWith("10 January 2024: expected"), words.c_str());
        QVERIFY2(lines[2].startsWith("“") && lines[2].endsWith("16 January 2024: happened"),
                 words.c_str());
    }

    void quotesAreFewAndTheRestIsCounted()
    {
        std::string text;
        for (int i = 1; i <= 9; ++i)
            text += "article a" + std::to_string(i) + " 2024-01-0" + std::to_string(i) +
                    "\nVisit evidence Happened CT+ on 2024-01-01 id v: Visitor Person \"Choe "
                    "Son-hui\", Destination State \"Russia\"\n";
        const Desk desk(text.c_str());
        const QString words =
            QString::fromStdString(desk.sources().nodeWords.at(desk.node("Visit")));
        QCOMPARE(words.count("“"), 3);
        QVERIFY2(words.endsWith("\n6 more"), qPrintable(words));
    }

    void whatIsRejectedIsNotQuoted()
    {
        Desk desk;
        for (const ArticleId article : desk.store.articles()) {
            for (const Claim& claim : desk.store.records(article).claims) {
                ClaimFields rejected;
                rejected.rejected = true;
                QVERIFY(desk.store.apply(ChangeClaim{claim.id, rejected}));
            }
        }
        for (const auto& [node, words] : desk.sources().nodeWords)
            QVERIFY2(words.find("“") == std::string::npos, words.c_str());
    }

    /// Never that of the clock.
    void theDayIsTheDatasOrTheOneThatIsNamed()
    {
        const Desk desk;
        const ShownSources own = desk.sources();
        QCOMPARE(own.dataHash.size(), std::size_t(64));
        QCOMPARE(own.dataWords(),
                 "Data " + own.dataHash.substr(0, 12) + ", latest article 1 February 2024");
        const ShownSources named = desk.sources({.day = parseEdtf("2026-11-30")});
        QVERIFY(named.dataWords().ends_with(", 30 November 2026"));
        QCOMPARE(named.dataHash, own.dataHash);
        const Desk other("article a\nVisit Happened: Visitor Person \"A\"\n");
        QVERIFY(other.sources().dataHash != own.dataHash);
        QCOMPARE(other.sources().dataWords().size(), std::size_t(17)); // No article has a date.
    }
};

QTEST_GUILESS_MAIN(ShownSourcesTest)

#include "shownsourcestest.moc"
