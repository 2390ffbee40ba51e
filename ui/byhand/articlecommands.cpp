// SPDX-License-Identifier: Apache-2.0
#include "ui/byhand/articlecommands.h"

#include "graph/byhand/addingarticle.h"
#include "ui/byhand/articledialog.h"
#include "ui/project/journal.h"
#include "ui/text/qtext.h"
#include "ui/window/actions.h"
#include "ui/window/messagebar.h"
#include "ui/window/opener.h"
#include "ui/workspace/scenekeeper.h"
#include "ui/workspace/workspace.h"

#include <QFileInfo>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

namespace entente
{

namespace
{

/// A text with nothing that was marked in it.
bool isPlainText(const QString& file)
{
    const QFileInfo info(file);
    return info.isFile() && info.suffix() == QStringLiteral("txt") &&
           !QFileInfo::exists(info.path() + QLatin1Char('/') + info.completeBaseName() +
                              QStringLiteral(".ann"));
}

} // namespace

ArticleCommands::ArticleCommands(const Parts& parts, QWidget* window)
    : QObject(window)
    , m_parts(parts)
    , m_window(window)
{
    connect(parts.actions.addArticle, &QAction::triggered, this, &ArticleCommands::ask);
}

ArticleDialog* ArticleCommands::ask()
{
    auto* dialog = new ArticleDialog(m_parts.workspace.store(), m_parts.scene.style(), m_window);
    connect(dialog, &ArticleDialog::wanted, this, [this, dialog](const ArticleWish& wish) {
        if (add(wish))
            dialog->done(QDialog::Accepted);
    });
    connect(dialog, &ArticleDialog::articleWanted, this, [this, dialog](ArticleId article) {
        dialog->reject();
        if (!dialog->isVisible())
            Q_EMIT articleWanted(article);
    });
    dialog->open();
    return dialog;
}

bool ArticleCommands::isAnythingOpen() const
{
    return !m_parts.workspace.paths().empty() ||
           m_parts.journal.state() != Journal::State::NoFile ||
           !m_parts.workspace.store().articles().empty();
}

bool ArticleCommands::add(const ArticleWish& wish)
{
    if (!isAnythingOpen())
        m_parts.opener.openNew();
    auto made = addArticle(m_parts.workspace.store(), wish);
    if (!made) {
        m_parts.message.showError(toQString(made.error()));
        return false;
    }
    if (!m_parts.workspace.perform(made->edit))
        return false;
    Q_EMIT articleWanted(made->article);
    return true;
}

void ArticleCommands::drop(const QStringList& files)
{
    if (isAnythingOpen() && !files.isEmpty() && std::ranges::all_of(files, isPlainText))
        askWhatToDo(files);
    else
        Q_EMIT openWanted(files);
}

/// Not while whoever has dropped it waits for an answer.
void ArticleCommands::askWhatToDo(const QStringList& texts)
{
    const bool isOne = texts.size() == 1;
    auto* box = new QMessageBox(m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Question);
    box->setTextFormat(Qt::PlainText);
    box->setWindowTitle(tr("Add or Open"));
    box->setText(isOne ? tr("Add “%1” to what is open, or open it in its place?")
                             .arg(visibleForm(QFileInfo(texts.front()).fileName()))
                       : tr("Add these %1 texts to what is open, or open them in its place?")
                             .arg(QLocale().toString(texts.size())));
    QPushButton* add =
        box->addButton(isOne ? tr("&Add It") : tr("&Add Them"), QMessageBox::AcceptRole);
    QPushButton* open =
        box->addButton(isOne ? tr("&Open It") : tr("&Open Them"), QMessageBox::ActionRole);
    box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(add);
    connect(add, &QPushButton::clicked, this, [this, texts] { addTexts(texts); });
    connect(open, &QPushButton::clicked, this, [this, texts] { Q_EMIT openWanted(texts); });
    box->open();
}

/// What there is to know of it is asked for one; of several it stands beside them, or nowhere.
void ArticleCommands::addTexts(const QStringList& texts)
{
    if (texts.size() == 1)
        ask()->takeFile(texts.front());
    else
        m_parts.opener.import(texts);
}

} // namespace entente
