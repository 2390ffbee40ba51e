// SPDX-License-Identifier: Apache-2.0
#include "ui/workspace/workspace.h"

#include "graph/annotation/corpus.h"
#include "ui/jobs/letgo.h"
#include "ui/workspace/editcommand.h"
#include "ui/workspace/opening.h"

#include <tuple>

namespace entente
{

Workspace::Workspace(QObject* parent)
    : QObject(parent)
    , m_ontology(std::make_shared<const Ontology>())
    , m_events(std::make_shared<const KnowledgeGraph>())
    , m_actors(std::make_shared<const KnowledgeGraph>())
{
}

Workspace::~Workspace() = default;

namespace
{

/// Of the paths that are read again; a node that is gone may come back.
void carryOver(const std::map<NodeId, Point>& placements, Store& store)
{
    PlaceNodes edit;
    for (const auto& [node, point] : placements)
        edit.placements.push_back({node, point});
    [[maybe_unused]] const auto applied = store.apply(Edit(std::move(edit)));
    Q_ASSERT(applied); // They came out of a store.
}

} // namespace

void Workspace::take(Opened opened)
{
    if (opened.corpus.paths == m_paths)
        carryOver(m_store.placements(), opened.corpus.store);
    m_undoStack.clear();
    auto old = std::tuple(std::move(m_store), std::move(m_ontology), std::move(m_diagnostics),
                          std::move(m_events), std::move(m_actors));
    m_store = std::move(opened.corpus.store);
    m_ontology = std::make_shared<const Ontology>(std::move(opened.corpus.ontology));
    m_diagnostics = std::move(opened.corpus.diagnostics);
    m_paths = std::move(opened.corpus.paths);
    m_events = std::move(opened.events);
    m_actors = std::move(opened.actors);
    Q_EMIT this->opened();
    // Only now: whoever heard of it has let go of the old.
    letGoElsewhere(std::move(old));
}

void Workspace::take(Corpus corpus) { take(foldCorpus(std::move(corpus))); }

void Workspace::perform(const Edit& edit, const Step& step)
{
    std::optional<Edit> inverse = apply(edit);
    if (!inverse)
        return;
    const QString words = step.words.isEmpty() ? QString::fromStdString(wordsOf(edit)) : step.words;
    m_undoStack.push(new EditCommand(*this, edit, std::move(*inverse), words, step.gesture));
}

std::optional<Edit> Workspace::apply(const Edit& edit)
{
    Expected<Applied, std::string> applied = m_store.apply(edit);
    if (!applied) {
        Q_EMIT failed(QString::fromStdString(applied.error()));
        return {};
    }
    auto old = std::pair(m_events, m_actors);
    if (applied->change.content) {
        m_events = std::make_shared<const KnowledgeGraph>(fold(m_store, *m_ontology));
        m_actors = std::make_shared<const KnowledgeGraph>(actorsProjection(*m_events, *m_ontology));
    }
    Q_EMIT changed(applied->change);
    if (applied->change.content)
        letGoElsewhere(std::move(old));
    return std::move(applied->inverse);
}

} // namespace entente
