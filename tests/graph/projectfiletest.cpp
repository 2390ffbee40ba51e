// SPDX-License-Identifier: Apache-2.0
#include "graph/project/projectfile.h"

#include "graph/project/editjson.h"
#include "graph/text/sourcetext.h"
#include "tests/support/storetext.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <rapidcheck.h>
#include <sqlite3.h>

#include <csignal>
#include <random>

#include <sys/resource.h>
#include <unistd.h>

using namespace entente;

namespace
{

const char* const twoReports = R"(
    article a 2024-01-15
    Visit Happened: Visitor Person "Choe Son-hui", Destination State "Russia"
    article b 2024-01-16
    Meeting: Participant Person "Ms Choe", Participant Person "Sergei Lavrov"
)";

const Author analyst{"anna", Uuid{7, 7}};

std::vector<AddArticle> reports()
{
    const Store store = storeFrom(twoReports);
    std::vector<AddArticle> all;
    for (const ArticleId id : store.articles()) {
        all.push_back({store.records(id)});
        all.back().records.article.sha256.clear();
    }
    return all;
}

ProjectFile openOrDie(const std::filesystem::path& path)
{
    auto project = ProjectFile::open(path, analyst);
    if (!project)
        qFatal("%s", project.error().words.c_str());
    return std::move(*project);
}

ProjectFile projectWithReports(const std::filesystem::path& path)
{
    auto project = ProjectFile::create(path, analyst);
    if (!project)
        qFatal("%s", project.error().words.c_str());
    for (const AddArticle& report : reports()) {
        if (const auto applied = project->perform(report); !applied)
            qFatal("%s", applied.error().words.c_str());
    }
    return std::move(*project);
}

QString all(const std::vector<std::string>& words)
{
    QStringList list;
    for (const std::string& one : words)
        list << QString::fromStdString(one);
    return list.join(QStringLiteral("; "));
}

ChangeEntity renamed(EntityId id, const std::string& name)
{
    ChangeEntity change{id, {}};
    change.fields.name = name;
    return change;
}

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
            QVERIFY(project.keepAnnotation(project.store().articles()[0], "T1\tPerson 0 1\tx\n"));
            before = project.store();
            id = project.id();
            QCOMPARE(project.version(), 5);
        }
        const ProjectFile project = openOrDie(m_path);
        QVERIFY(project.store() == before);
        QCOMPARE(project.version(), 5);
        QVERIFY(project.id() == id);
        QCOMPARE(project.annotation(project.store().articles()[0]),
                 std::optional<std::string>("T1\tPerson 0 1\tx\n"));
        QCOMPARE(all(project.verify()), QString());
    }

    void theLogSaysWhoDidWhat()
    {
        const ProjectFile project = projectWithReports(m_path);
        std::vector<LoggedEdit> log;
        project.forEachEdit([&](const LoggedEdit& logged) {
            log.push_back(logged);
            return true;
        });
        QCOMPARE(log.size(), 2U);
        QCOMPARE(log[1].number, 2);
        QCOMPARE(log[1].base, 1);
        QCOMPARE(log[1].author.analyst, std::string("anna"));
        QCOMPARE(log[1].kind, std::string("addArticle"));
        QVERIFY(log[0].at.ends_with('Z') && log[0].at.size() == 24);
        QVERIFY(!log[0].id.isNil() && log[0].id != log[1].id);
        const auto inverse = editFromJson(log[1].inverse);
        QVERIFY(inverse && std::holds_alternative<RemoveArticle>(*inverse));
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

    void whatCannotBeErasedIsNotPromisedToBe()
    {
        ProjectFile project = projectWithReports(m_path);
        const EraseArticle erase{project.store().articles()[0]};
        QVERIFY(!project.perform(erase));
        QVERIFY(!project.perform(Together{{erase}}));
        QCOMPARE(project.store().articles().size(), 2U);
    }

    void theLogBringsARemovedArticleBack()
    {
        ProjectFile project = projectWithReports(m_path);
        const Store before = project.store();
        QVERIFY(project.perform(RemoveArticle{before.articles()[0]}));
        std::string inverse;
        project.forEachEdit([&](const LoggedEdit& logged) {
            inverse = logged.inverse;
            return true;
        });
        const auto edit = editFromJson(inverse);
        QVERIFY(edit && project.perform(*edit));
        QVERIFY(project.store() == before);
    }

    void aFullDiskChangesNothing()
    {
        ProjectFile project = projectWithReports(m_path);
        const Store before = project.store();
        rlimit limit{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &limit), 0);
        const rlimit small{static_cast<rlim_t>(std::filesystem::file_size(m_path)), limit.rlim_max};
        const auto ignored = std::signal(SIGXFSZ, SIG_IGN);
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
        const auto applied =
            project.perform(PutView{{ViewId(randomUuid()), "v", std::string(1'000'000, 's')}});
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &limit), 0);
        (void)std::signal(SIGXFSZ, ignored);
        QVERIFY(!applied);
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
