// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFont>
#include <QStringList>

namespace entente
{

/// Breaks words into lines no wider than this, in the font's pixels, where their script allows it;
/// within a word only where it is wider than a line. Empty for no words.
QStringList linesOf(const QString& words, const QFont& font, double width);

/// No longer than this many characters, with an ellipsis where it was cut, at a space if it can be.
QString shortened(const QString& words, int most);

} // namespace entente
