// SPDX-License-Identifier: Apache-2.0
#include "ui/paint/backbuffer.h"

#include "ui/paint/painter.h"

#include <QPainter>
#include <QtConcurrentRun>

#include <algorithm>
#include <cmath>

namespace entente
{

namespace
{

// Of the window, on each side. More costs memory: at 0.4, an image is 3.2 windows large.
constexpr double overscan = 0.4;

constexpr double askAhead = 0.15;

// What may be drawn while one waits, in milliseconds: two frames of a screen.
constexpr double atOnceAtMost = 33;

/// How long an image takes, from measurements: 2 ms for each megapixel; and for each item, be it a
/// card with its words or a dashed line, 0.1 ms, twice as long where pixels are half as large.
double millisecondsFor(QSize pixels, double pixelRatio, std::size_t items)
{
    const double megapixels = 1e-6 * pixels.width() * pixels.height();
    return 2 * megapixels + 0.1 * pixelRatio * static_cast<double>(items);
}

} // namespace

QRectF BackBuffer::View::area() const { return {origin, QSizeF(pixels) / (scale * pixelRatio)}; }

BackBuffer::BackBuffer(QObject* parent)
    : QObject(parent)
{
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &BackBuffer::take);
}

BackBuffer::~BackBuffer() { m_watcher.waitForFinished(); }

void BackBuffer::setPicture(const Picture& picture)
{
    m_picture = picture;
    ++m_version;
}

void BackBuffer::setStyle(const Style& style)
{
    m_style = style;
    m_sameColours = ++m_version;
    m_rendered = {}; // Better nothing for a moment than the wrong colours.
}

bool BackBuffer::isSettled() const { return !m_running && !m_waiting && isCurrent(); }

void BackBuffer::draw(QPainter& painter, const QTransform& toScreen, QSizeF size, double pixelRatio)
{
    const QRectF window(QPointF(), size);
    painter.fillRect(window, m_style.canvas);
    if (m_picture.isEmpty() || size.isEmpty())
        return;
    const View want = viewAround(toScreen, size, pixelRatio);
    const auto contentIn = [&](const QRectF& part) {
        return toScreen.inverted().mapRect(part).intersected(
            m_picture.bounds().adjusted(-8, -8, 8, 8));
    };
    if (!isEnough(m_rendered.view, want, contentIn(window))) {
        const std::size_t items = m_picture.nodes().size() + m_picture.edges().size();
        const bool small = millisecondsFor(want.pixels, pixelRatio, items) <= atOnceAtMost;
        if (small && !m_running)
            m_rendered = render(want, m_picture, m_style);
        else
            ask(want);
    } else {
        // Before one comes to the edge of what there is.
        const double ahead = size.width() * askAhead;
        if (!isEnough(m_rendered.view, want,
                      contentIn(window.adjusted(-ahead, -ahead, ahead, ahead))))
            ask(want);
    }
    blit(painter, toScreen);
}

/// The window and a margin, cut to where there is anything, from a whole device pixel on: then
/// panning by whole pixels copies, and smooths nothing.
BackBuffer::View BackBuffer::viewAround(const QTransform& toScreen, QSizeF size,
                                        double pixelRatio) const
{
    const QPointF margin(size.width() * overscan, size.height() * overscan);
    const QRectF around(-margin, QPointF(size.width(), size.height()) + margin);
    const QRectF content =
        toScreen.mapRect(m_picture.bounds()).adjusted(-200, -200, 200, 200); // Names at the edge.
    const QRectF device = around.intersected(content);
    const double left = std::floor(device.left() * pixelRatio);
    const double top = std::floor(device.top() * pixelRatio);
    return {.origin = toScreen.inverted().map(QPointF(left, top) / pixelRatio),
            .pixels = QSize(static_cast<int>(std::ceil(device.right() * pixelRatio) - left),
                            static_cast<int>(std::ceil(device.bottom() * pixelRatio) - top))
                          .expandedTo(QSize(1, 1)),
            .scale = toScreen.m11(),
            .pixelRatio = pixelRatio,
            .version = m_version};
}

bool BackBuffer::isEnough(const View& have, const View& want, const QRectF& seen) const
{
    return have.version == m_version && qFuzzyCompare(have.scale, want.scale) &&
           qFuzzyCompare(have.pixelRatio, want.pixelRatio) &&
           (seen.isEmpty() || have.area().contains(seen));
}

void BackBuffer::ask(const View& view)
{
    if (!m_running)
        start(view);
    else if (*m_running == view)
        m_waiting.reset();
    else
        m_waiting = view;
}

void BackBuffer::start(const View& view)
{
    m_running = view;
    // Values only: the picture is shared and never changes, the style's fonts are copied when used.
    m_watcher.setFuture(QtConcurrent::run(
        [view, picture = m_picture, style = m_style] { return render(view, picture, style); }));
}

void BackBuffer::take()
{
    Rendered rendered = m_watcher.result();
    m_running.reset();
    // A picture that was replaced meanwhile is still nearer to the new one than none; other colours
    // are not.
    if (rendered.view.version >= m_sameColours)
        m_rendered = std::move(rendered);
    if (const std::optional<View> next = std::exchange(m_waiting, std::nullopt)) {
        View current = *next;
        current.version = m_version;
        start(current);
    }
    Q_EMIT ready();
}

BackBuffer::Rendered BackBuffer::render(const View& view, const Picture& picture,
                                        const Style& style)
{
    QImage image(view.pixels, QImage::Format_RGB32);
    image.setDevicePixelRatio(view.pixelRatio);
    image.fill(style.canvas);
    QPainter painter(&image);
    painter.scale(view.scale, view.scale);
    painter.translate(-view.origin);
    paint(painter, picture, style, view.area(), view.scale);
    return {view, image};
}

void BackBuffer::blit(QPainter& painter, const QTransform& toScreen) const
{
    const View& view = m_rendered.view;
    if (m_rendered.image.isNull())
        return;
    const QPointF at = toScreen.map(view.origin);
    const double ratio = view.pixelRatio;
    if (qFuzzyCompare(view.scale, toScreen.m11())) {
        const QPointF whole(std::round(at.x() * ratio) / ratio, std::round(at.y() * ratio) / ratio);
        painter.drawImage(whole, m_rendered.image);
        return;
    }
    const double grown = toScreen.m11() / view.scale;
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(QRectF(at, m_rendered.image.deviceIndependentSize() * grown),
                      m_rendered.image);
    painter.restore();
}

} // namespace entente
