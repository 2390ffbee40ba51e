// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/expected.h"
#include "graph/byhand/handbase.h"

#include <QRect>
#include <QString>

#include <string>

namespace entente
{

class ArticleReader;
class ArticleText;
class AskBox;
class MessageBar;
class Proposer;
class SourceText;
class Workspace;

/// What annotating in the text works with; and how what is wanted becomes an edit.
struct TextDesk
{
    Workspace& workspace;
    ArticleReader& reader;
    AskBox& box;
    MessageBar& message;
    Proposer& proposer;

    HandBase base() const;
    ArticleText& text() const;
    /// Of the article that is read. @pre there is one.
    const SourceText& source() const;
    /// Does it, as one step of undo; what cannot be is said.
    bool perform(const Expected<Together, std::string>& wish, const QString& words) const;
    /// Says why something cannot be. @returns false.
    bool refuse(const std::string& why) const;
    /// Where words are drawn, in global coordinates.
    QRect placeOf(TextSpan span) const;
    /// What is selected, as words to be marked; says so when there are none.
    TextSpans wordsToMark() const;
    /// The same words without the stops and commas behind them, which are the sentence's.
    TextSpans withoutStops(TextSpans words) const;
};

} // namespace entente
