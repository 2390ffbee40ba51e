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
class QUndoStack;
class QUndoView;

namespace entente
{

class HistoryDelegate;
class HistoryFilter;
class HistoryModel;
class Journal;

/// What was done in the project, by whom and when, with the words before and after; any one of it
/// can be taken back that nothing has been built upon. And the steps of this window, which undo and
/// redo go through.
class HistoryPanel : public QWidget
{
    Q_OBJECT

public:
    HistoryPanel(Journal& journal, QUndoStack& steps, QWidget* parent = nullptr);

    void setStyle(const Style& style);
    QListView* list() const { return m_list; }
    QLineEdit* filterBox() const { return m_filterBox; }
    QComboBox* analystBox() const { return m_analystBox; }
    QComboBox* dayBox() const { return m_dayBox; }
    QPushButton* takeBackButton() const { return m_takeBack; }
    QUndoView* steps() const { return m_steps; }
    QTabBar* pages() const { return m_pages; }
    QString details() const;

protected:
    void showEvent(QShowEvent* event) override;

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

    Journal& m_journal;
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
    QListView* m_list;
    QLabel* m_details;
    QPushButton* m_takeBack;
    bool m_isReading = false;
    int m_reading = 0; ///< Which file's: what another one's says is not for us.
};

} // namespace entente
