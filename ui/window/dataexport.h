// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/exchange/dataformats.h"
#include "ui/jobs/jobs.h"

#include <QObject>

namespace entente
{

class SceneKeeper;
class Workspace;

/// Writes the graph of the view that is on screen, all that its filter leaves, for other programs;
/// off the UI thread.
class DataExport : public QObject
{
    Q_OBJECT

public:
    DataExport(const Workspace& workspace, const SceneKeeper& scene, QObject* parent = nullptr);

    /// @param name of the graph. @param hasMark a table begins with the mark of UTF-8.
    void write(const QString& file, DataFormat format, const QString& name, bool hasMark);
    void cancel();
    bool isBusy() const { return m_jobs.isBusy(); }

Q_SIGNALS:
    void busyChanged(bool busy);
    void progressed(const QString& words, int done, int total);
    void written(const QString& file);
    void failed(const QString& reason);

private:
    std::map<NodeId, Point> places() const;

    const Workspace& m_workspace;
    const SceneKeeper& m_scene;
    Jobs m_jobs;
};

} // namespace entente
