// SPDX-License-Identifier: Apache-2.0
#include "ui/byhand/exacttextbox.h"

#include "graph/text/utf8.h"
#include "ui/text/qtext.h"
#include "ui/window/dropping.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QTextDocument>

#include <utility>

namespace entente
{

namespace
{

/// Of what a clipboard offers that which went through the fewest hands.
std::string bytesOf(const QMimeData& source)
{
    for (const QString& format :
         {QStringLiteral("text/plain;charset=utf-8"), QStringLiteral("text/plain")}) {
        std::string bytes = source.data(format).toStdString();
        if (!bytes.empty() && isUtf8(bytes))
            return bytes;
    }
    return toUtf8(source.text());
}

} // namespace

ExactTextBox::ExactTextBox(QWidget* parent)
    : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
}

QString ExactTextBox::shown() const
{
    return document()->toRawText().replace(QChar::ParagraphSeparator, QLatin1Char('\n'));
}

void ExactTextBox::setBytes(std::string bytes)
{
    m_given = GivenText(std::move(bytes));
    setPlainText(m_given.shown());
}

std::string ExactTextBox::bytes() const { return m_given.bytesOf(shown()); }

bool ExactTextBox::isAsGiven() const { return wasGiven() && shown() == m_given.shown(); }

bool ExactTextBox::canInsertFromMimeData(const QMimeData* source) const
{
    return source->hasText() || !localFiles(*source).isEmpty();
}

/// It becomes part of what was given, among what was there.
void ExactTextBox::insertFromMimeData(const QMimeData* source)
{
    if (const QStringList files = localFiles(*source); !files.isEmpty()) {
        Q_EMIT filesDropped(files);
        return;
    }
    const GivenText pasted(bytesOf(*source));
    if (pasted.bytes().empty())
        return;
    QTextCursor cursor = textCursor();
    const GivenText now(bytes());
    if (now.shown() == shown()) {
        const std::string& all = now.bytes();
        m_given = GivenText(all.substr(0, now.byteAt(cursor.selectionStart())) + pasted.bytes() +
                            all.substr(now.byteAt(cursor.selectionEnd())));
    }
    cursor.insertText(pasted.shown());
    setTextCursor(cursor);
    ensureCursorVisible();
    Q_EMIT textPasted(shown() == pasted.shown());
}

/// A line end is one, whatever else is held: Qt would put in a separator that few programs know.
void ExactTextBox::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!isEnter || !event->modifiers().testFlag(Qt::ShiftModifier))
        return QPlainTextEdit::keyPressEvent(event);
    textCursor().insertText(QStringLiteral("\n"));
    ensureCursorVisible();
}

} // namespace entente
