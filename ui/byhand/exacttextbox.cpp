// SPDX-License-Identifier: Apache-2.0
#include "ui/byhand/exacttextbox.h"

#include "graph/text/utf8.h"
#include "ui/text/qtext.h"
#include "ui/window/dropping.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QTextDocument>

#include <algorithm>
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

void ExactTextBox::setBytes(std::string bytes, const QString& origin)
{
    m_given.clear();
    m_given.push_back({GivenText(std::move(bytes)), true, origin});
    setPlainText(m_given.back().text.shown());
}

const ExactTextBox::Given* ExactTextBox::shownNow(const QString& shown) const
{
    const auto found = std::find_if(m_given.rbegin(), m_given.rend(), [&](const Given& given) {
        return given.text.shown() == shown;
    });
    return found == m_given.rend() ? nullptr : &*found;
}

const ExactTextBox::Given* ExactTextBox::lastWhole() const
{
    const auto found = std::find_if(m_given.rbegin(), m_given.rend(), [](const Given& given) {
        return given.isWhole && !given.text.bytes().empty();
    });
    return found == m_given.rend() ? nullptr : &*found;
}

std::string ExactTextBox::bytes() const
{
    const QString now = shown();
    if (const Given* given = shownNow(now))
        return given->text.bytes();
    return (m_given.empty() ? GivenText() : m_given.back().text).bytesOf(now);
}

bool ExactTextBox::isAsGiven() const
{
    const Given* given = shownNow(shown());
    return given != nullptr && given->isWhole && !given->text.bytes().empty();
}

QString ExactTextBox::origin() const
{
    const Given* given = isAsGiven() ? shownNow(shown()) : lastWhole();
    return given == nullptr ? QString() : given->origin;
}

bool ExactTextBox::canInsertFromMimeData(const QMimeData* source) const
{
    return source->hasText() || !localFiles(*source).isEmpty();
}

/// Its bytes are kept among those that were there. What was typed stays typed: with it, the whole
/// is not as it was given.
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
        GivenText next(all.substr(0, now.byteAt(cursor.selectionStart())) + pasted.bytes() +
                       all.substr(now.byteAt(cursor.selectionEnd())));
        const bool wasPasted = isEmpty() || (isAsGiven() && origin().isEmpty());
        const bool isWhole = wasPasted || next.shown() == pasted.shown();
        m_given.push_back({std::move(next), isWhole, QString()});
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
