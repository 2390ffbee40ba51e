// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/query/find.h"
#include "ui/jobs/jobs.h"

#include <QObject>

#include <memory>

namespace entente
{

class Workspace;

/// Has the finder of what is open: made off the UI thread when it is first asked for, and again
/// when it is asked for after a change.
class FinderKeeper : public QObject
{
    Q_OBJECT

public:
    explicit FinderKeeper(const Workspace& workspace, QObject* parent = nullptr);

    /// Null: it is not there yet; made() follows.
    std::shared_ptr<const Finder> ask();
    /// The newest there is, be it of before a change; null: none.
    const Finder* newest() const { return m_finder.get(); }
    bool isBusy() const { return m_making.isBusy(); }

Q_SIGNALS:
    void made();
    /// What was found before may not be there any more.
    void outdated();

private:
    const Workspace& m_workspace;
    Jobs m_making;
    std::shared_ptr<const Finder> m_finder;
    bool m_isOutdated = true;
};

} // namespace entente
