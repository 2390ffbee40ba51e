// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/project/projectfile.h"
#include "tests/support/editscript.h"

#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>
#include <QTemporaryDir>

#include <functional>

namespace entente
{

/// A project with a home of its own, for programs that are killed while they work on it; and what
/// must be true of it afterwards.
class Victim
{
public:
    Victim();

    QString path() const { return m_folder.filePath(QStringLiteral("work/p.entente")); }
    QString file(const QString& name) const { return m_folder.filePath(name); }
    std::filesystem::path backups() const;
    QString log() const;
    QProcessEnvironment environment() const;

    /// Runs a program to its end. @returns what it wrote; dies where it fails.
    QByteArray run(const QString& program, const QStringList& arguments) const;

    /// Before it is opened again: how far the second log goes by its whole lines.
    std::int64_t lastInLog() const;

    /// What was found when it was opened again.
    struct Found
    {
        Store store;
        std::int64_t version = 0;
        qint64 milliseconds = 0; ///< Until it was open.
        QString wrong;           ///< In words; empty: nothing.
    };
    /// @param compare says what is wrong with what is in it.
    Found open(const std::function<QString(const ProjectFile&)>& compare) const;
    /// After edits of a script: that none that was acknowledged is lost and none torn.
    Found openAfter(const EditScript& script, std::int64_t base, std::int64_t acknowledged) const;

private:
    QString wrongFiles() const;
    QString wrongLog(const ProjectFile& project) const;
    QString wrongWords(const std::vector<std::string>& erased) const;

    QTemporaryDir m_folder;
};

/// The largest number in the whole lines of what a program wrote.
std::int64_t lastNumberIn(const QByteArray& out);

} // namespace entente
