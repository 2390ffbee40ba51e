// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/jobs/layoutclient.h"
#include "ui/project/journal.h"
#include "ui/project/lookkeeper.h"
#include "ui/theme.h"
#include "ui/window/opener.h"
#include "ui/window/recents.h"
#include "ui/workspace/scenekeeper.h"
#include "ui/workspace/selection.h"
#include "ui/workspace/workspace.h"

#include <QMainWindow>

class QSplitter;
class QTabWidget;

namespace entente
{

class Actions;
class AnalysisCommands;
class AnnotateCommands;
class ArticleCommands;
class HistoryPanel;
class ProjectCommands;
class ArticleReader;
class BusyBar;
class EmptyState;
class EvidencePanel;
class ExploreCommands;
class ExportCommands;
class FindCommands;
class Explorer;
class FileViewer;
class FilterCommands;
class GraphCanvas;
class MessageBar;
class NodeList;
class ProblemsPanel;
class Stage;
class StatusLine;
class TableCommands;
class TablesPanel;

/// The parts of the window and the wires between them; it decides nothing.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(const LayoutWorker& worker = LayoutWorker::installed(),
                        QWidget* parent = nullptr);
    ~MainWindow() override;

    void open(const QStringList& paths);
    void setTheme(ThemeChoice choice);
    /// The same for this time only.
    void lookLike(ThemeChoice choice);
    /// Selects the node, or the edge, that goes by this name and shows it. @returns whether there
    /// is one.
    bool select(const QString& name);
    /// Whether nothing is under way: what is on screen is what will stay.
    bool isSettled() const;

    // The parts, for tests.
    Workspace& workspace() { return m_workspace; }
    Selection& selection() { return m_selection; }
    SceneKeeper& scene() { return m_scene; }
    Explorer& explorer();
    GraphCanvas& canvas() { return *m_canvas; }
    EvidencePanel& evidence() { return *m_evidence; }
    ArticleReader& reader() { return *m_reader; }
    Journal& journal() { return m_journal; }
    HistoryPanel& history() { return *m_history; }
    NodeList& actorsList() { return *m_actors; }
    NodeList& meetingsList() { return *m_meetings; }
    ProblemsPanel& problems() { return *m_problems; }
    TablesPanel& tables();
    AnalysisCommands& analysis() { return *m_analysis; }
    FileViewer& fileViewer() { return *m_file; }
    Actions& actions() { return *m_actions; }
    MessageBar& message() { return *m_message; }
    FilterCommands& filters() { return *m_filters; }
    StatusLine& statusLine() { return *m_status; }
    EmptyState& emptyState() { return *m_empty; }
    FindCommands& finding() { return *m_find; }
    AnnotateCommands& annotating() { return *m_annotate; }

    /// Turns to the text of the article that is read, for the keys.
    void showReader();

protected:
    void closeEvent(QCloseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    void buildSides();
    void wireOpening();
    void wireScene();
    void wireCanvas();
    void wirePanels();
    void wireCommands();
    void wireExport();
    void remember() const;
    void restore();

    void goTo(const Target& target);
    void showArticle(ArticleId article);
    void showCounts();
    void showContentState();
    void tellOfErrors();
    void showHelp(const QString& page);
    void showAbout();

    Workspace m_workspace;
    Selection m_selection;
    Recents m_recents;
    Journal m_journal;
    Opener m_opener;
    SceneKeeper m_scene;
    LookKeeper m_look;
    ThemeChoice m_theme = ThemeChoice::System;
    bool m_isClosing = false; ///< Once an image is written.
    QString m_errorsTold;     ///< What was said of problems when something was opened.

    Actions* m_actions;
    GraphCanvas* m_canvas;
    MessageBar* m_message;
    BusyBar* m_busy;
    EmptyState* m_empty;
    Stage* m_stage;
    NodeList* m_actors;
    NodeList* m_meetings;
    QSplitter* m_lists;
    EvidencePanel* m_evidence;
    ArticleReader* m_reader;
    HistoryPanel* m_history;
    QTabWidget* m_side;
    ProblemsPanel* m_problems;
    FileViewer* m_file;
    QSplitter* m_across;
    QSplitter* m_down;
    StatusLine* m_status;
    ExportCommands* m_export;
    ProjectCommands* m_project;
    ArticleCommands* m_articles;
    ExploreCommands* m_explore;
    FindCommands* m_find;
    FilterCommands* m_filters;
    TableCommands* m_tables;
    AnalysisCommands* m_analysis;
    AnnotateCommands* m_annotate;
};

} // namespace entente
