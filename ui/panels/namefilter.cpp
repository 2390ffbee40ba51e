// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/namefilter.h"

#include "graph/text/fold.h"
#include "ui/text/qtext.h"

#include <algorithm>

namespace entente
{

void NameFilter::setWords(const QString& typed)
{
    m_words = toQString(folded(toUtf8(typed))).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

bool NameFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    if (m_words.isEmpty())
        return true;
    const QString names = sourceModel()->index(row, 0, parent).data(filterRole()).toString();
    const QStringList all = names.split(QLatin1Char('\n'));
    return std::ranges::any_of(all, [&](const QString& name) {
        return std::ranges::all_of(m_words,
                                   [&](const QString& word) { return name.contains(word); });
    });
}

} // namespace entente
