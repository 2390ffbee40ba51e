// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/project/projectfile.h"
#include "tests/support/storetext.h"

#include <QString>
#include <QStringList>

#include <filesystem>
#include <string>
#include <vector>

namespace entente
{

// A project of two short articles, for tests.

inline const char* const twoReports = R"(
    article a 2024-01-15
    Visit Happened: Visitor Person "Choe Son-hui", Destination State "Russia"
    article b 2024-01-16
    Meeting: Participant Person "Ms Choe", Participant Person "Sergei Lavrov"
)";

inline const Author analyst{"anna", Uuid{7, 7}};

inline std::vector<AddArticle> reports()
{
    const Store store = storeFrom(twoReports);
    std::vector<AddArticle> all;
    for (const ArticleId id : store.articles()) {
        all.push_back({store.records(id)});
        all.back().records.own().article.sha256.clear();
    }
    return all;
}

inline ProjectFile openOrDie(const std::filesystem::path& path, const BackupPlace& backups = {})
{
    auto project = ProjectFile::open(path, analyst, backups);
    if (!project)
        qFatal("%s", project.error().words.c_str());
    return std::move(*project);
}

inline ProjectFile projectWithReports(const std::filesystem::path& path,
                                      const BackupPlace& backups = {})
{
    auto project = ProjectFile::create(path, analyst, backups);
    if (!project)
        qFatal("%s", project.error().words.c_str());
    for (const AddArticle& report : reports()) {
        if (const auto applied = project->perform(report); !applied)
            qFatal("%s", applied.error().words.c_str());
    }
    return std::move(*project);
}

inline QString all(const std::vector<std::string>& words)
{
    QStringList list;
    for (const std::string& one : words)
        list << QString::fromStdString(one);
    return list.join(QStringLiteral("; "));
}

inline ChangeEntity renamed(EntityId id, const std::string& name)
{
    ChangeEntity change{id, {}};
    change.fields.name = name;
    return change;
}

} // namespace entente
