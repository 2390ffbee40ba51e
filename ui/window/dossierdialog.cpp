// SPDX-License-Identifier: Apache-2.0
#include "ui/window/dossierdialog.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QVBoxLayout>

#include <utility>

namespace entente
{

namespace
{

const QString pictureKey = QStringLiteral("export/dossierPicture");

} // namespace

DossierDialog::DossierDialog(std::vector<DossierChoice> choices, std::size_t chosen,
                             QWidget* parent)
    : QDialog(parent)
    , m_choices(std::move(choices))
    , m_list(new QListWidget(this))
    , m_picture(new QCheckBox(tr("With its &picture, as it stands on the canvas"), this))
    , m_note(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Export Dossier"));
    build();
    for (const DossierChoice& choice : m_choices) {
        auto* row = new QListWidgetItem(tr("%1: %2").arg(choice.label, choice.about), m_list);
        row->setToolTip(row->text());
    }
    m_picture->setChecked(QSettings().value(pictureKey, true).toBool());
    m_list->setCurrentRow(static_cast<int>(chosen));
    m_list->setFocus();
}

void DossierDialog::build()
{
    auto* about = new QLabel(tr("&Of:"), this);
    about->setBuddy(m_list);
    m_list->setAccessibleName(tr("What the dossier is of"));
    m_list->setWordWrap(true);
    m_list->setTextElideMode(Qt::ElideNone);
    m_list->setSpacing(3);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_note->setMinimumHeight(3 * fontMetrics().lineSpacing()); // Nothing jumps between choices.
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto* save = buttons->addButton(tr("Save &As…"), QDialogButtonBox::AcceptRole);
    save->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &DossierDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QListWidget::currentRowChanged, this, &DossierDialog::showNote);
    connect(m_list, &QListWidget::itemActivated, this, &DossierDialog::accept);
    connect(m_picture, &QCheckBox::toggled, this, &DossierDialog::showNote);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addWidget(about);
    column->addWidget(m_list, 1);
    column->addWidget(m_picture);
    column->addWidget(m_note);
    column->addWidget(buttons);
    resize(520, 300);
}

const DossierChoice& DossierDialog::choice() const
{
    return m_choices[static_cast<std::size_t>(m_list->currentRow())];
}

DossierWishes DossierDialog::wishes() const
{
    DossierWishes wishes = choice().wishes;
    wishes.picture = m_picture->isChecked();
    return wishes;
}

QString DossierDialog::note() const { return m_note->text(); }

void DossierDialog::showNote()
{
    if (m_list->currentRow() < 0)
        return;
    const QString left = choice().picture;
    m_note->setText(m_picture->isChecked() && !left.isEmpty() ? tr("On the picture: %1.").arg(left)
                                                              : QString());
}

void DossierDialog::accept()
{
    QSettings().setValue(pictureKey, m_picture->isChecked());
    QDialog::accept();
}

} // namespace entente
