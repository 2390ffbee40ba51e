// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

class QWidget;

namespace entente
{

/// Asks whether a dialog is to be left without what was typed into it and is nowhere else.
/// @param question another one, if it is not to be left, but the words are to go.
/// @returns at once that it is, if nothing was typed.
bool mayLeave(QWidget* dialog, bool isTyped, const QString& question = {});

} // namespace entente
