// SPDX-License-Identifier: Apache-2.0
#include "ui/window/projectcommands.h"

#include "ui/dialogs/filedialog.h"
#include "ui/jobs/authorsettings.h"
#include "ui/project/journal.h"
#include "ui/text/paths.h"
#include "ui/text/qtext.h"
#include "ui/window/actions.h"
#include "ui/window/messagebar.h"
#include "ui/window/opener.h"
#include "ui/window/recents.h"
#include "ui/workspace/workspace.h"

#include <QDateTime>
#include <QFileInfo>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>

#include <algorithm>
#include <utility>

namespace entente
{

namespace
{

const QString nameKey = QStringLiteral("analyst/name");
const QString originsGroup = QStringLiteral("untitled");

/// The paths that unnamed work was begun on are kept under the name of its file.
QString originKey(const QString& file)
{
    return originsGroup + u'/' + QFileInfo(file).completeBaseName();
}

QStringList originOf(const QString& file)
{
    return QSettings().value(originKey(file)).toStringList();
}

/// Those of work that was discarded, or has a name by now.
void forgetOriginsWithoutFile()
{
    QSettings settings;
    settings.beginGroup(originsGroup);
    for (const QString& name : settings.childKeys()) {
        if (!QFileInfo::exists(toQt(untitledFolder()) + u'/' + name + QStringLiteral(".entente")))
            settings.remove(name);
    }
}

} // namespace

ProjectCommands::ProjectCommands(const Parts& parts, QWidget* window)
    : QObject(window)
    , m_parts(parts)
    , m_window(window)
{
    wireFile();
    Journal& journal = m_parts.journal;
    MessageBar& message = m_parts.message;
    connect(&journal, &Journal::stateChanged, this, &ProjectCommands::showState);
    connect(&journal, &Journal::followed, this, [this] { m_told.clear(); });
    connect(&m_parts.actions, &Actions::fileMenuOpened, this, &ProjectCommands::listLeftBehind);
    connect(&journal, &Journal::refused, &message,
            qOverload<const QString&>(&MessageBar::showError));
    connect(&journal, &Journal::savedAs, this, [this](const QString& path) {
        FileDialog::wasSaved(path);
        m_parts.workspace.nameAfter(toPath(path));
        if (m_parts.journal.trouble().isEmpty())
            m_parts.message.showNote(tr("The project is in %1 from now on.").arg(path));
    });
    Opener& opener = m_parts.opener;
    connect(&opener, &Opener::imported, &message, qOverload<const QString&>(&MessageBar::showNote));
    connect(&opener, &Opener::told, &message, qOverload<const QString&>(&MessageBar::showNote));
    // Queued: others clear the message bar when something is opened.
    connect(&opener, &Opener::opened, this, &ProjectCommands::offerLeftBehindOnThese,
            Qt::QueuedConnection);
    connect(&opener, &Opener::isRecoverable, this, &ProjectCommands::offerRecovery);
    connect(&opener, &Opener::hasLaterWork, this, &ProjectCommands::offerLaterWork);
    connect(&opener, &Opener::hasBackup, this, &ProjectCommands::offerBackup);
    connect(&opener, &Opener::isDoubtful, this,
            [this](const QString& reason, const std::function<void()>& importIt) {
                m_parts.message.showError(reason, tr("Import All the Same"), importIt);
            });
    showState();
}

void ProjectCommands::wireFile()
{
    const Actions& act = m_parts.actions;
    Opener& opener = m_parts.opener;
    connect(act.newProject, &QAction::triggered, this, &ProjectCommands::openNew);
    connect(act.openProject, &QAction::triggered, this, &ProjectCommands::openProject);
    connect(act.save, &QAction::triggered, this, &ProjectCommands::save);
    connect(act.saveAs, &QAction::triggered, this, &ProjectCommands::saveAs);
    connect(act.discardUntitled, &QAction::triggered, this, &ProjectCommands::discardUntitled);
    connect(act.yourName, &QAction::triggered, this, &ProjectCommands::askForName);
    connect(act.importFolder, &QAction::triggered, this, [this, &opener] {
        const QString folder = FileDialog::folder(m_window, tr("Import a Folder of Articles"));
        opener.import(folder.isEmpty() ? QStringList() : QStringList{folder});
    });
    connect(act.importFiles, &QAction::triggered, this, [this, &opener] {
        opener.import(FileDialog::files(m_window, tr("Import Articles"),
                                        tr("Articles (*.ann *.txt);;All files (*)")));
    });
}

void ProjectCommands::openNew()
{
    if (mayLeave())
        m_parts.opener.openNew();
}

void ProjectCommands::openProject()
{
    const QString file =
        FileDialog::file(m_window, tr("Open a Project"), tr("Projects (*.entente);;All files (*)"));
    if (!file.isEmpty() && mayLeave())
        m_parts.opener.open({file});
}

void ProjectCommands::save()
{
    Journal& journal = m_parts.journal;
    if (journal.state() == Journal::State::NoFile || journal.isUntitled())
        return saveAs();
    if (journal.state() == Journal::State::Failed)
        return journal.tryAgain();
    if (journal.state() == Journal::State::Saved)
        m_parts.message.showNote(
            tr("Everything you do is saved as you do it, in %1.").arg(toQt(journal.path())));
}

void ProjectCommands::saveAs()
{
    const QString name = nameOfWork();
    const QString file =
        FileDialog::saveName(m_window, tr("Save the Project As"),
                             (name.isEmpty() ? tr("project") : name) + QStringLiteral(".entente"),
                             {tr("Project (*.entente)")}, {QStringLiteral("entente")});
    if (file.isEmpty())
        return;
    if (!isNameKnown())
        askForName();
    m_parts.journal.saveAs(toPath(file));
}

void ProjectCommands::discardUntitled()
{
    QMessageBox box(QMessageBox::Warning, tr("Discard Untitled Work"),
                    tr("Everything in this project without a name will be gone, and cannot be "
                       "brought back."),
                    QMessageBox::Cancel, m_window);
    box.setTextFormat(Qt::PlainText);
    QPushButton* discard = box.addButton(tr("Discard"), QMessageBox::DestructiveRole);
    box.setDefaultButton(QMessageBox::Cancel);
    box.exec();
    if (box.clickedButton() != discard)
        return;
    if (m_parts.journal.discardUntitled())
        m_parts.opener.close();
}

bool ProjectCommands::isNameKnown() const
{
    return !QSettings().value(nameKey).toString().trimmed().isEmpty();
}

void ProjectCommands::askForName()
{
    bool isAnswered = false;
    const QString name = QInputDialog::getText(
        m_window, tr("Your Name"),
        tr("The history of a project says who changed what. What is your name in it?"),
        QLineEdit::Normal, toQString(authorFromSettings().analyst), &isAnswered);
    if (!isAnswered || name.trimmed().isEmpty())
        return;
    QSettings().setValue(nameKey, name.trimmed());
    m_parts.journal.setAuthor(authorFromSettings());
}

bool ProjectCommands::mayLeave()
{
    Journal& journal = m_parts.journal;
    if (journal.finish())
        return true;
    QMessageBox box(QMessageBox::Warning, tr("Not Saved"),
                    tr("The last things you did are not on the disk: %1").arg(journal.trouble()),
                    QMessageBox::Cancel, m_window);
    box.setTextFormat(Qt::PlainText);
    QPushButton* again = box.addButton(tr("Try Again"), QMessageBox::AcceptRole);
    QPushButton* lose = box.addButton(tr("Lose Them"), QMessageBox::DestructiveRole);
    box.setDefaultButton(again);
    box.exec();
    if (box.clickedButton() == lose) {
        journal.letGo();
        return true;
    }
    if (box.clickedButton() != again)
        return false;
    journal.tryAgain();
    return mayLeave();
}

QString ProjectCommands::nameOfWork() const
{
    const Journal& journal = m_parts.journal;
    const std::vector<std::filesystem::path>& paths = m_parts.workspace.paths();
    const bool hasFile = journal.state() != Journal::State::NoFile;
    if (hasFile && !journal.isUntitled())
        return QFileInfo(toQt(journal.path())).completeBaseName();
    if (!paths.empty() && paths.front() != journal.path())
        return Recents::nameOf(toQt(paths));
    if (const QStringList origin = originOf(toQt(journal.path())); hasFile && !origin.isEmpty())
        return Recents::nameOf(origin);
    return hasFile ? tr("Untitled") : QString();
}

QStringList ProjectCommands::listLeftBehind()
{
    QStringList files = toQt(m_parts.journal.leftBehind());
    m_parts.actions.showLeftBehind(files);
    return files;
}

void ProjectCommands::offerLeftBehind()
{
    forgetOriginsWithoutFile();
    const QStringList files = listLeftBehind();
    if (!files.isEmpty())
        offerToOpen(files.front(), tr("There is work without a name from %1."));
}

/// @param words with a place for the time.
void ProjectCommands::offerToOpen(const QString& file, const QString& words)
{
    const QDateTime time = QFileInfo(file).lastModified();
    m_parts.message.showNote(words.arg(dayAndTime(time)), tr("Open It"), [this, file] {
        if (mayLeave())
            m_parts.opener.open({file});
    });
}

/// While an edit is on its way: then the workspace has what the file is begun from.
void ProjectCommands::rememberOrigin()
{
    const Journal& journal = m_parts.journal;
    const std::vector<std::filesystem::path>& paths = m_parts.workspace.paths();
    const QString file = toQt(journal.path());
    if (!journal.isUntitled() || journal.state() != Journal::State::Saving || file == m_originOf)
        return;
    m_originOf = file;
    if (!paths.empty() && paths.front() != journal.path())
        QSettings().setValue(originKey(file), toQt(paths));
}

/// Whoever opens a folder again is to find what was done on it before.
void ProjectCommands::offerLeftBehindOnThese()
{
    const QStringList paths = toQt(m_parts.workspace.paths());
    const QStringList files = listLeftBehind();
    if (!m_parts.message.isHidden())
        return; // What is wrong with these articles is said first; the work stands in the menu.
    const auto found =
        std::ranges::find_if(files, [&](const QString& file) { return originOf(file) == paths; });
    if (!paths.isEmpty() && found != files.end())
        offerToOpen(*found, tr("There is work without a name on these articles, from %1."));
}

void ProjectCommands::offerRecovery(const QString& project, const QString& reason)
{
    Opener& opener = m_parts.opener;
    m_parts.message.showError(tr("%1 There is a second copy of what was done in it.").arg(reason),
                              tr("Put It Together Again"), [this, &opener, project] {
                                  if (mayLeave())
                                      opener.recover(project);
                              });
}

void ProjectCommands::offerLaterWork(const QString& project, const QString& words,
                                     const QString& folder)
{
    Opener& opener = m_parts.opener;
    m_parts.message.showNote(words, tr("Put All of It Together"), [this, &opener, project, folder] {
        if (mayLeave())
            opener.recover(project, folder);
    });
}

void ProjectCommands::offerBackup(const QString& reason, const QString& backup)
{
    Opener& opener = m_parts.opener;
    const QDateTime time = QFileInfo(backup).lastModified();
    m_parts.message.showError(
        tr("%1 There is a backup of it from %2.").arg(reason, dayAndTime(time)),
        tr("Look at the Backup"), [this, &opener, backup] {
            if (mayLeave())
                opener.open({backup});
        });
}

void ProjectCommands::showState()
{
    rememberOrigin();
    const Journal& journal = m_parts.journal;
    m_parts.actions.discardUntitled->setEnabled(journal.isUntitled());
    if (journal.state() == Journal::State::Failed && journal.trouble() != m_told) {
        m_told = journal.trouble();
        m_parts.message.showError(tr("Not saved: %1").arg(m_told), tr("Try Again"), [this] {
            m_told.clear();
            m_parts.journal.tryAgain();
        });
    } else if (journal.state() == Journal::State::Saved && !m_told.isEmpty()) {
        m_told.clear();
        m_parts.message.showNote(tr("Everything is saved now."));
    }
    // What is not even saved is said first, and stays.
    if (journal.state() == Journal::State::Saved &&
        std::exchange(m_toldOfBackups, journal.backupTrouble()) != journal.backupTrouble() &&
        !m_toldOfBackups.isEmpty())
        m_parts.message.showError(m_toldOfBackups);
}

} // namespace entente
