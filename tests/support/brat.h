// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/annotation/brat/reader.h"
#include "graph/text/sourcetext.h"
#include "tests/support/annotationtext.h"

#include <QFile>
#include <QString>
#include <QStringList>

/// What the tests of the brat reader and writer share.
namespace entente
{

inline QString asQString(const std::string& text) { return QString::fromStdString(text); }

inline QStringList asQStrings(const std::vector<std::string>& lines)
{
    QStringList result;
    for (const std::string& line : lines)
        result << asQString(line);
    return result;
}

inline QStringList messagesOf(const Diagnostics& diagnostics)
{
    QStringList result;
    for (const Diagnostic& diagnostic : diagnostics)
        result << asQString(diagnostic.text());
    return result;
}

inline ReadAnnotations read(const std::string& ann, const std::string& txt)
{
    return readAnn(ann, SourceText(txt), "a.ann");
}

inline QString sharedFolder()
{
    return qEnvironmentVariable("ENTENTE_SHARED", QStringLiteral(ENTENTE_SOURCE_DIR "/../shared"));
}

inline std::string bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

} // namespace entente
