// SPDX-License-Identifier: Apache-2.0
#include "ui/workspace/workspace.h"

#include "graph/annotation/corpus.h"
#include "ui/workspace/editcommand.h"
#include "ui/workspace/opening.h"

#include <QThreadPool>

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

/// To take apart thousands of records takes longer than a window may keep one waiting.
template <class Parts>
void letGoElsewhere(std::shared_ptr<Parts> parts)
{
    QThreadPool::globalInstance()->start([parts = std::move(parts)]() mutable { parts.reset(); });
}

} // namespace

void Workspace::take(Opened opened)
{
    m_undoStack.clear();
    auto old = std::make_shared<std::tuple<Store, decltype(m_ontology), Diagnostics,
                                           decltype(m_events), decltype(m_actors)>>(
        std::move(m_store), m_ontology, std::move(m_diagnostics), m_events, m_actors);
    m_store = std::move(opened.corpus.store);
    m_ontology = std::make_shared<const Ontology>(std::move(opened.corpus.ontology));
    m_diagnostics = std::move(opened.corpus.diagnostics);
    m_paths = std::move(opened.corpus.paths);
    m_events = std::move(opened.events);
    m_actors = std::move(opened.actors);
    Q_EMIT this->opened();
    letGoElsewhere(std::move(old)); // Only now has everybody else let go of it.
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
    if (applied->change.content) {
        m_events = std::make_shared<const KnowledgeGraph>(fold(m_store, *m_ontology));
        m_actors = std::make_shared<const KnowledgeGraph>(actorsProjection(*m_events, *m_ontology));
    }
    Q_EMIT changed(applied->change);
    return std::move(applied->inverse);
}

} // namespace entente
