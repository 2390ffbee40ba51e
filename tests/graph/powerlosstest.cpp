// SPDX-License-Identifier: Apache-2.0
// Cuts the power while a project is edited, and looks for every edit in what the disk then holds.
// kill -9 cannot show this: what a killed program wrote is still written by the system.
#include "graph/project/projectfile.h"

#include "graph/base/sha256.h"
#include "graph/text/sourcetext.h"
#include "tests/support/forgetfuldisk.h"
#include "tests/support/longrun.h"
#include "tests/support/powerlossvfs.h"
#include "tests/support/storetext.h"

#include <fmt/format.h>

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <random>
#include <set>

using namespace entente;

namespace
{

const Author analyst{"anna", Uuid{7, 7}};

/// An article of as many claims as are wanted.
AddArticle report(unsigned number, unsigned claims)
{
    std::string text = fmt::format("article a{} 2024-01-15\n", number);
    for (unsigned i = 0; i < claims; ++i)
        text += fmt::format("Visit Happened: Visitor Person \"Envoy {} of {}\", Destination State "
                            "\"State {}\"\n",
                            i, number, i % 7);
    const Store store = storeFrom(text);
    AddArticle add{store.records(store.articles().front())};
    add.records.own().article.sha256.clear();
    add.records.own().article.annotation =
        std::make_shared<const std::string>(std::string(number * 701 % 5000, 'T'));
    return add;
}

/// Its text is more than SQLite keeps in memory before it writes: it begins to write into the
/// project before the edit is all there.
AddArticle longReport(unsigned number)
{
    AddArticle add = report(number, 1);
    ArticleRecords bare{add.records->article, {}, {}, {}, {}};
    std::string text;
    while (text.size() < 2'500'000)
        text += "\U00010348"; // Fewer characters, for all that counts them.
    bare.article.text = std::make_shared<const SourceText>(std::move(text));
    return {bare};
}

/// What an analyst does, at random.
class Analyst
{
public:
    explicit Analyst(std::mt19937& random)
        : m_random(random)
    {
    }

    Edit nextEdit(const Store& store)
    {
        const std::size_t articles = store.articles().size();
        if (articles == 0 || (articles < 4 && below(4) == 0))
            return report(++m_reports, 1 + below(below(10) == 0 ? 20 : 2));
        const ArticleRecords& records = store.records(store.articles()[below(articles)]);
        const Entity& entity = any(records.entities);
        switch (below(9)) {
        case 0:
            return renamed(entity.id);
        case 1:
            return rejected(any(records.claims).id);
        case 2:
            return PlaceNodes{{{nodeId(entity.id), Point{double(below(900)), 1}}}};
        case 3:
            return PutView{{viewId(), "v", std::string(below(9000), 's')}};
        case 4:
            return RemoveView{viewId()};
        case 5:
            return JudgeEntities{entity.id, any(records.entities).id, Sameness::One};
        case 6:
            return Together{{renamed(entity.id), rejected(any(records.claims).id),
                             PlaceNodes{{{nodeId(entity.id), Point{2, double(below(900))}}}}}};
        case 7:
            return below(4) == 0 ? Edit(RemoveArticle{records.article.id})
                                 : Edit(noted(any(records.claims).id));
        default:
            return titled(records.article.id);
        }
    }

    AddArticle nextLongReport() { return longReport(++m_reports); }

private:
    unsigned below(std::size_t end)
    {
        return std::uniform_int_distribution<unsigned>(0, static_cast<unsigned>(end) - 1)(m_random);
    }
    template <class Record>
    const Record& any(const std::vector<Record>& records)
    {
        return records[below(records.size())];
    }
    std::string word() { return fmt::format("word {}", below(1'000'000)); }
    ViewId viewId() { return ViewId(Uuid{1, 1 + below(3)}); }

    ChangeEntity renamed(EntityId id)
    {
        ChangeEntity change{id, {}};
        change.fields.name = word();
        return change;
    }
    ChangeClaim rejected(ClaimId id)
    {
        ChangeClaim change{id, {}};
        change.fields.rejected = below(2) == 0;
        return change;
    }
    ChangeClaim noted(ClaimId id)
    {
        ChangeClaim change{id, {}};
        change.fields.notes = std::vector<std::string>(1 + below(40), word());
        return change;
    }
    ChangeArticle titled(ArticleId id)
    {
        ChangeArticle change{id, {}};
        change.fields.title = word();
        return change;
    }

    std::mt19937& m_random;
    unsigned m_reports = 0;
};

/// What a project holds.
struct Held
{
    Store store;
    std::int64_t version = 0;

    explicit Held(const ProjectFile& project)
        : store(project.store())
        , version(project.version())
    {
    }
    bool operator==(const Held&) const = default;
};

/// Cuts the power at some of the calls that change a disk, however many there are.
class Cuts
{
public:
    /// @param atMost of the calls from here on, any as likely as any other.
    void watch(const ForgetfulDisk& disk, std::size_t atMost)
    {
        m_disk = &disk;
        m_atMost = atMost;
        m_calls = 0;
        m_found.clear();
    }
    void offer(const ForgetfulDisk& disk, std::mt19937& random)
    {
        if (&disk != m_disk)
            return;
        const std::size_t place = std::uniform_int_distribution<std::size_t>(0, m_calls++)(random);
        if (m_found.size() < m_atMost)
            m_found.push_back(disk.afterPowerCut(random));
        else if (place < m_atMost)
            m_found[place] = disk.afterPowerCut(random);
    }
    /// The disk as it was found after each; no more come.
    std::vector<FolderContent> take()
    {
        m_disk = nullptr;
        return std::exchange(m_found, {});
    }

private:
    const ForgetfulDisk* m_disk = nullptr;
    std::size_t m_atMost = 0;
    std::size_t m_calls = 0;
    std::vector<FolderContent> m_found;
};

constexpr const char* fileName = "p.entente";
constexpr std::size_t cutsAtOnce = 2; ///< While one edit is done.

/// A disk in a folder of its own.
struct TemporaryDisk
{
    QTemporaryDir folder;
    ForgetfulDisk disk{folder.path().toStdString()};
};

/// A project that is made, edited, closed and opened again, with a power cut now and then: what is
/// found must be what was acknowledged last, or that and the edit that was being done.
class Story
{
public:
    Story(unsigned seed, PowerLossVfs::Flushing flushing)
        : m_seed(seed)
        , m_random(seed)
        , m_vfs(flushing)
    {
        m_vfs.add(m_worked.disk);
        m_vfs.add(m_found.disk);
        m_vfs.beforeChange = [this](const ForgetfulDisk& disk) { m_cuts.offer(disk, m_random); };
    }

    void run()
    {
        auto project = expect(ProjectFile::create(m_worked.disk.path(fileName), analyst));
        acknowledge(Held(project), Held(project), "making it");
        for (int session = 0; session < 3; ++session) {
            for (int i = 0; i < 8; ++i)
                perform(project, m_analyst.nextEdit(project.store()));
            reopen(project);
        }
        if (m_seed % 10 == 0)
            perform(project, m_analyst.nextLongReport());
    }

    int cuts() const { return m_cutsDone; }
    int cutsWhileOpening() const { return m_cutsWhileOpening; }
    int edits() const { return m_edits; }
    const std::vector<std::string>& losses() const { return m_losses; }

private:
    static ProjectFile expect(ProjectFile::Result<ProjectFile> project)
    {
        if (!project)
            qFatal("%s", project.error().words.c_str());
        return *std::move(project);
    }

    void perform(ProjectFile& project, const Edit& edit)
    {
        const Held before(project);
        m_cuts.watch(m_worked.disk, cutsAtOnce);
        (void)project.perform(edit); // What is refused changes nothing.
        ++m_edits;
        acknowledge(before, Held(project), wordsOf(edit));
    }

    void reopen(ProjectFile& project)
    {
        const Held held(project);
        m_cuts.watch(m_worked.disk, cutsAtOnce);
        {
            const ProjectFile closed = std::move(project);
        }
        project = expect(ProjectFile::open(m_worked.disk.path(fileName), analyst));
        acknowledge(held, Held(project), "opening it again");
    }

    /// Looks at the cuts that came while something was done, and at one that comes right after.
    void acknowledge(const Held& before, const Held& after, const std::string& what)
    {
        for (const FolderContent& found : m_cuts.take())
            look(found, before, after, "during “" + what + "”");
        look(m_worked.disk.afterPowerCut(m_random), after, after, "after “" + what + "”");
    }

    /// Now and then the power goes again while the project is opened, and again.
    void look(FolderContent found, const Held& before, const Held& after, std::string when)
    {
        for (bool goesAgain = true; goesAgain;) {
            ++m_cutsDone;
            m_found.disk.fill(found);
            m_cuts.watch(m_found.disk, 1);
            const auto project = ProjectFile::open(m_found.disk.path(fileName), analyst);
            const std::vector<FolderContent> again = m_cuts.take();
            const std::string lost =
                project ? lossIn(*project, before, after) : project.error().words;
            if (!lost.empty())
                m_losses.push_back(fmt::format("story {}, {}: {}", m_seed, when, lost));
            goesAgain = !again.empty() && m_random() % 2 == 0;
            if (goesAgain) {
                ++m_cutsWhileOpening;
                found = again.front();
                when += " and while it was opened";
            }
        }
    }

    std::string lossIn(const ProjectFile& project, const Held& before, const Held& after)
    {
        // Most cuts leave one of few files, byte for byte; these need not be verified again.
        const std::string file = sha256Of(m_found.disk.bytesOf(fileName));
        if (!m_verified.contains(file)) {
            if (const auto wrong = project.verify(); !wrong.empty())
                return fmt::format("{}", fmt::join(wrong, "; "));
            m_verified.insert(file);
        }
        const Held found(project);
        if (found == before || found == after)
            return {};
        return fmt::format("found version {}, not what {} or {} was", found.version, before.version,
                           after.version);
    }

    unsigned m_seed;
    std::mt19937 m_random;
    PowerLossVfs m_vfs;
    TemporaryDisk m_worked;
    TemporaryDisk m_found;
    Analyst m_analyst{m_random};
    Cuts m_cuts;
    std::set<std::string> m_verified; ///< Checksums of files.
    int m_cutsDone = 0;
    int m_cutsWhileOpening = 0;
    int m_edits = 0;
    std::vector<std::string> m_losses;
};

/// As many cuts as fit into some seconds; ENTENTE_POWER_CUTS says how many however long they take.
struct Measure
{
    Measure() { m_clock.start(); }
    bool isTaken(int done) const
    {
        return m_wanted > 0 ? done >= m_wanted : m_clock.elapsed() > 20000;
    }
    double seconds() const { return double(m_clock.elapsed()) / 1000; }

private:
    int m_wanted = qEnvironmentVariableIntValue("ENTENTE_POWER_CUTS");
    QElapsedTimer m_clock;
};

} // namespace

class PowerLossTest : public QObject
{
    Q_OBJECT

public:
    static void initMain() { allowLongRun("ENTENTE_POWER_CUTS"); }

private Q_SLOTS:
    void anEditOfWhichOnlyTheLastFlushFailsIsNotDoneTwice()
    {
        PowerLossVfs vfs;
        TemporaryDisk worked;
        const QTemporaryDir elsewhere;
        vfs.add(worked.disk);
        auto project = ProjectFile::create(worked.disk.path(fileName), analyst);
        QVERIFY(project);
        QVERIFY(project->perform(report(1, 1)));
        int flushes = 0;
        vfs.flushFails = [&] { return ++flushes < 0; };
        QVERIFY(project->perform(report(2, 1)));
        const int last = flushes;
        QVERIFY(last > 1);

        // It is seen to be in the file, and confirmed with the next flush.
        flushes = 0;
        vfs.flushFails = [&] { return ++flushes == last; };
        QVERIFY(project->perform(report(3, 1)));
        QCOMPARE(project->version(), std::int64_t(3));
        const int confirmed = flushes;
        QVERIFY(confirmed >= 2 * last); // By a transaction of its own.

        // Unless that fails, too.
        const Edit edit = report(4, 1);
        flushes = 0;
        vfs.flushFails = [&] { return ++flushes == last || flushes == confirmed; };
        const auto refused = project->perform(edit);
        QVERIFY(!refused);
        QVERIFY2(refused.error().words.find("did not confirm") != std::string::npos,
                 refused.error().words.c_str());
        QVERIFY(project->holdsUnconfirmed(edit));
        QVERIFY(!project->holdsUnconfirmed(report(5, 1)));
        QCOMPARE(project->version(), std::int64_t(4));

        // Another disk takes all that is in it.
        const std::string copy = elsewhere.filePath(QStringLiteral("copy.entente")).toStdString();
        QVERIFY(!project->copyTo(copy));
        const auto copied = ProjectFile::open(copy, analyst);
        QVERIFY(copied && copied->store() == project->store());
        QCOMPARE(copied->version(), std::int64_t(4));

        QVERIFY(project->perform(edit)); // Again, once the disk is well.
        QCOMPARE(project->version(), std::int64_t(4));
        QVERIFY(!project->holdsUnconfirmed(edit));
        QVERIFY(project->verify().empty());
    }

    void whatCanBeNeitherWrittenNorReadIsNotSaidToBeUnchanged()
    {
        PowerLossVfs vfs;
        TemporaryDisk worked;
        vfs.add(worked.disk);
        auto project = ProjectFile::create(worked.disk.path(fileName), analyst);
        int flushes = 0;
        vfs.flushFails = [&] { return ++flushes < 0; };
        QVERIFY(project && project->perform(report(1, 1)));
        const int last = flushes;

        const Edit edit = report(2, 1);
        flushes = 0;
        vfs.flushFails = [&] { return ++flushes >= last; };
        for (int tries = 0; tries < 2; ++tries) {
            const auto refused = project->perform(edit);
            QVERIFY(!refused);
            QVERIFY2(refused.error().words.find("nothing was changed") == std::string::npos,
                     refused.error().words.c_str());
        }
        vfs.flushFails = nullptr;
        QVERIFY(project->perform(edit));
        QCOMPARE(project->version(), std::int64_t(2)); // Once.
        QVERIFY(project->verify().empty());
    }

    void noAcknowledgedEditIsLostInAPowerCut()
    {
        const Measure enough;
        int cuts = 0;
        int whileOpening = 0;
        int edits = 0;
        for (unsigned seed = 1; !enough.isTaken(cuts); ++seed) {
            Story story(seed, PowerLossVfs::Flushing::Done);
            story.run();
            if (!story.losses().empty())
                QFAIL(story.losses().front().c_str());
            cuts += story.cuts();
            whileOpening += story.cutsWhileOpening();
            edits += story.edits();
        }
        qInfo("%d power cuts, %d of them while a project was opened after another; %d edits; "
              "%.1f s",
              cuts, whileOpening, edits, enough.seconds());
    }

    /// Else the test above would show nothing.
    void whereNothingIsFlushedEditsAreLost_data()
    {
        QTest::addColumn<PowerLossVfs::Flushing>("flushing");
        QTest::newRow("synchronous=OFF") << PowerLossVfs::Flushing::Off;
        QTest::newRow("a disk that lies") << PowerLossVfs::Flushing::Ignored;
    }
    void whereNothingIsFlushedEditsAreLost()
    {
        QFETCH(const PowerLossVfs::Flushing, flushing);
        Story story(1, flushing);
        story.run();
        const std::size_t losses = story.losses().size();
        QVERIFY(losses > 10);
        qInfo("%zu of %d power cuts lost something: %s; …; %s", losses, story.cuts(),
              story.losses().front().c_str(), story.losses().back().c_str());
    }
};

QTEST_GUILESS_MAIN(PowerLossTest)
#include "powerlosstest.moc"
