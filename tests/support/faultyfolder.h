// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <map>

namespace entente
{

/// How the disk fails.
struct Fault
{
    int error = 0; ///< 0: the program is killed.
    bool isForEver = false;
    bool isForRoom = false; ///< Only what takes room on it.
    QString silence{};      ///< What becomes of what it says is done, as FAULTY_SILENT has it.
};

/// What came of a run.
struct Outcome
{
    bool crashed = false;
    int exit = 0;
    QByteArray out, err;
    QByteArray failed; ///< The call: "pwrite64 FOLDER/p.entente"; empty: none did.
    int calls = 0;
};

using FolderContent = std::map<QString, QByteArray>;

/// Runs a program on a folder in which calls fail (faultyio.cpp).
class FaultyFolder
{
public:
    /// @param path of what fails; its data folder is in there, too.
    explicit FaultyFolder(QString path)
        : m_path(std::move(path))
    {
    }

    const QString& path() const { return m_path; }
    QString data() const { return m_path + QStringLiteral("/data"); }
    /// Puts these files there, and no others. Names are relative to the folder.
    void prepare(const FolderContent& content) const;
    FolderContent content() const;
    /// @param part of the folder that fails; empty: all of it.
    Outcome run(const QString& program, const QStringList& arguments, const QByteArray& input,
                const Fault& fault, int call, const QString& part) const;

private:
    QString m_path;
};

/// What no run may do, whatever it was asked for; in words.
QString wrongManners(const Outcome& outcome);

} // namespace entente
