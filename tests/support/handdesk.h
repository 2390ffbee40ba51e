// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/byhand/claiming.h"
#include "graph/byhand/handbase.h"
#include "graph/byhand/marking.h"
#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "graph/text/sourcetext.h"
#include "tests/support/storetext.h"

#include <QString>

#include <memory>
#include <optional>
#include <string>

namespace entente
{

/// An analyst before articles: what is wished is done, and is seen to be one step that can be taken
/// back.
class HandDesk
{
public:
    HandBase base() const { return {store, testOntology(), graph}; }

    void perform(const Edit& edit)
    {
        const Store before = store;
        auto applied = store.apply(edit);
        if (!applied)
            qFatal("%s", applied.error().c_str());
        Store back = store;
        if (!back.apply(applied->inverse) || !(back == before))
            qFatal("%s cannot be taken back", wordsOf(edit).c_str());
        graph = fold(store, testOntology());
    }
    template <class Made>
    Made done(Expected<Made, std::string> made)
    {
        if (!made)
            qFatal("%s", made.error().c_str());
        if constexpr (requires { made->edit; })
            perform(made->edit);
        else
            perform(*made);
        return *std::move(made);
    }
    template <class Made>
    static QString refusal(const Expected<Made, std::string>& made)
    {
        if (made)
            qFatal("It was not refused.");
        return QString::fromStdString(made.error());
    }

    ArticleId add(const std::string& name, const std::string& text, bool annotated = true)
    {
        ArticleRecords records;
        records.article.id = ArticleId(randomUuid());
        records.article.name = name;
        records.article.language = "en";
        records.article.annotated = annotated;
        records.article.text = std::make_shared<const SourceText>(text);
        const ArticleId id = records.article.id;
        perform(AddArticle{.records = Shared<ArticleRecords>(std::move(records))});
        return id;
    }
    /// @param which of the places where the words stand, from 0.
    TextSpan place(ArticleId article, const std::string& words, int which = 0) const
    {
        return store.article(article)
            ->text->find(words, which + 1)
            .at(static_cast<std::size_t>(which));
    }
    MadeMark mark(ArticleId article, const std::string& words, const std::string& type,
                  NodeId who = {}, int which = 0)
    {
        return done(markWords(base(), {.article = article,
                                       .spans = {place(article, words, which)},
                                       .type = type,
                                       .who = who,
                                       .ids = {},
                                       .form = "Name"}));
    }

    MadeClaim event(ArticleId article, const std::string& words, const std::string& type,
                    std::optional<Modality> modality = {}, int which = 0)
    {
        return done(addEvent(base(), {.article = article,
                                      .trigger = {place(article, words, which)},
                                      .type = type,
                                      .modality = modality,
                                      .factuality = {},
                                      .polarity = {}}));
    }
    const Claim& claim(ClaimId id) const { return *store.claim(id); }
    std::string quote(ClaimId id) const { return claim(id).quotes.at(0).text; }
    NodeId nodeOf(const MadeMark& made) const { return graph.nodeOf(made.entity); }
    NodeId nodeOf(const MadeClaim& made) const { return graph.nodeOf(claim(made.claim).event); }
    const Node* node(const std::string& name) const
    {
        for (const NodeId id : graph.nodes()) {
            if (graph.node(id)->name == name)
                return graph.node(id);
        }
        return nullptr;
    }

    Store store;
    KnowledgeGraph graph;
};

/// The same before one article.
class ArticleDesk : public HandDesk
{
public:
    explicit ArticleDesk(const std::string& text)
        : article(add("north", text))
    {
    }

    const ArticleRecords& records() const { return store.records(article); }
    TextSpans place(const std::string& words, int which = 0) const
    {
        return {HandDesk::place(article, words, which)};
    }
    MadeMark mark(const std::string& words, const std::string& type, NodeId who = {}, int which = 0)
    {
        return HandDesk::mark(article, words, type, who, which);
    }

    ArticleId article;
};

} // namespace entente
