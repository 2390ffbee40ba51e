// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/id.h"
#include "ui/jobs/jobs.h"

#include <QObject>
#include <QStringList>

#include <set>
#include <string>

namespace entente
{

class SceneKeeper;
class Workspace;

/// Writes a dossier of what is chosen, with the picture that is on screen of it; off the UI thread.
class DossierExport : public QObject
{
    Q_OBJECT

public:
    DossierExport(const Workspace& workspace, const SceneKeeper& scene, QObject* parent = nullptr);

    static QStringList filters();
    static QStringList suffixes();

    /// As HTML or, where the name ends in .md, as Markdown. @param nodes of the view that is on
    /// screen. @param title of several. @pre the scene is not stale
    void write(const QString& file, const std::set<NodeId>& nodes, const std::string& title);
    void cancel();
    bool isBusy() const { return m_jobs.isBusy(); }

Q_SIGNALS:
    void busyChanged(bool busy);
    void progressed(const QString& words, int done, int total);
    void written(const QString& file);
    void failed(const QString& reason);

private:
    std::set<NodeId> inPicture(const std::set<NodeId>& nodes) const;

    const Workspace& m_workspace;
    const SceneKeeper& m_scene;
    Jobs m_jobs;
};

} // namespace entente
