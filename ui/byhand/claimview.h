// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/byhand/handbase.h"
#include "ui/panels/articlearcs.h"

#include <QList>
#include <QString>

#include <optional>
#include <vector>

namespace entente
{

/// What fills a role, as it is shown.
struct FilledView
{
    QString words;
    std::size_t index = 0; ///< Among the claim's roles.
};

struct RoleView
{
    QString name;
    QString takes;         ///< "Person, State or Organization"
    QChar key;             ///< '1' to '9'; null for those beyond.
    bool isNeeded = false; ///< It has to be filled, and is not.
    bool takesSeveral = false;
    QList<FilledView> fillers;
};

/// An event's claim as it is edited; values and words.
struct ClaimView
{
    ClaimId claim;
    QString type;    ///< For people: "Visit".
    QString trigger; ///< The words that it begins from.
    QList<RoleView> roles;
    std::optional<Modality> modality;
    std::optional<Factuality> factuality;
    QString polarity;
    QString aspect;
    QString dates; ///< In words; empty: none.
    QString quote;
    bool isMarked = false; ///< The quote is marked as evidence, and no sentence taken for it.
};

/// @pre the store has it, and it is an event's.
ClaimView viewOf(const HandBase& base, ClaimId id);

/// From the words of an event's claim to what fills its roles, not to what is quoted; from one of
/// those that a relation relates to the other.
std::vector<ArticleArc> arcsOf(const HandBase& base, const Claim& claim);

/// The letter that chooses a modality while nothing is selected; none: that of unstated.
QChar letterOf(std::optional<Modality> modality);

} // namespace entente
