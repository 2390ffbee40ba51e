// SPDX-License-Identifier: Apache-2.0
#include "graph/project/projectfile.h"

#include "graph/project/history.h"
#include "graph/text/sourcetext.h"
#include "tests/support/projectreports.h"
#include "tests/support/smalldisk.h"
#include "tests/support/tampering.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <fmt/format.h>

#include <random>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace entente;

class ProjectFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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

    void howItWasLookedAtIsNoEdit()
    {
        ProjectFile project = projectWithReports(m_path);
        QCOMPARE(project.lastLook(), std::string());
        const std::int64_t version = project.version();
        QVERIFY(project.keepLook("from the left"));
        QVERIFY(project.keepLook("from the right"));
        QCOMPARE(project.lastLook(), std::string("from the right"));
        QCOMPARE(project.version(), version);
        QCOMPARE(all(project.verify()), QString());
        // It goes where the project goes.
        const std::filesystem::path copy = m_path.string() + "2.entente";
        QVERIFY(!project.copyTo(copy));
        QCOMPARE(openOrDie(copy).lastLook(), std::string("from the right"));
        QVERIFY(project.perform(PutView{{ViewId(randomUuid()), "Moscow", "{}"}}));
        QCOMPARE(project.version(), version + 1);
    }

    void aLookDoesNotGoIntoAFileThatIsAnother()
    {
        ProjectFile project = projectWithReports(m_path);
        std::filesystem::rename(m_path, m_path.string() + "moved");
        QVERIFY(!project.keepLook("from the left"));
        QVERIFY(!std::filesystem::exists(m_path));
    }

    void whatIsLeftAsItIsStaysSoAfterReopening()
    {
        const SettleMatter settle{"no-date:na\xEFve", "Nobody says when.\n"};
        {
            ProjectFile project = projectWithReports(m_path);
            QVERIFY(
                project.perform(SettleMatter{"no-date:2", {}})); // It was open: nothing to keep.
            QVERIFY(project.perform(settle));
            QVERIFY(project.perform(SettleMatter{"no-date:3", "Later."}));
            QVERIFY(project.perform(SettleMatter{"no-date:3", {}}));
            QCOMPARE(all(project.verify()), QString());
        }
        const ProjectFile project = openOrDie(m_path);
        QCOMPARE(project.store().settled(),
                 (std::map<std::string, std::string>{{settle.matter, *settle.because}}));
        QCOMPARE(all(project.verify()), QString());
    }

    void whatOlderFormsHoldCanBeLeftAsItIs_data()
    {
        QTest::addColumn<int>("form");
        for (const int form : {1, 2, 3, 4})
            QTest::addRow("form %d", form) << form;
    }
    void whatOlderFormsHoldCanBeLeftAsItIs()
    {
        QFETCH(int, form);
        std::filesystem::copy_file(
            fmt::format("{}/tests/graph/projects/form{}.entente", ENTENTE_SOURCE_DIR, form),
            m_path);
        {
            ProjectFile project = openOrDie(m_path);
            QVERIFY(project.store().settled().empty());
            QVERIFY(project.perform(SettleMatter{"no-date:1", "Nobody says when."}));
        }
        const ProjectFile project = openOrDie(m_path);
        QCOMPARE(project.store().settled().size(), 1U);
        QCOMPARE(all(project.verify()), QString());
    }

    void theAnnotationFileIsKeptToTheByteWhenItsArticleGoesAndComesBack()
    {
        const std::string bytes = "T1\tPerson 0 1\tna\xEFve\r\n";
        {
            auto project = ProjectFile::create(m_path, analyst);
            AddArticle add = reports().front();
            add.records.own().article.annotation = std::make_shared<const std::string>(bytes);
            QVERIFY(project->perform(add));
            const auto removed = project->perform(RemoveArticle{add.records->article.id});
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
        add.records.own().article.annotation = std::make_shared<const std::string>("T1");
        add.records.own().article.annotationSha256 = std::string(64, '0');
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
            ArticleRecords empty{add.records->article, {}, {}, {}, {}};
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
            ArticleRecords records{reports().front().records->article, {}, {}, {}, {}};
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
        add.records.own().claims.front().event = EventId(Uuid{1, 1});
        QVERIFY(!project->perform(add));
        add = reports().front();
        add.records.own().mentions.front().article = ArticleId(Uuid{1, 1});
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
        add.records.own().article.sha256 = std::string(64, '0');
        const auto applied = project->perform(add);
        QVERIFY(!applied);
        QVERIFY(applied.error().words.find("checksum") != std::string::npos);
    }

    void whatWasChangedBehindTheLogIsFound()
    {
        {
            projectWithReports(m_path);
        }
        execute(m_path, "DELETE FROM article WHERE position=1");
        QVERIFY(all(openOrDie(m_path).verify()).contains(QStringLiteral("log adds up")));
    }

    void whatDoesNotAgreeInAFileIsFound_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QString>("found");
        QTest::newRow("a text and its checksum")
            << QByteArray("UPDATE content SET bytes=CAST(CAST(bytes AS TEXT) || 'x' AS BLOB) "
                          "WHERE sha256=(SELECT min(sha256) FROM content)")
            << "a text is not the one that its checksum";
        QTest::newRow("marked words and the text")
            << QByteArray("UPDATE article SET records=altered(records, 'Sergei', 'Nikita'); "
                          "UPDATE op SET edit=replace(edit, 'Sergei', 'Nikita')")
            << "“Nikita Lavrov” (T3) does not stand where it was marked";
        QTest::newRow("a quote and the text")
            << QByteArray("UPDATE article SET records=altered(records, 'Choe Son', 'Choe Sun'); "
                          "UPDATE op SET edit=replace(edit, 'Choe Son', 'Choe Sun')")
            << "“Choe Sun-hui” (E1) does not stand where it was marked";
        QTest::newRow("the numbers of the log")
            << QByteArray("DELETE FROM op WHERE number=4") << "the log jumps to 5";
        QTest::newRow("the last in the log")
            << QByteArray("DELETE FROM op WHERE number=5") << "what the log adds up to is not what";
    }
    void whatDoesNotAgreeInAFileIsFound()
    {
        QFETCH(const QByteArray, sql);
        QFETCH(const QString, found);
        {
            ProjectFile project = projectWithReports(m_path);
            const ArticleRecords records = project.store().records(project.store().articles()[0]);
            ChangeClaim quoting{records.claims.front().id, {}};
            quoting.fields.quotes.emplace().emplace_back();
            Quote& quote = quoting.fields.quotes->front();
            quote.spans = records.mentions.at(1).spans;
            quote.text = records.article.text->slice(quote.spans);
            QVERIFY(project.perform(quoting));
            for (const char* state : {"s", "t"})
                QVERIFY(project.perform(PutView{{ViewId(Uuid{1, 1}), "v", state}}));
            QCOMPARE(all(project.verify()), QString());
        }
        execute(m_path, sql.constData());
        const QString wrong = all(openOrDie(m_path).verify());
        QVERIFY2(wrong.contains(found), qPrintable(wrong));
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
        int found = 0;
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
            const bool isFound = !project || !project->verify().empty();
            QVERIFY2(isFound || project->store() == whole, qPrintable(QString::number(i)));
            found += isFound ? 1 : 0; // Elsewhere nothing was written yet.
        }
        QVERIFY2(found > 10, qPrintable(QString::number(found))); // Else this tests nothing.
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

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::filesystem::path m_path;
};

QTEST_GUILESS_MAIN(ProjectFileTest)
#include "projectfiletest.moc"
