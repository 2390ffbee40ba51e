// SPDX-License-Identifier: Apache-2.0
#include "ui/window/opener.h"

#include "graph/base/resourcefolder.h"
#include "graph/project/importplan.h"
#include "ui/project/journal.h"
#include "ui/text/paths.h"
#include "ui/text/qtext.h"
#include "ui/workspace/opening.h"
#include "ui/workspace/workspace.h"

#include <algorithm>
#include <span>

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

namespace
{

constexpr std::size_t unfitShown = 3; // More would leave no room for the graph.

QString wordsFor(const std::vector<ImportPlan::Unfit>& all)
{
    QStringList words;
    for (const ImportPlan::Unfit& unfit : std::span(all).first(std::min(all.size(), unfitShown)))
        words += Opener::tr("“%1”: %2.")
                     .arg(visibleForm(toQString(unfit.title)), visibleForm(toQString(unfit.words)));
    if (all.size() > unfitShown)
        words += Opener::tr("%Ln more, under Problems.", nullptr,
                            static_cast<int>(all.size() - unfitShown));
    return words.join(QLatin1Char(' '));
}

} // namespace

void Opener::add(Corpus corpus)
{
    if (m_workspace.paths().empty() && m_journal.state() == Journal::State::NoFile)
        openNew();
    const ImportPlan plan = planImport(m_workspace.store(), corpus.store, resourceFolder());
    QStringList words{tr("%Ln article(s) imported.", nullptr, plan.added)};
    Step step;
    if (plan.added + plan.renewed > 0)
        step.words = tr("Import %Ln article(s)", nullptr, plan.added + plan.renewed);
    if (!plan.edit.edits.empty() && !m_workspace.perform(plan.edit, step))
        return; // It has said why.
    for (const ImportPlan::Unfit& unfit : plan.unfit)
        corpus.diagnostics.push_back({Severity::Warning, unfit.file, 0, unfit.words});
    m_workspace.addDiagnostics(std::move(corpus.diagnostics));
    if (plan.renewed > 0)
        words += tr("%Ln had changed, and are here as they are now, with all work on them.",
                    nullptr, plan.renewed);
    if (plan.there > 0)
        words += tr("%Ln were here already.", nullptr, plan.there);
    if (plan.hasVocabulary)
        words += tr("The vocabulary that the folder has for them was taken over.");
    if (!plan.unfit.empty())
        words += tr("Not all of the work fits them any more; nothing of it is lost: %1")
                     .arg(wordsFor(plan.unfit));
    Q_EMIT imported(words.join(QLatin1Char(' ')));
}

} // namespace entente
