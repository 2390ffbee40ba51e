// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/diagnostic.h"

#include <QWidget>

#include <array>

class QBoxLayout;
class QLabel;
class QModelIndex;
class QToolButton;
class QTreeView;

namespace entente
{

class ProblemsFilter;
class ProblemsModel;
class Workspace;
struct Style;

/// The diagnostics of what was read, in a table; each leads to its file and line.
class ProblemsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ProblemsPanel(const Workspace& workspace, QWidget* parent = nullptr);

    void setStyle(const Style& style);
    void show(const Diagnostics& diagnostics);
    QTreeView* table() const { return m_table; }
    QToolButton* button(Severity severity) const;
    QSize sizeHint() const override { return {700, 180}; }

Q_SIGNALS:
    /// @param line from 1; 0 when the whole file is meant.
    void openFile(const QString& file, int line);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildTable();
    void addButton(Severity severity, QBoxLayout* row);
    void open(const QModelIndex& shown);

    const Workspace& m_workspace;
    ProblemsModel* m_model;
    ProblemsFilter* m_shown;
    std::array<QToolButton*, 3> m_buttons{};
    QWidget* m_filters;
    QLabel* m_none;
    QTreeView* m_table;
};

} // namespace entente
