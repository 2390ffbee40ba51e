// SPDX-License-Identifier: Apache-2.0
#include "ui/window/opener.h"

#include "graph/base/resourcefolder.h"
#include "graph/project/importplan.h"
#include "ui/project/journal.h"
#include "ui/text/paths.h"
#include "ui/text/qtext.h"
#include "ui/workspace/opening.h"
#include "ui/workspace/workspace.h"

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
                add(std::move(*read));
        });
}

void Opener::openSample() { open({toQt(resourceFolder() / "sample")}); }

void Opener::reload()
{
    if (!m_workspace.paths().empty())
        read(toQt(m_workspace.paths()));
}

void Opener::cancel() { m_jobs.cancel(); }

void Opener::read(const QStringList& paths)
{
    const Opening opening{
        .paths = toPaths(paths), .resources = resourceFolder(), .author = authorFromSettings()};
    m_jobs.run([opening](const Progress& progress) { return entente::open(opening, progress); },
               this,
               [this, paths](Expected<Opened, std::string> read) {
                   if (!read) {
                       Q_EMIT failed(QString::fromStdString(read.error()));
                       return;
                   }
                   if (take(std::move(*read)))
                       Q_EMIT opened(paths);
               });
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

void Opener::add(Corpus corpus)
{
    if (m_workspace.paths().empty() && m_journal.state() == Journal::State::NoFile)
        openNew();
    const ImportPlan plan = planImport(m_workspace.store(), corpus.store);
    QStringList words{tr("%Ln article(s) imported.", nullptr, plan.added)};
    if (plan.added > 0 &&
        !m_workspace.perform(
            plan.edit, {.words = tr("Import %Ln article(s)", nullptr, plan.added), .gesture = 0}))
        return; // It has said why.
    m_workspace.addDiagnostics(std::move(corpus.diagnostics));
    if (plan.there > 0)
        words += tr("%Ln were here already.", nullptr, plan.there);
    if (!plan.changed.empty()) {
        QStringList titles;
        for (const std::string& title : plan.changed)
            titles += visibleForm(toQString(title));
        words += tr("These have changed since they were imported and were left as they are, with "
                    "all work on them: %1.")
                     .arg(titles.join(QStringLiteral("; ")));
    }
    Q_EMIT imported(words.join(QLatin1Char(' ')));
}

} // namespace entente
