// SPDX-License-Identifier: Apache-2.0
#include "ui/text/paths.h"

#include <QFile>

namespace entente
{

QString toQt(const std::filesystem::path& path)
{
    return QFile::decodeName(QByteArray::fromStdString(path.string()));
}

QStringList toQt(const std::vector<std::filesystem::path>& paths)
{
    QStringList names;
    for (const std::filesystem::path& path : paths)
        names.push_back(toQt(path));
    return names;
}

std::filesystem::path toPath(const QString& name) { return QFile::encodeName(name).toStdString(); }

std::vector<std::filesystem::path> toPaths(const QStringList& names)
{
    std::vector<std::filesystem::path> paths;
    paths.reserve(static_cast<std::size_t>(names.size()));
    for (const QString& name : names)
        paths.push_back(toPath(name));
    return paths;
}

} // namespace entente
