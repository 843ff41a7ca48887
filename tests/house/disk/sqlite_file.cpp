#include <house/disk/sqlite_file.h>

#include <algorithm>
#include <utility>

namespace starqueue::house {

namespace {

SqliteFile::Open& openOf(sqlite3_file* file)
{
    return *reinterpret_cast<SqliteFile*>(file)->open;
}

int codeOf(DiskResult result, int failure)
{
    switch (result) {
    case DiskResult::Done:
        return SQLITE_OK;
    case DiskResult::Full:
        return SQLITE_FULL;
    default:
        return failure;
    }
}

int closeFile(sqlite3_file* file)
{
    SqliteFile::Open* const open = &openOf(file);
    open->locks->leave(open->holder);
    if (!open->removedAtClose.empty())
        (void)open->disk.remove(open->removedAtClose);
    delete open;
    return SQLITE_OK;
}

int readFile(sqlite3_file* file, void* to, int size, sqlite3_int64 at)
{
    const auto& open = openOf(file);
    if (open.disk.isDead())
        return SQLITE_IOERR_READ;
    const auto wanted = static_cast<std::size_t>(size);
    const auto bytes = open.file->read(static_cast<std::size_t>(at), wanted);
    char* const end = static_cast<char*>(to) + bytes.copy(static_cast<char*>(to), wanted);
    std::fill_n(end, wanted - bytes.size(), '\0');
    return bytes.size() == wanted ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

int writeFile(sqlite3_file* file, const void* from, int size, sqlite3_int64 at)
{
    auto& open = openOf(file);
    const std::string_view bytes{static_cast<const char*>(from), static_cast<std::size_t>(size)};
    return codeOf(open.disk.write(*open.file, static_cast<std::size_t>(at), bytes), SQLITE_IOERR_WRITE);
}

int truncateFile(sqlite3_file* file, sqlite3_int64 size)
{
    auto& open = openOf(file);
    return codeOf(open.disk.truncate(*open.file, static_cast<std::size_t>(size)), SQLITE_IOERR_TRUNCATE);
}

int syncFile(sqlite3_file* file, int)
{
    auto& open = openOf(file);
    DiskResult result = open.disk.sync(*open.file);
    if (result == DiskResult::Done && !open.folderToSync.empty())
        result = open.disk.syncNames(std::exchange(open.folderToSync, {}));
    return codeOf(result, SQLITE_IOERR_FSYNC);
}

int sizeOf(sqlite3_file* file, sqlite3_int64* size)
{
    *size = static_cast<sqlite3_int64>(openOf(file).file->size());
    return SQLITE_OK;
}

int lockFile(sqlite3_file* file, int level)
{
    auto& open = openOf(file);
    return open.locks->lock(open.holder, level);
}

int unlockFile(sqlite3_file* file, int level)
{
    auto& open = openOf(file);
    open.locks->unlock(open.holder, level);
    return SQLITE_OK;
}

int checkReserved(sqlite3_file* file, int* reserved)
{
    *reserved = openOf(file).locks->isReserved() ? 1 : 0;
    return SQLITE_OK;
}

int control(sqlite3_file*, int, void*)
{
    return SQLITE_NOTFOUND;
}

int sectorSize(sqlite3_file*)
{
    return 4096;
}

// As the unix VFS says of every disk: a torn write leaves the bytes around it as they were.
int characteristics(sqlite3_file*)
{
    return SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

int mapPart(sqlite3_file* file, int number, int size, int make, void volatile** to)
{
    *to =
        openOf(file).locks->part(static_cast<std::size_t>(number), static_cast<std::size_t>(size), make != 0);
    return SQLITE_OK;
}

int lockParts(sqlite3_file* file, int first, int count, int flags)
{
    auto& open = openOf(file);
    const auto locks = static_cast<std::uint16_t>(((1U << count) - 1U) << first);
    if ((flags & SQLITE_SHM_LOCK) != 0)
        return open.locks->lockParts(open.holder, locks, (flags & SQLITE_SHM_EXCLUSIVE) != 0);
    open.holder.shared = static_cast<std::uint16_t>(open.holder.shared & ~locks);
    open.holder.exclusive = static_cast<std::uint16_t>(open.holder.exclusive & ~locks);
    return SQLITE_OK;
}

void barrier(sqlite3_file*) {}

int unmapParts(sqlite3_file* file, int remove)
{
    if (remove != 0)
        openOf(file).locks->dropParts();
    return SQLITE_OK;
}

} // namespace

const sqlite3_io_methods& sqliteFileMethods()
{
    static const sqlite3_io_methods methods{2,        closeFile,  readFile,        writeFile,  truncateFile,
                                            syncFile, sizeOf,     lockFile,        unlockFile, checkReserved,
                                            control,  sectorSize, characteristics, mapPart,    lockParts,
                                            barrier,  unmapParts, nullptr,         nullptr};
    return methods;
}

} // namespace starqueue::house
