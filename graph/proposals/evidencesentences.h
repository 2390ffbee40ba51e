// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/id.h"
#include "graph/base/progress.h"
#include "graph/text/textspan.h"

#include <vector>

namespace entente
{

class KnowledgeGraph;
class StateWords;
class Store;

/// A place of an article that speaks of a node.
struct MentionPlace
{
    /// Of an event, a trigger; nil: nobody marked it, its name was found there; or it is the quote
    /// of an event that no words are marked for.
    MentionId mention;
    TextSpans spans;
    /// It is a name (of an event, a trigger): no pronoun, no nominal, and, where it was only found,
    /// no name that something else goes by as well.
    bool isName = true;
    /// It was found by a word that is no name of it, such as "North Korean".
    bool isAdjective = false;

    bool operator==(const MentionPlace&) const = default;
};

/// A sentence that speaks of two nodes, and so may be what an edge between them rests on.
struct EvidenceSentence
{
    ArticleId article;
    TextSpan span;                           ///< Of one sentence, or of two that follow each other.
    bool isTwo = false;                      ///< Only together they speak of both.
    std::vector<MentionPlace> one, other;    ///< In the order of the text; neither is empty.
    bool namesOne = true, namesOther = true; ///< False: by pronouns and nominals only.
    /// What is annotated there already, in the order of the article: claims that have to do with
    /// both and whose quote or trigger stands in it, those that an analyst rejected among them.
    std::vector<ClaimId> claims;

    bool namesBoth() const { return namesOne && namesOther; }
    bool operator==(const EvidenceSentence&) const = default;
};

struct EvidenceSentences
{
    std::vector<EvidenceSentence> sentences; ///< The best first.
    int leftOut = 0;                         ///< Worse ones, beyond the limit.
};

/// All sentences in which two nodes are mentioned: first those that name both, one sentence before
/// two, what stands near each other before what stands far apart; among equals the later article.
/// Where nobody marked them, entities are found by the names they bear elsewhere, as these are
/// written, and states by all that the article's language calls them: few annotators mark every
/// place. Events are not, for "visit" may be any. Analysts' own texts are left out.
/// @param events the graph of all events. @pre both are nodes of it, and not the same.
/// @param states of the same graph; it remembers what it has read.
/// @returns what it has when it is asked to stop.
EvidenceSentences evidenceSentences(const KnowledgeGraph& events, const Store& store, NodeId one,
                                    NodeId other, StateWords& states, int limit = 200,
                                    const Progress& progress = {});

} // namespace entente
