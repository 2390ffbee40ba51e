// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/cli.h"

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

#include <sstream>
#include <string>
#include <vector>

namespace entente
{

/// What came of a command.
struct Ran
{
    int exit = 0;
    QString out;
    QString err;

    QJsonObject json() const { return QJsonDocument::fromJson(out.toUtf8()).object(); }
};

/// Runs a command of entente-cli in this process.
/// @param input what it reads from standard input.
inline Ran run(const QStringList& words, const QByteArray& input = {})
{
    std::vector<std::string> arguments;
    for (const QString& word : words)
        arguments.push_back(word.toStdString());
    std::ostringstream out;
    std::ostringstream err;
    std::istringstream in(input.toStdString());
    const Exit exit = runCli(arguments, {.out = out, .err = err, .in = &in});
    return {static_cast<int>(exit), QString::fromStdString(out.str()),
            QString::fromStdString(err.str())};
}

} // namespace entente
