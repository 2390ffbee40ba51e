// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/zstandard.h"

#include <boost/crc.hpp>

#include <QByteArray>
#include <QFile>
#include <QString>
#include <QTest>

#include <sqlite3.h>

#include <filesystem>

namespace entente
{

/// altered(records, 'Sergei', 'Nikita') in SQL: an article's row as it would be with other words of
/// the same length in it, its checksum too.
inline void alterRow(sqlite3_context* context, int /*arguments*/, sqlite3_value** values)
{
    const auto argument = [values](int i) {
        return QByteArray(static_cast<const char*>(sqlite3_value_blob(values[i])),
                          sqlite3_value_bytes(values[i]));
    };
    QByteArray row = argument(0);
    if (row.startsWith('(')) // Compressed: plain rows are read as well.
        row = QByteArray::fromStdString(
            decompressed(row.toStdString(), 1'000'000).value_or(std::string()));
    row.chop(4);
    row.replace(argument(1), argument(2));
    boost::crc_32_type checksum;
    checksum.process_bytes(row.constData(), std::size_t(row.size()));
    for (unsigned byte = 0; byte < 4; ++byte)
        row += static_cast<char>(checksum.checksum() >> 8U * byte & 0xFFU);
    sqlite3_result_blob(context, row.constData(), int(row.size()), SQLITE_TRANSIENT);
}

/// Changes a database as another program would, behind our back.
inline void execute(const std::filesystem::path& path, const char* sql)
{
    sqlite3* database = nullptr;
    QCOMPARE(sqlite3_open(path.c_str(), &database), SQLITE_OK);
    sqlite3_create_function(database, "altered", 3, SQLITE_UTF8, nullptr, alterRow, nullptr,
                            nullptr);
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
