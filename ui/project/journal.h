// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/project/history.h"
#include "graph/project/projectfile.h"

#include <QObject>
#include <QString>
#include <QThreadPool>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace entente
{

class Workspace;

/// Keeps every edit of the workspace in a project file, one after the other and off the UI thread:
/// there is no saving, and nothing that is not saved. What is only looked at (a folder) gets a file
/// of its own, without a name yet, at the first edit.
class Journal : public QObject
{
    Q_OBJECT

public:
    enum class State {
        NoFile, ///< What is open is only looked at, or nothing is.
        Saved,  ///< Every edit is on the disk.
        Saving,
        Failed, ///< The last edits are not on the disk, and nobody is trying: trouble() says why.
    };

    /// @param untitled the folder that unnamed work is kept in; made when it is needed.
    Journal(Workspace& workspace, std::filesystem::path untitled, QObject* parent = nullptr);
    /// Waits until what was done is on the disk.
    ~Journal() override;

    State state() const;
    /// Of the file; empty: none.
    const std::filesystem::path& path() const { return m_path; }
    bool isUntitled() const;
    const QString& trouble() const { return m_trouble; }
    /// Why there is no second copy of all work; empty: there is, or there is no file.
    const QString& backupTrouble() const { return m_backupTrouble; }
    /// Of the file, as it was last heard of.
    std::int64_t version() const { return m_version; }

    /// From now on edits go into this file, which holds what the workspace is about to; null: into
    /// none, until there is one.
    void follow(std::shared_ptr<ProjectFile> file);
    /// Puts all that is open into an unnamed file of its own.
    void beginUntitled();
    /// The same, in the place of the unnamed file there is.
    void beginUntitledAnew();
    /// Whether the unnamed file holds nothing that a folder read anew does not, but places.
    bool holdsPlacesOnly() const { return m_holdsPlacesOnly; }
    /// Removes the unnamed file, and with it the work in it. @returns whether there was one.
    bool discardUntitled();
    /// Who works from now on.
    void setAuthor(const Author& author);
    /// What is not on the disk may go: the user says so.
    void letGo() { m_isLetGo = true; }
    /// Goes on in a new file of this name, which replaces what has it. Told by savedAs(), or by
    /// refused(); then it goes on in the old one.
    void saveAs(const std::filesystem::path& path);
    void tryAgain();
    /// Puts into the file, if there is one, how it is looked at (ProjectFile::lastLook). That it
    /// could not be done is told to nobody: no work is lost by it.
    void keepLook(const std::string& look);
    /// Waits for what is under way. @returns whether all is on the disk, or may go.
    bool finish();

    /// What was done after an edit of the log, for whoever shows it, and lives as long as this.
    void readHistory(std::int64_t after, std::function<void(std::vector<HistoryEntry>)> then);
    /// Writes all of it into a file, as LoggedEdit lines. @param then gets why it could not be
    /// written; empty: it was.
    void exportHistory(const std::filesystem::path& path,
                       std::function<void(const QString& failure)> then);
    /// Takes an edit of the log back, as a step of its own that undo knows; or tells by refused()
    /// why not.
    void takeBack(std::int64_t number);

    /// Unnamed work that was left behind and that no program has open, newest first.
    std::vector<std::filesystem::path> leftBehind() const;

Q_SIGNALS:
    /// finish() is about to wait: what is to be in the file is to be asked for now.
    void finishing();
    void stateChanged();
    /// Another file, or none.
    void followed();
    /// What was asked for cannot be done; nothing is lost by it.
    void refused(const QString& words);
    void savedAs(const QString& path);

private:
    struct Writer;
    struct Report;

    void keep(const Edit& edit, const Edit& inverse);
    void beginFrom(Store store);
    /// What is to be done on this object's thread after something was done on the writer's.
    using Then = std::function<void()>;
    using Work = std::function<Then(Writer&)>;
    /// Calls it on the writer's thread, after all that was asked for before.
    void ask(Work work);
    static Report reportOn(Writer& writer, const Work& work);
    void take(const Report& report);
    void backUpFromTimeToTime();
    void takeBack(const LoggedEdit& logged);
    std::filesystem::path newUntitled() const;

    Workspace& m_workspace;
    std::filesystem::path m_untitled;
    std::filesystem::path m_path;
    std::shared_ptr<Writer> m_writer; ///< Touched by the thread of the pool alone.
    int m_asked = 0;                  ///< Functions that have not reported yet.
    QString m_trouble, m_backupTrouble;
    std::int64_t m_version = 0;
    bool m_isLetGo = false;
    bool m_holdsPlacesOnly = false;
    QTimer m_backups;
    QThreadPool m_pool;
};

/// Where unnamed work is kept on this machine.
std::filesystem::path untitledFolder();

} // namespace entente
