// SPDX-License-Identifier: Apache-2.0
// How a window last looked at a project: a value in the file beside what it holds.
#include "graph/project/projectdata.h"

namespace entente
{

std::string ProjectFile::lastLook() const
{
    try {
        return metaOf(m_data->database, lookKey);
    } catch (const SQLite::Exception&) {
        return {}; // Whatever is wrong shows where it matters.
    }
}

bool ProjectFile::keepLook(const std::string& look)
{
    Data& data = *m_data;
    // What is in doubt is for the next edit to settle.
    const bool isSettled =
        data.isUsable && !data.doubtful && (!data.journal || data.journal == data.journalInPlace());
    if (!isSettled || data.reasonNotToWrite())
        return false;
    try {
        SQLite::Transaction transaction(data.database, SQLite::TransactionBehavior::IMMEDIATE);
        SQLite::Statement put(data.database, "REPLACE INTO meta(key, value) VALUES(?, ?)");
        put.bind(1, lookKey);
        put.bind(2, look);
        put.exec();
        transaction.commit();
    } catch (const SQLite::Exception&) {
        data.readAgain();
        return false;
    }
    data.journal = data.journalInPlace();
    return true;
}

} // namespace entente
