// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/proposals/evidencesentences.h"
#include "ui/paint/style.h"
#include "ui/text/qtext.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

#include <vector>

class QAbstractItemView;

namespace entente
{

struct HandBase;

/// A sentence as a row shows it.
struct SentenceRow
{
    EvidenceSentence sentence;
    QString text;
    QList<Utf16Range> one, other; ///< Where it names them.
    QString source;               ///< Which article it is of.
    QString said;                 ///< What is annotated there already; empty: nothing.
    bool isTaken = false;
};

/// The sentences that an edge may rest on, each with a box to tick.
class SentenceModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        RowRole = Qt::UserRole, ///< const SentenceRow*
        FoldedRole,             ///< QString: sentence and source, as they are searched
    };

    using QAbstractListModel::QAbstractListModel;

    void show(const HandBase& base, std::vector<EvidenceSentence> sentences);
    std::vector<EvidenceSentence> taken() const;
    const SentenceRow& row(int index) const { return m_rows[static_cast<std::size_t>(index)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    std::vector<SentenceRow> m_rows;
};

/// Paints the rows: the sentence with what it names in two colours, below it whence it is.
class SentenceDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// @param view whose width the rows take.
    SentenceDelegate(Style style, QAbstractItemView& view);

    /// Of the words that name the one, and the other.
    static QColor colourOf(const Style& style, bool isOne);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    /// A click anywhere on a row ticks it, as Space does.
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;

private:
    Style m_style;
    QAbstractItemView& m_view;
};

} // namespace entente

Q_DECLARE_METATYPE(const entente::SentenceRow*)
