// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/ontology/ontology.h"
#include "ui/panels/evidence.h"
#include "ui/panels/evidenceheading.h"
#include "ui/panels/evidencewords.h"
#include "ui/text/qtext.h"
#include "ui/workspace/scene.h"

#include <QAbstractListModel>
#include <QCache>

namespace entente
{

class Workspace;

/// What a delegate paints of one row: an article's heading (title and below) or a claim's card.
struct EvidenceItem
{
    bool isHeading = false;
    ArticleId article;

    // Headings.
    QString title;
    QString below; ///< Outlet, date, language.

    // Cards.
    ClaimId claim;
    QString quote;
    QList<Utf16Range> marks;
    CardWords words;
    std::optional<Modality> modality;
    bool isRejected = false; ///< By an analyst: it counts for nothing.
    bool isRelation = false; ///< Then it has no modality, not even an unstated one.
    TypeColours light, dark; ///< Of the event's type.
    TextSpans spans;         ///< In the article.
};

/// The claims behind what is selected, as rows: for each article a heading and then its cards. A
/// hub has thousands, so a row is made when it is first looked at.
class EvidenceModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        ItemRole = Qt::UserRole, ///< EvidenceItem
        HeadingRole,             ///< bool: an article's heading
        QuoteRole,               ///< QString
        MarksRole,               ///< QList<Utf16Range>, ranges of the quote
        StatusRole,   ///< QString: of the quote; empty when its words stand where they should
        CitationRole, ///< QString: the quote with its reference
    };

    explicit EvidenceModel(const Workspace& workspace, QObject* parent = nullptr);

    /// Shows what these rest on; nothing when there are none.
    void show(std::vector<Subject> subjects);
    /// Reads all from graphs as they were known on some day; null: from the workspace's.
    void lookAt(KnownGraphs known);
    /// Whether another number of sources is found by now behind what is shown.
    bool hasOtherSources() const;
    const std::vector<Subject>& subjects() const { return m_subjects; }
    const Heading& heading() const { return m_heading; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

    /// @pre the row exists.
    const EvidenceItem& item(int row) const;
    QString citation(int row) const;
    // -1: it is not shown.
    int rowOf(ClaimId claim) const;
    int rowOfHeading(ArticleId article) const;
    const EvidenceRow& row(int row) const { return m_evidence.rows[static_cast<std::size_t>(row)]; }

private:
    EvidenceBase base() const;
    std::unique_ptr<EvidenceItem> makeItem(const EvidenceRow& row) const;
    QString wholeText(const EvidenceItem& item) const;

    const Workspace& m_workspace;
    KnownGraphs m_known;
    std::vector<Subject> m_subjects;
    Evidence m_evidence;
    Heading m_heading;
    mutable QCache<int, EvidenceItem> m_items;
};

} // namespace entente

Q_DECLARE_METATYPE(entente::EvidenceItem)
