// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/diagnostic.h"
#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "graph/ontology/ontology.h"

#include <QObject>
#include <QUndoStack>

#include <memory>

namespace entente
{

struct Corpus;

/// The open work: the store, the undo stack over it, and the graph derived from it. Everything in
/// the window reads from here; every change goes through perform().
class Workspace : public QObject
{
    Q_OBJECT

public:
    explicit Workspace(QObject* parent = nullptr);
    ~Workspace() override;

    const Store& store() const { return m_store; }
    const Ontology& ontology() const { return m_ontology; }
    const Diagnostics& diagnostics() const { return m_diagnostics; }
    /// Never null; replaced, not changed, when the store's content changes.
    std::shared_ptr<const KnowledgeGraph> events() const { return m_events; }
    std::shared_ptr<const KnowledgeGraph> actors() const { return m_actors; }
    QUndoStack& undoStack() { return m_undoStack; }

    /// Takes over what was read in place of what was open; undo starts anew.
    void take(Corpus corpus);
    /// Applies an edit and puts it on the undo stack. What cannot be done is told by failed().
    void perform(const Edit& edit);

Q_SIGNALS:
    /// All is new: another corpus.
    void opened();
    /// The store changed, by an edit, its undo or its redo.
    void changed(const entente::Change& change);
    void failed(const QString& message);

private:
    friend class EditCommand;

    Store m_store;
    Ontology m_ontology;
    Diagnostics m_diagnostics;
    std::shared_ptr<const KnowledgeGraph> m_events;
    std::shared_ptr<const KnowledgeGraph> m_actors;
    QUndoStack m_undoStack;
};

} // namespace entente
