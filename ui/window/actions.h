// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/layout/layout.h"
#include "graph/query/ranking.h"
#include "ui/theme.h"
#include "ui/workspace/scenekeeper.h"

#include <QAction>
#include <QActionGroup>
#include <QObject>

#include <map>
#include <optional>

class QMenu;
class QMenuBar;
class QToolBar;
class QToolButton;
class QUndoStack;

namespace entente
{

class Recents;
enum class ColourBy : int;

/// All commands of the window with their words and keys, and the menus and the toolbar they stand
/// in. What they do is wired elsewhere.
class Actions : public QObject
{
    Q_OBJECT

public:
    Actions(QUndoStack& undoStack, Recents& recents, QWidget* window);

    void fill(QMenuBar& bar);
    void fill(QToolBar& bar);
    /// Where the ways of looking stand that were kept.
    void addViews(QMenu& views);
    /// What needs an open corpus.
    void setHasContent(bool hasContent);
    /// What needs something that is selected. @param hasNodes there is a node among it.
    void setHasSelection(bool hasSelection, bool hasNodes);
    void setSteps(bool canGoBack, bool canGoForward) const;
    /// What an earlier session left without a name, as paths.
    void showLeftBehind(const QStringList& files);
    void showEngine(std::optional<Engine> engine);
    void showByTime();
    void showView(View view) { m_views.at(view)->setChecked(true); }
    void showRanking(std::optional<RankBy> size, ColourBy colour);
    void showTheme(ThemeChoice theme) { m_themes.at(theme)->setChecked(true); }

    QAction* newProject;
    QAction* openProject;
    QAction* save;
    QAction* saveAs;
    QAction* importFolder;
    QAction* importFiles;
    QAction* addArticle;
    QAction* discardUntitled;
    QAction* yourName;
    QAction* preferences;
    QAction* openFolder;
    QAction* openFiles;
    QAction* openSample;
    QAction* reload;
    QAction* exportImage;
    QAction* exportImageAgain;
    QAction* print;
    QAction* copyImage;
    QAction* exportData;
    QAction* exportDossier;
    QAction* exportBrat;
    QAction* quit;
    QAction* undo;
    QAction* redo;
    QAction* find;
    QAction* findNext;
    QAction* findPrevious;
    QAction* palette;
    QAction* selectAll;
    QAction* selectNothing;
    QAction* selectNeighbours;
    QAction* invertSelection;
    QAction* goBack;
    QAction* goForward;
    QAction* expand;
    QAction* focusOn;
    QAction* findPath;
    QAction* findPathShown;
    QAction* grow;
    QAction* shrink;
    QAction* hideSelected;
    QAction* hideOthers;
    QAction* showAll;
    QAction* annotateText;
    QAction* addFilter;
    QAction* matchAny;
    QAction* clearFilters;
    QAction* saveView;
    QAction* layOutAgain;
    QAction* layOutSelected;
    QAction* layOutByTime;
    QAction* keepDraft;
    QAction* pin;
    QAction* unpin;
    QAction* zoomIn;
    QAction* zoomOut;
    QAction* fitAll;
    QAction* fitSelection;
    QAction* showLists;
    QAction* showEvidence;
    QAction* showHistory;
    QAction* showTables;
    QAction* showTimeline;
    QAction* showContested;
    QAction* showGrades;
    QAction* seeAsKnownOn;
    QAction* showProblems;
    QAction* showToCheck;
    QAction* showLegend;
    QAction* showMinimap;
    QAction* rename;
    QAction* outsideIds;
    QAction* note;
    QAction* merge;
    QAction* takeApart;
    QAction* connectTwo;
    QAction* help;
    QAction* keyboard;
    QAction* about;

    /// For annotating: commands for the graph and for the text.
    QMenu* annotateMenu;
    // Filled by whoever knows the vocabulary.
    QMenu* changeTypeMenu;
    QMenu* newNodeMenu;

Q_SIGNALS:
    void viewChosen(entente::View view);
    void engineChosen(std::optional<entente::Engine> engine);
    /// Of a selection, by its number.
    void storeWanted(int number);
    void recallWanted(int number);
    void themeChosen(entente::ThemeChoice theme);
    /// None: all actors are of one size.
    void sizeChosen(std::optional<entente::RankBy> by);
    void colourChosen(entente::ColourBy by);
    void recentChosen(const QStringList& paths);
    void fileMenuOpened();

private:
    QToolButton* makeSearchButton(QWidget& parent) const;
    QAction* make(const QString& words, const QKeySequence& key = {});
    QAction* makeToggle(const QString& words, const QKeySequence& key = {});
    void makeSelecting();
    void makeExploring();
    void makeFiltering();
    void makeChoices();
    void makeRanking();
    void makeAnnotating(QWidget* window);
    void fillRecents();

    Recents& m_recents;
    QStringList m_leftBehind;
    QMenu* m_recentMenu;
    QMenu* m_engineMenu;
    QMenu* m_storedMenu;
    QMenu* m_exploreMenu = nullptr;
    QToolButton* m_engineButton = nullptr;
    bool m_hasContent = false;
    bool m_hasSelection = false;
    bool m_hasSelectedNodes = false;
    QActionGroup m_viewGroup{this};
    QActionGroup m_engineGroup{this};
    QActionGroup m_themeGroup{this};
    QActionGroup m_sizeGroup{this};
    QActionGroup m_colourGroup{this};
    std::map<View, QAction*> m_views;
    std::map<std::optional<Engine>, QAction*> m_engines;
    std::map<ThemeChoice, QAction*> m_themes;
    std::map<std::optional<RankBy>, QAction*> m_sizes;
    std::map<ColourBy, QAction*> m_colours;
};

} // namespace entente
