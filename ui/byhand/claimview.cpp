// SPDX-License-Identifier: Apache-2.0
#include "ui/byhand/claimview.h"

#include "graph/citing/claimwords.h"
#include "graph/model/store.h"
#include "graph/ontology/ontology.h"
#include "ui/text/qtext.h"

#include <QStringList>

#include <algorithm>

namespace entente
{

namespace
{

QString wordsOf(const HandBase& base, const Filler& filler)
{
    if (const auto* id = std::get_if<MentionId>(&filler)) {
        const Mention* mention = base.store.mention(*id);
        return mention != nullptr ? visibleForm(toQString(mention->text)) : QString();
    }
    const Claim* claim = base.store.claim(std::get<ClaimId>(filler));
    if (claim == nullptr)
        return {};
    const QString type = toQString(base.ontology.event(claim->type).label);
    const Mention* trigger = base.store.mention(claim->trigger);
    return trigger == nullptr
               ? type
               : QStringLiteral("%1: %2").arg(type, visibleForm(toQString(trigger->text)));
}

/// Events are named once, not one type after the other.
QString takenBy(const Role& role, const Ontology& ontology)
{
    QStringList names;
    bool takesEvents = false;
    for (const std::string& target : role.targets) {
        if (ontology.knowsEvent(target))
            takesEvents = true;
        else
            names.push_back(toQString(ontology.entity(target).label));
    }
    if (takesEvents)
        names.push_back(QStringLiteral("…"));
    return names.join(QStringLiteral(", "));
}

/// From the first of the two to the other.
std::vector<ArticleArc> arcsOfRelation(const HandBase& base, const Claim& claim)
{
    std::vector<TextSpan> ends;
    for (const RoleFiller& role : claim.roles) {
        const auto* id = std::get_if<MentionId>(&role.filler);
        const Mention* mention = id == nullptr ? nullptr : base.store.mention(*id);
        if (mention != nullptr && !mention->spans.empty())
            ends.push_back(mention->spans.front());
    }
    if (ends.size() < 2)
        return {};
    return {{ends[0], ends[1], toQString(base.ontology.relation(claim.type).label)}};
}

} // namespace

std::vector<ArticleArc> arcsOf(const HandBase& base, const Claim& claim)
{
    std::vector<ArticleArc> arcs;
    if (claim.isRelation())
        return arcsOfRelation(base, claim);
    const Mention* trigger = base.store.mention(claim.trigger);
    if (trigger == nullptr || trigger->spans.empty())
        return arcs;
    for (const RoleFiller& role : claim.roles) {
        const auto* id = std::get_if<MentionId>(&role.filler);
        const Claim* other =
            id == nullptr ? base.store.claim(std::get<ClaimId>(role.filler)) : nullptr;
        const MentionId words = id != nullptr      ? *id
                                : other != nullptr ? other->trigger
                                                   : MentionId();
        const Mention* mention = base.store.mention(words);
        if (mention != nullptr && !mention->spans.empty() &&
            base.ontology.entity(mention->type).use != EntityUse::Quote)
            arcs.push_back({trigger->spans.front(), mention->spans.front(), toQString(role.role)});
    }
    return arcs;
}

QChar letterOf(std::optional<Modality> modality)
{
    if (!modality)
        return u'U';
    switch (*modality) {
    case Modality::Happened:
        return u'H';
    case Modality::Announced:
        return u'A';
    case Modality::Planned:
        return u'P';
    case Modality::Expected:
        return u'E';
    case Modality::Proposed:
        return u'O';
    case Modality::Speculated:
        return u'S';
    case Modality::DidNotHappen:
        return u'N';
    }
    return {};
}

ClaimView viewOf(const HandBase& base, ClaimId id)
{
    const Claim& claim = *base.store.claim(id);
    const EventType& type = base.ontology.event(claim.type);
    ClaimView view{.claim = id,
                   .type = toQString(type.label),
                   .trigger = {},
                   .roles = {},
                   .modality = claim.modality,
                   .factuality = claim.factuality,
                   .polarity = toQString(claim.polarity),
                   .aspect = toQString(claim.aspect),
                   .dates = {},
                   .quote = {},
                   .isMarked = false};
    if (const Mention* trigger = base.store.mention(claim.trigger))
        view.trigger = visibleForm(toQString(trigger->text));
    for (const Role& role : type.roles) {
        RoleView row{.name = toQString(role.name),
                     .takes = takenBy(role, base.ontology),
                     .key = view.roles.size() < 9
                                ? QChar(static_cast<char16_t>(u'1' + view.roles.size()))
                                : QChar(),
                     .isNeeded = false,
                     .takesSeveral = role.atMost < 0 || role.atMost > 1,
                     .fillers = {}};
        for (std::size_t i = 0; i < claim.roles.size(); ++i) {
            if (claim.roles[i].role == role.name)
                row.fillers.push_back({wordsOf(base, claim.roles[i].filler), i});
        }
        row.isNeeded = row.fillers.size() < role.atLeast;
        view.roles.push_back(std::move(row));
    }
    QStringList dates;
    for (const Edtf& date : claim.dates)
        dates.push_back(toQString(entente::wordsOf(date)));
    view.dates = dates.join(QStringLiteral("; "));
    view.quote =
        visibleForm(toQString(quotedWords(claim, *base.store.article(claim.article)->text)));
    view.isMarked = std::ranges::find(claim.quotes, QuoteSource::Evidence, &Quote::source) !=
                    claim.quotes.end();
    return view;
}

} // namespace entente
