// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/byhand/connecting.h"
#include "ui/window/explorecommands.h"

namespace entente
{

class GraphCommands;

/// Draws edges between two nodes: asks what it shall be, then which words it rests on.
class ConnectCommands : public QObject
{
    Q_OBJECT

public:
    /// @param owner whose box it asks by.
    ConnectCommands(const ExploreParts& parts, GraphCommands& owner);

    /// Asks for the words that it is to rest on.
    void askWords(const Connection& connection);

private:
    HandBase base() const;
    void enable() const;
    /// @param beside where the question stands, in global coordinates.
    void ask(NodeId one, NodeId other, const QRect& beside);
    void rest(const Connection& connection, const std::vector<EvidenceSentence>& sentences,
              std::optional<Modality> modality);
    void judge(const Connection& connection, const QString& because,
               std::optional<Modality> modality);
    /// Has what was made be seen and selected.
    void reveal(const Connection& connection, const std::vector<ClaimId>& claims, NodeId event);

    ExploreParts m_parts;
    GraphCommands& m_owner;
};

/// By this machine's clock: when an analyst says something.
Edtf today();

} // namespace entente
