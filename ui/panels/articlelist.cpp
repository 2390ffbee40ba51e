// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/articlelist.h"

#include "graph/model/store.h"
#include "graph/text/fold.h"
#include "ui/panels/displaytext.h"
#include "ui/panels/evidence.h"
#include "ui/panels/evidencewords.h"
#include "ui/panels/panelstyle.h"
#include "ui/panels/rowpaint.h"
#include "ui/text/qtext.h"

#include <QPainter>

#include <algorithm>

namespace entente
{

namespace
{

QString lineOf(const Article& article)
{
    return visibleForm(toQString(article.title)) + QStringLiteral(", ") + sourceLineOf(article);
}

} // namespace

ArticleListModel::ArticleListModel(const Store& store, QObject* parent)
    : QAbstractListModel(parent)
    , m_store(store)
{
    read();
}

void ArticleListModel::read()
{
    beginResetModel();
    m_rows.clear();
    for (const Article* article : latestFirst(m_store))
        m_rows.push_back({article->id, {}});
    endResetModel();
}

int ArticleListModel::rowOf(ArticleId article) const
{
    const auto found = std::ranges::find(m_rows, article, &Row::article);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int ArticleListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ArticleListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const Article* article = m_store.article(row.article);
    if (!article)
        return {}; // Taken away since; read() is about to be called.
    const QString title = visibleForm(toQString(article->title));
    switch (role) {
    case Qt::DisplayRole:
        return title;
    case BelowRole:
        return sourceLineOf(*article);
    case Qt::AccessibleTextRole:
        return lineOf(*article);
    case FoldedRole:
        if (row.folded.isEmpty())
            row.folded = toQString(folded(toUtf8(lineOf(*article))));
        return row.folded;
    case Qt::ToolTipRole:
        return plainTip(title);
    default:
        return {};
    }
}

ArticleRowDelegate::ArticleRowDelegate(QObject* parent)
    : QStyledItemDelegate(parent)
    , m_style(Style::of(Theme::Light))
{
}

void ArticleRowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                               const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintRowBack(*painter, option, m_style);
    const QRect inside = option.rect.adjusted(16, 5, -16, -5);
    const int half = inside.height() / 2;
    paintLine(*painter, inside.adjusted(0, 0, 0, -half), sized(option.font, bodyPixels),
              m_style.text, index.data().toString());
    paintLine(*painter, inside.adjusted(0, half, 0, 0), sized(option.font, smallPixels),
              m_style.secondaryText, index.data(ArticleListModel::BelowRole).toString());
    painter->restore();
}

QSize ArticleRowDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {160, std::max(44, 2 * QFontMetrics(option.font).height() + 10)};
}

} // namespace entente
