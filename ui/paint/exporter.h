// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/expected.h"
#include "graph/base/progress.h"
#include "graph/model/shown.h"
#include "ui/paint/picture.h"

#include <QImage>
#include <QSize>
#include <QSizeF>
#include <QString>

#include <memory>
#include <string>

namespace entente
{

class DocumentPages;
class Wording;
struct ShownSources;

/// What lies below a picture.
enum class Backdrop {
    AsDrawn, ///< The style's canvas.
    White,   ///< For paper. @pre the style is a light one.
    Transparent,
};

constexpr int usualDotsAnInch = 300; ///< What printers and journals ask for.

struct ExportOptions
{
    QSize size = {};    ///< In pixels, the picture fitted into it; empty: as large as it is.
    double density = 2; ///< Pixels of a PNG for each scene pixel, when no size is given.
    QSizeF page = {};   ///< In millimetres, the picture fitted into it; empty: as large as it is.
    int dotsAnInch = usualDotsAnInch; ///< Of a PNG that is made for a page.
    /// The picture has the form of its page: nodes move apart or together until it fills it.
    bool fill = false;
    /// On a page no name is smaller than this, in points; those without room are left out, which is
    /// said. 0: all, however small. A drawing has all.
    double leastPoints = 0;
    Backdrop backdrop = Backdrop::AsDrawn;
    bool legend = true;
    QString title = {}; ///< At the top; empty for none.
    QString note = {};  ///< Below the legend; empty for none.
    /// What was asked of the graph, below that: who sees the picture must know what it leaves out.
    QString filters = {};
    /// What it rests on: its quotes go into an SVG, its data's hash into every file; where it has
    /// notes, these are numbered in the picture and stand below it, of a PDF on pages of their own.
    std::shared_ptr<const ShownSources> sources = {};
    /// The notes stand in a file beside it, of this name, which the caption says; empty: they stand
    /// with the picture. exportPicture() puts in the name that it writes, notesBeside(path).
    QString notesFile = {};
    bool saysData = true; ///< The hash in the caption, too; within the file it is anyway.
};

/// "58 of 14,121 nodes, 34 of 210 edges: the busiest actors and their strongest ties": a file goes
/// where nobody can ask. Empty when all is shown.
QString noteOf(const Shown& shown, const Wording& wording);

/// "Modality: happened, which 85 of 98 nodes pass", for ExportOptions::filters. Empty when nothing
/// was asked.
/// @param words of the filters.
QString filtersNote(const std::string& words, int left, int all, const Wording& wording);

/// A file that was written.
struct Exported
{
    QString path;
    qint64 bytes = 0;
    QSize pixels; ///< Of a PNG; else of the page, in scene pixels.
};

enum class Medium;

/// What a file would look like, made small: with all that is seen in the file, however small here.
struct ExportPreview
{
    QImage image;
    QSize pixels;       ///< That a PNG would have.
    QString smallNames; ///< As smallNamesWords() says it.
};
ExportPreview previewOf(const Picture& picture, const Style& style, const ExportOptions& options,
                        Medium medium, QSize room);

/// By the suffix of a file's name.
Medium mediumOf(const QString& path);

/// "Names are 3.0 points high on this page, which is too small for print; on A3 they are 4.3.":
/// what somebody should know before it is written. Empty: they can be read.
QString smallNamesWords(const Picture& picture, const Style& style, const ExportOptions& options,
                        Medium medium);

/// The same as pages, to be printed. @pre options.page is the paper.
DocumentPages documentOf(const Picture& picture, const Style& style, const ExportOptions& options);

/// Writes a picture as .png, .svg or .pdf, as the path's suffix says: whole or not at all, and the
/// same bytes for the same picture on every day, in every place and language. When it is stopped
/// before the file is there, what was there before is untouched. With notes in files of their own
/// there are all of them, or what was there before. @pre !notesInTheWay(path), if there are
/// @returns what went wrong, where, and what to do, for people.
Expected<Exported, QString> exportPicture(const Picture& picture, const Style& style,
                                          const QString& path, const ExportOptions& options = {},
                                          const Progress& progress = {});

/// The same as SVG without a file: for the clipboard, or to be put into a document.
Expected<std::string, QString> svgTextOf(const Picture& picture, const Style& style,
                                         const ExportOptions& options = {});

/// The same without a file: for the clipboard and for tests.
QImage imageOf(const Picture& picture, const Style& style, const ExportOptions& options = {});

} // namespace entente
