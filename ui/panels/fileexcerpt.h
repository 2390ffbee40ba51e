// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/expected.h"

#include <QString>

namespace entente
{

/// Some lines of a text file.
struct FileExcerpt
{
    QString text;
    int firstLine = 1;
    int lineCount = 0;
    int linesInAll = 0;
    bool cutLines = false; ///< A line was too long to be read whole.

    bool isWhole() const { return firstLine == 1 && lineCount == linesInAll && !cutLines; }
};

/// Reads the lines round one, however large the file is, in memory that stays small. What is not
/// UTF-8 becomes U+FFFD.
/// @param line from 1; 0 for the beginning.
/// @returns why it cannot be read, in words.
Expected<FileExcerpt, QString> readAround(const QString& file, int line);

} // namespace entente
