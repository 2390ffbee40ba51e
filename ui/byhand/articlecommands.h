// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/id.h"

#include <QObject>
#include <QStringList>

class QWidget;

namespace entente
{

class Actions;
class ArticleDialog;
class Journal;
class MessageBar;
class Opener;
class SceneKeeper;
class Workspace;
struct ArticleWish;

/// Adds single articles by hand to what is open, and decides what becomes of files that are
/// dropped.
class ArticleCommands : public QObject
{
    Q_OBJECT

public:
    /// What they work on.
    struct Parts
    {
        Workspace& workspace;
        Journal& journal;
        Opener& opener;
        SceneKeeper& scene;
        Actions& actions;
        MessageBar& message;
    };

    ArticleCommands(const Parts& parts, QWidget* window);

    /// Texts without annotation may be meant to be added: that is asked, if anything is open. All
    /// else is to be opened.
    void drop(const QStringList& files);

Q_SIGNALS:
    /// It is there now, or was already and is to be read.
    void articleWanted(entente::ArticleId article);
    void openWanted(const QStringList& files);

private:
    ArticleDialog* ask();
    void askWhatToDo(const QStringList& texts);
    void addTexts(const QStringList& texts);
    bool isAnythingOpen() const;
    /// @returns whether it could.
    bool add(const ArticleWish& wish);

    Parts m_parts;
    QWidget* m_window;
};

} // namespace entente
