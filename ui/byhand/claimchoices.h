// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/id.h"
#include "graph/model/modality.h"

#include <QString>
#include <QStringList>

#include <array>
#include <vector>

namespace entente
{

struct EvidenceBase;

/// What claims can be given, and which of it they have.

/// From what is certain to what is certainly not; last what is certain of neither.
inline constexpr std::array factualitiesInOrder{
    Factuality::CTplus,  Factuality::PRplus,  Factuality::PSplus,  Factuality::Uu,
    Factuality::PSminus, Factuality::PRminus, Factuality::CTminus, Factuality::CTu,
};

/// Somebody in an article who may say so.
struct PossibleSource
{
    QString name;
    QStringList called;              ///< Other words that the article has for them.
    std::vector<MentionId> mentions; ///< In the text's order.
    int have = 0;                    ///< Claims that are according to them.
};

/// Who may be the source of the claims: those who are that of some first, else in the order in
/// which the article speaks of them; empty when these stand in several articles, or nobody is
/// mentioned.
/// @param claims of events.
std::vector<PossibleSource> possibleSources(const EvidenceBase& base,
                                            const std::vector<ClaimId>& claims);

/// An event of an article.
struct PossibleEvent
{
    EventId event;
    QString name;  ///< "Visit: Choe Son-hui to Russia"
    QString below; ///< "15 January 2024 · expected · 3 claims in this article"
};

/// What the claims may be moved to: the other events of their article, those of their types first.
/// Empty when they stand in several articles.
std::vector<PossibleEvent> possibleEvents(const EvidenceBase& base,
                                          const std::vector<ClaimId>& claims);

/// The article that all of the claims stand in; nil when there is none.
ArticleId commonArticle(const EvidenceBase& base, const std::vector<ClaimId>& claims);

} // namespace entente
