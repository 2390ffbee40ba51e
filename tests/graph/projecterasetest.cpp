// SPDX-License-Identifier: Apache-2.0
// Of an article that is erased for good no word is left, in no file.
#include "graph/base/base64.h"
#include "graph/project/backups.h"
#include "graph/project/editlog.h"
#include "graph/project/history.h"
#include "graph/project/recordpack.h"
#include "graph/project/recovery.h"
#include "tests/support/projectreports.h"
#include "tests/support/storetext.h"
#include "tests/support/tampering.h"

#include <fmt/format.h>

#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

using namespace entente;

namespace
{

namespace fs = std::filesystem;

/// Leaves words in free pages of a project, as a crash does in the midst of writing: what a free
/// page held is in no journal, so that nothing takes back what was written into it.
void crashWithWordsInFreePages(const fs::path& path)
{
    const fs::path journal = path.string() + "-journal";
    const fs::path path2 = path.string() + "2";
    const fs::path journal2 = path.string() + "2-journal";
    sqlite3* database = nullptr;
    QCOMPARE(sqlite3_open(path.c_str(), &database), SQLITE_OK);
    for (const char* sql :
         {"PRAGMA cache_size=10", // What does not fit in there is written at once.
          "BEGIN IMMEDIATE",
          "INSERT INTO content VALUES('crash', "
          "CAST(replace(printf('%.30000c', '.'), '.', 'Xylophone ') AS BLOB))"})
        QCOMPARE(sqlite3_exec(database, sql, nullptr, nullptr, nullptr), SQLITE_OK);
    fs::copy_file(path, path2);
    fs::copy_file(journal, journal2);
    sqlite3_close(database);
    fs::rename(path2, path);
    fs::rename(journal2, journal);
}

std::string twentyEnvoys()
{
    std::string articles;
    for (int i = 0; i < 20; ++i)
        articles += fmt::format("article a{0} 2024-01-15\nVisit Happened: Visitor Person "
                                "\"Envoy {0}\", Destination State \"Russia\"\n",
                                i);
    return articles;
}

/// A part of an edit as files have it; empty: it is not compressed.
std::string compressedBase64(const LoggedEdit& logged)
{
    std::string json;
    logged.edit.writeInLine([&](std::string_view piece) { json += piece; });
    constexpr std::size_t before = 19; // {"zstd":{"base64":"
    return json.starts_with("{\"zstd\"") ? json.substr(before + 64, 88) : std::string();
}

/// Puts a large view and takes it away, so that its pages are free.
void freePages(ProjectFile& project)
{
    const ViewId view(randomUuid());
    QVERIFY(project.perform(PutView{{view, "v", std::string(200'000, 's')}}));
    QVERIFY(project.perform(RemoveView{view}));
}

} // namespace

class ProjectEraseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("p.entente")).toStdString();
        m_root = m_folder->filePath(QStringLiteral("backups")).toStdString();
    }

    void anErasedArticleLeavesNoWordAnywhere()
    {
        ProjectFile project = projectWithReports(m_path, m_root);
        const ArticleId erased = project.store().articles()[0];
        const EntityId choe = project.store().records(erased).entities.front().id;
        QVERIFY(project.perform(renamed(choe, "Xylophone")));
        Together both{{renamed(choe, "Glockenspiel"), renameOther(project, "Lavrov the Elder")}};
        QVERIFY(project.perform(both));
        QVERIFY(project.backUp());
        QVERIFY(project.keepLook("what Xylophone has to do with it"));
        const std::string row = packed(project.store().records(erased));
        const std::string partOfRow = row.substr(row.size() / 2, 64); // No word is in there.
        QVERIFY(filesWith(partOfRow).size() >= 2); // The project and its backups.
        QVERIFY(project.perform(RemoveArticle{project.store().articles()[1]}));
        const auto done = project.perform(EraseArticle{erased});
        QVERIFY2(done, done ? "" : done.error().words.c_str());
        QCOMPARE(QString::fromStdString(project.backupTrouble()), QString());
        QVERIFY(project.store().article(erased) == nullptr);
        QCOMPARE(all(project.verify()), QString());
        QCOMPARE(project.version(), 6);
        for (const std::string& word :
             {std::string("Xylophone"), std::string("xylophone"), std::string("Glockenspiel"),
              std::string("glockenspiel"), std::string("Choe Son-hui"), std::string("Russia"),
              std::string("russia"), partOfRow})
            QCOMPARE(filesWith(word), QStringList());
        // The rest is there, and its history, too.
        QVERIFY(bytesOf(m_path).contains("Lavrov the Elder"));
        const auto removal = project.loggedEdit(5);
        QVERIFY(removal);
        const auto back = takingBack(*removal, project.store());
        QVERIFY2(back, back ? "" : back.error().c_str());
        QVERIFY(project.perform(*back));
        QCOMPARE(all(project.verify()), QString());
    }

    /// The keys of what is left as it is may have words of an article; the reasons, too.
    void whatWasLeftAsItIsInAnErasedArticleGoesWithIt()
    {
        ProjectFile project = projectWithReports(m_path, m_root);
        const ArticleId erased = project.store().articles()[0];
        const ArticleId other = project.store().articles()[1];
        QVERIFY(project.perform(
            SettleMatter{fmt::format("name:{}:Xylophone", erased.text()), "A Glockenspiel."}));
        QVERIFY(project.perform(SettleMatter{"name:" + other.text(), "A Dulcimer."}));
        QVERIFY(project.backUp());
        const auto done = project.perform(EraseArticle{erased});
        QVERIFY2(done, done ? "" : done.error().words.c_str());
        QCOMPARE(done->change.settled.size(), 1U);
        QCOMPARE(project.store().settled().size(), 1U);
        QCOMPARE(all(project.verify()), QString());
        for (const char* word : {"Xylophone", "Glockenspiel"})
            QCOMPARE(filesWith(word), QStringList());
        QVERIFY(!filesWith("Dulcimer").isEmpty());
    }

    /// No word can be found in the bytes of what is compressed.
    void anArticleIsErasedFromACompressedImport()
    {
        ProjectFile project = projectWithReports(m_path, m_root);
        const Store envoys = storeFrom(twentyEnvoys());
        Together import;
        for (const ArticleId id : envoys.articles())
            import.edits.emplace_back(AddArticle{envoys.sharedRecords(id)});
        QVERIFY(project.perform(import));
        QVERIFY(project.backUp());
        const std::string base64 = compressedBase64(*project.loggedEdit(project.version()));
        const std::string bytes = fromBase64(base64).value();
        QCOMPARE(filesWith(bytes).size(), 2);  // The project and its backup.
        QCOMPARE(filesWith(base64).size(), 1); // The second log.
        QCOMPARE(editsWith("Envoy 7\"").size(), 3);
        QVERIFY(project.perform(EraseArticle{envoys.articles()[7]}));
        QCOMPARE(filesWith(bytes) + filesWith(base64), QStringList());
        QCOMPARE(editsWith("Envoy 7\""), QStringList());
        QCOMPARE(editsWith("Envoy 8\"").size(), 3);
        QCOMPARE(all(project.verify()), QString());
    }

    void whatWasErasedCanBeRecoveredFromNothing()
    {
        Store before;
        {
            ProjectFile project = projectWithReports(m_path, m_root);
            QVERIFY(project.backUp());
            QVERIFY(project.perform(EraseArticle{project.store().articles()[0]}));
            QVERIFY(project.perform(PutView{{ViewId(randomUuid()), "Moscow", "{}"}}));
            before = project.store();
        }
        const fs::path target = m_folder->filePath(QStringLiteral("new.entente")).toStdString();
        const auto recovered = recoverProject(Backups(m_root, m_path), target, analyst);
        QVERIFY(recovered);
        QCOMPARE(all(recovered->wrong), QString());
        QVERIFY(openOrDie(target).store() == before);
    }

    void wordsThatACrashLeftInFreePagesAreErasedToo()
    {
        {
            ProjectFile project = projectWithReports(m_path, m_root);
            freePages(project);
        }
        crashWithWordsInFreePages(m_path);
        ProjectFile project = openOrDie(m_path, m_root);
        QVERIFY(project.backUp());
        QVERIFY(bytesOf(m_path).contains("Xylophone")); // Else this would show nothing.
        QVERIFY(project.perform(EraseArticle{project.store().articles()[0]}));
        QCOMPARE(filesWith("Xylophone"), QStringList());
        QCOMPARE(all(project.verify()), QString());
    }

    void whatACrashKeptFromBeingClearedIsClearedWhenTheProjectIsOpened()
    {
        {
            ProjectFile project = projectWithReports(m_path);
            freePages(project);
        }
        crashWithWordsInFreePages(m_path);
        openOrDie(m_path);
        execute(m_path, "INSERT INTO meta(key, value) VALUES('traces', 'erased')");
        QVERIFY(!filesWith("Xylophone").isEmpty());
        QVERIFY(ProjectFile::look(m_path, analyst)); // Who only looks changes nothing.
        QVERIFY(!filesWith("Xylophone").isEmpty());
        QCOMPARE(all(openOrDie(m_path).verify()), QString());
        QCOMPARE(filesWith("Xylophone"), QStringList());
    }

    void whatAnEarlierVersionErasedIsClearedWhenItIsBroughtUpToDate()
    {
        fs::copy_file(ENTENTE_SOURCE_DIR "/tests/graph/projects/form2.entente", m_path);
        execute(m_path, "INSERT INTO view VALUES('v', 'v', printf('%.200000c', 's'));"
                        "DELETE FROM view");
        crashWithWordsInFreePages(m_path);
        execute(m_path, "UPDATE op SET kind='erased', edit='{\"kind\":\"together\",\"edits\":[]}', "
                        "inverse='{\"kind\":\"together\",\"edits\":[]}' WHERE number=4");
        QVERIFY(!filesWith("Xylophone").isEmpty());
        openOrDie(m_path);
        QCOMPARE(filesWith("Xylophone"), QStringList());
    }

private:
    static ChangeEntity renameOther(const ProjectFile& project, const char* name)
    {
        return renamed(project.store().records(project.store().articles()[1]).entities.back().id,
                       name);
    }
    QStringList allFiles() const
    {
        QStringList files;
        for (QDirIterator it(m_folder->path(), QDir::Files | QDir::Hidden,
                             QDirIterator::Subdirectories);
             it.hasNext();)
            files << it.next();
        return files;
    }
    QStringList filesWith(const std::string& word) const
    {
        QStringList found;
        for (const QString& file : allFiles()) {
            if (bytesOf(file.toStdString()).contains(QByteArray::fromStdString(word)))
                found << file;
        }
        return found;
    }
    /// Projects and logs with a word in what their edits say.
    QStringList editsWith(const std::string& word) const
    {
        QStringList found;
        bool isFound = false;
        const auto look = [&](const LoggedEdit& logged) {
            isFound = isFound || lineOf(logged).find(word) != std::string::npos;
            return true;
        };
        for (const QString& file : allFiles()) {
            isFound = false;
            if (file.endsWith(QStringLiteral(".jsonl")))
                EditLog(file.toStdString()).forEach([&](int, const auto& logged) {
                    return look(*logged);
                });
            else if (file.endsWith(QStringLiteral(".entente")))
                ProjectFile::look(copied(file), analyst)->forEachEdit(look);
            if (isFound)
                found << file;
        }
        return found;
    }
    /// One that is open cannot be opened.
    std::filesystem::path copied(const QString& file) const
    {
        m_copy = std::make_unique<QTemporaryDir>();
        fs::path copy = m_copy->filePath(QStringLiteral("c.entente")).toStdString();
        fs::copy_file(file.toStdString(), copy);
        return copy;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    mutable std::unique_ptr<QTemporaryDir> m_copy;
    fs::path m_path, m_root;
};

QTEST_GUILESS_MAIN(ProjectEraseTest)
#include "projecterasetest.moc"
