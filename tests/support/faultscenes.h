// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/model/edit.h"
#include "graph/model/store.h"
#include "tests/support/faultyfolder.h"

#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <vector>

namespace entente
{

class ProjectFile;

/// A run of the program, and how to judge it.
struct Scene
{
    FolderContent before;
    QString program;
    QStringList arguments;
    QString part; ///< Of the folder, where it fails; empty: all.
    QByteArray input;
    /// @returns what is wrong with what the run left, in words; empty: nothing.
    std::function<QString(const Outcome&)> wrong;
};

/// What the real program does with a project, and what may be left of that when a call fails.
class FaultScenes
{
public:
    /// Makes the projects ready that the scenes begin with. @returns what went wrong; empty:
    /// nothing.
    QString makeReady();

    Outcome run(const Scene& scene, const Fault& fault = {}, int call = 0) const
    {
        return m_fails.run(scene.program, scene.arguments, scene.input, fault, call, scene.part);
    }
    void prepare(const FolderContent& content) const { m_fails.prepare(content); }
    FolderContent content() const { return m_fails.content(); }
    QString project() const { return m_folder.filePath(QStringLiteral("p.entente")); }

    Scene editing() const;
    /// Nothing but the folder of the second copies fails.
    Scene editingWithoutLog() const;
    Scene erasing();
    /// Into a new project.
    Scene importing() const { return importing({}); }
    Scene importingMore() const { return importing(m_begun); }
    Scene backingUp() const;
    Scene backingUpAmongOthers() const;
    Scene savingAs() const;
    Scene openingAnOlderForm() const;
    Scene recovering() const;
    Scene exportingForBrat() const;
    Scene exportingAPicture() const;
    /// And its picture beside it. @param canBeTakenBack whether the disk serves again after a
    /// call failed: else the first may have its new name, and cannot give it back.
    Scene exportingADossier(bool canBeTakenBack = true) const;

private:
    Scene importing(const FolderContent& before) const;
    FolderContent contentAfter(const Scene& scene) const;
    void takeArticle(const QString& name) const;
    QString workOut();

    QString wrongEdits(const Outcome& outcome) const;
    QString wrongImport(const Scene& again, const Outcome& outcome) const;
    QString wrongBackup(const Outcome& outcome) const;
    QString wrongProject(const QString& path,
                         const std::function<QString(const ProjectFile&)>& compare) const;
    QString wrongLog(const ProjectFile& opened) const;
    QString wrongEditsWithoutLog(const Outcome& outcome) const;
    QString wrongErasure(const Outcome& outcome) const;
    QString wrongSaveAs(const Outcome& outcome) const;
    QString wrongBackups(const Outcome& outcome) const;
    QString wrongMigration(const Outcome& outcome) const;
    QString wrongRecovery(const Outcome& outcome) const;
    static QString wrongExport(const FolderContent& left, const FolderContent& old,
                               const FolderContent& wanted, const Outcome& outcome);

    std::filesystem::path backups() const;
    QString copy() const { return m_folder.filePath(QStringLiteral("copy.entente")); }
    QString articles() const { return m_other.filePath(QStringLiteral("articles")); }

    QTemporaryDir m_folder;
    FaultyFolder m_fails{m_folder.path()};
    QTemporaryDir m_other;
    FolderContent m_imported; ///< A project with all articles.
    FolderContent m_begun;    ///< One with the first of them.
    std::int64_t m_firstVersion = 0;
    std::vector<Store> m_states; ///< Of the first, after each edit.
    std::vector<Edit> m_edits;
    QByteArray m_older;          ///< A project of an older form.
    QByteArray m_erased;         ///< Words that nobody must find again.
    FolderContent m_edited;      ///< The project with all articles, after all edits.
    FolderContent m_forBrat;     ///< That, and what is exported of it.
    FolderContent m_withPicture; ///< And the picture of it.
    FolderContent m_withDossier; ///< And a dossier with its own.
};

} // namespace entente
