// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/panels/evidence.h"

#include <QList>
#include <QString>

namespace entente
{

/// One thing that is known of what is shown: "Also called", "Choi (2), Choe Son-hui (1)".
struct Fact
{
    QString label;
    QString words;
    bool warns = false;

    bool operator==(const Fact&) const = default;
};

/// What stands above the cards: what it is, in words.
struct Heading
{
    QString kind;    ///< "Person", "Visit", "Visitor"
    QString title;   ///< "Choe Son-hui → Choe Son-hui to Russia"
    QString summary; ///< "15–17 January 2024 · happened · 4 claims, 1 source"
    QList<Fact> facts;

    bool operator==(const Heading&) const = default;
};

Heading headingOf(const EvidenceBase& base, const std::vector<Subject>& subjects,
                  const Evidence& evidence);

/// A card's words below its quote, each line empty when there is nothing to say.
struct CardWords
{
    QString about;    ///< "Visit: Choe Son-hui to Russia · as Visitor"
    QString speaker;  ///< "according to North Korean media, Rodong Sinmun"
    QString sureness; ///< "planned, probable · 15–17 January 2024"
    QString status;   ///< Of the quote; empty when all is well.
    bool warns = false;
    QStringList notes;
    QString grade; ///< "C 2"
};

CardWords wordsOf(const EvidenceBase& base, const EvidenceCard& card);

/// "News Rebeat, after The Dong-A Ilbo · 15 January 2024 · English"
QString sourceLineOf(const Article& article);

/// What goes onto the clipboard, as plain text: “quote” — title, outlet, date, address.
QString citationOf(const Article& article, const EvidenceCard& card);

} // namespace entente
