// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>
#include <QTest>

#include <sqlite3.h>

#include <filesystem>

namespace entente
{

/// Changes a database as another program would, behind our back.
inline void execute(const std::filesystem::path& path, const char* sql)
{
    sqlite3* database = nullptr;
    QCOMPARE(sqlite3_open(path.c_str(), &database), SQLITE_OK);
    char* error = nullptr;
    sqlite3_exec(database, sql, nullptr, nullptr, &error);
    QVERIFY2(error == nullptr, error);
    sqlite3_close(database);
}

/// Of a file that nobody here has open: to close it would let go of their locks.
inline QByteArray bytesOf(const std::filesystem::path& path)
{
    QFile file(QString::fromStdString(path.string()));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(no such file)");
}

} // namespace entente
