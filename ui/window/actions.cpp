// SPDX-License-Identifier: Apache-2.0
#include "ui/window/actions.h"

#include "ui/text/qtext.h"
#include "ui/window/rankcommands.h"
#include "ui/window/recents.h"
#include "ui/workspace/storedselections.h"

#include <QCursor>
#include <QDateTime>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>
#include <QToolButton>
#include <QUndoStack>

namespace entente
{

namespace
{

constexpr int searchWidth = 280;

/// What each engine does to a graph, after its name in Graphviz, which experts look for.
QString engineWords(std::optional<Engine> engine)
{
    if (!engine)
        return Actions::tr("Automatic");
    switch (*engine) {
    case Engine::Dot:
        return Actions::tr("Layers (dot)");
    case Engine::Neato:
        return Actions::tr("Springs (neato)");
    case Engine::Fdp:
        return Actions::tr("Forces (fdp)");
    case Engine::Sfdp:
        return Actions::tr("Forces, large (sfdp)");
    case Engine::Twopi:
        return Actions::tr("Rings about the Selection (twopi)");
    case Engine::Circo:
        return Actions::tr("Circles (circo)");
    }
    return {};
}

Qt::Key digitKey(int digit) { return static_cast<Qt::Key>(Qt::Key_0 + digit); }

QWidget* spacer(QWidget* parent)
{
    auto* widget = new QWidget(parent);
    widget->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    return widget;
}

} // namespace

Actions::Actions(QUndoStack& undoStack, Recents& recents, QWidget* window)
    : QObject(window)
    , m_recents(recents)
    , m_recentMenu(new QMenu(tr("Open &Recent"), window))
    , m_engineMenu(new QMenu(tr("Layout S&tyle"), window))
    , m_storedMenu(new QMenu(tr("S&tored Selections"), window))
{
    newProject = make(tr("&New Project"), QKeySequence::New);
    openProject = make(tr("Open &Project…"), Qt::CTRL | Qt::ALT | Qt::Key_O);
    save = make(tr("&Save"), QKeySequence::Save);
    saveAs = make(tr("Save Project &As…"), Qt::CTRL | Qt::SHIFT | Qt::Key_S);
    importFolder = make(tr("&Import a Folder…"), Qt::CTRL | Qt::Key_I);
    importFiles = make(tr("Import F&iles…"), Qt::CTRL | Qt::SHIFT | Qt::Key_I);
    addArticle = make(tr("Add an Ar&ticle…"), Qt::CTRL | Qt::ALT | Qt::Key_I);
    discardUntitled = make(tr("&Discard Untitled Work…"));
    yourName = make(tr("Your &Name…"));
    preferences = make(tr("&Preferences…"), Qt::CTRL | Qt::Key_Comma);
    openFolder = make(tr("&Open Folder…"), QKeySequence::Open);
    openFolder->setIconText(tr("Open"));
    openFiles = make(tr("Open &Files…"), Qt::CTRL | Qt::SHIFT | Qt::Key_O);
    openSample = make(tr("Open the &Sample"));
    reload = make(tr("Re&load"), Qt::Key_F5);
    exportImage = make(tr("&Export Image…"), Qt::CTRL | Qt::SHIFT | Qt::Key_E);
    exportImage->setIconText(tr("Export"));
    exportImageAgain = make(tr("Export Image A&gain"), Qt::CTRL | Qt::ALT | Qt::SHIFT | Qt::Key_E);
    copyImage = make(tr("&Copy Image"), Qt::CTRL | Qt::SHIFT | Qt::Key_C);
    print = make(tr("&Print…"), QKeySequence::Print);
    exportData = make(tr("Export &Data…"), Qt::CTRL | Qt::ALT | Qt::Key_E);
    exportDossier = make(tr("Export D&ossier…"), Qt::CTRL | Qt::ALT | Qt::Key_D);
    exportBrat = make(tr("Export to &brat…"));
    quit = make(tr("&Quit"), Qt::CTRL | Qt::Key_Q);
    undo = undoStack.createUndoAction(this, tr("&Undo"));
    undo->setShortcut(QKeySequence::Undo);
    redo = undoStack.createRedoAction(this, tr("&Redo"));
    redo->setShortcuts(
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    find = make(tr("&Find…"), QKeySequence::Find);
    findNext = make(tr("Find Ne&xt"), Qt::Key_F3);
    findPrevious = make(tr("Find Pre&vious"), Qt::SHIFT | Qt::Key_F3);
    palette = make(tr("&Go To or Do…"), Qt::CTRL | Qt::Key_K);
    makeSelecting();
    makeExploring();
    makeFiltering();
    makeAnnotating(window);
    layOutAgain = make(tr("&Lay Out Again"), Qt::CTRL | Qt::Key_L);
    layOutSelected = make(tr("Lay Out What Is &Selected"), Qt::CTRL | Qt::ALT | Qt::Key_L);
    layOutByTime = makeToggle(tr("&Chronology"), Qt::CTRL | Qt::SHIFT | Qt::Key_T);
    keepDraft = make(tr("S&top and Keep the Draft"));
    pin = make(tr("&Pin"), Qt::Key_P);
    unpin = make(tr("&Unpin"), Qt::ALT | Qt::Key_P);
    zoomIn = make(tr("Zoom &In"));
    zoomIn->setShortcuts(
        {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    zoomOut = make(tr("Zoom &Out"), Qt::CTRL | Qt::Key_Minus);
    fitAll = make(tr("Fit &All"), Qt::CTRL | Qt::Key_0);
    fitSelection = make(tr("Fit &Selection"), Qt::CTRL | Qt::Key_9);
    showLists = makeToggle(tr("Actors and &Meetings"), Qt::Key_F7);
    showEvidence = makeToggle(tr("E&vidence"), Qt::Key_F8);
    showHistory = make(tr("&History"), Qt::Key_F6);
    showTables = makeToggle(tr("&Tables"), Qt::CTRL | Qt::Key_T);
    showTimeline = makeToggle(tr("T&imeline"), Qt::Key_F4);
    showContested = make(tr("&Contested Meetings"), Qt::SHIFT | Qt::Key_F4);
    showGrades = makeToggle(tr("G&rades beside Lines"), Qt::CTRL | Qt::SHIFT | Qt::Key_G);
    showProblems = makeToggle(tr("&Problems"), Qt::Key_F9);
    showLegend = makeToggle(tr("Le&gend"), Qt::CTRL | Qt::Key_G);
    showMinimap = makeToggle(tr("&Overview"), Qt::CTRL | Qt::Key_M);
    help = make(tr("&Contents"), Qt::Key_F1);
    keyboard = make(tr("&Keyboard and Mouse"));
    about = make(tr("&About Entente"));
    makeChoices();
    makeRanking();
    connect(&recents, &Recents::changed, this, &Actions::fillRecents);
    fillRecents();
}

QAction* Actions::make(const QString& words, const QKeySequence& key)
{
    auto* action = new QAction(words, this);
    action->setShortcut(key);
    return action;
}

QAction* Actions::makeToggle(const QString& words, const QKeySequence& key)
{
    QAction* action = make(words, key);
    action->setCheckable(true);
    return action;
}

void Actions::makeSelecting()
{
    selectAll = make(tr("Select &All"), QKeySequence::SelectAll);
    selectNothing = make(tr("Select &Nothing"), Qt::CTRL | Qt::SHIFT | Qt::Key_A);
    selectNeighbours = make(tr("Select Neigh&bours"), Qt::CTRL | Qt::Key_B);
    invertSelection = make(tr("In&vert Selection"), Qt::CTRL | Qt::ALT | Qt::Key_A);
    // Both keys are written next to the digit that they share.
    const auto add = [this](const QString& words, Qt::KeyboardModifiers keys,
                            void (Actions::*wanted)(int)) {
        for (int number = 1; number <= StoredSelections::count; ++number) {
            QAction* action = make(words.arg(number), QKeyCombination(keys, digitKey(number)));
            connect(action, &QAction::triggered, this, [this, wanted, number] {
                Q_EMIT(this->*wanted)(number);
            });
            m_storedMenu->addAction(action);
        }
    };
    add(tr("Select &%1"), Qt::ControlModifier, &Actions::recallWanted);
    m_storedMenu->addSeparator();
    add(tr("Store as %1"), Qt::ControlModifier | Qt::ShiftModifier, &Actions::storeWanted);
}

void Actions::makeExploring()
{
    goBack = make(tr("&Back"), Qt::ALT | Qt::Key_Left);
    goForward = make(tr("&Forward"), Qt::ALT | Qt::Key_Right);
    expand = make(tr("&Expand"), Qt::CTRL | Qt::Key_E);
    focusOn = make(tr("Show What Is &Around It"), Qt::CTRL | Qt::Key_D);
    findPath = make(tr("Show How the &Two Are Connected"), Qt::CTRL | Qt::Key_J);
    findPathShown = make(tr("The Same A&mong What Is Shown"), Qt::CTRL | Qt::SHIFT | Qt::Key_J);
    grow = make(tr("&Grow by a Step"), Qt::Key_Plus);
    shrink = make(tr("&Shrink by a Step"), Qt::Key_Minus);
    hideSelected = make(tr("&Hide"), Qt::CTRL | Qt::Key_H);
    hideOthers = make(tr("Hide &Others"), Qt::CTRL | Qt::SHIFT | Qt::Key_H);
    showAll = make(tr("Show &All"), Qt::CTRL | Qt::ALT | Qt::Key_H);
    setSteps(false, false);
}

void Actions::makeFiltering()
{
    // Where spreadsheets have it.
    addFilter = make(tr("Add &Filter…"), Qt::CTRL | Qt::SHIFT | Qt::Key_L);
    matchAny = makeToggle(tr("&Any of These Is Enough"));
    matchAny->setIconText(tr("Any is enough"));
    matchAny->setToolTip(tr("What passes one of the filters is shown; else it has to pass all"));
    clearFilters = make(tr("&Clear Filters"), Qt::CTRL | Qt::SHIFT | Qt::Key_Backspace);
    clearFilters->setIconText(tr("Clear"));
    seeAsKnownOn = make(tr("As &Known On…"), Qt::CTRL | Qt::SHIFT | Qt::Key_K);
    saveView = make(tr("Save &View…"), Qt::CTRL | Qt::ALT | Qt::Key_S);
}

void Actions::makeAnnotating(QWidget* window)
{
    rename = make(tr("&Rename…"), Qt::Key_F2);
    changeTypeMenu = new QMenu(tr("Change T&ype"), window);
    outsideIds = make(tr("Outside &Ids…"));
    note = make(tr("&Note…"), Qt::CTRL | Qt::ALT | Qt::Key_N);
    connectTwo = make(tr("&Connect…"), Qt::Key_L);
    merge = make(tr("&Merge…"), Qt::CTRL | Qt::SHIFT | Qt::Key_M);
    takeApart = make(tr("Take &Apart…"));
    newNodeMenu = new QMenu(tr("Ne&w"), window);
    showToCheck = makeToggle(tr("To Chec&k"), Qt::SHIFT | Qt::Key_F9);
    annotateText = make(tr("The &Text of the Article"), Qt::CTRL | Qt::Key_R);
    annotateMenu = new QMenu(tr("&Annotate"), window);
    annotateMenu->addAction(annotateText);
    annotateMenu->addSeparator();
    annotateMenu->addActions({rename, changeTypeMenu->menuAction(), outsideIds, note});
    annotateMenu->addSeparator();
    annotateMenu->addActions({connectTwo, merge, takeApart});
    annotateMenu->addSeparator();
    annotateMenu->addMenu(newNodeMenu);
    annotateMenu->addSeparator();
    annotateMenu->addAction(showToCheck);
}

void Actions::addViews(QMenu& views) { m_exploreMenu->addMenu(&views); }

void Actions::makeChoices()
{
    m_views = {{View::Events, makeToggle(tr("&Events"), Qt::CTRL | Qt::ALT | Qt::Key_1)},
               {View::Actors, makeToggle(tr("&Actors"), Qt::CTRL | Qt::ALT | Qt::Key_2)}};
    for (const auto& [view, action] : m_views) {
        m_viewGroup.addAction(action);
        connect(action, &QAction::triggered, this,
                [this, view = view] { Q_EMIT viewChosen(view); });
    }
    m_engines[std::nullopt] = makeToggle(engineWords(std::nullopt));
    for (const Engine engine :
         {Engine::Dot, Engine::Neato, Engine::Fdp, Engine::Sfdp, Engine::Twopi, Engine::Circo})
        m_engines[engine] = makeToggle(engineWords(engine));
    for (const auto& [engine, action] : m_engines) {
        m_engineGroup.addAction(action);
        m_engineMenu->addAction(action);
        if (!engine) { // Styles that are ours stand first.
            m_engineGroup.addAction(layOutByTime);
            m_engineMenu->addAction(layOutByTime);
            m_engineMenu->addSeparator();
        }
        connect(action, &QAction::triggered, this,
                [this, engine = engine] { Q_EMIT engineChosen(engine); });
    }
    m_themes = {{ThemeChoice::System, makeToggle(tr("&System"))},
                {ThemeChoice::Light, makeToggle(tr("&Light"))},
                {ThemeChoice::Dark, makeToggle(tr("&Dark"))}};
    for (const auto& [theme, action] : m_themes) {
        m_themeGroup.addAction(action);
        connect(action, &QAction::triggered, this,
                [this, theme = theme] { Q_EMIT themeChosen(theme); });
    }
}

void Actions::makeRanking()
{
    m_sizes = {{std::nullopt, makeToggle(tr("All &Alike"))},
               {RankBy::Degree, makeToggle(tr("Who Takes Part in Most &Meetings"))},
               {RankBy::Betweenness, makeToggle(tr("Who &Connects Others Most"))}};
    for (const auto& [by, action] : m_sizes) {
        m_sizeGroup.addAction(action);
        connect(action, &QAction::triggered, this, [this, by = by] { Q_EMIT sizeChosen(by); });
    }
    m_colours = {{ColourBy::Kind, makeToggle(tr("By &Kind"))},
                 {ColourBy::Components, makeToggle(tr("By Who Is &Connected at All"))},
                 {ColourBy::Communities, makeToggle(tr("By Who &Met Whom Most"))}};
    for (const auto& [by, action] : m_colours) {
        m_colourGroup.addAction(action);
        connect(action, &QAction::triggered, this, [this, by = by] { Q_EMIT colourChosen(by); });
    }
    showRanking({}, ColourBy::Kind);
}

void Actions::showRanking(std::optional<RankBy> size, ColourBy colour)
{
    m_sizes.at(size)->setChecked(true);
    m_colours.at(colour)->setChecked(true);
}

void Actions::fill(QMenuBar& bar)
{
    QMenu* file = bar.addMenu(tr("&File"));
    connect(file, &QMenu::aboutToShow, this, &Actions::fileMenuOpened);
    file->addActions({newProject, openProject, openFolder, openFiles});
    file->addMenu(m_recentMenu);
    file->addActions({openSample, reload});
    file->addSeparator();
    file->addActions({save, saveAs, discardUntitled});
    file->addSeparator();
    file->addActions({importFolder, importFiles, addArticle, exportImage, exportImageAgain,
                      copyImage, exportData, exportDossier, exportBrat});
    file->addSeparator();
    file->addAction(print);
    file->addSeparator();
    file->addAction(quit);

    QMenu* edit = bar.addMenu(tr("&Edit"));
    edit->addActions({undo, redo});
    edit->addSeparator();
    edit->addActions({find, findNext, findPrevious, palette});
    edit->addSeparator();
    edit->addActions({selectAll, selectNothing, invertSelection, selectNeighbours});
    edit->addMenu(m_storedMenu);
    edit->addSeparator();
    edit->addActions({yourName, preferences});

    QMenu* view = bar.addMenu(tr("&View"));
    for (const auto& [which, action] : m_views)
        view->addAction(action);
    view->addSeparator();
    view->addActions({zoomIn, zoomOut, fitAll, fitSelection});
    view->addSeparator();
    view->addActions({showLists, showEvidence, showHistory, showTables, showTimeline, showToCheck,
                      showProblems, showLegend, showMinimap});
    view->addSeparator();
    QMenu* sizes = view->addMenu(tr("Si&ze of Actors"));
    for (const auto& [by, action] : m_sizes)
        sizes->addAction(action);
    QMenu* colours = view->addMenu(tr("&Colour of Actors"));
    for (const auto& [by, action] : m_colours)
        colours->addAction(action);
    view->addAction(showGrades);
    view->addSeparator();
    QMenu* theme = view->addMenu(tr("&Theme"));
    for (const auto& [which, action] : m_themes)
        theme->addAction(action);

    QMenu* explore = bar.addMenu(tr("E&xplore"));
    explore->addActions({goBack, goForward});
    explore->addSeparator();
    explore->addActions({expand, focusOn, findPath, findPathShown, grow, shrink});
    explore->addSeparator();
    explore->addActions({hideSelected, hideOthers, showAll});
    explore->addSeparator();
    explore->addActions({addFilter, matchAny, clearFilters, seeAsKnownOn});
    explore->addSeparator();
    explore->addAction(showContested);
    m_exploreMenu = explore;

    bar.addMenu(annotateMenu);

    QMenu* layout = bar.addMenu(tr("&Layout"));
    layout->addActions({layOutAgain, layOutSelected});
    layout->addAction(keepDraft);
    layout->addMenu(m_engineMenu);
    layout->addSeparator();
    layout->addActions({pin, unpin});

    QMenu* helpMenu = bar.addMenu(tr("&Help"));
    helpMenu->addActions({help, keyboard});
    helpMenu->addSeparator();
    helpMenu->addAction(about);
}

/// Looks like the box that it opens: who does not know the key sees where to search.
QToolButton* Actions::makeSearchButton(QWidget& parent) const
{
    auto* button = new QToolButton(&parent);
    button->setObjectName(QStringLiteral("search"));
    button->setText(tr("Search actors, meetings, quotes"));
    button->setAccessibleName(tr("Search"));
    button->setMinimumWidth(searchWidth);
    connect(button, &QToolButton::clicked, find, &QAction::trigger);
    const auto follow = [button, action = find] {
        button->setEnabled(action->isEnabled());
        button->setToolTip(
            tr("Find (%1)").arg(action->shortcut().toString(QKeySequence::NativeText)));
    };
    connect(find, &QAction::changed, button, follow);
    follow();
    return button;
}

void Actions::fill(QToolBar& bar)
{
    bar.setToolButtonStyle(Qt::ToolButtonTextOnly);
    bar.addAction(openFolder);
    // The words of what would be undone are in the menu and the tooltip: the bar must not jump.
    undo->setIconText(tr("Undo"));
    redo->setIconText(tr("Redo"));
    const auto keepShort = [](QAction* action, const QString& words) {
        connect(action, &QAction::changed, action, [action, words] {
            if (action->iconText() != words)
                action->setIconText(words);
        });
    };
    keepShort(undo, tr("Undo"));
    keepShort(redo, tr("Redo"));
    bar.addActions({undo, redo});
    bar.addWidget(spacer(&bar));
    bar.addWidget(makeSearchButton(bar));
    bar.addWidget(spacer(&bar));
    m_engineButton = new QToolButton(&bar);
    m_engineButton->setPopupMode(QToolButton::InstantPopup);
    m_engineButton->setMenu(m_engineMenu);
    m_engineButton->setToolTip(tr("How the graph is laid out"));
    // It hears nothing of a mouse that leaves while its menu is open, and would stay lit.
    connect(m_engineMenu, &QMenu::aboutToHide, m_engineButton, [button = m_engineButton] {
        button->setAttribute(Qt::WA_UnderMouse,
                             button->rect().contains(button->mapFromGlobal(QCursor::pos())));
        button->update();
    });
    bar.addWidget(m_engineButton);
    showEngine({});
    for (const auto& [view, action] : m_views)
        bar.addAction(action);
    bar.addAction(exportImage);
}

void Actions::setHasContent(bool hasContent)
{
    for (QAction* action : {reload,        exportImage,  copyImage, exportData,    find,
                            findNext,      findPrevious, selectAll, selectNothing, invertSelection,
                            layOutAgain,   zoomIn,       zoomOut,   fitAll,        fitSelection,
                            grow,          showAll,      addFilter, saveView,      seeAsKnownOn,
                            showContested, showGrades})
        action->setEnabled(hasContent);
    m_hasContent = hasContent;
    setHasSelection(m_hasSelection, m_hasSelectedNodes);
    m_viewGroup.setEnabled(hasContent);
    m_sizeGroup.setEnabled(hasContent);
    m_colourGroup.setEnabled(hasContent);
    m_engineGroup.setEnabled(hasContent);
    m_engineMenu->setEnabled(hasContent);
    if (m_engineButton != nullptr)
        m_engineButton->setEnabled(hasContent);
}

void Actions::setHasSelection(bool hasSelection, bool hasNodes)
{
    m_hasSelection = hasSelection;
    m_hasSelectedNodes = hasNodes;
    for (QAction* action : {expand, focusOn, shrink, hideOthers, selectNeighbours})
        action->setEnabled(m_hasContent && hasSelection);
    hideSelected->setEnabled(m_hasContent && hasNodes); // A line goes with its ends.
    layOutSelected->setEnabled(m_hasContent && hasNodes);
}

void Actions::setSteps(bool canGoBack, bool canGoForward) const
{
    goBack->setEnabled(canGoBack);
    goForward->setEnabled(canGoForward);
}

void Actions::showEngine(std::optional<Engine> engine)
{
    m_engines.at(engine)->setChecked(true);
    const QString words = engine == Engine::Twopi ? tr("Rings")
                          : engine ? engineWords(engine).section(QStringLiteral(" ("), 0, 0)
                                   : tr("Layout");
    if (m_engineButton != nullptr)
        m_engineButton->setText(words + QStringLiteral(" ▾"));
}

void Actions::showByTime()
{
    layOutByTime->setChecked(true);
    if (m_engineButton != nullptr)
        m_engineButton->setText(tr("Chronology") + QStringLiteral(" ▾"));
}

void Actions::fillRecents()
{
    m_recentMenu->clear();
    for (const QStringList& paths : m_recents.all()) {
        QString words = Recents::wordsFor(paths);
        QAction* action =
            m_recentMenu->addAction(words.replace(QLatin1Char('&'), QStringLiteral("&&")));
        connect(action, &QAction::triggered, this, [this, paths] { Q_EMIT recentChosen(paths); });
    }
    if (!m_recentMenu->isEmpty()) {
        m_recentMenu->addSeparator();
        connect(m_recentMenu->addAction(tr("Clear This List")), &QAction::triggered, &m_recents,
                &Recents::clear);
    }
    if (!m_leftBehind.isEmpty())
        m_recentMenu->addSeparator();
    for (const QString& file : m_leftBehind) {
        const QDateTime time = QFileInfo(file).lastModified();
        connect(m_recentMenu->addAction(tr("Untitled work of %1").arg(dayAndTime(time))),
                &QAction::triggered, this, [this, file] { Q_EMIT recentChosen({file}); });
    }
    m_recentMenu->setEnabled(!m_recentMenu->isEmpty());
}

void Actions::showLeftBehind(const QStringList& files)
{
    m_leftBehind = files;
    fillRecents();
}

} // namespace entente
