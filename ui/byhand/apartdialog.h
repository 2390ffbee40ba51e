// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/byhand/joining.h"

#include <QDialog>

#include <vector>

class QPushButton;
class QTreeWidget;

namespace entente
{

class Workspace;

/// Shows what a node is put together from, article by article, and asks what of it is another.
class ApartDialog : public QDialog
{
    Q_OBJECT

public:
    ApartDialog(const Workspace& workspace, NodeId node, QWidget* parent);

    void accept() override;
    // The parts, for tests.
    QTreeWidget* list() const { return m_list; }
    QPushButton* button() const { return m_button; }

Q_SIGNALS:
    void wanted(entente::NodeId node, const std::vector<entente::Part>& parts);

private:
    std::vector<Part> ticked() const;
    void check();

    NodeId m_node;
    std::vector<Part> m_parts;
    QTreeWidget* m_list;
    QPushButton* m_button;
};

} // namespace entente
