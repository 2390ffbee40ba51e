// SPDX-License-Identifier: Apache-2.0
#include "ui/mainwindow.h"

#include "graph/model/graph.h"
#include "graph/query/lookup.h"
#include "ui/byhand/annotatecommands.h"
#include "ui/byhand/articlecommands.h"
#include "ui/byhand/claimcommands.h"
#include "ui/canvas/graphcanvas.h"
#include "ui/canvas/legendcard.h"
#include "ui/dialogs/filedialog.h"
#include "ui/dialogs/helpwindow.h"
#include "ui/filters/filtercommands.h"
#include "ui/panels/articlereader.h"
#include "ui/panels/articletext.h"
#include "ui/panels/evidencepanel.h"
#include "ui/panels/fileviewer.h"
#include "ui/panels/nodelist.h"
#include "ui/panels/problemspanel.h"
#include "ui/project/historypanel.h"
#include "ui/tables/tablespanel.h"
#include "ui/text/paths.h"
#include "ui/window/actions.h"
#include "ui/window/analysiscommands.h"
#include "ui/window/busybar.h"
#include "ui/window/dropping.h"
#include "ui/window/emptystate.h"
#include "ui/window/explorecommands.h"
#include "ui/window/exportcommands.h"
#include "ui/window/findcommands.h"
#include "ui/window/layoutwait.h"
#include "ui/window/messagebar.h"
#include "ui/window/projectcommands.h"
#include "ui/window/settingscommands.h"
#include "ui/window/stage.h"
#include "ui/window/statusline.h"
#include "ui/window/tablecommands.h"

#include <QApplication>
#include <QCloseEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QSettings>
#include <QSplitter>
#include <QTabWidget>
#include <QToolBar>
#include <QToolButton>

namespace entente
{

namespace
{

using namespace std::chrono_literals;

constexpr auto quickWork = 1s; ///< Up to here nothing is said of it.
constexpr int listsWidth = 240;
constexpr int sideWidth = 400;
constexpr int problemsHeight = 180;

/// Put on before there are widgets: those that a style sheet comes to later look a little
/// different.
ThemeChoice putOnRememberedTheme()
{
    const ThemeChoice choice =
        parseThemeChoice(QSettings().value(QStringLiteral("theme")).toString());
    applyTheme(*qApp, themeOf(choice));
    return choice;
}

QString withoutIsolates(QString text) { return text.remove(QChar(0x2068)).remove(QChar(0x2069)); }

QSplitter* makeSplitter(Qt::Orientation orientation, const QList<QWidget*>& parts)
{
    auto* splitter = new QSplitter(orientation);
    splitter->setHandleWidth(1); // Qt lets it be grabbed a few pixels to either side.
    splitter->setChildrenCollapsible(false);
    for (QWidget* part : parts)
        splitter->addWidget(part);
    return splitter;
}

} // namespace

MainWindow::MainWindow(const LayoutWorker& worker, QWidget* parent)
    : QMainWindow(parent)
    , m_journal(m_workspace, untitledFolder())
    , m_opener(m_workspace, m_journal)
    , m_scene(m_workspace, worker)
    , m_look(m_workspace, m_scene, m_journal)
    , m_theme(putOnRememberedTheme())
    , m_actions(new Actions(m_workspace.undoStack(), m_recents, this))
    , m_canvas(new GraphCanvas(m_selection))
    , m_message(new MessageBar)
    , m_busy(new BusyBar(quickWork))
    , m_empty(new EmptyState(*m_actions->openFolder, *m_actions->openSample,
                             *m_actions->importFolder, *m_actions->addArticle))
    , m_stage(new Stage(m_canvas, m_message, m_busy, m_empty))
    , m_actors(new NodeList(Listed::Actors, m_workspace, m_selection))
    , m_meetings(new NodeList(Listed::Meetings, m_workspace, m_selection))
    , m_lists(makeSplitter(Qt::Vertical, {m_actors, m_meetings}))
    , m_evidence(new EvidencePanel(m_workspace, m_selection))
    , m_reader(new ArticleReader(m_workspace, m_selection))
    , m_history(new HistoryPanel(m_journal, m_workspace))
    , m_side(new QTabWidget)
    , m_problems(new ProblemsPanel(m_workspace))
    , m_file(new FileViewer(this))
    , m_across(makeSplitter(Qt::Horizontal, {m_lists, m_stage, m_side}))
    , m_down(makeSplitter(Qt::Vertical, {m_across, m_problems}))
    , m_status(new StatusLine)
    , m_export(new ExportCommands({.workspace = m_workspace,
                                   .scene = m_scene,
                                   .selection = m_selection,
                                   .canvas = *m_canvas,
                                   .actions = *m_actions,
                                   .busy = *m_busy,
                                   .message = *m_message},
                                  this))
    , m_project(new ProjectCommands({.workspace = m_workspace,
                                     .journal = m_journal,
                                     .opener = m_opener,
                                     .actions = *m_actions,
                                     .message = *m_message},
                                    this))
    , m_articles(new ArticleCommands({.workspace = m_workspace,
                                      .journal = m_journal,
                                      .opener = m_opener,
                                      .scene = m_scene,
                                      .actions = *m_actions,
                                      .message = *m_message},
                                     this))
    , m_explore(new ExploreCommands({.workspace = m_workspace,
                                     .scene = m_scene,
                                     .selection = m_selection,
                                     .actions = *m_actions,
                                     .canvas = *m_canvas,
                                     .message = *m_message},
                                    this))
    , m_find(new FindCommands({.workspace = m_workspace,
                               .scene = m_scene,
                               .selection = m_selection,
                               .actions = *m_actions,
                               .canvas = *m_canvas,
                               .reader = *m_reader,
                               .stage = *m_stage,
                               .menus = *menuBar()},
                              this))
    , m_filters(new FilterCommands(*m_explore, this))
    , m_tables(new TableCommands(*m_explore, *m_down, this))
    , m_analysis(
          new AnalysisCommands({*m_explore, *m_filters, *m_tables, *m_evidence, *m_busy}, this))
    , m_annotate(new AnnotateCommands({*m_explore, *m_reader, *this, *m_down}, this))
{
    build();
    wireOpening();
    wireScene();
    wireCanvas();
    wirePanels();
    wireCommands();
    wireExport();
    restore();
    new ClaimCommands(m_workspace, m_selection, *m_evidence, *m_message);
    new SettingsCommands(*m_actions, *m_canvas, m_journal, *this);
    showContentState();
    m_project->offerLeftBehind();
}

MainWindow::~MainWindow() = default;

void MainWindow::build()
{
    setWindowTitle(tr("Entente"));
    m_actions->fill(*menuBar());
    m_actions->addViews(m_filters->views().menu());
    auto* toolBar = addToolBar(tr("Toolbar"));
    toolBar->setObjectName(QStringLiteral("toolbar"));
    toolBar->setMovable(false);
    toolBar->setContextMenuPolicy(Qt::PreventContextMenu);
    m_actions->fill(*toolBar);
    buildSides();
    setCentralWidget(m_down);
    setStatusBar(m_status);
    m_canvas->setFocus();
    // What is dropped is to be opened, wherever it falls; a box would take its name as words.
    for (QLineEdit* box : findChildren<QLineEdit*>())
        box->setAcceptDrops(false);
}

void MainWindow::buildSides()
{
    m_side->setDocumentMode(true);
    m_side->addTab(m_evidence, tr("Evidence"));
    m_side->addTab(m_reader, tr("Article"));
    m_side->addTab(m_history, tr("History"));
    QWidget* middle = m_filters->above(m_stage);
    m_analysis->putInto(*middle, *m_side);
    m_across->insertWidget(m_across->indexOf(m_side), middle);
    for (QWidget* side : {static_cast<QWidget*>(m_lists), static_cast<QWidget*>(m_side)})
        m_across->setStretchFactor(m_across->indexOf(side), 0);
    m_across->setStretchFactor(m_across->indexOf(middle), 1);
    m_across->setSizes({listsWidth, 2 * sideWidth, sideWidth});
    m_lists->setSizes({3 * listsWidth, 2 * listsWidth});
    m_down->setStretchFactor(0, 1);
    m_down->setStretchFactor(1, 0);
    const QList<int> between(m_down->count() - 2, 2 * problemsHeight); // Panels of others.
    m_down->setSizes(QList<int>{4 * problemsHeight} + between + QList<int>{problemsHeight});
    m_problems->hide();
}

void MainWindow::wireOpening()
{
    connect(&m_opener, &Opener::busyChanged, this, [this](bool busy) {
        if (busy)
            m_busy->begin(BusyBar::Work::Opening, tr("Reading"));
        else
            m_busy->end(BusyBar::Work::Opening);
        showContentState();
    });
    connect(&m_opener, &Opener::progressed, this,
            [this](const QString& words, int done, int total) {
                m_busy->progress(BusyBar::Work::Opening, words, done, total);
            });
    connect(&m_opener, &Opener::opened, m_message, &MessageBar::hide);
    connect(&m_opener, &Opener::opened, this, [this](const QStringList& paths) {
        if (!m_journal.isUntitled())
            m_recents.add(paths);
    });
    connect(&m_journal, &Journal::savedAs, this, [this](const QString& path) {
        m_recents.add({path});
        showContentState();
    });
    connect(&m_journal, &Journal::stateChanged, this, &MainWindow::showContentState);
    connect(&m_opener, &Opener::failed, m_message,
            qOverload<const QString&>(&MessageBar::showError));
    connect(&m_workspace, &Workspace::opened, this, [this] {
        m_selection.keepOnly(*m_workspace.events(), *m_workspace.actors());
        showContentState();
    });
    connect(&m_opener, &Opener::opened, this, &MainWindow::tellOfErrors);
    connect(&m_workspace, &Workspace::changed, this, [this](const Change& change) {
        if (!change.content())
            return;
        m_selection.keepOnly(*m_workspace.events(), *m_workspace.actors());
        showContentState();
    });
    connect(m_empty, &EmptyState::readingWanted, this, &MainWindow::showReader);
    connect(&m_workspace, &Workspace::failed, m_message,
            qOverload<const QString&>(&MessageBar::showError));
}

void MainWindow::wireScene()
{
    connect(&m_scene, &SceneKeeper::pictureChanged, this,
            [this](bool anew) { m_canvas->setPicture(m_scene.picture(), anew); });
    connect(&m_scene, &SceneKeeper::viewChanged, this, [this](View view) {
        m_canvas->turnTo(static_cast<int>(view));
        m_actions->showView(view);
    });
    connect(&m_scene, &SceneKeeper::shownChanged, this, &MainWindow::showCounts);
    new LayoutWait({m_scene, *m_busy, *m_message, *m_actions->keepDraft}, this);
    connect(m_busy, &BusyBar::cancelled, this, [this](BusyBar::Work work) {
        switch (work) {
        case BusyBar::Work::Opening:
            return m_opener.cancel();
        case BusyBar::Work::Export:
            return m_export->cancel();
        case BusyBar::Work::Layout:
        case BusyBar::Work::Ranking:
            return; // Whoever began it does that.
        }
    });
    connect(m_busy, &BusyBar::resized, m_stage, &Stage::arrange);
    connect(m_message, &MessageBar::resized, m_stage, &Stage::arrange);
}

void MainWindow::wireCanvas()
{
    m_canvas->setStopWork([this] { return m_busy->cancel(); });
    connect(m_canvas, &GraphCanvas::dropped, &m_scene, &SceneKeeper::place);
    connect(m_canvas, &GraphCanvas::nudged, &m_scene, &SceneKeeper::move);
    connect(m_canvas, &GraphCanvas::activated, this, [this](const Target& target) {
        if (const auto* node = std::get_if<NodeId>(&target))
            return explorer().focusOn(*node);
        m_selection.set(target);
        m_evidence->openChosen();
    });
    connect(m_canvas, &GraphCanvas::evidenceWanted, this, [this] {
        m_actions->showEvidence->setChecked(true);
        m_side->setCurrentWidget(m_evidence);
        m_evidence->enter();
    });
    connect(
        m_canvas, &GraphCanvas::menuRequested, this,
        [this](const Target& target, QPoint position) { m_explore->showMenu(target, position); });
}

void MainWindow::wirePanels()
{
    for (NodeList* list : {m_actors, m_meetings}) {
        connect(list, &NodeList::activated, this, [this](NodeId node) { goTo(node); });
        connect(list, &NodeList::menuWanted, m_explore, &ExploreCommands::showMenu);
        connect(list, &NodeList::picked, this, [this](NodeId node) {
            if (m_scene.isShown(node))
                m_canvas->reveal(node);
        });
    }
    connect(m_tables, &TableCommands::articleWanted, this, &MainWindow::showArticle);
    connect(m_analysis, &AnalysisCommands::articleWanted, this, &MainWindow::showArticle);
    // First, as what is not on screen cannot be scrolled.
    connect(m_evidence, &EvidencePanel::openArticle, this, &MainWindow::showReader);
    connect(m_evidence, &EvidencePanel::openArticle, m_reader, &ArticleReader::show);
    connect(m_annotate, &AnnotateCommands::textWanted, this, &MainWindow::showReader);
    connect(m_annotate, &AnnotateCommands::articleWanted, this, &MainWindow::showReader);
    connect(m_annotate, &AnnotateCommands::articleWanted, m_reader, &ArticleReader::show);
    connect(m_history, &HistoryPanel::told, m_message,
            qOverload<const QString&>(&MessageBar::showNote));
    connect(m_history, &HistoryPanel::failed, m_message,
            qOverload<const QString&>(&MessageBar::showError));
    connect(m_reader, &ArticleReader::picked, this, [this](const Target& target) {
        m_selection.set(target);
        goTo(target);
    });
    connect(m_reader, &ArticleReader::turnedTo, this, [this](const Target& target) {
        m_selection.set(target);
        m_canvas->reveal(target);
    });
    connect(m_find, &FindCommands::goTo, this, &MainWindow::goTo);
    connect(m_find, &FindCommands::goToUnfiltered, this, [this](const Target& target) {
        explorer().goToUnfiltered(target);
        m_canvas->reveal(target);
    });
    connect(m_find, &FindCommands::articleWanted, this, &MainWindow::showReader);
    connect(m_problems, &ProblemsPanel::openFile, m_file, &FileViewer::open);
    connect(m_status->problems(), &QToolButton::clicked, m_actions->showProblems, &QAction::toggle);
    connect(m_actions->showLists, &QAction::toggled, m_lists, &QWidget::setVisible);
    connect(m_actions->showEvidence, &QAction::toggled, m_side, &QWidget::setVisible);
    connect(m_actions->showProblems, &QAction::toggled, m_problems, &QWidget::setVisible);
    connect(m_actions->showProblems, &QAction::toggled, this, [this](bool shown) {
        if (shown && m_message->text() == m_errorsTold)
            m_message->hide();
    });
    connect(m_actions->showLegend, &QAction::toggled, &m_canvas->legend(),
            &QAbstractButton::setChecked);
    connect(&m_canvas->legend(), &QAbstractButton::toggled, m_actions->showLegend,
            &QAction::setChecked);
}

void MainWindow::wireCommands()
{
    const Actions& act = *m_actions;
    connect(act.showHistory, &QAction::triggered, this, [this] {
        m_actions->showEvidence->setChecked(true);
        m_side->setCurrentWidget(m_history);
        m_history->list()->setFocus();
    });
    connect(act.openFolder, &QAction::triggered, this, [this] {
        const QString folder = FileDialog::folder(this, tr("Open a Folder of Articles"));
        open(folder.isEmpty() ? QStringList() : QStringList{folder});
    });
    connect(act.openFiles, &QAction::triggered, this, [this] {
        open(FileDialog::files(this, tr("Open Articles"),
                               tr("Articles (*.ann *.txt);;All files (*)")));
    });
    connect(act.openSample, &QAction::triggered, this, [this] {
        if (m_project->mayLeave())
            m_opener.openSample();
    });
    connect(act.reload, &QAction::triggered, this, [this] {
        if (m_project->mayLeave())
            m_opener.reload();
    });
    connect(m_articles, &ArticleCommands::openWanted, this, &MainWindow::open);
    connect(m_articles, &ArticleCommands::articleWanted, this, [this](ArticleId article) {
        showArticle(article);
        m_reader->text().setFocus();
    });
    connect(new Dropping(*this), &Dropping::dropped, m_articles, &ArticleCommands::drop);
    connect(act.quit, &QAction::triggered, this, &QWidget::close);
    connect(&act, &Actions::recentChosen, this, &MainWindow::open);
    connect(&act, &Actions::viewChosen, &explorer(), &Explorer::setView);
    connect(&act, &Actions::engineChosen, &m_scene, &SceneKeeper::setEngine);
    connect(&act, &Actions::engineChosen, m_actions, &Actions::showEngine);
    connect(&act, &Actions::themeChosen, this, &MainWindow::setTheme);
    connect(act.zoomIn, &QAction::triggered, m_canvas, &GraphCanvas::zoomIn);
    connect(act.zoomOut, &QAction::triggered, m_canvas, &GraphCanvas::zoomOut);
    connect(act.fitAll, &QAction::triggered, m_canvas, &GraphCanvas::fitAll);
    connect(act.fitSelection, &QAction::triggered, m_canvas, &GraphCanvas::fitSelection);
    connect(act.help, &QAction::triggered, this, [this] { showHelp(QStringLiteral("index.md")); });
    connect(act.keyboard, &QAction::triggered, this,
            [this] { showHelp(QStringLiteral("keyboard-and-mouse.md")); });
    connect(act.about, &QAction::triggered, this, &MainWindow::showAbout);
}

void MainWindow::wireExport()
{
    m_export->offer(m_analysis->path());
    connect(m_export, &ExportCommands::busyChanged, this, &MainWindow::showContentState);
    connect(m_export, &ExportCommands::abandoned, this, [this] { m_isClosing = false; });
    connect(m_export, &ExportCommands::written, this, [this] {
        if (m_isClosing)
            close();
    });
}

void MainWindow::open(const QStringList& paths)
{
    if (!paths.isEmpty() && m_project->mayLeave())
        m_opener.open(paths);
}

void MainWindow::setTheme(ThemeChoice choice)
{
    lookLike(choice);
    QSettings().setValue(QStringLiteral("theme"), nameOf(choice));
}

void MainWindow::lookLike(ThemeChoice choice)
{
    m_theme = choice;
    m_actions->showTheme(choice);
    applyTheme(*qApp, themeOf(choice));
    m_scene.setTheme(themeOf(choice));
    const Style& style = m_scene.style();
    m_canvas->setLook(style);
    m_actors->setStyle(style);
    m_meetings->setStyle(style);
    m_evidence->setStyle(style);
    m_reader->setStyle(style);
    m_history->setStyle(style);
    m_problems->setStyle(style);
    m_tables->panel().setStyle(style);
    m_file->setStyle(style);
    m_find->setStyle(style);
    m_analysis->setStyle(style);
    m_annotate->setStyle(style);
}

bool MainWindow::select(const QString& name)
{
    const std::vector<Candidate> found =
        lookUp(withoutIsolates(name).toStdString(), *m_workspace.events(), *m_workspace.actors());
    if (found.empty())
        return false;
    const Target target = std::visit([](const auto& id) { return Target(id); }, found.front().id);
    m_selection.set(target);
    goTo(target);
    return true;
}

TablesPanel& MainWindow::tables() { return m_tables->panel(); }

Explorer& MainWindow::explorer() { return m_explore->explorer(); }

bool MainWindow::isSettled() const
{
    return !m_opener.isBusy() && m_journal.state() != Journal::State::Saving && !m_scene.isBusy() &&
           !m_tables->panel().isBusy() && !m_analysis->isBusy() && !m_annotate->isBusy() &&
           !m_workspace.isComparing() && m_canvas->isSettled();
}

void MainWindow::goTo(const Target& target)
{
    explorer().goTo(target);
    m_canvas->reveal(target);
}

void MainWindow::showArticle(ArticleId article)
{
    m_actions->showEvidence->setChecked(true);
    m_side->setCurrentWidget(m_reader);
    m_reader->show(article, {});
}

void MainWindow::showReader()
{
    m_actions->showEvidence->setChecked(true);
    m_side->setCurrentWidget(m_reader);
    m_reader->text().setFocus(); // Rather than the box above it, in which keys would narrow.
}

void MainWindow::showCounts() { m_status->show(m_workspace, m_scene); }

void MainWindow::showContentState()
{
    const bool hasContent = !m_workspace.paths().empty() || !m_workspace.store().articles().empty();
    m_actions->setHasContent(hasContent);
    const bool isExporting = m_export->isBusy(); // One at a time.
    for (QAction* action : {m_actions->exportImage, m_actions->exportImageAgain, m_actions->print,
                            m_actions->exportData, m_actions->exportDossier, m_actions->exportBrat})
        action->setEnabled(hasContent && !isExporting);
    // What is in a file is as it is there; the folder that untitled work came from can be read
    // anew.
    m_actions->reload->setEnabled(!m_workspace.paths().empty() &&
                                  m_workspace.paths().front() != m_journal.path());
    const bool hasFile = m_journal.state() != Journal::State::NoFile;
    m_empty->say(hasFile && !hasContent                   ? EmptyState::Why::NothingImported
                 : !hasContent                            ? EmptyState::Why::NothingOpen
                 : m_workspace.store().articles().empty() ? EmptyState::Why::NothingRead
                                                          : EmptyState::Why::NothingAnnotated);
    m_empty->setVisible(m_workspace.events()->nodeCount() == 0 && !m_opener.isBusy());
    m_stage->arrange();
    const QString name = m_project->nameOfWork();
    setWindowTitle(name.isEmpty() ? tr("Entente") : tr("%1 — Entente").arg(name));
    m_status->showSaving(m_journal);
    showCounts();
}

/// A number in the corner is overlooked where files could not be read as they were meant.
void MainWindow::tellOfErrors()
{
    const auto errors = static_cast<int>(
        std::ranges::count(m_workspace.diagnostics(), Severity::Error, &Diagnostic::severity));
    if (errors > 0 && !m_actions->showProblems->isChecked())
        m_message->showError(errors == 1 ? tr("One thing in these files could not be understood.")
                                         : tr("%1 things in these files could not be understood.")
                                               .arg(QLocale().toString(errors)),
                             tr("Show Problems"),
                             [this] { m_actions->showProblems->setChecked(true); });
    m_errorsTold = errors > 0 ? m_message->text() : QString();
}

void MainWindow::showHelp(const QString& page) { (new HelpWindow(page, this))->show(); }

void MainWindow::showAbout()
{
    auto* box = new QMessageBox(this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("About Entente"));
    box->setTextFormat(Qt::PlainText);
    box->setText(tr("Entente %1").arg(QLatin1StringView(ENTENTE_VERSION)));
    box->setInformativeText(tr("Who met whom, and the words that say so.\n\n"
                               "Free software under the Apache License 2.0. It reads what you open "
                               "and nothing else, and never uses the network."));
    box->open();
}

void MainWindow::remember() const
{
    QSettings settings;
    settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    settings.setValue(QStringLiteral("window/across"), m_across->saveState());
    settings.setValue(QStringLiteral("window/down"), m_down->saveState());
    settings.setValue(QStringLiteral("window/lists"), m_lists->saveState());
    settings.setValue(QStringLiteral("window/showLists"), m_actions->showLists->isChecked());
    settings.setValue(QStringLiteral("window/showEvidence"), m_actions->showEvidence->isChecked());
    settings.setValue(QStringLiteral("window/showProblems"), m_actions->showProblems->isChecked());
    settings.setValue(QStringLiteral("window/showLegend"), m_actions->showLegend->isChecked());
    settings.setValue(QStringLiteral("window/reader"), m_reader->saveState());
    settings.setValue(QStringLiteral("window/tab"), m_side->currentIndex());
}

void MainWindow::restore()
{
    const QSettings settings;
    resize(1400, 880);
    restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray());
    m_across->restoreState(settings.value(QStringLiteral("window/across")).toByteArray());
    m_down->restoreState(settings.value(QStringLiteral("window/down")).toByteArray());
    m_lists->restoreState(settings.value(QStringLiteral("window/lists")).toByteArray());
    m_reader->restoreState(settings.value(QStringLiteral("window/reader")).toByteArray());
    m_side->setCurrentIndex(settings.value(QStringLiteral("window/tab"), 0).toInt());
    const auto isOn = [&](const QString& key, bool atFirst = true) {
        return settings.value(key, atFirst).toBool();
    };
    m_actions->showLists->setChecked(isOn(QStringLiteral("window/showLists")));
    m_actions->showEvidence->setChecked(isOn(QStringLiteral("window/showEvidence")));
    m_actions->showProblems->setChecked(isOn(QStringLiteral("window/showProblems"), false));
    m_actions->showLegend->setChecked(isOn(QStringLiteral("window/showLegend")));
    m_lists->setVisible(m_actions->showLists->isChecked());
    m_side->setVisible(m_actions->showEvidence->isChecked());
    m_canvas->legend().setChecked(m_actions->showLegend->isChecked());
    m_actions->showView(m_scene.view());
    lookLike(m_theme);
}

/// Esc comes here when nobody else had a use for it.
void MainWindow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Escape || !m_busy->cancel())
        QMainWindow::keyPressEvent(event);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_isClosing = m_export->isBusy();
    if (m_isClosing)
        m_message->showNote(tr("The window will close as soon as the export is written."));
    if (m_isClosing || !m_project->mayLeave())
        return event->ignore();
    remember();
    QMainWindow::closeEvent(event);
}

} // namespace entente
