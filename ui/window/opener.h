// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/jobs/jobs.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <memory>

namespace entente
{

class Journal;
class Workspace;
struct Corpus;
struct ImportPlan;
struct Opened;
struct PreparedEdit;
struct Recovered;

/// Reads what is asked for off the UI thread and hands it to the workspace, and its file to the
/// journal; what was open stays open until then, and when it fails.
class Opener : public QObject
{
    Q_OBJECT

public:
    Opener(Workspace& workspace, Journal& journal, QObject* parent = nullptr);

    /// Folders, or files of articles, or one project; a backup of one is only looked at.
    void open(const QStringList& paths);
    /// An empty project without a name.
    void openNew();
    /// Nothing is open then. @returns whether it could be closed.
    bool close();
    /// Adds the articles of folders, or of files, to what is open, as one step.
    void import(const QStringList& paths);
    void openSample();
    /// Puts a project together from its backups and its log, in a new file beside it, and opens
    /// that. @param aside the folder that they were set aside into; empty: they are in their place.
    void recover(const QString& project, const QString& aside = {});
    /// The same once more; what was placed by hand, also meanwhile, stays in its place.
    void reload();
    void cancel();
    bool isBusy() const { return m_jobs.isBusy(); }

Q_SIGNALS:
    void busyChanged(bool busy);
    void progressed(const QString& words, int done, int total);
    void opened(const QStringList& paths);
    /// @param words what came of it.
    void imported(const QString& words);
    void failed(const QString& reason);
    /// An import would take away much, and was not done. @param importIt does it all the same.
    void isDoubtful(const QString& reason, const std::function<void()>& importIt);
    /// A project is damaged or gone, and can be put together from its second copy: recover().
    void isRecoverable(const QString& project, const QString& reason);
    /// Of the project that was opened there is later work, in a folder: recover().
    void hasLaterWork(const QString& project, const QString& words, const QString& folder);
    /// Another program has it open, and there is a backup: open().
    void hasBackup(const QString& reason, const QString& backup);
    /// @param words what there is to know of what is open now; said after opened().
    void told(const QString& words);

private:
    /// @param words for told().
    void read(const QStringList& paths, const QString& words = {});
    void show(Opened read, const QStringList& paths, const QString& words);
    void openRecovered(const QString& path, const Recovered& recovered);
    /// @returns whether it could: what is open may have work that is not saved.
    bool take(Opened opened);
    /// @param isMeant that it takes away much.
    void add(const std::shared_ptr<Corpus>& corpus, bool isMeant = false);
    void finishImport(const std::shared_ptr<Corpus>& corpus, const ImportPlan& plan,
                      PreparedEdit prepared, bool isMeant);

    Workspace& m_workspace;
    Journal& m_journal;
    Jobs m_jobs;
};

} // namespace entente
