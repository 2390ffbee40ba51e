// SPDX-License-Identifier: Apache-2.0
#include "ui/byhand/textdesk.h"

#include "graph/byhand/marking.h"
#include "graph/model/store.h"
#include "graph/text/insideword.h"
#include "graph/text/sourcetext.h"
#include "ui/panels/articlereader.h"
#include "ui/panels/articletext.h"
#include "ui/text/qtext.h"
#include "ui/window/messagebar.h"
#include "ui/workspace/workspace.h"

#include <QCoreApplication>

namespace entente
{

namespace
{

/// A selection that begins or ends within a word means the word: the mouse was let go early. In
/// scripts that write particles on, it means what it says.
TextSpan wholeWords(const SourceText& text, TextSpan span)
{
    if (span.isEmpty())
        return span;
    while (span.begin > 0 && isInsideWord(text, {span.begin, text.size()}))
        --span.begin;
    while (span.end < text.size() && isInsideWord(text, {0, span.end}))
        ++span.end;
    return span;
}

} // namespace

HandBase TextDesk::base() const
{
    return {workspace.store(), workspace.ontology(), *workspace.events()};
}

ArticleText& TextDesk::text() const { return reader.text(); }

const SourceText& TextDesk::source() const
{
    return *workspace.store().article(reader.article())->text;
}

bool TextDesk::perform(const Expected<Together, std::string>& wish, const QString& words) const
{
    if (!wish)
        return refuse(wish.error());
    return wish->edits.empty() || workspace.perform(*wish, {.words = words});
}

bool TextDesk::refuse(const std::string& why) const
{
    message.showPassing(toQString(why));
    return false;
}

QRect TextDesk::placeOf(TextSpan span) const
{
    const QRect first = text().rectOf(span.begin);
    const QRect last = text().rectOf(std::max(span.begin, span.end - 1));
    const QRect both = first.united(last);
    return {text().viewport()->mapToGlobal(both.topLeft()), both.size()};
}

TextSpans TextDesk::wordsToMark() const
{
    if (workspace.store().article(reader.article()) == nullptr)
        return {};
    TextSpans spans = spansToMark(source(), wholeWords(source(), text().selected()));
    if (spans.empty())
        message.showPassing(QCoreApplication::translate(
            "TextDesk", "There are no words to mark: select some first."));
    return spans;
}

} // namespace entente
