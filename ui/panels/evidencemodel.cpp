// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/evidencemodel.h"

#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "graph/text/sourcetext.h"
#include "ui/jobs/letgo.h"
#include "ui/panels/displaytext.h"
#include "ui/panels/phrases.h"
#include "ui/workspace/workspace.h"

#include <algorithm>
#include <utility>

namespace entente
{

namespace
{

// More than any screen shows; a card takes a few kilobytes.
constexpr int itemsKept = 600;

} // namespace

EvidenceModel::EvidenceModel(const Workspace& workspace, QObject* parent)
    : QAbstractListModel(parent)
    , m_workspace(workspace)
    , m_items(itemsKept)
{
}

EvidenceBase EvidenceModel::base() const
{
    return {m_workspace.store(), m_workspace.ontology(),
            m_known.events ? *m_known.events : *m_workspace.events(),
            m_known.actors ? *m_known.actors : *m_workspace.actors(), m_workspace.copies().get()};
}

void EvidenceModel::lookAt(KnownGraphs known)
{
    letGoElsewhere(std::exchange(m_known, std::move(known)));
}

bool EvidenceModel::hasOtherSources() const
{
    return m_evidence.articles > 1 && evidenceOf(base(), m_subjects).sources != m_evidence.sources;
}

void EvidenceModel::show(std::vector<Subject> subjects)
{
    beginResetModel();
    m_subjects = std::move(subjects);
    m_evidence = evidenceWithRejected(base(), m_subjects);
    m_heading = headingOf(base(), m_subjects, m_evidence);
    m_items.clear();
    endResetModel();
}

int EvidenceModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_evidence.rows.size());
}

Qt::ItemFlags EvidenceModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const bool isHeading = m_evidence.rows[static_cast<std::size_t>(index.row())].claim.isNil();
    // The keyboard steps from card to card.
    return isHeading ? Qt::ItemFlags(Qt::ItemNeverHasChildren)
                     : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

std::unique_ptr<EvidenceItem> EvidenceModel::makeItem(const EvidenceRow& row) const
{
    auto item = std::make_unique<EvidenceItem>();
    item->article = row.article;
    item->claim = row.claim;
    item->isHeading = row.claim.isNil();
    const Store& store = m_workspace.store();
    if (item->isHeading) {
        if (const Article* article = store.article(row.article)) {
            item->title = isolated(visibleForm(toQString(article->title)));
            item->below = sourceLineOf(*article);
        }
        return item;
    }
    const Claim* claim = store.claim(row.claim);
    if (!claim)
        return item; // Taken away since; the panel is about to be told.
    const EvidenceCard card = cardOf(base(), *claim, m_evidence.interest);
    const SourceText excerpt(card.excerpt.text);
    const Utf16Map units(excerpt);
    item->quote = visibleInPlace(toQString(excerpt));
    for (const TextSpan mark : card.excerpt.marks)
        item->marks.append(units.range(mark));
    item->words = wordsOf(base(), card);
    item->modality = claim->modality;
    item->isRejected = claim->rejected;
    item->isRelation = claim->isRelation();
    item->spans = card.spans;
    if (!item->isRelation) {
        const EventType& type = m_workspace.ontology().event(claim->type);
        item->light = type.light;
        item->dark = type.dark;
    }
    return item;
}

const EvidenceItem& EvidenceModel::item(int row) const
{
    if (const EvidenceItem* known = m_items.object(row))
        return *known;
    auto* made = makeItem(m_evidence.rows[static_cast<std::size_t>(row)]).release();
    m_items.insert(row, made);
    return *made;
}

QString EvidenceModel::citation(int row) const
{
    const EvidenceRow& shown = m_evidence.rows[static_cast<std::size_t>(row)];
    const Store& store = m_workspace.store();
    const Claim* claim = store.claim(shown.claim);
    const Article* article = store.article(shown.article);
    if (!claim || !article)
        return {};
    return citationOf(*article, cardOf(base(), *claim, m_evidence.interest));
}

int EvidenceModel::rowOfHeading(ArticleId article) const
{
    const auto found =
        std::ranges::find(m_evidence.rows, EvidenceRow{.article = article, .claim = {}});
    return found == m_evidence.rows.end() ? -1 : static_cast<int>(found - m_evidence.rows.begin());
}

int EvidenceModel::rowOf(ClaimId claim) const
{
    const auto found = std::ranges::find(m_evidence.rows, claim, &EvidenceRow::claim);
    const auto row = static_cast<int>(found - m_evidence.rows.begin());
    return claim.isNil() || row == rowCount() ? -1 : row;
}

QString EvidenceModel::wholeText(const EvidenceItem& item) const
{
    if (item.isHeading)
        return Phrases::joined({item.title, item.below}, QStringLiteral(". "));
    const CardWords& words = item.words;
    QStringList lines{words.rejected, item.quote,   words.about,  words.speaker,
                      words.sureness, words.status, words.copied, words.graded};
    lines += words.notes;
    if (!words.confidence.isEmpty())
        lines << tr("Confidence: %1").arg(words.confidence);
    if (!words.tags.isEmpty())
        lines << tr("Tags: %1").arg(words.tags);
    return Phrases::joined(lines, QStringLiteral(". "));
}

QVariant EvidenceModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const EvidenceItem& shown = item(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return shown.isHeading ? shown.title : shown.quote;
    case Qt::ToolTipRole:
        return shown.words.graded.isEmpty() ? QVariant() : plainTip(shown.words.graded);
    case Qt::AccessibleTextRole:
        return wholeText(shown);
    case ItemRole:
        return QVariant::fromValue(shown);
    case HeadingRole:
        return shown.isHeading;
    case QuoteRole:
        return shown.quote;
    case MarksRole:
        return QVariant::fromValue(shown.marks);
    case StatusRole:
        return shown.words.status;
    case CitationRole:
        return shown.isHeading ? QString() : citation(index.row());
    default:
        return {};
    }
}

} // namespace entente
