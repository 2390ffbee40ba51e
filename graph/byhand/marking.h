// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/expected.h"
#include "graph/byhand/handbase.h"

#include <string>

namespace entente
{

// Words of an article are marked, and marks taken away. All give an edit to be performed, or why it
// cannot be, in words.

/// Selected words as they can be marked: without white space at the ends, one span for each line,
/// as brat's spans hold no line break. Empty when nothing is left.
TextSpans spansToMark(const SourceText& text, TextSpan selected);

/// What shall be marked, and as what.
struct MarkWish
{
    ArticleId article;
    TextSpans spans;
    std::string type; ///< Of an entity: "Person", "Date".
    NodeId who;       ///< An entity that the words name; nil: somebody, or something, that is new.
    std::vector<OutsideId> ids; ///< What the words stand for: {"EDTF", "2023-10"}.
    std::string form;           ///< "Name", "Nominal", "Pronoun"; empty: not said.
    /// With nobody: those of this type who bear the name were seen, and are others.
    bool isSomebodyElse = false;
};

/// A mark in the making.
struct MadeMark
{
    Together edit; ///< To be performed; then the records below are there.
    MentionId mention;
    EntityId entity; ///< Nil for what is no vertex.
};

/// Marks words as naming a node, or as a date, a position, a cue or a quote. Whom another article
/// names, too, is given a record in this one, with the same ids; where it has none, or shares them
/// with somebody who was told apart from it, an analyst's verdict joins the two. Somebody else of a
/// name that others bear is kept apart from these: names join by themselves.
Expected<MadeMark, std::string> markWords(const HandBase& base, MarkWish wish);

/// Other places of the article where the words of a mention stand, as whole words in any script (a
/// Korean particle may follow), and nothing that names somebody is marked. Nothing for a mention of
/// several pieces.
TextSpans otherPlaces(const HandBase& base, MentionId id);

/// Marks more places as the mention is marked. One that is marked so by now is left out.
Expected<Together, std::string> markPlaces(const HandBase& base, MentionId id,
                                           const TextSpans& places);

/// Takes a mark away, and what cannot be without it: the claims that begin from it, the roles it
/// fills, the relations it is in; whom it names when nothing else of the article names them.
Expected<Together, std::string> unmark(const HandBase& base, MentionId id);

/// Draws a mark over other words. What rests on it stays, with the words that it rests on now; but
/// which day other words mean is not known: a date is none until it is given one, and the claims
/// that had theirs from it have it no more.
Expected<Together, std::string> moveMark(const HandBase& base, MentionId id, TextSpans spans);
/// Says that a mark that was found elsewhere than recorded is where it should be.
Expected<Together, std::string> confirmMark(const HandBase& base, MentionId id);

/// Says that a mention names another node than it did. @param who nil: somebody else than all who
/// bear this name.
Expected<MadeMark, std::string> renameMark(const HandBase& base, MentionId id, NodeId who);

} // namespace entente
