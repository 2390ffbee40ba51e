// SPDX-License-Identifier: Apache-2.0
#include "ui/dialogs/helpwindow.h"

#include "graph/base/resourcefolder.h"

#include <QFile>
#include <QFileInfo>
#include <QTextBlock>

namespace entente
{

namespace
{

QString fileOf(const QString& page)
{
    const QByteArray folder = QByteArray::fromStdString((resourceFolder() / "help").string());
    return QFile::decodeName(folder) + QLatin1Char('/') + QFileInfo(page).fileName();
}

} // namespace

HelpWindow::HelpWindow(const QString& page, QWidget* parent)
    : QTextBrowser(parent)
{
    setWindowFlag(Qt::Window);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Entente Help"));
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    resize(760, 720);
    document()->setDocumentMargin(32);
    connect(this, &QTextBrowser::anchorClicked, this, &HelpWindow::follow);
    showPage(page);
}

QVariant HelpWindow::loadResource(int, const QUrl&) { return {}; }

void HelpWindow::follow(const QUrl& link)
{
    if (link.isRelative() && !link.path().isEmpty() && QFile::exists(fileOf(link.path())))
        showPage(link.path());
}

void HelpWindow::showPage(const QString& page)
{
    QFile file(fileOf(page));
    if (file.open(QIODevice::ReadOnly))
        setMarkdown(QString::fromUtf8(file.readAll()));
    else
        setPlainText(
            tr("The page %1 cannot be read: %2.").arg(file.fileName(), file.errorString()));
    // Markdown leaves lines as tight as they come.
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        QTextBlockFormat format = block.blockFormat();
        format.setLineHeight(140, QTextBlockFormat::ProportionalHeight);
        QTextCursor(block).setBlockFormat(format);
    }
    moveCursor(QTextCursor::Start);
}

} // namespace entente
