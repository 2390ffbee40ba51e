// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/noderowdelegate.h"

#include "ui/panels/nodelistmodel.h"
#include "ui/panels/panelstyle.h"
#include "ui/panels/rowpaint.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace entente
{

namespace
{

constexpr int rowHeight = 28;
constexpr int rowHeightOfTwo = 44; ///< With a line below the name.
constexpr int signSize = 10;
constexpr int signLeft = 14;
constexpr int nameLeft = 32;
constexpr int detailRight = 14;

QPolygonF hexagon(const QRectF& box)
{
    QPolygonF polygon;
    for (int corner = 0; corner < 6; ++corner) {
        const double angle = corner * std::acos(-1.0) / 3;
        polygon << box.center() + QPointF(std::cos(angle) * box.width() / 2,
                                          std::sin(angle) * box.height() / 2);
    }
    return polygon;
}

/// The shape that the kind has on the canvas, small: colour alone does not tell kinds apart.
QPainterPath signOf(Shape shape, const QRectF& box)
{
    QPainterPath path;
    switch (shape) {
    case Shape::Circle:
    case Shape::DoubleCircle:
        path.addEllipse(box);
        break;
    case Shape::RoundedSquare:
        path.addRoundedRect(box, 2, 2);
        break;
    case Shape::Hexagon:
        path.addPolygon(hexagon(box));
        path.closeSubpath();
        break;
    case Shape::Pill:
        path.addRoundedRect(box.adjusted(-1, 2, 1, -2), 3, 3);
        break;
    case Shape::Tag:
        path.addPolygon(QPolygonF({box.topLeft(), QPointF(box.center().x() + 1, box.top()),
                                   QPointF(box.right(), box.center().y()),
                                   QPointF(box.center().x() + 1, box.bottom()), box.bottomLeft()}));
        path.closeSubpath();
        break;
    case Shape::Card:
        path.addRoundedRect(box.adjusted(0, 1, 0, -1), 2, 2);
        break;
    }
    return path;
}

void paintSign(QPainter& painter, Shape shape, const QColor& colour, const QRectF& box)
{
    if (shape == Shape::DoubleCircle) {
        painter.setPen(QPen(colour, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5));
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawEllipse(box.adjusted(3, 3, -3, -3));
        return;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPath(signOf(shape, box));
}

} // namespace

NodeRowDelegate::NodeRowDelegate(QObject* parent)
    : QStyledItemDelegate(parent)
    , m_style(Style::of(Theme::Light))
{
}

void NodeRowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect row = option.rect;
    paintRowBack(*painter, option, m_style);
    const QString below = index.data(NodeListModel::BelowRole).toString();
    const QRect upper = below.isEmpty() ? row : row.adjusted(0, 4, 0, -row.height() / 2);
    QRectF sign(row.left() + signLeft, 0, signSize, signSize);
    sign.moveCenter({sign.center().x(), upper.center().y() + 0.5});
    if (const QVariant shape = index.data(NodeListModel::ShapeRole); shape.isValid())
        paintSign(*painter, static_cast<Shape>(shape.toInt()),
                  index.data(NodeListModel::ColourRole).value<QColor>(), sign);

    const QFont small = sized(option.font, smallPixels);
    const QString detail = index.data(NodeListModel::DetailRole).toString();
    const QRect words = upper.adjusted(nameLeft, 0, -detailRight, 0);
    const int detailWidth = QFontMetrics(small).horizontalAdvance(detail);
    paintLine(*painter, words, small, m_style.secondaryText, detail, Qt::AlignRight);
    paintLine(*painter, row.adjusted(nameLeft, row.height() / 2, -detailRight, -4), small,
              m_style.secondaryText, below, Qt::AlignLeft, Qt::ElideRight);
    const bool struck = index.data(NodeListModel::StruckRole).toBool();
    QFont font = sized(option.font, bodyPixels);
    font.setStrikeOut(struck);
    paintLine(*painter, words.adjusted(0, 0, detail.isEmpty() ? 0 : -detailWidth - 8, 0), font,
              struck ? m_style.secondaryText : m_style.text, index.data().toString());
    painter->restore();
}

QSize NodeRowDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const int line = QFontMetrics(option.font).height();
    const bool two = !index.data(NodeListModel::BelowRole).toString().isEmpty();
    return {160, two ? std::max(rowHeightOfTwo, 2 * line + 8) : std::max(rowHeight, line + 8)};
}

} // namespace entente
