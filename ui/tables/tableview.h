// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTreeView>

#include <vector>

namespace entente
{

class TableFilter;
class TableModel;

/// One table: sorted by a click on a heading, with whole rows to select. Tells what a person does
/// with its rows, and does nothing itself.
class TableView : public QTreeView
{
    Q_OBJECT

public:
    explicit TableView(TableModel* model, QWidget* parent = nullptr);

    TableModel& table() const { return *m_table; }
    TableFilter& filter() const { return *m_filter; }
    /// Rows of the table, in the order in which they are seen: those that are selected, or all.
    std::vector<int> selectedRows() const;
    std::vector<int> shownRows() const;
    /// Of the table; -1 when none is current.
    int currentRow() const;
    /// Takes the focus and picks the first row, if there is one. @returns whether.
    bool pickFirst();
    /// What is said where rows would be, once it is known that there are none; empty: nothing yet.
    void setNothing(const QString& words);
    /// What is said there now.
    QString nothing() const;
    /// To be called when there are other columns.
    void setWidths();

Q_SIGNALS:
    /// Selected by a click or a key here, not elsewhere.
    void picked(int row);
    /// Enter or a double click.
    void opened(int row);
    void copyWanted();
    void menuWanted(QPoint globalPosition);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void drawRow(QPainter* painter, const QStyleOptionViewItem& option,
                 const QModelIndex& index) const override;

private:
    void tellPicked(const QModelIndex& shown);
    int rowAt(const QModelIndex& shown) const;
    void stretch();

    TableModel* m_table;
    TableFilter* m_filter;
    QString m_nothing;
};

} // namespace entente
