// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/byhand/handbase.h"
#include "graph/byhand/joining.h"
#include "ui/window/explorecommands.h"

#include <optional>

namespace entente
{

class AskBox;
class ConnectCommands;
struct Node;

/// What an analyst does to the graph by hand: names, types, ids and notes; who is one and who is
/// not; edges; new nodes. Each is one step of undo, and none moves what has its place.
class GraphCommands : public QObject
{
    Q_OBJECT

public:
    GraphCommands(const ExploreParts& parts, QObject* parent);

    /// Where a menu was asked for on the canvas, in global coordinates: something new comes there.
    void askedAt(QPoint position) { m_place = position; }
    /// Shows what will be one, and asks.
    void askMerge(const std::vector<NodeId>& nodes);
    /// Shows what a node is put together from, and asks what of it is another.
    void askApart(NodeId node);
    /// Asks for the words that an edge may rest on.
    void askWords(EdgeId id);
    /// The box that asks, for tests; made when it is first needed.
    AskBox& box();

private:
    HandBase base() const;
    /// The one that is selected; null when it is not one.
    const Node* one() const;
    void enable();
    void fillTypes();
    void fillNew();
    /// Does it. @returns whether it could be done; else it is said why not.
    bool perform(const Expected<Together, std::string>& edit, const QString& words);

    void rename();
    void askIds();
    void askNote();
    void askNew(const std::string& type);
    void makeNew(const std::string& type, const QString& name, std::optional<QPointF> place);
    /// In the scene; none: it was not asked for on the canvas.
    std::optional<QPointF> placeAsked() const;
    QWidget* window() const;

    ExploreParts m_parts;
    AskBox* m_box = nullptr;
    ConnectCommands* m_connecting;
    QMenu* m_meetings; ///< The types of new ones.
    std::optional<QPoint> m_place;
};

/// Where the node is seen, in global coordinates; the middle of the canvas when it is not.
QRect placeOf(const GraphCanvas& canvas, NodeId node);

} // namespace entente
