// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/query/tables.h"

#include <QObject>
#include <QPoint>

class QSplitter;

namespace entente
{

class ArticleReader;
class ExploreCommands;
class TablesPanel;
struct ExploreParts;
struct Style;

/// The tables below the graph, wired to the rest of the window: they do what the graph does.
class TableCommands : public QObject
{
    Q_OBJECT

public:
    /// @param below where they come, under its first part.
    TableCommands(ExploreCommands& explore, QSplitter& below, QObject* parent);

    TablesPanel& panel() { return *m_panel; }

Q_SIGNALS:
    void articleWanted(entente::ArticleId article);

private:
    void wire();
    void remember();
    void pick(const RowId& row);
    void open(const RowId& row);
    void showMenu(const RowId& row, QPoint position);
    void copy();
    void save(bool onlySelected);

    ExploreCommands& m_explore;
    const ExploreParts& m_parts;
    TablesPanel* m_panel;
};

} // namespace entente
