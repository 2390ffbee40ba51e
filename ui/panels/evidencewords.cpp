// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/evidencewords.h"

#include "graph/model/analystsown.h"
#include "graph/model/confidence.h"
#include "graph/model/grades.h"
#include "graph/model/store.h"
#include "ui/panels/phrases.h"
#include "ui/text/qtext.h"

#include <QLocale>

#include <algorithm>

namespace entente
{

namespace
{

QString speakerLine(const EvidenceCard& card)
{
    QString words = visibleForm(toQString(wordsOf(card.attribution)));
    if (card.reported.empty())
        return words;
    QStringList names;
    for (const std::string& speaker : card.reported)
        names << Phrases::name(speaker);
    return Phrases::tr("%1, telling what %2 said").arg(words, Phrases::listed(names));
}

QString aboutLine(const EvidenceCard& card)
{
    QStringList roles;
    const bool several = std::ranges::any_of(
        card.roles, [&](const NamedRole& role) { return role.name != card.roles.front().name; });
    for (const NamedRole& role : card.roles)
        roles << (several
                      ? Phrases::tr("%1 as %2").arg(Phrases::name(role.name), toQString(role.role))
                      : Phrases::tr("as %1").arg(toQString(role.role)));
    return Phrases::dotted({Phrases::name(card.about), Phrases::listed(roles)});
}

QString surenessLine(const Claim& claim)
{
    QStringList sure;
    if (!claim.isRelation() || claim.modality)
        sure << toQString(wordsOf(claim.modality));
    if (claim.factuality)
        sure << toQString(wordsOf(*claim.factuality));
    if (!claim.aspect.empty())
        sure << toQString(claim.aspect).toLower();
    QStringList parts{Phrases::listed(sure)};
    for (const Edtf& date : claim.dates)
        parts << toQString(wordsOf(date));
    return Phrases::dotted(parts);
}

void describeStatus(const EvidenceCard& card, CardWords& words)
{
    const QString reason = visibleForm(toQString(card.anchoredBy));
    switch (card.status) {
    case QuoteStatus::Exact:
        if (card.source == QuoteSource::Sentence)
            words.status = Phrases::tr("sentence: no evidence was marked");
        return;
    case QuoteStatus::Moved:
        words.status = reason.isEmpty()
                           ? Phrases::tr("moved: the words were found elsewhere than recorded")
                           : Phrases::tr("moved: %1").arg(reason);
        return;
    case QuoteStatus::Missing:
        words.status = reason.isEmpty() ? Phrases::tr("missing: the words are not in the text")
                                        : Phrases::tr("missing: %1").arg(reason);
        words.warns = true;
        return;
    }
}

QString outletOf(const Article& article) { return Phrases::name(chainWords(chainOf(article))); }

/// As much of some words as is taken in at a glance.
QString glanceAt(const std::string& words)
{
    constexpr qsizetype lettersAtMost = 80;
    const QString all = Phrases::name(words).simplified();
    return all.size() <= lettersAtMost ? all : all.left(lettersAtMost) + QChar(0x2026);
}

QString wordsOf(const Difference& difference)
{
    const QString here = glanceAt(difference.first);
    const QString there = glanceAt(difference.second);
    if (difference.second.empty())
        return Phrases::tr("“%1” is only here").arg(here);
    if (difference.first.empty())
        return Phrases::tr("“%1” is only there").arg(there);
    return Phrases::tr("here “%1”, there “%2”").arg(here, there);
}

/// Where the words of a card stand in another article, and what is different there.
QString copyLine(const EvidenceBase& base, const OtherVersion& other)
{
    constexpr std::size_t differencesAtMost = 3;
    const Article* article = base.store.article(other.article);
    if (!article)
        return {};
    const QString source = sourceOf(*article);
    if (other.differences.empty())
        return other.isEarlier
                   ? Phrases::tr("The same passage stands in %1, which came earlier").arg(source)
                   : Phrases::tr("The same passage stands in %1").arg(source);
    QStringList differences;
    for (std::size_t i = 0; i < std::min(other.differences.size(), differencesAtMost); ++i)
        differences << wordsOf(other.differences[i]);
    if (other.differences.size() > differencesAtMost)
        differences << Phrases::tr("and %1 more")
                           .arg(Phrases::number(
                               static_cast<int>(other.differences.size() - differencesAtMost)));
    return (other.isEarlier
                ? Phrases::tr("Nearly the same passage stands in %1, which came earlier: %2")
                : Phrases::tr("Nearly the same passage stands in %1: %2"))
        .arg(source, differences.join(QStringLiteral("; ")));
}

/// "source C, fairly reliable; information 2, probably true; confidence high"
QString gradedLine(const Claim& claim)
{
    QStringList graded;
    if (!claim.reliability.empty())
        graded << Phrases::tr("source %1, %2")
                      .arg(toQString(claim.reliability),
                           toQString(wordsOfSourceGrade(claim.reliability)));
    if (!claim.credibility.empty())
        graded << Phrases::tr("information %1, %2")
                      .arg(toQString(claim.credibility),
                           toQString(wordsOfInformationGrade(claim.credibility)));
    if (!claim.confidence.empty())
        graded << Phrases::tr("confidence %1").arg(toQString(claim.confidence).toLower());
    return graded.join(QStringLiteral("; "));
}

} // namespace

CardWords wordsOf(const EvidenceBase& base, const EvidenceCard& card)
{
    CardWords words;
    const Claim* claim = base.store.claim(card.claim);
    if (!claim)
        return words;
    words.about = aboutLine(card);
    words.speaker = speakerLine(card);
    words.sureness = surenessLine(*claim);
    describeStatus(card, words);
    const Article* article = base.store.article(card.article);
    if (article != nullptr && isAnalystsOwn(*article)) { // It is all of it an analyst's.
        words.speaker = Phrases::tr("an analyst’s judgement");
        words.status.clear();
    }
    if (card.other)
        words.copied = copyLine(base, *card.other);
    for (const std::string& note : otherNotes(*claim))
        words.notes << visibleForm(toQString(note));
    words.confidence = visibleForm(toQString(confidenceReason(*claim)));
    QStringList tags;
    for (const std::string& tag : claim->tags)
        tags << Phrases::name(tag);
    words.tags = Phrases::listed(tags);
    words.graded = gradedLine(*claim);
    if (claim->rejected)
        words.rejected = Phrases::tr("Rejected");
    words.grade = Phrases::joined({toQString(claim->reliability), toQString(claim->credibility),
                                   toQString(claim->confidence)},
                                  QStringLiteral(" "));
    if (claim->origin == Origin::ByHand)
        words.sureness = Phrases::dotted({words.sureness, Phrases::tr("added by hand")});
    return words;
}

QString sourceOf(const Article& article)
{
    const QString outlet = outletOf(article);
    return Phrases::listed({outlet.isEmpty() ? Phrases::name(article.title) : outlet,
                            Phrases::date(article.published)});
}

QString sourceLineOf(const Article& article)
{
    QString language;
    if (!article.language.empty()) {
        const QLocale locale(toQString(article.language));
        language = locale.language() == QLocale::C ? toQString(article.language)
                                                   : QLocale::languageToString(locale.language());
    }
    if (isAnalystsOwn(article))
        return Phrases::dotted(
            {Phrases::tr("written by an analyst"), Phrases::date(article.published)});
    const QString outlet = outletOf(article);
    return Phrases::dotted(
        {outlet.isEmpty() ? Phrases::tr("outlet unknown") : outlet,
         article.published ? Phrases::date(article.published) : Phrases::tr("date unknown"),
         language});
}

QString citationOf(const Article& article, const EvidenceCard& card)
{
    const QString quote = toQString(card.quoted).simplified();
    const QString reference =
        Phrases::listed({toQString(article.title), outletOf(article),
                         Phrases::date(article.published), toQString(article.address)});
    return QStringLiteral("“%1” — %2").arg(quote, reference);
}

} // namespace entente
