// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/phrases.h"

#include "ui/panels/displaytext.h"
#include "ui/text/qtext.h"

#include <QLocale>

namespace entente
{

QString Phrases::joined(QStringList parts, const QString& separator)
{
    parts.removeAll(QString());
    return parts.join(separator);
}

QString Phrases::dotted(QStringList parts)
{
    return joined(std::move(parts), QStringLiteral(" · "));
}

QString Phrases::listed(QStringList parts)
{
    return joined(std::move(parts), QStringLiteral(", "));
}

QString Phrases::name(const std::string& name) { return isolated(visibleForm(toQString(name))); }

QString Phrases::number(int n) { return QLocale().toString(n); }

QString Phrases::date(const std::optional<Edtf>& date)
{
    return date ? toQString(wordsOf(*date)) : QString();
}

} // namespace entente
