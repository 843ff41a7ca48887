#include <db/pages/checksum_vfs.h>

#include <db/pages/checksum_file.h>
#include <db/pages/read_only_disk.h>

#include <utility>

namespace starqueue::db {

namespace {

constexpr const char* kName = "starqueue-checksums";

// Asked each time: a simulation puts its own in place.
sqlite3_vfs* defaultVfs()
{
    return sqlite3_vfs_find(nullptr);
}

/// Where there is no log and none can be made, an empty one that nobody can write stands for it.
int openBelow(sqlite3_vfs& vfs, const char* name, sqlite3_file* to, int flags, int* openedWith)
{
    constexpr int kReadOnlyLog = SQLITE_OPEN_WAL | SQLITE_OPEN_READONLY;
    const int result = vfs.xOpen(&vfs, name, to, flags, openedWith);
    const bool hasNoLog = result == SQLITE_CANTOPEN && (flags & SQLITE_OPEN_WAL) != 0;
    return hasNoLog && isOnReadOnlyDisk(name) ? vfs.xOpen(&vfs, "/dev/null", to, kReadOnlyLog, openedWith)
                                              : result;
}

int openChecksumFile(sqlite3_vfs*, const char* name, sqlite3_file* to, int flags, int* openedWith)
{
    to->pMethods = nullptr;
    sqlite3_vfs* const vfs = defaultVfs();
    auto open = std::make_unique<ChecksumFile::Open>();
    open->memory = std::make_unique<char[]>(static_cast<std::size_t>(vfs->szOsFile));
    open->name = name != nullptr ? name : "";
    open->isDatabase = (flags & SQLITE_OPEN_MAIN_DB) != 0;
    const int result = openBelow(*vfs, name, open->below(), flags, openedWith);
    if (result == SQLITE_OK) {
        if (open->isDatabase && openedWith != nullptr && (*openedWith & SQLITE_OPEN_READONLY) != 0 &&
            isOnReadOnlyDisk(open->name))
            open->index.emplace();
        reinterpret_cast<ChecksumFile*>(to)->open = open.release();
        to->pMethods = &checksumFileMethods();
    } else if (open->below()->pMethods != nullptr) {
        open->below()->pMethods->xClose(open->below());
    }
    return result;
}

int deleteBelow(sqlite3_vfs*, const char* name, int syncsDirectory)
{
    return defaultVfs()->xDelete(defaultVfs(), name, syncsDirectory);
}

int accessBelow(sqlite3_vfs*, const char* name, int flags, int* can)
{
    return defaultVfs()->xAccess(defaultVfs(), name, flags, can);
}

int fullNameBelow(sqlite3_vfs*, const char* name, int size, char* to)
{
    return defaultVfs()->xFullPathname(defaultVfs(), name, size, to);
}

int randomnessBelow(sqlite3_vfs*, int size, char* to)
{
    return defaultVfs()->xRandomness(defaultVfs(), size, to);
}

int sleepBelow(sqlite3_vfs*, int micros)
{
    return defaultVfs()->xSleep(defaultVfs(), micros);
}

int currentDayBelow(sqlite3_vfs*, double* to)
{
    return defaultVfs()->xCurrentTime(defaultVfs(), to);
}

int lastErrorBelow(sqlite3_vfs*, int size, char* to)
{
    return defaultVfs()->xGetLastError(defaultVfs(), size, to);
}

int currentTimeBelow(sqlite3_vfs*, sqlite3_int64* to)
{
    return defaultVfs()->xCurrentTimeInt64(defaultVfs(), to);
}

// No extension is loaded, so nobody asks for xDlOpen.
sqlite3_vfs checksumming()
{
    sqlite3_vfs vfs{};
    vfs.iVersion = 2;
    vfs.szOsFile = static_cast<int>(sizeof(ChecksumFile));
    vfs.mxPathname = defaultVfs()->mxPathname;
    vfs.zName = kName;
    vfs.xOpen = openChecksumFile;
    vfs.xDelete = deleteBelow;
    vfs.xAccess = accessBelow;
    vfs.xFullPathname = fullNameBelow;
    vfs.xRandomness = randomnessBelow;
    vfs.xSleep = sleepBelow;
    vfs.xCurrentTime = currentDayBelow;
    vfs.xGetLastError = lastErrorBelow;
    vfs.xCurrentTimeInt64 = currentTimeBelow;
    return vfs;
}

std::optional<DamagedPage>& damagedPageOfThread()
{
    thread_local std::optional<DamagedPage> page;
    return page;
}

} // namespace

const char* checksumVfs()
{
    static sqlite3_vfs vfs = checksumming();
    static const int kRegistered = sqlite3_vfs_register(&vfs, 0);
    static_cast<void>(kRegistered);
    return kName;
}

const std::optional<DamagedPage>& damagedPage()
{
    return damagedPageOfThread();
}

void setDamagedPage(DamagedPage page)
{
    damagedPageOfThread() = std::move(page);
}

} // namespace starqueue::db
