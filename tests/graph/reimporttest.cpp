// SPDX-License-Identifier: Apache-2.0
#include "graph/annotation/corpus.h"
#include "graph/model/recordcheck.h"
#include "graph/project/importplan.h"
#include "graph/text/sourcetext.h"
#include "tests/support/projectreports.h"
#include "tests/support/textfolder.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace entente;

namespace
{

const std::filesystem::path resources = std::filesystem::path(ENTENTE_SOURCE_DIR) / "resources";

struct Files
{
    std::string text, annotation;
};

/// From a text with its marks in it: "[T1 Person Choe] met nobody.", and the other lines.
Files files(const std::string& marked, const std::string& lines = {})
{
    Files result;
    for (std::size_t at = 0; at < marked.size(); ++at) {
        if (marked[at] != '[') {
            result.text += marked[at];
            continue;
        }
        const std::size_t end = marked.find(']', at);
        const std::size_t type = marked.find(' ', at) + 1;
        const std::size_t words = marked.find(' ', type) + 1;
        const std::string text = marked.substr(words, end - words);
        const std::size_t begin = result.text.size();
        result.text += text;
        result.annotation += marked.substr(at + 1, type - at - 2) + "\t" +
                             marked.substr(type, words - type) + std::to_string(begin) + " " +
                             std::to_string(result.text.size()) + "\t" + text + "\n";
        at = end;
    }
    result.annotation += lines;
    return result;
}

const char* const marked = "[T1 Person Kim] [T2 Visit visited] [T3 State Russia] in May. It was a "
                           "long way to the east, and Kim was seen at many stations of it.\n"
                           "[T4 Person Lavrov] [T5 Meeting met] [T6 Person Kim] there, and Kim "
                           "went home after a week and a day.\n";
const char* const lines = "E1\tVisit:T2 Visitor:T1 Destination:T3\nA1\tModality E1 Happened\n"
                          "E2\tMeeting:T5 Participant:T4 Participant2:T6\n*\tSameAs T1 T6\n";

/// A project, and a folder that is imported into it time and again.
class Desk
{
public:
    explicit Desk(const Files& first)
    {
        write(first);
        import();
    }

    void write(const Files& files) const
    {
        folder.write("a.txt", files.text);
        folder.write("a.ann", files.annotation);
    }

    /// Sees that it can be taken back and done again, too.
    ImportPlan import()
    {
        const auto corpus = openCorpus({folder.path()}, resources, {});
        if (!corpus)
            qFatal("%s", corpus.error().c_str());
        ImportPlan plan = planImport(store, corpus->store, resources);
        const Store before = store;
        const auto applied = store.apply(plan.edit);
        if (!applied)
            qFatal("%s", applied.error().c_str());
        const Store after = store;
        const auto undone = store.apply(applied->inverse);
        if (!undone || !(store == before))
            qFatal("the import cannot be taken back");
        if (!store.apply(undone->inverse) || !(store == after))
            qFatal("the import cannot be done again");
        if (const std::string broken = brokenReference(records()); !broken.empty())
            qFatal("%s", broken.c_str());
        return plan;
    }

    void perform(const Edit& edit)
    {
        if (const auto applied = store.apply(edit); !applied)
            qFatal("%s", applied.error().c_str());
    }

    const ArticleRecords& records() const { return store.records(store.articles().front()); }
    const SourceText& text() const { return *records().article.text; }
    const Mention* mention(const std::string& number) const
    {
        return numbered(records().mentions, number);
    }
    const Claim* claim(const std::string& number) const
    {
        return numbered(records().claims, number);
    }
    EntityId entity(const std::string& number) const { return mention(number)->entity; }

    /// Marks the n-th of some words by hand. @returns its id.
    MentionId mark(const std::string& words, std::size_t number, EntityId entity = {})
    {
        Mention mention;
        mention.id = MentionId(randomUuid());
        mention.article = records().article.id;
        mention.type = "Person";
        mention.spans = {text().find(words, 100).at(number - 1)};
        mention.text = words;
        mention.entity = entity;
        perform(AddMention{mention});
        return mention.id;
    }

    ClaimFields& fields(const std::string& number)
    {
        m_change = ChangeClaim{claim(number)->id, {}};
        return m_change.fields;
    }
    void change() { perform(m_change); }

    /// Whether words stand where a mark says, with so much before them in the text.
    bool isAfter(MentionId id, const std::string& before) const
    {
        const Mention& mention = *store.mention(id);
        const std::string_view utf8 = text().utf8();
        return !mention.spans.empty() && text().slice(mention.spans) == mention.text &&
               utf8.substr(0, text().byteAt(mention.spans.front().begin)).ends_with(before);
    }

    Store store;
    TextFolder folder;

private:
    template <class Record>
    static const Record* numbered(const std::vector<Record>& records, const std::string& number)
    {
        const auto found = std::ranges::find(records, number, &Record::sourceId);
        return found == records.end() ? nullptr : &*found;
    }

    ChangeClaim m_change;
};

QString unfit(const ImportPlan& plan)
{
    QStringList all;
    for (const ImportPlan::Unfit& one : plan.unfit)
        all << QString::fromStdString(one.words);
    return all.join(QLatin1Char('\n'));
}

const std::string paragraph = "Kim was in the news before. Lavrov, too.\n";

} // namespace

class ReimportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void workFollowsATextThatGrew()
    {
        Desk desk(files(marked, lines));
        const MentionId second = desk.mark("Kim", 2, desk.entity("T1"));
        const MentionId fourth = desk.mark("Kim", 4, desk.entity("T1"));
        desk.perform(renamed(desk.entity("T4"), "S. Lavrov"));
        desk.fields("E1").credibility = "2";
        desk.change();
        desk.write(files(paragraph + marked, lines));
        const ImportPlan plan = desk.import();
        QCOMPARE(plan.renewed, 1);
        QCOMPARE(unfit(plan), QString());
        QCOMPARE(desk.text().utf8().substr(0, paragraph.size()), paragraph);
        QVERIFY(desk.isAfter(second, "to the east, and "));
        QVERIFY(desk.isAfter(fourth, "there, and "));
        QCOMPARE(desk.store.mention(fourth)->entity, desk.entity("T1"));
        QCOMPARE(desk.store.entity(desk.entity("T4"))->name, std::string("S. Lavrov"));
        QCOMPARE(desk.claim("E1")->credibility, std::string("2"));
        QVERIFY(desk.isAfter(desk.mention("T6")->id, "met "));
        QCOMPARE(desk.import().there, 1);
    }

    void aQuoteByHandFollows()
    {
        Desk desk(files(marked, lines));
        Quote quote;
        quote.spans = {desk.text().find("Kim went home after a week", 1).front()};
        quote.text = "Kim went home after a week";
        desk.fields("E2").quotes = {quote};
        desk.change();
        desk.write(files(paragraph + marked, lines));
        QCOMPARE(unfit(desk.import()), QString());
        QCOMPARE(desk.claim("E2")->quotes.size(), 1U);
        const Quote& again = desk.claim("E2")->quotes.front();
        QCOMPARE(again.text, quote.text);
        QVERIFY(again.spans != quote.spans && isVerbatim(again, desk.records().article));
        QCOMPARE(desk.text().slice(again.spans), quote.text);
    }

    void aMarkWhoseWordsAreGoneIsKeptAndListed()
    {
        Desk desk(files("[T1 Person Kim] met Ms Choe.\n"));
        const MentionId choe = desk.mark("Ms Choe", 1);
        desk.write(files("[T1 Person Kim] met nobody.\n"));
        QCOMPARE(unfit(desk.import()),
                 QStringLiteral("The mark “Ms Choe” has no place in the new text (its words are "
                                "nowhere in it); its words were kept"));
        QCOMPARE(desk.store.mention(choe)->status, QuoteStatus::Missing);
        QCOMPARE(desk.store.mention(choe)->text, std::string("Ms Choe"));
        QVERIFY(desk.store.mention(choe)->spans.empty());
        // It finds its place again with the words.
        desk.write(files("[T1 Person Kim] met Ms Choe, and left.\n"));
        QCOMPARE(unfit(desk.import()), QString());
        QVERIFY(desk.isAfter(choe, "met "));
    }

    void neverTheFirstHit()
    {
        Desk desk(
            files("[T1 Person Kim] came. Much later, and to the surprise of all, Kim left.\n"));
        const MentionId last = desk.mark("Kim", 2);
        desk.write(files("[T1 Person Kim] came. Kim stayed. Then Kim slept.\n"));
        QVERIFY(unfit(desk.import()).contains(QStringLiteral("several places")));
        QCOMPARE(desk.store.mention(last)->status, QuoteStatus::Missing);
    }

    void whatOnlyTheFilesChangedIsTaken()
    {
        Desk desk(files(marked, lines));
        desk.fields("E1").tags = std::vector<std::string>{"mine"};
        desk.change();
        std::string other = lines;
        other.replace(other.find("Happened"), 8, "Expected");
        desk.write(files(marked, other));
        QCOMPARE(unfit(desk.import()), QString());
        QCOMPARE(desk.claim("E1")->modality, std::optional(Modality::Expected));
        QCOMPARE(desk.claim("E1")->tags, std::vector<std::string>{"mine"});
    }

    void whatBothChangedStaysMineAndIsListed()
    {
        Desk desk(files(marked, lines));
        desk.fields("E1").modality = std::optional(Modality::Planned);
        desk.change();
        std::string other = lines;
        other.replace(other.find("Happened"), 8, "Expected");
        desk.write(files(marked, other));
        QCOMPARE(unfit(desk.import()), QStringLiteral("The modality of the claim E1 (Visit) is "
                                                      "Planned here and Expected in the files; "
                                                      "yours was kept"));
        QCOMPARE(desk.claim("E1")->modality, std::optional(Modality::Planned));
    }

    void whatTheFilesDropIsDroppedUnlessWorkRestsOnIt()
    {
        Desk desk(files(marked, lines));
        const ClaimId meeting = desk.claim("E2")->id;
        const EntityId lavrov = desk.entity("T4");
        desk.write(files("[T1 Person Kim] [T2 Visit visited] [T3 State Russia] in May.\n",
                         "E1\tVisit:T2 Visitor:T1 Destination:T3\nA1\tModality E1 Happened\n"));
        Desk worked(files(marked, lines));
        worked.fields("E2").rejected = true;
        worked.change();
        worked.write(files("[T1 Person Kim] [T2 Visit visited] [T3 State Russia] in May.\n",
                           "E1\tVisit:T2 Visitor:T1 Destination:T3\nA1\tModality E1 Happened\n"));
        QCOMPARE(unfit(desk.import()), QString());
        QVERIFY(desk.store.claim(meeting) == nullptr && desk.store.entity(lavrov) == nullptr);
        const QString told = unfit(worked.import());
        QVERIFY2(told.contains(QStringLiteral("The claim E2 (Meeting) is not in the files any "
                                              "more; it was kept")),
                 qPrintable(told));
        QVERIFY(worked.store.claim(meeting)->rejected);
        const auto trigger = worked.store.claim(meeting)->trigger;
        QCOMPARE(worked.store.mention(trigger)->status, QuoteStatus::Missing);
        QCOMPARE(worked.store.mention(trigger)->text, std::string("met"));
        QVERIFY(worked.store.entity(lavrov) != nullptr);
        // It is the same when the files have it again.
        worked.write(files(marked, lines));
        QCOMPARE(unfit(worked.import()), QString());
        QCOMPARE(worked.claim("E2")->id, meeting);
        QVERIFY(worked.claim("E2")->rejected);
        QCOMPARE(worked.entity("T4"), lavrov);
        QCOMPARE(worked.records().mentions.size(), 6U);
        QCOMPARE(worked.records().claims.size(), 2U);
    }

    void aVerdictKeepsThoseThatItIsAbout()
    {
        Desk desk(files(marked, lines));
        const EntityId lavrov = desk.entity("T4");
        desk.perform(JudgeEntities{lavrov, desk.entity("T1"), Sameness::Apart});
        desk.write(files("[T1 Person Kim] [T2 Visit visited] [T3 State Russia].\n"));
        const QString told = unfit(desk.import());
        QVERIFY2(told.contains(QStringLiteral("“Lavrov” is not in the files any more")),
                 qPrintable(told));
        QVERIFY(desk.store.entity(lavrov) != nullptr);
        QVERIFY(std::ranges::find(desk.records().mentions, lavrov, &Mention::entity) !=
                desk.records().mentions.end());
    }

    /// The files have made one of two; one of these has a name by hand.
    void whatWorkRestsOnStaysItself()
    {
        const Files two = files("[T1 Person Kim] met [T2 Person the leader].\n");
        Desk desk(two);
        const EntityId leader = desk.entity("T2");
        desk.perform(renamed(leader, "Somebody else"));
        desk.write({two.text, two.annotation + "*\tSameAs T1 T2\n"});
        QVERIFY(unfit(desk.import())
                    .startsWith(QStringLiteral(
                        "“Somebody else” is not in the files any more; it was kept")));
        QCOMPARE(desk.entity("T2"), leader);
        QVERIFY(desk.entity("T1") != leader);
        Desk idle(two);
        idle.write({two.text, two.annotation + "*\tSameAs T1 T2\n"});
        QCOMPARE(unfit(idle.import()), QString());
        QCOMPARE(idle.entity("T1"), idle.entity("T2"));
    }

    void whatTheFilesAddIsThere()
    {
        Desk desk(files("[T1 Person Kim] met Lavrov.\n"));
        const MentionId kim = desk.mention("T1")->id;
        // The new one has the number of the old one, and so would have its id.
        desk.write(files("[T2 Person Kim] met [T1 Person Lavrov].\n"));
        QCOMPARE(unfit(desk.import()), QString());
        QCOMPARE(desk.mention("T2")->id, kim);
        QCOMPARE(desk.mention("T1")->text, std::string("Lavrov"));
        QVERIFY(desk.mention("T1")->id != kim && desk.entity("T1") != desk.entity("T2"));
    }

    void whatWasRemovedStaysRemovedUnlessItChanged()
    {
        Desk desk(files(marked, lines));
        const ClaimId visit = desk.claim("E1")->id;
        desk.perform(RemoveClaim{visit});
        desk.write(files(paragraph + marked, lines));
        QCOMPARE(unfit(desk.import()), QString());
        QVERIFY(desk.store.claim(visit) == nullptr);
        std::string other = lines;
        other.replace(other.find("Happened"), 8, "Expected");
        desk.write(files(paragraph + marked, other));
        QCOMPARE(unfit(desk.import()),
                 QStringLiteral("The claim E1 (Visit), which had been removed, has changed in the "
                                "files and is here again"));
        QCOMPARE(desk.claim("E1")->modality, std::optional(Modality::Expected));
    }

    /// The same marks and claims under other numbers, twice.
    void workFollowsRecordsThatWereNumberedAnew()
    {
        Desk desk(files(marked, lines));
        const EntityId kim = desk.entity("T1");
        const EntityId lavrov = desk.entity("T4");
        const ClaimId visit = desk.claim("E1")->id;
        const NodeId node = nodeId(lavrov);
        desk.perform(renamed(kim, "Kim Jong-un"));
        desk.perform(JudgeEntities{kim, lavrov, Sameness::Apart});
        desk.perform(PlaceNodes{{{node, Point{1, 2}}}});
        desk.fields("E1").rejected = true;
        desk.change();
        for (const std::string& before : {paragraph, paragraph + "And more.\n"}) {
            // What was T1 and E1 is T9 and E4; what is T1 now is somebody else.
            desk.write(files(before + "[T9 Person Kim] [T7 Visit visited] [T8 State Russia] in "
                                      "May. It was a long way to the east, and Kim was seen at "
                                      "many stations of it.\n"
                                      "[T1 Person Lavrov] [T2 Meeting met] [T3 Person Kim] there, "
                                      "and Kim went home after a week and a day.\n",
                             "E4\tVisit:T7 Visitor:T9 Destination:T8\nA1\tModality E4 Happened\n"
                             "E1\tMeeting:T2 Participant:T1 Participant2:T3\n"
                             "*\tSameAs T3 T9\n"));
            QCOMPARE(unfit(desk.import()), QString());
            QCOMPARE(desk.entity("T9"), kim);
            QCOMPARE(desk.entity("T3"), kim);
            QCOMPARE(desk.entity("T1"), lavrov);
            QCOMPARE(desk.store.entity(kim)->name, std::string("Kim Jong-un"));
            QCOMPARE(desk.claim("E4")->id, visit);
            QVERIFY(desk.claim("E4")->rejected && !desk.claim("E1")->rejected);
            QCOMPARE(desk.records().mentions.size(), 6U);
            QCOMPARE(desk.records().entities.size(), 3U);
        }
        QCOMPARE(desk.store.entityVerdicts().size(), 1U);
        QVERIFY(desk.store.placement(node).has_value());
    }

    /// What was marked here by hand has been marked there, too.
    void theSameMarkIsNotThereTwice()
    {
        Desk desk(files("[T1 Person Kim] met Lavrov.\n"));
        const MentionId lavrov = desk.mark("Lavrov", 1);
        desk.write(files("Today [T1 Person Kim] met [T2 Person Lavrov].\n"));
        QCOMPARE(unfit(desk.import()), QString());
        QCOMPARE(desk.records().mentions.size(), 2U);
        QCOMPARE(desk.mention("T2")->id, lavrov);
        QVERIFY(!desk.entity("T2").isNil());
    }

    void aMarkThatWasMovedByHandStaysWhereItIs()
    {
        Desk desk(
            files("[T1 Person Kim] came, and in the end, to the surprise of many, Kim left.\n"));
        ChangeMention move{desk.mention("T1")->id, {}};
        move.fields.spans = TextSpans{desk.text().find("Kim", 2).at(1)};
        desk.perform(move);
        desk.write(files("So [T1 Person Kim] came, and in the end, to the surprise of many, Kim "
                         "left.\n"));
        QCOMPARE(unfit(desk.import()), QString());
        QVERIFY(desk.isAfter(desk.mention("T1")->id, "surprise of many, "));
    }

    void whatIsKnownOfTheArticleStays()
    {
        Desk desk(files(marked, lines));
        ChangeArticle change{desk.records().article.id, {}};
        change.fields.title = "Kim in Russia";
        change.fields.outlet = "Mine";
        change.fields.tags = std::vector<std::string>{"east"};
        desk.perform(change);
        desk.folder.write("a.json", R"({"outlet": "Theirs", "byline": "Somebody"})");
        desk.write(files(paragraph + marked, lines));
        QCOMPARE(unfit(desk.import()),
                 QStringLiteral("The outlet is “Mine” here and “Theirs” in the files; yours was "
                                "kept"));
        const Article& article = desk.records().article;
        QCOMPARE(article.title, std::string("Kim in Russia"));
        QCOMPARE(article.byline, std::string("Somebody"));
        QCOMPARE(article.tags, std::vector<std::string>{"east"});
    }

    void whatIsCorrectedBesideAnArticleIsTaken()
    {
        Desk desk(files(marked, lines));
        desk.folder.write("a.json", R"({"title": "Kim visits", "outlet": "Harbor Wire"})");
        desk.import();
        QCOMPARE(desk.records().article.outlet, std::string("Harbor Wire"));
        ChangeArticle change{desk.records().article.id, {}};
        change.fields.title = "Kim in Russia";
        desk.perform(change);
        desk.folder.write("a.json", R"({"title": "Kim visits", "outlet": "Harbour Wire"})");
        QCOMPARE(unfit(desk.import()), QString());
        QCOMPARE(desk.records().article.outlet, std::string("Harbour Wire"));
        QCOMPARE(desk.records().article.title, std::string("Kim in Russia"));
        QCOMPARE(desk.import().there, 1);
    }

    void whatStoodBesideAnArticleIsKept()
    {
        Desk desk(files(marked, lines));
        desk.folder.write("a.json", R"({"outlet": "Harbour Wire"})");
        desk.import();
        desk.folder.remove("a.json");
        desk.write(files(paragraph + marked, lines));
        QCOMPARE(unfit(desk.import()), QString());
        QCOMPARE(desk.records().article.outlet, std::string("Harbour Wire"));
        QVERIFY(desk.records().article.metadata == R"({"outlet": "Harbour Wire"})");
    }

    void filesThatLostMostOfTheirAnnotationsAreToldOf()
    {
        std::string many;
        for (int i = 10; i < 25; ++i)
            many += "R" + std::to_string(i) + "\tLocatedIn Arg1:T1 Arg2:T3\n";
        Desk desk(files(marked, lines + many));
        desk.write(files(marked, lines));
        const ImportPlan plan = desk.import();
        QCOMPARE(plan.shrunk.size(), 1U);
        QCOMPARE(plan.shrunk.front().before - plan.shrunk.front().after, 15U);
        desk.write(files(paragraph + marked, lines)); // A new text is no loss.
        QVERIFY(desk.import().shrunk.empty());
    }

    void anAnnotationThatIsGoneIsKept()
    {
        Desk desk(files(marked, lines));
        desk.folder.remove("a.ann");
        QVERIFY(unfit(desk.import()).contains(QStringLiteral("no annotation beside its text")));
        QVERIFY(desk.claim("E1") != nullptr);
        desk.folder.write("a.txt", files(paragraph + marked).text);
        desk.import();
        QVERIFY(desk.claim("E1") != nullptr);
        QVERIFY(desk.isAfter(desk.mention("T4")->id, "of it.\n"));
    }

    void whatAFolderSaysOfThePictureComesWithAnArticleThatSpeaksOfNobody()
    {
        const QTemporaryDir place;
        Desk desk(files("Nothing happened.", ""));
        Store read = openCorpus({desk.folder.path()}, resources, {})->store;
        QVERIFY(read.records(read.articles().front()).entities.empty());
        QVERIFY(read.apply(PutView{{ViewId(Uuid{1, 1}), "Moscow", "{}"}}));
        QVERIFY(read.apply(SettleMatter{"no-date:1", "Nobody says when."}));
        const ImportPlan plan = planImport(Store(), read, resources);
        const auto has = [&]<class One>(const One* /*kind*/) {
            return std::ranges::any_of(plan.edit.edits, [](const SingleEdit& one) {
                return std::holds_alternative<One>(one);
            });
        };
        QVERIFY(has(static_cast<const PutView*>(nullptr)));
        QVERIFY(has(static_cast<const SettleMatter*>(nullptr)));
        QVERIFY(planImport(read, read, resources).edit.edits.empty());
    }

    /// In a file: one step of the history, and all is well after it and after it was taken back.
    void aProjectFileIsSoundAfterIt()
    {
        const QTemporaryDir place;
        const auto path = place.filePath(QStringLiteral("p.entente")).toStdString();
        Desk desk(files(marked, lines));
        desk.mark("Kim", 2);
        auto project = ProjectFile::create(path, analyst);
        QVERIFY(project->perform(AddArticle{desk.records()}));
        const Store before = project->store();
        desk.write(files(paragraph + "[T1 Person Kim] slept.\n"));
        const auto corpus = openCorpus({desk.folder.path()}, resources, {});
        const ImportPlan plan = planImport(project->store(), corpus->store, resources);
        QCOMPARE(QString::fromStdString(wordsOf(plan.edit)), QStringLiteral("Import “a” again"));
        const auto applied = project->perform(plan.edit);
        QVERIFY2(applied, applied ? "" : applied.error().words.c_str());
        QCOMPARE(all(project->verify()), QString());
        QVERIFY(project->perform(applied->inverse));
        QVERIFY(project->store() == before);
        QCOMPARE(all(project->verify()), QString());
    }
};

QTEST_GUILESS_MAIN(ReimportTest)
#include "reimporttest.moc"
