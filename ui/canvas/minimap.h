// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/canvas/viewport.h"
#include "ui/paint/picture.h"
#include "ui/paint/style.h"

#include <QPixmap>
#include <QWidget>

namespace entente
{

/// A small overview in the lower right corner of a canvas: all of the picture, and a frame round
/// the part that is seen. A click or a drag in it looks there. Away while all is seen.
class Minimap : public QWidget
{
    Q_OBJECT

public:
    explicit Minimap(QWidget* parent);

    void setWanted(bool wanted);
    bool isWanted() const { return m_wanted; }
    void setPicture(const Picture& picture, const Style& style);
    /// To be called when the canvas looks elsewhere, or has another size.
    /// @param legend that it must not cover; null when there is none.
    void follow(const Viewport& viewport, const QRect& legend);
    /// The part that is seen, in its own pixels.
    QRectF frame() const;

Q_SIGNALS:
    /// In scene coordinates: this is to be in the middle.
    void pointed(QPointF scene);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void arrange();
    QTransform toMap() const;
    QPixmap drawn() const;
    void point(QPointF map);

    Picture m_picture;
    Style m_style;
    Viewport m_viewport;
    QRect m_legend;
    bool m_wanted = true;
    QPixmap m_map;  ///< Null: to be drawn.
    QPointF m_held; ///< From the middle of the frame to where it was taken.
};

} // namespace entente
