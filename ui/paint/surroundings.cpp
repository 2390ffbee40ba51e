// SPDX-License-Identifier: Apache-2.0
#include "ui/paint/surroundings.h"

#include "graph/citing/shownsources.h"
#include "ui/paint/exporter.h"
#include "ui/paint/style.h"
#include "ui/paint/textlines.h"
#include "ui/text/qtext.h"

#include <fmt/format.h>

#include <QFontMetricsF>

#include <algorithm>

namespace entente
{

namespace
{

constexpr double titleLine = 24;
constexpr double belowTitle = 14;
constexpr double aboveCaption = 8;
constexpr double captionLine = 16;
constexpr double aboveNotes = 18;

/// What a page that is to be read at once is enough for; and what is set in lines in a moment.
constexpr int notesAtMost = 400;

/// @returns where the last one ends.
double stack(std::vector<Page::Line>& lines, const QStringList& words, double height, double from,
             double ascent)
{
    double top = from;
    for (const QString& line : words) {
        lines.push_back({line, {0, top + ascent}});
        top += height;
    }
    return top;
}

QString wordsOfUnplaced(int count, const Wording& wording)
{
    return toQString(
        count == 1
            ? wording("One note has no number in the picture: there is no room for it.")
            : wording.with("{} notes have no number in the picture: there is no room for them.",
                           {wording.number(count)}));
}

QString wordsOfUnnamed(int count, const Wording& wording)
{
    return toQString(count == 1 ? wording("One name is left out: too small for this paper.")
                                : wording.with("{} names are left out: too small for this paper.",
                                               {wording.number(count)}));
}

QStringList captionOf(const PageWish& wish, const QFont& font, double width)
{
    const ExportOptions& options = wish.options;
    const Wording& wording = wish.style.wording;
    QStringList lines;
    if (!options.note.isEmpty())
        lines += linesOf(visibleForm(options.note), font, width);
    if (!options.filters.isEmpty())
        lines += linesOf(
            toQString(wording.with("Passages with: {}", {toUtf8(visibleForm(options.filters))})),
            font, width);
    if (wish.unnamed > 0)
        lines += linesOf(wordsOfUnnamed(wish.unnamed, wording), font, width);
    if (wish.unplaced > 0)
        lines += linesOf(wordsOfUnplaced(wish.unplaced, wording), font, width);
    if (citationsIn(options) != nullptr && !options.notesFile.isEmpty())
        lines += linesOf(toQString(wording.with("The notes are in {}.",
                                                {toUtf8(visibleForm(options.notesFile))})),
                         font, width);
    if (options.sources && options.saysData)
        lines += linesOf(toQString(options.sources->dataWords(wording)), font, width);
    return lines;
}

PrintLine lineOfMore(int more, const Wording& wording)
{
    PrintLine line;
    line.text =
        toQString(more == 1 ? wording("One more note has no room here; a PDF has it.")
                            : wording.with("{} more notes have no room here; a PDF has them all.",
                                           {fmt::format("{}", more)}));
    line.gap = 8;
    return line;
}

/// As many notes as have room.
struct KeptNotes
{
    Poured poured;
    int count = 0;

    bool areThere() const { return !poured.lines.empty(); }
};

KeptNotes notesWithin(const Citations& citations, const Style& style, double width,
                      double heightAtMost)
{
    const PrintColumns columns = columnsIn(width);
    const auto all = static_cast<int>(citations.notes.size());
    const auto first = [&](int count) {
        std::vector<PrintLine> lines;
        if (count > 0)
            lines = setInLines(citations, style, columns.width, count, Detail::Short);
        if (count < all)
            lines.push_back(lineOfMore(all - count, style.wording));
        return KeptNotes{pourEvenly(lines, columns, heightAtMost), count};
    };
    int low = 0;
    int high = std::min(all, notesAtMost);
    KeptNotes kept = first(high);
    if (kept.areThere())
        return kept;
    kept = first(0);
    while (high - low > 1) {
        const int middle = (low + high) / 2;
        KeptNotes tried = first(middle);
        (tried.areThere() ? low : high) = middle;
        if (tried.areThere())
            kept = std::move(tried);
    }
    return kept;
}

} // namespace

const Citations* citationsIn(const ExportOptions& options)
{
    const bool any = options.sources && !options.sources->citations.notes.empty();
    return any ? &options.sources->citations : nullptr;
}

Surroundings surroundingsOf(const PageWish& wish, double width)
{
    const QFont title = titleFont(wish.style);
    const QFont caption = captionFont(wish.style);
    Surroundings round;
    round.above = stack(round.title, linesOf(visibleForm(wish.options.title), title, width),
                        titleLine, 0, QFontMetricsF(title).ascent());
    if (!round.title.empty())
        round.above += belowTitle;
    if (wish.options.legend) {
        round.legend = Legend(wish.picture, wish.style, width);
        round.width = round.legend.size().width();
        round.below = aboveLegend + round.legend.size().height();
    }
    if (const QStringList words = captionOf(wish, caption, width); !words.isEmpty())
        round.below = stack(round.caption, words, captionLine, round.below + aboveCaption,
                            QFontMetricsF(caption).ascent());
    return round;
}

void addNotes(Surroundings& round, const PageWish& wish, double width, double heightAtMost)
{
    const Citations* citations = citationsIn(wish.options);
    if (citations == nullptr || wish.medium == Medium::Document)
        return;
    if (!wish.options.notesFile.isEmpty()) {
        round.notesKept = static_cast<int>(citations->notes.size());
        return;
    }
    KeptNotes kept = notesWithin(*citations, wish.style, width, heightAtMost - aboveNotes);
    for (PlacedLine& line : kept.poured.lines)
        line.topLeft += QPointF(0, round.below + aboveNotes);
    round.below += aboveNotes + kept.poured.height;
    round.notes = std::move(kept.poured.lines);
    round.notesKept = kept.count;
}

} // namespace entente
