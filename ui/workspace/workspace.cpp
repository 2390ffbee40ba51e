// SPDX-License-Identifier: Apache-2.0
#include "ui/workspace/workspace.h"

#include "graph/annotation/corpus.h"
#include "graph/annotation/ontologies.h"
#include "graph/base/resourcefolder.h"
#include "graph/query/copies.h"
#include "ui/jobs/letgo.h"
#include "ui/jobs/stepback.h"
#include "ui/workspace/editcommand.h"
#include "ui/workspace/opening.h"
#include "ui/workspace/scene.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace entente
{

Workspace::Workspace(QObject* parent)
    : QObject(parent)
    , m_ontology(std::make_shared<const Ontology>())
    , m_events(std::make_shared<const KnowledgeGraph>())
    , m_actors(std::make_shared<const KnowledgeGraph>())
{
    connect(&m_comparing, &Jobs::failed, this, [this](const QString& reason) {
        Q_EMIT failed(tr("Which articles copy which could not be found out: %1").arg(reason));
    });
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
        for (const auto keptAs : {placeIn, pinIn}) {
            auto placed = placements.extract(keptAs(view, node));
            if (!placed)
                continue;
            placed.key() = keptAs(view, now);
            placements.erase(placed.key()); // From when it went by this id before.
            placements.insert(std::move(placed));
        }
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
    m_isSameAgain = !m_paths.empty() && opened.corpus.paths == m_paths;
    if (m_isSameAgain && !opened.project) {
        std::map<NodeId, Point> placements = m_store.placements();
        rename(placements, View::Events, *m_events, *opened.events);
        rename(placements, View::Actors, *m_actors, *opened.actors);
        carryOver(placements, opened.corpus.store);
    }
    m_undoStack.clear();
    ++m_revision;
    auto old = std::tuple(std::move(m_store), std::move(m_ontology), std::move(m_diagnostics),
                          std::move(m_events), std::move(m_actors));
    m_store = std::move(opened.corpus.store);
    m_ontology = std::make_shared<const Ontology>(std::move(opened.corpus.ontology));
    m_diagnostics = std::move(opened.corpus.diagnostics);
    m_paths = std::move(opened.corpus.paths);
    m_lastLook = std::move(opened.lastLook);
    m_events = std::move(opened.events);
    m_actors = std::move(opened.actors);
    m_copies = nullptr;
    compareArticles();
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
    push(edit, *std::move(inverse), step);
    return true;
}

bool Workspace::perform(PreparedEdit prepared, const Step& step)
{
    if (prepared.revision != m_revision)
        return false;
    ++m_revision;
    auto old =
        std::tuple(std::exchange(m_store, std::move(prepared.store)),
                   std::exchange(m_ontology, std::move(prepared.ontology)), m_events, m_actors);
    if (prepared.events) {
        m_events = std::move(prepared.events);
        m_actors = std::move(prepared.actors);
    }
    if (hasOtherTexts(prepared.applied.change))
        compareArticles();
    Q_EMIT edited(prepared.edit, prepared.applied.inverse);
    Q_EMIT changed(prepared.applied.change);
    push(prepared.edit, std::move(prepared.applied.inverse), step);
    letGoElsewhere(std::move(old));
    return true;
}

bool Workspace::hasOtherTexts(const Change& change) const
{
    return std::ranges::any_of(change.articles, [this](ArticleId id) {
        const Article* article = m_store.article(id);
        const auto known = m_compared.find(id);
        return article != nullptr &&
               (known == m_compared.end() || known->second != article->sha256);
    });
}

/// What is known of the others holds meanwhile.
void Workspace::compareArticles()
{
    m_compared.clear();
    for (const ArticleId id : m_store.articles())
        m_compared.emplace(id, m_store.article(id)->sha256);
    m_comparing.run(
        [store = m_store](const Progress& progress) {
            stepBack(); // The first picture of a project is made meanwhile.
            return std::make_shared<const Copies>(Copies::among(store, progress));
        },
        this,
        [this](std::shared_ptr<const Copies> copies) {
            letGoElsewhere(std::exchange(m_copies, std::move(copies)));
            Q_EMIT copiesChanged();
        });
}

void Workspace::push(const Edit& edit, Edit inverse, const Step& step)
{
    const QString words = step.words.isEmpty() ? QString::fromStdString(wordsOf(edit)) : step.words;
    m_undoStack.push(new EditCommand(*this, edit, std::move(inverse), words, step.goesOn));
}

namespace
{

/// What is derived from a store, brought up to it after a change.
struct Derived
{
    std::shared_ptr<const Ontology> ontology;
    std::shared_ptr<const KnowledgeGraph> events, actors; ///< Null: they stay as they were.
};

Derived derive(const Store& store, const Change& change, bool hasOtherArticles,
               std::shared_ptr<const Ontology> ontology)
{
    Derived derived{.ontology = std::move(ontology), .events = nullptr, .actors = nullptr};
    // Which of the vocabularies that are kept are in use depends on the articles that are here.
    if (!change.vocabulary.empty() || (hasOtherArticles && !store.vocabulary().empty()))
        derived.ontology = std::make_shared<const Ontology>(ontologyOf(store, resourceFolder()));
    if (change.content()) {
        derived.events = std::make_shared<const KnowledgeGraph>(fold(store, *derived.ontology));
        derived.actors = std::make_shared<const KnowledgeGraph>(
            actorsProjection(*derived.events, *derived.ontology));
    }
    return derived;
}

} // namespace

Expected<PreparedEdit, std::string> prepare(StoreAsItIs from, Edit edit)
{
    const std::size_t articles = from.store.articles().size();
    Expected<Applied, std::string> applied = from.store.apply(edit);
    if (!applied)
        return Unexpected{applied.error()};
    Derived derived = derive(from.store, applied->change, from.store.articles().size() != articles,
                             std::move(from.ontology));
    return PreparedEdit{.edit = std::move(edit),
                        .revision = from.revision,
                        .store = std::move(from.store),
                        .applied = *std::move(applied),
                        .ontology = std::move(derived.ontology),
                        .events = std::move(derived.events),
                        .actors = std::move(derived.actors)};
}

std::optional<Edit> Workspace::apply(const Edit& edit)
{
    const std::size_t articles = m_store.articles().size();
    Expected<Applied, std::string> applied = m_store.apply(edit);
    if (!applied) {
        Q_EMIT failed(QString::fromStdString(applied.error()));
        return {};
    }
    ++m_revision;
    Q_EMIT edited(edit, applied->inverse); // First: nothing that listens to changed() may stop it.
    Derived derived = derive(m_store, applied->change, m_store.articles().size() != articles,
                             std::move(m_ontology));
    m_ontology = std::move(derived.ontology);
    auto old = std::pair(m_events, m_actors);
    if (derived.events) {
        m_events = std::move(derived.events);
        m_actors = std::move(derived.actors);
    }
    if (hasOtherTexts(applied->change))
        compareArticles();
    Q_EMIT changed(applied->change);
    if (applied->change.content())
        letGoElsewhere(std::move(old));
    return std::move(applied->inverse);
}

} // namespace entente
