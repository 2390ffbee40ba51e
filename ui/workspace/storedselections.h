// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/workspace/selection.h"

#include <array>
#include <memory>
#include <set>

namespace entente
{

class SceneKeeper;
class Workspace;

/// What a stored selection holds by now.
struct Recalled
{
    std::set<NodeId> nodes; ///< That are shown.
    std::set<EdgeId> edges;
    std::set<NodeId> hidden;
    int leftOut = 0;   ///< By the filter.
    int elsewhere = 0; ///< That only the other view has.
    int gone = 0;      ///< That are no longer there.
    bool isStored = false;
};

/// Selections that are kept by number, to come back to. They hold ids, for as long as the same is
/// open: what gets another id when articles come and go is followed.
class StoredSelections : public QObject
{
    Q_OBJECT

public:
    static constexpr int count = 8;

    explicit StoredSelections(const Workspace& workspace, QObject* parent = nullptr);

    /// @param number from 1 to count.
    void store(int number, const Selection& selection);
    Recalled recall(int number, const SceneKeeper& scene) const;

private:
    struct Stored
    {
        std::set<NodeId> nodes;
        std::set<EdgeId> edges;
        bool isStored = false;
    };

    void recall(NodeId node, const SceneKeeper& scene, Recalled& recalled) const;
    void recall(EdgeId edge, const SceneKeeper& scene, Recalled& recalled) const;
    void onOpened();
    void onChanged();
    static std::size_t slot(int number) { return static_cast<std::size_t>(number - 1); }

    const Workspace& m_workspace;
    std::array<Stored, count> m_stored;
    std::shared_ptr<const KnowledgeGraph> m_events, m_actors; ///< Whose ids these are.
};

} // namespace entente
