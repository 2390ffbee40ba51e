// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/panels/evidence.h"

#include <QString>
#include <QStringList>

namespace entente
{

/// A card's words below its quote, each line empty when there is nothing to say.
struct CardWords
{
    QString rejected; ///< "Rejected"; empty for what counts.
    QString about;    ///< "Visit: Choe Son-hui to Russia · as Visitor"
    QString speaker;  ///< "according to North Korean media, Rodong Sinmun"
    QString sureness; ///< "planned, probable · 15–17 January 2024"
    QString status;   ///< Of the quote; empty when all is well.
    bool warns = false;
    QString copied;     ///< Where the same words stand, too.
    QStringList notes;  ///< An analyst's.
    QString confidence; ///< Why an analyst is as confident as that.
    QString tags;       ///< "to check, Moscow"
    QString grade;      ///< "C 2"
    QString graded;     ///< The same in words, for whoever does not know the code by heart.
};

CardWords wordsOf(const EvidenceBase& base, const EvidenceCard& card);

/// "News Rebeat, after The Dong-A Ilbo · 15 January 2024 · English"
QString sourceLineOf(const Article& article);

/// The same in short, for among other words: "News Rebeat, after The Dong-A Ilbo, 15 January 2024"
QString sourceOf(const Article& article);

/// What goes onto the clipboard, as plain text: “quote” — title, outlet, date, address.
QString citationOf(const Article& article, const EvidenceCard& card);

} // namespace entente
