// SPDX-License-Identifier: Apache-2.0
#include "ui/find/finderkeeper.h"

#include "ui/jobs/letgo.h"
#include "ui/workspace/workspace.h"

#include <utility>

namespace entente
{

FinderKeeper::FinderKeeper(const Workspace& workspace, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    const auto turnOld = [this] {
        m_isOutdated = true;
        m_making.cancel();
        Q_EMIT outdated();
    };
    connect(&workspace, &Workspace::opened, this, turnOld);
    connect(&workspace, &Workspace::changed, this, [turnOld](const Change& change) {
        if (change.content())
            turnOld();
    });
}

std::shared_ptr<const Finder> FinderKeeper::ask()
{
    if (!m_isOutdated)
        return m_finder;
    if (m_making.isBusy())
        return nullptr;
    m_making.run(
        [store = m_workspace.store(), events = m_workspace.events(),
         before = m_finder](const Progress& progress) {
            return std::make_shared<const Finder>(store, events, before.get(), progress);
        },
        this,
        [this](std::shared_ptr<const Finder> finder) {
            letGoElsewhere(std::exchange(m_finder, std::move(finder)));
            m_isOutdated = false;
            Q_EMIT made();
        });
    return nullptr;
}

} // namespace entente
