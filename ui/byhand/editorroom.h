// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QScrollArea>

namespace entente
{

/// As high as what it holds, where there is room for it; else that is scrolled.
class EditorRoom : public QScrollArea
{
public:
    explicit EditorRoom(QWidget* parent = nullptr);

    QWidget& inner() const { return *widget(); }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
};

} // namespace entente
