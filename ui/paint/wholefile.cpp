// SPDX-License-Identifier: Apache-2.0
#include "ui/paint/wholefile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include <unistd.h>

namespace entente
{

namespace
{

/// A name beside the file that nobody has taken, and the file opened under it.
bool openBeside(QFile& file, const QString& path)
{
    for (int i = 0; i < 100; ++i) {
        file.setFileName(QStringLiteral("%1.part-%2-%3")
                             .arg(path, QString::number(QCoreApplication::applicationPid()),
                                  QString::number(i)));
        if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered))
            return true;
        if (!file.exists())
            return false;
    }
    return false;
}

/// "write" may take less than it was given; on a full disk it does.
bool writeAll(QFile& file, const QByteArray& bytes)
{
    qint64 done = 0;
    while (done < bytes.size()) {
        const qint64 count = file.write(bytes.constData() + done, bytes.size() - done);
        if (count <= 0)
            return false;
        done += count;
    }
    return file.flush() && ::fsync(file.handle()) == 0 && file.size() == bytes.size();
}

QString because(const QString& path, const QString& what, const QString& reason)
{
    return QStringLiteral("%1: %2 (%3). What was there before is unchanged.")
        .arg(path, what, reason);
}

} // namespace

Expected<qint64, QString> writeWhole(const QString& path, const QByteArray& bytes)
{
    const QFileInfo info(path);
    // Through a link, the file it points to is replaced, not the link.
    const QString target = info.isSymLink() ? info.symLinkTarget() : info.absoluteFilePath();
    if (info.isDir())
        return Unexpected{QStringLiteral("%1 is a folder. Give the file another name.").arg(path)};
    if (!QFileInfo(QFileInfo(target).absolutePath()).isDir())
        return Unexpected{QStringLiteral("%1: there is no such folder. Choose one that exists.")
                              .arg(QFileInfo(target).absolutePath())};
    QFile file;
    if (!openBeside(file, target))
        return Unexpected{because(
            path, QStringLiteral("no file can be made in this folder; choose one you may write to"),
            file.errorString())};
    if (!writeAll(file, bytes)) {
        const QString reason = file.errorString();
        file.remove();
        return Unexpected{because(
            path,
            QStringLiteral("only a part of %1 bytes could be written; make room on the disk or "
                           "choose another folder")
                .arg(bytes.size()),
            reason)};
    }
    file.close();
    if (std::rename(QFile::encodeName(file.fileName()).constData(),
                    QFile::encodeName(target).constData()) != 0) {
        const QString reason = QString::fromLocal8Bit(std::strerror(errno));
        file.remove();
        return Unexpected{
            because(path, QStringLiteral("the finished file could not take this name"), reason)};
    }
    return static_cast<qint64>(bytes.size());
}

} // namespace entente
