// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/generatedcorpus.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace entente
{

/// Material from outside the tree; it need not be there.
inline QString shared(const QString& path)
{
    const QString folder =
        qEnvironmentVariable("ENTENTE_SHARED", QStringLiteral(ENTENTE_SOURCE_DIR "/../shared"));
    return QDir(folder).filePath(path);
}

/// A folder with about ten thousand meetings: real ones where they are, else generated ones, which
/// are there until the test ends.
inline QString manyMeetings()
{
    QString real = shared(QStringLiteral("data/diplomatic-travel"));
    if (QFile::exists(real))
        return real;
    static const QTemporaryDir generated;
    if (QDir(generated.path()).isEmpty())
        writeCorpus(generateCorpus(1000), generated.path().toStdString());
    return generated.path();
}

} // namespace entente
