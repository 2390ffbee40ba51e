// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace entente
{

/// A name or a quote as it is put into a sentence: visibleForm(), isolated, so that Arabic among
/// words that are read from the left turns round nothing that stands beside it.
QString inSentence(const QString& text);

/// A sentence that is kept, without the signs that isolate: they would be shown as what they are.
QString withoutIsolates(QString words);

} // namespace entente
