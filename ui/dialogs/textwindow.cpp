// SPDX-License-Identifier: Apache-2.0
#include "ui/dialogs/textwindow.h"

#include "graph/base/resourcefolder.h"

#include <QFile>
#include <QFileInfo>
#include <QFontDatabase>
#include <QPlainTextEdit>
#include <QTextBlock>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace entente
{

namespace
{

constexpr qint64 readAtMost = qint64{4} << 20; // Enough for any article; a viewer is no editor.

QString contentsOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return TextWindow::tr("%1 cannot be read: %2.").arg(path, file.errorString());
    return QString::fromUtf8(file.read(readAtMost));
}

QString helpFile(const QString& page)
{
    const auto folder = resourceFolder() / "help";
    return QFile::decodeName(folder.string().c_str()) + QLatin1Char('/') +
           QFileInfo(page).fileName();
}

/// Links lead to other pages of the help and nowhere else; nothing is loaded from outside.
class HelpView : public QTextBrowser
{
public:
    explicit HelpView(QWidget* parent)
        : QTextBrowser(parent)
    {
        setOpenLinks(false);
        connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl& link) {
            if (link.isRelative() && QFile::exists(helpFile(link.path())))
                setMarkdown(contentsOf(helpFile(link.path())));
        });
    }

    QVariant loadResource(int, const QUrl&) override { return {}; }
};

void markLine(QPlainTextEdit& view, int line)
{
    const QTextBlock block = view.document()->findBlockByNumber(line - 1);
    if (line < 1 || !block.isValid())
        return;
    QTextEdit::ExtraSelection mark;
    mark.cursor = QTextCursor(block);
    mark.format.setBackground(view.palette().highlight());
    mark.format.setProperty(QTextFormat::FullWidthSelection, true);
    view.setExtraSelections({mark});
    view.setTextCursor(mark.cursor);
    view.centerCursor();
}

} // namespace

TextWindow::TextWindow(QWidget* parent)
    : QWidget(parent, Qt::Window)
{
    setAttribute(Qt::WA_DeleteOnClose);
    resize(760, 640);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
}

TextWindow* TextWindow::help(const QString& page, QWidget* parent)
{
    auto* window = new TextWindow(parent);
    window->setWindowTitle(tr("Entente Help"));
    auto* view = new HelpView(window);
    view->setFrameShape(QFrame::NoFrame);
    view->document()->setDocumentMargin(32);
    view->setMarkdown(contentsOf(helpFile(page)));
    window->m_view = view;
    window->layout()->addWidget(view);
    return window;
}

TextWindow* TextWindow::file(const QString& path, int line, QWidget* parent)
{
    auto* window = new TextWindow(parent);
    window->setWindowTitle(line > 0 ? tr("%1, line %2").arg(QFileInfo(path).fileName()).arg(line)
                                    : QFileInfo(path).fileName());
    auto* view = new QPlainTextEdit(window);
    view->setFrameShape(QFrame::NoFrame);
    view->setReadOnly(true);
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPixelSize(13);
    view->setFont(font);
    view->document()->setDocumentMargin(16);
    view->setPlainText(contentsOf(path));
    markLine(*view, line);
    window->m_view = view;
    window->layout()->addWidget(view);
    return window;
}

QString TextWindow::text() const
{
    if (const auto* plain = qobject_cast<const QPlainTextEdit*>(m_view))
        return plain->toPlainText();
    const auto* rich = qobject_cast<const QTextBrowser*>(m_view);
    return rich != nullptr ? rich->toPlainText() : QString();
}

} // namespace entente
