// SPDX-License-Identifier: Apache-2.0
#include "ui/byhand/idsdialog.h"

#include "graph/byhand/joining.h"
#include "graph/ontology/ontology.h"
#include "ui/text/qtext.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace entente
{

namespace
{

/// The last part of an address: who copies "https://www.wikidata.org/wiki/Q423" means Q423.
QString entryOf(const QString& typed)
{
    const QString words = typed.trimmed();
    return words.startsWith(QStringLiteral("http")) ? words.section(QLatin1Char('/'), -1) : words;
}

QString cell(const QTableWidget& table, int row, int column)
{
    const QTableWidgetItem* item = table.item(row, column);
    return item != nullptr ? item->text().trimmed() : QString();
}

} // namespace

IdsDialog::IdsDialog(const QString& name, const std::vector<OutsideId>& ids,
                     const Ontology& ontology, QWidget* parent)
    : QDialog(parent)
    , m_table(new QTableWidget(0, 3, this))
    , m_trouble(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Outside Ids"));
    resize(520, 320);
    build(name, ontology);
    for (const OutsideId& id : ids)
        add(id);
    add({"Wikidata", "", ""});
    m_table->setCurrentCell(m_table->rowCount() - 1, 1);
    connect(m_table, &QTableWidget::itemChanged, this, &IdsDialog::check);
    check();
}

void IdsDialog::build(const QString& name, const Ontology& ontology)
{
    QStringList known;
    for (const auto& [authority, details] : ontology.authorities)
        known << toQString(authority);
    auto* what = new QLabel(tr("What is known elsewhere as %1. Nodes with the same id are one. An "
                               "authority is a name such as %2.")
                                .arg(name, known.isEmpty() ? QStringLiteral("Wikidata, ISO3166")
                                                           : known.join(QStringLiteral(", "))),
                            this);
    what->setTextFormat(Qt::PlainText);
    what->setWordWrap(true);
    m_table->setHorizontalHeaderLabels({tr("Authority"), tr("Id"), tr("Its name there")});
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->verticalHeader()->hide();
    m_table->setAccessibleName(tr("Outside ids"));
    m_trouble->setTextFormat(Qt::PlainText);
    m_trouble->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_button = buttons->button(QDialogButtonBox::Ok);
    connect(buttons, &QDialogButtonBox::accepted, this, &IdsDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addWidget(what);
    column->addWidget(m_table, 1);
    column->addWidget(m_trouble);
    column->addWidget(buttons);
}

void IdsDialog::add(const OutsideId& id)
{
    const QSignalBlocker blocker(m_table);
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    const std::array<const std::string*, 3> words{&id.authority, &id.entry, &id.text};
    for (int column = 0; column < 3; ++column)
        m_table->setItem(
            row, column,
            new QTableWidgetItem(toQString(*words.at(static_cast<std::size_t>(column)))));
}

std::vector<OutsideId> IdsDialog::ids() const
{
    std::vector<OutsideId> all;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        OutsideId id{toUtf8(cell(*m_table, row, 0)), toUtf8(entryOf(cell(*m_table, row, 1))),
                     toUtf8(cell(*m_table, row, 2))};
        // A row without an id is one that is not filled in, or emptied to take its id away.
        if (!id.entry.empty())
            addIds(all, {std::move(id)});
    }
    return all;
}

QString IdsDialog::trouble() const { return m_trouble->text(); }

/// Says what is wrong as it is typed; there is always a row for one more.
void IdsDialog::check()
{
    std::string trouble;
    for (const OutsideId& id : ids()) {
        if (trouble.empty())
            trouble = troubleWithId(id);
    }
    m_trouble->setText(toQString(trouble));
    m_button->setEnabled(trouble.empty());
    if (!cell(*m_table, m_table->rowCount() - 1, 1).isEmpty())
        add({"Wikidata", "", ""});
}

void IdsDialog::accept()
{
    if (!m_button->isEnabled())
        return;
    const std::vector<OutsideId> all = ids();
    QDialog::accept();
    Q_EMIT given(all);
}

} // namespace entente
