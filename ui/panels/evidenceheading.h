// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/panels/evidence.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace entente
{

/// One of two or more things that are said and exclude each other, and who says it.
struct FactSide
{
    QString says;        ///< "15 January 2024"
    QStringList reports; ///< "The Herald, 17 January 2024, reported later · B–"

    bool operator==(const FactSide&) const = default;
};

/// One thing that is known of what is shown: "Also called", "Choi (2), Choe Son-hui (1)".
struct Fact
{
    QString label;
    QString words;
    bool warns = false;
    QList<FactSide> sides; ///< Side by side, below the words.

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

} // namespace entente
