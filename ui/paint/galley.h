// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QFont>
#include <QPointF>
#include <QString>

#include <vector>

class QPainter;

namespace entente
{

struct Citations;
struct Style;

/// How words of notes are printed: 8 to 9 points on paper.
enum class Face {
    Heading, ///< "Notes", "Sources"
    Name,    ///< What a note is of, and the numbers.
    Plain,
    Quote, ///< Words out of articles, in their serif.
    Faint,
};

QFont fontOf(Face face, const Style& style);
QColor colourOf(Face face, const Style& style);

/// A line of a note, or of the list of sources.
struct PrintLine
{
    QString text;
    Face face = Face::Plain;
    QString sign;     ///< "[3]" or "S2", left of the first line of what it is the number of.
    int note = 0;     ///< That begins here; 0: none.
    int source = 0;   ///< The same of an article.
    int cites = 0;    ///< The article that it is of; 0: none.
    QString address;  ///< That a reader may be led to; empty: none.
    QString bookmark; ///< What is called so begins here; empty: nothing.
    double gap = 0;   ///< Above it, but at the top of a column.
    bool keepsWithNext = false;
};

/// How much is said of each note.
enum class Detail {
    Short, ///< How sure it is, and the beginning of one quote.
    Full,  ///< A dozen quotes, with who says so and their grades; how many there are besides.
};

/// The first notes and the articles that they cite, set in lines of a width, not yet on a page.
std::vector<PrintLine> setInLines(const Citations& citations, const Style& style, double width,
                                  int notes, Detail detail);

/// A line on a page.
struct PlacedLine
{
    PrintLine line;
    QPointF topLeft; ///< Of the column that it is in, at its height.
};

struct PrintColumns
{
    int count = 1;
    double width = 0; ///< Of each.
    double gap = 0;   ///< Between two.
};

/// As many as can be read side by side: of 40 letters and more.
PrintColumns columnsIn(double width);

/// Lines in columns, as many as there is room for.
struct Poured
{
    std::vector<PlacedLine> lines;
    std::size_t next = 0; ///< The first that had no room.
    double height = 0;    ///< Of the longest column.
};
/// @param from the first line. @param height of each column.
Poured pour(const std::vector<PrintLine>& lines, std::size_t from, const PrintColumns& columns,
            double height);
/// All of them, in columns as even as can be. Null where they would be higher than this.
Poured pourEvenly(const std::vector<PrintLine>& lines, const PrintColumns& columns,
                  double heightAtMost);

/// The words of placed lines, on a painter in the page's coordinates.
void drawNotes(QPainter& painter, const Style& style, const std::vector<PlacedLine>& lines);

/// How far its words stand from the left of their column; the signs stand there.
double indentOf(const PrintLine& line);
/// From a line's top to its baseline.
double printAscent(Face face);

} // namespace entente
