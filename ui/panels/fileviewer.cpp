// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/fileviewer.h"

#include "ui/panels/displaytext.h"
#include "ui/panels/fileexcerpt.h"
#include "ui/panels/numberedtext.h"
#include "ui/panels/panelstyle.h"
#include "ui/text/qtext.h"

#include <QBoxLayout>
#include <QFileInfo>
#include <QLabel>
#include <QLocale>
#include <QShortcut>

namespace entente
{

FileViewer::FileViewer(QWidget* parent)
    : QWidget(parent, Qt::Window)
    , m_header(new QLabel(this))
    , m_text(new NumberedText(this))
{
    setObjectName(QStringLiteral("fileViewer"));
    setAutoFillBackground(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_header->setTextFormat(Qt::PlainText);
    m_header->setWordWrap(true);
    m_header->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_header->setContentsMargins(16, 8, 16, 8);
    column->addWidget(m_header);
    column->addWidget(m_text, 1);
    connect(new QShortcut(QKeySequence::Cancel, this), &QShortcut::activated, this,
            &QWidget::close);
    connect(&m_reading, &Jobs::failed, m_header, &QLabel::setText);
}

QString FileViewer::header() const { return m_header->text(); }

void FileViewer::setStyle(const Style& style)
{
    setPalette(panelPalette(style));
    m_text->setStyle(style);
}

void FileViewer::open(const QString& file, int line)
{
    const QString name = visibleForm(file);
    setWindowTitle(visibleForm(QFileInfo(file).fileName()));
    m_reading.run(
        [file, line](const Progress&) { return readAround(file, line); }, this,
        [this, name, line](const Expected<FileExcerpt, QString>& read) { show(name, read, line); });
    QWidget::show();
    raise();
    activateWindow();
}

void FileViewer::show(const QString& name, const Expected<FileExcerpt, QString>& read, int line)
{
    if (!read) {
        m_header->setText(tr("%1: %2").arg(name, read.error()));
        m_text->show({}, 1, 0);
        return;
    }
    const QLocale locale;
    m_header->setText(read->isWhole()
                          ? name
                          : tr("%1 (lines %2 to %3 of %4)")
                                .arg(name, locale.toString(read->firstLine),
                                     locale.toString(read->firstLine + read->lineCount - 1),
                                     locale.toString(read->linesInAll)));
    m_text->show(visibleInPlace(read->text), read->firstLine, line);
}

} // namespace entente
