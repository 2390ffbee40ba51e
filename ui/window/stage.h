// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace entente
{

class PictureView;

/// The canvas, and what floats on it: messages at the top, what is busy at the bottom, the empty
/// state in the middle. Floating, so that none of them moves the graph.
class Stage : public QWidget
{
    Q_OBJECT

public:
    Stage(PictureView* canvas, QWidget* message, QWidget* busy, QWidget* empty,
          QWidget* parent = nullptr);

    /// Floats at the top right from now on.
    void setCorner(QWidget* corner);
    /// Puts all where it belongs; to be called when one of them has changed its size.
    void arrange();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QRect placeCorner() const;

    PictureView* m_canvas;
    QWidget* m_message;
    QWidget* m_busy;
    QWidget* m_empty;
    QWidget* m_corner = nullptr;
};

} // namespace entente
