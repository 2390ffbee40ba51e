// SPDX-License-Identifier: Apache-2.0
#include "ui/workspace/editcommand.h"

#include "graph/model/fieldtables.h"
#include "ui/workspace/workspace.h"

#include <algorithm>
#include <string_view>
#include <type_traits>

namespace entente
{

namespace
{

constexpr int mergeable = 1; // QUndoStack offers commands of one id to each other, -1 to none.

/// The one field of a record that gets another text, as by typing; empty: there are others, or
/// none.
template <class Fields>
std::string_view typedField(const Fields& fields)
{
    int wanted = 0;
    std::string_view typed;
    eachField(tableOf(fields), [&](const auto& field) {
        const auto& value = fields.*(field.wanted);
        if (!value)
            return;
        ++wanted;
        using Value = typename std::decay_t<decltype(value)>::value_type;
        if constexpr (std::is_same_v<Value, std::string> ||
                      std::is_same_v<Value, std::vector<std::string>>)
            typed = field.name;
    });
    return wanted == 1 ? typed : std::string_view();
}

/// Whether the second does the same as the first to the same.
bool isMoreOf(const PlaceNodes& first, const PlaceNodes& second)
{
    return std::ranges::equal(first.placements, second.placements, {}, &NodePlacement::node,
                              &NodePlacement::node);
}
template <class IdType, class Fields>
bool isMoreOf(const ChangeRecord<IdType, Fields>& first, const ChangeRecord<IdType, Fields>& second)
{
    const std::string_view field = typedField(first.fields);
    return first.id == second.id && !field.empty() && field == typedField(second.fields);
}
template <class Other>
bool isMoreOf(const Other&, const Other&)
{
    return false;
}

} // namespace

EditCommand::EditCommand(Workspace& workspace, Edit edit, Edit inverse, const QString& words,
                         bool goesOn)
    : QUndoCommand(words)
    , m_workspace(workspace)
    , m_edit(std::move(edit))
    , m_inverse(std::move(inverse))
    , m_goesOn(goesOn)
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

int EditCommand::id() const { return m_goesOn ? mergeable : -1; }

bool EditCommand::mergeWith(const QUndoCommand* other)
{
    const auto* next = dynamic_cast<const EditCommand*>(other);
    if (next == nullptr)
        return false;
    const bool isMore = std::visit(
        [&](const auto& mine) {
            const auto* theirs = std::get_if<std::decay_t<decltype(mine)>>(&next->m_edit);
            return theirs != nullptr && isMoreOf(mine, *theirs);
        },
        m_edit);
    if (isMore)
        m_edit = next->m_edit; // The inverse stays: it leads back to before the first.
    return isMore;
}

} // namespace entente
