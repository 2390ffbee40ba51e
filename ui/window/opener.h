// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/jobs/jobs.h"

#include <QObject>
#include <QStringList>

#include <filesystem>
#include <vector>

namespace entente
{

class Workspace;

/// Reads what is asked for off the UI thread and hands it to the workspace; what was open stays
/// open until then, and when it fails.
class Opener : public QObject
{
    Q_OBJECT

public:
    explicit Opener(Workspace& workspace, QObject* parent = nullptr);

    /// Folders, or files of articles.
    void open(const QStringList& paths);
    void openSample();
    /// The same once more; what was placed by hand, also meanwhile, stays in its place.
    void reload();
    void cancel();
    bool isBusy() const { return m_jobs.isBusy(); }

Q_SIGNALS:
    void busyChanged(bool busy);
    void progressed(const QString& words, int done, int total);
    void opened(const QStringList& paths);
    void failed(const QString& reason);

private:
    void read(const QStringList& paths);

    Workspace& m_workspace;
    Jobs m_jobs;
};

QStringList toQt(const std::vector<std::filesystem::path>& paths);

} // namespace entente
