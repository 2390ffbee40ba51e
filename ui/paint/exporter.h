// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/expected.h"
#include "ui/paint/picture.h"

#include <QSize>
#include <QString>

namespace entente
{

struct ExportOptions
{
    QSize size = {};    ///< In pixels, the picture fitted into it; empty: as large as it is.
    double density = 2; ///< Pixels of a PNG for each scene pixel, when no size is given.
    bool legend = true;
    QString title = {}; ///< At the top; empty for none.
};

/// A file that was written.
struct Exported
{
    QString path;
    qint64 bytes = 0;
    QSize pixels; ///< Of a PNG; else of the page, in scene pixels.
};

/// Writes a picture as .png, .svg or .pdf, as the path's suffix says: whole or not at all, and the
/// same bytes for the same picture on every day, in every place and language.
/// @returns what went wrong, where, and what to do, for people.
Expected<Exported, QString> exportPicture(const Picture& picture, const Style& style,
                                          const QString& path, const ExportOptions& options = {});

/// The same without a file: for the clipboard and for tests.
QImage imageOf(const Picture& picture, const Style& style, const ExportOptions& options = {});

} // namespace entente
