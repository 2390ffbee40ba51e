// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/query/find.h"
#include "ui/jobs/jobs.h"

#include <QObject>
#include <QString>

#include <vector>

namespace entente
{

class FinderKeeper;

/// Looks words up in all that is open, off the UI thread; of several the newest win.
class Search : public QObject
{
    Q_OBJECT

public:
    explicit Search(FinderKeeper& finders, QObject* parent = nullptr);

    /// found() follows; at once where nothing can be found.
    void find(const QString& words);
    /// Whether nobody looks: then a change is followed only once somebody does again.
    void rest(bool resting);
    /// As they were given last.
    const QString& words() const { return m_words; }
    /// Where a hit stands in its article.
    TextSpan placeOf(const Hit& hit) const;
    bool isBusy() const;

Q_SIGNALS:
    /// Also when the answer to the same words is another one after a change.
    void found(const std::vector<entente::Hit>& hits);

private:
    void run();
    void follow();

    FinderKeeper& m_finders;
    Jobs m_searching;
    QString m_words; ///< Empty: nothing is asked.
    bool m_rests = false;
    bool m_isBehind = false; ///< There was a change meanwhile.
};

} // namespace entente
