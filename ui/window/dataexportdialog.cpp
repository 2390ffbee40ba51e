// SPDX-License-Identifier: Apache-2.0
#include "ui/window/dataexportdialog.h"

#include "ui/panels/choicebox.h"
#include "ui/text/qtext.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QVBoxLayout>

namespace entente
{

namespace
{

const QString formatKey = QStringLiteral("export/data");

QString keyOf(const DataFormatInfo& info)
{
    return toQString(std::string(info.name)) + u'/' +
           toQString(std::string(info.table.empty() ? info.version : info.table));
}

QLabel* makeLabel(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

DataExportDialog::DataExportDialog(std::vector<DataPart> parts, bool isFiltered, QWidget* parent)
    : QDialog(parent)
    , m_parts(std::move(parts))
    , m_isFiltered(isFiltered)
    , m_part(new ChoiceBox(this))
    , m_what(makeLabel(this))
    , m_formats(new QListWidget(this))
    , m_losses(makeLabel(this))
    , m_mark(new QCheckBox(tr("Begin with the &mark by which spreadsheets know UTF-8"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Export Data"));
    build();
    fill();
    m_formats->setFocus();
}

void DataExportDialog::fill()
{
    for (const DataPart& part : m_parts)
        m_part->addItem(part.label);
    const QString last = QSettings().value(formatKey).toString();
    for (const DataFormatInfo& info : dataFormats()) {
        m_formats->addItem(
            tr("%1 — for %2")
                .arg(toQString(std::string(info.label)), toQString(std::string(info.reader))));
        if (keyOf(info) == last)
            m_formats->setCurrentRow(m_formats->count() - 1);
    }
    if (m_formats->currentRow() < 0)
        m_formats->setCurrentRow(0);
    m_mark->setChecked(true);
    showPart();
}

void DataExportDialog::build()
{
    auto* partLabel = new QLabel(tr("&What:"), this);
    partLabel->setBuddy(m_part);
    auto* across = new QHBoxLayout;
    across->addWidget(partLabel);
    across->addWidget(m_part, 1);
    m_what->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_what->setMinimumHeight(3 * fontMetrics().lineSpacing()); // Nothing jumps between parts.
    m_formats->setAccessibleName(tr("Format"));
    m_formats->setUniformItemSizes(true);
    m_formats->setSpacing(3);
    m_losses->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_losses->setMinimumHeight(7 * fontMetrics().lineSpacing()); // Nor between formats.
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto* save = buttons->addButton(tr("Save &As…"), QDialogButtonBox::AcceptRole);
    save->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &DataExportDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_part, &QComboBox::currentIndexChanged, this, &DataExportDialog::showPart);
    connect(m_formats, &QListWidget::currentRowChanged, this, &DataExportDialog::showLosses);
    connect(m_formats, &QListWidget::itemActivated, this, &DataExportDialog::accept);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addLayout(across);
    column->addWidget(m_what);
    column->addWidget(m_formats, 1);
    column->addWidget(m_losses);
    column->addWidget(m_mark);
    column->addWidget(buttons);
    resize(560, 640);
}

const DataPart& DataExportDialog::part() const
{
    return m_parts[static_cast<std::size_t>(m_part->currentIndex())];
}

DataFormat DataExportDialog::format() const
{
    return dataFormats()[static_cast<std::size_t>(m_formats->currentRow())].format;
}

bool DataExportDialog::hasMark() const { return m_mark->isChecked(); }

void DataExportDialog::choose(DataFormat format)
{
    for (std::size_t i = 0; i < dataFormats().size(); ++i) {
        if (dataFormats()[i].format == format)
            m_formats->setCurrentRow(static_cast<int>(i));
    }
}

QString DataExportDialog::losses() const { return m_losses->text(); }

QString DataExportDialog::what() const { return m_what->text(); }

void DataExportDialog::showPart()
{
    if (m_part->currentIndex() < 0)
        return;
    m_what->setText(part().what);
    showLosses();
}

void DataExportDialog::showLosses()
{
    if (m_formats->currentRow() < 0 || m_part->currentIndex() < 0)
        return;
    QStringList losses;
    for (const std::string& loss : lossesOf(format(), *part().graph, m_isFiltered))
        losses << toQString(loss);
    m_losses->setText(losses.isEmpty() ? tr("It holds all that is known of the claims.")
                                       : losses.join(u' '));
    m_mark->setEnabled(!infoOf(format()).table.empty());
}

void DataExportDialog::accept()
{
    QSettings().setValue(formatKey, keyOf(infoOf(format())));
    QDialog::accept();
}

} // namespace entente
