// SPDX-License-Identifier: Apache-2.0
#include "tests/support/faultyfolder.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <cerrno>

namespace entente
{

void FaultyFolder::prepare(const FolderContent& content) const
{
    QDir folder(m_path);
    for (const QFileInfo& entry :
         folder.entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)) {
        if (entry.isDir())
            QDir(entry.filePath()).removeRecursively();
        else
            QFile::remove(entry.filePath());
    }
    for (const auto& [name, bytes] : content) {
        QFile file(folder.filePath(name));
        if (!folder.mkpath(QFileInfo(name).path()) || !file.open(QIODevice::WriteOnly) ||
            file.write(bytes) != bytes.size())
            qFatal("%s", qPrintable(file.errorString()));
    }
}

FolderContent FaultyFolder::content() const
{
    FolderContent content;
    const QDir folder(m_path);
    for (QDirIterator it(m_path, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
         it.hasNext();) {
        QFile file(it.next());
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s", qPrintable(file.errorString()));
        content[folder.relativeFilePath(file.fileName())] = file.readAll();
    }
    return content;
}

Outcome FaultyFolder::run(const QString& program, const QStringList& arguments,
                          const QByteArray& input, const Fault& fault, int call,
                          const QString& part) const
{
    const QTemporaryDir elsewhere;
    const QString report = elsewhere.filePath(QStringLiteral("report"));
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const auto set = [&](const char* name, const QString& value) {
        environment.insert(QString::fromLatin1(name), value);
    };
    set("LD_PRELOAD", QStringLiteral(ENTENTE_FAULTY_IO));
    set("FAULTY_FOLDER", part.isEmpty() ? m_path : part);
    set("FAULTY_REPORT", report);
    set("XDG_DATA_HOME", data());
    set("FAULTY_CALL", QString::number(call));
    set("FAULTY_ERROR", QString::number(fault.error));
    if (fault.isForEver)
        set("FAULTY_EVER", QStringLiteral("1"));
    if (fault.isForRoom)
        set("FAULTY_CALLS", QStringLiteral("room"));
    if (!fault.silence.isEmpty())
        set("FAULTY_SILENT", fault.silence);
    if (fault.error == EIO)
        set("FAULTY_CALLS", QStringLiteral("reads"));
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished();

    Outcome outcome;
    outcome.crashed = process.exitStatus() != QProcess::NormalExit;
    outcome.exit = process.exitCode();
    outcome.out = process.readAllStandardOutput();
    outcome.err = process.readAllStandardError();
    QFile file(report);
    if (file.open(QIODevice::ReadOnly)) {
        for (const QByteArray& line : file.readAll().trimmed().split('\n')) {
            if (line.startsWith("calls "))
                outcome.calls += line.mid(6).toInt(); // Of each process that it has started, too.
            else
                outcome.failed = line;
        }
    }
    return outcome;
}

QString wrongManners(const Outcome& outcome)
{
    if (outcome.crashed)
        return QStringLiteral("it crashed");
    if (outcome.exit != 0 && outcome.exit != 1)
        return QStringLiteral("it ended with neither 0 nor 1");
    if (outcome.exit != 0 && outcome.err.trimmed().isEmpty())
        return QStringLiteral("it did not say why");
    if (outcome.err.contains("should not have happened"))
        return QStringLiteral("it was not prepared for this");
    if (outcome.err.contains("no project"))
        return QStringLiteral("what could not be read was said to be no project");
    return {};
}

} // namespace entente
