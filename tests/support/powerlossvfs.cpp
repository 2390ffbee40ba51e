// SPDX-License-Identifier: Apache-2.0
#include "tests/support/powerlossvfs.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <new>
#include <string_view>
#include <utility>

namespace entente
{

struct PowerLossVfs::Data
{
    PowerLossVfs& owner;
    Flushing flushing;
    sqlite3_vfs* real = sqlite3_vfs_find(nullptr);
    sqlite3_vfs vfs = {};
    std::vector<ForgetfulDisk*> disks = {};

    ForgetfulDisk* diskOf(const std::filesystem::path& path) const
    {
        const auto found = std::ranges::find(disks, path.parent_path(), &ForgetfulDisk::folder);
        return found == disks.end() ? nullptr : *found;
    }
    void announceChange(const ForgetfulDisk* disk) const
    {
        if (disk != nullptr && owner.beforeChange)
            owner.beforeChange(*disk);
    }
    bool ignoresFlushes() const { return flushing == Flushing::Ignored; }
};

namespace
{

using Data = PowerLossVfs::Data;
using Flushing = PowerLossVfs::Flushing;

/// SQLite makes room for it; the real file lies behind it.
struct WatchedFile : sqlite3_file
{
    const Data* data = nullptr;
    ForgetfulDisk* disk = nullptr; ///< Null: nobody watches it.
    ForgetfulDisk::File file;
    /// As the real one does: the first flush of a new journal flushes the folder, too.
    bool flushesFolder = false;
};

WatchedFile& watched(sqlite3_file* file) { return *static_cast<WatchedFile*>(file); }
sqlite3_file* realOf(sqlite3_file* file)
{
    return reinterpret_cast<sqlite3_file*>(static_cast<WatchedFile*>(file) + 1);
}
/// Calls the same of the real file.
template <auto method, class... Arguments>
int pass(sqlite3_file* file, Arguments... arguments)
{
    return (realOf(file)->pMethods->*method)(realOf(file), arguments...);
}

int close(sqlite3_file* file)
{
    const int result = pass<&sqlite3_io_methods::xClose>(file);
    watched(file).~WatchedFile();
    return result;
}

int write(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 offset)
{
    WatchedFile& own = watched(file);
    own.data->announceChange(own.disk);
    if (own.file)
        own.file->write(
            static_cast<std::size_t>(offset),
            std::string_view(static_cast<const char*>(bytes), static_cast<std::size_t>(count)));
    return pass<&sqlite3_io_methods::xWrite>(file, bytes, count, offset);
}

int truncate(sqlite3_file* file, sqlite3_int64 size)
{
    WatchedFile& own = watched(file);
    own.data->announceChange(own.disk);
    if (own.file)
        own.file->resize(static_cast<std::size_t>(size));
    return pass<&sqlite3_io_methods::xTruncate>(file, size);
}

int flush(sqlite3_file* file, int)
{
    WatchedFile& own = watched(file);
    own.data->announceChange(own.disk);
    if (!own.file || own.data->ignoresFlushes())
        return SQLITE_OK;
    if (own.data->owner.flushFails && own.data->owner.flushFails())
        return SQLITE_IOERR_FSYNC;
    own.file->flush();
    if (std::exchange(own.flushesFolder, false))
        own.disk->flushFolder();
    return SQLITE_OK;
}

/// The words of a pragma are SQLite's own and may be written into, which is the only way to run a
/// program under another setting than it asks for.
void putSetting(char** pragma, Flushing flushing)
{
    char* const value = pragma[2];
    if (std::string_view(pragma[1]) != "synchronous" || value == nullptr)
        return;
    const char* wanted = flushing == Flushing::Off      ? "0"
                         : flushing == Flushing::Normal ? "1"
                         : flushing == Flushing::Full   ? "2"
                                                        : nullptr;
    if (wanted != nullptr && *value != '\0')
        std::memcpy(value, wanted, std::strlen(wanted) + 1);
}

int control(sqlite3_file* file, int what, void* argument)
{
    if (what == SQLITE_FCNTL_PRAGMA)
        putSetting(static_cast<char**>(argument), watched(file).data->flushing);
    return pass<&sqlite3_io_methods::xFileControl>(file, what, argument);
}

const sqlite3_io_methods methods{
    .iVersion = 1, // No shared memory and no mapped files: what they change would not be seen.
    .xClose = close,
    .xRead = pass<&sqlite3_io_methods::xRead>,
    .xWrite = write,
    .xTruncate = truncate,
    .xSync = flush,
    .xFileSize = pass<&sqlite3_io_methods::xFileSize>,
    .xLock = pass<&sqlite3_io_methods::xLock>,
    .xUnlock = pass<&sqlite3_io_methods::xUnlock>,
    .xCheckReservedLock = pass<&sqlite3_io_methods::xCheckReservedLock>,
    .xFileControl = control,
    .xSectorSize = pass<&sqlite3_io_methods::xSectorSize>,
    .xDeviceCharacteristics = pass<&sqlite3_io_methods::xDeviceCharacteristics>,
    .xShmMap = nullptr,
    .xShmLock = nullptr,
    .xShmBarrier = nullptr,
    .xShmUnmap = nullptr,
    .xFetch = nullptr,
    .xUnfetch = nullptr,
};

Data& dataOf(sqlite3_vfs* vfs) { return *static_cast<Data*>(vfs->pAppData); }
/// Calls the same of the real one.
template <auto method, class... Arguments>
auto passOn(sqlite3_vfs* vfs, Arguments... arguments)
{
    sqlite3_vfs* const real = dataOf(vfs).real;
    return (real->*method)(real, arguments...);
}

int open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* flagsOut)
{
    Data& data = dataOf(vfs);
    auto& own = *new (file) WatchedFile();
    own.pMethods = nullptr; // Not to be closed, unless it is opened.
    own.data = &data;
    ForgetfulDisk* const disk = name != nullptr ? data.diskOf(name) : nullptr;
    if ((flags & SQLITE_OPEN_CREATE) != 0)
        data.announceChange(disk);
    const int result = passOn<&sqlite3_vfs::xOpen>(vfs, name, realOf(file), flags, flagsOut);
    if (result != SQLITE_OK) {
        own.~WatchedFile();
        return result;
    }
    own.pMethods = &methods;
    if (disk != nullptr) {
        own.disk = disk;
        own.file = disk->open(std::filesystem::path(name).filename());
        own.flushesFolder =
            (flags & SQLITE_OPEN_CREATE) != 0 && (flags & SQLITE_OPEN_MAIN_JOURNAL) != 0;
    }
    return SQLITE_OK;
}

int remove(sqlite3_vfs* vfs, const char* name, int flushesFolder)
{
    const Data& data = dataOf(vfs);
    ForgetfulDisk* const disk = data.diskOf(name);
    data.announceChange(disk);
    const int result = passOn<&sqlite3_vfs::xDelete>(vfs, name, 0);
    if (disk == nullptr || result != SQLITE_OK)
        return result;
    disk->remove(std::filesystem::path(name).filename());
    data.announceChange(disk);
    if (flushesFolder != 0 && !data.ignoresFlushes())
        disk->flushFolder();
    return result;
}

} // namespace

PowerLossVfs::PowerLossVfs(Flushing flushing)
    : m_data(new Data{*this, flushing})
{
    sqlite3_vfs& vfs = m_data->vfs;
    vfs.iVersion = 2;
    // NOLINTNEXTLINE(clang-analyzer-core.NullDereference): SQLite always has one.
    vfs.szOsFile = static_cast<int>(sizeof(WatchedFile)) + m_data->real->szOsFile;
    vfs.mxPathname = m_data->real->mxPathname;
    vfs.zName = "powerloss";
    vfs.pAppData = m_data.get();
    vfs.xOpen = open;
    vfs.xDelete = remove;
    vfs.xAccess = passOn<&sqlite3_vfs::xAccess>;
    vfs.xFullPathname = passOn<&sqlite3_vfs::xFullPathname>;
    vfs.xDlOpen = passOn<&sqlite3_vfs::xDlOpen>;
    vfs.xDlError = passOn<&sqlite3_vfs::xDlError>;
    vfs.xRandomness = passOn<&sqlite3_vfs::xRandomness>;
    vfs.xSleep = passOn<&sqlite3_vfs::xSleep>;
    vfs.xCurrentTime = passOn<&sqlite3_vfs::xCurrentTime>;
    vfs.xGetLastError = passOn<&sqlite3_vfs::xGetLastError>;
    vfs.xCurrentTimeInt64 = passOn<&sqlite3_vfs::xCurrentTimeInt64>;
    sqlite3_vfs_register(&vfs, 1);
}

PowerLossVfs::~PowerLossVfs()
{
    sqlite3_vfs_unregister(&m_data->vfs);
    sqlite3_vfs_register(m_data->real, 1);
}

void PowerLossVfs::add(ForgetfulDisk& disk) { m_data->disks.push_back(&disk); }

} // namespace entente
