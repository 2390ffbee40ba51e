// SPDX-License-Identifier: Apache-2.0
#include "ui/workspace/editcommand.h"

#include "ui/workspace/workspace.h"

#include <algorithm>

namespace entente
{

namespace
{

constexpr int mergeable = 1; // QUndoStack offers commands of one id to each other, -1 to none.

bool sameNodes(const PlaceNodes& a, const PlaceNodes& b)
{
    return std::ranges::equal(a.placements, b.placements, {}, &NodePlacement::node,
                              &NodePlacement::node);
}

} // namespace

EditCommand::EditCommand(Workspace& workspace, Edit edit, Edit inverse, const QString& words,
                         int gesture)
    : QUndoCommand(words)
    , m_workspace(workspace)
    , m_edit(std::move(edit))
    , m_inverse(std::move(inverse))
    , m_gesture(gesture)
{
}

void EditCommand::undo()
{
    // The inverse of what is done now is what redo has to do; a step that has become impossible is
    // said so by the workspace and leaves the stack.
    if (std::optional<Edit> inverse = m_workspace.apply(m_inverse))
        m_edit = std::move(*inverse);
    else
        setObsolete(true);
}

void EditCommand::redo()
{
    // Workspace::perform has applied it; the push must not do it twice.
    if (m_applied) {
        m_applied = false;
        return;
    }
    if (std::optional<Edit> inverse = m_workspace.apply(m_edit))
        m_inverse = std::move(*inverse);
    else
        setObsolete(true);
}

int EditCommand::id() const
{
    return m_gesture != 0 && std::holds_alternative<PlaceNodes>(m_edit) ? mergeable : -1;
}

bool EditCommand::mergeWith(const QUndoCommand* other)
{
    const auto* next = dynamic_cast<const EditCommand*>(other);
    if (next == nullptr || next->m_gesture != m_gesture)
        return false;
    const auto* mine = std::get_if<PlaceNodes>(&m_edit);
    const auto* theirs = std::get_if<PlaceNodes>(&next->m_edit);
    if (mine == nullptr || theirs == nullptr || !sameNodes(*mine, *theirs))
        return false;
    m_edit = next->m_edit; // The inverse stays: it leads back to before the gesture.
    return true;
}

} // namespace entente
