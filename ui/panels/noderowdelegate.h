// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/paint/style.h"

#include <QStyledItemDelegate>

namespace entente
{

/// Paints a row of a NodeListModel: the sign of its kind, its name, its count or month.
class NodeRowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit NodeRowDelegate(QObject* parent = nullptr);

    void setStyle(const Style& style) { m_style = style; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    Style m_style;
};

} // namespace entente
