// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/text/qtext.h"

#include <QColor>
#include <QFont>
#include <QList>
#include <QPointF>
#include <QTextLayout>

class QPainter;

namespace entente
{

/// Wrapped plain text in one font, laid out once to be measured or painted.
class Paragraph
{
public:
    /// @param leading the height of a line by that of its font.
    Paragraph(const QString& text, const QFont& font, int width, qreal leading);

    /// 0 when there is no text.
    int height() const;
    /// Of its widest line.
    int naturalWidth() const;
    void paint(QPainter& painter, QPointF topLeft, const QColor& colour,
               const QList<Utf16Range>& marks = {}, const QColor& markColour = {}) const;
    /// Words with something behind them.
    struct Mark
    {
        Utf16Range range;
        QColor colour;
    };
    void paintMarked(QPainter& painter, QPointF topLeft, const QColor& colour,
                     const QList<Mark>& marks) const;

private:
    QTextLayout m_layout;
    qreal m_height = 0;
};

} // namespace entente
