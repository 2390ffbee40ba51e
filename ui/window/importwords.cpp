// SPDX-License-Identifier: Apache-2.0
#include "ui/window/importwords.h"

#include "graph/project/importplan.h"
#include "ui/text/qtext.h"
#include "ui/window/opener.h"

#include <QStringList>

#include <algorithm>
#include <span>

namespace entente
{

namespace
{

constexpr std::size_t unfitShown = 3; // More would leave no room for the graph.

QString wordsFor(const std::vector<ImportPlan::Unfit>& all)
{
    QStringList words;
    for (const ImportPlan::Unfit& unfit : std::span(all).first(std::min(all.size(), unfitShown)))
        words += Opener::tr("“%1”: %2.")
                     .arg(visibleForm(toQString(unfit.title)), visibleForm(toQString(unfit.words)));
    if (all.size() > unfitShown)
        words += Opener::tr("%Ln more, under Problems.", nullptr,
                            static_cast<int>(all.size() - unfitShown));
    return words.join(QLatin1Char(' '));
}

} // namespace

QString wordsFor(const ImportPlan& plan)
{
    QStringList words{Opener::tr("%Ln article(s) imported.", nullptr, plan.added)};
    if (plan.renewed > 0)
        words += Opener::tr("%Ln had changed, and are here as they are now, with all work on them.",
                            nullptr, plan.renewed);
    if (plan.there > 0)
        words += Opener::tr("%Ln were here already.", nullptr, plan.there);
    if (plan.hasVocabulary)
        words += Opener::tr("The vocabulary that the folder has for them was taken over.");
    if (!plan.unfit.empty())
        words += Opener::tr("Not all of the work fits them any more; nothing of it is lost: %1")
                     .arg(wordsFor(plan.unfit));
    return words.join(QLatin1Char(' '));
}

QString doubtsOf(const ImportPlan& plan)
{
    if (plan.shrunk.empty())
        return {};
    const ImportPlan::Shrunk& first = plan.shrunk.front();
    QString words = Opener::tr("The files of “%1” had %2 annotations and have %3 now.")
                        .arg(visibleForm(toQString(first.title)))
                        .arg(first.before)
                        .arg(first.after);
    if (plan.shrunk.size() > 1)
        words += QLatin1Char(' ') +
                 Opener::tr("More articles have lost as much: %1.").arg(plan.shrunk.size() - 1);
    return words + QLatin1Char(' ') + Opener::tr("Nothing was imported.");
}

} // namespace entente
