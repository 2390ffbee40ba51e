// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/minimap.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace entente
{

namespace
{

constexpr int margin = 16;
constexpr QSize mapSize{168, 120};
constexpr double inset = 8;
constexpr double smallestMark = 2; // Pixels: what is there is seen, however small.
/// Lines are left out beyond; 30,000 of them would be one grey.
constexpr std::size_t linesAtMost = 4000;

} // namespace

Minimap::Minimap(QWidget* parent)
    : QWidget(parent)
    , m_style(Style::of(Theme::Light))
{
    resize(mapSize);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("Overview"));
    setToolTip(tr("All of the graph; click to look there"));
    hide();
}

void Minimap::setWanted(bool wanted)
{
    m_wanted = wanted;
    arrange();
}

void Minimap::setPicture(const Picture& picture, const Style& style)
{
    m_picture = picture;
    m_style = style;
    m_map = {};
    arrange();
}

void Minimap::follow(const Viewport& viewport, const QRect& legend)
{
    m_viewport = viewport;
    m_legend = legend;
    arrange();
}

void Minimap::arrange()
{
    const QSize room = parentWidget()->size();
    QRect place(QPoint(room.width() - width() - margin, room.height() - height() - margin),
                mapSize);
    if (place.adjusted(-margin, 0, 0, 0).intersects(m_legend))
        place.moveBottom(m_legend.top() - margin);
    setGeometry(place);
    const bool seesAll = m_picture.isEmpty() || m_viewport.visible().contains(m_picture.bounds());
    const bool hasRoom = 3 * width() < room.width() && 3 * height() < room.height();
    setVisible(m_wanted && !seesAll && hasRoom);
    update();
}

QTransform Minimap::toMap() const
{
    const QRectF scene = m_picture.bounds();
    const QRectF room = QRectF(rect()).adjusted(inset, inset, -inset, -inset);
    if (scene.isEmpty())
        return {};
    const double scale = std::min(room.width() / scene.width(), room.height() / scene.height());
    QTransform transform;
    transform.translate(room.center().x(), room.center().y());
    transform.scale(scale, scale);
    transform.translate(-scene.center().x(), -scene.center().y());
    return transform;
}

QRectF Minimap::frame() const
{
    return toMap().mapRect(m_viewport.visible()) & QRectF(rect()).adjusted(2, 2, -2, -2);
}

/// Each node as a mark of its colour; words would be specks.
QPixmap Minimap::drawn() const
{
    QPixmap map(mapSize * devicePixelRatioF());
    map.setDevicePixelRatio(devicePixelRatioF());
    map.fill(Qt::transparent);
    QPainter painter(&map);
    painter.setRenderHint(QPainter::Antialiasing);
    const QTransform transform = toMap();
    if (m_picture.edges().size() <= linesAtMost) {
        painter.setPen(QPen(blend(m_style.edge, m_style.panel, 0.6), 0.5));
        for (const EdgeItem& edge : m_picture.edges())
            painter.drawPolyline(transform.map(edge.line));
    }
    painter.setPen(Qt::NoPen);
    for (const NodeItem& node : m_picture.nodes()) {
        QRectF mark = transform.mapRect(node.outline);
        const double wider = std::max(0.0, smallestMark - mark.width()) / 2;
        const double higher = std::max(0.0, smallestMark - mark.height()) / 2;
        mark.adjust(-wider, -higher, wider, higher);
        painter.setBrush(node.line);
        if (node.isEvent)
            painter.drawRect(mark);
        else
            painter.drawEllipse(mark);
    }
    return map;
}

void Minimap::paintEvent(QPaintEvent*)
{
    if (m_map.isNull() || m_map.devicePixelRatio() != devicePixelRatioF())
        m_map = drawn();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_style.hairline);
    painter.setBrush(m_style.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    painter.drawPixmap(0, 0, m_map);
    QColor fill = m_style.selection;
    fill.setAlphaF(0.12F);
    painter.setPen(QPen(m_style.selection, 1.5));
    painter.setBrush(fill);
    painter.drawRoundedRect(frame(), 2, 2);
}

void Minimap::mousePressEvent(QMouseEvent* event)
{
    // What is taken by the frame stays under the pointer; a click beside it looks there.
    const QRectF seen = frame();
    m_held = seen.contains(event->position()) ? event->position() - toMap().map(m_viewport.centre())
                                              : QPointF();
    point(event->position());
}

void Minimap::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons() != Qt::NoButton)
        point(event->position());
}

void Minimap::point(QPointF map)
{
    const QRectF scene = m_picture.bounds();
    const QPointF wanted = toMap().inverted().map(map - m_held);
    Q_EMIT pointed({std::clamp(wanted.x(), scene.left(), scene.right()),
                    std::clamp(wanted.y(), scene.top(), scene.bottom())});
}

/// It does not zoom about a place that is not under the pointer.
void Minimap::wheelEvent(QWheelEvent* event) { event->accept(); }

} // namespace entente
