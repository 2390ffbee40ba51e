// SPDX-License-Identifier: Apache-2.0
#include "ui/window/messagebar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

namespace entente
{

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent)
    , m_label(new QLabel(this))
    , m_button(new QPushButton(this))
    , m_close(new QPushButton(tr("Close"), this))
{
    setObjectName(QStringLiteral("card"));
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setProperty("link", true);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_label, 1);
    layout->addWidget(m_button, 0, Qt::AlignVCenter);
    layout->addWidget(m_close, 0, Qt::AlignVCenter);
    connect(m_close, &QPushButton::clicked, this, &MessageBar::hide);
    connect(m_button, &QPushButton::clicked, this, [this] {
        hide();
        // A copy: it may say something else, with another act, while it runs.
        const std::function<void()> act = m_act;
        act();
    });
    hide();
}

QString MessageBar::text() const { return m_label->text(); }

void MessageBar::showError(const QString& text)
{
    m_button->hide();
    say(text, true);
}

void MessageBar::showError(const QString& text, const QString& words, std::function<void()> act)
{
    offer(words, std::move(act));
    say(text, true);
}

void MessageBar::showNote(const QString& text, const QString& words, std::function<void()> act)
{
    offer(words, std::move(act));
    say(text, false);
}

void MessageBar::showPassing(const QString& text)
{
    m_button->hide();
    say(text, false, true);
}

void MessageBar::showPassing(const QString& text, const QString& words, std::function<void()> act)
{
    offer(words, std::move(act));
    say(text, false, true);
}

void MessageBar::endPassing()
{
    if (m_isPassing)
        hide();
}

void MessageBar::endNote()
{
    if (!property("error").toBool())
        hide();
}

void MessageBar::offer(const QString& words, std::function<void()> act)
{
    m_button->setText(words);
    m_act = std::move(act);
    m_button->show();
}

void MessageBar::showNote(const QString& text)
{
    m_button->hide();
    say(text, false);
}

void MessageBar::say(const QString& text, bool error, bool isPassing)
{
    m_isPassing = isPassing;
    m_label->setText(text);
    setAccessibleName(text);
    setProperty("error", error);
    style()->unpolish(this);
    style()->polish(this);
    show();
    raise();
    Q_EMIT resized();
}

} // namespace entente
