// SPDX-License-Identifier: Apache-2.0
// Dossiers of more, and of less, than somebody or a meeting: of a path, an edge, a tie, of several.

// All words here are UTF-8: a literal may be a QString without saying so each time.
#undef QT_NO_CAST_FROM_ASCII
#undef QT_NO_CAST_TO_ASCII

#include "graph/citing/dossier.h"
#include "graph/citing/dossierfiles.h"
#include "graph/citing/dossierhtml.h"
#include "graph/citing/dossiermarkdown.h"
#include "graph/citing/picturedwords.h"
#include "graph/query/copies.h"
#include "graph/query/lookup.h"
#include "tests/support/storetext.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace entente;

namespace
{

/// From Choe over Lavrov to Wang; with Kim, who met nobody of them.
const char* const chain = R"(
    article herald 2024-01-10
    Meeting evidence Happened on 2023-10-19 id m: Participant Person "Choe Son-hui", Participant Person "Sergei Lavrov"
    Talks evidence Expected on 2024-03: Participant Person "Choe Son-hui", Participant Person "Sergei Lavrov"
    article wire 2024-01-16
    Meeting evidence Happened CT- id m: Participant Person "Choe Son-hui", Participant Person "Sergei Lavrov"
    Meeting evidence Happened on 2024-02-01: Participant Person "Sergei Lavrov", Participant Person "Wang Yi"
    Represents: Arg1 Person "Wang Yi", Arg2 State "China"
    Visit evidence Happened on 2024-05-05: Visitor Person "Kim Jong-un", Destination State "Laos"
)";

struct Desk
{
    Desk()
        : store(storeFrom(chain))
        , events(fold(store, testOntology()))
        , actors(actorsProjection(events, testOntology()))
        , copies(Copies::among(store))
    {
    }

    Dossier dossier(const DossierSubject& about) const
    {
        return dossierOf({store, testOntology(), events, copies},
                         {events, about, "Several", {}, {}});
    }
    DossierSubject about(const QStringList& names) const
    {
        std::set<NodeId> nodes;
        std::set<EdgeId> edges;
        for (const QString& name : names) {
            const std::vector<Candidate> found = lookUp(name.toStdString(), events, actors);
            if (found.empty())
                qFatal("nothing is called so");
            if (const auto* node = std::get_if<NodeId>(&found.front().id))
                nodes.insert(*node);
            else
                edges.insert(std::get<EdgeId>(found.front().id));
        }
        return subjectOf(events, &actors, testOntology(), nodes, edges);
    }
    DossierSubject path(const char* from, const char* to) const
    {
        const auto idOf = [&](const char* name) {
            return std::get<NodeId>(lookUp(name, events, actors).front().id);
        };
        DossierSubject about;
        about.path = DossierPath{{.from = idOf(from), .to = idOf(to)}, {}};
        about.path->paths = shortestPaths(events, actors, testOntology(), about.path->request);
        return about;
    }
    QStringList namesOn(const Shown& shown) const
    {
        QStringList names;
        for (const NodeId id : shown.nodes)
            names << QString::fromStdString(events.node(id)->name);
        return names;
    }

    Store store;
    KnowledgeGraph events, actors;
    Copies copies;
};

QStringList headings(const Dossier& dossier)
{
    QStringList all;
    for (const DossierGroup& group : dossier.groups) {
        all << QString::fromStdString(group.heading);
        for (const DossierEntry& entry : group.entries)
            all << "  " + QString::fromStdString(entry.about);
    }
    return all;
}

QString troubleOf(const std::string& html)
{
    QXmlStreamReader reader(QByteArray::fromStdString(html));
    while (!reader.atEnd())
        reader.readNext();
    return reader.hasError() ? reader.errorString() : QString();
}

void put(const QString& name, const QByteArray& bytes)
{
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

class DossierSubjectTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPathIsToldStepByStep()
    {
        const Desk desk;
        const Dossier dossier = desk.dossier(desk.path("Choe Son-hui", "Wang Yi"));
        QCOMPARE(dossier.title, std::string("How Choe Son-hui and Wang Yi are connected"));
        QCOMPARE(dossier.kind, std::string("Path"));
        QVERIFY2(dossier.summary.starts_with(
                     "1 shortest chain of 2 steps, over meetings that happened; "),
                 dossier.summary.c_str());
        QCOMPARE(headings(dossier).join('\n'),
                 QString("Choe Son-hui – Sergei Lavrov\n"
                         "  Meeting: Choe Son-hui and Sergei Lavrov, 19 October 2023\n"
                         "Sergei Lavrov – Wang Yi\n"
                         "  Meeting: Sergei Lavrov and Wang Yi, 1 February 2024"));
        const DossierEntry& last = dossier.groups.back().entries.front();
        QCOMPARE(last.part, std::string("happened · Sergei Lavrov and Wang Yi as Participant"));
    }

    void theChainIsNamedWithWhatIsWeakestOnIt()
    {
        const Desk desk;
        const Dossier dossier = desk.dossier(desk.path("Choe Son-hui", "Wang Yi"));
        QCOMPARE(dossier.facts.size(), 1U);
        const DossierFact& fact = dossier.facts.front();
        QCOMPARE(fact.label, std::string("Chain"));
        QCOMPARE(fact.values[0].text, std::string("Choe Son-hui – Sergei Lavrov – Wang Yi"));
        QVERIFY2(fact.values[1].text.starts_with("Weakest on the way: happened"),
                 fact.values[1].text.c_str());
    }

    void thePictureOfAPathHasItsMeetingsAndNoOtherEdges()
    {
        const Desk desk;
        const Shown shown = pictured(desk.events, desk.path("Choe Son-hui", "Wang Yi"), false);
        const QStringList names = desk.namesOn(shown);
        QCOMPARE(names.size(), 5);
        QVERIFY(!names.contains("Kim Jong-un") && !names.contains("China"));
        QVERIFY(!names.join(' ').contains("Talks")); // Expected, which is no step.
        QCOMPARE(shown.edges.size(), 4U);
        QCOMPARE(shown.reason, std::string("how Choe Son-hui and Wang Yi are connected"));
        const Shown ties = pictured(desk.actors, desk.path("Choe Son-hui", "Wang Yi"), true);
        QCOMPARE(ties.nodes.size(), 3U);
        QCOMPARE(ties.edges.size(), 2U);
    }

    /// Not of all that is known of its two ends.
    void anEdgeIsOfItsOwnClaims()
    {
        const Desk desk;
        const DossierSubject about =
            desk.about({"Meeting: Choe Son-hui and Sergei Lavrov, 19 October 2023 — Participant — "
                        "Choe Son-hui"});
        QCOMPARE(about.edges.size(), 1U);
        const Dossier dossier = desk.dossier(about);
        QCOMPARE(dossier.kind, std::string("Part in a meeting"));
        QVERIFY2(dossier.title.ends_with(": Choe Son-hui as Participant"), dossier.title.c_str());
        // Who denies it stands apart.
        QCOMPARE(headings(dossier), (QStringList{"Happened", "  ", "Did not happen", "  "}));
        QCOMPARE(dossier.contests.size(), 0U);
        const Shown shown = pictured(desk.events, about, false);
        QCOMPARE(shown.nodes.size(), 2U);
        QCOMPARE(shown.edges.size(), 1U);
    }

    void aRelationIsNoMeeting()
    {
        const Desk desk;
        const Dossier dossier = desk.dossier(desk.about({"Wang Yi — China"}));
        QCOMPARE(dossier.kind, std::string("Relation"));
        QCOMPARE(headings(dossier), (QStringList{"Relations", "  Wang Yi – represents – China"}));
    }

    void aTieHasTheMeetingsOfBothAndNoOthers()
    {
        const Desk desk;
        const DossierSubject about = desk.about({"Choe Son-hui — Sergei Lavrov"});
        QCOMPARE(about.ties.size(), 1U);
        const Dossier dossier = desk.dossier(about);
        QCOMPARE(dossier.title, std::string("Choe Son-hui and Sergei Lavrov"));
        QCOMPARE(dossier.kind, std::string("Tie of two actors"));
        const QString all = headings(dossier).join('\n');
        QVERIFY2(all.contains("Expected\n  Talks: Choe Son-hui and Sergei Lavrov, March 2024"),
                 qPrintable(all));
        QVERIFY2(!all.contains("Wang Yi"), qPrintable(all));
    }

    void severalAreOneDossier()
    {
        const Desk desk;
        const DossierSubject about = desk.about({"Choe Son-hui", "Kim Jong-un", "Wang Yi — China"});
        const Dossier dossier = desk.dossier(about);
        QCOMPARE(dossier.title, std::string("Several"));
        QCOMPARE(dossier.kind, std::string("2 actors, meetings and other nodes and 1 edge"));
        const QString all = headings(dossier).join('\n');
        QVERIFY2(all.contains("Visit: Kim Jong-un to Laos") && all.contains("Talks: Choe") &&
                     all.contains("Wang Yi – represents – China"),
                 qPrintable(all));
    }

    /// Side by side without a line, they would seem to have nothing to do with each other.
    void thePictureOfSeveralHasWhereTheyMet()
    {
        const Desk desk;
        const Shown shown =
            pictured(desk.events, desk.about({"Choe Son-hui", "Sergei Lavrov"}), false);
        const QStringList names = desk.namesOn(shown);
        QVERIFY(names.contains("Talks: Choe Son-hui and Sergei Lavrov, March 2024"));
        QVERIFY(!names.join(' ').contains("Wang Yi"));
    }

    void whoDoesNotSeeThePictureIsToldWhatIsOnIt()
    {
        const Desk desk;
        const std::string words = picturedWords(
            desk.events, pictured(desk.events, desk.path("Sergei Lavrov", "Wang Yi"), false));
        QCOMPARE(words,
                 std::string("A drawing of 3 nodes and 2 edges. Actors: Sergei Lavrov; Wang Yi. "
                             "Meetings: Meeting: Sergei Lavrov and Wang Yi, 1 February 2024."));
    }

    void namesAreNoMarkupWhereverTheyStand()
    {
        const Desk desk;
        Dossier dossier = desk.dossier(desk.path("Choe Son-hui", "Wang Yi"));
        dossier.groups.front().heading = "<b>& *A* – B";
        const std::string html = dossierHtml(dossier);
        QCOMPARE(troubleOf(html), QString());
        QVERIFY(html.find("<h3 class=\"names\"><bdi dir=\"auto\">&lt;b>") != std::string::npos ||
                html.find("<h3 class=\"names\"><bdi dir=\"auto\">&lt;b&gt;") != std::string::npos);
        QVERIFY(dossierMarkdown(dossier).find("### \\<b\\>") != std::string::npos);
    }

    void markdownShowsThePictureBesideIt()
    {
        const Desk desk;
        Dossier dossier = desk.dossier(desk.path("Choe Son-hui", "Wang Yi"));
        dossier.picture = {"<svg/>", "5 of 9 nodes", "A drawing of [5] nodes."};
        const auto files = dossierFiles(dossier, "/reports/her [year] (1).md");
        QCOMPARE(files.size(), 2U);
        QCOMPARE(files.at("/reports/her [year] (1).svg"), std::string("<svg/>"));
        const std::string& text = files.at("/reports/her [year] (1).md");
        QVERIFY2(text.find("![A drawing of \\[5\\] nodes.](<her%20%5Byear%5D%20%281%29.svg>)\n\n"
                           "*5 of 9 nodes*\n") != std::string::npos,
                 text.c_str());
        QVERIFY(text.find("## Picture") < text.find("## What is claimed"));
        dossier.picture = {};
        QCOMPARE(dossierFiles(dossier, "a.md").size(), 1U);
        QCOMPARE(dossierFiles(dossier, "a.html").begin()->second, dossierHtml(dossier));
    }

    void aPictureOfSomethingElseIsNotReplaced()
    {
        const QTemporaryDir folder;
        const QString text = folder.filePath("choe.md");
        const std::string file = text.toStdString();
        QVERIFY(!pictureInTheWay(file));
        put(folder.filePath("choe.svg"), "a drawing of somebody's own");
        QVERIFY(pictureInTheWay(file));
        put(text, "# A text of somebody's own\n");
        QVERIFY(pictureInTheWay(file));
        put(text, "# Choe\n\n![A drawing.](<choe.svg>)\n"); // The dossier of last week.
        QVERIFY(!pictureInTheWay(file));
        QVERIFY(!pictureInTheWay(folder.filePath("choe.html").toStdString()));
    }
};

QTEST_APPLESS_MAIN(DossierSubjectTest)
#include "dossiersubjecttest.moc"
