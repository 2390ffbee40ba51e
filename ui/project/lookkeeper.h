// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QTimer>

#include <string>

namespace entente
{

class Journal;
class SceneKeeper;
class Workspace;

/// Keeps in the project's file how it is looked at, so that it looks the same when it is opened
/// again: once the picture has been at rest for a while, and before another is opened.
class LookKeeper : public QObject
{
    Q_OBJECT

public:
    /// All of them outlive it.
    LookKeeper(const Workspace& workspace, const SceneKeeper& scene, Journal& journal);
    ~LookKeeper() override;

private:
    void keep();

    const SceneKeeper& m_scene;
    Journal& m_journal;
    std::string m_kept; ///< As the file has it.
    QTimer m_atRest;
};

} // namespace entente
