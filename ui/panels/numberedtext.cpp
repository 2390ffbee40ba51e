// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/numberedtext.h"

#include "ui/paint/style.h"
#include "ui/panels/panelstyle.h"

#include <QFontDatabase>
#include <QPaintEvent>
#include <QPainter>
#include <QTextBlock>

#include <algorithm>

namespace entente
{

NumberedText::NumberedText(QWidget* parent)
    : QPlainTextEdit(parent)
    , m_margin(new QWidget(this))
{
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFrameShape(QFrame::NoFrame);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_margin->installEventFilter(this);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect& area, int dy) {
        if (dy != 0)
            m_margin->scroll(0, dy);
        else
            m_margin->update(0, area.y(), m_margin->width(), area.height());
    });
    setStyle(Style::of(Theme::Light));
}

void NumberedText::setStyle(const Style& style)
{
    setPalette(panelPalette(style));
    for (QWidget* part : {m_margin, viewport()}) // Under a style sheet these do not inherit it.
        part->setPalette(palette());
    m_mark = style.mark;
    m_numbers = style.secondaryText;
    markLine();
}

void NumberedText::show(const QString& text, int firstLine, int line)
{
    m_firstLine = firstLine;
    m_marked = line;
    setPlainText(text);
    setViewportMargins(marginWidth(), 0, 0, 0);
    markLine();
}

void NumberedText::markLine()
{
    QList<QTextEdit::ExtraSelection> marks;
    const QTextBlock block = document()->findBlockByNumber(m_marked - m_firstLine);
    if (m_marked > 0 && block.isValid()) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(block);
        mark.format.setBackground(m_mark);
        mark.format.setProperty(QTextFormat::FullWidthSelection, true);
        marks.append(mark);
        setTextCursor(mark.cursor);
        centerCursor();
    }
    setExtraSelections(marks);
}

int NumberedText::marginWidth() const
{
    const int digits = static_cast<int>(QString::number(m_firstLine + blockCount()).size());
    return fontMetrics().horizontalAdvance(QLatin1Char('9')) * std::max(3, digits) + 24;
}

void NumberedText::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    const QRect inside = contentsRect();
    m_margin->setGeometry(inside.left(), inside.top(), marginWidth(), inside.height());
}

bool NumberedText::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_margin && event->type() == QEvent::Paint) {
        paintNumbers(static_cast<QPaintEvent*>(event));
        return true;
    }
    return QPlainTextEdit::eventFilter(watched, event);
}

void NumberedText::paintNumbers(QPaintEvent* event)
{
    QPainter painter(m_margin);
    painter.setFont(font());
    painter.setPen(m_numbers);
    QTextBlock block = firstVisibleBlock();
    while (block.isValid()) {
        const QRectF box = blockBoundingGeometry(block).translated(contentOffset());
        if (box.top() > event->rect().bottom())
            break;
        if (block.isVisible() && box.bottom() >= event->rect().top())
            painter.drawText(QRectF(0, box.top(), m_margin->width() - 12, fontMetrics().height()),
                             Qt::AlignRight, QString::number(m_firstLine + block.blockNumber()));
        block = block.next();
    }
}

} // namespace entente
