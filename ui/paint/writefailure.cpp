// SPDX-License-Identifier: Apache-2.0
#include "ui/paint/writefailure.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <cerrno>

namespace entente
{

namespace
{

struct WriteFailure
{
    Q_DECLARE_TR_FUNCTIONS(WriteFailure)
};

} // namespace

QString whyNotWritten(const QString& path, std::error_code error)
{
    const QString file = QDir::toNativeSeparators(path);
    const QString folder = QDir::toNativeSeparators(QFileInfo(path).absolutePath());
    switch (error.value()) {
    case EISDIR:
        return WriteFailure::tr("%1 is a folder. Give the file another name.").arg(file);
    case ENOENT:
    case ENOTDIR:
        return WriteFailure::tr("%1: there is no such folder. Choose one that exists.").arg(folder);
    case EACCES:
    case EPERM:
    case EROFS:
        return WriteFailure::tr("%1 may not be written to; choose another name, or a folder where "
                                "you may write. What was there before is unchanged.")
            .arg(file);
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return WriteFailure::tr("%1 has no room on the disk; make room on the disk or choose "
                                "another folder. What was there before is unchanged.")
            .arg(file);
    default:
        return WriteFailure::tr("%1 could not be written (%2). What was there before is unchanged.")
            .arg(file, QString::fromLocal8Bit(error.message().c_str()));
    }
}

} // namespace entente
