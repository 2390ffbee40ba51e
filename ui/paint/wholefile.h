// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/expected.h"

#include <QByteArray>
#include <QString>

namespace entente
{

/// Replaces a file in one step: the bytes go to a new file beside it, are counted and flushed to
/// the disk, and then take its name. When anything fails, what was there before is untouched.
/// @returns the number of bytes, or what went wrong, for people.
Expected<qint64, QString> writeWhole(const QString& path, const QByteArray& bytes);

} // namespace entente
