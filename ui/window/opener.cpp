// SPDX-License-Identifier: Apache-2.0
#include "ui/window/opener.h"

#include "graph/base/resourcefolder.h"
#include "ui/workspace/opening.h"
#include "ui/workspace/workspace.h"

#include <QFile>

namespace entente
{

namespace
{

std::vector<std::filesystem::path> fromQt(const QStringList& paths)
{
    std::vector<std::filesystem::path> result;
    for (const QString& path : paths)
        result.emplace_back(QFile::encodeName(path).toStdString());
    return result;
}

} // namespace

QStringList toQt(const std::vector<std::filesystem::path>& paths)
{
    QStringList result;
    for (const std::filesystem::path& path : paths)
        result.push_back(QFile::decodeName(QByteArray::fromStdString(path.string())));
    return result;
}

Opener::Opener(Workspace& workspace, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    connect(&m_jobs, &Jobs::busyChanged, this, &Opener::busyChanged);
    connect(&m_jobs, &Jobs::progressed, this, &Opener::progressed);
    connect(&m_jobs, &Jobs::failed, this, &Opener::failed);
}

void Opener::open(const QStringList& paths)
{
    if (!paths.isEmpty())
        read(paths);
}

void Opener::openSample() { open(toQt({resourceFolder() / "sample"})); }

void Opener::reload()
{
    if (!m_workspace.paths().empty())
        read(toQt(m_workspace.paths()));
}

void Opener::cancel() { m_jobs.cancel(); }

void Opener::read(const QStringList& paths)
{
    const Opening opening{.paths = fromQt(paths), .resources = resourceFolder()};
    m_jobs.run([opening](const Progress& progress) { return entente::open(opening, progress); },
               this,
               [this, paths](Expected<Opened, std::string> read) {
                   if (!read) {
                       Q_EMIT failed(QString::fromStdString(read.error()));
                       return;
                   }
                   m_workspace.take(std::move(*read));
                   Q_EMIT opened(paths);
               });
}

} // namespace entente
