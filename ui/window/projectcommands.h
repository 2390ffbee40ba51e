// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QStringList>

class QWidget;

namespace entente
{

class Actions;
class Journal;
class MessageBar;
class Opener;
class Workspace;

/// The commands of the menus that have to do with the project's file, and what is said of it.
class ProjectCommands : public QObject
{
    Q_OBJECT

public:
    /// What they work on.
    struct Parts
    {
        Workspace& workspace;
        Journal& journal;
        Opener& opener;
        Actions& actions;
        MessageBar& message;
    };

    ProjectCommands(const Parts& parts, QWidget* window);

    /// Whether what is open may go: all of it is on the disk, or the user lets the rest go.
    bool mayLeave();
    /// What is open, by name: the project's, or the folder's that is looked at or was begun from;
    /// "Untitled" where there is neither; empty when nothing is open.
    QString nameOfWork() const;
    /// Tells of work without a name that an earlier session left.
    void offerLeftBehind();

private:
    void wireFile();
    void openNew();
    void openProject();
    /// For who is used to it: there is nothing to save but the name.
    void save();
    void saveAs();
    void discardUntitled();
    void askForName();
    bool isNameKnown() const;
    QStringList listLeftBehind();
    void offerToOpen(const QString& file, const QString& words);
    void rememberOrigin();
    void offerLeftBehindOnThese();
    void offerRecovery(const QString& project, const QString& reason);
    void offerBackup(const QString& reason, const QString& backup);
    void offerLaterWork(const QString& project, const QString& words, const QString& folder);
    void showState();

    Parts m_parts;
    QWidget* m_window;
    QString m_told;          ///< The trouble that the message bar speaks of.
    QString m_toldOfBackups; ///< As Journal::backupTrouble() has it.
    QString m_originOf;      ///< The unnamed file whose articles are remembered.
};

} // namespace entente
