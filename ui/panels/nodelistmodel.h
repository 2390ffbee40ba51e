// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/id.h"
#include "ui/paint/style.h"

#include <QAbstractListModel>

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace entente
{

class KnowledgeGraph;
class Ontology;
struct Node;

/// A meeting's "Visit · Jan 2024 · expected".
QString meetingLine(const Node& node, const QString& type);

/// Which nodes a list shows.
enum class Listed { Actors, Meetings };

/// The actors or the meetings of a graph, the heaviest first, then by name.
class NodeListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        DetailRole = Qt::UserRole, ///< QString: an actor's count; empty for meetings.
        BelowRole,                 ///< QString: a meeting's "Visit · Jan 2024 · expected".
        ColourRole,                ///< QColor of the kind
        ShapeRole,                 ///< int: Shape of the kind
        FoldedRole,                ///< QString: every name, as it is searched
        StruckRole,                ///< bool: it did not happen
    };

    explicit NodeListModel(Listed listed, QObject* parent = nullptr);

    /// Lists this graph's nodes; their names are read when they come into view.
    void show(std::shared_ptr<const KnowledgeGraph> graph, const Ontology& ontology);
    void setStyle(const Style& style);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

    NodeId nodeAt(int row) const;
    /// -1 when it is not listed.
    int rowOf(NodeId node) const;

private:
    struct Row
    {
        const Node* node; ///< In m_graph.
        QColor light, dark;
        Shape shape;
        QString type;           ///< For people.
        mutable QString folded; ///< Made by the first search.
    };

    QString belowOf(const Row& row) const;
    QString tipOf(const Node& node) const;
    const QString& foldedNames(const Row& row) const;

    Listed m_listed;
    Theme m_theme = Theme::Light;
    std::shared_ptr<const KnowledgeGraph> m_graph;
    std::vector<Row> m_rows;
    std::unordered_map<NodeId, int> m_rowOf;
};

} // namespace entente
