// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/insentence.h"

#include "ui/panels/displaytext.h"
#include "ui/text/qtext.h"

namespace entente
{

QString inSentence(const QString& text) { return isolated(visibleForm(text)); }

QString withoutIsolates(QString words) { return words.remove(QChar(0x2068)).remove(QChar(0x2069)); }

} // namespace entente
