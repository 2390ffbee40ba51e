// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/articlelist.h"

#include "graph/model/store.h"
#include "ui/panels/evidence.h"
#include "ui/panels/evidencewords.h"
#include "ui/panels/panelstyle.h"
#include "ui/text/qtext.h"

#include <QPainter>

#include <algorithm>

namespace entente
{

ArticleListModel::ArticleListModel(const Store& store, QObject* parent)
    : QAbstractListModel(parent)
    , m_store(store)
{
    read();
}

void ArticleListModel::read()
{
    beginResetModel();
    m_articles.clear();
    for (const Article* article : latestFirst(m_store))
        m_articles.push_back(article->id);
    endResetModel();
}

int ArticleListModel::rowOf(ArticleId article) const
{
    const auto found = std::ranges::find(m_articles, article);
    return found == m_articles.end() ? -1 : static_cast<int>(found - m_articles.begin());
}

int ArticleListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_articles.size());
}

QVariant ArticleListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Article* article = m_store.article(at(index.row()));
    if (!article)
        return {}; // Taken away since; read() is about to be called.
    const QString title = visibleForm(toQString(article->title));
    switch (role) {
    case Qt::DisplayRole:
        return title;
    case BelowRole:
        return sourceLineOf(*article);
    case SearchRole:
    case Qt::AccessibleTextRole:
        return QString(title + QStringLiteral(", ") + sourceLineOf(*article));
    case Qt::ToolTipRole: // Tooltips guess at HTML; this one is text.
        return QStringLiteral("<span>%1</span>").arg(title.toHtmlEscaped());
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
    const QRectF back = QRectF(option.rect).adjusted(8, 1, -8, -1);
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_style.mark);
        painter->drawRoundedRect(back, 6, 6);
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(m_style.selection, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(back.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    }
    const auto write = [&](const QRect& line, const QFont& font, const QColor& colour,
                           const QString& words) {
        painter->setFont(font);
        painter->setPen(colour);
        painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(words, Qt::ElideMiddle, line.width()));
    };
    const QRect inside = option.rect.adjusted(16, 5, -16, -5);
    const int half = inside.height() / 2;
    write(inside.adjusted(0, 0, 0, -half), sized(option.font, bodyPixels), m_style.text,
          index.data().toString());
    write(inside.adjusted(0, half, 0, 0), sized(option.font, smallPixels), m_style.secondaryText,
          index.data(ArticleListModel::BelowRole).toString());
    painter->restore();
}

QSize ArticleRowDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {160, std::max(44, 2 * QFontMetrics(option.font).height() + 10)};
}

} // namespace entente
