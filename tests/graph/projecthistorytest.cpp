// SPDX-License-Identifier: Apache-2.0
#include "graph/project/history.h"

#include "graph/project/editjson.h"
#include "tests/support/projectreports.h"

#include <QTemporaryDir>
#include <QTest>

using namespace entente;

class ProjectHistoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("p.entente")).toStdString();
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
        const auto inverse = editFromJson(log[1].inverse.text());
        QVERIFY(inverse && std::holds_alternative<RemoveArticle>(*inverse));
    }

    void anEditOfTheHistoryCanBeTakenBackUntilSomethingIsBuiltOnIt()
    {
        ProjectFile project = projectWithReports(m_path);
        const auto entities = project.store().records(project.store().articles()[0]).entities;
        QVERIFY(project.perform(renamed(entities[0].id, "Choe")));
        QVERIFY(project.perform(renamed(entities[1].id, "Moscow")));
        const auto back = takingBack(*project.loggedEdit(3), project.store());
        QVERIFY2(back, back ? "" : back.error().c_str());
        QVERIFY(project.perform(*back));
        QCOMPARE(project.store().entity(entities[0].id)->name, std::string());
        QCOMPARE(project.store().entity(entities[1].id)->name, std::string("Moscow"));

        QVERIFY(project.perform(renamed(entities[1].id, "Kremlin")));
        const auto tooLate = takingBack(*project.loggedEdit(4), project.store());
        QVERIFY(!tooLate);
        QVERIFY2(tooLate.error().find("since") != std::string::npos, tooLate.error().c_str());
        QVERIFY(!project.loggedEdit(99));
    }

    void theHistorySaysWhatWasBeforeAndAfter()
    {
        ProjectFile project = projectWithReports(m_path);
        const Entity choe = project.store().records(project.store().articles()[0]).entities.front();
        QVERIFY(project.perform(renamed(choe.id, "최선희")));
        std::vector<HistoryEntry> entries;
        project.forEachEdit(
            [&](const LoggedEdit& logged) {
                entries.push_back(historyEntryOf(logged, project.store()));
                return true;
            },
            2);
        QCOMPARE(entries.size(), 1U);
        const HistoryEntry& entry = entries.front();
        QCOMPARE(entry.words, std::string("Rename to “최선희”"));
        QCOMPARE(entry.analyst, std::string("anna"));
        QCOMPARE(entry.about, (std::vector<std::string>{"최선희", "Choe Son-hui", "a"}));
        QCOMPARE(entry.changes.size(), 1U);
        QCOMPARE(entry.changes[0].what, std::string("name"));
        QCOMPARE(entry.changes[0].before, std::string());
        QCOMPARE(entry.changes[0].after, std::string("최선희"));
    }

    void theHistorySaysWhatWasLeftAsItIsAndOfWhat()
    {
        ProjectFile project = projectWithReports(m_path);
        const Entity choe = project.store().records(project.store().articles()[0]).entities.front();
        QVERIFY(project.perform(SettleMatter{"by-name:" + choe.id.text(), "There is one only."}));
        const HistoryEntry entry = historyEntryOf(*project.loggedEdit(3), project.store());
        QCOMPARE(entry.words, std::string("Leave a matter as it is: “There is one only.”"));
        QCOMPARE(entry.about, (std::vector<std::string>{"Choe Son-hui", "a"}));
        QCOMPARE(entry.entities, std::vector<EntityId>{choe.id});
        // It can be taken back by itself, until it is settled anew.
        const auto back = takingBack(*project.loggedEdit(3), project.store());
        QVERIFY2(back, back ? "" : back.error().c_str());
        QVERIFY(project.perform(SettleMatter{"by-name:" + choe.id.text(), "Another reason."}));
        QVERIFY(!takingBack(*project.loggedEdit(3), project.store()));
    }

    void theLogBringsARemovedArticleBack()
    {
        ProjectFile project = projectWithReports(m_path);
        const Store before = project.store();
        QVERIFY(project.perform(RemoveArticle{before.articles()[0]}));
        std::string inverse;
        project.forEachEdit([&](const LoggedEdit& logged) {
            inverse = logged.inverse.text();
            return true;
        });
        const auto edit = editFromJson(inverse);
        QVERIFY(edit && project.perform(*edit));
        QVERIFY(project.store() == before);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::filesystem::path m_path;
};

QTEST_GUILESS_MAIN(ProjectHistoryTest)
#include "projecthistorytest.moc"
