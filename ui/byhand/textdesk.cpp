// SPDX-License-Identifier: Apache-2.0
#include "ui/byhand/textdesk.h"

#include "graph/byhand/marking.h"
#include "graph/model/store.h"
#include "graph/text/insideword.h"
#include "graph/text/sourcetext.h"
#include "ui/panels/articlereader.h"
#include "ui/panels/articletext.h"
#include "ui/panels/insentence.h"
#include "ui/text/qtext.h"
#include "ui/window/messagebar.h"
#include "ui/workspace/workspace.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <string_view>

namespace entente
{

namespace
{

/// "And", "by", "for" and the article, which Arabic writes on to the word behind them.
bool isProclitic(std::string_view letters)
{
    constexpr std::array all{"و",   "ف",   "ب",   "ل",  "ك",  "ال", "وال",
                             "فال", "بال", "كال", "لل", "وب", "ول"};
    return std::ranges::find(all, letters) != all.end();
}

bool beginsWord(const SourceText& text, int at)
{
    const QString letter = toQString(text.slice(TextSpan{at, at + 1}));
    return !letter.isEmpty() && letter.front().isLetter();
}

/// Whether the last of the words breaks off behind the hyphen within a name.
bool endsInHyphen(const SourceText& text, TextSpan span)
{
    const std::string_view last = text.slice(TextSpan{span.end - 1, span.end});
    return (last == "-" || last == "‐" || last == "‑") && span.length() > 1 &&
           span.end < text.size() && beginsWord(text, span.end);
}

/// A selection that begins or ends within a word means the word: the mouse was let go early. In
/// scripts that write particles on, it means what it says.
TextSpan wholeWords(const SourceText& text, TextSpan span)
{
    if (span.isEmpty())
        return span;
    if (endsInHyphen(text, span))
        ++span.end;
    while (span.end < text.size() && goesOnOver(text, span.end))
        ++span.end;
    int begin = span.begin;
    while (begin > 0 && goesOnOver(text, begin))
        --begin;
    if (!isProclitic(text.slice(TextSpan{begin, span.begin})))
        span.begin = begin;
    return span;
}

} // namespace

HandBase TextDesk::base() const
{
    return {workspace.store(), workspace.ontology(), *workspace.events()};
}

ArticleText& TextDesk::text() const { return reader.text(); }

TextSpans TextDesk::withoutStops(TextSpans words) const
{
    constexpr std::array stops{".",  ",",  ";",  ":",  "!",  "?", "。", "．", "、",
                               "，", "；", "：", "！", "？", "،", "؛",  "؟"};
    for (TextSpan& last = words.back(); last.length() > 1; --last.end) {
        const std::string_view end = source().slice(TextSpan{last.end - 1, last.end});
        if (std::ranges::find(stops, end) == stops.end())
            break;
    }
    return words;
}

const SourceText& TextDesk::source() const
{
    return *workspace.store().article(reader.article())->text;
}

bool TextDesk::perform(const Expected<Together, std::string>& wish, const QString& words) const
{
    if (!wish)
        return refuse(wish.error());
    return wish->edits.empty() || workspace.perform(*wish, {.words = withoutIsolates(words)});
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
