// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/jobs/jobs.h"
#include "ui/tables/tabledata.h"

#include <QWidget>

#include <array>

class QLabel;
class QLineEdit;
class QStackedWidget;
class QTabBar;

namespace entente
{

class Selection;
class TableSelection;
class TableView;
class Workspace;
struct Style;

/// All actors, meetings, articles and ties as tables, with a box that narrows them as one types.
/// They are read while they are on screen, off the UI thread.
class TablesPanel : public QWidget
{
    Q_OBJECT

public:
    TablesPanel(const Workspace& workspace, Selection& selection, QWidget* parent = nullptr);

    void setStyle(const Style& style);
    TableKind kind() const;
    void turnTo(TableKind kind);
    TableView& view(TableKind kind) const { return *m_views[static_cast<std::size_t>(kind)]; }
    TableView& view() const { return view(kind()); }
    QLineEdit* filterBox() const { return m_filterBox; }
    QTabBar* tabs() const { return m_tabs; }
    QString counted() const;
    /// Whether rows are being read.
    bool isBusy() const { return m_jobs.isBusy(); }
    /// What is selected of the table on screen, or all that it shows when nothing is.
    QByteArray csv() const;
    /// All rows that the table on screen shows, or those of them that are selected.
    std::vector<int> rows(bool onlySelected) const;
    QByteArray csv(const std::vector<int>& rows) const;
    QSize sizeHint() const override { return {700, 260}; }

Q_SIGNALS:
    /// By a click or a key here.
    void picked(const entente::RowId& row);
    /// Enter or a double click.
    void opened(const entente::RowId& row);
    void copyWanted();
    void menuWanted(const entente::RowId& row, QPoint globalPosition);
    /// Of one that is looked at.
    void turned();
    void failed(const QString& reason);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void buildHead();
    void buildViews();
    void empty();
    void forget();
    void read();
    void take(std::vector<std::shared_ptr<const TableData>> tables);
    void narrow(const QString& typed);
    void showCount();

    const Workspace& m_workspace;
    QTabBar* m_tabs;
    QLineEdit* m_filterBox;
    QLabel* m_count;
    QStackedWidget* m_pages;
    std::array<TableView*, allTables.size()> m_views{};
    std::array<TableSelection*, allTables.size()> m_selections{};
    bool m_isRead = false; ///< Or being read.
    Jobs m_jobs;
};

} // namespace entente
