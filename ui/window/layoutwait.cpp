// SPDX-License-Identifier: Apache-2.0
#include "ui/window/layoutwait.h"

#include "ui/window/busybar.h"
#include "ui/window/messagebar.h"
#include "ui/workspace/scenekeeper.h"

#include <QAction>

namespace entente
{

LayoutWait::LayoutWait(const LayoutWaitParts& parts, QObject* parent)
    : QObject(parent)
    , m_parts(parts)
{
    SceneKeeper* scene = &parts.scene;
    connect(scene, &SceneKeeper::busyChanged, this, &LayoutWait::showBusy);
    connect(scene, &SceneKeeper::failed, this, &LayoutWait::showFailure);
    connect(scene, &SceneKeeper::draftChanged, this, &LayoutWait::showDraft);
    connect(scene, &SceneKeeper::keptDraft, this,
            [this](const QString& reason) { m_parts.message.showNote(reason); });
    connect(&parts.busy, &BusyBar::cancelled, scene, [scene](BusyBar::Work work) {
        if (work == BusyBar::Work::Layout)
            scene->cancel();
    });
    connect(&parts.busy, &BusyBar::stopped, this, &LayoutWait::keepDraft);
    connect(&parts.keepDraft, &QAction::triggered, this, &LayoutWait::keepDraft);
    showDraft(false);
}

void LayoutWait::showBusy(bool busy)
{
    if (busy)
        m_parts.busy.begin(BusyBar::Work::Layout, tr("Laying out the graph"));
    else
        m_parts.busy.end(BusyBar::Work::Layout);
}

void LayoutWait::showFailure(const QString& reason)
{
    m_parts.message.showError(reason, tr("Lay Out Again"), [this] { m_parts.scene.layOutAgain(); });
}

void LayoutWait::keepDraft()
{
    m_parts.scene.keepDraft();
    m_parts.message.showNote(tr(
        "What is shown is a draft. Lay Out Again looks for a better layout; Undo brings back what "
        "was before."));
}

void LayoutWait::showDraft(bool isThere)
{
    m_parts.busy.setHasDraft(isThere);
    m_parts.keepDraft.setEnabled(isThere);
}

} // namespace entente
