// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/paint/legend.h"
#include "ui/paint/style.h"

#include <QAbstractButton>

namespace entente
{

/// The legend at the bottom of the canvas: open, a strip of what is in the picture; closed, a chip
/// that opens it. A click on either turns it into the other.
class LegendCard : public QAbstractButton
{
    Q_OBJECT

public:
    explicit LegendCard(QWidget* parent);

    void setLegend(const Picture& picture, const Style& style);
    /// Puts it into the lower left corner of its parent, closed where it would take too much room.
    void arrange();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    bool isOpen() const;
    QSize chipSize() const;

    Picture m_picture;
    Style m_style;
    Legend m_legend;
    int m_legendWidth = 0; ///< That it was made for.
};

} // namespace entente
