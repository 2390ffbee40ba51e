// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

#include <filesystem>
#include <vector>

namespace entente
{

// Names of files, as Qt has them and as the core does: bytes, in the file system's encoding.

QString toQt(const std::filesystem::path& path);
QStringList toQt(const std::vector<std::filesystem::path>& paths);
std::filesystem::path toPath(const QString& name);
std::vector<std::filesystem::path> toPaths(const QStringList& names);

} // namespace entente
