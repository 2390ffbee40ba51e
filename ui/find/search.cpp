// SPDX-License-Identifier: Apache-2.0
#include "ui/find/search.h"

#include "ui/find/finderkeeper.h"

namespace entente
{

Search::Search(FinderKeeper& finders, QObject* parent)
    : QObject(parent)
    , m_finders(finders)
{
    connect(&finders, &FinderKeeper::made, this, &Search::follow);
    connect(&finders, &FinderKeeper::outdated, this, &Search::follow);
}

void Search::find(const QString& words)
{
    m_words = words.trimmed();
    m_searching.cancel();
    if (m_words.isEmpty())
        Q_EMIT found({});
    else
        run();
}

void Search::rest(bool resting)
{
    m_rests = resting;
    if (!m_rests && m_isBehind)
        follow();
}

void Search::follow()
{
    m_searching.cancel(); // It looks in what there was.
    m_isBehind = m_rests;
    if (!m_rests)
        run();
}

void Search::run()
{
    const std::shared_ptr<const Finder> finder = m_words.isEmpty() ? nullptr : m_finders.ask();
    if (!finder)
        return; // The newest words are searched as soon as it is made.
    m_searching.run([finder, words = m_words.toStdString()](
                        const Progress& progress) { return finder->find(words, progress); },
                    this, [this](const std::vector<Hit>& hits) { Q_EMIT found(hits); });
}

TextSpan Search::placeOf(const Hit& hit) const
{
    const Finder* finder = m_finders.newest();
    return finder == nullptr ? TextSpan() : finder->placeOf(hit);
}

bool Search::isBusy() const
{
    return m_searching.isBusy() || (!m_words.isEmpty() && m_finders.isBusy());
}

} // namespace entente
