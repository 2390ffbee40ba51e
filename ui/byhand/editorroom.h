// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QScrollArea>

namespace entente
{

/// What stands below an article's text, and is as high as it needs to be, but never takes the text
/// its room: beyond that it scrolls. It comes and goes with what it holds.
class EditorRoom : public QScrollArea
{
public:
    /// @param reader whose height is shared.
    EditorRoom(QWidget& inner, QWidget& reader);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();

    QWidget& m_inner;
    QWidget& m_reader;
};

} // namespace entente
