// SPDX-License-Identifier: Apache-2.0
#include "ui/find/search.h"

#include "ui/workspace/workspace.h"

#include <utility>

namespace entente
{

Search::Search(const Workspace& workspace, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    connect(&workspace, &Workspace::opened, this, &Search::onChanged);
    connect(&workspace, &Workspace::changed, this, [this](const Change& change) {
        if (change.content())
            onChanged();
    });
}

void Search::onChanged()
{
    m_isStale = true;
    m_indexing.cancel();
    if (!m_words.isEmpty())
        run();
}

void Search::find(const QString& words)
{
    m_words = words.trimmed();
    m_searching.cancel();
    if (m_words.isEmpty()) {
        Q_EMIT found({});
        return;
    }
    run();
}

void Search::run()
{
    if (m_isStale) {
        if (m_indexing.isBusy())
            return; // The newest words are searched as soon as it is made.
        m_indexing.run(
            [store = m_workspace.store(), events = m_workspace.events(),
             before = m_finder](const Progress& progress) {
                return std::make_shared<const Finder>(store, events, before.get(), progress);
            },
            this,
            [this](std::shared_ptr<const Finder> finder) {
                m_finder = std::move(finder);
                m_isStale = false;
                if (!m_words.isEmpty())
                    run();
            });
        return;
    }
    m_searching.run([finder = m_finder, words = m_words.toStdString()](
                        const Progress& progress) { return finder->find(words, progress); },
                    this, [this](const std::vector<Hit>& hits) { Q_EMIT found(hits); });
}

TextSpan Search::placeOf(const Hit& hit) const
{
    return m_finder ? m_finder->placeOf(hit) : TextSpan();
}

} // namespace entente
