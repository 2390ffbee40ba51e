// SPDX-License-Identifier: Apache-2.0
#include "ui/project/lookkeeper.h"

#include "ui/project/journal.h"
#include "ui/workspace/scenekeeper.h"
#include "ui/workspace/workspace.h"

#include <chrono>

namespace entente
{

LookKeeper::LookKeeper(const Workspace& workspace, const SceneKeeper& scene, Journal& journal)
    : m_scene(scene)
    , m_journal(journal)
{
    // Each look is a transaction of its own: not one for every step of a drag.
    constexpr std::chrono::seconds rest(2);
    m_atRest.setSingleShot(true);
    m_atRest.setInterval(rest);
    m_atRest.callOnTimeout(this, &LookKeeper::keep);
    connect(&scene, &SceneKeeper::pictureChanged, this, [this] { m_atRest.start(); });
    connect(&journal, &Journal::finishing, this, &LookKeeper::keep);
    connect(&journal, &Journal::followed, this, [this] {
        m_kept.clear();
        m_atRest.start();
    });
    connect(&workspace, &Workspace::opened, this,
            [this, &workspace] { m_kept = workspace.lastLook(); });
}

LookKeeper::~LookKeeper() { keep(); }

void LookKeeper::keep()
{
    m_atRest.stop();
    if (m_journal.state() == Journal::State::NoFile || m_scene.isStale())
        return;
    std::string look = m_scene.look();
    if (look.empty() || look == m_kept)
        return;
    m_journal.keepLook(look);
    m_kept = std::move(look);
}

} // namespace entente
