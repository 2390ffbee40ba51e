// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/paint/picture.h"

#include <QObject>
#include <QVariantAnimation>

namespace entente
{

/// Shows for a moment where nodes went that a layout, or its undo, has put elsewhere. What is on
/// the way is only seen: whatever one points at is where it will be.
class Movement : public QObject
{
    Q_OBJECT

public:
    explicit Movement(QObject* parent = nullptr);

    /// From the places of one picture to those of the other, if that can be followed: there is
    /// something to see, and not too much to draw.
    /// @param scale of the screen. @param milliseconds 0: at once.
    void begin(const Picture& from, const Picture& to, double scale, int milliseconds);
    void stop();
    bool isRunning() const { return m_time.state() == QAbstractAnimation::Running; }
    /// As it is by now.
    const Picture& picture() const { return m_now; }

Q_SIGNALS:
    void moved();

private:
    void show(double part);

    QVariantAnimation m_time;
    Picture m_to;
    std::vector<QPointF> m_ways; ///< Of each node, from where it will be to where it was.
    Picture m_now;
};

} // namespace entente
