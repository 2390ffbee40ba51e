// SPDX-License-Identifier: Apache-2.0
#include "ui/workspace/workspace.h"

#include "graph/annotation/corpus.h"
#include "graph/annotation/ontologies.h"
#include "graph/base/resourcefolder.h"
#include "ui/jobs/letgo.h"
#include "ui/workspace/editcommand.h"
#include "ui/workspace/opening.h"
#include "ui/workspace/scene.h"

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

/// Under the ids that the nodes have in the newer graph.
void rename(std::map<NodeId, Point>& placements, View view, const KnowledgeGraph& before,
            const KnowledgeGraph& newer)
{
    for (const NodeId node : before.nodes()) {
        const NodeId now = idIn(newer, before, node);
        if (now.isNil() || now == node)
            continue;
        auto placed = placements.extract(placeIn(view, node));
        if (!placed)
            continue;
        placed.key() = placeIn(view, now);
        placements.erase(placed.key()); // From when it went by this id before.
        placements.insert(std::move(placed));
    }
}

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
    if (opened.corpus.paths == m_paths && !opened.project) {
        std::map<NodeId, Point> placements = m_store.placements();
        rename(placements, View::Events, *m_events, *opened.events);
        rename(placements, View::Actors, *m_actors, *opened.actors);
        carryOver(placements, opened.corpus.store);
    }
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

void Workspace::nameAfter(const std::filesystem::path& path) { m_paths = {path}; }

void Workspace::addDiagnostics(Diagnostics more)
{
    m_diagnostics.insert(m_diagnostics.end(), std::make_move_iterator(more.begin()),
                         std::make_move_iterator(more.end()));
    Q_EMIT diagnosticsChanged();
}

bool Workspace::perform(const Edit& edit, const Step& step)
{
    std::optional<Edit> inverse = apply(edit);
    if (!inverse)
        return false;
    const QString words = step.words.isEmpty() ? QString::fromStdString(wordsOf(edit)) : step.words;
    m_undoStack.push(new EditCommand(*this, edit, std::move(*inverse), words, step.gesture));
    return true;
}

std::optional<Edit> Workspace::apply(const Edit& edit)
{
    const std::size_t articles = m_store.articles().size();
    Expected<Applied, std::string> applied = m_store.apply(edit);
    if (!applied) {
        Q_EMIT failed(QString::fromStdString(applied.error()));
        return {};
    }
    Q_EMIT edited(edit, applied->inverse); // First: nothing that listens to changed() may stop it.
    // Which of the vocabularies that are kept are in use depends on the articles that are here.
    const bool hasOthers = !m_store.vocabulary().empty() && m_store.articles().size() != articles;
    if (!applied->change.vocabulary.empty() || hasOthers)
        m_ontology = std::make_shared<const Ontology>(ontologyOf(m_store, resourceFolder()));
    auto old = std::pair(m_events, m_actors);
    if (applied->change.content()) {
        m_events = std::make_shared<const KnowledgeGraph>(fold(m_store, *m_ontology));
        m_actors = std::make_shared<const KnowledgeGraph>(actorsProjection(*m_events, *m_ontology));
    }
    Q_EMIT changed(applied->change);
    if (applied->change.content())
        letGoElsewhere(std::move(old));
    return std::move(applied->inverse);
}

} // namespace entente
