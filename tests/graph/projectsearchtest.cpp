// SPDX-License-Identifier: Apache-2.0
#include "graph/project/projectfile.h"

#include "graph/text/searchwords.h"
#include "graph/text/sourcetext.h"
#include "tests/support/projectreports.h"

#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

using namespace entente;

namespace
{

AddArticle articleOf(const char* id, const char* title, const char* text)
{
    Article article;
    article.id = ArticleId(*Uuid::parse(id));
    article.name = article.title = title;
    article.text = std::make_shared<const SourceText>(text);
    return {ArticleRecords{article, {}, {}, {}, {}}, -1};
}

QString words(const char* text) { return QString::fromStdString(joined(searchWords(text))); }

} // namespace

class ProjectSearchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("p.entente")).toStdString();
    }

    void scriptsWithoutBlanksAreCutIntoPairs()
    {
        QCOMPARE(words("Mr. Lavrov's visit, 3 days"), QStringLiteral("Mr Lavrov's visit 3 days"));
        QCOMPARE(words("푸틴은 갔다"), QStringLiteral("푸틴 틴은 갔다"));
        QCOMPARE(words("习近平访问"), QStringLiteral("习近 近平 平访 访问"));
        QCOMPARE(words("3월 x"), QStringLiteral("3 월 x"));
        QCOMPARE(words(" ,.! "), QString());
        QCOMPARE(words("\xF0\xA0\x80\x80\xF0\xA0\x80\x81"), // Outside the basic plane.
                 QString::fromUtf8("\xF0\xA0\x80\x80\xF0\xA0\x80\x81"));
    }

    void aWordIsFoundInAnyScript_data()
    {
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<QString>("found");
        QTest::newRow("without its strokes and hooks") << "walesa"
                                                       << "pl";
        QTest::newRow("as it is written") << "Wałęsa"
                                          << "pl";
        QTest::newRow("with the ending of Korean") << "푸틴"
                                                   << "ko";
        QTest::newRow("three syllables") << "김정은"
                                         << "ko";
        QTest::newRow("between others of Chinese") << "习近平"
                                                   << "zh";
        QTest::newRow("the beginning of a Russian word") << "Лавров"
                                                         << "ru";
        QTest::newRow("whatever its case") << "ЛАВРОВЫМ"
                                           << "ru";
        QTest::newRow("side by side") << "lech walesa"
                                      << "pl";
        QTest::newRow("not side by side") << "walesa lech"
                                          << "";
        QTest::newRow("not the end of a word") << "alesa"
                                               << "";
        QTest::newRow("marks of the query language") << "\"lech\" OR NOT * ("
                                                     << "";
        QTest::newRow("no word") << "?!"
                                 << "";
    }
    void aWordIsFoundInAnyScript()
    {
        QFETCH(const QString, wanted);
        QFETCH(const QString, found);
        ProjectFile project = projectInFourLanguages();
        QStringList titles;
        for (const ArticleId id : project.search(wanted.toStdString()))
            titles << QString::fromStdString(project.store().article(id)->title);
        QCOMPARE(titles.join(u' '), found);
    }

    void aNameThatWasGivenIsFoundUntilItIsTakenBack()
    {
        ProjectFile project = projectWithReports(m_path);
        const EntityId choe =
            project.store().records(project.store().articles()[0]).entities.front().id;
        QVERIFY(project.search("최선희").empty());
        const auto done = project.perform(renamed(choe, "최선희"));
        QVERIFY(done);
        QCOMPARE(project.search("최선희").size(), 1U);
        QCOMPARE(project.search("russia").size(), 1U);
        QVERIFY(project.perform(done->inverse));
        QVERIFY(project.search("최선희").empty());
        QVERIFY(project.perform(RemoveArticle{project.store().articles()[0]}));
        QVERIFY(project.search("russia").empty());
        QCOMPARE(all(project.verify()), QString());
    }

    void anIndexThatSaysSomethingElseIsFound()
    {
        {
            projectWithReports(m_path);
        }
        sqlite3* database = nullptr;
        QCOMPARE(sqlite3_open(m_path.c_str(), &database), SQLITE_OK);
        QCOMPARE(sqlite3_exec(database, "UPDATE search SET folded='peace' WHERE rowid=1", nullptr,
                              nullptr, nullptr),
                 SQLITE_OK);
        sqlite3_close(database);
        const QString wrong = all(openOrDie(m_path).verify());
        QVERIFY2(wrong.contains("index of words"), qPrintable(wrong));
    }

private:
    ProjectFile projectInFourLanguages()
    {
        ProjectFile project = projectWithReports(m_path);
        for (const AddArticle& add :
             {articleOf("00000000-0000-4000-8000-000000000001", "pl", "Przyjechał Lech Wałęsa."),
              articleOf("00000000-0000-4000-8000-000000000002", "ko",
                        "김정은은 푸틴을 만났다. 푸틴은 떠났다."),
              articleOf("00000000-0000-4000-8000-000000000003", "zh", "国家主席习近平访问俄罗斯。"),
              articleOf("00000000-0000-4000-8000-000000000004", "ru",
                        "Переговоры с Лавровым прошли в Москве.")}) {
            if (const auto done = project.perform(add); !done)
                qFatal("%s", done.error().words.c_str());
        }
        return project;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::filesystem::path m_path;
};

QTEST_GUILESS_MAIN(ProjectSearchTest)
#include "projectsearchtest.moc"
