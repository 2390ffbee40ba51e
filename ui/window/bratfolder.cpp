// SPDX-License-Identifier: Apache-2.0
#include "ui/window/bratfolder.h"

#include "graph/base/resourcefolder.h"
#include "graph/base/writefile.h"
#include "graph/exchange/bratexport.h"
#include "graph/exchange/ententelines.h"
#include "ui/text/paths.h"
#include "ui/text/qtext.h"
#include "ui/workspace/workspace.h"

#include <QMessageBox>
#include <QPushButton>

#include <filesystem>

namespace entente
{

namespace fs = std::filesystem;

BratFolder::BratFolder(const Workspace& workspace, QWidget* window)
    : QObject(window)
    , m_workspace(workspace)
    , m_window(window)
{
    connect(&m_jobs, &Jobs::busyChanged, this, &BratFolder::busyChanged);
    connect(&m_jobs, &Jobs::progressed, this, &BratFolder::progressed);
    connect(&m_jobs, &Jobs::failed, this, &BratFolder::failed);
}

void BratFolder::write(const QString& folder)
{
    if (folder.isEmpty())
        return;
    std::error_code error;
    const fs::path path = toPath(folder);
    if (fs::exists(path, error) && !fs::is_empty(path, error)) { // Also one that cannot be read.
        Q_EMIT failed(
            tr("%1 is not empty. Choose an empty folder: articles that lie there would be "
               "taken for some of these.")
                .arg(folder));
        return;
    }
    m_jobs.run(
        [from = m_workspace.asItIs()](const Progress& progress) {
            return std::make_shared<const BratExport>(
                exportBrat(from.store, resourceFolder(), progress));
        },
        this,
        [this, folder](const std::shared_ptr<const BratExport>& exported) {
            if (!exported->lost.empty())
                Q_EMIT failed(tr("%1 would not be the same once read again. Nothing was written.")
                                  .arg(toQString(exported->lost.front())));
            else if (const auto above = vocabularyAbove(*exported, toPath(folder)))
                Q_EMIT failed(tr("%1 lies above that folder and would give the articles' types "
                                 "another meaning. Choose a folder elsewhere.")
                                  .arg(toQt(*above)));
            else if (isWanted(*exported))
                write(folder, exported);
            else
                Q_EMIT declined();
        });
}

/// Whether it is to be written, now that it is known what brat has no lines for.
bool BratFolder::isWanted(const BratExport& exported) const
{
    if (exported.notInBrat.empty())
        return true;
    QMessageBox box(QMessageBox::Information, tr("Export to brat"),
                    tr("%Ln thing(s) that brat cannot hold go into %1 beside the articles.",
                       nullptr, static_cast<int>(exported.notInBrat.size()))
                        .arg(toQString(std::string(ententeLinesFile))),
                    QMessageBox::Cancel, m_window);
    box.setTextFormat(Qt::PlainText);
    QStringList words;
    for (const std::string& one : exported.notInBrat)
        words += visibleForm(toQString(one));
    box.setDetailedText(words.join(QLatin1Char('\n')));
    QPushButton* write = box.addButton(tr("Export"), QMessageBox::AcceptRole);
    box.setDefaultButton(write);
    box.exec();
    return box.clickedButton() == write;
}

void BratFolder::write(const QString& folder, std::shared_ptr<const BratExport> exported)
{
    m_jobs.run(
        [exported, path = toPath(folder)](const Progress& progress) {
            std::map<fs::path, std::string> files;
            for (const auto& [name, bytes] : exported->files)
                files.emplace(path / name, bytes);
            return writeFiles(files, progress);
        },
        this,
        [this, folder, exported](const std::optional<NotWritten>& trouble) {
            if (trouble)
                Q_EMIT failed(tr("%1 could not be written (%2). What was written before it is "
                                 "there.")
                                  .arg(toQt(trouble->path), toQString(trouble->why.message())));
            else
                Q_EMIT written(tr("%Ln file(s) written into %1.", nullptr,
                                  static_cast<int>(exported->files.size()))
                                   .arg(folder));
        });
}

void BratFolder::cancel()
{
    if (!isBusy())
        return;
    m_jobs.cancel();
    Q_EMIT failed(tr("The export was cancelled. What was written before is there."));
}

} // namespace entente
