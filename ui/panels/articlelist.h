// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/id.h"
#include "ui/paint/style.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

#include <vector>

namespace entente
{

class Store;

/// The articles of a store, the latest first: title, outlet and date.
class ArticleListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        BelowRole = Qt::UserRole, ///< QString: outlet, date, language
        FoldedRole,               ///< QString: all of it, as it is searched
    };

    explicit ArticleListModel(const Store& store, QObject* parent = nullptr);

    void read();
    ArticleId at(int row) const { return m_rows[static_cast<std::size_t>(row)].article; }
    int rowOf(ArticleId article) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Row
    {
        ArticleId article;
        mutable QString folded; ///< Made by the first search.
    };

    const Store& m_store;
    std::vector<Row> m_rows;
};

/// Paints an article in two lines.
class ArticleRowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit ArticleRowDelegate(QObject* parent = nullptr);

    void setStyle(const Style& style) { m_style = style; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    Style m_style;
};

} // namespace entente
