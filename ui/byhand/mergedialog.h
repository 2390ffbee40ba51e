// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/id.h"

#include <QDialog>

#include <vector>

class QComboBox;
class QLabel;
class QTreeWidget;

namespace entente
{

class Workspace;

/// Shows what will be one: names, ids, articles and quotes of each, by what name it will go, and
/// what speaks against it.
class MergeDialog : public QDialog
{
    Q_OBJECT

public:
    /// @pre they can be merged.
    MergeDialog(const Workspace& workspace, std::vector<NodeId> nodes, QWidget* parent);

    void accept() override;
    // The parts, for tests.
    QTreeWidget* list() const { return m_list; }
    QComboBox* nameBox() const { return m_name; }
    QString warning() const;

Q_SIGNALS:
    /// @param name empty: the one that follows from its records.
    void wanted(const std::vector<entente::NodeId>& nodes, const QString& name);

private:
    void build();
    void fillList();
    void fillNames();
    void warn();

    const Workspace& m_workspace;
    std::vector<NodeId> m_nodes;
    QTreeWidget* m_list;
    QComboBox* m_name;
    QLabel* m_warning;
};

} // namespace entente
