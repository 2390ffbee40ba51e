// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/timeline/timelinepainter.h"

#include <QWidget>

#include <optional>

namespace entente
{

/// When things happened, and when they were reported, on one axis of time: a stretch of it can be
/// brushed, and a day chosen that all is seen from. It shows what it is told, and tells what is
/// wanted.
class TimelineStrip : public QWidget
{
    Q_OBJECT

public:
    explicit TimelineStrip(QWidget* parent = nullptr);

    void setStyle(const Style& style);
    /// Looks at all of it, unless it was looked at more closely and is still there.
    void setData(TimelineData newer);
    void setBrush(std::optional<DaySpan> days);
    void setKnownOn(std::optional<int> day);
    void setSelected(std::set<NodeId> events);

    const TimelineLook& look() const { return m_look; }
    TimelineRows rows() const { return TimelineRows(width()); }
    void zoom(double factor, double atX);
    void showAll();
    QSize sizeHint() const override { return {400, 100}; }
    QSize minimumSizeHint() const override { return {160, 100}; }

Q_SIGNALS:
    /// @param goesOn it is the same movement as before.
    void brushed(std::optional<entente::DaySpan> days, bool goesOn);
    void dayWanted(std::optional<int> day, bool goesOn);
    void eventPicked(entente::NodeId event);
    void articlePicked(entente::ArticleId article);
    /// Of time, that are seen by now.
    void scaleChanged();

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum class Drag { None, Pan, NewBrush, MoveBrush, BrushBegin, BrushEnd, Day };

    Drag dragAt(QPointF at) const;
    void setScale(double first, double last);
    void tellBrush(std::optional<DaySpan> days);
    void tellDay(std::optional<int> day);
    void clickAt(QPointF at);
    bool stepByKey(const QKeyEvent& event);
    void stepBrush(int steps, bool onlyEnd);
    void stepDay(int steps);
    QString wordsAt(QPointF at) const;
    int dayAt(QPointF at) const;

    TimelineLook m_look;
    Style m_style;
    Drag m_drag = Drag::None;
    bool m_hasMoved = false; ///< Since the button went down, by more than a hand trembles.
    bool m_goesOn = false;   ///< What is told next goes on with what was told last.
    QPointF m_pressed;
    TimeScale m_scaleThen; ///< When the button went down.
    std::optional<DaySpan> m_brushThen;
};

/// "15 January – 3 March 2019", for people.
QString wordsOf(DaySpan days);

} // namespace entente
