// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/paint/style.h"

#include <QString>

class QApplication;

namespace entente
{

/// What is chosen in View > Theme.
enum class ThemeChoice { System, Light, Dark };

/// As in settings: "system", "light", "dark".
QString nameOf(ThemeChoice choice);
/// What is unknown is the system's.
ThemeChoice parseThemeChoice(const QString& name);

/// The desktop's own theme, as its palette had it when the program started: Qt 6.4 has no hint for
/// it, and once our palette is set there is nothing left to ask.
Theme desktopTheme();
Theme themeOf(ThemeChoice choice);

/// Gives the whole program this look: Fusion, palette, 13 px type and a style sheet for frame,
/// lists and bars; quiet, so that the graph and the quotes are what is seen.
void applyTheme(QApplication& application, Theme theme);

} // namespace entente
