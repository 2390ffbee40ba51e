// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/citing/dossiersubject.h"
#include "ui/jobs/jobs.h"

#include <QObject>
#include <QStringList>

#include <optional>
#include <set>
#include <string>

namespace entente
{

class SceneKeeper;
class Workspace;

/// What a dossier is to be about, in the ids of the view that is on screen.
struct DossierWishes
{
    std::set<NodeId> nodes;
    std::set<EdgeId> edges;
    std::optional<DossierPath> path; ///< Then nothing else.
    std::string title;               ///< Of several.
    bool picture = true;
};

/// Writes a dossier of what is chosen, with the picture that is on screen of it; off the UI thread.
class DossierExport : public QObject
{
    Q_OBJECT

public:
    DossierExport(const Workspace& workspace, const SceneKeeper& scene, QObject* parent = nullptr);

    static QStringList filters();
    static QStringList suffixes();

    /// As HTML or, where the name ends in .md, as Markdown with the picture beside it.
    /// @pre the scene is not stale
    void write(const QString& file, const DossierWishes& wishes);
    /// What of the picture is on the canvas. Of very much, all that is.
    Shown onScreen(const DossierWishes& wishes) const;
    void cancel();
    bool isBusy() const { return m_jobs.isBusy(); }

Q_SIGNALS:
    void busyChanged(bool busy);
    void progressed(const QString& words, int done, int total);
    void written(const QString& file);
    void failed(const QString& reason);

private:
    const Workspace& m_workspace;
    const SceneKeeper& m_scene;
    Jobs m_jobs;
};

} // namespace entente
