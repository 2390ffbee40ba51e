// SPDX-License-Identifier: Apache-2.0
#include "ui/byhand/reasondialog.h"

#include "ui/byhand/leavequestion.h"
#include "ui/dialogs/ctrlenter.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace entente
{

ReasonDialog::ReasonDialog(const QString& claim, QWidget* parent)
    : QDialog(parent)
    , m_box(new QPlainTextEdit(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("An Analyst's Judgement"));
    resize(480, 260);
    auto* what = new QLabel(claim, this);
    what->setTextFormat(Qt::PlainText);
    what->setWordWrap(true);
    QFont bold = what->font();
    bold.setWeight(QFont::DemiBold);
    what->setFont(bold);
    auto* why = new QLabel(tr("No article says so; you do. Your reason is kept as its source, "
                              "under your name and today's date, and counts as no source of an "
                              "article. The line is drawn with an open diamond."),
                           this);
    why->setWordWrap(true);
    m_box->setPlaceholderText(tr("Because…"));
    m_box->setAccessibleName(tr("Reason"));
    m_box->setTabChangesFocus(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_button = buttons->addButton(tr("This Is My Judgement"), QDialogButtonBox::AcceptRole);
    m_button->setEnabled(false);
    m_button->setDefault(true);
    connect(m_box, &QPlainTextEdit::textChanged, this,
            [this] { m_button->setEnabled(!reason().isEmpty()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &ReasonDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addWidget(what);
    column->addWidget(why);
    column->addWidget(m_box, 1);
    column->addWidget(buttons);
    m_box->setFocus();
    acceptByCtrlEnter(this);
}

QString ReasonDialog::reason() const { return m_box->toPlainText().trimmed(); }

void ReasonDialog::accept()
{
    const QString words = reason();
    if (words.isEmpty())
        return;
    QDialog::accept();
    Q_EMIT given(words);
}

void ReasonDialog::reject()
{
    if (mayLeave(this, !reason().isEmpty()))
        QDialog::reject();
}

} // namespace entente
