// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/model/edit.h"

#include <QUndoCommand>

namespace entente
{

class Workspace;

/// One step of undo: an edit and its inverse, by ids and values only, so that it can wait for as
/// long as it likes.
class EditCommand : public QUndoCommand
{
public:
    /// @pre the workspace has applied the edit already.
    EditCommand(Workspace& workspace, Edit edit, Edit inverse, const QString& words, bool goesOn);

    void undo() override;
    void redo() override;
    int id() const override;
    bool mergeWith(const QUndoCommand* other) override;

private:
    Workspace& m_workspace;
    Edit m_edit;
    Edit m_inverse;
    bool m_goesOn = false;
    bool m_applied = true;
};

} // namespace entente
