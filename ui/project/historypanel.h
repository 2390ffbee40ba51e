// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/paint/style.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QTabBar;
class QUndoView;

namespace entente
{

class HistoryDelegate;
class HistoryFilter;
class HistoryModel;
class Journal;
class Workspace;

/// What was done in the project, by whom and when, with the words before and after; any one of it
/// can be taken back that nothing has been built upon, and all of it can be written into a file.
/// And the steps of this window, which undo and redo go through.
class HistoryPanel : public QWidget
{
    Q_OBJECT

public:
    HistoryPanel(Journal& journal, Workspace& workspace, QWidget* parent = nullptr);

    void setStyle(const Style& style);
    QListView* list() const { return m_list; }
    QLineEdit* filterBox() const { return m_filterBox; }
    QComboBox* analystBox() const { return m_analystBox; }
    QComboBox* dayBox() const { return m_dayBox; }
    QComboBox* actorBox() const { return m_actorBox; }
    QComboBox* meetingBox() const { return m_meetingBox; }
    QPushButton* takeBackButton() const { return m_takeBack; }
    QPushButton* exportButton() const { return m_export; }
    QUndoView* steps() const { return m_steps; }
    QTabBar* pages() const { return m_pages; }
    QString details() const;

protected:
    void showEvent(QShowEvent* event) override;

Q_SIGNALS:
    void told(const QString& words);
    void failed(const QString& words);

private:
    QWidget* buildProject();
    void wire();
    void listFilters(int rows);
    /// Reads what has been added, if anybody looks.
    void read();
    void startAnew();
    void showChosen();
    void showState();
    int chosenRow() const;
    void exportHistory();

    Journal& m_journal;
    Workspace& m_workspace;
    HistoryModel* m_model;
    HistoryFilter* m_shown;
    HistoryDelegate* m_delegate;
    QTabBar* m_pages;
    QUndoView* m_steps;
    QLabel* m_none;
    QWidget* m_filters;
    QLineEdit* m_filterBox;
    QComboBox* m_analystBox;
    QComboBox* m_dayBox;
    QComboBox* m_actorBox;
    QComboBox* m_meetingBox;
    QListView* m_list;
    QLabel* m_details;
    QPushButton* m_takeBack;
    QPushButton* m_export;
    bool m_isReading = false;
    int m_reading = 0; ///< Which file's: what another one's says is not for us.
};

} // namespace entente
