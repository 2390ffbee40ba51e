// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/workspace/selection.h"

#include <array>
#include <filesystem>
#include <memory>
#include <set>
#include <vector>

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
    int elsewhere = 0; ///< Nodes that only the other view has.
    int gone = 0;      ///< Nodes and edges that are no longer there, or not in this view.
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

    void onOpened();
    void onChanged();
    static std::size_t slot(int number) { return static_cast<std::size_t>(number - 1); }

    const Workspace& m_workspace;
    std::array<Stored, count> m_stored;
    std::vector<std::filesystem::path> m_paths;
    std::shared_ptr<const KnowledgeGraph> m_events, m_actors; ///< Whose ids these are.
};

} // namespace entente
