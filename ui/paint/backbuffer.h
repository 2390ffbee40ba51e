// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/paint/picture.h"
#include "ui/paint/style.h"

#include <QFutureWatcher>
#include <QImage>
#include <QObject>
#include <QSizeF>
#include <QTransform>

#include <optional>

class QPainter;

namespace entente
{

/// Keeps an image of the part of a picture that is looked at and of a margin round it, drawn off
/// the caller's thread, so that panning copies pixels. While one zooms, the old image is shown
/// larger or smaller until the sharp one arrives. Of several requests only the newest is drawn.
class BackBuffer : public QObject
{
    Q_OBJECT

public:
    explicit BackBuffer(QObject* parent = nullptr);
    ~BackBuffer() override;

    void setPicture(const Picture& picture);
    void setStyle(const Style& style);

    /// Fills a window of this size with what is there, on a painter in its device-independent
    /// pixels, and sees to it that what is missing or not sharp is drawn. A small picture is drawn
    /// at once.
    /// @param toScreen from the scene to the window: scaled and moved, not turned.
    void draw(QPainter& painter, const QTransform& toScreen, QSizeF size, double pixelRatio);

    /// Whether what is shown is the present picture, sharp or not.
    bool isCurrent() const { return m_rendered.view.version == m_version; }
    /// Whether the image is sharp and current, and none is being drawn.
    bool isSettled() const;

Q_SIGNALS:
    /// There is a better image: draw again.
    void ready();

private:
    /// A part of the scene at a scale; `origin` is its top left, on a whole device pixel.
    struct View
    {
        QPointF origin;
        QSize pixels; ///< Of the device.
        double scale = 1;
        double pixelRatio = 1;
        int version = 0; ///< Of the picture and the style.

        QRectF area() const;
        bool operator==(const View&) const = default;
    };
    struct Rendered
    {
        View view;
        QImage image;
    };

    static Rendered render(const View& view, const Picture& picture, const Style& style);
    View viewAround(const QTransform& toScreen, QSizeF size, double pixelRatio) const;
    bool isEnough(const View& have, const View& want, const QRectF& seen) const;
    void ask(const View& view);
    void start(const View& view);
    void take();
    void blit(QPainter& painter, const QTransform& toScreen) const;

    Picture m_picture;
    Style m_style = Style::of(Theme::Light);
    int m_version = 1;
    int m_sameColours = 1; ///< The first version in the present style.
    Rendered m_rendered;
    QFutureWatcher<Rendered> m_watcher;
    std::optional<View> m_running;
    std::optional<View> m_waiting;
};

} // namespace entente
