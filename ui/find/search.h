// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/query/find.h"
#include "ui/jobs/jobs.h"

#include <QObject>
#include <QString>

#include <memory>
#include <vector>

namespace entente
{

class Workspace;

/// Looks words up in all that is open, off the UI thread; of several the newest win. What is
/// searched is made at the first search, and again at the next one after a change.
class Search : public QObject
{
    Q_OBJECT

public:
    explicit Search(const Workspace& workspace, QObject* parent = nullptr);

    /// found() follows; at once where nothing can be found.
    void find(const QString& words);
    /// As found last.
    const QString& words() const { return m_words; }
    /// Where a hit stands in its article.
    TextSpan placeOf(const Hit& hit) const;
    bool isBusy() const { return m_indexing.isBusy() || m_searching.isBusy(); }

Q_SIGNALS:
    /// Also when the answer to the same words is another one after a change.
    void found(const std::vector<entente::Hit>& hits);

private:
    void run();
    void onChanged();

    const Workspace& m_workspace;
    Jobs m_indexing;
    Jobs m_searching;
    std::shared_ptr<const Finder> m_finder; ///< Null: not made yet.
    bool m_isStale = true;
    QString m_words;
};

} // namespace entente
