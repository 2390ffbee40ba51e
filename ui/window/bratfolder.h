// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/jobs/jobs.h"

#include <QObject>

class QWidget;

namespace entente
{

class Workspace;
struct BratExport;

/// Writes what is open into an empty folder as brat standoff, off the UI thread; what brat cannot
/// hold is shown first.
class BratFolder : public QObject
{
    Q_OBJECT

public:
    BratFolder(const Workspace& workspace, QWidget* window);

    /// An empty name does nothing.
    void write(const QString& folder);
    /// What was written by then stays.
    void cancel();
    bool isBusy() const { return m_jobs.isBusy(); }

Q_SIGNALS:
    void busyChanged(bool busy);
    void progressed(const QString& words, int done, int total);
    void written(const QString& words);
    void failed(const QString& reason);
    /// It is not wanted, now that it is known what brat cannot hold.
    void declined();

private:
    bool isWanted(const BratExport& exported) const;
    void write(const QString& folder, std::shared_ptr<const BratExport> exported);

    const Workspace& m_workspace;
    QWidget* m_window;
    Jobs m_jobs;
};

} // namespace entente
