// SPDX-License-Identifier: Apache-2.0
#include "ui/window/dataexportdialog.h"

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
    return toQString(std::string(info.name)) + u'/' + toQString(std::string(info.table));
}

QLabel* makeLabel(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

DataExportDialog::DataExportDialog(std::shared_ptr<const KnowledgeGraph> shown, bool isFiltered,
                                   const QString& what, QWidget* parent)
    : QDialog(parent)
    , m_shown(std::move(shown))
    , m_isFiltered(isFiltered)
    , m_formats(new QListWidget(this))
    , m_losses(makeLabel(this))
    , m_mark(new QCheckBox(tr("Begin with the &mark by which spreadsheets know UTF-8"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Export Data"));
    build(what);
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
    m_formats->setFocus();
}

void DataExportDialog::build(const QString& what)
{
    QLabel* about = makeLabel(this);
    about->setText(what);
    m_formats->setAccessibleName(tr("Format"));
    m_formats->setUniformItemSizes(true);
    m_formats->setSpacing(3);
    m_losses->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_losses->setMinimumHeight(7 * fontMetrics().lineSpacing()); // Nothing jumps between formats.
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto* save = buttons->addButton(tr("Save &As…"), QDialogButtonBox::AcceptRole);
    save->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &DataExportDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_formats, &QListWidget::currentRowChanged, this, &DataExportDialog::showLosses);
    connect(m_formats, &QListWidget::itemActivated, this, &DataExportDialog::accept);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addWidget(about);
    column->addWidget(m_formats, 1);
    column->addWidget(m_losses);
    column->addWidget(m_mark);
    column->addWidget(buttons);
    resize(540, 480);
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

void DataExportDialog::showLosses()
{
    QStringList losses;
    for (const std::string& loss : lossesOf(format(), *m_shown, m_isFiltered))
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
