// SPDX-License-Identifier: Apache-2.0
#include "ui/byhand/proposer.h"

#include "graph/base/resourcefolder.h"
#include "graph/model/store.h"
#include "graph/text/sourcetext.h"
#include "ui/workspace/workspace.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

namespace entente
{

/// All that the project and the article's language know.
struct Proposer::Known
{
    EntityCandidates candidates;
    KnownNames names;
    StateNames states;
};

namespace
{

/// Whether the first letter is none that names begin with, in scripts that have capitals.
bool beginsSmall(const std::string& words)
{
    const QString text = QString::fromStdString(words);
    return !text.isEmpty() && text.front().isLower();
}

} // namespace

Proposer::Proposer(const Workspace& workspace, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    connect(&workspace, &Workspace::opened, this, [this] {
        m_known.reset();
        m_suggestions.clear();
    });
    connect(&workspace, &Workspace::changed, this, [this](const Change& change) {
        if (change.content())
            m_known.reset();
        if (!change.settled.empty())
            lookAt(m_article); // A name is refused, or is not any more.
    });
}

Proposer::~Proposer() = default;

std::string Proposer::matterOf(ArticleId article, const std::string& words)
{
    return fmt::format("name:{}:{}", article.text(), words);
}

void Proposer::lookAt(ArticleId article)
{
    const bool isSame = article == m_article;
    m_article = article;
    const Article* read = m_workspace.store().article(article);
    if (read == nullptr) {
        m_suggestions.clear();
        m_looking.cancel();
        return Q_EMIT suggested();
    }
    // Those of the same text hold until the new ones are there, but where words are marked by now.
    if (isSame)
        std::erase_if(m_suggestions,
                      [&](const NameSuggestion& each) { return isMarked(each.span); });
    else
        m_suggestions.clear();
    struct Found
    {
        std::shared_ptr<const Known> known;
        std::vector<NameSuggestion> suggestions;
    };
    m_looking.run(
        [article, language = languageOf(*read), store = m_workspace.store(),
         events = m_workspace.events(),
         ontology = m_workspace.sharedOntology()](const Progress& progress) {
            Found found;
            found.known = std::make_shared<const Known>(Known{
                EntityCandidates(store, events, *ontology), KnownNames(store, events, *ontology),
                readStateNames(resourceFolder(), language).names});
            if (progress.stopped())
                return found;
            found.suggestions = found.known->names.suggest(article, found.known->states);
            std::erase_if(found.suggestions, [&](const NameSuggestion& each) {
                return store.settled().contains(matterOf(article, each.words));
            });
            return found;
        },
        this,
        [this](Found found) {
            m_known = std::move(found.known);
            m_suggestions = std::move(found.suggestions);
            Q_EMIT suggested();
        });
}

bool Proposer::isMarked(TextSpan span) const
{
    const std::vector<Mention>& all = m_workspace.store().records(m_article).mentions;
    return std::ranges::any_of(all, [span](const Mention& mention) {
        return std::ranges::any_of(mention.spans,
                                   [span](TextSpan each) { return each.overlaps(span); });
    });
}

/// Who has just been marked must be among those who are offered next.
std::shared_ptr<const Proposer::Known> Proposer::knownNow()
{
    if (m_known)
        return m_known;
    const Article* article = m_workspace.store().article(m_article);
    const std::string language = article == nullptr ? std::string() : languageOf(*article);
    m_known = std::make_shared<const Known>(
        Known{EntityCandidates(m_workspace.store(), m_workspace.events(), m_workspace.ontology()),
              {},
              readStateNames(resourceFolder(), language).names});
    return m_known;
}

std::vector<EntityCandidate> Proposer::candidates(const std::string& words, const std::string& type,
                                                  int position)
{
    const std::shared_ptr<const Known> known = knownNow();
    return known->candidates.find(words, {.type = type,
                                          .article = m_article,
                                          .position = position,
                                          .states = &known->states,
                                          .atMost = 20});
}

LanguageData Proposer::language() const
{
    const Article* article = m_workspace.store().article(m_article);
    return article == nullptr ? LanguageData() : ourLanguages().of(languageOf(*article));
}

std::vector<Cue> Proposer::cues(TextSpan sentence, TextSpan trigger) const
{
    const Article* article = m_workspace.store().article(m_article);
    return article == nullptr ? std::vector<Cue>()
                              : cuesIn(*article->text, sentence, trigger, language());
}

std::vector<DateProposal> Proposer::dates(TextSpan words) const
{
    const Article* article = m_workspace.store().article(m_article);
    return article == nullptr ? std::vector<DateProposal>()
                              : datesIn(*article->text, words, article->published, language());
}

std::string Proposer::formOf(const std::string& words) const
{
    return language().isPronoun(words) ? "Pronoun" : beginsSmall(words) ? "Nominal" : "Name";
}

} // namespace entente
