// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/exchange/dataformats.h"
#include "ui/jobs/jobs.h"

#include <QObject>

#include <memory>
#include <string>

namespace entente
{

class SceneKeeper;
class Workspace;

/// What of the view that is on screen is to be written, and as what.
struct DataWishes
{
    std::shared_ptr<const KnowledgeGraph> graph;
    std::string part; ///< Which of what the filter leaves, for whoever has the file; empty: all.
    DataFormat format = DataFormat::GraphMl;
    bool hasMark = true; ///< A table begins with the mark of UTF-8.
    QString name;        ///< Of the graph.
};

/// Writes the graph of the view that is on screen, or a part of it, for other programs; off the UI
/// thread.
class DataExport : public QObject
{
    Q_OBJECT

public:
    DataExport(const Workspace& workspace, const SceneKeeper& scene, QObject* parent = nullptr);

    void write(const QString& file, const DataWishes& wishes);
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
