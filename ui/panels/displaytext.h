// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace entente
{

/// A text from outside in which places are counted, as it is safe to show: what would steer the
/// line or be seen by nobody (controls of direction, zero-width spaces, NUL) stands as a visible
/// sign, and line ends are one LF each. Every UTF-16 unit stays one unit: the CR of a CR LF becomes
/// a space. (Names take visibleForm().)
QString visibleInPlace(QString text);

/// A name among other words: its direction does not reach out of it.
QString isolated(const QString& name);

/// A tooltip that shows these words as they are: Qt guesses whether a tooltip is HTML.
QString plainTip(const QString& words);

} // namespace entente
