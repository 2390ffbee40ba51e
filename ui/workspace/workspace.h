// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/diagnostic.h"
#include "graph/base/expected.h"
#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "graph/ontology/ontology.h"
#include "ui/jobs/jobs.h"

#include <QObject>
#include <QUndoStack>

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace entente
{

class Copies;
struct Corpus;
struct Opened;

/// How an edit is put on the undo stack.
struct Step
{
    QString words; ///< What menus call it; empty: as wordsOf(edit) says.
    /// Whether it is one step with the one before, if that went on, too, and did the same to the
    /// same: drags of a node one after the other, typing in a note.
    bool goesOn = false;
};

/// A large edit, worked out off the UI thread: what perform() would make of a store as it was.
struct PreparedEdit
{
    Edit edit;
    std::uint64_t revision = 0; ///< Of the store that it was worked out for.
    Store store;
    Applied applied;
    std::shared_ptr<const Ontology> ontology;
    std::shared_ptr<const KnowledgeGraph> events, actors; ///< Null: as they were.
};

/// What an edit can be worked out from, on any thread.
struct StoreAsItIs
{
    std::uint64_t revision = 0;
    Store store;
    std::shared_ptr<const Ontology> ontology;
};

/// @returns why it cannot be done, in words.
Expected<PreparedEdit, std::string> prepare(StoreAsItIs from, Edit edit);

/// The open work: the store, the undo stack over it, and the graph derived from it. Everything in
/// the window reads from here; every change goes through perform().
class Workspace : public QObject
{
    Q_OBJECT

public:
    explicit Workspace(QObject* parent = nullptr);
    ~Workspace() override;

    const Store& store() const { return m_store; }
    const Ontology& ontology() const { return *m_ontology; }
    /// The same, for work off the UI thread, which may outlive what is open.
    std::shared_ptr<const Ontology> sharedOntology() const { return m_ontology; }
    const Diagnostics& diagnostics() const { return m_diagnostics; }
    /// What is open; empty for nothing.
    const std::vector<std::filesystem::path>& paths() const { return m_paths; }
    /// How it was looked at when it was last open, as SceneKeeper::look() says it; empty: not
    /// known.
    const std::string& lastLook() const { return m_lastLook; }
    /// Whether it is what was open before, read once more: its views and selections hold. What has
    /// no name yet is never the same.
    bool isSameAgain() const { return m_isSameAgain; }
    /// Never null; replaced, not changed, when the store's content changes.
    std::shared_ptr<const KnowledgeGraph> events() const { return m_events; }
    std::shared_ptr<const KnowledgeGraph> actors() const { return m_actors; }
    /// Which articles carry the words of which. It takes a while to find out, in which nothing can
    /// be said of how many sources there are: null.
    std::shared_ptr<const Copies> copies() const { return m_copies; }
    bool isComparing() const { return m_comparing.isBusy(); }
    QUndoStack& undoStack() { return m_undoStack; }

    /// Takes over what was read in place of what was open; undo starts anew. When it is the same
    /// once more, what was placed by hand by now stays in its place.
    void take(Opened opened);
    /// The same, folded here: for small corpora and tests.
    void take(Corpus corpus);
    /// The same is kept elsewhere from now on: what is open goes by this name.
    void nameAfter(const std::filesystem::path& path);
    /// Problems with files that more was read from.
    void addDiagnostics(Diagnostics more);
    /// Applies an edit and puts it on the undo stack. What cannot be done is told by failed().
    /// @returns whether it could be done.
    bool perform(const Edit& edit, const Step& step = {});
    StoreAsItIs asItIs() const { return {m_revision, m_store, m_ontology}; }
    /// The same, with the work done already. @returns whether it still fits; else nothing is done.
    bool perform(PreparedEdit prepared, const Step& step);

Q_SIGNALS:
    /// All is new: another corpus.
    void opened();
    /// The store changed, by an edit, its undo or its redo.
    void changed(const entente::Change& change);
    /// The same as changed(), for whoever keeps it: what was done, and what takes it back.
    void edited(const entente::Edit& edit, const entente::Edit& inverse);
    void failed(const QString& message);
    void diagnosticsChanged();
    /// It is known who carries whose words.
    void copiesChanged();

private:
    friend class EditCommand;

    /// @returns the inverse; nothing, after failed(), when it could not be done.
    std::optional<Edit> apply(const Edit& edit);

    void push(const Edit& edit, Edit inverse, const Step& step);
    void compareArticles();
    bool hasOtherTexts(const Change& change) const;

    Store m_store;
    std::uint64_t m_revision = 0; ///< Another one after each change.
    std::shared_ptr<const Ontology> m_ontology;
    Diagnostics m_diagnostics;
    std::vector<std::filesystem::path> m_paths;
    std::string m_lastLook;
    bool m_isSameAgain = false;
    std::shared_ptr<const KnowledgeGraph> m_events;
    std::shared_ptr<const KnowledgeGraph> m_actors;
    std::shared_ptr<const Copies> m_copies;
    Jobs m_comparing;                            ///< The articles.
    std::map<ArticleId, std::string> m_compared; ///< With the SHA-256 of the text.
    QUndoStack m_undoStack;
};

} // namespace entente
