// SPDX-License-Identifier: Apache-2.0
#include "ui/dialogs/helpwindow.h"

#include "graph/base/resourcefolder.h"

#include <QFile>
#include <QFileInfo>
#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>
#include <QTextBlock>

#include <memory>

namespace entente
{

namespace
{

const QString contentsPage = QStringLiteral("index.md");
constexpr int barHeight = 44; ///< Of the buttons above the page.

QString fileOf(const QString& page)
{
    const QByteArray folder = QByteArray::fromStdString((resourceFolder() / "help").string());
    return QFile::decodeName(folder) + QLatin1Char('/') + QFileInfo(page).fileName();
}

} // namespace

HelpWindow::HelpWindow(const QString& page, QWidget* parent)
    : QTextBrowser(parent)
    , m_back(new QPushButton(tr("Back"), this))
    , m_contents(new QPushButton(tr("Contents"), this))
{
    setWindowFlag(Qt::Window);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Entente Help"));
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    resize(760, 720);
    document()->setDocumentMargin(32);
    setViewportMargins(0, barHeight, 0, 0);
    for (QPushButton* button : {m_back, m_contents})
        button->setProperty("link", true);
    m_back->setToolTip(tr("The page before (Alt+Left)"));
    connect(this, &QTextBrowser::anchorClicked, this, &HelpWindow::follow);
    connect(m_back, &QPushButton::clicked, this, &HelpWindow::goBack);
    connect(m_contents, &QPushButton::clicked, this, [this] { follow(QUrl(contentsPage)); });
    showPage(page);
}

QVariant HelpWindow::loadResource(int, const QUrl&) { return {}; }

void HelpWindow::follow(const QUrl& link)
{
    if (!link.isRelative() || link.path().isEmpty() || !QFile::exists(fileOf(link.path())))
        return;
    if (link.path() != m_page)
        m_before.prepend(m_page);
    showPage(link.path());
}

void HelpWindow::goBack()
{
    if (!m_before.isEmpty())
        showPage(m_before.takeFirst());
}

void HelpWindow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else if (event->matches(QKeySequence::Back) || event->key() == Qt::Key_Backspace)
        goBack();
    else if (event->matches(QKeySequence::HelpContents))
        follow(QUrl(contentsPage));
    else
        QTextBrowser::keyPressEvent(event);
}

void HelpWindow::contextMenuEvent(QContextMenuEvent* event)
{
    const std::unique_ptr<QMenu> menu(createStandardContextMenu());
    QAction* first = menu->actions().isEmpty() ? nullptr : menu->actions().first();
    auto* back = new QAction(m_back->text(), menu.get());
    back->setEnabled(!m_before.isEmpty());
    connect(back, &QAction::triggered, this, &HelpWindow::goBack);
    menu->insertAction(first, back);
    menu->insertSeparator(first);
    menu->exec(event->globalPos());
}

void HelpWindow::resizeEvent(QResizeEvent* event)
{
    QTextBrowser::resizeEvent(event);
    m_back->adjustSize();
    m_contents->adjustSize();
    m_back->move(24, (barHeight - m_back->height()) / 2);
    m_contents->move(m_back->geometry().right() + 8, m_back->y());
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
    m_page = page;
    m_back->setEnabled(!m_before.isEmpty());
    m_contents->setEnabled(page != contentsPage);
    moveCursor(QTextCursor::Start);
}

} // namespace entente
