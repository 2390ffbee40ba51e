// SPDX-License-Identifier: Apache-2.0
#include "ui/byhand/quoteline.h"

#include "ui/panels/displaytext.h"
#include "ui/text/qtext.h"

#include <QEvent>
#include <QResizeEvent>
#include <QTextLayout>

#include <algorithm>

namespace entente
{

QuoteLine::QuoteLine(int linesAtMost, QWidget* parent)
    : QLabel(parent)
    , m_linesAtMost(linesAtMost)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
}

void QuoteLine::setQuote(const QString& frame, const QString& words, const QString& kept)
{
    m_frame = frame;
    m_words = words;
    m_kept = kept;
    setAccessibleName(quote());
    cut();
}

QString QuoteLine::quote() const { return m_frame.arg(isolated(m_words)); }

bool QuoteLine::fits(const QString& text) const
{
    QTextLayout layout(text, font());
    layout.beginLayout();
    int lines = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(contentsRect().width());
        if (++lines > m_linesAtMost)
            break;
    }
    layout.endLayout();
    return lines <= m_linesAtMost;
}

/// From the beginning, unless the words that matter would be cut off: then from the first word from
/// which on they are seen.
void QuoteLine::cut()
{
    if (fits(quote())) {
        setText(quote());
        setToolTip({});
        return;
    }
    setToolTip(plainTip(quote()));
    const qsizetype found = m_kept.isEmpty() ? -1 : m_words.indexOf(m_kept);
    const qsizetype kept = found < 0 ? 0 : found + m_kept.size();
    const auto cutTo = [this](qsizetype from, qsizetype to) {
        QString words = m_words.mid(from, to - from).trimmed();
        if (from > 0)
            words.prepend(QStringLiteral("… "));
        if (to < m_words.size())
            words += QStringLiteral(" …");
        return m_frame.arg(isolated(words));
    };
    qsizetype from = 0;
    while (from < found && !fits(cutTo(from, kept))) {
        const qsizetype blank = m_words.indexOf(u' ', from + 1);
        from = blank < 0 || blank > found ? found : blank + 1;
    }
    qsizetype to = m_words.size();
    while (to > std::max(kept, from + 1) && !fits(cutTo(from, to))) {
        const qsizetype blank = m_words.lastIndexOf(u' ', to - 1);
        // Where no blanks part the words, letter by letter.
        to = blank >= kept && blank > from ? blank : to - 1;
    }
    setText(cutTo(from, to));
}

void QuoteLine::resizeEvent(QResizeEvent* event)
{
    QLabel::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        cut();
}

void QuoteLine::changeEvent(QEvent* event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        cut();
}

} // namespace entente
