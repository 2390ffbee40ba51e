// SPDX-License-Identifier: Apache-2.0
#include "ui/window/opener.h"

#include "graph/base/resourcefolder.h"
#include "graph/project/importplan.h"
#include "graph/project/recovery.h"
#include "ui/jobs/authorsettings.h"
#include "ui/jobs/backupsettings.h"
#include "ui/project/journal.h"
#include "ui/text/paths.h"
#include "ui/text/qtext.h"
#include "ui/window/importwords.h"
#include "ui/workspace/opening.h"
#include "ui/workspace/workspace.h"

#include <QLocale>

namespace entente
{

Opener::Opener(Workspace& workspace, Journal& journal, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_journal(journal)
{
    connect(&m_jobs, &Jobs::busyChanged, this, &Opener::busyChanged);
    connect(&m_jobs, &Jobs::progressed, this, &Opener::progressed);
    connect(&m_jobs, &Jobs::failed, this, &Opener::failed);
}

void Opener::open(const QStringList& paths)
{
    if (paths.isEmpty())
        return;
    const std::vector<std::filesystem::path> wanted = toPaths(paths);
    if (wanted.size() == 1 && std::filesystem::absolute(wanted.front()) == m_journal.path())
        return; // It is open, and as it is in its file.
    read(paths);
}

void Opener::openNew()
{
    if (close())
        m_journal.beginUntitled();
}

bool Opener::close()
{
    m_jobs.cancel();
    return take(openNothing(resourceFolder()));
}

void Opener::import(const QStringList& paths)
{
    if (paths.isEmpty())
        return;
    const Opening opening{.paths = toPaths(paths), .resources = resourceFolder(), .author = {}};
    m_jobs.run(
        [opening](const Progress& progress) {
            return openCorpus(opening.paths, opening.resources, progress);
        },
        this,
        [this](Expected<Corpus, std::string> read) {
            if (!read)
                Q_EMIT failed(QString::fromStdString(read.error()));
            else
                add(std::make_shared<Corpus>(std::move(*read)));
        });
}

void Opener::openSample() { open({toQt(resourceFolder() / "sample")}); }

void Opener::reload()
{
    if (!m_workspace.paths().empty())
        read(toQt(m_workspace.paths()));
}

void Opener::cancel() { m_jobs.cancel(); }

void Opener::read(const QStringList& paths, const QString& words)
{
    const Opening opening{
        .paths = toPaths(paths), .resources = resourceFolder(), .author = authorFromSettings()};
    m_jobs.run(
        [opening](const Progress& progress) { return entente::open(opening, progress); }, this,
        [this, paths, words](Expected<Opened, NotOpened> read) {
            if (!read && read.error().canBeRecovered)
                Q_EMIT isRecoverable(paths.front(), toQString(read.error().words));
            else if (!read && read.error().backup)
                Q_EMIT hasBackup(toQString(read.error().words), toQt(read.error().backup->path));
            else if (!read)
                Q_EMIT failed(toQString(read.error().words));
            else
                show(std::move(*read), paths, words);
        });
}

void Opener::show(Opened read, const QStringList& paths, const QString& words)
{
    const bool isBackup = read.isBackup;
    const QString placeTrouble = toQString(read.placeTrouble);
    const std::optional<LaterWork> later = read.laterWork;
    if (!take(std::move(read)))
        return;
    if (isBackup) {
        Q_EMIT told(
            tr("This is a backup, to look at. What you change in it goes into a new project "
               "without a name."));
        return;
    }
    Q_EMIT opened(paths);
    if (const QString all = QStringLiteral("%1 %2").arg(words, placeTrouble).trimmed();
        !all.isEmpty())
        Q_EMIT told(all);
    if (later)
        Q_EMIT hasLaterWork(paths.front(), toQString(later->words), toQt(later->folder));
}

void Opener::recover(const QString& project, const QString& aside)
{
    const std::filesystem::path target = recoveredName(toPath(project));
    const Backups kept =
        aside.isEmpty() ? keptCopies(backupPlace(), toPath(project)) : Backups::in(toPath(aside));
    m_jobs.run(
        [kept, target, author = authorFromSettings()](const Progress& progress) {
            progress.report("Putting the project together", 0, 0);
            return recoverProject(kept, target, author);
        },
        this,
        [this, target](const ProjectFile::Result<Recovered>& recovered) {
            if (recovered)
                openRecovered(toQt(target), *recovered);
            else
                Q_EMIT failed(toQString(recovered.error().words));
        });
}

void Opener::openRecovered(const QString& path, const Recovered& recovered)
{
    QStringList words{tr("The project was put together again in %1, up to its edit %2.")
                          .arg(path, QLocale().toString(recovered.version))};
    for (const std::string& wrong : recovered.wrong)
        words += toQString(wrong);
    read({path}, words.join(QLatin1Char(' ')));
}

bool Opener::take(Opened opened)
{
    // Something may have been done while it was read.
    if (!m_journal.finish()) {
        Q_EMIT failed(tr("Nothing else was opened, as your last work is not saved: %1")
                          .arg(m_journal.trouble()));
        return false;
    }
    // Read once more, with what was placed by hand: that goes on in an unnamed file of its own.
    const bool isSameFolder = !opened.project && !opened.corpus.paths.empty() &&
                              opened.corpus.paths == m_workspace.paths();
    if (isSameFolder && m_journal.isUntitled() && m_journal.holdsPlacesOnly()) {
        m_workspace.take(std::move(opened));
        m_journal.beginUntitledAnew();
        return true;
    }
    m_journal.follow(std::move(opened.project));
    m_workspace.take(std::move(opened));
    return true;
}

namespace
{

/// An import, worked out for the store as it was.
struct PreparedImport
{
    ImportPlan plan;
    PreparedEdit prepared;
};

} // namespace

void Opener::add(const std::shared_ptr<Corpus>& corpus, bool isMeant)
{
    if (m_workspace.paths().empty() && m_journal.state() == Journal::State::NoFile)
        openNew();
    m_jobs.run(
        [corpus, from = m_workspace.asItIs()](
            const Progress& progress) mutable -> Expected<PreparedImport, std::string> {
            progress.report("Putting the graph together", 0, 0);
            ImportPlan plan = planImport(from.store, corpus->store, resourceFolder());
            auto prepared = prepare(std::move(from), plan.edit);
            if (!prepared)
                return Unexpected{prepared.error()};
            return PreparedImport{.plan = std::move(plan), .prepared = *std::move(prepared)};
        },
        this,
        [this, corpus, isMeant](Expected<PreparedImport, std::string> import) {
            if (!import)
                Q_EMIT failed(toQString(import.error()));
            else if (const QString doubts = doubtsOf(import->plan); !doubts.isEmpty() && !isMeant)
                Q_EMIT isDoubtful(doubts, [this, corpus] { add(corpus, true); });
            else
                finishImport(corpus, import->plan, std::move(import->prepared), isMeant);
        });
}

void Opener::finishImport(const std::shared_ptr<Corpus>& corpus, const ImportPlan& plan,
                          PreparedEdit prepared, bool isMeant)
{
    Step step;
    if (plan.added + plan.renewed > 0)
        step.words = tr("Import %Ln article(s)", nullptr, plan.added + plan.renewed);
    // Something may have been done meanwhile.
    if (!plan.edit.edits.empty() && !m_workspace.perform(std::move(prepared), step))
        return add(corpus, isMeant);
    for (const ImportPlan::Unfit& unfit : plan.unfit)
        corpus->diagnostics.push_back({Severity::Warning, unfit.file, 0, unfit.words});
    m_workspace.addDiagnostics(std::move(corpus->diagnostics));
    Q_EMIT imported(wordsFor(plan));
}

} // namespace entente
