// SPDX-License-Identifier: Apache-2.0
#include "graph/project/projectfile.h"

#include "graph/base/remotefile.h"
#include "graph/project/history.h"
#include "graph/text/sourcetext.h"
#include "tests/support/projectreports.h"
#include "tests/support/smalldisk.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <rapidcheck.h>
#include <sqlite3.h>

#include <random>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace entente;

namespace
{

/// As another program would, behind our back.
void execute(const std::filesystem::path& path, const char* sql)
{
    sqlite3* database = nullptr;
    QCOMPARE(sqlite3_open(path.c_str(), &database), SQLITE_OK);
    char* error = nullptr;
    sqlite3_exec(database, sql, nullptr, nullptr, &error);
    QVERIFY2(error == nullptr, error);
    sqlite3_close(database);
}

} // namespace

class ProjectFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foldersOfOtherMachinesAreKnown()
    {
        QVERIFY(isRemoteFileSystem(0x6969) && isRemoteFileSystem(0x65735546));   // NFS, FUSE
        QVERIFY(!isRemoteFileSystem(0xEF53) && !isRemoteFileSystem(0x01021994)); // ext4, tmpfs
        QVERIFY(!isRemoteFile("/proc") && !isRemoteFile("/no/such/file"));
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("p.entente")).toStdString();
    }

    void whatWasDoneIsThereAfterReopening()
    {
        Store before;
        Uuid id;
        {
            ProjectFile project = projectWithReports(m_path);
            const EntityId choe =
                project.store().records(project.store().articles()[0]).entities.front().id;
            QVERIFY(project.perform(renamed(choe, "최선희")));
            QVERIFY(project.perform(PlaceNodes{{{NodeId(choe.uuid()), Point{1.5, -2}}}}));
            QVERIFY(project.perform(PutView{{ViewId(randomUuid()), "Moscow", "{}"}}));
            before = project.store();
            id = project.id();
            QCOMPARE(project.version(), 5);
        }
        const ProjectFile project = openOrDie(m_path);
        QVERIFY(project.store() == before);
        QCOMPARE(project.version(), 5);
        QVERIFY(project.id() == id);
        QCOMPARE(all(project.verify()), QString());
    }

    void theAnnotationFileIsKeptToTheByteWhenItsArticleGoesAndComesBack()
    {
        const std::string bytes = "T1\tPerson 0 1\tna\xEFve\r\n";
        {
            auto project = ProjectFile::create(m_path, analyst);
            AddArticle add = reports().front();
            add.records.article.annotation = std::make_shared<const std::string>(bytes);
            QVERIFY(project->perform(add));
            const auto removed = project->perform(RemoveArticle{add.records.article.id});
            QVERIFY(removed && project->perform(removed->inverse));
        }
        ProjectFile project = openOrDie(m_path);
        const ArticleId article = project.store().articles()[0];
        QCOMPARE(*project.store().article(article)->annotation, bytes);
        QVERIFY(project.perform(RemoveArticle{article}));
        const auto logged = project.loggedEdit(project.version());
        QVERIFY2(logged, logged ? "" : logged.error().words.c_str());
        const auto back = takingBack(*logged, project.store());
        QVERIFY2(back, back ? "" : back.error().c_str());
        QVERIFY(project.perform(*back));
        QCOMPARE(*project.store().article(article)->annotation, bytes);
        QCOMPARE(all(project.verify()), QString());
    }

    void anAnnotationFileWithAnothersChecksumIsRefused()
    {
        auto project = ProjectFile::create(m_path, analyst);
        AddArticle add = reports().front();
        add.records.article.annotation = std::make_shared<const std::string>("T1");
        add.records.article.annotationSha256 = std::string(64, '0');
        QVERIFY(!project->perform(add));
    }

    void wordsThatAreNotUtf8AreKeptToTheByte()
    {
        const std::string words = "na\xEFve";
        Store before;
        {
            ProjectFile project = projectWithReports(m_path);
            const EntityId entity =
                project.store().records(project.store().articles()[0]).entities.front().id;
            QVERIFY(project.perform(renamed(entity, words)));
            AddClaim noted{project.store().records(project.store().articles()[0]).claims.front()};
            noted.record.id = ClaimId(randomUuid());
            noted.record.otherAttributes = {{words, words}, {"Mood", words}};
            QVERIFY(project.perform(noted));
            before = project.store();
        }
        QVERIFY(openOrDie(m_path).store() == before);
    }

    void onlyTheWordsThatStandThereCanBeMarked()
    {
        ProjectFile project = projectWithReports(m_path);
        const ArticleRecords records = project.store().records(project.store().articles()[0]);
        Mention mention = records.mentions.front();
        mention.id = MentionId(randomUuid());
        mention.text = "Choe Sun-hui";
        QVERIFY(!project.perform(AddMention{mention}));
        mention.text = records.article.text->slice(mention.spans);
        QVERIFY(project.perform(AddMention{mention}));

        ChangeClaim quoting{records.claims.front().id, {}};
        Quote quote;
        quote.spans = {{0, 4}};
        quote.text = "never";
        quoting.fields.quotes = std::vector{quote};
        QVERIFY(!project.perform(quoting));
        quoting.fields.quotes->front().text = records.article.text->slice(TextSpans{{0, 4}});
        QVERIFY(project.perform(quoting));
    }

    void aRefusedSecondOpeningLeavesTheFirstOneItsHold()
    {
        const ProjectFile first = projectWithReports(m_path);
        QVERIFY(!ProjectFile::open(m_path, analyst));
        QVERIFY(ProjectFile::isInUse(m_path));
        // A lock of POSIX can only be seen from another process.
        const int file = ::open(m_path.c_str(), O_RDWR | O_CLOEXEC);
        QVERIFY(file >= 0);
        struct flock lock = {};
        lock.l_type = F_WRLCK;
        lock.l_whence = SEEK_SET;
        lock.l_start = 0x40000000; // SQLite's PENDING_BYTE; 512 bytes follow it.
        lock.l_len = 512;
        const pid_t child = ::fork();
        if (child == 0)
            ::_exit(::fcntl(file, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK ? 0 : 1);
        int status = -1;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QCOMPARE(status, 0); // Not closed here: to close it would let go of the lock.
    }

    void aFileThatWasMovedIsNotWrittenTo()
    {
        ProjectFile project = projectWithReports(m_path);
        const Store before = project.store();
        std::filesystem::rename(m_path, m_path.string() + "-away");
        const PutView edit{{ViewId(randomUuid()), "v", "s"}};
        const auto applied = project.perform(edit);
        QVERIFY(!applied);
        QCOMPARE(applied.error().kind, ProjectTrouble::Kind::Moved);
        QVERIFY(project.store() == before);
        // What is in it can still be saved elsewhere, and it goes on once it is back.
        const std::filesystem::path copy = m_path.string() + "-copy.entente";
        QVERIFY(!project.copyTo(copy));
        QVERIFY(openOrDie(copy).store() == before);
        std::filesystem::rename(m_path.string() + "-away", m_path);
        QVERIFY(project.perform(edit));
    }

    void anEditThatIsRefusedChangesNothing()
    {
        ProjectFile project = projectWithReports(m_path);
        const Store before = project.store();
        const auto applied = project.perform(RemoveArticle{ArticleId(Uuid{1, 1})});
        QVERIFY(!applied);
        QVERIFY(project.store() == before);
        QCOMPARE(project.version(), 2);
    }

    void aTextThatIsNotUtf8IsKeptToTheByte()
    {
        const std::string bytes = "na\xEFve \xFF";
        {
            auto project = ProjectFile::create(m_path, analyst);
            AddArticle add = reports().front();
            ArticleRecords empty{add.records.article, {}, {}, {}, {}};
            empty.article.text = std::make_shared<const SourceText>(bytes);
            QVERIFY(project->perform(AddArticle{empty}));
        }
        const ProjectFile project = openOrDie(m_path);
        QCOMPARE(project.store().article(project.store().articles()[0])->text->utf8(), bytes);
        QCOMPARE(all(project.verify()), QString());
    }

    void articlesKeepTheirOrderWhenOneIsRemoved()
    {
        Store before;
        {
            ProjectFile project = projectWithReports(m_path);
            const std::vector<ArticleId> articles = project.store().articles();
            const auto removed = project.perform(RemoveArticle{articles[0]});
            QVERIFY(removed);
            const EntityId lavrov = project.store().records(articles[1]).entities.back().id;
            QVERIFY(project.perform(renamed(lavrov, "L")));
            QVERIFY(project.perform(removed->inverse));
            before = project.store();
        }
        const ProjectFile project = openOrDie(m_path);
        QVERIFY(project.store() == before);
        QCOMPARE(all(project.verify()), QString());
    }

    void anArticleThatIsNotAnnotatedStaysSo()
    {
        {
            auto project = ProjectFile::create(m_path, analyst);
            ArticleRecords records{reports().front().records.article, {}, {}, {}, {}};
            records.article.annotated = false;
            QVERIFY(project->perform(AddArticle{records}));
        }
        const ProjectFile project = openOrDie(m_path);
        QVERIFY(!project.store().article(project.store().articles()[0])->annotated);
        QCOMPARE(all(project.verify()), QString());
    }

    void anArticleFromOutsideNamesOnlyWhatIsInIt()
    {
        auto project = ProjectFile::create(m_path, analyst);
        AddArticle add = reports().front();
        add.records.claims.front().event = EventId(Uuid{1, 1});
        QVERIFY(!project->perform(add));
        add = reports().front();
        add.records.mentions.front().article = ArticleId(Uuid{1, 1});
        QVERIFY(!project->perform(add));
        QVERIFY(project->store().articles().empty());
    }

    void anArticleIsErasedOnItsOwnOnly()
    {
        ProjectFile project = projectWithReports(m_path);
        const ArticleId id = project.store().articles()[0];
        QVERIFY(!project.perform(Together{{EraseArticle{id}}}));
        QVERIFY(project.store().article(id) != nullptr);
        QVERIFY(project.perform(EraseArticle{id}));
        QVERIFY(project.store().article(id) == nullptr);
        QCOMPARE(all(project.verify()), QString());
    }

    void aFullDiskChangesNothing()
    {
        ProjectFile project = projectWithReports(m_path);
        const Store before = project.store();
        {
            const SmallDisk full(std::filesystem::file_size(m_path));
            const std::string large(1'000'000, 's');
            QVERIFY(!project.perform(PutView{{ViewId(randomUuid()), "v", large}}));
        }
        QVERIFY(project.store() == before);
        QCOMPARE(project.version(), 2);
        QVERIFY(project.perform(PutView{{ViewId(randomUuid()), "v", "s"}})); // It goes on.
        QCOMPARE(all(project.verify()), QString());
    }

    void aTextWithAnothersChecksumIsRefused()
    {
        auto project = ProjectFile::create(m_path, analyst);
        AddArticle add = reports().front();
        add.records.article.sha256 = std::string(64, '0');
        const auto applied = project->perform(add);
        QVERIFY(!applied);
        QVERIFY(applied.error().words.find("checksum") != std::string::npos);
    }

    void aSecondProgramIsToldSo()
    {
        const ProjectFile first = projectWithReports(m_path);
        const auto second = ProjectFile::open(m_path, analyst);
        QVERIFY(!second);
        QCOMPARE(second.error().kind, ProjectTrouble::Kind::InUse);
    }

    void anOldFileIsNeverWrittenOver()
    {
        {
            projectWithReports(m_path);
        }
        const auto again = ProjectFile::create(m_path, analyst);
        QVERIFY(!again);
        QCOMPARE(openOrDie(m_path).version(), 2);
    }

    void onlyItsOwnerCanReadIt()
    {
        const ProjectFile project = projectWithReports(m_path);
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther;
        QVERIFY(!(QFile::permissions(QString::fromStdString(m_path)) & others));
    }

    void whatIsNoProjectIsSaidToBeNone_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("nothing of ours\n").repeated(100);
    }
    void whatIsNoProjectIsSaidToBeNone()
    {
        QFETCH(QByteArray, bytes);
        QFile file(QString::fromStdString(m_path));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        file.close();
        const auto project = ProjectFile::open(m_path, analyst);
        QVERIFY(!project);
        QCOMPARE(project.error().kind, ProjectTrouble::Kind::NoProject);
        QCOMPARE(QFileInfo(file).size(), bytes.size()); // It was left as it is.
    }

    void aNewerFileSaysSo()
    {
        {
            projectWithReports(m_path);
        }
        execute(m_path, "PRAGMA user_version=999");
        const auto project = ProjectFile::open(m_path, analyst);
        QVERIFY(!project);
        QCOMPARE(project.error().kind, ProjectTrouble::Kind::Newer);
    }

    void aFileFromElsewhereWithATriggerIsRefused()
    {
        {
            projectWithReports(m_path);
        }
        execute(m_path, "CREATE TRIGGER evil AFTER INSERT ON op BEGIN DELETE FROM article; END");
        const auto project = ProjectFile::open(m_path, analyst);
        QVERIFY(!project);
        QCOMPARE(project.error().kind, ProjectTrouble::Kind::NoProject);
    }

    void aHardLinkIsRefused()
    {
        {
            projectWithReports(m_path);
        }
        QCOMPARE(::link(m_path.c_str(), (m_path.string() + "2").c_str()), 0);
        QVERIFY(!ProjectFile::open(m_path, analyst));
    }

    void whatWasChangedBehindTheLogIsFound()
    {
        {
            projectWithReports(m_path);
        }
        execute(m_path, "DELETE FROM article WHERE position=1");
        QVERIFY(all(openOrDie(m_path).verify()).contains(QStringLiteral("log adds up")));
    }

    void damagedFilesAreNeverTakenForEmptyOnes()
    {
        {
            projectWithReports(m_path);
        }
        QFile file(QString::fromStdString(m_path));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray good = file.readAll();
        file.close();
        std::mt19937 random(1);
        const Store whole = openOrDie(m_path).store();
        int refused = 0;
        for (int i = 0; i < 100; ++i) {
            QByteArray bad = good;
            const int size = 1 << random() % 13;
            const auto from = static_cast<qsizetype>(random() % static_cast<unsigned>(good.size()));
            for (qsizetype at = from; at < std::min(from + size, good.size()); ++at)
                bad[at] = static_cast<char>(random());
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
            file.write(bad);
            file.close();
            const auto project = ProjectFile::open(m_path, analyst);
            if (!project)
                ++refused;
            else if (!(project->store() == whole))
                QVERIFY2(!project->verify().empty(), qPrintable(QString::number(i)));
        }
        QVERIFY(refused > 20); // Else this would test nothing.
    }

    void aCopyIsTheSameProject()
    {
        const std::filesystem::path copy = m_path.string() + "-copy";
        {
            const ProjectFile project = projectWithReports(m_path);
            const auto trouble = project.copyTo(copy);
            QVERIFY2(!trouble, trouble ? trouble->words.c_str() : "");
            QVERIFY(project.copyTo(copy)); // It is there now.
        }
        QVERIFY(openOrDie(copy).store() == openOrDie(m_path).store());
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).size(), 2);
    }

    void aCopyReplacesOnlyWhatNobodyHasOpen()
    {
        const std::filesystem::path other = m_path.string() + "-other.entente";
        const ProjectFile project = projectWithReports(m_path);
        {
            const auto open = ProjectFile::create(other, analyst);
            const auto trouble = project.copyTo(other, Existing::Replace);
            QVERIFY(trouble && trouble->kind == ProjectTrouble::Kind::InUse);
        }
        QVERIFY(project.copyTo(m_path, Existing::Replace)); // It is the project itself.
        QVERIFY(!project.copyTo(other, Existing::Replace));
        QVERIFY(openOrDie(other).store() == project.store());
    }

    void anyEditsUndoneAndReopenedAreWhatTheLogAddsUpTo()
    {
        const bool holds = rc::check("edit, take back, reopen", [this] {
            init();
            auto project = std::make_unique<ProjectFile>(projectWithReports(m_path));
            std::vector<Edit> back;
            const int steps = *rc::gen::inRange(1, 15);
            for (int i = 0; i < steps; ++i) {
                const int what = *rc::gen::inRange(0, 6);
                if (what == 0) {
                    const Store before = project->store();
                    project.reset();
                    project = std::make_unique<ProjectFile>(openOrDie(m_path));
                    RC_ASSERT(project->store() == before);
                } else if (what == 1 && !back.empty()) {
                    RC_ASSERT(project->perform(back.back()).has_value());
                    back.pop_back();
                } else if (const auto applied = project->perform(someEdit(project->store()))) {
                    back.push_back(applied->inverse);
                }
            }
            RC_ASSERT(project->verify().empty());
        });
        QVERIFY(holds);
    }

private:
    static Edit someEdit(const Store& store)
    {
        const auto number = *rc::gen::inRange(0, 100);
        if (store.articles().empty())
            return reports()[static_cast<std::size_t>(number % 2)];
        const ArticleRecords& records = store.records(
            store.articles()[static_cast<std::size_t>(number) % store.articles().size()]);
        const Entity& entity =
            records.entities[static_cast<std::size_t>(number) % records.entities.size()];
        ChangeClaim reject{records.claims.front().id, {}};
        reject.fields.rejected = number % 2 == 0;
        reject.fields.notes = std::vector<std::string>{std::to_string(number)};
        switch (*rc::gen::inRange(0, 7)) {
        case 0:
            return RemoveArticle{records.article.id};
        case 1:
            return renamed(entity.id, "n" + std::to_string(number));
        case 2:
            return reject;
        case 3:
            return PlaceNodes{{{NodeId(entity.id.uuid()), Point{double(number), 0}}}};
        case 4:
            return PutView{{ViewId(Uuid{1, static_cast<std::uint64_t>(number % 3 + 1)}), "v", "s"}};
        case 5:
            return JudgeEntities{entity.id, EntityId(Uuid{1, 1}), Sameness::Apart};
        default:
            return Together{{renamed(entity.id, "t"), reject}};
        }
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::filesystem::path m_path;
};

QTEST_GUILESS_MAIN(ProjectFileTest)
#include "projectfiletest.moc"
