// SPDX-License-Identifier: Apache-2.0
#pragma once

class QLocale;

namespace entente
{

/// Has the application speak the language of a locale, Qt's words and ours, as far as there are
/// translations; else English, with its plurals.
void installTranslations(const QLocale& locale);

} // namespace entente
